package io.artrec.benchmarks;

import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.experiment.Provenance;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.experiment.Timing;
import io.artrec.eval.metric.Measurement;
import io.artrec.eval.metric.Metric.Direction;
import io.artrec.eval.metric.UserValues;
import io.artrec.eval.statistics.UserMeans;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Do the values of five metrics by visitor, of one million visitors with their ids, fit in a heap
 * of 200 MB? The fork has no more; a run that ends says yes. Values take 8 bytes a visitor and
 * metric, ids about 56 and activity and places in the list of ids 8.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="VisitorValuesMemory"}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@org.openjdk.jmh.annotations.Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx200m")
@State(Scope.Thread)
public class ImpressionsPerUserMemoryBenchmark {
  private static final int VISITORS = 1_000_000;
  private static final int METRICS = 5;

  /**
   * Keeps the values and averages them.
   *
   * @return the result and one mean
   */
  @Benchmark
  public Object oneMillionVisitors() {
    List<String> ids = new ArrayList<>(VISITORS);
    for (int user = 0; user < VISITORS; user++) {
      ids.add("visitor-" + user);
    }
    SplittableRandom random = new SplittableRandom(1);
    List<Measurement> measurements = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int metric = 0; metric < METRICS; metric++) {
      double[] values = random.doubles(VISITORS).toArray();
      UserValues users = new UserValues(values, new double[0]);
      names.add("metric-" + metric);
      measurements.add(
          new Measurement(names.get(metric), Direction.HIGHER, users.mean(), Optional.of(users)));
    }
    RunResult run =
        new RunResult(
            "recommender",
            "split",
            ids,
            IntArrayList.wrap(new int[VISITORS]),
            measurements,
            new Timing(1, 1, 1, 1, 1, 1, 0),
            new Provenance("", "", 0, "", ""));
    ExperimentResult result =
        new ExperimentResult(
            "values", List.of("recommender"), List.of("split"), names, List.of(run), List.of());
    double mean = result.value("recommender", names.get(0)).orElseThrow();
    if (Math.abs(mean - 0.5) > 0.01) {
      throw new IllegalStateException("mean is " + mean + ", expected 0.5");
    }
    return List.of(result, mean, UserMeans.testable(result));
  }
}
