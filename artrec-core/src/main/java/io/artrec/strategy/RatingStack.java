package io.artrec.strategy;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.InteractionKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Weights that predict ratings: non-negative least squares with an intercept on ratings that the
 * parts did not see, for each pair of a work's and a visitor's level. Where a part predicts nothing
 * the mean of the others stands in.
 */
final class RatingStack implements StackLearner {
  /** Ratings beyond it count as much, as everywhere. */
  private static final double MOST = 1e6;

  /** Sums are formed in so many ranges of visitors at most, whatever the threads. */
  private static final int RANGES = 256;

  private final Stacked stack;
  private final RatingMoments[] segments;

  RatingStack(Stacked stack) {
    this.stack = stack;
    segments = empty(stack.parts().size());
  }

  private static RatingMoments[] empty(int parts) {
    return Stream.generate(() -> new RatingMoments(parts))
        .limit(StackedWeights.segments())
        .toArray(RatingMoments[]::new);
  }

  @Override
  public void learn(StackFold fold) {
    TrainingContext whole = fold.whole();
    int users = whole.dataset().userCount();
    int length = Math.max(1, (users + RANGES - 1) / RANGES);
    RatingMoments[][] ranges = new RatingMoments[(users + length - 1) / length][];
    whole
        .silent()
        .workers()
        .run(
            "stacking ratings",
            users,
            length,
            (from, to) -> {
              RatingMoments[] sums = empty(fold.partCount());
              for (int user = from; user < to; user++) {
                learn(fold, user, sums);
              }
              ranges[from / length] = sums;
            });
    for (RatingMoments[] range : ranges) {
      for (int segment = 0; segment < segments.length; segment++) {
        segments[segment].add(range[segment], 1);
      }
    }
  }

  private void learn(StackFold fold, int user, RatingMoments[] sums) {
    Dataset dataset = fold.whole().dataset();
    long visitor = fold.withheld().visitor(dataset.userId(user));
    if (!stack.isAsked(visitor, dataset.userCount())) {
      return;
    }
    Map<Integer, Double> ratings = new TreeMap<>();
    for (int position = dataset.begin(user); position < dataset.end(user); position++) {
      if (dataset.kind(position) == InteractionKind.RATING
          && fold.isWithheld(visitor, dataset.artwork(position))) {
        double rating = Math.max(-MOST, Math.min(MOST, dataset.value(position)));
        ratings.put(dataset.artwork(position), rating);
      }
    }
    if (ratings.isEmpty()) {
      return;
    }
    Candidates works =
        Candidates.of(ratings.keySet().stream().mapToInt(Integer::intValue).toArray());
    StackFold.Asked asked = fold.asked(user);
    double[][] values = fold.values(asked.query(), works);
    double[] example = new double[values.length + 1];
    for (int i = 0; i < works.size(); i++) {
      int at = i;
      Arrays.setAll(
          example,
          part ->
              part < values.length
                  ? values[part][at]
                  : ratings.getOrDefault(works.artwork(at), 0.0));
      if (isFilled(example)) {
        sums[StackedWeights.segment(fold.level(works.artwork(i)), asked.level())].add(example);
      }
    }
  }

  /** Puts the mean of what is predicted in the place of what is not; false when nothing is. */
  private static boolean isFilled(double[] example) {
    int parts = example.length - 1;
    double mean =
        Arrays.stream(example, 0, parts).filter(Double::isFinite).average().orElse(Double.NaN);
    for (int part = 0; part < parts; part++) {
      example[part] = Double.isFinite(example[part]) ? example[part] : mean;
    }
    return Double.isFinite(mean);
  }

  @Override
  public StackedWeights weights(List<String> parts) {
    double borrowed = stack.borrowed();
    RatingMoments all = sum(Arrays.stream(segments));
    RatingMoments widest = all.borrowing(all.ratedAsPredicted(), borrowed);
    long[] examples = new long[segments.length];
    double[][] learned = new double[segments.length][];
    for (int work = 0; work < Knowledge.levels(); work++) {
      int first = StackedWeights.segment(work, 0);
      RatingMoments row =
          sum(Arrays.stream(segments, first, first + Knowledge.levels()))
              .borrowing(widest, borrowed);
      for (int segment = first; segment < first + Knowledge.levels(); segment++) {
        examples[segment] = Math.round(segments[segment].count());
        learned[segment] = segments[segment].borrowing(row, borrowed).leastSquares();
      }
    }
    return new StackedWeights(parts, examples, learned);
  }

  private RatingMoments sum(Stream<RatingMoments> some) {
    RatingMoments sum = new RatingMoments(stack.parts().size());
    some.forEach(moments -> sum.add(moments, 1));
    return sum;
  }
}
