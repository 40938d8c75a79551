package io.artrec.benchmarks;

import io.artrec.llm.embedding.TransformerEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Does memory stay flat while MiniLM embeds 50,000 descriptions, 5,000 an iteration, in a heap of
 * 256 MB? {@code residentMb} is what the process holds after each iteration (Linux), heap and
 * native memory together; {@code heapMb} what of the heap is live. Neither may grow from the third
 * on.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="SentenceMemoryBenchmark"}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 10)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"})
@State(Scope.Benchmark)
public class SentenceMemoryBenchmark {
  private static final int TEXTS = 5000;

  private final TransformerEncoder encoder = TransformerEncoder.miniLm();
  private long seed;

  /** What the process holds. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Memory {
    /** Megabytes resident. */
    public long residentMb;

    /** Megabytes of the heap in use after a collection. */
    public long heapMb;

    void measure() throws IOException {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      heapMb = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
      Path status = Path.of("/proc/self/status");
      if (Files.exists(status)) {
        for (String line : Files.readAllLines(status)) {
          if (line.startsWith("VmRSS:")) {
            residentMb = Long.parseLong(line.replaceAll("\\D", "")) >> 10;
          }
        }
      }
    }
  }

  /** Opens the encoder. */
  @Setup
  public void open() {
    encoder.open();
  }

  /** Frees it. */
  @TearDown
  public void close() {
    encoder.close();
  }

  /**
   * Embeds other texts each time.
   *
   * @param memory what the process holds
   * @return the vectors
   * @throws IOException when the process's status cannot be read
   */
  @Benchmark
  public List<Optional<float[]>> embed(Memory memory) throws IOException {
    List<Optional<float[]>> vectors = encoder.encodeAll(Sentences.mixed(TEXTS, seed++));
    memory.measure();
    return vectors;
  }
}
