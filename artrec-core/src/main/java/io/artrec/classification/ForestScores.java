package io.artrec.classification;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Trees that are asked together. With {@code p} the mean of a class's shares in {@code T} trees its
 * score is the log odds of {@code (T·p + 1/classes) / (T + 1)}, finite also where all trees agree.
 */
final class ForestScores implements ScoreModel {
  static final String KIND = "forest";

  private static final int MOST_TREES = 1 << 20;

  private final List<DecisionTree> trees;
  private final int classes;

  ForestScores(List<DecisionTree> trees, int classes) {
    this.trees = trees;
    this.classes = classes;
  }

  @Override
  public String kind() {
    return KIND;
  }

  List<DecisionTree> trees() {
    return trees;
  }

  @Override
  public double[] scores(MixedArtwork work) {
    double[] sums = new double[classes];
    trees.forEach(tree -> tree.add(work.row(), sums));
    for (int c = 0; c < classes; c++) {
      sums[c] += 1.0 / classes;
    }
    return NeighborScores.logOdds(sums, trees.size() + 1.0);
  }

  @Override
  public void save(StateWriter out) {
    out.putLong("trees", trees.size());
    trees.forEach(tree -> tree.save(out));
  }

  static ForestScores read(FeatureMix mix, int classes, StateReader in) {
    int count = in.getCount("trees", MOST_TREES);
    if (count == 0) {
      throw new ModelFileException("the classifier's forest has no trees, expected one or more");
    }
    List<DecisionTree> trees = new ArrayList<>();
    for (int tree = 0; tree < count; tree++) {
      trees.add(DecisionTree.read(mix.dimensions(), classes, in));
    }
    return new ForestScores(List.copyOf(trees), classes);
  }
}
