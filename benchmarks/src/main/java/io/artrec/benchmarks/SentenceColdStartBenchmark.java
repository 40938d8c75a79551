package io.artrec.benchmarks;

import io.artrec.llm.embedding.TransformerEncoder;
import java.util.Optional;
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
 * How long from nothing to the first vector of MiniLM, native libraries, tokenizer and model in a
 * fresh JVM? Less than 2 s.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec
 * -Djmh.args="SentenceColdStartBenchmark"}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 7, jvmArgsAppend = "-Xmx1g")
@State(Scope.Benchmark)
public class SentenceColdStartBenchmark {
  /**
   * Opens the encoder and embeds a text.
   *
   * @return the vector
   */
  @Benchmark
  public Optional<float[]> firstVector() {
    try (TransformerEncoder encoder = TransformerEncoder.miniLm()) {
      return encoder.encode("A quiet harbour at dawn");
    }
  }
}
