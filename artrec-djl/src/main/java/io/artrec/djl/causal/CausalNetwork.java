package io.artrec.djl.causal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import io.artrec.djl.InferenceException;
import io.artrec.djl.NeuralModel;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The module of a TorchScript file: {@code forward(input_ids, position_ids, attention_mask,
 * past_key_values)} gives logits [rows × tokens × vocabulary] and, for each layer, keys and values
 * [rows × heads × (past + tokens) × size]. The tuples are made here, as DJL's own way ({@code
 * past_key_values(12,2)} as an array's name) frees the outer one alone, and with it no keys.
 */
final class CausalNetwork {
  private final NeuralModel model;
  private final PtSymbolBlock block;
  private final CausalConfig config;
  private final List<CausalInput> inputs;
  private final int vocabulary;

  CausalNetwork(NeuralModel model, CausalConfig config, List<CausalInput> inputs) {
    this.model = model;
    this.config = config;
    this.inputs = inputs;
    block = (PtSymbolBlock) model.model().getBlock();
    JniUtils.enableInferenceMode(block);
    // Read once, so that a file that is no such model is refused when it is opened.
    try (NDManager scope = newScope()) {
      NDArray logits = run(scope, new long[][] {{0}}, nothing(scope), 0).get(0);
      vocabulary = Math.toIntExact(logits.getShape().get(2));
    }
  }

  /** How many logits there are, which may be more than the tokenizer's tokens. */
  int vocabulary() {
    return vocabulary;
  }

  NDManager newScope() {
    return model.model().getNDManager().newSubManager();
  }

  CausalConfig config() {
    return config;
  }

  /** Keys and values of nothing. */
  NDList nothing(NDManager manager) {
    NDList past = new NDList();
    for (int i = 0; i < 2 * config.layers(); i++) {
      past.add(
          manager.create(new Shape(1, config.heads(), 0, config.headSize()), DataType.FLOAT32));
    }
    return past;
  }

  /**
   * Reads tokens.
   *
   * @param scope owns what comes out
   * @param tokens as many in each row
   * @param past keys and values of what was read before
   * @param length tokens that these are of
   * @return logits, then keys and values of everything
   */
  NDList run(NDManager scope, long[][] tokens, NDList past, int length) {
    List<IValue> owned = new ArrayList<>();
    try {
      List<IValue> arguments = new ArrayList<>();
      for (CausalInput input : inputs) {
        arguments.add(own(owned, input(input, scope, tokens, length)));
      }
      IValue[] layers = new IValue[config.layers()];
      for (int layer = 0; layer < layers.length; layer++) {
        IValue key = own(owned, past.get(2 * layer));
        IValue value = own(owned, past.get(2 * layer + 1));
        layers[layer] = IValue.tupleFrom(key, value);
        owned.add(layers[layer]);
      }
      arguments.add(IValue.tupleFrom(layers));
      owned.add(arguments.get(inputs.size()));
      NDList out;
      try (IValue result = block.forward(arguments.toArray(new IValue[0]))) {
        out = result.toNDList((PtNDManager) scope);
      }
      return checked(out, tokens, length);
    } catch (RuntimeException e) {
      if (e instanceof InferenceException known) {
        throw known;
      }
      throw new InferenceException(
          "model "
              + model.name()
              + " failed on "
              + tokens.length
              + " × "
              + tokens[0].length
              + " tokens after "
              + length
              + ": its forward takes other inputs than "
              + inputs
              + " and a tuple of "
              + config.layers()
              + " keys and values, see CausalOptions.inputs, or its device is out of memory",
          e);
    } finally {
      owned.forEach(IValue::close);
    }
  }

  private static IValue own(List<IValue> owned, NDArray array) {
    IValue value = IValue.from((PtNDArray) array);
    owned.add(value);
    return value;
  }

  private static NDArray input(CausalInput input, NDManager scope, long[][] tokens, int length) {
    int rows = tokens.length;
    int columns = tokens[0].length + (input == CausalInput.MASK ? length : 0);
    long[] values = new long[rows * columns];
    switch (input) {
      case IDS -> {
        for (int row = 0; row < rows; row++) {
          System.arraycopy(tokens[row], 0, values, row * columns, columns);
        }
      }
      case POSITIONS -> Arrays.setAll(values, i -> length + i % columns);
      case MASK -> Arrays.fill(values, 1);
    }
    // An array made from Java numbers shares their buffer; this one is used up within the call.
    return scope.create(LongBuffer.wrap(values), new Shape(rows, columns), DataType.INT64);
  }

  private NDList checked(NDList out, long[][] tokens, int length) {
    int rows = tokens.length;
    int count = tokens[0].length;
    boolean fits =
        out.size() == 1 + 2 * config.layers()
            && out.get(0).getShape().dimension() == 3
            && out.get(0).getShape().get(0) == rows
            && out.get(0).getShape().get(1) == count;
    Shape kept = new Shape(rows, config.heads(), length + count, config.headSize());
    for (int i = 1; fits && i < out.size(); i++) {
      fits = out.get(i).getShape().equals(kept);
    }
    if (!fits) {
      List<Shape> shapes = out.stream().map(NDArray::getShape).toList();
      throw new InferenceException(
          "model "
              + model.name()
              + " gave arrays of "
              + shapes
              + ", expected logits ("
              + rows
              + ", "
              + count
              + ", vocabulary), then "
              + 2 * config.layers()
              + " keys and values "
              + kept
              + "; its config.json must be its own, and it must be saved with use_cache");
    }
    return out;
  }
}
