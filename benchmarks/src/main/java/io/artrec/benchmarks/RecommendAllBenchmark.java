package io.artrec.benchmarks;

import io.artrec.behavior.History;
import io.artrec.cf.CfStrategies;
import io.artrec.scoring.LoadedMatrix;
import io.artrec.scoring.ScoringBackends;
import io.artrec.strategy.Query;
import io.artrec.strategy.TrainingContext;
import io.artrec.strategy.VectorScorer;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.TopRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long do ten new works for each of 6,000 visitors take, out of 4,000 works by 64 factors of
 * implicit ALS, each visitor's known works left out? The floor is 2 · 6,000 · 4,000 · 64 = 3.07
 * billion floating-point operations. {@code vectors} has the visitors' vectors at hand, {@code
 * histories} solves for them first. {@code foldIns} only solves, on one thread, for {@value #PART}
 * visitors at a time; {@code foldInsAlone} for one after the other.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="RecommendAllBenchmark"}
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx4g", "--add-modules", "jdk.incubator.vector"})
@State(Scope.Benchmark)
public class RecommendAllBenchmark {
  private static final int PART = 256;

  /** Which loops. */
  @Param({"simd", "plain"})
  public String backend = "simd";

  /** On how many threads. */
  @Param({"1", "2"})
  public int threads;

  /** The length of the vectors. */
  @Param({"64", "128"})
  public int factors;

  private ExecutorService pool = Executors.newSingleThreadExecutor();
  private LoadedMatrix works = ScoringBackends.plain().load(FeatureMatrix.builder(0, 1).build());
  private final List<Query> queries = new ArrayList<>();
  private VectorScorer scorer =
      (VectorScorer) CfStrategies.parse("implicit-als").train(ImplicitData.empty());
  private float[][] vectors = {};
  private BitSet eligible = new BitSet();
  private int[][] known = {};

  /** Trains. */
  @Setup
  public void train() {
    pool = Executors.newFixedThreadPool(threads);
    TrainingContext context = ImplicitData.context(ImplicitData.Size.S, 2);
    scorer =
        (VectorScorer)
            CfStrategies.parse("implicit-als:epochs=3,factors=" + factors).train(context);
    eligible.set(0, scorer.works().size());
    works = ScoringBackends.named(backend).load(scorer.works());
    int users = context.dataset().userCount();
    vectors = new float[users][];
    known = new int[users][];
    for (int user = 0; user < users; user++) {
      History history = context.dataset().history(user);
      queries.add(
          Query.builder(history, context.preferenceModel().apply(history, context.nowMillis()))
              .nowMillis(context.nowMillis())
              .build());
      vectors[user] = scorer.vector(queries.get(user)).orElseThrow();
      known[user] =
          IntStream.range(0, history.size()).map(history::artwork).sorted().distinct().toArray();
    }
  }

  /** Ends the threads. */
  @TearDown
  public void end() {
    works.close();
    pool.shutdown();
  }

  /**
   * Selects.
   *
   * @return the works
   * @throws InterruptedException never
   * @throws ExecutionException never
   */
  @Benchmark
  public List<TopRows> vectors() throws InterruptedException, ExecutionException {
    return all(vectors);
  }

  /**
   * Solves for the visitors' vectors, then selects.
   *
   * @return the works
   * @throws InterruptedException never
   * @throws ExecutionException never
   */
  @Benchmark
  public List<TopRows> histories() throws InterruptedException, ExecutionException {
    float[][] solved = new float[vectors.length][];
    List<Future<?>> parts = new ArrayList<>();
    for (int from = 0; from < solved.length; from += PART) {
      int first = from;
      parts.add(
          pool.submit(
              () -> {
                int last = Math.min(solved.length, first + PART);
                List<Optional<float[]>> some = scorer.vectors(queries.subList(first, last));
                for (int user = first; user < last; user++) {
                  solved[user] = some.get(user - first).orElseThrow();
                }
              }));
    }
    for (Future<?> part : parts) {
      part.get();
    }
    return all(solved);
  }

  /**
   * Solves for the visitors' vectors, many together.
   *
   * @param sink takes them
   */
  @Benchmark
  public void foldIns(Blackhole sink) {
    for (int from = 0; from < queries.size(); from += PART) {
      sink.consume(scorer.vectors(queries.subList(from, Math.min(queries.size(), from + PART))));
    }
  }

  /**
   * Solves for the visitors' vectors, one after the other.
   *
   * @param sink takes them
   */
  @Benchmark
  public void foldInsAlone(Blackhole sink) {
    for (Query query : queries) {
      sink.consume(scorer.vector(query));
    }
  }

  private List<TopRows> all(float[][] of) throws InterruptedException, ExecutionException {
    List<Future<List<TopRows>>> parts = new ArrayList<>();
    for (int from = 0; from < of.length; from += PART) {
      int to = Math.min(of.length, from + PART);
      float[][] some = Arrays.copyOfRange(of, from, to);
      int[][] without = Arrays.copyOfRange(known, from, to);
      parts.add(pool.submit(() -> works.top(some, 10, eligible, without)));
    }
    List<TopRows> all = new ArrayList<>(of.length);
    for (Future<List<TopRows>> part : parts) {
      all.addAll(part.get());
    }
    return all;
  }
}
