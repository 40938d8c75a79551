package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Gated recurrent units that read a sequence from its first token to its last, and maybe another
 * set of them that reads it from its last to its first; what they hold at the end. With {@code x} a
 * token's vector and {@code h} what is held:
 *
 * <pre>{@code
 * r = σ(W_r·x + b_r + U_r·h + c_r)
 * z = σ(W_z·x + b_z + U_z·h + c_z)
 * n = tanh(W_n·x + b_n + r ⊙ (U_n·h + c_n))
 * h ← (1 − z) ⊙ n + z ⊙ h
 * }</pre>
 *
 * <p>The reset gate {@code r} takes hold after the product, as PyTorch has it. Weights of each
 * direction: {@code W}, {@code U}, {@code b}, {@code c}, each with the rows of r, z and n in turn.
 *
 * @param units how many numbers are held
 * @param bothWays whether the sequence is read backwards too
 */
record RecurrentLayer(int units, boolean bothWays) implements SequenceLayer {
  static final String NAME = "recurrent";

  private static final int WEIGHTS = 4;

  private int directions() {
    return bothWays ? 2 : 1;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int[] sizes() {
    return new int[] {units, directions()};
  }

  @Override
  public int outputs(int width) {
    return units * directions();
  }

  @Override
  public List<Weight> weights(int width, int maxTokens) {
    List<Weight> weights = new ArrayList<>();
    long rows = 3L * units;
    for (int direction = 0; direction < directions(); direction++) {
      weights.add(new Weight(width, rows, width));
      weights.add(new Weight(units, rows, units));
      weights.add(new Weight(0, rows));
      weights.add(new Weight(0, rows));
    }
    return weights;
  }

  @Override
  public NDArray pooled(SequenceBatch batch, NDArray table, List<NDArray> weights) {
    NDArray start = batch.zeros(new Shape(1, batch.size(), units));
    NDArray last = batch.each((length, token) -> token == length - 1 ? 1 : 0).expandDims(1);
    NDList held = new NDList();
    for (int direction = 0; direction < directions(); direction++) {
      NDArray rows = direction == 0 ? batch.rows(table) : batch.rowsBackwards(table);
      NDList own = new NDList(weights.subList(direction * WEIGHTS, (direction + 1) * WEIGHTS));
      NDArray states =
          rows.getNDArrayInternal().gru(rows, start, own, true, 1, 0, true, false, true).get(0);
      held.add(last.matMul(states).squeeze(1));
    }
    return SequenceBatch.joined(held);
  }

  @Override
  public double[] pooled(double[][] rows, List<float[]> weights) {
    double[] pooled = new double[units * directions()];
    for (int direction = 0; direction < directions(); direction++) {
      List<float[]> own = weights.subList(direction * WEIGHTS, (direction + 1) * WEIGHTS);
      double[] held = new double[units];
      for (int t = 0; t < rows.length; t++) {
        step(rows[direction == 0 ? t : rows.length - 1 - t], held, own);
      }
      System.arraycopy(held, 0, pooled, direction * units, units);
    }
    return pooled;
  }

  private void step(double[] row, double[] held, List<float[]> weights) {
    double[] read = Matrices.affine(weights.get(0), weights.get(2), row);
    double[] kept = Matrices.affine(weights.get(1), weights.get(3), held);
    for (int u = 0; u < units; u++) {
      double reset = sigmoid(read[u] + kept[u]);
      double keep = sigmoid(read[units + u] + kept[units + u]);
      double fresh = StrictMath.tanh(read[2 * units + u] + reset * kept[2 * units + u]);
      held[u] = (1 - keep) * fresh + keep * held[u];
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
