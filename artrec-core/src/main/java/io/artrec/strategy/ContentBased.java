package io.artrec.strategy;

import io.artrec.model.StateReader;
import io.artrec.similarity.InnerProductSimilarity;
import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Scores works by their likeness to what the visitor liked, and unlikeness to what they disliked.
 * Immutable and thread-safe; needs at least one feature.
 *
 * <p><b>Profile</b> (the default; Rocchio, Relevance feedback in information retrieval, 1971). For
 * each feature with an {@link InnerProductSimilarity}, {@code p = Σ w_j·embed(x_j)} over the
 * visitor's works, with their preferences {@code w_j} and negative ones times {@code
 * negativeWeight}; the score of a work is {@code embed(x)·p / |p|}, which for cosine is the cosine
 * to the profile. One scan of the matrix, O(artworks · dimensions). For other similarities the same
 * in kernel form, {@code Σ w_j sim(x_j, x) / Σ |w_j|}, over at most {@value #MOST_WORKS} works of
 * the strongest preference, one scan per work; of more than {@value #MOST_SCANS} works the most
 * typical {@value #MOST_SCANS} are compared, each in the stead of those that are most like it.
 *
 * <p><b>Nearest</b>: the similarity to the most alike liked work, or the mean over the k most
 * alike; less {@code negativeWeight} times the same over disliked works. At most {@value
 * #MOST_WORKS} works count.
 *
 * <p>Features are averaged late: the mean of the features' scores, by their weights, over the
 * features that the visitor's works have. One that the candidate lacks counts as much as it does on
 * average over the works that have it, so that a sparse record neither wins nor loses. Scores lie
 * between -1 and 1 for cosine and Pearson, and within the similarities' ranges (from minus {@code
 * negativeWeight}) otherwise. A feature in which likes and dislikes cancel each other out is left
 * out. A candidate without any of the features, and everything for a visitor without preferences,
 * stays unscored.
 */
public final class ContentBased implements Strategy {
  /** How many works of a history count where each costs a scan. */
  public static final int MOST_WORKS = 200;

  /** How many works of a history are compared by a similarity that is no product. */
  public static final int MOST_SCANS = 16;

  static final String NAME = "content-based";

  private static final double MOST_NEGATIVE = 1e6;

  private static final Hyperparameter<String> SIMILARITY =
      Hyperparameter.text(
              "similarity",
              "one of cosine, dot, pearson, euclidean, jaccard, histogram-intersection, chi-square")
          .standard(values -> "", "each feature's own")
          .meaning("how alike two works are");

  private static final Hyperparameter<Integer> NEAREST =
      Hyperparameter.whole("nearest", 0, Range.atLeast(0).atMost(MOST_WORKS))
          .meaning("by how many most alike liked works; 0 for the profile of all")
          .tried(List.of(0, 1, 3));

  private static final Hyperparameter<Double> NEGATIVE_WEIGHT =
      Hyperparameter.number(
              "negativeWeight", 0.5, Range.atLeast(0).atMost(MOST_NEGATIVE).tried(0, 1))
          .meaning("what disliked works count; 0 ignores them, 1 counts them as liked ones");

  private static final Hyperparameter<String> ON =
      Hyperparameter.text("on", "names or facets of features, joined by +")
          .standard(values -> "", "all features")
          .meaning("which features count");

  /** The method by name. */
  public static final StrategyMethod<ContentBased> METHOD =
      StrategyMethod.storedAs(
          Hyperparameters.of(NAME, SIMILARITY, NEAREST, NEGATIVE_WEIGHT, ON),
          ContentBased::of,
          ContentBased::read);

  /** How the works of a history are combined. */
  enum Combination {
    PROFILE,
    NEAREST
  }

  private final Optional<Similarity> similarity;
  private final Combination combination;
  private final int nearest;
  private final double negativeWeight;
  private final List<String> on;

  ContentBased(
      Optional<Similarity> similarity,
      Combination combination,
      int nearest,
      double negativeWeight,
      List<String> on) {
    if (nearest < 1 || nearest > MOST_WORKS) {
      throw new IllegalArgumentException(
          "nearest works is " + nearest + ", expected 1 to " + MOST_WORKS);
    }
    if (!(negativeWeight >= 0 && negativeWeight <= MOST_NEGATIVE)) {
      throw new IllegalArgumentException(
          "negativeWeight is " + negativeWeight + ", expected 0 or more, at most 1,000,000");
    }
    this.similarity = similarity;
    this.combination = combination;
    this.nearest = nearest;
    this.negativeWeight = negativeWeight;
    this.on = List.copyOf(on);
  }

  private static ContentBased of(Hyperparameters values) {
    String similarity = values.get(SIMILARITY);
    int nearest = values.get(NEAREST);
    String on = values.get(ON);
    return new ContentBased(
        similarity.isEmpty() ? Optional.empty() : Optional.of(named(similarity)),
        nearest == 0 ? Combination.PROFILE : Combination.NEAREST,
        Math.max(1, nearest),
        values.get(NEGATIVE_WEIGHT),
        on.isEmpty() ? List.of() : List.of(on.split("\\+", -1)));
  }

  private static Similarity named(String name) {
    return Similarities.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "similarity is '" + name + "', expected " + SIMILARITY.range()));
  }

  /**
   * {@return content-based scoring by cosine on every feature, by profile, with negative weight
   * 0.5}
   */
  public static ContentBased cosine() {
    return using(Similarities.cosine());
  }

  /**
   * {@return content-based scoring by each feature's own similarity, by profile, with negative
   * weight 0.5}
   */
  public static ContentBased preferred() {
    return new ContentBased(Optional.empty(), Combination.PROFILE, 1, 0.5, List.of());
  }

  /**
   * {@return content-based scoring by one similarity on every feature, by profile, with negative
   * weight 0.5}
   *
   * @param similarity the similarity
   */
  public static ContentBased using(Similarity similarity) {
    return new ContentBased(Optional.of(similarity), Combination.PROFILE, 1, 0.5, List.of());
  }

  /** {@return this strategy scoring by the most alike liked work} */
  public ContentBased nearest() {
    return nearest(1);
  }

  /**
   * {@return this strategy scoring by the mean of the most alike liked works}
   *
   * @param works how many, 1 or more; fewer when the visitor liked fewer
   */
  public ContentBased nearest(int works) {
    return new ContentBased(similarity, Combination.NEAREST, works, negativeWeight, on);
  }

  /**
   * {@return this strategy with another share for disliked works}
   *
   * @param weight 0 ignores them, 1 counts them as much as liked ones; at most 1,000,000
   */
  public ContentBased negativeWeight(double weight) {
    return new ContentBased(similarity, combination, nearest, weight, on);
  }

  /**
   * {@return this strategy on some features only}
   *
   * @param namesOrFacets names or facets of features; training checks that they exist
   */
  public ContentBased on(String... namesOrFacets) {
    return new ContentBased(
        similarity, combination, nearest, negativeWeight, List.of(namesOrFacets));
  }

  Similarity similarityFor(Similarity own) {
    return similarity.orElse(own);
  }

  Optional<Similarity> similarity() {
    return similarity;
  }

  Combination combination() {
    return combination;
  }

  int nearestWorks() {
    return nearest;
  }

  double negativeWeight() {
    return negativeWeight;
  }

  List<String> features() {
    return on;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Scorer train(TrainingContext context) {
    if (context.features().entries().isEmpty()) {
      throw new IllegalArgumentException(
          "content-based scoring needs a feature and there is none; add one with Recommender.builder().feature(...)");
    }
    return new ContentBasedScorer(this, context.features());
  }

  private static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    String similarity = in.getString("similarity");
    String combination = in.getString("combination");
    int nearest = in.getCount("nearest", Integer.MAX_VALUE);
    double negativeWeight = in.getFinite("negativeWeight");
    List<String> on = in.getStrings("features");
    ContentBased strategy =
        new ContentBased(
            similarity.isEmpty()
                ? Optional.empty()
                : Optional.of(saved(similarity, context, readers)),
            Combination.valueOf(combination),
            nearest,
            negativeWeight,
            on);
    return strategy.train(context);
  }

  private static Similarity saved(String name, TrainingContext context, StrategyReaders readers) {
    return context.features().entries().stream()
        .map(entry -> entry.spec().similarity())
        .filter(similarity -> similarity.name().equals(name))
        .findFirst()
        .orElseGet(() -> readers.similarity(name));
  }

  @Override
  public String toString() {
    return NAME
        + "("
        + similarity.map(Similarity::name).orElse("preferred")
        + (combination == Combination.NEAREST ? ", nearest " + nearest : "")
        + (on.isEmpty() ? "" : ", on " + Objects.toString(on))
        + ")";
  }
}
