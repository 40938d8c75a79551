package io.artrec.djl.training;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.List;

/**
 * A small trained network that gives dense vectors, such as sentence embeddings, shares of classes.
 * Answers in plain Java without any engine. Immutable and thread-safe; one answer costs O(inputs ·
 * hidden + hidden · outputs).
 */
public final class DenseHead {
  private static final int FORMAT = 2;

  private final int inputs;
  private final float[] hiddenWeight;
  private final float[] hiddenBias;
  private final float[] weight;
  private final float[] bias;
  private final double loss;

  DenseHead(int inputs, List<float[]> weights, double loss) {
    this.inputs = inputs;
    int last = weights.size() - 2;
    this.hiddenWeight = last == 0 ? new float[0] : weights.get(0);
    this.hiddenBias = last == 0 ? new float[0] : weights.get(1);
    this.weight = weights.get(last);
    this.bias = weights.get(last + 1);
    this.loss = loss;
  }

  /**
   * Returns the length of the vectors it takes.
   *
   * @return the dimensions
   */
  public int inputs() {
    return inputs;
  }

  /** {@return how many classes it tells apart, 2 or more} */
  public int outputs() {
    return bias.length;
  }

  /**
   * Returns how wrong it was on the examples held back, or in the last epoch when none were.
   *
   * @return mean cross-entropy in nats
   */
  public double loss() {
    return loss;
  }

  /**
   * Answers for one vector.
   *
   * @param vector of {@link #inputs()} finite numbers
   * @return each class's share, adding up to 1
   */
  public double[] apply(float[] vector) {
    if (vector.length != inputs) {
      throw new IllegalArgumentException(
          "vector dimension " + vector.length + ", expected " + inputs);
    }
    double[] x = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      if (!Float.isFinite(vector[i])) {
        throw new IllegalArgumentException(
            "component " + i + " of the vector is " + vector[i] + ", expected a finite number");
      }
      x[i] = vector[i];
    }
    if (hiddenBias.length > 0) {
      x = Matrices.relu(Matrices.affine(hiddenWeight, hiddenBias, x));
    }
    return Matrices.softmax(Matrices.affine(weight, bias, x));
  }

  /**
   * Finds the likeliest class.
   *
   * @param vector of {@link #inputs()} finite numbers
   * @return the class with the largest share, the first of equals
   */
  public int classify(float[] vector) {
    return Matrices.best(apply(vector));
  }

  /**
   * Saves everything it knows.
   *
   * @param out receives it
   */
  public void save(StateWriter out) {
    out.putLong("dense-head", FORMAT);
    out.putLong("inputs", inputs);
    out.putDouble("loss", loss);
    out.putFloats("hidden-weight", hiddenWeight);
    out.putFloats("hidden-bias", hiddenBias);
    out.putFloats("weight", weight);
    out.putFloats("bias", bias);
  }

  /**
   * Loads what {@link #save} wrote.
   *
   * @param in gives it back
   * @return an equal head
   * @throws ModelFileException when it is damaged or of a later version
   */
  public static DenseHead load(StateReader in) {
    long format = in.getLong("dense-head");
    if (format != FORMAT) {
      throw new ModelFileException(
          "loading a dense head: format " + format + ", this version reads " + FORMAT);
    }
    long inputs = in.getLong("inputs");
    double loss = in.getFinite("loss");
    float[] hiddenWeight = in.getFloats("hidden-weight");
    float[] hiddenBias = in.getFloats("hidden-bias");
    float[] weight = in.getFloats("weight");
    float[] bias = in.getFloats("bias");
    long width = hiddenBias.length > 0 ? hiddenBias.length : inputs;
    if (inputs < 1
        || inputs > Integer.MAX_VALUE
        || hiddenWeight.length != hiddenBias.length * inputs
        || bias.length < 2
        || weight.length != bias.length * width) {
      throw new ModelFileException(
          "loading a dense head: "
              + inputs
              + " inputs, "
              + hiddenWeight.length
              + " and "
              + weight.length
              + " weights, "
              + hiddenBias.length
              + " and "
              + bias.length
              + " biases do not fit together");
    }
    List<float[]> weights =
        hiddenBias.length > 0
            ? List.of(hiddenWeight, hiddenBias, weight, bias)
            : List.of(weight, bias);
    for (float[] part : weights) {
      for (float value : part) {
        if (!Float.isFinite(value)) {
          throw new ModelFileException(
              "loading a dense head: a weight is " + value + ", expected finite numbers");
        }
      }
    }
    return new DenseHead((int) inputs, weights, loss);
  }
}
