package io.artrec;

import io.artrec.catalog.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Hears what a recommender does: what changes its answers beyond what is recorded, so that caches
 * of answers can follow, and what it answers, records and learns, for whoever watches it. Added by
 * {@link Recommender#addListener}.
 *
 * <p>Called after answers have changed, on the thread that caused it, before its call returns, and
 * holding no lock of the recommender, which may be asked. What one thread causes comes in order;
 * what several cause may come at the same time, so an implementation is thread-safe and asks the
 * recommender for what holds now. An exception it throws is logged and changes nothing.
 */
public interface RecommenderListener {
  /** How an engine came about. */
  enum How {
    /** By {@link Recommender#retrain}. */
    RETRAINED,
    /** By {@link Recommender#refresh}. */
    REFRESHED,
    /** By giving up what was erased: forgotten, taken back, or kept for long enough. */
    ERASED,
    /** By {@link Recommender#previous}: what answered before the last learning answers again. */
    RETURNED
  }

  /**
   * An engine that answers from now on.
   *
   * @param how how it came about
   * @param events how many events its strategies were trained on
   * @param users how many visitors these are of
   */
  record Learned(How how, int events, int users) {}

  /**
   * Strategies have learned, or given up what they had learned: any answer may be another.
   *
   * @param engine what answers now
   */
  default void learned(Learned engine) {}

  /**
   * A visitor was forgotten or has opted out, and is a stranger to answers from now on; what
   * strategies learned follows, and is told by {@link #learned}.
   *
   * @param user the visitor's id, so that caches can drop what they hold of them; a listener must
   *     not keep it
   */
  default void forgotten(String user) {}

  /**
   * What is known of a visitor was changed by something else than recording: an event taken back,
   * those of an anonymous visitor joined to theirs, or what they follow and block or are interested
   * in.
   *
   * @param user the visitor's id
   */
  default void historyChanged(String user) {}

  /**
   * Events that are older than a time have left the answers.
   *
   * @param before the time
   */
  default void expired(Instant before) {}

  /**
   * Works were added to the catalogue, changed or taken out of it.
   *
   * @param catalog the catalogue that answers are from now on made of
   */
  default void catalogChanged(Catalog catalog) {}

  /**
   * How learning went.
   *
   * @param how what was done
   * @param took how long it took, waiting for others who learn not included
   * @param failure why nothing was learned; empty when something was
   */
  record Effort(How how, Duration took, Optional<Throwable> failure) {}

  /**
   * An answer is about to go out: one of {@code recommend}, {@code recommendAll} or {@code
   * similar}. Called for every one, on the thread that asked, which waits: count and return. What
   * is kept of it must go when its visitor is {@link #forgotten}.
   *
   * @param answer the answer, with its request, timings and variant
   */
  default void answered(Recommendations answer) {}

  /**
   * Events were recorded, one or a batch. Called for every call, on its thread, which waits.
   *
   * @param kept how many are new
   * @param ignored how many were not: known ids, a batch that came again, visitors who opted out
   */
  default void recorded(int kept, int ignored) {}

  /**
   * Events could not be recorded, and none of the call was.
   *
   * @param why what the caller gets: the work is unknown, the log cannot take it, and the like
   */
  default void refused(RuntimeException why) {}

  /**
   * Strategies begin to learn; not called where they give up what was erased, or go back.
   *
   * @param how {@link How#RETRAINED} or {@link How#REFRESHED}
   */
  default void learningBegan(How how) {}

  /**
   * Learning came to an end; where something was learned, {@link #learned} was called before.
   *
   * @param effort what, how long, and whether it failed
   */
  default void learningEnded(Effort effort) {}
}
