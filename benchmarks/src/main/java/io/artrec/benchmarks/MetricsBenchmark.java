package io.artrec.benchmarks;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Catalog;
import io.artrec.eval.metric.Measurements;
import io.artrec.eval.metric.Metric;
import io.artrec.eval.metric.Metrics;
import io.artrec.eval.metric.Needs;
import io.artrec.eval.metric.Outcomes;
import io.artrec.eval.metric.TestSet;
import io.artrec.eval.metric.TrainingFacts;
import io.artrec.feature.FeatureStore;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long do all metrics of the first 20 places take together, for 100,000 visitors with 100
 * recommended and about 10 tested works each, out of 20,000 works? At most 2 s on one thread. The
 * floor is one pass over 40 MB of lists and 4 MB of tested works, in which each of ten million
 * places is looked up. {@code oneByOne} goes through visitors once for every metric.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="MetricsBenchmark -prof
 * gc"}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@State(Scope.Benchmark)
public class MetricsBenchmark {
  private static final int USERS = 100_000;
  private static final int WORKS = 20_000;
  private static final int PLACES = 100;
  private static final String NAMES =
      "precision@20,precision/min@20,recall@20,recall/min@20,f1@20,hit-rate@20,mrr@20,map@20,"
          + "map/test@20,map/hits@20,r-precision@20,ndcg@20,ndcg/rating@20,ndcg/exponential@20,"
          + "ndcg/flat-start@20,ndcg/full-ideal@20,ndcg/rating/flat-start/full-ideal@20,dcg@20,"
          + "rbp@20,rbp/p=0.95@20";

  /** On how many threads. */
  @Param({"1", "2"})
  public int threads;

  private final List<Metric> metrics = Metrics.parseAll(NAMES);
  private Outcomes outcomes = outcomes(1, 1);

  /** Draws tested and recommended works, and checks recall against sets. */
  @Setup
  public void draw() {
    outcomes = outcomes(USERS, 1_000_000);
    double sum = 0;
    int counted = 0;
    for (int user = 0; user < outcomes.userCount(); user++) {
      List<Integer> tested = new ArrayList<>();
      TestSet test = outcomes.test();
      for (int position = test.begin(user); position < test.end(user); position++) {
        tested.add(test.work(position));
      }
      int relevant = tested.size();
      for (int place = 0; place < 20; place++) {
        tested.remove(Integer.valueOf(outcomes.work(user, place)));
      }
      sum += (relevant - tested.size()) / (double) relevant;
      counted++;
    }
    double recall =
        Measurements.of(outcomes, Metrics.parseAll("recall@20")).get(0).value().orElseThrow();
    if (!(Math.abs(recall - sum / counted) < 1e-12) || recall == 0) {
      throw new IllegalStateException("recall is " + recall + ", expected " + sum / counted);
    }
  }

  private static Outcomes outcomes(int users, int events) {
    Catalog catalog = SyntheticData.catalog(WORKS);
    TestSet test =
        TestSet.of(
            catalog,
            SyntheticData.interactions(users, WORKS, events, 7),
            PreferenceModel.standard(),
            0);
    TrainingFacts training =
        TrainingFacts.of(Dataset.of(catalog, Interactions.none()), FeatureStore.empty(WORKS));
    Outcomes.Builder builder = Outcomes.builder(test, training, Needs.list(PLACES));
    SplittableRandom random = new SplittableRandom(8);
    int[] list = new int[PLACES];
    for (int user = 0; user < test.userCount(); user++) {
      for (int place = 0; place < PLACES; place++) {
        double unit = random.nextDouble();
        list[place] = (int) (WORKS * unit * unit * unit);
      }
      builder.list(user, list);
    }
    return builder.build();
  }

  /**
   * Measures in one pass.
   *
   * @return the measurements
   */
  @Benchmark
  public List<io.artrec.eval.metric.Measurement> together() {
    return Measurements.of(outcomes, metrics, threads);
  }

  /**
   * Measures in one pass for each metric.
   *
   * @return the measurements
   */
  @Benchmark
  public List<io.artrec.eval.metric.Measurement> oneByOne() {
    List<io.artrec.eval.metric.Measurement> all = new ArrayList<>();
    for (Metric metric : metrics) {
      all.addAll(Measurements.of(outcomes, List.of(metric), threads));
    }
    return all;
  }
}
