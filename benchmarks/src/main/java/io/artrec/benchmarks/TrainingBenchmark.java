package io.artrec.benchmarks;

import io.artrec.cf.CfStrategies;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.TrainingContext;
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
 * How long does a training take? 6,000 visitors × 4,000 works with 800,000 events ({@code S}), or
 * 140,000 × 27,000 with 16 million ({@code M}). The time of one epoch is the difference between
 * trainings that differ in epochs, divided by theirs. Start the JVM with {@code --add-modules
 * jdk.incubator.vector} for the Vector API's kernels, as the benchmark does by itself.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="TrainingBenchmark -p
 * strategy=item-knn"}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx4g", "--add-modules", "jdk.incubator.vector"})
@State(Scope.Benchmark)
public class TrainingBenchmark {
  /** Which data. */
  @Param("S")
  public String data = "S";

  /** What is trained. */
  @Param({
    "item-knn:neighbors=100",
    "ease:regularization=300",
    "p3alpha:neighbors=100",
    "implicit-als:factors=64,epochs=1",
    "implicit-als:factors=64,epochs=5",
    "implicit-als:factors=128,epochs=1",
    "implicit-als:factors=128,epochs=5",
    "implicit-als:factors=64,solver=conjugate-gradient,epochs=1",
    "implicit-als:factors=64,solver=conjugate-gradient,epochs=5",
    "bpr:epochs=1",
    "bpr:epochs=11",
    "warp:epochs=1",
    "warp:epochs=11",
    "nmf:factors=64,epochs=1",
    "nmf:factors=64,epochs=5"
  })
  public String strategy = "";

  /** On how many threads. */
  @Param("1")
  public int threads;

  private TrainingContext context = ImplicitData.empty();

  /** Makes the data. */
  @Setup
  public void data() {
    context = ImplicitData.context(ImplicitData.Size.valueOf(data), threads);
  }

  /**
   * Trains.
   *
   * @return the scorer
   */
  @Benchmark
  public Scorer train() {
    return CfStrategies.parse(strategy).train(context);
  }
}
