package io.artrec.eval.report;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Maps values to pixels along one axis, with ticks at 1, 2 or 5 times a power of ten.
 *
 * @param low the value at the axis' begin
 * @param high the value at its end, more than {@code low}
 * @param step from tick to tick
 * @param from the pixel of {@code low}
 * @param to the pixel of {@code high}
 */
record Scale(double low, double high, double step, double from, double to) {
  private static final double SLACK = 1e-9;

  /** Returns a scale from tick to tick around values; pixels are set by {@link #over}. */
  static Scale around(double[] values, int ticks) {
    double least = DoubleStream.of(values).min().orElse(0);
    double most = DoubleStream.of(values).max().orElse(1);
    if (least >= 0 && least < 0.4 * most) {
      least = 0;
    }
    double size = Math.max(Math.abs(least), Math.abs(most));
    if (most - least <= SLACK * size) {
      double margin = size == 0 ? 1 : 0.1 * size;
      least -= margin;
      most += margin;
    }
    double step = niceStep((most - least) / ticks);
    return new Scale(
        step * Math.floor(least / step + SLACK), step * Math.ceil(most / step - SLACK), step, 0, 1);
  }

  private static double niceStep(double atLeast) {
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    return DoubleStream.of(1, 2, 5, 10)
        .map(factor -> factor * power)
        .filter(step -> step >= atLeast * (1 - SLACK))
        .findFirst()
        .orElse(10 * power);
  }

  Scale over(double begin, double end) {
    return new Scale(low, high, step, begin, end);
  }

  double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  double[] ticks() {
    int count = (int) Math.round((high - low) / step);
    return IntStream.rangeClosed(0, count).mapToDouble(i -> low + i * step).toArray();
  }

  String label(double tick) {
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + SLACK));
    return Numbers.fixed(tick, decimals);
  }
}
