package io.artrec.classification;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * A random forest (Breiman, Random forests, Machine Learning, 2001): trees, each grown on as many
 * examples as there are, drawn with replacement; each node divided where Gini's impurity, {@code 1
 * - Σ p²}, falls most, among a few dimensions drawn by chance. A label's probability before
 * calibration is the mean, over the trees, of its share in the leaf that the work falls into.
 *
 * <p>Dimensions are drawn so that features are equally likely, by their weights: first a feature,
 * then one of its dimensions, so that one of 512 does not drown one of 9. Finds what only values
 * together tell, and needs more examples than linear learners.
 *
 * <p>Each tree has a generator of its own, split off the seed in order, so threads change nothing.
 * Costs O(trees · √dimensions · n log² n) to learn, O(trees · log n) a work, and some 16 bytes a
 * node. Immutable and thread-safe.
 */
public final class RandomForest extends Learner {
  private static final int TREES = 300;
  private static final String STAGE = "growing trees";

  private final int trees;
  private final int leastLeaf;
  private final OptionalInt tried;

  private RandomForest(int trees, int leastLeaf, OptionalInt tried) {
    this.trees = trees;
    this.leastLeaf = leastLeaf;
    this.tried = tried;
  }

  /**
   * Returns a forest of {@value #TREES} trees that are grown until leaves are of one label, trying
   * √dimensions at each node.
   *
   * @return the learner
   */
  public static RandomForest standard() {
    return new RandomForest(TREES, 1, OptionalInt.empty());
  }

  /**
   * {@return this learner with another number of trees}
   *
   * @param count 1 or more; more trees never harm, but for time and memory
   */
  public RandomForest trees(int count) {
    requirePositive("trees", count);
    return new RandomForest(count, leastLeaf, tried);
  }

  /**
   * {@return this learner with larger leaves}
   *
   * @param examples how many a leaf has at the least, 1 or more
   */
  public RandomForest leastLeaf(int examples) {
    requirePositive("leastLeaf", examples);
    return new RandomForest(trees, examples, tried);
  }

  /**
   * {@return this learner trying another number of dimensions at each node}
   *
   * @param dimensions 1 or more; all when there are fewer
   */
  public RandomForest tried(int dimensions) {
    requirePositive("tried", dimensions);
    return new RandomForest(trees, leastLeaf, OptionalInt.of(dimensions));
  }

  private static void requirePositive(String setting, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(setting + " is " + value + ", expected 1 or more");
    }
  }

  @Override
  List<Learner> candidates() {
    return List.of(this);
  }

  @Override
  ScoreModel learn(TrainingSet examples, Effort effort) {
    int dimensions = examples.mix().dimensions();
    int each = Math.min(dimensions, tried.orElse(Math.max(1, (int) Math.sqrt(dimensions))));
    SplittableRandom root = new SplittableRandom(effort.seed());
    SplittableRandom[] randoms = new SplittableRandom[trees];
    Arrays.setAll(randoms, tree -> root.split());
    DecisionTree[] grown = new DecisionTree[trees];
    effort
        .workers()
        .run(
            STAGE,
            trees,
            (from, to) -> {
              for (int tree = from; tree < to; tree++) {
                effort.cancellation().check(STAGE);
                grown[tree] = new TreeGrower(examples, leastLeaf, each).grow(randoms[tree]);
              }
            });
    return new ForestScores(List.of(grown), examples.classes());
  }

  @Override
  public String toString() {
    return "random forest, "
        + trees
        + " trees"
        + (leastLeaf > 1 ? ", leaves of " + leastLeaf + " or more" : "")
        + (tried.isPresent() ? ", " + tried.getAsInt() + " dimensions a node" : "");
  }
}
