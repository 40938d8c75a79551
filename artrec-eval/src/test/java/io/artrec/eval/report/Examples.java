package io.artrec.eval.report;

import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.experiment.Provenance;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.experiment.Timing;
import io.artrec.eval.metric.Measurement;
import io.artrec.eval.metric.Metric.Direction;
import io.artrec.eval.metric.UserValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Results of experiments that never ran, the same at every call. */
final class Examples {
  static final int VISITORS = 200;
  static final List<String> METRICS =
      List.of("ndcg@10", "recall@20", "rmse", "catalog-coverage@10", "diversity@10");

  private Examples() {}

  /** Two recommenders, two splits; ease has no rmse, and popularity none on the second split. */
  static ExperimentResult two() {
    return of(
        "Paintings, spring season",
        List.of("popularity", "ease:regularization=292"),
        List.of("k-fold:folds=2 1/2", "k-fold:folds=2 2/2"),
        List.of("Sampled negatives: values are not comparable to those over the whole catalogue."));
  }

  static ExperimentResult of(
      String title, List<String> recommenders, List<String> splits, List<String> notes) {
    List<RunResult> runs = new ArrayList<>();
    for (int recommender = 0; recommender < recommenders.size(); recommender++) {
      for (int split = 0; split < splits.size(); split++) {
        runs.add(run(recommenders.get(recommender), recommender, splits.get(split), split));
      }
    }
    return new ExperimentResult(title, recommenders, splits, METRICS, runs, notes);
  }

  static RunResult run(String recommender, int skill, String split, int seed) {
    double share = Shares.of(split).orElse(1);
    SplittableRandom random = new SplittableRandom(31L * skill + seed);
    SplittableRandom ease = new SplittableRandom(seed);
    double[] ndcg = new double[VISITORS];
    double[] recall = new double[VISITORS];
    double[] diversity = new double[VISITORS];
    List<Integer> activity = new ArrayList<>();
    for (int user = 0; user < VISITORS; user++) {
      int known = (int) Math.exp(0.7 + 4 * ease.nextDouble());
      activity.add(known);
      double likely = 0.08 + 0.05 * Math.log(known) * ease.nextDouble();
      double gain = 0.025 * skill * share * random.nextDouble() - 0.02 * (skill % 3);
      double noise = 0.1 * (random.nextDouble() - 0.5);
      ndcg[user] = user % 10 == 3 ? Double.NaN : Math.max(0, likely + gain + noise);
      recall[user] = Math.rint(10 * Math.max(0, likely + gain)) / 10;
      diversity[user] = 0.5 + 0.3 * Math.sin(skill * 2.3) + 0.1 * random.nextDouble();
    }
    double coverage = 0.03 + 0.4 * Math.abs(Math.sin(skill * 1.7)) + 0.01 * seed;
    boolean rated = skill == 0 ? seed == 0 : skill != 1;
    return new RunResult(
        recommender,
        split,
        IntStream.range(0, VISITORS).mapToObj(user -> "visitor " + user).toList(),
        activity,
        List.of(
            byVisitor("ndcg@10", ndcg),
            byVisitor("recall@20", recall),
            overall("rmse", Direction.LOWER, rated ? 0.9 + 0.01 * skill : Double.NaN),
            overall("catalog-coverage@10", Direction.HIGHER, coverage),
            byVisitor("diversity@10", diversity)),
        new Timing(0.8 + skill, 0.25, 0.41, 1.2, 3.875, 800.5 + skill, 1_500_000L * (skill + 1)),
        new Provenance(
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "recommender=" + recommender + "; split=" + split + "; metrics=" + METRICS,
            42,
            "0.1.0",
            "17.0.12"));
  }

  static Measurement byVisitor(String metric, double[] values) {
    UserValues users = new UserValues(values, new double[0]);
    return new Measurement(metric, Direction.HIGHER, users.mean(), Optional.of(users));
  }

  static Measurement overall(String metric, Direction direction, double value) {
    return new Measurement(
        metric,
        direction,
        Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
        Optional.empty());
  }

  /** One visitor-less number for each recommender, on one split. */
  static ExperimentResult plain(String metric, Direction direction, double... values) {
    List<String> names =
        IntStream.range(0, values.length).mapToObj(i -> "recommender " + i).toList();
    return new ExperimentResult(
        "plain",
        names,
        List.of("random"),
        List.of(metric),
        IntStream.range(0, values.length)
            .mapToObj(i -> bare(names.get(i), overall(metric, direction, values[i])))
            .toList(),
        List.of());
  }

  static RunResult bare(String recommender, Measurement... measurements) {
    return new RunResult(
        recommender,
        "random",
        List.of(),
        List.of(),
        Arrays.asList(measurements),
        new Timing(1, 1, 1, 1, 1, 1, 0),
        new Provenance("00", "none", 1, "0.1.0", "17"));
  }

  static List<String> longNames(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                i == 0
                    ? "popularity"
                    : "implicit-als:factors="
                        + 16 * i
                        + ",epochs=15,regularization=0.0"
                        + i
                        + ",alpha="
                        + i)
        .toList();
  }
}
