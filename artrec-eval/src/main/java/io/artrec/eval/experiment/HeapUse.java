package io.artrec.eval.experiment;

/** The used heap after a collection, before and after something was made. */
final class HeapUse {
  private final long before;

  private HeapUse(long before) {
    this.before = before;
  }

  static HeapUse start() {
    return new HeapUse(used());
  }

  long growth() {
    return Math.max(0, used() - before);
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
