package io.artrec.cf.neighbors;

import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.ItemWeightsScorer;
import io.artrec.cf.data.SparseMatrix;
import io.artrec.cf.data.SparseRows;
import io.artrec.cf.data.SparseVector;
import io.artrec.cf.data.TopEntries;
import io.artrec.cf.data.Workers;
import io.artrec.model.StateReader;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

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
 * events need no training.
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
    SparseMatrix neighborsOf = nearest(context, feedback.matrix(context).transposed());
    return new ItemWeightsScorer(this, parameters(), feedback, neighborsOf.transposed());
  }

  /** Row {@code j}: the works nearest to work {@code j}. */
  private SparseMatrix nearest(TrainingContext context, SparseMatrix byArtwork) {
    ComparedRows compared = new ComparedRows(similarity, byArtwork);
    int artworks = compared.size();
    SparseRows rows = new SparseRows(artworks, artworks);
    Workers.run(
        context,
        "training " + NAME,
        artworks,
        (from, to) -> {
          Products products = new Products(artworks, similarity.needsOverlap());
          TopEntries top = new TopEntries(Math.min(neighbors, Math.max(1, artworks)));
          for (int artwork = from; artwork < to; artwork++) {
            SparseVector own = compared.rows().row(artwork);
            compared.compare(own, products);
            top.clear();
            for (int i = 0; i < products.count(); i++) {
              int other = products.row(i);
              if (other != artwork && products.product(other) > 0) {
                double square = compared.squareOf(artwork);
                top.offer(other, (float) compared.similarity(own, square, other, products));
              }
            }
            rows.set(artwork, positive(top.byIndex()));
          }
        });
    return rows.toMatrix();
  }

  private static SparseVector positive(SparseVector row) {
    int count = 0;
    int[] indices = new int[row.size()];
    float[] values = new float[row.size()];
    for (int k = 0; k < indices.length; k++) {
      if (row.values()[k] > 0) {
        indices[count] = row.indices()[k];
        values[count++] = row.values()[k];
      }
    }
    return count == row.size()
        ? row
        : new SparseVector(Arrays.copyOf(indices, count), Arrays.copyOf(values, count));
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
    return ItemWeightsScorer.read(in, strategy, strategy.parameters(), strategy.feedback);
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
