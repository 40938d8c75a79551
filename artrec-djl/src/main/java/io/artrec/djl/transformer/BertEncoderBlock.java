package io.artrec.djl.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.artrec.djl.onnx.OnnxTensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A BERT encoder in DJL's arrays: embeddings, then layers of attention and feed-forward parts, each
 * followed by residual and layer normalisation (Devlin et al., "BERT: Pre-training of Deep
 * Bidirectional Transformers for Language Understanding", NAACL 2019). Its weights are fixed.
 *
 * <p>One matrix product makes query, key and value together. What a layer computes on the way is
 * freed when the layer ends.
 */
final class BertEncoderBlock extends AbstractBlock {
  private static final byte VERSION = 1;
  private static final double MASKED = -Float.MAX_VALUE;

  private final BertConfig config;
  private final Parameter words;
  private final Parameter positions;
  private final Parameter tokenTypes;
  private final Norm embeddingNorm;
  private final List<Layer> layers = new ArrayList<>();

  private record Norm(Parameter gamma, Parameter beta) {}

  private record Weighted(Parameter weight, Parameter bias) {}

  private record Layer(
      Weighted heads,
      Weighted output,
      Norm attentionNorm,
      Weighted inner,
      Weighted outer,
      Norm outputNorm) {}

  /** Everything that one call shares between layers. */
  private record Call(ParameterStore store, NDArray mask, Shape sequences) {}

  BertEncoderBlock(BertWeights weights, NDManager manager) {
    super(VERSION);
    config = weights.config();
    words = table("words", weights.words(), manager);
    positions = table("positions", weights.positions(), manager);
    tokenTypes = table("token-types", weights.tokenTypes(), manager);
    embeddingNorm = norm("embeddings", weights.embeddingNorm(), manager);
    for (BertWeights.Layer from : weights.layers()) {
      String name = "layer-" + layers.size();
      layers.add(
          new Layer(
              weighted(name + "-heads", manager, List.of(from.query(), from.key(), from.value())),
              weighted(name + "-attention", manager, List.of(from.output())),
              norm(name + "-attention", from.attentionNorm(), manager),
              weighted(name + "-inner", manager, List.of(from.inner())),
              weighted(name + "-outer", manager, List.of(from.outer())),
              norm(name + "-output", from.outputNorm(), manager)));
    }
    Shape tokens = new Shape(1, config.positions());
    initialize(manager, DataType.FLOAT32, tokens, tokens);
  }

  private Parameter table(String name, OnnxTensor table, NDManager manager) {
    long[] dimensions = table.dimensions();
    return fixed(name, manager, table.floats(), new Shape(dimensions));
  }

  private Norm norm(String name, BertWeights.Norm norm, NDManager manager) {
    Shape shape = new Shape(config.hidden());
    return new Norm(
        fixed(name + "-norm-gamma", manager, norm.gamma().floats(), shape),
        fixed(name + "-norm-beta", manager, norm.beta().floats(), shape));
  }

  private Weighted weighted(String name, NDManager manager, List<BertWeights.Linear> parts) {
    int in = parts.get(0).in();
    int out = parts.stream().mapToInt(BertWeights.Linear::out).sum();
    float[] weight = new float[in * out];
    float[] bias = new float[out];
    int row = 0;
    for (BertWeights.Linear part : parts) {
      System.arraycopy(part.rows(), 0, weight, row * in, part.out() * in);
      System.arraycopy(part.bias().floats(), 0, bias, row, part.out());
      row += part.out();
    }
    return new Weighted(
        fixed(name + "-weight", manager, weight, new Shape(out, in)),
        fixed(name + "-bias", manager, bias, new Shape(out)));
  }

  private Parameter fixed(String name, NDManager manager, float[] values, Shape shape) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new UnsupportedModelException(
            "loading a BERT encoder: the weights '"
                + name
                + "' hold "
                + value
                + ", expected finite numbers");
      }
    }
    Parameter parameter =
        Parameter.builder()
            .setName(name)
            .setType(Parameter.Type.OTHER)
            .optRequiresGrad(false)
            .build();
    // An array made from Java numbers shares their buffer, which is aligned for Java only.
    try (NDArray shared = manager.create(values, shape)) {
      parameter.setArray(shared.duplicate());
    }
    return addParameter(parameter);
  }

  BertConfig config() {
    return config;
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0].add(config.hidden())};
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> parameters) {
    NDArray ids = checked(inputs);
    NDManager manager = ids.getManager();
    NDArray hidden = null;
    NDArray mask;
    NDArray kinds = inputs.size() > 2 ? inputs.get(2) : null;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      mask =
          inputs
              .get(1)
              .toType(DataType.FLOAT32, false)
              .sub(1)
              .mul(-MASKED)
              .reshape(ids.getShape().get(0), 1, 1, ids.getShape().get(1));
      hidden = embed(store, ids, kinds);
      NDScope.unregister(mask, hidden);
    }
    Call call = new Call(store, mask, ids.getShape());
    for (Layer layer : layers) {
      NDArray next;
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        next = layer(call, layer, hidden);
        NDScope.unregister(next);
      }
      hidden.close();
      hidden = next;
    }
    mask.close();
    hidden.attach(manager);
    NDScope.register(hidden);
    return new NDList(hidden);
  }

  private NDArray checked(NDList inputs) {
    if (inputs.size() < 2 || inputs.size() > 3) {
      throw new IllegalArgumentException(
          "a BERT encoder got "
              + inputs.size()
              + " arrays, expected token identities, attention mask and, if wanted, token types");
    }
    NDArray ids = inputs.get(0);
    for (NDArray input : inputs) {
      if (input.getShape().dimension() != 2
          || !input.getShape().equals(ids.getShape())
          || input.getDataType() != DataType.INT64) {
        throw new IllegalArgumentException(
            "a BERT encoder got an array "
                + input.getDataType()
                + " "
                + input.getShape()
                + ", expected int64 (sequences, tokens), all of one shape");
      }
    }
    long tokens = ids.getShape().get(1);
    if (tokens < 1 || tokens > config.positions()) {
      throw new IllegalArgumentException(
          "a BERT encoder got sequences of "
              + tokens
              + " tokens, expected 1 to "
              + config.positions()
              + "; cut the texts");
    }
    checkRange("token identities", ids, config.vocabulary());
    if (inputs.size() > 2) {
      checkRange("token types", inputs.get(2), config.tokenTypes());
    }
    return ids;
  }

  /** Looking up a row that is not there would take a GPU's context down with it. */
  private static void checkRange(String what, NDArray values, int below) {
    if (values.isEmpty()) {
      return;
    }
    try (NDArray least = values.min();
        NDArray most = values.max()) {
      long low = least.getLong();
      long high = most.getLong();
      if (low < 0 || high >= below) {
        throw new IllegalArgumentException(
            "a BERT encoder got "
                + what
                + " from "
                + low
                + " to "
                + high
                + ", expected 0 to "
                + (below - 1)
                + "; the tokenizer must be the model's own");
      }
    }
  }

  private NDArray embed(ParameterStore store, NDArray ids, @Nullable NDArray kinds) {
    NDManager manager = ids.getManager();
    NDArray order = manager.arange(0, (int) ids.getShape().get(1), 1, DataType.INT64).expandDims(0);
    NDArray types = kinds == null ? ids.zerosLike() : kinds;
    NDArray sum =
        look(store, ids, words)
            .add(look(store, types, tokenTypes))
            .add(look(store, order, positions));
    return normalized(store, sum, embeddingNorm);
  }

  private static NDArray look(ParameterStore store, NDArray index, Parameter table) {
    return Embedding.embedding(index, value(store, index, table), SparseFormat.DENSE)
        .singletonOrThrow();
  }

  private NDArray layer(Call call, Layer layer, NDArray input) {
    long sequences = call.sequences.get(0);
    long tokens = call.sequences.get(1);
    long size = config.headSize();
    // (3, sequences, heads, tokens, size)
    NDArray split =
        linear(call.store, input, layer.heads)
            .reshape(sequences, tokens, 3, config.heads(), size)
            .transpose(2, 0, 3, 1, 4);
    NDArray scores =
        split
            .get(0)
            .matMul(split.get(1).transpose(0, 1, 3, 2))
            .mul((float) (1 / Math.sqrt(config.headSize())))
            .add(call.mask);
    NDArray joined =
        scores
            .softmax(-1)
            .matMul(split.get(2))
            .transpose(0, 2, 1, 3)
            .reshape(sequences, tokens, config.hidden());
    NDArray attended =
        normalized(
            call.store, linear(call.store, joined, layer.output).add(input), layer.attentionNorm);
    NDArray inner = activated(linear(call.store, attended, layer.inner));
    return normalized(
        call.store, linear(call.store, inner, layer.outer).add(attended), layer.outputNorm);
  }

  private NDArray activated(NDArray x) {
    return switch (config.activation()) {
      case GELU -> ai.djl.nn.Activation.gelu(x);
      case RELU -> ai.djl.nn.Activation.relu(x);
      case GELU_TANH ->
          x.mul(x.add(x.pow(3).mul(0.044715)).mul(Math.sqrt(2 / Math.PI)).tanh().add(1).mul(0.5));
    };
  }

  private static NDArray linear(ParameterStore store, NDArray input, Weighted weighted) {
    return Linear.linear(
            input, value(store, input, weighted.weight), value(store, input, weighted.bias))
        .singletonOrThrow();
  }

  private NDArray normalized(ParameterStore store, NDArray input, Norm norm) {
    return LayerNorm.layerNorm(
            input,
            new Shape(config.hidden()),
            value(store, input, norm.gamma),
            value(store, input, norm.beta),
            (float) config.epsilon())
        .singletonOrThrow();
  }

  private static NDArray value(ParameterStore store, NDArray beside, Parameter parameter) {
    return store.getValue(parameter, beside.getDevice(), false);
  }
}
