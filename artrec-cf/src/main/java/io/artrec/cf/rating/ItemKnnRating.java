package io.artrec.cf.rating;

import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SharedPairs;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.rating.ComparedRatings.Likeness;
import io.artrec.cf.rating.RatingSimilarity.Measure;
import io.artrec.model.StateReader;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;

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
 */
public final class ItemKnnRating extends KnnRatingStrategy<ItemKnnRating> {
  static final String NAME = "item-knn-rating";

  private static final Hyperparameter<Integer> KEPT =
      Hyperparameter.whole("kept", 1000, Range.atLeast(1))
          .meaning(
              "how many works most alike are kept for each work; what it costs in accuracy is"
                  + " little from 1,000 on");

  /** The method by name. */
  public static final StrategyMethod<ItemKnnRating> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(NAME, NEIGHBORS, KEPT, CENTERING)
              .and(
                  RatingSimilarity.table(
                      RatingSimilarity.MEASURE.standard(Measure.PEARSON_BASELINE),
                      RatingSimilarity.SHRINKAGE.standard(100.0)))
              .and(DAMPING.standard(0.3), RATING),
          ItemKnnRating::new,
          ItemKnnRating::read);

  private ItemKnnRating(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return kNN with baselines, in which so many works of the history speak for a work}
   *
   * @param neighbors how many neighbours speak for a work
   */
  public static ItemKnnRating neighbors(int neighbors) {
    return METHOD.with(NEIGHBORS, neighbors);
  }

  /**
   * {@return this strategy with so many works kept for each}
   *
   * @param most how many works most alike are kept for each work
   */
  public ItemKnnRating kept(int most) {
    return with(KEPT, most);
  }

  /** {@return how many works most alike are kept for each work} */
  public int kept() {
    return get(KEPT);
  }

  @Override
  public Scorer train(TrainingContext context) {
    SparseMatrix byUser = FeedbackEntries.matrix(feedback(), context);
    int most = kept();
    int works = byUser.columns();
    double perThread = 64.0 * works * context.threads();
    double pairs = SharedPairs.most(byUser, most);
    MemoryNeed.check(NAME, 8 * pairs + 48.0 * byUser.size() + perThread, "keep fewer works");
    Centers centers = Centers.of(centering(), BiasBaseline.DAMPING, byUser);
    Centering toCompare = similarity().measure().centering(centering(), Centering.USER_MEAN);
    double[] above = Centers.of(toCompare, BiasBaseline.DAMPING, byUser).above(byUser);
    SparseMatrix byArtwork = byUser.transposed();
    double[] values = ComparedRatings.transposed(byUser, above);
    ComparedRatings compared = new ComparedRatings(similarity(), byArtwork, values);
    int[][] nearest = new int[works][];
    float[][] similarities = new float[works][];
    context
        .workers()
        .run(
            "training " + NAME,
            works,
            (first, last) -> {
              Likeness alike = new Likeness(compared);
              for (int work = first; work < last; work++) {
                int begin = byArtwork.begin(work);
                compared.compare(byArtwork.indices(), values, begin, byArtwork.end(work), alike);
                alike.remove(work);
                alike.rank();
                int count = Math.min(most, alike.size());
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

  private static Scorer read(StateReader in, TrainingContext context, ItemKnnRating strategy) {
    return ItemKnnRatingScorer.read(in, strategy, context.catalog().size());
  }
}
