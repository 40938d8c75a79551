package io.artrec.text.search;

import io.artrec.catalog.Artwork;
import java.util.Objects;

/**
 * A work that a search found.
 *
 * @param artwork the work
 * @param score how well it fits, on the scale of the strategy that searched; higher is better
 * @param rank its place, from 1
 */
public record SearchResult(Artwork artwork, double score, int rank) {
  /** Validates the parts. */
  public SearchResult {
    Objects.requireNonNull(artwork, "artwork");
    if (rank < 1 || !Double.isFinite(score)) {
      throw new IllegalArgumentException(
          "rank " + rank + " and score " + score + ", expected a rank from 1 and a finite score");
    }
  }
}
