package io.artrec.benchmarks;

import io.artrec.Recommender;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import io.artrec.strategy.Popularity;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Do ten million interactions, and a recommender built on them, fit in a heap of 400 MB? The fork
 * has no more; a run that ends says yes. {@code -prof gc} shows what is allocated on the way.
 *
 * <p>The columns take 21 bytes an event and the index by visitor 4: 250 MB.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="BuildMemory -prof gc"}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx400m")
@State(Scope.Thread)
public class BuildMemoryBenchmark {
  private static final int EVENTS = 10_000_000;

  /**
   * Collects ten million events and builds a recommender on them.
   *
   * @return the recommender
   */
  @Benchmark
  public Recommender buildOnTenMillion() {
    Catalog catalog = SyntheticData.catalog(20_000);
    Interactions interactions = SyntheticData.interactions(100_000, 20_000, EVENTS, 1);
    return Recommender.builder()
        .catalog(catalog)
        .interactions(interactions)
        .strategy(Popularity.allTime())
        .build();
  }
}
