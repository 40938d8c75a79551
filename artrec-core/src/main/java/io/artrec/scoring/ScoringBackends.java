package io.artrec.scoring;

/** The backends that need nothing but Java. */
public final class ScoringBackends {
  private ScoringBackends() {}

  /**
   * Returns the backend that is always there: float products over the blocks of the matrix, read in
   * place at memory speed on one thread. It holds no memory of its own.
   *
   * @return {@code plain}
   */
  public static ScoringBackend plain() {
    return new PlainBackend();
  }

  /**
   * Returns the backend that others are checked against: one sum in double per row. Slow.
   *
   * @return {@code reference}
   */
  public static ScoringBackend reference() {
    return new ReferenceBackend();
  }
}
