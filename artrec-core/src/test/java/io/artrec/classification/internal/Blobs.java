package io.artrec.classification.internal;

import java.util.Random;

/** Points of classes around centers on a circle, with noise, in four dimensions. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the arrays
public record Blobs(float[][] rows, int[] targets) {
  public static Blobs of(int count, int classes, long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[count][4];
    int[] targets = new int[count];
    for (int i = 0; i < count; i++) {
      targets[i] = i % classes;
      double angle = 2 * Math.PI * targets[i] / classes;
      rows[i][0] = (float) (Math.cos(angle) + 0.7 * random.nextGaussian());
      rows[i][1] = (float) (Math.sin(angle) + 0.7 * random.nextGaussian());
      rows[i][2] = (float) random.nextGaussian();
      rows[i][3] = rows[i][2] * rows[i][2];
    }
    return new Blobs(rows, targets);
  }
}
