package io.artrec.strategy;

import io.artrec.behavior.Preferences;
import io.artrec.strategy.PairwiseLogistic.Pair;
import io.artrec.strategy.PairwiseLogistic.Prior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Weights that put works in an order: {@link PairwiseLogistic} on works that visitors liked and the
 * parts did not see, each beside works that the visitor never had to do with.
 */
final class RankingStack implements StackLearner {
  /** Liked works of a visitor in a fold, at most: nobody decides for all. */
  private static final int LIKED = 20;

  /** How often a work is drawn anew that the visitor knows. */
  private static final int TRIES = 8;

  /** How strongly the scale of all scores is drawn to 1. */
  private static final double SCALE = 0.1;

  /** What the pull adds in directions of which nothing was learned. */
  private static final double SLIGHT = 1e-6;

  /** The least that equal weights are. */
  private static final double LEAST = 0.01;

  private final Stacked stack;
  private final List<Pair> pairs = new ArrayList<>();
  private final long[] examples = new long[StackedWeights.segments()];

  RankingStack(Stacked stack) {
    this.stack = stack;
  }

  @Override
  public void learn(StackFold fold) {
    TrainingContext whole = fold.whole();
    int users = whole.dataset().userCount();
    List<List<Pair>> of = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      of.add(List.of());
    }
    whole
        .silent()
        .workers()
        .run(
            "stacking scores",
            users,
            (from, to) -> {
              for (int user = from; user < to; user++) {
                of.set(user, pairs(fold, user));
              }
            });
    of.forEach(pairs::addAll);
    pairs
        .subList(pairs.size() - of.stream().mapToInt(List::size).sum(), pairs.size())
        .forEach(pair -> examples[pair.segments()[0]]++);
  }

  private List<Pair> pairs(StackFold fold, int user) {
    TrainingContext whole = fold.whole();
    long visitor = fold.withheld().visitor(whole.dataset().userId(user));
    if (!stack.isAsked(visitor, whole.dataset().userCount())) {
      return List.of();
    }
    Preferences preferences =
        whole.preferenceModel().apply(whole.dataset().history(user), whole.nowMillis());
    int[] liked = liked(fold, visitor, preferences);
    if (liked.length == 0) {
      return List.of();
    }
    SplittableRandom random = new SplittableRandom(visitor + fold.number());
    int[][] others = new int[liked.length][];
    TreeSet<Integer> asked = new TreeSet<>();
    for (int i = 0; i < liked.length; i++) {
      others[i] = others(random, whole.catalog().size(), preferences);
      asked.add(liked[i]);
      Arrays.stream(others[i]).forEach(asked::add);
    }
    int[] works = asked.stream().mapToInt(Integer::intValue).toArray();
    StackFold.Asked query = fold.asked(user);
    double[][] byWork = byWork(fold.values(query.query(), Candidates.of(works)), works.length);
    List<Pair> made = new ArrayList<>();
    for (int i = 0; i < liked.length; i++) {
      int better = Arrays.binarySearch(works, liked[i]);
      long work = fold.withheld().work(whole.catalog().get(liked[i]).id());
      double counts = fold.withheld().isCold(work, fold.number()) ? 1.0 / stack.folds() : 1;
      for (int other : others[i]) {
        int[] segments = {
          StackedWeights.segment(fold.level(liked[i]), query.level()),
          StackedWeights.segment(fold.level(other), query.level())
        };
        int worse = Arrays.binarySearch(works, other);
        made.add(new Pair(byWork[better], byWork[worse], segments, counts));
      }
    }
    return made;
  }

  /** Works that are liked and withheld: all, or as many as count, drawn. */
  private static int[] liked(StackFold fold, long visitor, Preferences preferences) {
    List<Integer> liked = new ArrayList<>();
    for (int i = 0; i < preferences.size(); i++) {
      if (preferences.weight(i) > 0 && fold.isWithheld(visitor, preferences.artwork(i))) {
        liked.add(preferences.artwork(i));
      }
    }
    liked.sort(
        Comparator.comparingLong(artwork -> new SplittableRandom(visitor + artwork).nextLong()));
    return liked.stream().limit(LIKED).mapToInt(Integer::intValue).toArray();
  }

  /** Works that somebody never had to do with. */
  private int[] others(SplittableRandom random, int works, Preferences preferences) {
    int[] others = new int[stack.unseen()];
    int count = 0;
    for (int i = 0; i < others.length; i++) {
      int drawn = random.nextInt(works);
      for (int again = 1; again < TRIES && preferences.contains(drawn); again++) {
        drawn = random.nextInt(works);
      }
      if (!preferences.contains(drawn)) {
        others[count++] = drawn;
      }
    }
    return Arrays.copyOf(others, count);
  }

  /** By work and part; 0, the lowest on the scale, where a part says nothing. */
  private static double[][] byWork(double[][] values, int works) {
    double[][] byWork = new double[works][values.length];
    for (int part = 0; part < values.length; part++) {
      for (int work = 0; work < works; work++) {
        byWork[work][part] = Double.isFinite(values[part][work]) ? values[part][work] : 0;
      }
    }
    return byWork;
  }

  @Override
  public StackedWeights weights(List<String> parts) {
    int segments = StackedWeights.segments();
    double[] equal = new double[parts.size() + 1];
    Arrays.fill(equal, 0, parts.size(), Math.max(LEAST, scaleOfEqualWeights()));
    int[] all = new int[segments];
    int[] byWork = new int[segments];
    int[] each = new int[segments];
    Arrays.setAll(byWork, segment -> segment / Knowledge.levels());
    Arrays.setAll(each, segment -> segment);
    double[][] wide = solve(all, new double[][] {equal}, precision(equal));
    double[][] precision = precision(wide[0]);
    double[][] rows = solve(byWork, repeated(wide, Knowledge.levels()), precision);
    double[][] cells = solve(each, repeated(rows, Knowledge.levels()), precision);
    return new StackedWeights(parts, examples.clone(), cells);
  }

  private double[][] solve(int[] groupOf, double[][] center, double[][] precision) {
    return new PairwiseLogistic(pairs, groupOf, new Prior(center, precision)).solve();
  }

  private static double[][] repeated(double[][] wider, int times) {
    double[][] repeated = new double[wider.length * times][];
    Arrays.setAll(repeated, i -> wider[i / times].clone());
    return repeated;
  }

  /** The equal weight of all parts that fits best. */
  private double scaleOfEqualWeights() {
    List<Pair> sums =
        pairs.stream()
            .map(
                pair ->
                    new Pair(
                        new double[] {Arrays.stream(pair.better()).sum()},
                        new double[] {Arrays.stream(pair.worse()).sum()},
                        pair.segments(),
                        pair.counts()))
            .toList();
    Prior one = new Prior(new double[][] {{1, 0}}, new double[][] {{SCALE, 0}, {0, 1}});
    return new PairwiseLogistic(sums, new int[StackedWeights.segments()], one).solve()[0][0];
  }

  /** The curvature of as many pairs as a segment borrows, at some weights. */
  private double[][] precision(double[] weights) {
    int parts = weights.length - 1;
    double[][] precision = new double[parts + 1][parts + 1];
    double total = 0;
    for (Pair pair : pairs) {
      double margin = 0;
      double[] difference = new double[parts];
      for (int i = 0; i < parts; i++) {
        difference[i] = pair.better()[i] - pair.worse()[i];
        margin += weights[i] * difference[i];
      }
      double likely = PairwiseLogistic.logistic(margin);
      double counts = pair.counts() * likely * (1 - likely);
      total += pair.counts();
      for (int i = 0; i < parts; i++) {
        for (int j = 0; j < parts; j++) {
          precision[i][j] += counts * difference[i] * difference[j];
        }
      }
      precision[parts][parts] += counts;
    }
    double share = total > 0 ? stack.borrowed() / total : 0;
    for (int i = 0; i <= parts; i++) {
      for (int j = 0; j <= parts; j++) {
        precision[i][j] *= share;
      }
      precision[i][i] += SLIGHT;
    }
    return precision;
  }
}
