package io.artrec.vision;

/** Narrows measured values to the precision that features are stored in. */
final class Floats {
  private Floats() {}

  static float[] of(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }
}
