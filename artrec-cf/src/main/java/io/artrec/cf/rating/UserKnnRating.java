package io.artrec.cf.rating;

import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.MemoryNeed;
import io.artrec.cf.rating.RatingSimilarity.Measure;
import io.artrec.model.StateReader;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Predicts a rating from those of the visitors most alike who rated the work. Immutable and
 * thread-safe.
 *
 * <p>Resnick, Iacovou, Suchak, Bergstrom, Riedl, GroupLens: an open architecture for collaborative
 * filtering of netnews, CSCW 1994; Herlocker, Konstan, Borchers, Riedl, An algorithmic framework
 * for performing collaborative filtering, SIGIR 1999; with baselines Koren, Factor in the
 * neighbors: scalable and accurate collaborative filtering, ACM TKDD 2010.
 *
 * <p>{@code r̂ = c_ui + Σ_v s_uv (r_vi − c_vi) / (Σ_v s_uv + damping)} over the {@code neighbors}
 * visitors {@code v} most alike of those who rated the work, ties by the smaller index, with {@code
 * c} the {@link Centering}. A visitor whose ratings are the asking one's own does not count, so a
 * trained visitor and a stranger with the same history get the same answer. A work without
 * neighbours gets its centre, and without centring no score; without any rating to learn from
 * nothing is scored. Predictions are not clipped to the scale. Computed in double precision.
 *
 * <p>Nothing is computed before somebody asks: training O(ratings), 40 bytes a rating; an answer
 * O(Σ_i n_i) over the history's works to compare, and O(ratings of those alike). New visitors and
 * new events need no training.
 *
 * @param neighbors how many neighbours speak for a work, 1 or more
 * @param centering what is taken from ratings before
 * @param similarity how alike two visitors are
 * @param damping what is added to the sum of similarities, 0 or more: holds the word of few or
 *     unlike neighbours to the centre
 * @param feedback what counts as a rating
 */
public record UserKnnRating(
    int neighbors,
    Centering centering,
    RatingSimilarity similarity,
    double damping,
    Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "user-knn-rating";

  /** Validates the hyper-parameters. */
  public UserKnnRating {
    Checks.atLeast(NAME, "neighbors", neighbors, 1);
    Objects.requireNonNull(centering, "centering");
    Objects.requireNonNull(similarity, "similarity");
    Checks.finite(NAME, "damping", damping, 0);
    Checks.oneOf(NAME, feedback, Feedback.RATING, Feedback.PREFERENCE);
  }

  /**
   * Returns kNN with baselines, by the mean squared difference of common ratings, damping 1.
   *
   * @param neighbors how many neighbours speak for a work, 1 or more; 20 to 60 are usual
   * @return the strategy
   */
  public static UserKnnRating neighbors(int neighbors) {
    return new UserKnnRating(
        neighbors, Centering.BASELINE, RatingSimilarity.of(Measure.MSD), 1, Feedback.RATING);
  }

  /**
   * Returns this strategy with another centring.
   *
   * @param center what is taken from ratings before
   * @return the changed strategy
   */
  public UserKnnRating centering(Centering center) {
    return new UserKnnRating(neighbors, center, similarity, damping, feedback);
  }

  /**
   * Returns this strategy with another similarity.
   *
   * @param other how alike two visitors are
   * @return the changed strategy
   */
  public UserKnnRating similarity(RatingSimilarity other) {
    return new UserKnnRating(neighbors, centering, other, damping, feedback);
  }

  /**
   * Returns this strategy with another damping.
   *
   * @param value what is added to the sum of similarities, 0 or more
   * @return the changed strategy
   */
  public UserKnnRating damping(double value) {
    return new UserKnnRating(neighbors, centering, similarity, value, feedback);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning how behaviour becomes ratings
   * @return the changed strategy
   */
  public UserKnnRating feedback(Feedback meaning) {
    return new UserKnnRating(neighbors, centering, similarity, damping, meaning);
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code neighbors}, {@code centering}, {@code similarity}, {@code shrinkage}, {@code
   *     significance}, {@code minimumOverlap}, {@code minimumSimilarity}, {@code damping}, {@code
   *     feedback}; what is left out is as {@link #neighbors(int) neighbors(40)} has it
   * @return the strategy
   */
  public static UserKnnRating parse(Parameters from) {
    from.only(NAME, keys().toArray(String[]::new));
    UserKnnRating standard = neighbors(40);
    return new UserKnnRating(
        from.getInt("neighbors", standard.neighbors),
        from.getEnum("centering", standard.centering),
        RatingSimilarity.parse(from, standard.similarity),
        from.getDouble("damping", standard.damping),
        from.getEnum("feedback", standard.feedback));
  }

  static List<String> keys() {
    List<String> keys = new ArrayList<>(List.of("neighbors", "centering"));
    keys.addAll(List.of(RatingSimilarity.KEYS));
    keys.addAll(List.of("damping", "feedback"));
    return keys;
  }

  /**
   * Returns the hyper-parameters as text.
   *
   * @return what {@link #parse} reads
   */
  public Parameters parameters() {
    return similarity
        .write(Parameters.none().with("neighbors", neighbors).with("centering", centering))
        .with("damping", damping)
        .with("feedback", feedback);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.PREDICTS_RATINGS);
  }

  @Override
  public Scorer train(TrainingContext context) {
    checkMemory(context.dataset().size());
    return new UserKnnRatingScorer(this, feedback.matrix(context));
  }

  /** Refuses, before allocation, ratings that do not fit. */
  static void checkMemory(double events) {
    MemoryNeed.check(NAME, 40 * events, "train on fewer events");
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
    UserKnnRating strategy = parse(Parameters.parse(in.getString("parameters")));
    return UserKnnRatingScorer.read(in, strategy, context.catalog().size());
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
