package io.artrec.cf.pairwise;

import io.artrec.feature.AttributeLevels;
import io.artrec.feature.FeatureStore;
import io.artrec.kernel.internal.Kernels;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;
import java.util.List;
import java.util.Optional;

/**
 * Pairwise ranking with embeddings of what works are: a work's vector is the sum of the embeddings
 * of its attributes' levels, a linear map of its features and, by choice, an embedding of its own.
 * So a work that nobody has chosen yet has its place at once. Immutable and thread-safe.
 *
 * <p>Kula, Metadata embeddings for user and item cold-start recommendations, CBRecSys 2015
 * (LightFM): {@link #lightFm}; He, McAuley, VBPR: visual Bayesian personalized ranking from
 * implicit feedback, AAAI 2016: {@link #vbpr}, with one vector for a visitor where the paper has
 * one for works' own factors and one for what is seen.
 *
 * <p>With {@code f} a work's levels, together of length 1, its features, each of length 1 in the
 * mean of squares, and a constant, {@code q = e + fW} its vector and {@code b = c + f·w} its bias,
 * what {@link Bpr} or {@link Warp} minimise, plus {@code λ/2 |e|²} in place of {@code λ/2 |q|²} for
 * each step on a work and {@code ρ} for each number of {@code W} and {@code w}, in units of what a
 * work of a mean number of steps counts. Descent by blocks: an epoch of steps on {@code q} draws
 * each work to its {@code fW}; then {@code W} is where conjugate gradients for the works' vectors
 * lead in three iterations (ridge regression; each work weighs by its steps). Without embeddings of
 * their own works are put at {@code fW} after each epoch.
 *
 * <p>An epoch is O(entries · factors + Σ f · factors); 4 · factors bytes per visitor, 20 per work,
 * 16 for each level and each dimension of a feature, and 16 bytes for each number that a work has.
 * An answer is as {@link Bpr}'s, and so are its reasons, dislikes, refresh and forgetting; the same
 * seed gives the same result at any number of threads, and it differs in float rounding between
 * {@link Kernels}. Works of which nothing is known and with which nobody had to do are not scored.
 * New works are placed at once by what they are; what is learned of others stays.
 */
public final class FeatureBpr extends PairwiseStrategy<FeatureBpr> {
  /** What is minimised. */
  public enum Loss {
    /** That of {@link Bpr}: {@code −ln σ} of by how much a liked work exceeds a drawn one. */
    BPR,
    /** That of {@link Warp}: works that come too close, the more the lower the liked one ranks. */
    WARP
  }

  private static final String ALL = "all";
  private static final String NONE = "none";

  private static final Hyperparameter<Loss> LOSS =
      Hyperparameter.choice("loss", Loss.BPR).meaning("what is minimised");

  private static final Hyperparameter<Integer> TRIALS =
      Hyperparameter.whole("trials", 100, Range.atLeast(1))
          .meaning("how many works are drawn for a liked one until one comes too close")
          .writtenIf(FeatureBpr::isByRank);

  private static final Hyperparameter<Boolean> OWN_EMBEDDING =
      Hyperparameter.yesNo("ownEmbedding", true)
          .meaning("whether a work has something of its own beside what it is made of");

  private static final Hyperparameter<Double> SHRINKAGE =
      Hyperparameter.number("shrinkage", 20, Range.above(0).atMost(1e6).triedByMagnitude(0.1, 100))
          .meaning("`ρ`, how strongly embeddings of levels and features are held to 0, in works");

  private static final Hyperparameter<String> ATTRIBUTES =
      Hyperparameter.text("attributes", "all, none, or names of facets joined by +")
          .standard(ALL)
          .meaning("which attributes' levels have embeddings: artist, movement, attribute:school");

  private static final Hyperparameter<String> FEATURES =
      Hyperparameter.text("features", "all, none, or names or facets of features joined by +")
          .standard(ALL)
          .meaning("which features are mapped");

  private static final String BY_RANK = "by WARP";

