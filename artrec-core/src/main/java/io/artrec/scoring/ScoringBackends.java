package io.artrec.scoring;

import io.artrec.kernel.internal.Kernels;

/** The backends that need nothing but Java. None holds memory of its own. */
public final class ScoringBackends {
  private ScoringBackends() {}

  /**
   * {@return the fastest backend that the running JVM offers: {@code simd} when it was started with
   * {@code --add-modules jdk.incubator.vector}, else {@code plain}}
   */
  public static ScoringBackend best() {
    return new KernelBackend(Kernels.best());
  }

  /**
   * {@return a backend by name}
   *
   * @param name {@code plain}, {@code simd} or {@code reference}
   * @throws IllegalArgumentException when the running JVM does not offer it; the message says what
   *     it offers and how to get the other
   */
  public static ScoringBackend named(String name) {
    return name.equals("reference") ? reference() : new KernelBackend(Kernels.named(name));
  }

  /**
   * Returns the backend that is always there: float products over the blocks of the matrix by loops
   * that the JIT vectorises, read in place at memory speed on one thread.
   *
   * @return {@code plain}
   */
  public static ScoringBackend plain() {
    return named("plain");
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
