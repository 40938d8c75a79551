package io.artrec.benchmarks;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.strategy.ContentBased;
import io.artrec.vector.FeatureMatrix;
import java.util.List;
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
 * How long is one content-based answer, against the time a plain loop needs to read the same
 * floats?
 *
 * <p>{@code answer} asks for ten works with reasons for a visitor who liked twenty, {@code group}
 * for five of them; {@code readPlainly} adds up every float of the same matrix, each array from its
 * beginning to its end with eight sums; {@code readAcross} adds the arrays of a block elementwise,
 * which the JIT vectorises: the floor of what plain Java can do here. The floor in bytes: 100,000 ×
 * 384 × 4 = 154 MB, 3.6 ms at 43 GB/s. The heap is fixed and touched before the start: an answer
 * over 100,000 works allocates 1 MB, and otherwise the first gigabytes of answers would measure how
 * fast the operating system supplies fresh pages.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="ContentBasedAnswer"}
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
@State(Scope.Thread)
public class ContentBasedAnswerBenchmark {
  /** How many works the catalogue holds. */
  @Param({"250", "100000"})
  public int works;

  private static final int DIMENSIONS = 384;
  private static final String[] GROUP = {"ada", "bea", "cy", "dov", "eve"};

  private Recommender recommender = Recommender.builder().catalog(List.of()).build();
  private FeatureMatrix matrix = FeatureMatrix.builder(0, 1).build();

  /** Builds the catalogue and checks the answer against a plain double loop. */
  @Setup
  public void build() {
    Catalog catalog = SyntheticData.catalog(works);
    recommender =
        Recommender.builder()
            .catalog(catalog)
            .feature(SyntheticData.vectors(DIMENSIONS))
            .strategy(ContentBased.cosine())
            .build();
    for (int i = 0; i < 20; i++) {
      recommender.record(Interaction.favorite("ada", "w" + (i * 7 + 3)));
      for (int other = 1; other < GROUP.length; other++) {
        recommender.record(Interaction.favorite(GROUP[other], "w" + (i * 11 + other)));
      }
    }
    matrix = recommender.features().entries().get(0).matrix();
    check();
  }

  private void check() {
    double[] profile = new double[DIMENSIONS];
    for (int i = 0; i < 20; i++) {
      double[] unit = unit(i * 7 + 3);
      for (int d = 0; d < DIMENSIONS; d++) {
        profile[d] += unit[d];
      }
    }
    double length = 0;
    for (double value : profile) {
      length += value * value;
    }
    for (Recommendation r : recommender.recommend("ada", 10)) {
      double[] unit = unit(recommender.catalog().requireIndex(r.artwork().id()));
      double score = 0;
      for (int d = 0; d < DIMENSIONS; d++) {
        score += unit[d] * profile[d] / Math.sqrt(length);
      }
      if (Math.abs(score - r.score()) > 1e-5) {
        throw new IllegalStateException(r.artwork() + ": " + r.score() + ", expected " + score);
      }
    }
  }

  private double[] unit(int artwork) {
    float[] row = matrix.row(artwork).orElseThrow();
    double square = 0;
    for (float value : row) {
      square += (double) value * value;
    }
    double[] unit = new double[row.length];
    for (int d = 0; d < row.length; d++) {
      unit[d] = row[d] / Math.sqrt(square);
    }
    return unit;
  }

  /**
   * Answers with ten works and their reasons.
   *
   * @return the answer
   */
  @Benchmark
  public List<Recommendation> answer() {
    return recommender.recommend("ada", 10);
  }

  /**
   * Answers five visitors together.
   *
   * @return the answer
   */
  @Benchmark
  public List<Recommendation> group() {
    return recommender.recommend(RecommendationRequest.forGroup(GROUP).n(10).build());
  }

  /**
   * Reads every float of the matrix, adding along each array.
   *
   * @return their sum
   */
  @Benchmark
  public float readPlainly() {
    float sum = 0;
    for (int b = 0; b < matrix.blockCount(); b++) {
      for (float[] values : matrix.block(b)) {
        sum += along(values);
      }
    }
    return sum;
  }

  /**
   * Reads every float of the matrix, adding a block's arrays elementwise.
   *
   * @return some of the sums
   */
  @Benchmark
  public float readAcross() {
    float[] sums = new float[FeatureMatrix.BLOCK];
    float total = 0;
    for (int b = 0; b < matrix.blockCount(); b++) {
      float[][] block = matrix.block(b);
      for (int d = 0; d < DIMENSIONS; d += 4) {
        across(block[d], block[d + 1], block[d + 2], block[d + 3], sums, matrix.blockLength(b));
      }
      total += sums[0];
    }
    return total;
  }

  private static float along(float[] values) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int i = 0;
    for (; i + 8 <= values.length; i += 8) {
      s0 += values[i];
      s1 += values[i + 1];
      s2 += values[i + 2];
      s3 += values[i + 3];
      s4 += values[i + 4];
      s5 += values[i + 5];
      s6 += values[i + 6];
      s7 += values[i + 7];
    }
    for (; i < values.length; i++) {
      s0 += values[i];
    }
    return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
  }

  private static void across(float[] a, float[] b, float[] c, float[] d, float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] += a[i] + b[i] + c[i] + d[i];
    }
  }
}
