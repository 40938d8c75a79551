package io.artrec.elicitation;

import io.artrec.catalog.Artwork;
import java.util.Objects;

/**
 * Two works to choose between.
 *
 * @param first the one to show first
 * @param second the other
 * @param bits what the choice is expected to tell of the taste, 0 to 1
 */
public record ArtworkPair(Artwork first, Artwork second, double bits) {
  /** Validates the parts. */
  public ArtworkPair {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
  }

  /**
   * {@return an answer to this pair}
   *
   * @param choice what was said
   */
  public PairAnswer answer(PairChoice choice) {
    return new PairAnswer(first.id(), second.id(), choice);
  }
}
