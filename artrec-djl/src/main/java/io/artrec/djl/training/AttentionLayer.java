package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;
import java.util.List;

/**
 * Learned positions, one layer of self-attention with one head beside the vectors themselves, and
 * the mean. Weights: positions, queries, keys, values.
 */
record AttentionLayer() implements SequenceLayer {
  static final String NAME = "attention";

  private static final float MASKED = -1e9f;

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
    Weight square = new Weight(width, width, width);
    return List.of(new Weight(width, maxTokens, width), square, square, square);
  }

  @Override
  public NDArray pooled(SequenceBatch batch, NDArray table, List<NDArray> weights) {
    NDArray rows = batch.rows(table).add(batch.places(weights.get(0)));
    NDArray query = Linear.linear(rows, weights.get(1)).singletonOrThrow();
    NDArray key = Linear.linear(rows, weights.get(2)).singletonOrThrow();
    NDArray value = Linear.linear(rows, weights.get(3)).singletonOrThrow();
    NDArray mask = batch.each((length, token) -> token < length ? 0 : MASKED).expandDims(1);
    double scale = 1 / Math.sqrt((double) table.getShape().get(1));
    NDArray products = query.matMul(key.transpose(0, 2, 1));
    NDArray scores = batch.scaled(products, scale).add(mask);
    return MeanLayer.mean(batch, rows.add(scores.softmax(-1).matMul(value)));
  }

  @Override
  public double[] pooled(double[][] rows, List<float[]> weights) {
    int width = rows[0].length;
    float[] none = new float[width];
    double[][] queries = new double[rows.length][];
    double[][] keys = new double[rows.length][];
    double[][] values = new double[rows.length][];
    for (int t = 0; t < rows.length; t++) {
      for (int d = 0; d < width; d++) {
        rows[t][d] += weights.get(0)[t * width + d];
      }
      queries[t] = Matrices.affine(weights.get(1), none, rows[t]);
      keys[t] = Matrices.affine(weights.get(2), none, rows[t]);
      values[t] = Matrices.affine(weights.get(3), none, rows[t]);
    }
    double scale = 1 / Math.sqrt(width);
    double[][] out = new double[rows.length][width];
    for (int t = 0; t < rows.length; t++) {
      double[] scores = new double[rows.length];
      for (int u = 0; u < rows.length; u++) {
        for (int d = 0; d < width; d++) {
          scores[u] += queries[t][d] * keys[u][d] * scale;
        }
      }
      Matrices.softmax(scores);
      for (int d = 0; d < width; d++) {
        double sum = rows[t][d];
        for (int u = 0; u < rows.length; u++) {
          sum += scores[u] * values[u][d];
        }
        out[t][d] = sum;
      }
    }
    return MeanLayer.mean(out);
  }
}
