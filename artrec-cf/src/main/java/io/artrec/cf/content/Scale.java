package io.artrec.cf.content;

import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;

/**
 * Brings a number to mean 0 and deviation 1; what lies further out than three deviations counts as
 * three, so that one odd value does not bend a slope.
 *
 * @param mean is brought to 0
 * @param deviation is brought to 1; 0 when numbers do not differ, which brings all to 0
 */
record Scale(double mean, double deviation) {
  private static final double MOST = 3;

  /** The scale of numbers, NaN where there is none, each with a weight. */
  static Scale of(double[] numbers, double[] weights) {
    double sum = 0;
    double total = 0;
    for (int k = 0; k < numbers.length; k++) {
      if (!Double.isNaN(numbers[k])) {
        sum += weights[k] * numbers[k];
        total += weights[k];
      }
    }
    double mean = total > 0 ? sum / total : 0;
    double squares = 0;
    for (int k = 0; k < numbers.length; k++) {
      if (!Double.isNaN(numbers[k])) {
        squares += weights[k] * (numbers[k] - mean) * (numbers[k] - mean);
      }
    }
    double deviation = total > 0 ? Math.sqrt(squares / total) : 0;
    return new Scale(mean, deviation > 1e-9 * Math.max(1, Math.abs(mean)) ? deviation : 0);
  }

  float of(double number) {
    if (deviation == 0 || Double.isNaN(number)) {
      return 0;
    }
    return (float) Math.max(-MOST, Math.min(MOST, (number - mean) / deviation));
  }

  void save(StateWriter out, String name) {
    out.putDoubles(name, new double[] {mean, deviation});
  }

  static Scale read(StateReader in, String name) {
    double[] both = in.getDoubles(name, 2);
    return new Scale(both[0], both[1]);
  }
}
