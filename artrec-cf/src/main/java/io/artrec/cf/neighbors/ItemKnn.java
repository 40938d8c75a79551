package io.artrec.cf.neighbors;

import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.ItemWeightsScorer;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SharedPairs;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseMatrixBuilder;
import io.artrec.model.StateReader;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;
import java.util.Optional;

/**
 * Scores a work by the works of the history among its nearest neighbours, nearest by who chose
 * them. Immutable and thread-safe.
 *
 * <p>Sarwar, Karypis, Konstan, Riedl, Item-based collaborative filtering recommendation algorithms,
 * WWW 2001; Deshpande, Karypis, Item-based top-N recommendation algorithms, ACM TOIS 2004.
 *
 * <p>{@code score(j) = Σ_i x_i · s_ij} over the history's works {@code i} among the {@code
 * neighbors} works most alike to {@code j}, ties by the smaller index; similarities that are not
 * above 0 do not count. Training O(Σ_u n_u²) time, 8 · neighbors bytes a work. New visitors and new
 * events need no training to be answered; they speak for others, and forgotten ones do not, after
 * an update that finds again the neighbours of the works concerned and equals training to the last
 * bit (with BM25, or with log-likelihood when visitors come or go, it trains).
 */
public final class ItemKnn extends KnnStrategy<ItemKnn> {
  static final String NAME = "item-knn";

  /** The method by name. */
  public static final StrategyMethod<ItemKnn> METHOD =
      StrategyMethod.of(table(NAME), ItemKnn::new, ItemKnn::read);

  private ItemKnn(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return item-kNN by cosine, with so many neighbours of a work}
   *
   * @param neighbors how many neighbours speak for a work
   */
  public static ItemKnn neighbors(int neighbors) {
    return METHOD.with(NEIGHBORS, neighbors);
  }

  @Override
  public Scorer train(TrainingContext context) {
    int works = context.catalog().size();
    checkMemory(context.dataset().size(), works, 0, context.threads());
    SparseMatrix byUser = FeedbackEntries.matrix(feedback(), context);
    double pairs = SharedPairs.most(byUser, neighbors());
    checkMemory(context.dataset().size(), works, pairs, context.threads());
    SparseMatrix byArtwork = byUser.transposed();
    return scorer(new ItemNeighbors(this, byArtwork, context).all().toMatrix().transposed());
  }

  /**
   * Refuses, before allocation, behaviour or neighbours that do not fit.
   *
   * @param pairs how many neighbours all works have; 0 when that is not known yet
   */
  static void checkMemory(double events, double works, double pairs, int threads) {
    double bytes = UserKnn.bytes(events, works) + 32 * works * threads;
    MemoryNeed.check(NAME, bytes, "train on fewer events");
    MemoryNeed.check(NAME, bytes + 20 * pairs, "lower neighbors");
  }

  private ItemWeightsScorer scorer(SparseMatrix weights) {
    return new ItemWeightsScorer(this, weights, this::updated);
  }

  /** Finds again the neighbours of works that share a visitor with a work that changed. */
  private Optional<SparseMatrix> updated(
      SparseMatrix weights, TrainingContext before, TrainingContext after) {
    Optional<BehaviorChange> change = BehaviorChange.between(feedback(), before, after);
    if (change.isEmpty()
        || !similarity()
            .isLocal(
                change.get().before().rows() == change.get().after().rows(),
                change.get().before().columns() == change.get().after().columns())) {
      return Optional.empty();
    }
    int artworks = after.catalog().size();
    boolean[] near = change.get().near();
    SparseMatrixBuilder rows = new SparseMatrixBuilder(artworks, artworks);
    rows.setAll(weights.transposed(), near);
    new ItemNeighbors(this, change.get().after().transposed(), after).some(near, rows);
    return Optional.of(rows.toMatrix().transposed());
  }

  static Scorer read(StateReader in, TrainingContext context, ItemKnn strategy) {
    return ItemWeightsScorer.read(in, context, strategy, strategy::updated);
  }
}
