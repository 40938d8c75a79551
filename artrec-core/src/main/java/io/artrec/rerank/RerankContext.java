package io.artrec.rerank;

import io.artrec.explain.Contribution;
import io.artrec.explain.Explanation;
import io.artrec.strategy.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * For whom a pool is ordered anew, how long that may take, and what there is to say of it. A pool
 * hands it to those made of it. Thread-safe.
 */
public final class RerankContext {
  /**
   * Who asks for what.
   *
   * @param users ids of those who ask, where they have one
   * @param askers the same as strategies see them: histories, preferences, wishes, time and seed
   * @param about whether works for somebody's taste are wanted, or works like one
   */
  public record Asked(List<String> users, List<Query> askers, Explanation.Occasion about) {
    /** Copies. */
    public Asked {
      users = List.copyOf(users);
      askers = List.copyOf(askers);
      Objects.requireNonNull(about, "about");
    }
  }

  private final Asked asked;
  private final Locale locale;
  private final IntFunction<List<Contribution>> reasons;
  private final LongSupplier nanosLeft;
  private final Map<Integer, List<String>> notes = new ConcurrentHashMap<>();
  private final List<String> fellBack = new CopyOnWriteArrayList<>();

  private RerankContext(
      Asked asked, Locale locale, IntFunction<List<Contribution>> reasons, LongSupplier nanosLeft) {
    this.asked = asked;
    this.locale = locale;
    this.reasons = reasons;
    this.nanosLeft = nanosLeft;
  }

  /** {@return a context in which nobody in particular asks, and there is time} */
  public static RerankContext none() {
    return of(new Asked(List.of(), List.of(), Explanation.Occasion.TASTE), Locale.ENGLISH);
  }

  /**
   * {@return a context without a deadline and without reasons}
   *
   * @param asked who asks for what
   * @param locale the language of the reasons
   */
  public static RerankContext of(Asked asked, Locale locale) {
    return new RerankContext(
        Objects.requireNonNull(asked, "asked"),
        Objects.requireNonNull(locale, "locale"),
        artwork -> List.of(),
        () -> Long.MAX_VALUE);
  }

  /**
   * {@return this context with reasons, without notes}
   *
   * @param byArtwork gives the contributions to a work's score by its catalogue index
   */
  public RerankContext reasons(IntFunction<List<Contribution>> byArtwork) {
    return new RerankContext(asked, locale, Objects.requireNonNull(byArtwork), nanosLeft);
  }

  /**
   * {@return this context with a deadline, without notes}
   *
   * @param left tells how many nanoseconds are left; {@link Long#MAX_VALUE} for no deadline
   */
  public RerankContext deadline(LongSupplier left) {
    return new RerankContext(asked, locale, reasons, Objects.requireNonNull(left, "left"));
  }

  /**
   * Returns who asks for what.
   *
   * @return the askers
   */
  public Asked asked() {
    return asked;
  }

  /**
   * Returns the language of the reasons.
   *
   * @return the locale
   */
  public Locale locale() {
    return locale;
  }

  /**
   * Returns what speaks for a work so far.
   *
   * @param artwork its catalogue index
   * @return the contributions to its score
   */
  public List<Contribution> reasons(int artwork) {
    return reasons.apply(artwork);
  }

  /**
   * Returns how much time is left.
   *
   * @return 0 when it is over; empty when the request sets no deadline
   */
  public Optional<Duration> left() {
    long nanos = nanosLeft.getAsLong();
    return nanos == Long.MAX_VALUE
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Math.max(0, nanos)));
  }

  /**
   * Tells whether the time is over: a reranker then returns the best order that it has.
   *
   * @return false when there is no deadline
   */
  public boolean isOver() {
    return nanosLeft.getAsLong() <= 0;
  }

  /**
   * Says why a work stands where it does.
   *
   * @param artwork its catalogue index
   * @param why in a few words, for logs and for those who look after the recommender
   */
  public void note(int artwork, String why) {
    notes.computeIfAbsent(artwork, index -> new CopyOnWriteArrayList<>()).add(why);
  }

  /**
   * Says that a reranker did not do what it is for: a model that did not answer, a time that was
   * over.
   *
   * @param why in a few words
   */
  public void fellBack(String why) {
    fellBack.add(why);
  }

  /**
   * Returns what was said of a work.
   *
   * @param artwork its catalogue index
   * @return the notes, in order
   */
  public List<String> notes(int artwork) {
    return new ArrayList<>(notes.getOrDefault(artwork, List.of()));
  }

  /**
   * Returns what rerankers did not do.
   *
   * @return why, in order
   */
  public List<String> fallBacks() {
    return new ArrayList<>(fellBack);
  }
}
