package io.artrec.benchmarks;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.rerank.AttributeCap;
import io.artrec.rerank.Dpp;
import io.artrec.rerank.Mmr;
import io.artrec.rerank.RankedPool;
import io.artrec.rerank.Reranker;
import io.artrec.rerank.Rerankers;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does it take to order a pool of 100 works anew, ten of which are wanted? The works have
 * what those of the quickstart have: five attributes of some values each out of 30 to 600, a
 * period, and a vector of 384 values for their text. {@code -prof gc} says what is allocated.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="RerankBenchmark -prof gc"}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1g", "--add-modules", "jdk.incubator.vector"})
@State(Scope.Benchmark)
public class RerankBenchmark {
  private static final int WORKS = 344;
  private static final int POOL = 100;
  private static final int WANTED = 10;

  /** Which re-ranker: {@code chain} is a cap of two works an artist after mmr. */
  @Param({"mmr", "chain", "dpp"})
  public String reranker = "chain";

  private Reranker reranks = Mmr.lambda(0.75);
  private RankedPool pool =
      new RankedPool(new int[0], new double[0], Catalog.of(), FeatureStore.empty(0));

  /** Draws the works. */
  @Setup
  public void draw() {
    reranks =
        switch (reranker) {
          case "mmr" -> Mmr.lambda(0.75);
          case "dpp" -> Dpp.theta(0.75);
          default -> Rerankers.chain(Mmr.lambda(0.75), AttributeCap.perArtist(2));
        };
    SplittableRandom random = new SplittableRandom(5);
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < WORKS; i++) {
      works.add(
          Artwork.builder("w" + i, "Work " + i)
              .artist("Artist " + random.nextInt(120))
              .movement("Movement " + random.nextInt(40))
              .build());
    }
    List<FeatureStore.Entry> features =
        List.of(
            entry(random, "subjects", 600, 5, 1),
            entry(random, "movement", 40, 1, 0.8),
            entry(random, "artist", 120, 1, 0.6),
            entry(random, "genre", 30, 1, 0.4),
            entry(random, "palette", 60, 4, 0.6),
            entry(random, "period", 24, 24, 0.4),
            entry(random, "meaning", 384, 384, 0.8));
    pool =
        new RankedPool(
            random.ints(0, WORKS).distinct().limit(POOL).toArray(),
            IntStream.range(0, POOL).mapToDouble(rank -> 1 / (1 + 0.05 * rank)).toArray(),
            Catalog.of(works),
            FeatureStore.of(WORKS, features));
  }

  private static FeatureStore.Entry entry(
      SplittableRandom random, String name, int dimensions, int filled, double weight) {
    FeatureMatrix.Builder rows = FeatureMatrix.builder(WORKS, dimensions);
    for (int i = 0; i < WORKS; i++) {
      float[] row = new float[dimensions];
      for (int k = 0; k < filled; k++) {
        boolean all = filled == dimensions;
        row[all ? k : random.nextInt(dimensions)] = all ? (float) random.nextGaussian() : 1;
      }
      rows.set(i, row);
    }
    return new FeatureStore.Entry(FeatureSpec.named(name).build(), rows.build(), weight);
  }

  /**
   * Orders anew.
   *
   * @return positions in the pool
   */
  @Benchmark
  public int[] rerank() {
    return reranks.rerank(pool, WANTED);
  }
}
