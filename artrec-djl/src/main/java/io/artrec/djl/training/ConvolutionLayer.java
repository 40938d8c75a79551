package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv1d;
import java.util.ArrayList;
import java.util.List;

/**
 * Filters over runs of neighbouring tokens, each answering with the most that any run gives it, or
 * 0. A sequence that is shorter than a run ends in zeros. Weights: for each width {@code [filters ×
 * dimensions × width]}, and a bias.
 *
 * @param filters how many there are of each width
 * @param widths how many tokens a run has
 */
record ConvolutionLayer(int filters, List<Integer> widths) implements SequenceLayer {
  static final String NAME = "convolution";

  private static final float MASKED = -1e9f;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int[] sizes() {
    int[] sizes = new int[1 + widths.size()];
    sizes[0] = filters;
    for (int i = 0; i < widths.size(); i++) {
      sizes[i + 1] = widths.get(i);
    }
    return sizes;
  }

  @Override
  public int outputs(int width) {
    return filters * widths.size();
  }

  @Override
  public List<Weight> weights(int width, int maxTokens) {
    List<Weight> weights = new ArrayList<>();
    for (int run : widths) {
      weights.add(new Weight(width * run, filters, width, run));
      weights.add(new Weight(0, filters));
    }
    return weights;
  }

  @Override
  public NDArray pooled(SequenceBatch batch, NDArray table, List<NDArray> weights) {
    int longest = widths.stream().mapToInt(Integer::intValue).max().orElseThrow();
    SequenceBatch filled = batch.atLeast(longest);
    NDArray there = filled.each((length, token) -> token < length ? 1 : 0).expandDims(-1);
    NDArray columns = filled.rows(table).mul(there).transpose(0, 2, 1);
    NDList found = new NDList();
    for (int i = 0; i < widths.size(); i++) {
      int run = widths.get(i);
      NDArray answers =
          Conv1d.conv1d(columns, weights.get(2 * i), weights.get(2 * i + 1)).singletonOrThrow();
      NDArray mask =
          filled.each(
              filled.tokens() - run + 1,
              (length, token) -> token <= Math.max(0, length - run) ? 0 : MASKED);
      found.add(Activation.relu(answers.add(mask.expandDims(1)).max(new int[] {-1})));
    }
    return SequenceBatch.joined(found);
  }

  @Override
  public double[] pooled(double[][] rows, List<float[]> weights) {
    double[] pooled = new double[filters * widths.size()];
    for (int i = 0; i < widths.size(); i++) {
      int run = widths.get(i);
      float[] weight = weights.get(2 * i);
      float[] bias = weights.get(2 * i + 1);
      for (int from = 0; from <= Math.max(0, rows.length - run); from++) {
        for (int f = 0; f < filters; f++) {
          double answer = bias[f] + answer(rows, from, weight, f, run);
          pooled[i * filters + f] = Math.max(pooled[i * filters + f], answer);
        }
      }
    }
    return pooled;
  }

  private static double answer(double[][] rows, int from, float[] weight, int filter, int run) {
    int width = rows[0].length;
    int there = Math.min(run, rows.length - from);
    double sum = 0;
    for (int d = 0; d < width; d++) {
      int at = (filter * width + d) * run;
      for (int k = 0; k < there; k++) {
        sum += weight[at + k] * rows[from + k][d];
      }
    }
    return sum;
  }
}
