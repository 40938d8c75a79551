package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * An encoder that is to find, for each text of a batch, the one it belongs to among the batch's. Of
 * a batch's vectors a and b, {@code s[i, j] = a[i]·b[j] / temperature}, and the loss is the mean
 * cross-entropy of the diagonal over rows and over columns. What is known to belong together, or is
 * the same text, is no wrong answer and left out.
 */
final class PairTuning implements Network {
  private static final float LEFT_OUT = -1e9f;

  private final TunableEncoder encoder;
  private final double temperature;
  private final List<long[]> windows;
  private final int[] first;
  private final int[] second;
  private final Set<Long> together = new HashSet<>();

  /**
   * Makes the network.
   *
   * @param encoder the encoder
   * @param temperature divides cosines
   * @param windows the tokens of each different text
   * @param first for each pair the index of its first text
   * @param second for each pair the index of its second text
   */
  PairTuning(
      TunableEncoder encoder, double temperature, List<long[]> windows, int[] first, int[] second) {
    this.encoder = encoder;
    this.temperature = temperature;
    this.windows = windows;
    this.first = first;
    this.second = second;
    for (int pair = 0; pair < first.length; pair++) {
      together.add(key(first[pair], second[pair]));
      together.add(key(second[pair], first[pair]));
    }
  }

  private static long key(int a, int b) {
    return (long) a << 32 | b;
  }

  @Override
  public List<Start> start(SplittableRandom random) {
    return encoder.start();
  }

  @Override
  public int examples() {
    return first.length;
  }

  @Override
  public String settings() {
    return "dropout=" + encoder.dropout() + ", temperature=" + temperature;
  }

  @Override
  public boolean isUseful() {
    return true;
  }

  @Override
  public boolean isSlow() {
    return true;
  }

  @Override
  public NDArray loss(NDManager scope, List<NDArray> weights, int[] examples) {
    return loss(scope, weights, examples, null);
  }

  @Override
  public NDArray stepLoss(
      NDManager scope, List<NDArray> weights, int[] examples, SplittableRandom random) {
    return loss(scope, weights, examples, random);
  }

  private NDArray loss(
      NDManager scope, List<NDArray> weights, int[] examples, @Nullable SplittableRandom random) {
    int pairs = examples.length;
    List<long[]> batch = new ArrayList<>(2 * pairs);
    for (int pair : examples) {
      batch.add(windows.get(first[pair]));
    }
    for (int pair : examples) {
      batch.add(windows.get(second[pair]));
    }
    NDArray vectors = encoder.vectors(scope, weights, batch, random);
    NDArray left = vectors.get("0:" + pairs);
    NDArray right = vectors.get(pairs + ":");
    NDArray cosines = left.matMul(right.transpose());
    NDArray scores =
        TrainingLoop.scaled(scope, cosines, 1 / temperature).add(leftOut(scope, examples));
    NDArray diagonal = diagonal(scope, pairs);
    NDArray both =
        Labels.crossEntropy(scores, diagonal)
            .add(Labels.crossEntropy(scores.transpose(), diagonal));
    return TrainingLoop.scaled(scope, both, 0.5);
  }

  private NDArray leftOut(NDManager scope, int[] examples) {
    int pairs = examples.length;
    float[] cells = new float[pairs * pairs];
    for (int i = 0; i < pairs; i++) {
      for (int j = 0; j < pairs; j++) {
        int a = first[examples[i]];
        int b = second[examples[j]];
        if (i != j && (a == b || together.contains(key(a, b)))) {
          cells[i * pairs + j] = LEFT_OUT;
        }
      }
    }
    return TrainingLoop.owned(scope.create(cells, new Shape(pairs, pairs)));
  }

  private static NDArray diagonal(NDManager scope, int size) {
    float[] cells = new float[size * size];
    for (int i = 0; i < size; i++) {
      cells[i * size + i] = 1;
    }
    return TrainingLoop.owned(scope.create(cells, new Shape(size, size)));
  }
}
