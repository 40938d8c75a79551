package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.norm.LayerNorm;
import io.artrec.djl.TorchEngine;
import io.artrec.djl.causal.TinyGpt;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trains {@link TinyGpt}: the same arithmetic in DJL's operations, all of a text at once, written
 * apart from the TorchScript and so a reference for it.
 */
public final class GptTraining implements Network {
  private final TinyGpt gpt;
  private final List<long[]> texts;

  private GptTraining(TinyGpt gpt, List<long[]> texts) {
    this.gpt = gpt;
    this.texts = texts;
  }

  /** Weights that have seen texts, all of one length, some times. */
  public static List<float[]> train(TinyGpt gpt, List<long[]> texts, int epochs) {
    TrainingOptions options =
        TrainingOptions.standard()
            .epochs(epochs)
            .batchSize(32)
            .learningRate(0.01)
            .regularization(0)
            .validationShare(0);
    return new TrainingLoop(
            "training a tiny GPT",
            new GptTraining(gpt, texts),
            options,
            Progress.silent(),
            new Cancellation())
        .run()
        .weights();
  }

  /** The logits after each token of a text. */
  public static float[] logits(TinyGpt gpt, List<float[]> weights, long[] text) {
    try (NDManager scope = TorchEngine.start().newBaseManager();
        NDScope temporary = new NDScope()) {
      temporary.suppressNotUsedWarning();
      List<NDArray> arrays = new ArrayList<>();
      for (int i = 0; i < weights.size(); i++) {
        arrays.add(scope.create(weights.get(i), new Shape(gpt.shapes().get(i))));
      }
      NDArray ids = scope.create(text, new Shape(1, text.length));
      return new GptTraining(gpt, List.of()).forward(arrays, ids).toFloatArray();
    }
  }

  @Override
  public List<Start> start(SplittableRandom random) {
    List<Start> start = new ArrayList<>();
    List<long[]> shapes = gpt.shapes();
    List<float[]> chance = gpt.random(random.nextLong(), 0.1);
    for (int i = 0; i < shapes.size(); i++) {
      boolean matrix = shapes.get(i).length == 2;
      float[] values = chance.get(i);
      if (!matrix) {
        Arrays.fill(values, gpt.isGain(i) ? 1 : 0);
      }
      start.add(Start.of(values, shapes.get(i)));
    }
    return start;
  }

  @Override
  public int examples() {
    return texts.size();
  }

  @Override
  public NDArray loss(NDManager scope, List<NDArray> weights, int[] examples) {
    int length = texts.get(0).length - 1;
    long[] ids = new long[examples.length * length];
    long[] labels = new long[ids.length];
    for (int i = 0; i < examples.length; i++) {
      long[] text = texts.get(examples[i]);
      System.arraycopy(text, 0, ids, i * length, length);
      System.arraycopy(text, 1, labels, i * length, length);
    }
    NDArray logits = forward(weights, scope.create(ids, new Shape(examples.length, length)));
    NDArray chosen =
        scope.create(labels, new Shape(examples.length, length)).oneHot(gpt.vocabulary());
    return logits.logSoftmax(-1).mul(chosen).sum().div(-ids.length);
  }

  private NDArray forward(List<NDArray> w, NDArray ids) {
    NDManager scope = ids.getManager();
    int count = (int) ids.getShape().get(1);
    NDArray places = scope.arange(0, count, 1, DataType.INT64).expandDims(0);
    NDArray later = scope.eye(count).cumSum(1).sub(scope.eye(count));
    NDArray x = look(ids, w.get(0)).add(look(places, w.get(1)));
    for (int layer = 0; layer < gpt.layers(); layer++) {
      x = layer(w, 2 + 12 * layer, x, later.mul(-1e9f));
    }
    int last = 2 + 12 * gpt.layers();
    return norm(x, w, last).matMul(w.get(0).transpose());
  }

  private NDArray layer(List<NDArray> w, int at, NDArray x, NDArray bias) {
    Shape shape = x.getShape();
    int size = TinyGpt.HIDDEN / gpt.heads();
    NDArray split =
        linear(norm(x, w, at), w, at + 2)
            .reshape(shape.get(0), shape.get(1), 3, gpt.heads(), size)
            .transpose(2, 0, 3, 1, 4);
    NDArray products = split.get(0).matMul(split.get(1).transpose(0, 1, 3, 2));
    NDArray joined =
        products
            .div((float) Math.sqrt(size))
            .add(bias)
            .softmax(-1)
            .matMul(split.get(2))
            .transpose(0, 2, 1, 3)
            .reshape(shape);
    NDArray attended = x.add(linear(joined, w, at + 4));
    NDArray inner = Activation.gelu(linear(norm(attended, w, at + 6), w, at + 8));
    return attended.add(linear(inner, w, at + 10));
  }

  private static NDArray look(NDArray ids, NDArray table) {
    NDList found = Embedding.embedding(ids, table, SparseFormat.DENSE);
    return found.singletonOrThrow();
  }

  private static NDArray linear(NDArray x, List<NDArray> w, int at) {
    return x.matMul(w.get(at)).add(w.get(at + 1));
  }

  private static NDArray norm(NDArray x, List<NDArray> w, int at) {
    return LayerNorm.layerNorm(x, new Shape(TinyGpt.HIDDEN), w.get(at), w.get(at + 1), 1e-5f)
        .singletonOrThrow();
  }
}
