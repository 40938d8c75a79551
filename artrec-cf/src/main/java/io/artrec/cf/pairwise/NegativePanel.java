package io.artrec.cf.pairwise;

import java.util.Arrays;

/**
 * Works that stand for all that could be drawn as negatives: those of whom most is to be expected,
 * by chance and score, for themselves, and of the others an even selection, each for its like. All
 * of them in catalogues of up to 2,048 works. Immutable and thread-safe; arrays are shared.
 *
 * @param works the chosen
 * @param chances how likely each, or a work it stands for, is drawn
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the arrays
record NegativePanel(int[] works, float[] chances) {
  private static final int SIZE = 2048;

  static NegativePanel of(float[][] rows, float[] biases, int[] popularity, Negatives negatives) {
    int[] order = byExpectation(rows, biases, popularity, negatives);
    double[] shares = new double[order.length];
    double sum = 0;
    for (int k = 0; k < order.length; k++) {
      shares[k] = negatives.share(popularity[order[k]]);
      sum += shares[k];
    }
    int alone = order.length <= SIZE ? order.length : SIZE / 2;
    int[] works = Arrays.copyOf(order, Math.min(order.length, SIZE));
    float[] chances = new float[works.length];
    double rest = sum;
    for (int k = 0; k < alone; k++) {
      chances[k] = (float) (shares[k] / sum);
      rest -= shares[k];
    }
    double each = rest / Math.max(1, works.length - alone);
    double passed = 0;
    int at = alone;
    for (int k = alone; k < works.length; k++) {
      double wanted = (k - alone + 0.5) * each;
      while (at + 1 < order.length && passed + shares[at] < wanted) {
        passed += shares[at++];
      }
      works[k] = order[at];
      chances[k] = (float) (each / sum);
    }
    return new NegativePanel(works, chances);
  }

  /** Works that can be drawn, by their share times the exponential of a score one may get. */
  private static int[] byExpectation(
      float[][] rows, float[] biases, int[] popularity, Negatives negatives) {
    double[] expected = new double[rows.length];
    int count = 0;
    Integer[] order = new Integer[rows.length];
    for (int work = 0; work < rows.length; work++) {
      if (popularity[work] > 0) {
        double square = 0;
        for (float value : rows[work]) {
          square += (double) value * value;
        }
        expected[work] =
            StrictMath.log(negatives.share(popularity[work]))
                + biases[work]
                + 0.5 * Math.sqrt(square);
        order[count++] = work;
      }
    }
    Arrays.sort(
        order,
        0,
        count,
        (a, b) -> {
          int byExpectation = Double.compare(expected[b], expected[a]);
          return byExpectation != 0 ? byExpectation : Integer.compare(a, b);
        });
    int[] works = new int[count];
    Arrays.setAll(works, k -> order[k]);
    return works;
  }
}
