package io.artrec.djl.training;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A small trained encoder of token sequences with a classifier on it: every token's row of a table,
 * one vector made of these as its {@link SequenceArchitecture} has it, a linear map to classes.
 * Answers in plain Java without any engine. Immutable and thread-safe; the architecture states the
 * cost of an answer.
 */
public final class SequenceClassifier {
  /** The first had no architectures but the mean and attention, told apart by a flag. */
  private static final int FIRST_FORMAT = 1;

  private static final int FORMAT = 2;

  private final SequenceArchitecture architecture;
  private final int vocabulary;
  private final int width;
  private final int maxTokens;
  private final List<float[]> weights;
  private final double loss;

  SequenceClassifier(
      SequenceArchitecture architecture,
      int vocabulary,
      int width,
      int maxTokens,
      List<float[]> weights,
      double loss) {
    this.architecture = architecture;
    this.vocabulary = vocabulary;
    this.width = width;
    this.maxTokens = maxTokens;
    this.weights = List.copyOf(weights);
    this.loss = loss;
  }

  /**
   * Returns how it makes one vector of many.
   *
   * @return the architecture it was trained with
   */
  public SequenceArchitecture architecture() {
    return architecture;
  }

  /**
   * Returns how many tokens it knows.
   *
   * @return tokens are 0 to this less one
   */
  public int vocabulary() {
    return vocabulary;
  }

  /**
   * Returns the length of the vectors that {@link #encode} gives.
   *
   * @return the dimensions
   */
  public int dimensions() {
    return architecture.layer().outputs(width);
  }

  /**
   * Returns how many tokens of a sequence it reads; what follows is passed over.
   *
   * @return the most tokens
   */
  public int maxTokens() {
    return maxTokens;
  }

  /** {@return how many classes it tells apart, 2 or more} */
  public int classes() {
    return weights.get(weights.size() - 1).length;
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
   * Encodes a sequence.
   *
   * @param tokens 1 or more, each 0 to {@code vocabulary - 1}
   * @return the one vector made of its tokens', which classes are told from, not normalised
   */
  public float[] encode(int[] tokens) {
    double[] pooled = pooled(tokens);
    float[] vector = new float[pooled.length];
    for (int d = 0; d < pooled.length; d++) {
      vector[d] = (float) pooled[d];
    }
    return vector;
  }

  /**
   * Answers for a sequence.
   *
   * @param tokens 1 or more, each 0 to {@code vocabulary - 1}
   * @return each class's share, adding up to 1
   */
  public double[] apply(int[] tokens) {
    int last = weights.size() - 1;
    return Matrices.softmax(
        Matrices.affine(weights.get(last - 1), weights.get(last), pooled(tokens)));
  }

  /**
   * Finds the likeliest class.
   *
   * @param tokens 1 or more, each 0 to {@code vocabulary - 1}
   * @return the class with the largest share, the first of equals
   */
  public int classify(int[] tokens) {
    return Matrices.best(apply(tokens));
  }

  private double[] pooled(int[] tokens) {
    check("a sequence", tokens, vocabulary);
    int count = Math.min(tokens.length, maxTokens);
    double[][] rows = new double[count][width];
    for (int t = 0; t < count; t++) {
      for (int d = 0; d < width; d++) {
        rows[t][d] = weights.get(0)[tokens[t] * width + d];
      }
    }
    return architecture.layer().pooled(rows, weights.subList(1, weights.size() - 2));
  }

  static void check(String what, int[] tokens, int vocabulary) {
    if (tokens.length == 0) {
      throw new IllegalArgumentException(what + " has no token, expected 1 or more");
    }
    for (int token : tokens) {
      if (token < 0 || token >= vocabulary) {
        throw new IllegalArgumentException(
            what + " has the token " + token + ", expected 0 to " + (vocabulary - 1));
      }
    }
  }

  /**
   * Saves everything it knows.
   *
   * @param out receives it
   */
  public void save(StateWriter out) {
    out.putLong("sequence-classifier", FORMAT);
    out.putLong("vocabulary", vocabulary);
    out.putLong("dimensions", width);
    out.putLong("max-tokens", maxTokens);
    out.putDouble("loss", loss);
    architecture.save(out);
    for (int i = 0; i < weights.size(); i++) {
      out.putFloats("weight-" + i, weights.get(i));
    }
  }

  /**
   * Loads what {@link #save} wrote.
   *
   * @param in gives it back
   * @return an equal classifier
   * @throws ModelFileException when it is damaged or of a later version
   */
  public static SequenceClassifier load(StateReader in) {
    long format = in.getLong("sequence-classifier");
    if (format != FIRST_FORMAT && format != FORMAT) {
      throw new ModelFileException(
          "loading a sequence classifier: format " + format + ", this version reads 1 and 2");
    }
    long vocabulary = in.getLong("vocabulary");
    long width = in.getLong("dimensions");
    long maxTokens = in.getLong("max-tokens");
    double loss = in.getFinite("loss");
    SequenceArchitecture architecture =
        format == FORMAT ? SequenceArchitecture.load(in) : ofFirstFormat(in);
    if (!fits(vocabulary) || !fits(width) || !fits(maxTokens)) {
      throw unfit(architecture, vocabulary, width);
    }
    List<SequenceLayer.Weight> shapes = architecture.layer().weights((int) width, (int) maxTokens);
    List<float[]> weights = new ArrayList<>();
    for (int i = 0; i < shapes.size() + 3; i++) {
      weights.add(in.getFloats("weight-" + i));
    }
    int classes = weights.get(weights.size() - 1).length;
    boolean fit =
        weights.get(0).length == vocabulary * width
            && classes >= 2
            && weights.get(weights.size() - 2).length
                == (long) classes * architecture.layer().outputs((int) width);
    for (int i = 0; i < shapes.size(); i++) {
      fit &= weights.get(i + 1).length == shapes.get(i).size();
    }
    if (!fit) {
      throw unfit(architecture, vocabulary, width);
    }
    return new SequenceClassifier(
        architecture, (int) vocabulary, (int) width, (int) maxTokens, weights, loss);
  }

  private static SequenceArchitecture ofFirstFormat(StateReader in) {
    return in.getLong("attention") == 1
        ? SequenceArchitecture.attention()
        : SequenceArchitecture.mean();
  }

  private static ModelFileException unfit(
      SequenceArchitecture architecture, long vocabulary, long width) {
    return new ModelFileException(
        "loading a sequence classifier ("
            + architecture
            + "): its weights do not fit "
            + vocabulary
            + " tokens of "
            + width
            + " dimensions");
  }

  private static boolean fits(long size) {
    return size >= 1 && size <= Integer.MAX_VALUE;
  }
}
