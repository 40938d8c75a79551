package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * What {@link SequenceTrainer} trains: the table of tokens' vectors, the layer's weights, and the
 * map to classes.
 *
 * @param layer makes one vector of a sequence's
 * @param size vocabulary, width of the table, most tokens, classes
 * @param labeled sequences with their answers
 * @param dropout which share of the layer's numbers is left out in each step
 * @param given vectors that tokens begin with; others are drawn
 */
record SequenceNetwork(
    SequenceLayer layer,
    Size size,
    Examples labeled,
    double dropout,
    IntFunction<Optional<float[]>> given)
    implements Network {

  /** How large the network is. */
  record Size(int vocabulary, int width, int maxTokens, int classes) {}

  /** What it learns from. */
  record Examples(List<int[]> sequences, List<float[]> answers) {}

  @Override
  public List<Start> start(SplittableRandom random) {
    List<Start> start = new ArrayList<>();
    Start table = Start.random(random, size.width(), size.vocabulary(), size.width());
    for (int token = 0; token < size.vocabulary(); token++) {
      Optional<float[]> vector = given.apply(token);
      if (vector.isPresent()) {
        System.arraycopy(vector.get(), 0, table.values(), token * size.width(), size.width());
      }
    }
    start.add(table);
    for (SequenceLayer.Weight weight : layer.weights(size.width(), size.maxTokens())) {
      start.add(weight.start(random));
    }
    int outputs = layer.outputs(size.width());
    start.add(Start.random(random, outputs, size.classes(), outputs));
    start.add(Start.zeros(size.classes()));
    return start;
  }

  @Override
  public int examples() {
    return labeled.sequences().size();
  }

  @Override
  public NDArray loss(NDManager scope, List<NDArray> weights, int[] examples) {
    SequenceBatch batch = batch(scope, examples);
    return loss(batch, pooled(batch, weights), weights, examples);
  }

  @Override
  public NDArray stepLoss(
      NDManager scope, List<NDArray> weights, int[] examples, SplittableRandom random) {
    SequenceBatch batch = batch(scope, examples);
    NDArray pooled = pooled(batch, weights);
    if (dropout > 0) {
      pooled = pooled.mul(kept(batch, random));
    }
    return loss(batch, pooled, weights, examples);
  }

  private SequenceBatch batch(NDManager scope, int[] examples) {
    return SequenceBatch.of(scope, labeled.sequences(), examples, size.maxTokens());
  }

  private NDArray pooled(SequenceBatch batch, List<NDArray> weights) {
    return layer.pooled(batch, weights.get(0), weights.subList(1, weights.size() - 2));
  }

  /** 0 for what is left out; what stays makes up for it. */
  private NDArray kept(SequenceBatch batch, SplittableRandom random) {
    int outputs = layer.outputs(size.width());
    float[] kept = new float[batch.size() * outputs];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = random.nextDouble() < dropout ? 0 : (float) (1 / (1 - dropout));
    }
    return batch.numbers(kept, new Shape(batch.size(), outputs));
  }

  private NDArray loss(SequenceBatch batch, NDArray pooled, List<NDArray> weights, int[] examples) {
    float[] right = new float[examples.length * size.classes()];
    for (int i = 0; i < examples.length; i++) {
      float[] answer = labeled.answers().get(examples[i]);
      System.arraycopy(answer, 0, right, i * size.classes(), size.classes());
    }
    int last = weights.size() - 1;
    NDArray scores = Labels.affine(pooled, weights.get(last - 1), weights.get(last));
    NDArray oneHot = batch.numbers(right, new Shape(examples.length, size.classes()));
    return Labels.crossEntropy(scores, oneHot);
  }
}
