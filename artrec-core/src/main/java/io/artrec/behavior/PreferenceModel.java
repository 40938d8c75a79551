package io.artrec.behavior;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The rule by which events become preferences: a weight per kind, a rating scale, and time decay.
 * Immutable and thread-safe.
 *
 * <p>For one artwork:
 *
 * <ul>
 *   <li>views, clicks, purchases, comments, shares and skips add up, each {@code weight(kind) ·
 *       value · decay};
 *   <li>favourite, unfavourite and dislike are one opinion: the latest replaces the earlier ones;
 *   <li>a rating {@code r} counts {@code weight(rating) · clamp((r − mid) / half, −1, 1) · decay},
 *       with {@code mid} and {@code half} the middle and half the width of the scale; the latest
 *       replaces the earlier ones.
 * </ul>
 *
 * <p>{@code decay = 2^(−age / halfLife)}; an event without a time, or in the future, has age 0;
 * without a half-life decay is 1.
 *
 * @param weights a finite weight for every kind, negative ones too; 0 for impressions, which say
 *     nothing of taste
 * @param ratingMin the lowest rating of the scale
 * @param ratingMax the highest rating, above {@code ratingMin}
 * @param halfLife the age at which an event counts half, 1 ms or more; empty for no decay
 */
public record PreferenceModel(
    Map<InteractionKind, Double> weights,
    double ratingMin,
    double ratingMax,
    Optional<Duration> halfLife) {

  private static final PreferenceModel STANDARD =
      new PreferenceModel(standardWeights(), 1, 5, Optional.empty());

  /** Validates the parts and fills kinds that are left out with their standard weights. */
  public PreferenceModel {
    Objects.requireNonNull(halfLife, "halfLife");
    EnumMap<InteractionKind, Double> all = standardWeights();
    all.putAll(weights);
    all.forEach(
        (kind, weight) -> {
          if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException(
                "weight of " + kind.code() + " is " + weight + ", expected a finite number");
          }
        });
    if (!Objects.equals(all.get(InteractionKind.IMPRESSION), 0.0)) {
      throw new IllegalArgumentException(
          "weight of impression is "
              + all.get(InteractionKind.IMPRESSION)
              + ", expected 0: being shown says nothing of taste; ImpressionDiscount says how works"
              + " fade that are shown again and again");
    }
    if (!(ratingMin < ratingMax) || !Double.isFinite(ratingMax - ratingMin)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "rating scale runs from %s to %s; expected two finite numbers, the lower first",
              ratingMin,
              ratingMax));
    }
    if (halfLife.isPresent() && halfLife.get().compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "half-life is " + halfLife.get() + ", expected one millisecond or more");
    }
    weights = Collections.unmodifiableMap(all);
  }

  /**
   * {@return the standard model: view 0.1, click 0.2, favourite 1, unfavourite 0, rating 1 on a
   * scale of 1 to 5, purchase 1.5, comment 0.3, share 0.8, skip −0.1, dislike −1; no decay}
   */
  public static PreferenceModel standard() {
    return STANDARD;
  }

  /**
   * {@return this model with another weight for a kind}
   *
   * @param kind the kind
   * @param weight its weight, finite
   */
  public PreferenceModel withWeight(InteractionKind kind, double weight) {
    EnumMap<InteractionKind, Double> changed = new EnumMap<>(weights);
    changed.put(kind, weight);
    return new PreferenceModel(changed, ratingMin, ratingMax, halfLife);
  }

  /**
   * {@return this model with another rating scale}
   *
   * @param min the lowest rating
   * @param max the highest rating
   */
  public PreferenceModel withRatingScale(double min, double max) {
    return new PreferenceModel(weights, min, max, halfLife);
  }

  /**
   * {@return this model with a half-life}
   *
   * @param duration the age at which an event counts half
   */
  public PreferenceModel withHalfLife(Duration duration) {
    return new PreferenceModel(weights, ratingMin, ratingMax, Optional.of(duration));
  }

  /**
   * {@return the weight of a kind}
   *
   * @param kind the kind
   */
  public double weight(InteractionKind kind) {
    return Objects.requireNonNull(weights.get(kind));
  }

  /**
   * Turns a history into preferences. Cost O(n log n) in the history's length.
   *
   * @param history the events, oldest first
   * @param nowMillis the time from which ages are counted, in milliseconds since 1970-01-01T00:00Z
   * @return the preferences
   */
  public Preferences apply(History history, long nowMillis) {
    long[] byArtwork = new long[history.size()];
    for (int event = 0; event < byArtwork.length; event++) {
      byArtwork[event] = (long) history.artwork(event) << 32 | event;
    }
    Arrays.sort(byArtwork);
    int[] artworks = new int[byArtwork.length];
    double[] signed = new double[byArtwork.length];
    int count = 0;
    for (int from = 0; from < byArtwork.length; count++) {
      int artwork = (int) (byArtwork[from] >> 32);
      int to = from + 1;
      while (to < byArtwork.length && (int) (byArtwork[to] >> 32) == artwork) {
        to++;
      }
      artworks[count] = artwork;
      signed[count] = preference(history, byArtwork, from, to, nowMillis);
      from = to;
    }
    return Preferences.of(Arrays.copyOf(artworks, count), Arrays.copyOf(signed, count));
  }

  private double preference(History history, long[] byArtwork, int from, int to, long nowMillis) {
    double added = 0;
    double opinion = 0;
    double rated = 0;
    for (int i = from; i < to; i++) {
      int event = (int) byArtwork[i];
      InteractionKind kind = history.kind(event);
      double decayed = weight(kind) * decay(history.epochMillis(event), nowMillis);
      switch (kind) {
        case FAVORITE, UNFAVORITE, DISLIKE -> opinion = decayed * history.value(event);
        case RATING -> rated = decayed * onScale(history.value(event));
        default -> added += decayed * history.value(event);
      }
    }
    return added + opinion + rated;
  }

  /**
   * Returns an event with its rating within the scale.
   *
   * @param event any event
   * @return the event itself, unless it is a rating off the scale: then with the nearer end of it
   */
  public Interaction onScale(Interaction event) {
    double value = Math.max(ratingMin, Math.min(ratingMax, event.value()));
    return event.kind() != InteractionKind.RATING || value == event.value()
        ? event
        : new Interaction(
            event.user(),
            event.artwork(),
            event.kind(),
            value,
            event.time(),
            event.comment(),
            event.eventId());
  }

  /**
   * Returns the factor by which an event's age reduces it.
   *
   * @param eventMillis the event's time, or {@link Interactions#NO_TIME}
   * @param nowMillis the time from which the age is counted
   * @return 1 for new, undated and future events, towards 0 with age
   */
  public double decay(long eventMillis, long nowMillis) {
    if (halfLife.isEmpty() || eventMillis == Interactions.NO_TIME || eventMillis >= nowMillis) {
      return 1;
    }
    double age = (double) nowMillis - (double) eventMillis;
    return Math.pow(2, -age / halfLife.get().toMillis());
  }

  private double onScale(double rating) {
    double mid = (ratingMin + ratingMax) / 2;
    return Math.max(-1, Math.min(1, (rating - mid) / ((ratingMax - ratingMin) / 2)));
  }

  private static EnumMap<InteractionKind, Double> standardWeights() {
    EnumMap<InteractionKind, Double> weights = new EnumMap<>(InteractionKind.class);
    weights.put(InteractionKind.VIEW, 0.1);
    weights.put(InteractionKind.CLICK, 0.2);
    weights.put(InteractionKind.FAVORITE, 1.0);
    weights.put(InteractionKind.UNFAVORITE, 0.0);
    weights.put(InteractionKind.RATING, 1.0);
    weights.put(InteractionKind.PURCHASE, 1.5);
    weights.put(InteractionKind.COMMENT, 0.3);
    weights.put(InteractionKind.SHARE, 0.8);
    weights.put(InteractionKind.SKIP, -0.1);
    weights.put(InteractionKind.DISLIKE, -1.0);
    weights.put(InteractionKind.IMPRESSION, 0.0);
    return weights;
  }
}
