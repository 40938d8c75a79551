package io.artrec.benchmarks;

import io.artrec.kernel.internal.Kernels;
import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
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
 * What does a scan of rows cost that are mostly zeros, next to a scan of the same rows with all
 * their values, and next to a plain loop over the values that are not 0?
 *
 * <p>{@code rows} multiplies with a vector without zeros, row by row; {@code lists} with the sum of
 * 20 rows, which touches the lists of their dimensions alone; {@code dense} is what a dense matrix
 * of the same numbers does for either; {@code loop} adds up products over values that lie in one
 * flat array. Dimensions are drawn as words are, few often and many rarely. 4,000 works of 3,500
 * dimensions with 14 values each are like the attributes of a museum's catalogue; 46 of 384 are at
 * the edge of what is kept sparse.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="SparseScan"}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class SparseScanBenchmark {
  /** Works, dimensions, values that are not 0 in each row. */
  @Param({"4000x3500x14", "20000x384x12", "20000x384x46"})
  public String shape = "4000x3500x14";

  private FeatureMatrix sparse = FeatureMatrix.builder(0, 1).build();
  private float[][][] blocks = {};
  private int[] starts = {};
  private int[] columns = {};
  private float[] values = {};
  private float[] full = {};
  private float[] few = {};
  private double[] out = {};

  /** Makes the rows and checks all products against the plain loop. */
  @Setup
  public void build() {
    int[] of = Arrays.stream(shape.split("x", -1)).mapToInt(Integer::parseInt).toArray();
    float[][] rows = rows(of[0], of[1], of[2]);
    FeatureMatrix.Builder builder = FeatureMatrix.builder(of[0], of[1]);
    for (int i = 0; i < rows.length; i++) {
      builder.set(i, rows[i]);
    }
    sparse = builder.build();
    blocks = blocks(rows, of[1]);
    flatten(rows, of[0] * of[2]);
    SplittableRandom random = new SplittableRandom(2);
    full = new float[of[1]];
    few = new float[of[1]];
    for (int d = 0; d < of[1]; d++) {
      full[d] = (float) random.nextDouble(0.5, 1);
      for (int i = 0; i < 20; i++) {
        few[d] += rows[i * 7 + 3][d];
      }
    }
    out = new double[of[0]];
    check();
  }

  private static float[][] rows(int works, int dimensions, int count) {
    SplittableRandom random = new SplittableRandom(1);
    float[][] rows = new float[works][dimensions];
    for (float[] row : rows) {
      for (int k = 0; k < count; ) {
        int d = (int) (dimensions * Math.pow(random.nextDouble(), 3));
        k += row[d] == 0 ? 1 : 0;
        row[d] = (float) random.nextDouble(0.5, 1);
      }
    }
    return rows;
  }

  private static float[][][] blocks(float[][] rows, int dimensions) {
    float[][][] blocks = new float[(rows.length - 1) / FeatureMatrix.BLOCK + 1][][];
    for (int b = 0; b < blocks.length; b++) {
      int from = b * FeatureMatrix.BLOCK;
      int length = Math.min(FeatureMatrix.BLOCK, rows.length - from);
      blocks[b] = new float[dimensions][length];
      for (int i = 0; i < length; i++) {
        for (int d = 0; d < dimensions; d++) {
          blocks[b][d][i] = rows[from + i][d];
        }
      }
    }
    return blocks;
  }

  private void flatten(float[][] rows, int count) {
    starts = new int[rows.length + 1];
    columns = new int[count];
    values = new float[count];
    int k = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int d = 0; d < rows[i].length; d++) {
        if (rows[i][d] != 0) {
          columns[k] = d;
          values[k++] = rows[i][d];
        }
      }
      starts[i + 1] = k;
    }
  }

  private void check() {
    for (float[] query : new float[][] {full, few}) {
      double[] expected = loop(query).clone();
      for (double[] products : List.of(scan(query).clone(), dense(query).clone())) {
        for (int i = 0; i < expected.length; i++) {
          if (Math.abs(products[i] - expected[i]) > 1e-4 * expected[i]) {
            throw new IllegalStateException(
                "row " + i + ": " + products[i] + ", expected " + expected[i]);
          }
        }
      }
    }
  }

  /**
   * Multiplies with a vector without zeros.
   *
   * @return the products
   */
  @Benchmark
  public double[] rows() {
    return scan(full);
  }

  /**
   * Multiplies with the sum of 20 rows.
   *
   * @return the products
   */
  @Benchmark
  public double[] lists() {
    return scan(few);
  }

  private double[] scan(float[] query) {
    sparse.innerProducts(query, out);
    return out;
  }

  /**
   * Multiplies all values, zeros included.
   *
   * @return the products
   */
  @Benchmark
  public double[] dense() {
    return dense(full);
  }

  private double[] dense(float[] query) {
    float[][] products = new float[1][FeatureMatrix.BLOCK];
    float[][] queries = {query};
    for (int b = 0; b < blocks.length; b++) {
      int length = blocks[b][0].length;
      Kernels.best().multiply(blocks[b], 0, length, queries, 0, 1, products);
      for (int i = 0; i < length; i++) {
        out[b * FeatureMatrix.BLOCK + i] = products[0][i];
      }
    }
    return out;
  }

  /**
   * Multiplies the values that are not 0 by the plainest loop there is.
   *
   * @return the products
   */
  @Benchmark
  public double[] loop() {
    return loop(full);
  }

  private double[] loop(float[] query) {
    for (int i = 0; i < out.length; i++) {
      double sum = 0;
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        sum += (double) query[columns[k]] * values[k];
      }
      out[i] = sum;
    }
    return out;
  }
}
