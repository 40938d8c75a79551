package io.artrec.classification.internal;

/**
 * Rows by formulas, which other programs can compute as well: reference values of scikit-learn
 * 1.2.1 are of these.
 */
public final class Waves {
  private Waves() {}

  /** Row k is of class k mod 3; four dimensions. */
  public static float[][] rows(int count, double pace, double shift) {
    float[][] rows = new float[count][4];
    for (int k = 0; k < count; k++) {
      for (int d = 0; d < 4; d++) {
        rows[k][d] =
            (float)
                (Math.sin(k * (d + 1) * pace + shift * d)
                    + 0.6 * Math.cos(2 * Math.PI * (k % 3) / 3 + d));
      }
    }
    return rows;
  }

  public static float[][] training() {
    return rows(60, 0.7, 1);
  }

  public static int[] targets(int count) {
    int[] targets = new int[count];
    for (int k = 0; k < count; k++) {
      targets[k] = k % 3;
    }
    return targets;
  }
}
