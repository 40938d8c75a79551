package io.artrec.cf.rating;

import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.MemoryNeed;
import io.artrec.cf.data.SharedPairs;
import io.artrec.cf.data.SparseMatrix;
import io.artrec.cf.data.Workers;
import io.artrec.cf.rating.ComparedRatings.Likeness;
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
 * Predicts a rating from the visitor's own for the works most alike, alike by who rated them how.
 * Immutable and thread-safe.
 *
 * <p>Sarwar, Karypis, Konstan, Riedl, Item-based collaborative filtering recommendation algorithms,
 * WWW 2001; with baselines Koren, Factor in the neighbors: scalable and accurate collaborative
 * filtering, ACM TKDD 2010.
 *
 * <p>{@code r̂ = c_ui + Σ_j s_ij (r_uj − c_uj) / (Σ_j s_ij + damping)} over the {@code neighbors}
 * works {@code j} of the history most alike to {@code i}, ties by the smaller index, with {@code c}
 * the {@link Centering}. They are sought among the {@code kept} works most alike to {@code i} of
 * all. A work without neighbours gets its centre, and without centring no score; without any rating
 * to learn from nothing is scored. Predictions are not clipped to the scale. Similarities are
 * computed and ordered in double precision.
 *
 * <p>Training O(Σ_u n_u²), 8 bytes a pair that is kept; an answer O(candidates · kept). New
 * visitors and new events need no training.
 *
 * @param neighbors how many works of the history speak for a work, 1 or more
 * @param kept how many works most alike are kept for each work, 1 or more; what it costs in
 *     accuracy is little from 1,000 on
 * @param centering what is taken from ratings before
 * @param similarity how alike two works are
 * @param damping what is added to the sum of similarities, 0 or more: holds the word of few or
 *     unlike works to the centre
 * @param feedback what counts as a rating
 */
public record ItemKnnRating(
    int neighbors,
    int kept,
    Centering centering,
    RatingSimilarity similarity,
    double damping,
    Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "item-knn-rating";

  /** Validates the hyper-parameters. */
  public ItemKnnRating {
    Checks.atLeast(NAME, "neighbors", neighbors, 1);
    Checks.atLeast(NAME, "kept", kept, 1);
    Objects.requireNonNull(centering, "centering");
    Objects.requireNonNull(similarity, "similarity");
    Checks.finite(NAME, "damping", damping, 0);
    Checks.oneOf(NAME, feedback, Feedback.RATING, Feedback.PREFERENCE);
  }

  /**
   * Returns kNN with baselines, by Pearson's correlation with baselines and a shrinkage of 100,
   * damping 0.3, 1,000 works kept.
   *
   * @param neighbors how many works of the history speak for a work, 1 or more; 20 to 60 are usual
   * @return the strategy
   */
  public static ItemKnnRating neighbors(int neighbors) {
    return new ItemKnnRating(
        neighbors,
        1000,
        Centering.BASELINE,
        RatingSimilarity.of(Measure.PEARSON_BASELINE).shrinkage(100),
        0.3,
        Feedback.RATING);
  }

  /**
   * Returns this strategy with more or fewer works kept.
   *
   * @param most how many works most alike are kept for each work, 1 or more
   * @return the changed strategy
   */
  public ItemKnnRating kept(int most) {
    return new ItemKnnRating(neighbors, most, centering, similarity, damping, feedback);
  }

  /**
   * Returns this strategy with another centring.
   *
   * @param center what is taken from ratings before
   * @return the changed strategy
   */
  public ItemKnnRating centering(Centering center) {
    return new ItemKnnRating(neighbors, kept, center, similarity, damping, feedback);
  }

  /**
   * Returns this strategy with another similarity.
   *
   * @param other how alike two works are
   * @return the changed strategy
   */
  public ItemKnnRating similarity(RatingSimilarity other) {
    return new ItemKnnRating(neighbors, kept, centering, other, damping, feedback);
  }

  /**
   * Returns this strategy with another damping.
   *
   * @param value what is added to the sum of similarities, 0 or more
   * @return the changed strategy
   */
  public ItemKnnRating damping(double value) {
    return new ItemKnnRating(neighbors, kept, centering, similarity, value, feedback);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning how behaviour becomes ratings
   * @return the changed strategy
   */
  public ItemKnnRating feedback(Feedback meaning) {
    return new ItemKnnRating(neighbors, kept, centering, similarity, damping, meaning);
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code neighbors}, {@code kept}, {@code centering}, {@code similarity}, {@code
   *     shrinkage}, {@code significance}, {@code minimumOverlap}, {@code minimumSimilarity}, {@code
   *     damping}, {@code feedback}; what is left out is as {@link #neighbors(int) neighbors(40)}
   *     has it
   * @return the strategy
   */
  public static ItemKnnRating parse(Parameters from) {
    List<String> keys = new ArrayList<>(UserKnnRating.keys());
    keys.add(1, "kept");
    from.only(NAME, keys.toArray(String[]::new));
    ItemKnnRating standard = neighbors(40);
    return new ItemKnnRating(
        from.getInt("neighbors", standard.neighbors),
        from.getInt("kept", standard.kept),
        from.getEnum("centering", standard.centering),
        RatingSimilarity.parse(from, standard.similarity),
        from.getDouble("damping", standard.damping),
        from.getEnum("feedback", standard.feedback));
  }

  /**
   * Returns the hyper-parameters as text.
   *
   * @return what {@link #parse} reads
   */
  public Parameters parameters() {
    Parameters first = Parameters.none().with("neighbors", neighbors).with("kept", kept);
    return similarity
        .write(first.with("centering", centering))
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
    SparseMatrix byUser = feedback.matrix(context);
    int works = byUser.columns();
    double perThread = 64.0 * works * context.threads();
    double pairs = SharedPairs.most(byUser, kept);
    MemoryNeed.check(NAME, 8 * pairs + 48.0 * byUser.size() + perThread, "keep fewer works");
    Centers centers = Centers.of(centering, BiasBaseline.DAMPING, byUser);
    Centering toCompare = similarity.measure().centering(centering, Centering.USER_MEAN);
    double[] above = Centers.of(toCompare, BiasBaseline.DAMPING, byUser).above(byUser);
    SparseMatrix byArtwork = byUser.transposed();
    double[] values = ComparedRatings.transposed(byUser, above);
    ComparedRatings compared = new ComparedRatings(similarity, byArtwork, values);
    int[][] nearest = new int[works][];
    float[][] similarities = new float[works][];
    Workers.run(
        context,
        "training " + NAME,
        works,
        (first, last) -> {
          Likeness alike = new Likeness(compared);
          for (int work = first; work < last; work++) {
            int begin = byArtwork.begin(work);
            compared.compare(byArtwork.indices(), values, begin, byArtwork.end(work), alike);
            alike.remove(work);
            alike.rank();
            int count = Math.min(kept, alike.size());
            nearest[work] = new int[count];
            similarities[work] = new float[count];
            for (int i = 0; i < count; i++) {
              nearest[work][i] = alike.row(i);
              similarities[work][i] = (float) alike.value(alike.row(i));
            }
          }
        });
    return new ItemKnnRatingScorer(this, centers, nearest, similarities);
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
    ItemKnnRating strategy = parse(Parameters.parse(in.getString("parameters")));
    return ItemKnnRatingScorer.read(in, strategy, context.catalog().size());
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
