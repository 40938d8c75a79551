package io.artrec.text.topic;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.analysis.TextAnalysis;
import java.util.Optional;

/** A space learned by {@link Lsi}. Immutable and thread-safe. */
public final class LsiModel {
  private static final String METHOD = "lsi";

  /** A text whose projection is shorter has nothing in common with what was learned. */
  private static final double NOTHING = 1e-9;

  private final KnownTerms terms;
  private final double[] values;

  /** {@code [terms × dimensions]} */
  private final float[] directions;

  private final TermWeights weights;
  private final String fingerprint;

  LsiModel(KnownTerms terms, double[] values, float[] directions) {
    this.terms = terms;
    this.values = values;
    this.directions = directions;
    weights = new TermWeights(terms.vocabulary());
    fingerprint = Fingerprint.of(METHOD, terms.vocabulary(), directions, values);
  }

  /**
   * Returns the length of every vector.
   *
   * @return the dimensions; 0 when no text had a term that counts
   */
  public int dimensions() {
    return values.length;
  }

  /**
   * Returns how much of the texts each dimension holds.
   *
   * @return the singular values, above 0, falling
   */
  public double[] singularValues() {
    return values.clone();
  }

  /**
   * Places a text.
   *
   * @param text any text
   * @return {@link #dimensions()} finite values, of length 1 at most, to be compared by cosine;
   *     empty when the text has no term that counts
   */
  public Optional<float[]> vector(String text) {
    KnownTerms.Counts counts = terms.counts(text);
    double[] weight = weights.of(counts);
    double[] sums = new double[dimensions()];
    for (int i = 0; i < weight.length; i++) {
      int at = counts.terms()[i] * sums.length;
      for (int d = 0; d < sums.length; d++) {
        sums[d] += weight[i] * directions[at + d];
      }
    }
    float[] vector = new float[sums.length];
    double square = 0;
    for (int d = 0; d < sums.length; d++) {
      vector[d] = (float) sums[d];
      square += sums[d] * sums[d];
    }
    return square > NOTHING * NOTHING ? Optional.of(vector) : Optional.empty();
  }

  /**
   * Identifies what was learned: equal fingerprints promise equal vectors.
   *
   * @return hexadecimal digits
   */
  public String fingerprint() {
    return fingerprint;
  }

  /**
   * Saves the space.
   *
   * @param out receives the state
   */
  public void save(StateWriter out) {
    out.putString("method", METHOD);
    terms.save(out);
    out.putDoubles("values", values);
    out.putFloats("directions", directions);
  }

  /**
   * Reads a space that was saved.
   *
   * @param in gives the state
   * @param analysis the text analysis it was learned with
   * @return the space
   * @throws ModelFileException when the state is of something else, or damaged, or another analysis
   *     was used
   */
  public static LsiModel read(StateReader in, TextAnalysis analysis) {
    String method = in.getString("method");
    if (!method.equals(METHOD)) {
      throw new ModelFileException("the state is of '" + method + "', expected '" + METHOD + "'");
    }
    KnownTerms terms = KnownTerms.read(in, analysis);
    double[] values = in.getDoubles("values");
    for (double value : values) {
      if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
        throw new ModelFileException(
            "the space is damaged: a singular value is " + value + ", expected above 0");
      }
    }
    float[] directions = in.getFloats("directions", (long) values.length * terms.size());
    return new LsiModel(terms, values, directions);
  }
}
