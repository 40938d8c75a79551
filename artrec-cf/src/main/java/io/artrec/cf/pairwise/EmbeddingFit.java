package io.artrec.cf.pairwise;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;

/**
 * Embeddings of what works are made of, by ridge regression: those {@code W} that minimise {@code
 * Σ_i ω_i |v_i − f_i W|² + ρ |W|²} over the works' vectors {@code v} and numbers {@code f}. By
 * conjugate gradients (Hestenes, Stiefel 1952), preconditioned by the diagonal, each column of
 * {@code W} with its own steps, each call from where the last ended. O(entries of f · width) an
 * iteration; the same bits on any number of threads. Not thread-safe.
 */
final class EmbeddingFit {
  private final TrainingContext context;
  private final String stage;
  private final SparseMatrix rows;
  private final SparseMatrix columns;
  private final float[] weights;
  private final float ridge;
  private final int width;
  private final float[] diagonal;
  private final float[][] solution;
  private final float[][] residual;
  private final float[][] direction;
  private final float[][] image;
  private final float[][] ofWorks;

  /**
   * Prepares.
   *
   * @param rows works x numbers
   * @param weights {@code ω}, 0 or more
   * @param ridge {@code ρ}, above 0
   * @param width of the vectors
   */
  EmbeddingFit(
      TrainingContext context,
      String stage,
      SparseMatrix rows,
      float[] weights,
      float ridge,
      int width) {
    this.context = context;
    this.stage = stage;
    this.rows = rows;
    this.weights = weights;
    this.ridge = ridge;
    this.width = width;
    columns = rows.transposed();
    diagonal = new float[columns.rows()];
    for (int k = 0; k < diagonal.length; k++) {
      double sum = ridge;
      for (int p = columns.begin(k); p < columns.end(k); p++) {
        double value = columns.values()[p];
        sum += weights[columns.indices()[p]] * value * value;
      }
      diagonal[k] = (float) sum;
    }
    solution = new float[diagonal.length][width];
    residual = new float[diagonal.length][width];
    direction = new float[diagonal.length][width];
    image = new float[diagonal.length][width];
    ofWorks = new float[rows.rows()][width];
  }

  /** The embeddings so far; shared. */
  float[][] solution() {
    return solution;
  }

  /**
   * Comes closer to the solution for some vectors.
   *
   * @param vectors of works
   * @param biases the last column
   */
  void improve(float[][] vectors, float[] biases, int iterations) {
    works(
        (work, left) -> {
          multiplyRow(work, solution, left);
          for (int d = 0; d + 1 < width; d++) {
            left[d] = weights[work] * (vectors[work][d] - left[d]);
          }
          left[width - 1] = weights[work] * (biases[work] - left[width - 1]);
        });
    backTo(residual, solution, -ridge);
    double[] before = new double[width];
    for (int iteration = 0; iteration < iterations; iteration++) {
      double[] norms = preconditioned();
      for (int k = 0; k < direction.length; k++) {
        for (int d = 0; d < width; d++) {
          float share = iteration == 0 || before[d] == 0 ? 0 : (float) (norms[d] / before[d]);
          direction[k][d] = residual[k][d] / diagonal[k] + share * direction[k][d];
        }
      }
      works(
          (work, product) -> {
            multiplyRow(work, direction, product);
            for (int d = 0; d < width; d++) {
              product[d] *= weights[work];
            }
          });
      backTo(image, direction, ridge);
      step(norms);
      before = norms;
    }
  }

  /** {@code r·r} of each column, with the preconditioner between. */
  private double[] preconditioned() {
    double[] norms = new double[width];
    for (int k = 0; k < residual.length; k++) {
      for (int d = 0; d < width; d++) {
        norms[d] += (double) residual[k][d] * residual[k][d] / diagonal[k];
      }
    }
    return norms;
  }

  private void step(double[] norms) {
    double[] bends = new double[width];
    for (int k = 0; k < direction.length; k++) {
      for (int d = 0; d < width; d++) {
        bends[d] += (double) direction[k][d] * image[k][d];
      }
    }
    float[] steps = new float[width];
    for (int d = 0; d < width; d++) {
      steps[d] = bends[d] > 0 ? (float) (norms[d] / bends[d]) : 0;
    }
    for (int k = 0; k < direction.length; k++) {
      for (int d = 0; d < width; d++) {
        solution[k][d] += steps[d] * direction[k][d];
        residual[k][d] -= steps[d] * image[k][d];
      }
    }
  }

  private interface OfWork {
    void compute(int work, float[] into);
  }

  private void works(OfWork body) {
    context
        .workers()
        .run(
            stage,
            ofWorks.length,
            (from, to) -> {
              for (int work = from; work < to; work++) {
                body.compute(work, ofWorks[work]);
              }
            });
  }

  private void multiplyRow(int work, float[][] by, float[] into) {
    Arrays.fill(into, 0);
    for (int p = rows.begin(work); p < rows.end(work); p++) {
      add(rows.values()[p], by[rows.indices()[p]], into);
    }
  }

  /** Sums works' vectors by the numbers that they have, and adds a multiple of what is there. */
  private void backTo(float[][] into, float[][] more, float times) {
    context
        .workers()
        .run(
            stage,
            into.length,
            (from, to) -> {
              for (int k = from; k < to; k++) {
                Arrays.fill(into[k], 0);
                for (int p = columns.begin(k); p < columns.end(k); p++) {
                  add(columns.values()[p], ofWorks[columns.indices()[p]], into[k]);
                }
                add(times, more[k], into[k]);
              }
            });
  }

  private static void add(float by, float[] row, float[] into) {
    for (int d = 0; d < into.length; d++) {
      into[d] += by * row[d];
    }
  }
}
