package io.artrec.djl.text;

import io.artrec.djl.ModelException;
import io.artrec.djl.NeuralModel;
import io.artrec.djl.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A model that takes token ids and gives a vector for each token or each text. */
final class TextModel {
  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";

  private final NeuralModel model;
  private final List<String> inputs;
  private final Pooling pooling;
  private final int dimensions;

  /**
   * Tries the model on texts of two lengths.
   *
   * @param model the model
   * @param tokenTypes whether one that does not name its inputs takes token types
   * @param pooling joins the tokens
   * @param one ids of a text
   * @param two ids of a text of another length
   */
  TextModel(NeuralModel model, boolean tokenTypes, Pooling pooling, long[] one, long[] two) {
    this.model = model;
    this.pooling = pooling;
    this.inputs = inputs(model, tokenTypes);
    dimensions = vectors(List.of(one), new Workspace())[0].length;
    run(List.of(two), new Workspace());
  }

  int dimensions() {
    return dimensions;
  }

  private static List<String> inputs(NeuralModel model, boolean tokenTypes) {
    List<String> wanted = model.inputs();
    if (wanted.isEmpty()) {
      return tokenTypes ? List.of(IDS, MASK, TYPES) : List.of(IDS, MASK);
    }
    Set<String> known = Set.of(IDS, MASK, TYPES);
    if (!wanted.contains(IDS) || !wanted.contains(MASK) || !known.containsAll(wanted)) {
      throw new ModelException(
          "model "
              + model.name()
              + " takes the inputs "
              + wanted
              + "; a text encoder takes input_ids, attention_mask and maybe token_type_ids");
    }
    return wanted.contains(TYPES) ? List.of(IDS, MASK, TYPES) : List.of(IDS, MASK);
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
    List<Tensor> outputs = model.run(workspace.fill(windows, inputs));
    int tokens = windows.stream().mapToInt(window -> window.length).max().orElse(0);
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
  private Tensor states(List<Tensor> outputs, int rows, int tokens) {
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
    List<String> found =
        outputs.stream().map(output -> output.name() + Arrays.toString(output.shape())).toList();
    throw new ModelException(
        "model "
            + model.name()
            + " gave "
            + found
            + " for "
            + rows
            + " texts of "
            + tokens
            + " tokens; a text encoder gives floats [texts × tokens × dimensions] or [texts ×"
            + " dimensions]");
  }
}
