package io.artrec.log.internal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one caller on their way to a log, and what becomes of them.
 *
 * @param <C> a change
 * @param <E> an erasure that a mark among them begins
 */
public abstract class ChangeBatch<C, E> extends AppendQueue.Batch {
  private final List<C> changes;
  private long last;
  private @Nullable RuntimeException failure;
  private @Nullable E erasure;

  /**
   * Creates a batch.
   *
   * @param changes the changes, in order
   * @param bytes how many bytes are written for them
   */
  protected ChangeBatch(List<C> changes, long bytes) {
    super(bytes);
    this.changes = changes;
  }

  /** {@return the changes, in order} */
  public final List<C> changes() {
    return changes;
  }

  /**
   * Notes that the batch is written.
   *
   * @param number the number of its last change
   */
  public final void written(long number) {
    last = number;
  }

  /**
   * {@return the number of its last change}
   *
   * @throws RuntimeException what {@link #failed} was given, when it is not written
   */
  public final long result() {
    requireDone();
    return last;
  }

  /**
   * Checks that it is written.
   *
   * @throws RuntimeException what {@link #failed} was given, when it is not
   */
  public final void requireDone() {
    if (failure != null) {
      throw failure;
    }
  }

  /**
   * Notes that it is not written.
   *
   * @param why what its caller is told
   */
  protected final void failed(RuntimeException why) {
    failure = why;
  }

  /**
   * Notes the erasure that its last mark began.
   *
   * @param begun the erasure
   */
  public final void began(E begun) {
    erasure = begun;
  }

  /** {@return the erasure that its last mark began} */
  public final E erasure() {
    return Objects.requireNonNull(erasure);
  }
}
