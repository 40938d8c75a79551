package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** The mean of the tokens' vectors, whatever their order. */
record MeanLayer() implements SequenceLayer {
  static final String NAME = "mean";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int[] sizes() {
    return new int[0];
  }

  @Override
  public int outputs(int width) {
    return width;
  }

  @Override
  public List<Weight> weights(int width, int maxTokens) {
    return List.of();
  }

  @Override
  public NDArray pooled(SequenceBatch batch, NDArray table, List<NDArray> weights) {
    return mean(batch, batch.rows(table));
  }

  static NDArray mean(SequenceBatch batch, NDArray rows) {
    NDArray shares = batch.each((length, token) -> token < length ? 1f / length : 0);
    return shares.expandDims(1).matMul(rows).squeeze(1);
  }

  @Override
  public double[] pooled(double[][] rows, List<float[]> weights) {
    return mean(rows);
  }

  static double[] mean(double[][] rows) {
    double[] mean = new double[rows[0].length];
    for (double[] row : rows) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += row[d] / rows.length;
      }
    }
    return mean;
  }
}
