package io.artrec.benchmarks;

import ai.onnxruntime.OrtException;
import io.artrec.djl.ModelSource;
import io.artrec.djl.text.TextEncoder;
import io.artrec.djl.text.TextEncoderOptions;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many batches a second do two callers of one MiniLM embed, against ONNX Runtime called
 * directly? {@code padded} is what one writes by hand, a batch in one run, padded to its longest
 * text; {@code oneByOne} is the same, a text at a time. With the quantised weights ({@code -q})
 * only the latter gives the vectors of single texts, so that is what artrec is to be held to there;
 * with full weights it is the faster of both. At least 0.95 of it.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec
 * -Djmh.args="SentenceEmbeddingBenchmark"}
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Threads(2)
@State(Scope.Benchmark)
public class SentenceEmbeddingBenchmark {
  private static final int MAX_TOKENS = 256;
  private static final int EVEN_WORDS = 17;

  /** Which weights. */
  @Param({"all-minilm-l6-v2-q", "all-minilm-l6-v2"})
  public String model = "all-minilm-l6-v2-q";

  /** Texts in a call. */
  @Param({"1", "8", "32"})
  public int batch;

  /** Whether the texts of a batch are of one length. */
  @Param({"even", "mixed"})
  public String lengths = "even";

  private List<String> texts = List.of();
  private @Nullable TextEncoder opened;
  private @Nullable DirectOnnxRuntime reference;

  /**
   * Opens both and checks that they agree.
   *
   * @throws IOException when a resource cannot be read
   * @throws OrtException when ONNX Runtime fails
   */
  @Setup
  public void open() throws IOException, OrtException {
    ClassLoader loader = SentenceEmbeddingBenchmark.class.getClassLoader();
    opened =
        TextEncoder.open(
            ModelSource.resource(loader, model + ".onnx"),
            TextEncoderOptions.standard().maxTokens(MAX_TOKENS).runs(2));
    reference = new DirectOnnxRuntime(model, MAX_TOKENS);
    texts =
        lengths.equals("even") ? Sentences.even(batch, EVEN_WORDS, 7) : Sentences.mixed(batch, 7);
    float[][] expected = oneByOne();
    List<Optional<float[]>> actual = artrec();
    for (int text = 0; text < batch; text++) {
      for (int d = 0; d < expected[text].length; d++) {
        if (Math.abs(actual.get(text).orElseThrow()[d] - expected[text][d]) > 1e-5) {
          throw new IllegalStateException("text " + text + " differs in dimension " + d);
        }
      }
    }
  }

  private TextEncoder encoder() {
    return Objects.requireNonNull(opened, "opened by setup");
  }

  private DirectOnnxRuntime direct() {
    return Objects.requireNonNull(reference, "opened by setup");
  }

  /**
   * Frees both.
   *
   * @throws OrtException when ONNX Runtime fails
   */
  @TearDown
  public void close() throws OrtException {
    encoder().close();
    direct().close();
  }

  /**
   * Embeds with artrec.
   *
   * @return the vectors
   */
  @Benchmark
  public List<Optional<float[]>> artrec() {
    return batch == 1 ? List.of(encoder().encode(texts.get(0))) : encoder().encodeAll(texts);
  }

  /**
   * Embeds a batch in one run.
   *
   * @return the vectors
   * @throws OrtException when ONNX Runtime fails
   */
  @Benchmark
  public float[][] padded() throws OrtException {
    return direct().encode(texts);
  }

  /**
   * Embeds a text at a time.
   *
   * @return the vectors
   * @throws OrtException when ONNX Runtime fails
   */
  @Benchmark
  public float[][] oneByOne() throws OrtException {
    float[][] vectors = new float[texts.size()][];
    for (int text = 0; text < vectors.length; text++) {
      vectors[text] = direct().encode(List.of(texts.get(text)))[0];
    }
    return vectors;
  }
}
