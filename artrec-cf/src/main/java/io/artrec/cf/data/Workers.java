package io.artrec.cf.data;

import io.artrec.strategy.TrainingContext;
import io.artrec.task.ParallelLoop;
import io.artrec.task.Progress;

/** Loops of trainings: on the context's threads, with its progress and cancellation. */
public final class Workers {
  private Workers() {}

  /**
   * Runs a loop, see {@link ParallelLoop}.
   *
   * @param context says how many threads
   * @param stage what is being done, for progress and messages
   * @param count indices 0 to {@code count - 1}
   * @param body is called with ranges of them, by several threads at a time
   * @throws io.artrec.task.CancelledException when cancelled between ranges
   */
  public static void run(
      TrainingContext context, String stage, int count, ParallelLoop.Range body) {
    ParallelLoop.run(
        context.threads(), context.progress(), context.cancellation(), stage, count, body);
  }

  /** {@return the same context without progress, for loops within an epoch} */
  public static TrainingContext quiet(TrainingContext context) {
    return new TrainingContext(
        context.dataset(),
        context.features(),
        context.preferenceModel(),
        context.nowMillis(),
        context.seed(),
        context.threads(),
        Progress.silent(),
        context.cancellation());
  }
}
