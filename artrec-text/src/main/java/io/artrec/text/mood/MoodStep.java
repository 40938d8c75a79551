package io.artrec.text.mood;

import io.artrec.Recommendation;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A step of a {@link MoodWalk}: where it lies, the work that is there, and why. Immutable and
 * thread-safe.
 */
public final class MoodStep {
  /**
   * Where on the way a step is.
   *
   * @param number 1 for the first
   * @param of how many there are
   * @param station the mood there
   */
  record Place(int number, int of, End station) {}

  /**
   * A mood, with a name where it was asked for by one.
   *
   * @param affect where it lies
   * @param named what it was asked for by
   */
  record End(Affect affect, Optional<Mood> named) {
    static End of(Affect affect) {
      return new End(Objects.requireNonNull(affect, "mood"), Optional.empty());
    }

    /** What it is called: as it was asked for, or by the nearest mood there is. */
    String label(Locale language) {
      return named.orElseGet(() -> MoodLexicon.standard().nearest(affect)).label(language);
    }
  }

  private final Place place;
  private final Optional<MatchedArtwork> work;
  private final Optional<MatchedArtwork> before;

  MoodStep(Place place, Optional<MatchedArtwork> work, Optional<MatchedArtwork> before) {
    this.place = place;
    this.work = work;
    this.before = before;
  }

  /**
   * Returns which step it is.
   *
   * @return 1 for the first
   */
  public int number() {
    return place.number();
  }

  /**
   * Returns the mood that the step is for.
   *
   * @return a point on the way
   */
  public Affect station() {
    return place.station().affect();
  }

  /**
   * Returns the work.
   *
   * @return a recommendation, its mood and its distance; empty where none lies near
   */
  public Optional<MatchedArtwork> work() {
    return work;
  }

  /**
   * Returns why the visitor is recommended the work, apart from moods.
   *
   * @return the recommendation; empty where no work lies near
   */
  public Optional<Recommendation> recommendation() {
    return work.map(MatchedArtwork::recommendation);
  }

  /**
   * Explains the step: what it is for, how the work differs from the one before, what its mood is
   * read from.
   *
   * @param language Chinese for {@code zh}, English for all others
   * @return one sentence, for instance {@code Step 2 of 5, "Evening": brighter and calmer than the
   *     one before, judging by what it shows (evening, river) and its colors.}
   */
  public String sentence(Locale language) {
    return MoodSentences.of(language).step(this);
  }

  /** What the station is called. */
  String stationName(Locale language) {
    return place.station().label(language);
  }

  boolean isLast() {
    return place.number() == place.of();
  }

  int of() {
    return place.of();
  }

  Optional<MatchedArtwork> before() {
    return before;
  }

  /**
   * Explains the step in English.
   *
   * @return {@link #sentence}
   */
  @Override
  public String toString() {
    return sentence(Locale.ENGLISH);
  }
}
