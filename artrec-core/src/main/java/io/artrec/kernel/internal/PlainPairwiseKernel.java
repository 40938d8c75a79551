package io.artrec.kernel.internal;

/** Sums in eight parts, so that additions need not wait for each other. */
final class PlainPairwiseKernel implements PairwiseKernel {
  @Override
  public float product(float[] x, float[] y) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int length = x.length;
    int j = 0;
    for (; j + 4 <= length; j += 4) {
      s0 += x[j] * y[j];
      s1 += x[j + 1] * y[j + 1];
      s2 += x[j + 2] * y[j + 2];
      s3 += x[j + 3] * y[j + 3];
    }
    for (; j < length; j++) {
      s0 += x[j] * y[j];
    }
    return s0 + s1 + (s2 + s3);
  }

  @Override
  public float difference(float[] x, float[] better, float[] worse) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int length = x.length;
    int j = 0;
    for (; j + 4 <= length; j += 4) {
      s0 += x[j] * (better[j] - worse[j]);
      s1 += x[j + 1] * (better[j + 1] - worse[j + 1]);
      s2 += x[j + 2] * (better[j + 2] - worse[j + 2]);
      s3 += x[j + 3] * (better[j + 3] - worse[j + 3]);
    }
    for (; j < length; j++) {
      s0 += x[j] * (better[j] - worse[j]);
    }
    return s0 + s1 + (s2 + s3);
  }

  @Override
  public void step(
      float[] x, float[] better, float[] worse, float pull, float keep, float keepWork) {
    for (int j = 0; j < x.length; j++) {
      float from = x[j];
      float good = better[j];
      float bad = worse[j];
      x[j] = keep * from + pull * (good - bad);
      better[j] = keepWork * good + pull * from;
      worse[j] = keepWork * bad - pull * from;
    }
  }
}
