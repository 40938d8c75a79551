package io.artrec.cf.neighbors;

import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.model.StateReader;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;
import java.util.List;

/**
 * Scores what may come next in a session by the sessions most like it. Immutable and thread-safe.
 *
 * <p>Jannach, Ludewig, When recurrent neural networks meet the neighborhood for session-based
 * recommendation, RecSys 2017; the weights by recency are those of Ludewig, Jannach, Evaluation of
 * session-based recommendation algorithms, User Modeling and User-Adapted Interaction 2018
 * (V-SKNN).
 *
 * <p>A visitor's events are split where there is a pause longer than {@code idleMinutes}. Events
 * without a time keep their order and are a session of their own before all others. The current
 * session is the last in which a work counts for; its {@code n} works are numbered by their last
 * event, and work {@code p} of them weighs {@code w = x · d(p/n)} with its value {@code x},
 * negative for dislikes, and {@code d} the decay. Past sessions are sets of the works that count
 * for their visitor. Of the {@code sample} latest that share a work, the {@code neighbors} most
 * similar, {@code s = Σ_shared w}, for cosine divided by the lengths of both, are the neighbours;
 * ties by the later session, then by the order of visitors. Similarities that are not above 0 do
 * not count, nor does a session with the current one's very works: it could only speak for those.
 * The score of a work is the sum of {@code s} over the neighbours that hold it, times {@code
 * log(sessions / sessions with the work)} when {@code idf}.
 *
 * <p>So an answer follows what a visitor does now rather than what they are known for; a blend with
 * another method does both. A trained visitor and a stranger with the same history get the same
 * answer. Training O(events · log(events)) time and 28 bytes an event; kept are at most 8 bytes an
 * event. An answer costs O(Σ n_i + works of the neighbours) over the works {@code i} of the session
 * with {@code n_i} sessions each. New visitors and new events need no training.
 */
public final class SessionKnn extends BehaviorStrategy<SessionKnn> {
  static final String NAME = "session-knn";

  private static final long MINUTE = 60_000;

  /** How alike two sessions are. */
  public enum Similarity {
    /** The cosine between the weighted works of the one and the set of the other's. */
    COSINE,
    /** The weights of the shared works, whatever else the sessions hold. */
    DOT
  }

  /** How the works of a session count less the longer ago they were. */
  public enum Decay {
    /** All alike. */
    NONE {
      @Override
      double at(double position) {
        return 1;
      }
    },
    /** In proportion to the position: work {@code p} of {@code n} counts {@code p/n}. */
    LINEAR {
      @Override
      double at(double position) {
        return position;
      }
    },
    /** By the square of the position. */
    QUADRATIC {
      @Override
      double at(double position) {
        return position * position;
      }
    };

    /** What a work counts; the position is above 0 and 1 for the last. */
    abstract double at(double position);
  }

  private static final Hyperparameter<Integer> NEIGHBORS =
      Hyperparameter.whole("neighbors", 100, Range.atLeast(1).triedByMagnitude(20, 1000))
          .meaning("how many neighbours a session has; 50 to 500 are usual");

  private static final Hyperparameter<Integer> SAMPLE =
      Hyperparameter.whole("sample", 1000, Range.atLeast(0))
          .meaning("how many of the latest sessions are compared; 0 for all");

  private static final Hyperparameter<Long> IDLE_MINUTES =
      Hyperparameter.wholeLong("idleMinutes", 30, Range.atLeast(0))
          .meaning("the longest pause within a session; 0 for histories in one piece");

  private static final Hyperparameter<Similarity> SIMILARITY =
      Hyperparameter.choice("similarity", Similarity.COSINE)
          .meaning("how alike two sessions are")
          .tried(List.of(Similarity.values()));

  private static final Hyperparameter<Decay> DECAY =
      Hyperparameter.choice("decay", Decay.LINEAR)
          .meaning("how works of the session count less the longer ago they were")
          .tried(List.of(Decay.values()));

  private static final Hyperparameter<Boolean> IDF =
      Hyperparameter.yesNo("idf", false)
          .meaning("whether works of few sessions count more")
          .tried(List.of(false, true));

  /** The method by name. */
  public static final StrategyMethod<SessionKnn> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(
              NAME, NEIGHBORS, SAMPLE, IDLE_MINUTES, SIMILARITY, DECAY, IDF, RANKING),
          SessionKnn::new,
          SessionKnn::read);

  private SessionKnn(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return the method with so many neighbours of a session}
   *
   * @param neighbors how many neighbours a session has
   */
  public static SessionKnn neighbors(int neighbors) {
    return METHOD.with(NEIGHBORS, neighbors);
  }

  /** {@return how many neighbours a session has} */
  public int neighbors() {
    return get(NEIGHBORS);
  }

  /**
   * {@return this strategy with so many of the latest sessions compared, 0 for all}
   *
   * @param latest how many of the latest sessions are compared, 0 for all
   */
  public SessionKnn sample(int latest) {
    return with(SAMPLE, latest);
  }

  /** {@return how many of the latest sessions are compared, 0 for all} */
  public int sample() {
    return get(SAMPLE);
  }

  /**
   * {@return this strategy with sessions that end by such a pause; 0 for whole histories}
   *
   * @param minutes the longest pause within a session, 0 for histories in one piece
   */
  public SessionKnn idleMinutes(long minutes) {
    return with(IDLE_MINUTES, minutes);
  }

  /** {@return the longest pause within a session, 0 for histories in one piece} */
  public long idleMinutes() {
    return get(IDLE_MINUTES);
  }

  /**
   * {@return this strategy with another similarity}
   *
   * @param other how alike two sessions are
   */
  public SessionKnn similarity(Similarity other) {
    return with(SIMILARITY, other);
  }

  /** {@return how alike two sessions are} */
  public Similarity similarity() {
    return get(SIMILARITY);
  }

  /**
   * {@return this strategy with another decay}
   *
   * @param other how works of the session count less the longer ago they were
   */
  public SessionKnn decay(Decay other) {
    return with(DECAY, other);
  }

  /** {@return how works of the session count less the longer ago they were} */
  public Decay decay() {
    return get(DECAY);
  }

  /**
   * {@return this strategy with or without more weight for rare works}
   *
   * @param rare whether works of few sessions count more
   */
  public SessionKnn idf(boolean rare) {
    return with(IDF, rare);
  }

  /** {@return whether works of few sessions count more} */
  public boolean idf() {
    return get(IDF);
  }

  /** The longest pause in milliseconds; beyond all bounds where minutes are. */
  long idleMillis() {
    long idleMinutes = idleMinutes();
    return idleMinutes > Long.MAX_VALUE / MINUTE ? Long.MAX_VALUE : idleMinutes * MINUTE;
  }

  @Override
  public Scorer train(TrainingContext context) {
    checkMemory(context.dataset().size(), context.catalog().size());
    return new SessionKnnScorer(this, Sessions.of(context, feedback(), idleMillis()));
  }

  /** Refuses, before allocation, sessions that do not fit. */
  static void checkMemory(double events, double works) {
    MemoryNeed.check(NAME, 28 * events + 8 * works, "train on fewer events");
  }

  private static Scorer read(StateReader in, TrainingContext context, SessionKnn strategy) {
    return SessionKnnScorer.read(in, strategy, context.catalog().size());
  }
}