  /** The method by name. */
  public static final StrategyMethod<FeatureBpr> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(
              "feature-bpr",
              FACTORS,
              EPOCHS_OF_PAIRS.standard(100).standardIf(FeatureBpr::isByRank, 50, BY_RANK),
              LEARNING_RATE.standardIf(FeatureBpr::isByRank, 0.02, BY_RANK),
              REGULARIZATION_OF_PAIRS
                  .standard(0.03)
                  .standardIf(FeatureBpr::isByRank, 0.1, BY_RANK)
                  .meaning("`λ`, how strongly visitors are held to 0, and works to what they are"),
              BIAS_REGULARIZATION.standard(0.01).standardIf(FeatureBpr::isByRank, 0.1, BY_RANK),
              SHRINKAGE,
              OWN_EMBEDDING,
              LOSS,
              TRIALS,
              ATTRIBUTES,
              FEATURES,
              NEGATIVES
                  .standard(Negatives.POPULARITY)
                  .standardIf(FeatureBpr::isByRank, Negatives.UNIFORM, BY_RANK),
              VALIDATION,
              RANKING),
          FeatureBpr::new,
          PairwiseStrategy::read);

  private FeatureBpr(Hyperparameters values) {
    super(METHOD, values);
  }

  private static boolean isByRank(Hyperparameters values) {
    return values.get(LOSS) == Loss.WARP;
  }

  /**
   * {@return the method with vectors of a length, on all attributes and features, by the loss of
   * {@link Bpr}}
   *
   * @param factors length of the vectors
   */
  public static FeatureBpr factors(int factors) {
    return METHOD.with(FACTORS, factors);
  }

  /**
   * {@return LightFM: attributes alone and works' own embeddings, by the loss of {@link Warp}}
   *
   * @param factors length of the vectors
   */
  public static FeatureBpr lightFm(int factors) {
    return METHOD.with(LOSS, Loss.WARP).factorsOf(factors).features(NONE);
  }

  /**
   * {@return VBPR: features alone and works' own embeddings, by the loss of {@link Bpr}}
   *
   * @param factors length of the vectors
   */
  public static FeatureBpr vbpr(int factors) {
    return factors(factors).attributes(NONE);
  }

  private FeatureBpr factorsOf(int factors) {
    return with(FACTORS, factors);
  }

  /**
   * {@return this strategy with another loss}
   *
   * @param minimized what is minimised
   */
  public FeatureBpr loss(Loss minimized) {
    return with(LOSS, minimized);
  }

  /** {@return what is minimised} */
  public Loss loss() {
    return get(LOSS);
  }

  /**
   * {@return this strategy with so many works drawn until one comes too close, by WARP}
   *
   * @param most how many works are drawn for a liked one until one comes too close
   */
  public FeatureBpr trials(int most) {
    return with(TRIALS, most);
  }

  /** {@return how many works are drawn for a liked one until one comes too close} */
  public int trials() {
    return get(TRIALS);
  }

  /**
   * {@return this strategy with or without works' own embeddings}
   *
   * @param own whether a work has something of its own beside what it is made of; without, works
   *     that are described alike get the same scores
   */
  public FeatureBpr ownEmbedding(boolean own) {
    return with(OWN_EMBEDDING, own);
  }

  /** {@return whether a work has something of its own beside what it is made of} */
  public boolean ownEmbedding() {
    return get(OWN_EMBEDDING);
  }

  /**
   * {@return this strategy with embeddings of levels and features held to 0 more or less}
   *
   * @param works as if that many works more, of the one level or feature, stood at 0
   */
  public FeatureBpr shrinkage(double works) {
    return with(SHRINKAGE, works);
  }

  /** {@return how strongly embeddings of levels and features are held to 0, in works} */
  public double shrinkage() {
    return get(SHRINKAGE);
  }

  /**
   * {@return this strategy on some attributes}
   *
   * @param facets as {@link AttributeLevels} names them, {@code all} or {@code none}; training
   *     checks them
   */
  public FeatureBpr attributes(String... facets) {
    return with(ATTRIBUTES, String.join("+", facets));
  }

  /** {@return which attributes' levels have embeddings: facets joined by +, all or none} */
  public String attributes() {
    return get(ATTRIBUTES);
  }

  /**
   * {@return this strategy on some features}
   *
   * @param namesOrFacets names or facets of features, {@code all} or {@code none}; training checks
   *     them
   */
  public FeatureBpr features(String... namesOrFacets) {
    return with(FEATURES, String.join("+", namesOrFacets));
  }

  /** {@return which features are mapped: names joined by +, all or none} */
  public String features() {
    return get(FEATURES);
  }

  @Override
  int mostDrawn() {
    return loss() == Loss.WARP ? trials() : 0;
  }

  @Override
  boolean readsFeatures() {
    return true;
  }

  @Override
  Optional<WorkPrior> prior(TrainingContext context, PairwiseEvents events, int stride) {
    AttributeLevels levels =
        attributes().equals(ALL)
            ? AttributeLevels.of(context.catalog())
            : AttributeLevels.of(context.catalog(), chosen(attributes()));
    List<FeatureStore.Entry> features =
        features().equals(ALL)
            ? context.features().entries()
            : context.features().select(chosen(features()));
    WorkEncoding encoding = WorkEncoding.of(levels, features);
    return Optional.of(new WorkPrior(context, this, encoding, events, stride));
  }

  private static List<String> chosen(String joined) {
    return joined.equals(NONE) ? List.of() : List.of(joined.split("\\+", -1));
  }
}
