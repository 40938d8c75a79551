package io.artrec;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * When a recommender learns by itself, behind its readers' backs: what was recorded by {@link
 * Recommender#refresh}, everything anew by {@link Recommender#retrain}. One learning at a time, on
 * {@link RecommenderBuilder#background}; everything else goes on meanwhile. Immutable and
 * thread-safe.
 *
 * <p>Looked at whenever something is recorded or asked, by the recommender's clock: no thread waits
 * for a time, and a recommender that nobody uses does not learn. Nothing is learned where nothing
 * was recorded since. A learning that fails leaves what answers as it was; {@link
 * RecommenderListener#learningEnded} and {@link Recommender#learning} tell, and it is tried again
 * after {@link #retryAfter}, then after twice as long, up to a day. Model files do not hold the
 * policy: pass it to {@link RecommenderLoader#refresh} again.
 */
public final class RefreshPolicy {
  private static final double NEVER = -1;
  private static final RefreshPolicy NONE = new RefreshPolicy(new EnumMap<>(Setting.class));

  private static final RefreshPolicy STANDARD =
      NONE.after(1_000, 0.05)
          .every(Duration.ofDays(1))
          .retrainEvery(Duration.ofDays(7))
          .onDrift(0.002)
          .threads(1)
          .keepingPrevious(true);

  private enum Setting {
    EVENTS,
    SHARE,
    EVERY_MILLIS,
    RETRAIN_MILLIS,
    DRIFT,
    THREADS,
    FREE_HEAP,
    RETRY_MILLIS,
    PREVIOUS,
    SAVING
  }

  private final EnumMap<Setting, Double> values;

  private RefreshPolicy(EnumMap<Setting, Double> values) {
    this.values = values;
  }

  private RefreshPolicy with(Map<Setting, Double> changes) {
    EnumMap<Setting, Double> all = new EnumMap<>(values);
    all.putAll(changes);
    return new RefreshPolicy(all);
  }

  private RefreshPolicy with(Setting setting, double value) {
    return with(Map.of(setting, value));
  }

  /**
   * Returns the policy of a recommender that learns when it is told to.
   *
   * @return a policy by which nothing is ever due
   */
  public static RefreshPolicy none() {
    return NONE;
  }

  /**
   * {@return the usual policy: refreshed after 1,000 events and a twentieth of what is known, and
   * each day; retrained each week and when accuracy falls; on one thread; what answered before is
   * kept for {@link Recommender#previous}} The numbers are chosen, not measured.
   */
  public static RefreshPolicy standard() {
    return STANDARD;
  }

  /**
   * {@return this policy with a number of recorded events after which it refreshes}
   *
   * @param events so many since the last learning, 1 or more
   * @param share and so many that they are this share of what training knows, 0 or more
   */
  public RefreshPolicy after(int events, double share) {
    if (events < 1 || !(share >= 0) || !Double.isFinite(share)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "refresh after %d events and a share of %s, expected 1 or more and 0 or more",
              events,
              share));
    }
    return with(Map.of(Setting.EVENTS, (double) events, Setting.SHARE, share));
  }

  /**
   * {@return this policy with a time after which it refreshes}
   *
   * @param time since the last learning, 1 ms or more
   */
  public RefreshPolicy every(Duration time) {
    return with(Setting.EVERY_MILLIS, millis("every", time));
  }

  /**
   * {@return this policy with a time after which it retrains}
   *
   * @param time since everything was last trained, 1 ms or more
   */
  public RefreshPolicy retrainEvery(Duration time) {
    return with(Setting.RETRAIN_MILLIS, millis("retrainEvery", time));
  }

  /**
   * {@return this policy with retraining when held-out accuracy falls} Of every 16th event of a
   * kind that pleases, and no more than 20 a second, where something is known of the visitor, it is
   * measured just before it is recorded how high the model of then puts the work among 100 others,
   * drawn evenly from those the visitor had nothing to do with: the share of these with a lower
   * score, half of those with the same. The mean of the end of that stream is followed by a window
   * that drops its older part when both parts differ by more than chance ({@code ADWIN}: Bifet and
   * Gavaldà, SDM 2007); a fall is due for retraining, a rise is not. The window goes on through
   * refreshing and begins anew with each retraining.
   *
   * @param delta how often chance may look like a change, at most, at each of the looks, one in 32
   *     measurements; above 0, below 1
   */
  public RefreshPolicy onDrift(double delta) {
    if (!(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException(
          "drift at delta " + delta + ", expected above 0 and below 1");
    }
    return with(Setting.DRIFT, delta);
  }

  /**
   * {@return this policy with how many threads learning may use; as many as the recommender has
   * unless set, and never more} What is learned does not depend on it.
   *
   * @param count 1 to 1,024
   */
  public RefreshPolicy threads(int count) {
    return with(Setting.THREADS, RecommenderBuilder.checkedThreads(count));
  }

  /**
   * {@return this policy with how much of the heap must be free before a learning begins, by what
   * was in use after the last collections} While less is, it is put off by {@link #retryAfter},
   * which {@link LearningStatus#putOff} tells. What learning takes once it has begun is not bounded
   * by this.
   *
   * @param bytes 0 or more
   */
  public RefreshPolicy freeHeap(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("free heap is " + bytes + " bytes, expected 0 or more");
    }
    return with(Setting.FREE_HEAP, (double) bytes);
  }

  /**
   * {@return this policy with a time after which a learning that failed or was put off is tried
   * again; ten minutes unless set}
   *
   * @param time 1 ms or more
   */
  public RefreshPolicy retryAfter(Duration time) {
    return with(Setting.RETRY_MILLIS, millis("retryAfter", time));
  }

  /**
   * {@return this policy with whether what answered before a learning is kept in memory, for {@link
   * Recommender#previous}} It may take as much memory again.
   *
   * @param kept whether it is
   */
  public RefreshPolicy keepingPrevious(boolean kept) {
    return with(Setting.PREVIOUS, kept ? 1 : 0);
  }

  /**
   * {@return this policy with whether each learning is followed by saving: every model file that
   * the recommender was loaded from or saved to, as far as it exists, is written again, and the log
   * drops what all of them hold ({@link Recommender#compactLog}), so that neither a start nor the
   * log grows with the months}
   *
   * @param saved whether it is
   */
  public RefreshPolicy saving(boolean saved) {
    return with(Setting.SAVING, saved ? 1 : 0);
  }

  private static double millis(String setting, Duration time) {
    if (time.toMillis() < 1 || time.compareTo(Duration.ofDays(36_500)) > 0) {
      throw new IllegalArgumentException(
          setting + " is " + time + ", expected 1 ms to 36,500 days");
    }
    return time.toMillis();
  }

  private double value(Setting setting) {
    return values.getOrDefault(setting, NEVER);
  }

  private Optional<Duration> time(Setting setting) {
    double millis = value(setting);
    return millis == NEVER ? Optional.empty() : Optional.of(Duration.ofMillis((long) millis));
  }

  boolean isNone() {
    return value(Setting.EVENTS) == NEVER
        && every().isEmpty()
        && retrainEvery().isEmpty()
        && drift().isEmpty();
  }

  /**
   * After how many events it refreshes, where training knows so many; the largest number for never.
   */
  long eventsAfter(long trained) {
    double events = value(Setting.EVENTS);
    return events == NEVER
        ? Long.MAX_VALUE
        : (long) Math.max(events, Math.ceil(value(Setting.SHARE) * trained));
  }

  Optional<Duration> every() {
    return time(Setting.EVERY_MILLIS);
  }

  Optional<Duration> retrainEvery() {
    return time(Setting.RETRAIN_MILLIS);
  }

  OptionalDouble drift() {
    double delta = value(Setting.DRIFT);
    return delta == NEVER ? OptionalDouble.empty() : OptionalDouble.of(delta);
  }

  OptionalInt threads() {
    double count = value(Setting.THREADS);
    return count == NEVER ? OptionalInt.empty() : OptionalInt.of((int) count);
  }

  long freeHeap() {
    return (long) Math.max(0, value(Setting.FREE_HEAP));
  }

  Duration retryAfter() {
    return time(Setting.RETRY_MILLIS).orElse(Duration.ofMinutes(10));
  }

  boolean keepsPrevious() {
    return value(Setting.PREVIOUS) > 0;
  }

  boolean saves() {
    return value(Setting.SAVING) > 0;
  }

  @Override
  public String toString() {
    return isNone() ? "learns when told to" : "learns by " + values;
  }
}
