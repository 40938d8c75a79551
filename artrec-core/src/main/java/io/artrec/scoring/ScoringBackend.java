package io.artrec.scoring;

import io.artrec.vector.FeatureMatrix;

/**
 * A device or a way of computing that multiplies vectors with a whole matrix. Implementations are
 * thread-safe. Extend {@code ScoringBackendContract} of artrec-testkit to check one.
 */
public interface ScoringBackend extends AutoCloseable {
  /**
   * Returns the stable name, which says what really computes.
   *
   * @return for instance {@code plain}
   */
  String name();

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
