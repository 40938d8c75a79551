package io.artrec.cf.neighbors;

import io.artrec.cf.data.BehaviorChange;
import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.ItemWeightsScorer;
import io.artrec.cf.data.MemoryNeed;
import io.artrec.cf.data.SharedPairs;
import io.artrec.cf.data.SparseMatrix;
import io.artrec.cf.data.SparseRows;
import io.artrec.model.StateReader;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 *
 * @param neighbors how many neighbours a work has, 1 or more
 * @param similarity how alike two works are
 * @param feedback what behaviour counts
 */
public record ItemKnn(int neighbors, VectorSimilarity similarity, Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "item-knn";

  /** Validates the hyper-parameters. */
  public ItemKnn {
    Checks.atLeast(NAME, "neighbors", neighbors, 1);
    Objects.requireNonNull(similarity, "similarity");
    Checks.oneOf(NAME, feedback, Feedback.PREFERENCE, Feedback.POSITIVE, Feedback.ANY);
  }

  /**
   * Returns item-kNN by cosine.
   *
   * @param neighbors how many neighbours a work has, 1 or more; 50 to 200 are usual
   * @return the strategy
   */
  public static ItemKnn neighbors(int neighbors) {
    return new ItemKnn(neighbors, VectorSimilarity.cosine(), Feedback.PREFERENCE);
  }

  /**
   * Returns this strategy with another similarity.
   *
   * @param other how alike two works are
   * @return the changed strategy
   */
  public ItemKnn similarity(VectorSimilarity other) {
    return new ItemKnn(neighbors, other, feedback);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning what behaviour counts
   * @return the changed strategy
   */
  public ItemKnn feedback(Feedback meaning) {
    return new ItemKnn(neighbors, similarity, meaning);
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code neighbors}, {@code similarity}, {@code weighting}, {@code shrinkage}, {@code
   *     significance}, {@code minimumOverlap}, {@code alpha}, {@code beta}, {@code feedback}; what
   *     is left out is as {@link #neighbors(int) neighbors(100)} has it
   * @return the strategy
   */
  public static ItemKnn parse(Parameters from) {
    from.only(NAME, keys());
    ItemKnn standard = neighbors(100);
    return new ItemKnn(
        from.getInt("neighbors", standard.neighbors),
        VectorSimilarity.parse(from, standard.similarity),
        from.getEnum("feedback", standard.feedback));
  }

  static String[] keys() {
    List<String> keys = new ArrayList<>(List.of("neighbors"));
    keys.addAll(List.of(VectorSimilarity.KEYS));
    keys.add("feedback");
    return keys.toArray(String[]::new);
  }

  /**
   * Returns the hyper-parameters as text.
   *
   * @return what {@link #parse} reads
   */
  public Parameters parameters() {
    return similarity
        .write(Parameters.none().with("neighbors", neighbors))
        .with("feedback", feedback);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Scorer train(TrainingContext context) {
    int works = context.catalog().size();
    checkMemory(context.dataset().size(), works, 0, context.threads());
    SparseMatrix byUser = feedback.matrix(context);
    double pairs = SharedPairs.most(byUser, neighbors);
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
    return new ItemWeightsScorer(this, parameters(), feedback, weights, this::updated);
  }

  /** Finds again the neighbours of works that share a visitor with a work that changed. */
  private Optional<SparseMatrix> updated(
      SparseMatrix weights, TrainingContext before, TrainingContext after) {
    Optional<BehaviorChange> change = BehaviorChange.between(feedback, before, after);
    if (change.isEmpty()
        || !similarity.isLocal(
            change.get().before().rows() == change.get().after().rows(),
            change.get().before().columns() == change.get().after().columns())) {
      return Optional.empty();
    }
    int artworks = after.catalog().size();
    boolean[] near = change.get().near();
    SparseRows rows = new SparseRows(artworks, artworks);
    rows.setAll(weights.transposed(), near);
    new ItemNeighbors(this, change.get().after().transposed(), after).some(near, rows);
    return Optional.of(rows.toMatrix().transposed());
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
    ItemKnn strategy = parse(Parameters.parse(in.getString("parameters")));
    return ItemWeightsScorer.read(
        in,
        context.catalog().size(),
        strategy,
        strategy.parameters(),
        strategy.feedback,
        strategy::updated);
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
