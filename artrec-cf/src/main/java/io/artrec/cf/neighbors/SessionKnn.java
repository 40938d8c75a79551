package io.artrec.cf.neighbors;

import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.MemoryNeed;
import io.artrec.model.StateReader;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import java.util.Objects;

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
 *
 * @param neighbors how many neighbours a session has, 1 or more
 * @param sample how many of the latest sessions are compared, 1 or more; 0 for all
 * @param idleMinutes the longest pause within a session, 0 or more; 0 for histories in one piece
 * @param similarity how alike two sessions are
 * @param decay how works of the session count less the longer ago they were
 * @param idf whether works of few sessions count more
 * @param feedback what behaviour counts
 */
public record SessionKnn(
    int neighbors,
    int sample,
    long idleMinutes,
    Similarity similarity,
    Decay decay,
    boolean idf,
    Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "session-knn";

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

  /** Validates the hyper-parameters. */
  public SessionKnn {
    Checks.atLeast(NAME, "neighbors", neighbors, 1);
    Checks.atLeast(NAME, "sample", sample, 0);
    Checks.atLeast(NAME, "idleMinutes", idleMinutes, 0);
    Objects.requireNonNull(similarity, "similarity");
    Objects.requireNonNull(decay, "decay");
    Checks.oneOf(NAME, feedback, Feedback.PREFERENCE, Feedback.POSITIVE, Feedback.ANY);
  }

  /**
   * Returns the method with the latest 1,000 sessions compared by cosine, pauses of 30 minutes,
   * linear decay, without idf.
   *
   * @param neighbors how many neighbours a session has, 1 or more; 50 to 500 are usual
   * @return the strategy
   */
  public static SessionKnn neighbors(int neighbors) {
    return new SessionKnn(
        neighbors, 1000, 30, Similarity.COSINE, Decay.LINEAR, false, Feedback.PREFERENCE);
  }

  /**
   * Returns this strategy with another number of sessions to compare.
   *
   * @param latest how many of the latest sessions are compared, 1 or more; 0 for all
   * @return the changed strategy
   */
  public SessionKnn sample(int latest) {
    return new SessionKnn(neighbors, latest, idleMinutes, similarity, decay, idf, feedback);
  }

  /**
   * Returns this strategy with other ends of sessions.
   *
   * @param minutes the longest pause within a session, 0 or more; 0 for histories in one piece
   * @return the changed strategy
   */
  public SessionKnn idleMinutes(long minutes) {
    return new SessionKnn(neighbors, sample, minutes, similarity, decay, idf, feedback);
  }

  /**
   * Returns this strategy with another similarity.
   *
   * @param other how alike two sessions are
   * @return the changed strategy
   */
  public SessionKnn similarity(Similarity other) {
    return new SessionKnn(neighbors, sample, idleMinutes, other, decay, idf, feedback);
  }

  /**
   * Returns this strategy with another decay.
   *
   * @param other how works of the session count less the longer ago they were
   * @return the changed strategy
   */
  public SessionKnn decay(Decay other) {
    return new SessionKnn(neighbors, sample, idleMinutes, similarity, other, idf, feedback);
  }

  /**
   * Returns this strategy with or without more weight for rare works.
   *
   * @param rare whether works of few sessions count more
   * @return the changed strategy
   */
  public SessionKnn idf(boolean rare) {
    return new SessionKnn(neighbors, sample, idleMinutes, similarity, decay, rare, feedback);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning what behaviour counts
   * @return the changed strategy
   */
  public SessionKnn feedback(Feedback meaning) {
    return new SessionKnn(neighbors, sample, idleMinutes, similarity, decay, idf, meaning);
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code neighbors}, {@code sample}, {@code idleMinutes}, {@code similarity}, {@code
   *     decay}, {@code idf}, {@code feedback}; what is left out is as {@link #neighbors(int)
   *     neighbors(100)} has it
   * @return the strategy
   */
  public static SessionKnn parse(Parameters from) {
    from.only(NAME, "neighbors", "sample", "idleMinutes", "similarity", "decay", "idf", "feedback");
    SessionKnn standard = neighbors(100);
    return new SessionKnn(
        from.getInt("neighbors", standard.neighbors),
        from.getInt("sample", standard.sample),
        from.getLong("idleMinutes", standard.idleMinutes),
        from.getEnum("similarity", standard.similarity),
        from.getEnum("decay", standard.decay),
        from.getBoolean("idf", standard.idf),
        from.getEnum("feedback", standard.feedback));
  }

  /**
   * Returns the hyper-parameters as text.
   *
   * @return what {@link #parse} reads
   */
  public Parameters parameters() {
    return Parameters.none()
        .with("neighbors", neighbors)
        .with("sample", sample)
        .with("idleMinutes", idleMinutes)
        .with("similarity", similarity)
        .with("decay", decay)
        .with("idf", idf)
        .with("feedback", feedback);
  }

  /** The longest pause in milliseconds; beyond all bounds where minutes are. */
  long idleMillis() {
    return idleMinutes > Long.MAX_VALUE / MINUTE ? Long.MAX_VALUE : idleMinutes * MINUTE;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Scorer train(TrainingContext context) {
    checkMemory(context.dataset().size(), context.catalog().size());
    return new SessionKnnScorer(this, Sessions.of(context, feedback, idleMillis()));
  }

  /** Refuses, before allocation, sessions that do not fit. */
  static void checkMemory(double events, double works) {
    MemoryNeed.check(NAME, 28 * events + 8 * works, "train on fewer events");
  }

  /**
   * Reads a scorer from a model file.
   *
   * @param in what the scorer saved
   * @param context not needed
   * @param readers not needed
   * @return the scorer
   */
  public static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    return SessionKnnScorer.read(
        in, parse(Parameters.parse(in.getString("parameters"))), context.catalog().size());
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
