package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * An encoder with a linear head on its vectors: {@code softmax(W·e(text) + b)} with cross-entropy.
 */
final class ClassTuning implements Network {
  private final TunableEncoder encoder;
  private final double headRate;
  private final List<long[]> windows;
  private final int[] labels;
  private final int classes;

  /**
   * Makes the network.
   *
   * @param encoder the encoder
   * @param headRate the head's multiple of the learning rate
   * @param windows the tokens of each text
   * @param labels the class of each text
   * @param classes how many there are
   */
  ClassTuning(
      TunableEncoder encoder, double headRate, List<long[]> windows, int[] labels, int classes) {
    this.encoder = encoder;
    this.headRate = headRate;
    this.windows = windows;
    this.labels = labels;
    this.classes = classes;
  }

  @Override
  public List<Start> start(SplittableRandom random) {
    List<Start> start = new ArrayList<>(encoder.start());
    int width = encoder.dimensions();
    start.add(Start.random(random, width, classes, width).rate(headRate));
    start.add(Start.zeros(classes).rate(headRate).undecayed());
    return start;
  }

  @Override
  public String settings() {
    return "dropout=" + encoder.dropout();
  }

  @Override
  public int examples() {
    return windows.size();
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
    List<long[]> batch = new ArrayList<>(examples.length);
    float[] right = new float[examples.length * classes];
    for (int i = 0; i < examples.length; i++) {
      batch.add(windows.get(examples[i]));
      right[i * classes + labels[examples[i]]] = 1;
    }
    int head = encoder.arrays();
    NDArray vectors = encoder.vectors(scope, weights, batch, random);
    NDArray scores = Labels.affine(vectors, weights.get(head), weights.get(head + 1));
    return Labels.crossEntropy(
        scores, TrainingLoop.owned(scope.create(right, new Shape(examples.length, classes))));
  }
}
