package io.artrec.text.terms.internal;

import io.artrec.vector.SparseRows;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The weighted terms of one text, without those that are not there. Immutable; 12 bytes a term. */
public final class TermVector {
  private final int[] terms;
  private final double[] weights;

  TermVector(int[] terms, double[] weights) {
    this.terms = terms;
    this.weights = weights;
  }

  /** {@return the number of different terms, 0 or more} */
  public int size() {
    return terms.length;
  }

  /**
   * Returns a term.
   *
   * @param entry 0 to {@code size() - 1}
   * @return its number in the vocabulary, rising with the entry
   */
  public int term(int entry) {
    return terms[entry];
  }

  /**
   * {@return a term's weight, finite}
   *
   * @param entry 0 to {@code size() - 1}
   */
  public double weight(int entry) {
    return weights[entry];
  }

  /** {@return the Euclidean length, 0 or more} */
  public double norm() {
    double square = 0;
    for (double weight : weights) {
      square += weight * weight;
    }
    return Math.sqrt(square);
  }

  /**
   * Returns this vector at unit length.
   *
   * @return a vector of norm 1; this one when it has no length
   */
  public TermVector unit() {
    double norm = norm();
    if (norm == 0) {
      return this;
    }
    double[] scaled = new double[weights.length];
    for (int e = 0; e < weights.length; e++) {
      scaled[e] = weights[e] / norm;
    }
    return new TermVector(terms, scaled);
  }

  /**
   * Returns the inner product with another vector over the same vocabulary; the cosine when both
   * have unit length.
   *
   * @param other the other vector
   * @return the sum of products of weights
   */
  public double dot(TermVector other) {
    double sum = 0;
    int a = 0;
    int b = 0;
    while (a < terms.length && b < other.terms.length) {
      if (terms[a] == other.terms[b]) {
        sum += weights[a++] * other.weights[b++];
      } else if (terms[a] < other.terms[b]) {
        a++;
      } else {
        b++;
      }
    }
    return sum;
  }

  /**
   * Returns the vector with its zeros.
   *
   * @param dimensions the size of the vocabulary, or more
   * @return the weights by term number, float32
   */
  public float[] dense(int dimensions) {
    if (terms.length > 0 && terms[terms.length - 1] >= dimensions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "dimensions is %d, expected more than %d, the largest term number",
              dimensions,
              terms[terms.length - 1]));
    }
    float[] dense = new float[dimensions];
    for (int e = 0; e < terms.length; e++) {
      dense[terms[e]] = (float) weights[e];
    }
    return dense;
  }

  /**
   * Returns vectors as rows of a matrix, for what learns from them.
   *
   * @param vectors the vectors, over one vocabulary
   * @param dimensions the size of the vocabulary, more than any term number
   * @return a row for each vector, in order, float32
   */
  public static SparseRows rows(List<TermVector> vectors, int dimensions) {
    int[] starts = new int[vectors.size() + 1];
    int values = vectors.stream().mapToInt(TermVector::size).sum();
    int[] columns = new int[values];
    float[] weights = new float[values];
    int next = 0;
    for (int row = 0; row < vectors.size(); row++) {
      TermVector vector = vectors.get(row);
      for (int e = 0; e < vector.size(); e++) {
        float weight = (float) vector.weight(e);
        if (weight != 0) {
          columns[next] = vector.term(e);
          weights[next++] = weight;
        }
      }
      starts[row + 1] = next;
    }
    return SparseRows.of(
        dimensions, starts, Arrays.copyOf(columns, next), Arrays.copyOf(weights, next));
  }
}
