package io.artrec.text.mood;

import java.util.Locale;
import java.util.Objects;

/**
 * What one source adds to the mood of a work. Immutable.
 *
 * @param source what it rests on
 * @param valence what it adds to valence
 * @param arousal what it adds to arousal
 */
public record MoodContribution(MoodSource source, double valence, double arousal) {
  /** Validates the parts. */
  public MoodContribution {
    Objects.requireNonNull(source, "source");
    if (!Double.isFinite(valence) || !Double.isFinite(arousal)) {
      throw new IllegalArgumentException(
          source + " adds " + valence + " and " + arousal + ", expected finite numbers");
    }
  }

  /**
   * Describes the contribution.
   *
   * @return for instance {@code words: valence -0.38, arousal -0.12}
   */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: valence %+.2f, arousal %+.2f",
        source.name().toLowerCase(Locale.ROOT),
        valence,
        arousal);
  }
}
