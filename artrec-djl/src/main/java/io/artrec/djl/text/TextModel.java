package io.artrec.djl.text;

import io.artrec.djl.ModelException;
import io.artrec.djl.NeuralModel;
import io.artrec.djl.Tensor;
import io.artrec.djl.serving.internal.OutputChoice;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A model that takes token ids and gives a vector for each token or each text. */
final class TextModel {
  private static final String IDS = "input_ids";
  static final String MASK = "attention_mask";
  static final String TYPES = "token_type_ids";

  private final NeuralModel model;
  private final List<String> inputs;
  private final TextEncoderOptions options;
  private final Pooling pooling;
  private final int dimensions;

  /**
   * Tries the model on texts of two lengths.
   *
   * @param model the model
   * @param options what it takes and gives, with a pooling
   * @param one ids of a text
   * @param two ids of a text of another length
   */
  TextModel(NeuralModel model, TextEncoderOptions options, long[] one, long[] two) {
    this.model = model;
    this.options = options;
    this.pooling = options.pooling().orElse(Pooling.MEAN);
    this.inputs = inputs(model, options);
    dimensions = vectors(List.of(one), new Workspace())[0].length;
    run(List.of(two), new Workspace());
  }

  int dimensions() {
    return dimensions;
  }

  /** Whether texts of different length may share a batch. */
  boolean mixesLengths() {
    return inputs.contains(MASK) || options.padding().isPresent();
  }

  private static List<String> inputs(NeuralModel model, TextEncoderOptions options) {
    List<String> wanted = model.inputs();
    if (wanted.isEmpty()) {
      return some(options.attentionMask(), options.tokenTypes());
    }
    Set<String> known = Set.of(IDS, MASK, TYPES);
    if (!wanted.contains(IDS) || !known.containsAll(wanted)) {
      throw new ModelException(
          "model "
              + model.name()
              + " takes the inputs "
              + wanted
              + "; a text encoder takes input_ids and maybe attention_mask and token_type_ids");
    }
    return some(wanted.contains(MASK), wanted.contains(TYPES));
  }

  private static List<String> some(boolean mask, boolean types) {
    List<String> names = new ArrayList<>(List.of(IDS));
    if (mask) {
      names.add(MASK);
    }
    if (types) {
      names.add(TYPES);
    }
    return List.copyOf(names);
  }

  /**
   * Runs a batch.
   *
   * @param windows token ids, one row each
   * @param workspace holds the inputs
   * @return a pooled vector for each window
   */
  double[][] run(List<long[]> windows, Workspace workspace) {
    double[][] vectors = vectors(windows, workspace);
    if (vectors[0].length != dimensions) {
      throw new ModelException(
          "model "
              + model.name()
              + " gave "
              + vectors[0].length
              + " dimensions for one text and "
              + dimensions
              + " for another; it is no text encoder");
    }
    return vectors;
  }

  private double[][] vectors(List<long[]> windows, Workspace workspace) {
    int tokens = windows.stream().mapToInt(window -> window.length).max().orElse(0);
    long filler = options.padding().orElse(0L);
    if (options.padding().isPresent()) {
      tokens = options.maxTokens().orElse(tokens);
    }
    List<Tensor> outputs = model.run(workspace.fill(windows, inputs, tokens, filler));
    Tensor states = states(outputs, windows.size(), tokens);
    long[] shape = states.shape();
    int width = (int) shape[shape.length - 1];
    FloatBuffer values = states.floats();
    double[][] vectors = new double[windows.size()][width];
    for (int row = 0; row < vectors.length; row++) {
      if (shape.length == 3) {
        int start = row * tokens * width;
        pooling.pool(values, start, windows.get(row).length, vectors[row]);
      } else {
        Pooling.CLS.pool(values, row * width, 1, vectors[row]);
      }
    }
    return vectors;
  }

  /** Token vectors where the model has them, else its own vector for each text. */
  private Tensor states(List<Tensor> all, int rows, int tokens) {
    List<Tensor> outputs =
        options.output().map(choice -> List.of(choice.of(model, all))).orElse(all);
    for (Tensor output : outputs) {
      long[] shape = output.shape();
      if (shape.length == 3 && shape[0] == rows && shape[1] == tokens && shape[2] > 0) {
        return output;
      }
    }
    for (Tensor output : outputs) {
      long[] shape = output.shape();
      if (shape.length == 2 && shape[0] == rows && shape[1] > 0) {
        return output;
      }
    }
    throw new ModelException(
        "model "
            + model.name()
            + " gave "
            + OutputChoice.described(outputs)
            + " for "
            + rows
            + " texts of "
            + tokens
            + " tokens; a text encoder gives floats [texts × tokens × dimensions] or [texts ×"
            + " dimensions]");
  }
}
