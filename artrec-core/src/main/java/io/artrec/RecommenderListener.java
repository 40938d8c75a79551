package io.artrec;

import io.artrec.catalog.Catalog;
import java.time.Instant;

/**
 * Hears what changes a recommender's answers beyond what is recorded, so that caches of answers can
 * follow. Added by {@link Recommender#addListener}.
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
   * Strategies were to learn and failed: what answered before goes on. Whoever called is told by
   * the same exception; of what a {@linkplain RefreshPolicy policy} had learned, only this tells
   * and the log.
   *
   * @param how how they were to learn
   * @param why what went wrong; {@link io.artrec.task.CancelledException} when the recommender was
   *     closed meanwhile
   */
  default void learningFailed(How how, Throwable why) {}

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
}
