package io.artrec.task;

/**
 * Hears how far long work has come. Calls may come from any thread, at most a few times a second,
 * {@code done} never falling within one stage; implementations must be thread-safe and quick.
 */
@FunctionalInterface
public interface Progress {
  /**
   * Reports a step.
   *
   * @param stage what is being done, for instance {@code "extracting color-histogram"}
   * @param done units finished, 0 to {@code total}
   * @param total units in all, or -1 when unknown
   */
  void update(String stage, long done, long total);

  /**
   * Returns a listener that ignores everything.
   *
   * @return the silent listener
   */
  static Progress silent() {
    return (stage, done, total) -> {};
  }
}
