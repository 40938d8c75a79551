package io.artrec.text.mood;

import io.artrec.Recommendation;
import java.util.Objects;

/**
 * A recommended work that fits a wanted mood. Immutable.
 *
 * @param recommendation the work, and why it was recommended
 * @param mood its mood
 * @param distance how far it lies from where a work of the wanted mood does, 0 or more
 */
public record MatchedArtwork(Recommendation recommendation, ArtworkMood mood, double distance) {
  /** Validates the parts. */
  public MatchedArtwork {
    Objects.requireNonNull(recommendation, "recommendation");
    Objects.requireNonNull(mood, "mood");
    if (!(distance >= 0)) {
      throw new IllegalArgumentException(
          "distance of " + recommendation.artwork() + " is " + distance + ", expected 0 or more");
    }
  }
}
