package io.artrec.scoring;

import io.artrec.vector.FeatureMatrix;

/**
 * A device or a way of computing that multiplies vectors with a whole matrix. Implementations are
 * thread-safe. Extend {@code ScoringBackendContract} of artrec-testkit to check one.
 */
public interface ScoringBackend extends AutoCloseable {
  /** {@return the stable name, which says what really computes; for instance {@code plain}} */
  String name();

  /**
   * Says how near products come to the definition. Products of an exact backend are those of the
   * plain loop to 1e-5 of the two vectors' lengths multiplied. One with a recall below 1 may
   * compute with fewer bits or look at fewer rows: it is asked only for {@link LoadedMatrix#top},
   * for more works than are wanted, and what it finds is scored again by the host in one order, so
   * that scores equal the plain ones wherever a work is found.
   *
   * @return the share of the best ten of random queries that {@link LoadedMatrix#top} finds among
   *     forty, as measured; 1, as by default, for exact ones
   */
  default double recall() {
    return 1;
  }

  /**
   * {@return how many queries this backend likes to get at a time, 1 or more; callers with more ask
   * in pieces of about as many}
   */
  default int batch() {
    return 256;
  }

  /**
   * Tells whether one call keeps the whole machine busy, as a device or a library with threads of
   * its own does. Such a backend is asked one piece after the other where many visitors are
   * answered at once, and otherwise by as many threads as the recommender has.
   *
   * @return true when it does; false by default
   */
  default boolean isParallel() {
    return false;
  }

  /**
   * Takes a matrix in. The matrix must outlive what is returned.
   *
   * @param matrix the rows
   * @return the matrix, ready to be asked; to be closed by the caller
   */
  LoadedMatrix load(FeatureMatrix matrix);

  /**
   * Releases what the backend holds. Close its loaded matrices first. Closing again is harmless.
   */
  @Override
  void close();
}
