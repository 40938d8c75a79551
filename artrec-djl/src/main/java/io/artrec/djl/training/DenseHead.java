package io.artrec.djl.training;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.List;

/**
 * A small trained network on dense vectors, such as sentence embeddings: shares of classes, or
 * numbers. Answers in plain Java without any engine. Immutable and thread-safe; one answer costs
 * O(inputs · hidden + hidden · outputs).
 */
public final class DenseHead {
  private static final int FORMAT = 1;

  private final int inputs;
  private final boolean classifier;
  private final float[] hiddenWeight;
  private final float[] hiddenBias;
  private final float[] weight;
  private final float[] bias;
  private final double loss;

  DenseHead(int inputs, boolean classifier, List<float[]> weights, double loss) {
    this.inputs = inputs;
    this.classifier = classifier;
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

  /**
   * Returns how many classes it tells apart, or how many numbers it gives.
   *
   * @return 2 or more for a classifier, 1 or more otherwise
   */
  public int outputs() {
    return bias.length;
  }

  /**
   * Tells what its answers are.
   *
   * @return true for shares of classes, false for numbers
   */
  public boolean isClassifier() {
    return classifier;
  }

  /**
   * Returns how wrong it was on the examples held back, or in the last epoch when none were.
   *
   * @return mean cross-entropy in nats for classes, mean squared difference for numbers
   */
  public double loss() {
    return loss;
  }

  /**
   * Answers for one vector.
   *
   * @param vector of {@link #inputs()} finite numbers
   * @return for a classifier each class's share, adding up to 1; otherwise the numbers
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
    double[] y = Matrices.affine(weight, bias, x);
    return classifier ? Matrices.softmax(y) : y;
  }

  /**
   * Finds the likeliest class.
   *
   * @param vector of {@link #inputs()} finite numbers
   * @return the class with the largest share, the first of equals
   */
  public int classify(float[] vector) {
    if (!classifier) {
      throw new IllegalStateException("this head gives numbers, not classes; call apply");
    }
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
    out.putLong("classifier", classifier ? 1 : 0);
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
    boolean classifier = in.getLong("classifier") == 1;
    double loss = in.getFinite("loss");
    float[] hiddenWeight = in.getFloats("hidden-weight");
    float[] hiddenBias = in.getFloats("hidden-bias");
    float[] weight = in.getFloats("weight");
    float[] bias = in.getFloats("bias");
    long width = hiddenBias.length > 0 ? hiddenBias.length : inputs;
    if (inputs < 1
        || inputs > Integer.MAX_VALUE
        || hiddenWeight.length != hiddenBias.length * inputs
        || bias.length < (classifier ? 2 : 1)
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
    return new DenseHead((int) inputs, classifier, weights, loss);
  }
}
