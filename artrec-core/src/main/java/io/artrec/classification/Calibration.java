package io.artrec.classification;

import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.Arrays;

/**
 * Scores as probabilities: for each class {@code q = 1 / (1 + exp(a·score + b))}, {@link
 * PlattSigmoid}, and {@code P = q / Σ q} (Zadrozny and Elkan, Transforming classifier scores into
 * accurate multiclass probability estimates, KDD 2002). Immutable.
 */
final class Calibration {
  private final double[] slopes;
  private final double[] shifts;

  private Calibration(double[] slopes, double[] shifts) {
    this.slopes = slopes;
    this.shifts = shifts;
  }

  /** Takes scores for the log odds that they are. */
  static Calibration none(int classes) {
    double[] slopes = new double[classes];
    Arrays.fill(slopes, -1);
    return new Calibration(slopes, new double[classes]);
  }

  /**
   * Fits to scores of examples that had no part in learning.
   *
   * @param scores [examples × classes]
   * @param targets their classes
   * @param weights what each example counts
   */
  static Calibration fit(double[][] scores, int[] targets, double[] weights) {
    int classes = scores[0].length;
    double[] slopes = new double[classes];
    double[] shifts = new double[classes];
    for (int c = 0; c < classes; c++) {
      int own = c;
      double[] values = new double[scores.length];
      boolean[] sides = new boolean[scores.length];
      Arrays.setAll(values, i -> scores[i][own]);
      for (int i = 0; i < sides.length; i++) {
        sides[i] = targets[i] == c;
      }
      PlattSigmoid sigmoid = PlattSigmoid.fit(values, sides, weights);
      slopes[c] = sigmoid.slope();
      shifts[c] = sigmoid.shift();
    }
    return new Calibration(slopes, shifts);
  }

  double[] probabilities(double[] scores) {
    double[] p = new double[scores.length];
    double sum = 0;
    for (int c = 0; c < p.length; c++) {
      p[c] = new PlattSigmoid(slopes[c], shifts[c]).probability(scores[c]);
      sum += p[c];
    }
    for (int c = 0; c < p.length; c++) {
      p[c] = sum > 0 ? p[c] / sum : 1.0 / p.length;
    }
    return p;
  }

  void save(StateWriter out) {
    out.putDoubles("slopes", slopes);
    out.putDoubles("shifts", shifts);
  }

  static Calibration read(int classes, StateReader in) {
    return new Calibration(in.getDoubles("slopes", classes), in.getDoubles("shifts", classes));
  }
}
