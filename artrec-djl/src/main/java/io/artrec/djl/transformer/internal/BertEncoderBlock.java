package io.artrec.djl.transformer.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A BERT encoder as a block of DJL: checks what goes in and holds weights that are fixed. */
final class BertEncoderBlock extends AbstractBlock {
  private static final byte VERSION = 1;

  private final BertConfig config;
  private final List<Parameter> weights = new ArrayList<>();

  BertEncoderBlock(BertWeights from, NDManager manager) {
    super(VERSION);
    config = from.config();
    for (BertArray array : BertArray.of(from)) {
      weights.add(fixed(array, manager));
    }
    Shape tokens = new Shape(1, config.positions());
    initialize(manager, DataType.FLOAT32, tokens, tokens);
  }

  private Parameter fixed(BertArray array, NDManager manager) {
    Parameter parameter =
        Parameter.builder()
            .setName(array.name())
            .setType(Parameter.Type.OTHER)
            .optRequiresGrad(false)
            .build();
    // An array made from Java numbers shares their buffer, which is aligned for Java only.
    try (NDArray shared = manager.create(array.values(), new Shape(array.shape()))) {
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
    List<NDArray> arrays =
        weights.stream().map(weight -> store.getValue(weight, ids.getDevice(), false)).toList();
    return new NDList(
        new BertForward(config, arrays, UnaryOperator.identity())
            .run(ids, inputs.get(1), inputs.size() > 2 ? inputs.get(2) : null));
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
}
