package io.artrec.djl.transformer.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a BERT encoder computes of given arrays: embeddings, then layers of attention and
 * feed-forward parts, each followed by residual and layer normalisation (Devlin et al., "BERT:
 * Pre-training of Deep Bidirectional Transformers for Language Understanding", NAACL 2019).
 *
 * <p>One matrix product makes query, key and value together. What a layer computes on the way is
 * freed when the layer ends, but for what the engine keeps itself to find gradients.
 */
final class BertForward {
  private static final double MASKED = -Float.MAX_VALUE;

  private static final int WORDS = 0;
  private static final int POSITIONS = 1;
  private static final int TOKEN_TYPES = 2;
  private static final int EMBEDDING_NORM = 3;
  private static final int FIRST_LAYER = 5;
  private static final int LAYER = 12;

  private static final int HEADS = 0;
  private static final int OUTPUT = 2;
  private static final int ATTENTION_NORM = 4;
  private static final int INNER = 6;
  private static final int OUTER = 8;
  private static final int OUTPUT_NORM = 10;

  private final BertConfig config;
  private final List<NDArray> arrays;
  private final UnaryOperator<NDArray> dropout;

  /**
   * Prepares a run.
   *
   * @param config the sizes
   * @param arrays the weights, as {@link BertArray#of} orders them
   * @param dropout changes what the original drops out of: embeddings, shares of attention, and
   *     what is added to a residual
   */
  BertForward(BertConfig config, List<NDArray> arrays, UnaryOperator<NDArray> dropout) {
    this.config = config;
    this.arrays = arrays;
    this.dropout = dropout;
  }

  /**
   * Runs.
   *
   * @param ids token identities, int64 (sequences, tokens)
   * @param attention 1 for tokens, 0 for padding, int64 of the same shape
   * @param kinds token types of the same shape, zeros when null
   * @return (sequences, tokens, hidden), attached to the manager of the identities
   */
  NDArray run(NDArray ids, NDArray attention, @Nullable NDArray kinds) {
    NDManager manager = ids.getManager();
    long sequences = ids.getShape().get(0);
    long tokens = ids.getShape().get(1);
    NDArray hidden;
    NDArray mask;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      mask =
          attention
              .toType(DataType.FLOAT32, false)
              .sub(1)
              .mul(-MASKED)
              .reshape(sequences, 1, 1, tokens);
      hidden = dropout.apply(embed(ids, kinds));
      NDScope.unregister(mask, hidden);
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      NDArray next;
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        next = layer(FIRST_LAYER + LAYER * layer, hidden, mask);
        NDScope.unregister(next);
      }
      hidden.close();
      hidden = next;
    }
    mask.close();
    hidden.attach(manager);
    NDScope.register(hidden);
    return hidden;
  }

  private NDArray embed(NDArray ids, @Nullable NDArray kinds) {
    NDArray order =
        ids.getManager().arange(0, (int) ids.getShape().get(1), 1, DataType.INT64).expandDims(0);
    NDArray types = kinds == null ? ids.zerosLike() : kinds;
    NDArray sum = look(ids, WORDS).add(look(types, TOKEN_TYPES)).add(look(order, POSITIONS));
    return normalized(sum, EMBEDDING_NORM);
  }

  private NDArray look(NDArray index, int table) {
    return Embedding.embedding(index, arrays.get(table), SparseFormat.DENSE).singletonOrThrow();
  }

  private NDArray layer(int at, NDArray input, NDArray mask) {
    long sequences = input.getShape().get(0);
    long tokens = input.getShape().get(1);
    long size = config.headSize();
    // (3, sequences, heads, tokens, size)
    NDArray split =
        linear(input, at + HEADS)
            .reshape(sequences, tokens, 3, config.heads(), size)
            .transpose(2, 0, 3, 1, 4);
    NDArray products = split.get(0).matMul(split.get(1).transpose(0, 1, 3, 2));
    NDArray scores = scaled(products, 1 / Math.sqrt(config.headSize())).add(mask);
    NDArray joined =
        dropout
            .apply(scores.softmax(-1))
            .matMul(split.get(2))
            .transpose(0, 2, 1, 3)
            .reshape(sequences, tokens, config.hidden());
    NDArray attended =
        normalized(dropout.apply(linear(joined, at + OUTPUT)).add(input), at + ATTENTION_NORM);
    NDArray inner = activated(linear(attended, at + INNER));
    return normalized(dropout.apply(linear(inner, at + OUTER)).add(attended), at + OUTPUT_NORM);
  }

  /**
   * {@code factor · x}. The engine may keep the factor to find gradients with, so it must lie in
   * the engine's own memory: that of an array made from a Java number is Java's, which takes it
   * back.
   */
  private static NDArray scaled(NDArray x, double factor) {
    try (NDArray shared = x.getManager().create((float) factor)) {
      return x.mul(shared.duplicate());
    }
  }

  private NDArray activated(NDArray x) {
    return switch (config.activation()) {
      case GELU -> ai.djl.nn.Activation.gelu(x);
      case RELU -> ai.djl.nn.Activation.relu(x);
      case GELU_TANH -> {
        NDArray inside = x.add(scaled(x.mul(x).mul(x), 0.044715));
        yield x.mul(scaled(scaled(inside, Math.sqrt(2 / Math.PI)).tanh().add(1), 0.5));
      }
    };
  }

  private NDArray linear(NDArray input, int weight) {
    return Linear.linear(input, arrays.get(weight), arrays.get(weight + 1)).singletonOrThrow();
  }

  private NDArray normalized(NDArray input, int gamma) {
    return LayerNorm.layerNorm(
            input,
            new Shape(config.hidden()),
            arrays.get(gamma),
            arrays.get(gamma + 1),
            (float) config.epsilon())
        .singletonOrThrow();
  }
}
