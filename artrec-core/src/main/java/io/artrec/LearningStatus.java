package io.artrec;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** How far a recommender's learning is, at one moment. Immutable. */
public final class LearningStatus {
  /** What is told, by name, in order. */
  private final Map<String, Object> facts;

  private final Instant learnedAt;
  private final long eventsSince;
  private final Trouble trouble;
  private final Optional<Foresight.Accuracy> accuracy;
  private final boolean previous;

  /**
   * What went wrong lately.
   *
   * @param failures how many learnings failed, one after the other
   * @param failure why the last did
   * @param putOff why none has begun though one is due
   * @param nextTry before when none is tried again
   */
  record Trouble(
      int failures, Optional<String> failure, Optional<String> putOff, Optional<Instant> nextTry) {
    static Trouble none() {
      return new Trouble(0, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  LearningStatus(
      State now, Trouble trouble, Optional<Foresight.Accuracy> accuracy, boolean learning) {
    learnedAt = Instant.ofEpochMilli(now.engine().context().nowMillis());
    eventsSince = now.recordedCount();
    this.trouble = trouble;
    this.accuracy = accuracy;
    previous = now.before().isPresent();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("learning", learning);
    told.put("learnedAt", learnedAt.toString());
    told.put("trainedEvents", now.engine().dataset().size());
    told.put("eventsSince", eventsSince);
    accuracy.ifPresent(
        measured -> {
          told.put("heldOutAccuracy", measured.mean());
          told.put("heldOutEvents", measured.count());
          told.put("hasDrifted", measured.fallen());
        });
    told.put("failures", trouble.failures());
    trouble.failure().ifPresent(why -> told.put("lastFailure", why));
    trouble.putOff().ifPresent(why -> told.put("putOff", why));
    trouble.nextTry().ifPresent(when -> told.put("nextTry", when.toString()));
    told.put("hasPrevious", previous);
    facts = Collections.unmodifiableMap(told);
  }

  /**
   * Returns up to when what answers has learned.
   *
   * @return the time of the last training or refreshing, by the recommender's clock
   */
  public Instant learnedAt() {
    return learnedAt;
  }

  /**
   * {@return how many events were recorded that are not learned yet; they count for their visitors'
   * own answers already; 0 or more, without impressions}
   */
  public long eventsSince() {
    return eventsSince;
  }

  /**
   * Tells whether the policy's learning is under way.
   *
   * @return true from its beginning to its end
   */
  public boolean isLearning() {
    return Boolean.TRUE.equals(facts.get("learning"));
  }

  /** {@return how many learnings by the policy failed since one succeeded, 0 or more} */
  public int failures() {
    return trouble.failures();
  }

  /**
   * Returns why the last learning by the policy failed.
   *
   * @return the exception's words; empty when it succeeded
   */
  public Optional<String> lastFailure() {
    return trouble.failure();
  }

  /**
   * Returns why nothing is learned though it is due.
   *
   * @return what is missing; empty when nothing is
   */
  public Optional<String> putOff() {
    return trouble.putOff();
  }

  /**
   * Returns before when nothing is tried again.
   *
   * @return the time after a failure, or after putting off; empty otherwise
   */
  public Optional<Instant> nextTry() {
    return trouble.nextTry();
  }

  /**
   * {@return how high works that pleased visitors stood for them just before, on average over the
   * end of the stream ({@link RefreshPolicy#onDrift}); 0 to 1, by chance 0.5; empty while nothing
   * was measured since the last learning}
   */
  public OptionalDouble heldOutAccuracy() {
    return accuracy.filter(measured -> measured.count() > 0).isPresent()
        ? OptionalDouble.of(accuracy.get().mean())
        : OptionalDouble.empty();
  }

  /**
   * Tells whether held-out accuracy has fallen since the last learning.
   *
   * @return true from the fall on, until something is learned
   */
  public boolean hasDrifted() {
    return accuracy.filter(Foresight.Accuracy::fallen).isPresent();
  }

  /**
   * Tells whether {@link Recommender#previous} has something to go back to.
   *
   * @return true when what answered before the last learning is kept
   */
  public boolean hasPrevious() {
    return previous;
  }

  /**
   * Returns all of it in texts, numbers and booleans, which any writer of JSON takes as they are.
   *
   * @return an unmodifiable map
   */
  public Map<String, Object> plain() {
    return facts;
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            String.format(Locale.ROOT, "learned at %s, %,d events since", learnedAt, eventsSince));
    heldOutAccuracy()
        .ifPresent(
            mean ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        ", held-out accuracy %.3f over %,d events%s",
                        mean,
                        accuracy.orElseThrow().count(),
                        hasDrifted() ? ", fallen" : "")));
    trouble
        .failure()
        .ifPresent(
            why -> text.append(", failed ").append(failures()).append(" times: ").append(why));
    trouble.putOff().ifPresent(why -> text.append(", put off: ").append(why));
    return text.toString();
  }
}
