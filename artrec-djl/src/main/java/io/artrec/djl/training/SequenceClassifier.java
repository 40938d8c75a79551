package io.artrec.djl.training;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.List;

/**
 * A small trained encoder of token sequences with a classifier on it: every token's row of a table,
 * one layer of self-attention with learned positions if it was trained so (Vaswani et al.,
 * "Attention Is All You Need", NeurIPS 2017; one head, residual), the mean over tokens, a linear
 * map to classes. Answers in plain Java without any engine. Immutable and thread-safe; one answer
 * costs O(tokens · dimensions), with attention O(tokens² · dimensions + tokens · dimensions²).
 */
public final class SequenceClassifier {
  private static final int FORMAT = 1;
  private static final int WITH_ATTENTION = 7;
  private static final int WITHOUT = 3;

  private final int vocabulary;
  private final int dimensions;
  private final int maxTokens;
  private final List<float[]> weights;
  private final double loss;

  SequenceClassifier(
      int vocabulary, int dimensions, int maxTokens, List<float[]> weights, double loss) {
    this.vocabulary = vocabulary;
    this.dimensions = dimensions;
    this.maxTokens = maxTokens;
    this.weights = List.copyOf(weights);
    this.loss = loss;
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
    return dimensions;
  }

  /**
   * Returns how many tokens of a sequence it reads; what follows is passed over.
   *
   * @return the most tokens
   */
  public int maxTokens() {
    return maxTokens;
  }

  /**
   * Returns how many classes it tells apart.
   *
   * @return 2 or more
   */
  public int classes() {
    return weights.get(weights.size() - 1).length;
  }

  /**
   * Tells whether it has a layer of self-attention.
   *
   * @return true when the order of tokens may count
   */
  public boolean hasAttention() {
    return weights.size() == WITH_ATTENTION;
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
   * @return the mean of its tokens' vectors, not normalised
   */
  public float[] encode(int[] tokens) {
    double[] pooled = pooled(tokens);
    float[] vector = new float[dimensions];
    for (int d = 0; d < dimensions; d++) {
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
    double[][] rows = new double[count][dimensions];
    for (int t = 0; t < count; t++) {
      for (int d = 0; d < dimensions; d++) {
        rows[t][d] = weights.get(0)[tokens[t] * dimensions + d];
        if (hasAttention()) {
          rows[t][d] += weights.get(1)[t * dimensions + d];
        }
      }
    }
    if (hasAttention()) {
      rows = attended(rows);
    }
    double[] mean = new double[dimensions];
    for (double[] row : rows) {
      for (int d = 0; d < dimensions; d++) {
        mean[d] += row[d] / count;
      }
    }
    return mean;
  }

  private double[][] attended(double[][] rows) {
    float[] none = new float[dimensions];
    double[][] queries = new double[rows.length][];
    double[][] keys = new double[rows.length][];
    double[][] values = new double[rows.length][];
    for (int t = 0; t < rows.length; t++) {
      queries[t] = Matrices.affine(weights.get(2), none, rows[t]);
      keys[t] = Matrices.affine(weights.get(3), none, rows[t]);
      values[t] = Matrices.affine(weights.get(4), none, rows[t]);
    }
    double scale = 1 / Math.sqrt(dimensions);
    double[][] out = new double[rows.length][dimensions];
    for (int t = 0; t < rows.length; t++) {
      double[] scores = new double[rows.length];
      for (int u = 0; u < rows.length; u++) {
        for (int d = 0; d < dimensions; d++) {
          scores[u] += queries[t][d] * keys[u][d] * scale;
        }
      }
      Matrices.softmax(scores);
      for (int d = 0; d < dimensions; d++) {
        double sum = rows[t][d];
        for (int u = 0; u < rows.length; u++) {
          sum += scores[u] * values[u][d];
        }
        out[t][d] = sum;
      }
    }
    return out;
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
    out.putLong("dimensions", dimensions);
    out.putLong("max-tokens", maxTokens);
    out.putDouble("loss", loss);
    out.putLong("attention", hasAttention() ? 1 : 0);
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
    if (format != FORMAT) {
      throw new ModelFileException(
          "loading a sequence classifier: format " + format + ", this version reads " + FORMAT);
    }
    long vocabulary = in.getLong("vocabulary");
    long dimensions = in.getLong("dimensions");
    long maxTokens = in.getLong("max-tokens");
    double loss = in.getFinite("loss");
    int count = in.getLong("attention") == 1 ? WITH_ATTENTION : WITHOUT;
    float[][] weights = new float[count][];
    for (int i = 0; i < count; i++) {
      weights[i] = in.getFloats("weight-" + i);
    }
    boolean fits =
        fits(vocabulary)
            && fits(dimensions)
            && fits(maxTokens)
            && weights[0].length == vocabulary * dimensions
            && weights[count - 1].length >= 2
            && weights[count - 2].length == weights[count - 1].length * dimensions;
    for (int i = 1; fits && i < count - 2; i++) {
      fits = weights[i].length == (i == 1 ? maxTokens : dimensions) * dimensions;
    }
    if (!fits) {
      throw new ModelFileException(
          "loading a sequence classifier: its weights do not fit "
              + vocabulary
              + " tokens of "
              + dimensions
              + " dimensions");
    }
    return new SequenceClassifier(
        (int) vocabulary, (int) dimensions, (int) maxTokens, List.of(weights), loss);
  }

  private static boolean fits(long size) {
    return size >= 1 && size <= Integer.MAX_VALUE;
  }
}
