package io.artrec.kernel.internal;

import java.util.Arrays;

/** Loops that the JIT vectorises by itself: four rows into one, no reduction. */
final class PlainKernels implements Kernels {
  /** Columns of 64 rows of a right side that stay in the second-level cache: 256 KB. */
  private static final int TILE = 512;

  /** Dimensions that are added to the products of one query before those of the next. */
  private static final int PASS = 8;

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public int stride(int width) {
    return width;
  }

  @Override
  public void addGram(float[] rows, int first, int count, int width, float[] upper) {
    Solver solver = new Solver(width);
    solver.begin(upper, 0);
    for (int k = first; k < first + count; k++) {
      solver.add(rows, k, 1, 0);
    }
    solver.flush();
    for (int r = 0; r < width; r++) {
      System.arraycopy(solver.upper[r], 0, upper, r * width, width);
    }
  }

  @Override
  public SymmetricUpdate symmetricUpdate(double[][] left, double[][] right) {
    return (matrix, from, to) -> {
      for (int tile = 0; tile < to; tile += TILE) {
        for (int i = Math.max(from, tile); i < to; i++) {
          int end = Math.min(i + 1, tile + TILE);
          for (int k = 0; k < SymmetricUpdate.DEPTH; k += 4) {
            subtractFour(left[i], right, k, tile, end, matrix[i]);
          }
        }
      }
    };
  }

  private static void subtractFour(
      double[] by, double[][] right, int k, int from, int to, double[] row) {
    double[] r0 = right[k];
    double[] r1 = right[k + 1];
    double[] r2 = right[k + 2];
    double[] r3 = right[k + 3];
    double b0 = by[k];
    double b1 = by[k + 1];
    double b2 = by[k + 2];
    double b3 = by[k + 3];
    for (int j = from; j < to; j++) {
      row[j] -= b0 * r0[j] + b1 * r1[j] + b2 * r2[j] + b3 * r3[j];
    }
  }

  @Override
  public RidgeSolver ridgeSolver(int width) {
    return new Solver(width);
  }

  @Override
  public void multiply(
      float[][] block,
      int from,
      int to,
      float[][] queries,
      int first,
      int count,
      float[][] products) {
    for (int q = 0; q < count; q++) {
      Arrays.fill(products[q], from, to, 0);
    }
    for (int d = 0; d < block.length; d += PASS) {
      int end = Math.min(d + PASS, block.length);
      for (int q = 0; q < count; q++) {
        accumulate(block, d, end, queries[first + q], from, to, products[q]);
      }
    }
  }

  private static void accumulate(
      float[][] block, int begin, int end, float[] query, int from, int to, float[] sums) {
    int d = begin;
    for (; d + 4 <= end; d += 4) {
      float[] r0 = block[d];
      float[] r1 = block[d + 1];
      float[] r2 = block[d + 2];
      float[] r3 = block[d + 3];
      addFour(r0, r1, r2, r3, query[d], query[d + 1], query[d + 2], query[d + 3], from, to, sums);
    }
    for (; d < end; d++) {
      addOne(block[d], query[d], from, to, sums);
    }
  }

  /** Four dimensions a pass: JDK 17 does not vectorise eight, whose loop it will not unroll. */
  private static void addFour(
      float[] r0,
      float[] r1,
      float[] r2,
      float[] r3,
      float q0,
      float q1,
      float q2,
      float q3,
      int from,
      int to,
      float[] sums) {
    for (int c = from; c < to; c++) {
      sums[c] += q0 * r0[c] + q1 * r1[c] + q2 * r2[c] + q3 * r3[c];
    }
  }

  private static void addOne(float[] row, float value, int from, int to, float[] sums) {
    for (int c = from; c < to; c++) {
      sums[c] += value * row[c];
    }
  }

  @Override
  public int firstAbove(float[] values, int from, int to, float bound) {
    int at = from;
    while (at < to && !(values[at] > bound)) {
      at++;
    }
    return at;
  }

  @Override
  public PairwiseKernel pairwise() {
    return new PlainPairwiseKernel();
  }

  @Override
  public String toString() {
    return name();
  }

  private static final class Solver implements RidgeSolver {
    /** Columns from which a row is updated are rounded down to this, for whole vectors. */
    private static final int ALIGNED = ~15;

