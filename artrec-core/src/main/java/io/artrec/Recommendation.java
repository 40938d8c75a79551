package io.artrec;

import io.artrec.catalog.Artwork;
import io.artrec.explain.Explanation;
import java.util.Objects;

/**
 * One recommended artwork. Immutable.
 *
 * @param artwork the work
 * @param score the strategy's score, higher is better; comparable within one answer. Fall-backs,
 *     which {@link Explanation#isFallback} marks, follow all others and are scored among themselves
 * @param rank 1 for the first
 * @param explanation why: contributions that add up to the score, and a sentence
 */
public record Recommendation(Artwork artwork, double score, int rank, Explanation explanation) {
  /** Validates the parts. */
  public Recommendation {
    Objects.requireNonNull(artwork, "artwork");
    Objects.requireNonNull(explanation, "explanation");
  }
}
