package io.artrec.eval.statistics;

import io.artrec.task.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Draws many values. The draws are divided into blocks, each with a generator split off one root,
 * so that threads change nothing.
 */
final class ResampleLoop {
  private static final int BLOCK = 64;

  private ResampleLoop() {}

  /**
   * Draws values.
   *
   * @param draws makes what draws one value; asked once a block, so that it may keep memory
   */
  static double[] draw(Resampling resampling, Supplier<ToDoubleFunction<SplittableRandom>> draws) {
    SplittableRandom root = new SplittableRandom(resampling.seed());
    double[] values = new double[resampling.resamples()];
    List<Runnable> blocks = new ArrayList<>();
    for (int from = 0; from < values.length; from += BLOCK) {
      int first = from;
      int end = Math.min(values.length, first + BLOCK);
      SplittableRandom random = root.split();
      blocks.add(
          () -> {
            ToDoubleFunction<SplittableRandom> draw = draws.get();
            for (int resample = first; resample < end; resample++) {
              values[resample] = draw.applyAsDouble(random);
            }
          });
    }
    Workers.of(resampling.threads())
        .run(
            "resampling",
            blocks.size(),
            1,
            (from, to) -> blocks.subList(from, to).forEach(Runnable::run));
    return values;
  }
}