    private final int width;
    private final float[][] upper;
    private final float[][] four;
    private final float[] b;
    private int pending;

    Solver(int width) {
      this.width = width;
      upper = new float[width][width];
      four = new float[4][width];
      b = new float[width];
    }

    @Override
    public void begin(float[] base, float diagonal) {
      for (int r = 0; r < width; r++) {
        System.arraycopy(base, r * width, upper[r], 0, width);
        upper[r][r] += diagonal;
      }
      Arrays.fill(b, 0);
      pending = 0;
    }

    @Override
    public void add(float[] rows, int row, float weight, float target) {
      float root = (float) Math.sqrt(weight);
      float[] scaled = four[pending++];
      scale(rows, row * width, root, scaled);
      if (target != 0) {
        addOne(scaled, root * target, 0, width, b);
      }
      if (pending == 4) {
        flush();
      }
    }

    private static void scale(float[] rows, int from, float factor, float[] scaled) {
      for (int c = 0; c < scaled.length; c++) {
        scaled[c] = factor * rows[from + c];
      }
    }

    /** Adds the pending rows, at most four, to the matrix. */
    private void flush() {
      for (int l = pending; l < 4; l++) {
        Arrays.fill(four[l], 0);
      }
      for (int r = 0; r < width && pending > 0; r++) {
        addFour(
            four[0],
            four[1],
            four[2],
            four[3],
            four[0][r],
            four[1][r],
            four[2][r],
            four[3][r],
            r & ALIGNED,
            width,
            upper[r]);
      }
      pending = 0;
    }

    private static void addFour(
        float[] x0,
        float[] x1,
        float[] x2,
        float[] x3,
        float s0,
        float s1,
        float s2,
        float s3,
        int from,
        int to,
        float[] row) {
      for (int c = from; c < to; c++) {
        row[c] += s0 * x0[c] + s1 * x1[c] + s2 * x2[c] + s3 * x3[c];
      }
    }

    private static void addOne(float[] x, float s, int from, int to, float[] row) {
      for (int c = from; c < to; c++) {
        row[c] += s * x[c];
      }
    }

    @Override
    public boolean solve(float[] out, int row) {
      flush();
      if (!solve()) {
        return false;
      }
      System.arraycopy(b, 0, out, row * width, width);
      return true;
    }

    private boolean solve() {
      for (int r = 0; r < width; r++) {
        float[] row = upper[r];
        int p = 0;
        for (; p + 4 <= r; p += 4) {
          addFour(
              upper[p],
              upper[p + 1],
              upper[p + 2],
              upper[p + 3],
              -upper[p][r],
              -upper[p + 1][r],
              -upper[p + 2][r],
              -upper[p + 3][r],
              r & ALIGNED,
              width,
              row);
        }
        for (; p < r; p++) {
          addOne(upper[p], -upper[p][r], r & ALIGNED, width, row);
        }
        if (!(row[r] > 0)) {
          return false;
        }
        float inverse = (float) (1 / Math.sqrt(row[r]));
        for (int c = r & ALIGNED; c < width; c++) {
          row[c] *= inverse;
        }
        forward(r);
      }
      backward();
      return true;
    }

    @Override
    public boolean solveAgain(float[] right) {
      System.arraycopy(right, 0, b, 0, width);
      for (int r = 0; r < width; r++) {
        forward(r);
      }
      backward();
      System.arraycopy(b, 0, right, 0, width);
      return true;
    }

    private void forward(int r) {
      b[r] /= upper[r][r];
      addOne(upper[r], -b[r], r + 1, width, b);
    }

    private void backward() {
      for (int r = width - 1; r >= 0; r--) {
        b[r] = (b[r] - dot(upper[r], r + 1)) / upper[r][r];
      }
    }

    private float dot(float[] row, int from) {
      float s0 = 0;
      float s1 = 0;
      float s2 = 0;
      float s3 = 0;
      int c = from;
      for (; c + 4 <= width; c += 4) {
        s0 += row[c] * b[c];
        s1 += row[c + 1] * b[c + 1];
        s2 += row[c + 2] * b[c + 2];
        s3 += row[c + 3] * b[c + 3];
      }
      for (; c < width; c++) {
        s0 += row[c] * b[c];
      }
      return s0 + s1 + (s2 + s3);
    }
  }
}
