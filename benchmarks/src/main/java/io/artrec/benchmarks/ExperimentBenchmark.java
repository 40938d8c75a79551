package io.artrec.benchmarks;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import io.artrec.cf.CfStrategies;
import io.artrec.eval.experiment.Experiment;
import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.split.Split;
import io.artrec.eval.split.Splits;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Workers;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
 * What does an experiment add to the recommender's own time? {@code alone} trains, scores all works
 * for each of 6,000 visitors and takes the best; {@code experiment} does so in an experiment with
 * six metrics by visitor. At most 5 % more. Behaviour is of shape S, a fifth of each visitor's
 * works is tested.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="ExperimentBenchmark"}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "--add-modules", "jdk.incubator.vector"})
@State(Scope.Benchmark)
public class ExperimentBenchmark {
  private static final int PLACES = 20;
  private static final String METRICS = "ndcg@20,recall@20,precision@20,map@20,mrr@20,hit-rate@20";

  /** What is trained. */
  @Param({"item-knn:neighbors=100", "implicit-als:factors=64,epochs=15"})
  public String strategy = "popularity";

  /** On how many threads. */
  @Param({"1", "2"})
  public int threads;

  private Catalog catalog = SyntheticData.catalog(0);
  private Split split = new Split("none", 0, Interactions.none(), Interactions.none(), 0);

  /** Divides. */
  @Setup
  public void divide() {
    Dataset all = ImplicitData.context(ImplicitData.Size.S, 1).dataset();
    catalog = all.catalog();
    Interactions.Builder events = Interactions.builder();
    for (int user = 0; user < all.userCount(); user++) {
      History history = all.history(user);
      for (int event = 0; event < history.size(); event++) {
        events.add(
            all.userId(user),
            catalog.get(history.artwork(event)).id(),
            history.kind(event),
            history.value(event),
            history.epochMillis(event));
      }
    }
    split = Splits.parse("per-user:ratio=0.2").split(catalog, events.build(), 42).get(0);
    ExperimentResult result = experiment();
    if (result.value(strategy, "recall@20").orElse(0) < 0.02) {
      throw new IllegalStateException(
          "recall is " + result.value(strategy, "recall@20") + ", expected more than chance");
    }
  }

  /**
   * Trains and answers without an experiment.
   *
   * @return the number of works answered
   */
  @Benchmark
  public long alone() {
    Dataset dataset = Dataset.of(catalog, split.training());
    TrainingContext context =
        TrainingContext.of(dataset, FeatureStore.empty(catalog.size()))
            .workers(Workers.of(threads));
    Scorer scorer = CfStrategies.parse(strategy).train(context);
    AtomicLong answered = new AtomicLong();
    Workers.of(threads)
        .progress(context.progress())
        .cancellation(context.cancellation())
        .run(
            "asking",
            dataset.userCount(),
            (from, to) -> {
              for (int user = from; user < to; user++) {
                History history = dataset.history(user);
                Query query =
                    Query.builder(history, context.preferenceModel().apply(history, 0))
                        .user(OptionalInt.of(user))
                        .seed(user)
                        .build();
                answered.addAndGet(
                    scorer
                        .score(query, Candidates.all(catalog.size()))
                        .best(PLACES + history.size())
                        .length);
              }
            });
    return answered.get();
  }

  /**
   * Trains, answers and measures in an experiment.
   *
   * @return the numbers
   */
  @Benchmark
  public ExperimentResult experiment() {
    return Experiment.of(catalog, Interactions.none())
        .split(split)
        .add(strategy, CfStrategies.parse(strategy))
        .metrics(METRICS)
        .threads(threads)
        .run();
  }
}
