package io.artrec.classification;

import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;

/** Weights of every dimension for every class. */
final class LinearScores implements ScoreModel {
  static final String KIND = "linear";

  private final double[] weights;
  private final int classes;
  private final boolean softmax;

  /**
   * Creates one.
   *
   * @param weights [classes × (dimensions + 1)], the bias last in each row
   * @param softmax whether products are logarithms of probabilities, up to one constant
   */
  LinearScores(double[] weights, int classes, boolean softmax) {
    this.weights = weights;
    this.classes = classes;
    this.softmax = softmax;
  }

  @Override
  public String kind() {
    return KIND;
  }

  double[] weights() {
    return weights.clone();
  }

  @Override
  public double[] scores(MixedArtwork work) {
    double[] products = products(work.row());
    return softmax ? logOdds(products) : products;
  }

  private double[] products(float[] row) {
    double[] products = new double[classes];
    int stride = row.length + 1;
    for (int c = 0; c < classes; c++) {
      double sum = weights[c * stride + row.length];
      for (int d = 0; d < row.length; d++) {
        sum += weights[c * stride + d] * row[d];
      }
      products[c] = sum;
    }
    return products;
  }

  /** {@code z - ln Σ exp(others' z)}, without losing what is small beside 1. */
  private static double[] logOdds(double[] z) {
    double[] odds = new double[z.length];
    for (int c = 0; c < z.length; c++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int other = 0; other < z.length; other++) {
        most = other == c ? most : Math.max(most, z[other]);
      }
      double sum = 0;
      for (int other = 0; other < z.length; other++) {
        sum += other == c ? 0 : StrictMath.exp(z[other] - most);
      }
      odds[c] = z[c] - most - StrictMath.log(sum);
    }
    return odds;
  }

  /**
   * What each feature adds to a class's product, less what it adds to the mean class; the constant
   * last.
   */
  double[] shares(int label, FeatureMix mix, float[] row) {
    double[] shares = new double[mix.features() + 1];
    int stride = row.length + 1;
    int feature = 0;
    for (int d = 0; d <= row.length; d++) {
      while (feature < mix.features() && d >= mix.offset(feature + 1)) {
        feature++;
      }
      double mean = 0;
      for (int c = 0; c < classes; c++) {
        mean += weights[c * stride + d] / classes;
      }
      double value = d < row.length ? row[d] : 1;
      shares[feature] += (weights[label * stride + d] - mean) * value;
    }
    return shares;
  }

  @Override
  public void save(StateWriter out) {
    out.putLong("softmax", softmax ? 1 : 0);
    out.putDoubles("weights", weights);
  }

  static LinearScores read(FeatureMix mix, int classes, StateReader in) {
    boolean softmax = in.getCount("softmax", 1) == 1;
    double[] weights = in.getDoubles("weights", classes * (mix.dimensions() + 1L));
    return new LinearScores(weights, classes, softmax);
  }
}
