package io.artrec.elicitation;

import io.artrec.catalog.Artwork;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which of some works somebody may be looking for: candidates with probabilities. Immutable and
 * thread-safe.
 */
public final class Belief {
  private final List<Artwork> works;
  private final double[] probabilities;

  private Belief(List<Artwork> works, double[] probabilities) {
    this.works = works;
    this.probabilities = probabilities;
  }

  /**
   * {@return the belief of one who knows nothing: each work is as probable}
   *
   * @param works the candidates, one or more
   */
  public static Belief uniform(List<Artwork> works) {
    double[] weights = new double[works.size()];
    Arrays.fill(weights, 1);
    return weighted(works, weights);
  }

  /**
   * {@return a belief by weights}
   *
   * @param works the candidates, one or more
   * @param weights for each what its probability is proportional to, 0 or more and finite, not all
   *     0
   */
  public static Belief weighted(List<Artwork> works, double[] weights) {
    check(works, weights, "weights");
    double greatest = 0;
    for (double weight : weights) {
      if (!(weight >= 0)) {
        throw new IllegalArgumentException("a weight is " + weight + ", expected 0 or more");
      }
      greatest = Math.max(greatest, weight);
    }
    if (greatest == 0) {
      throw new IllegalArgumentException("all weights are 0, expected one above 0");
    }
    double sum = 0;
    double[] probabilities = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      probabilities[i] = weights[i] / greatest;
      sum += probabilities[i];
    }
    for (int i = 0; i < weights.length; i++) {
      probabilities[i] /= sum;
    }
    return new Belief(List.copyOf(works), probabilities);
  }

  /**
   * Returns a belief by scores of any scale: with {@code e} times the probability for each standard
   * deviation of the scores.
   *
   * @param works the candidates, one or more
   * @param scores for each its score, finite, higher is better
   * @return the belief; uniform where all scores are equal
   */
  public static Belief scored(List<Artwork> works, double[] scores) {
    check(works, scores, "scores");
    double greatest = Double.NEGATIVE_INFINITY;
    double mean = 0;
    for (double score : scores) {
      greatest = Math.max(greatest, score);
      mean += score / scores.length;
    }
    double variance = 0;
    for (double score : scores) {
      variance += (score - mean) * (score - mean) / scores.length;
    }
    double[] weights = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      weights[i] = variance > 0 ? Math.exp((scores[i] - greatest) / Math.sqrt(variance)) : 1;
    }
    return weighted(works, weights);
  }

  private static void check(List<Artwork> works, double[] values, String what) {
    if (works.isEmpty() || works.size() != values.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d works with %d %s, expected one for each of one or more",
              works.size(),
              values.length,
              what));
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "one of the " + what + " is " + value + ", expected a finite number");
      }
    }
  }

  /**
   * Returns the candidates.
   *
   * @return the works in the order they were given
   */
  public List<Artwork> works() {
    return works;
  }

  /**
   * {@return how probable a candidate is, 0 to 1}
   *
   * @param place its place in {@link #works}
   */
  public double probability(int place) {
    return probabilities[place];
  }

  /**
   * Tells how much is open.
   *
   * @return the entropy in bits, 0 when one work is certain
   */
  public double bits() {
    double sum = 0;
    for (double probability : probabilities) {
      sum += Information.term(probability);
    }
    return sum;
  }
}
