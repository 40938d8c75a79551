package io.artrec.djl.serving.internal;

import io.artrec.djl.ModelException;
import io.artrec.djl.NeuralModel;
import io.artrec.djl.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Which of a model's outputs is meant.
 *
 * @param name its name, empty when it is meant by position
 * @param position its place among the outputs that hold floats, from 0
 */
public record OutputChoice(String name, int position) {
  /**
   * Means an output by name.
   *
   * @param name its name in an ONNX file, or its key where a TorchScript model gives a dictionary
   * @return the choice
   */
  public static OutputChoice named(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the output's name is blank, expected one of the model's");
    }
    return new OutputChoice(name, 0);
  }

  /**
   * Means an output by position.
   *
   * @param position its place, 0 or more
   * @return the choice
   */
  public static OutputChoice at(int position) {
    if (position < 0) {
      throw new IllegalArgumentException("output is " + position + ", expected 0 or more");
    }
    return new OutputChoice("", position);
  }

  /**
   * Finds the output.
   *
   * @param model the model that ran
   * @param outputs what it gave
   * @return the one meant
   * @throws ModelException when there is none; the message lists what there is
   */
  public Tensor of(NeuralModel model, List<Tensor> outputs) {
    if (name.isEmpty() && position < outputs.size()) {
      return outputs.get(position);
    }
    for (Tensor output : outputs) {
      if (!name.isEmpty() && output.name().equals(name)) {
        return output;
      }
    }
    throw new ModelException(
        "model "
            + model.name()
            + " has no output "
            + this
            + " that holds 32-bit floats; it gave "
            + described(outputs));
  }

  /**
   * Names outputs and their shapes, for messages.
   *
   * @param outputs what a model gave
   * @return for instance {@code [image_embeds[1, 512]]}
   */
  public static List<String> described(List<Tensor> outputs) {
    return outputs.stream().map(output -> output.name() + Arrays.toString(output.shape())).toList();
  }

  @Override
  public String toString() {
    return name.isEmpty() ? Integer.toString(position) : "'" + name + "'";
  }
}
