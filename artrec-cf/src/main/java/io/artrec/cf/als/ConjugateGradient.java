package io.artrec.cf.als;

import io.artrec.kernel.internal.RidgeSolver;
import java.util.Arrays;

/**
 * Takes a few steps of conjugate gradients towards the solution of a ridge regression, from where
 * the last epoch ended. The matrix is never formed: with {@code n} observations a step costs {@code
 * 4 · n · width + 2 · width²} floating-point operations. Each step lowers the regression's sum.
 *
 * <p>Takács, Pilászy, Tikk, Applications of the conjugate gradient method for implicit feedback
 * collaborative filtering, RecSys 2011.
 *
 * <p>Inner products with all observations are taken from a copy with {@link #LANES} observations
 * side by side, so that the loop has no reduction and the JIT vectorises it.
 */
final class ConjugateGradient implements RidgeSolver {
  private static final int LANES = 64;

  /** The share of the right side below which what is left is rounding. */
  private static final double LEAST_RESIDUAL = 1e-14;

  private final int width;
  private final int stride;
  private final int steps;
  private final float[] right;
  private final float[] x;
  private final float[] residual;
  private final float[] direction;
  private final float[] image;
  private final float[] products = new float[LANES];
  private float[] base = new float[0];
  private float diagonal;
  private float[] rows = new float[0];
  private int[] added = new int[LANES];
  private float[] weights = new float[LANES];
  private float[] turned;
  private int count;

  /**
   * Creates a solver.
   *
   * @param width the number of unknowns
   * @param stride the distance of rows
   * @param steps how many steps, 1 or more
   */
  ConjugateGradient(int width, int stride, int steps) {
    this.width = width;
    this.stride = stride;
    this.steps = steps;
    right = new float[width];
    x = new float[width];
    residual = new float[width];
    direction = new float[width];
    image = new float[width];
    turned = new float[LANES * width];
  }

  /**
   * Begins a system.
   *
   * @param all a symmetric matrix, row by row at the stride; all of it is read
   */
  @Override
  public void begin(float[] all, float lambda) {
    base = all;
    diagonal = lambda;
    count = 0;
    Arrays.fill(right, 0);
  }

  @Override
  public void add(float[] observed, int row, float weight, float target) {
    if (count == added.length) {
      added = Arrays.copyOf(added, 2 * count);
      weights = Arrays.copyOf(weights, 2 * count);
    }
    rows = observed;
    added[count] = row;
    weights[count++] = weight;
    if (target != 0) {
      addOne(weight * target, observed, row * stride, right);
    }
  }

  /**
   * Steps towards the solution.
   *
   * @param out holds where to start in the row, and receives where the steps lead
   */
  @Override
  public boolean solve(float[] out, int row) {
    turn();
    System.arraycopy(out, row * stride, x, 0, width);
    if (!step()) {
      return false;
    }
    System.arraycopy(x, 0, out, row * stride, width);
    return true;
  }

  /** Steps towards the solution for another right side, from 0. */
  @Override
  public boolean solveAgain(float[] other) {
    System.arraycopy(other, 0, right, 0, width);
    Arrays.fill(x, 0);
    if (!step()) {
      return false;
    }
    System.arraycopy(x, 0, other, 0, width);
    return true;
  }

  private boolean step() {
    apply(x);
    for (int d = 0; d < width; d++) {
      residual[d] = right[d] - image[d];
    }
    System.arraycopy(residual, 0, direction, 0, width);
    double square = dot(residual, residual);
    double least = LEAST_RESIDUAL * dot(right, right);
    for (int step = 0; step < steps && square > least; step++) {
      apply(direction);
      float length = (float) (square / dot(direction, image));
      if (!(length > 0) || Float.isInfinite(length)) {
        return false;
      }
      for (int d = 0; d < width; d++) {
        x[d] += length * direction[d];
        residual[d] -= length * image[d];
      }
      double before = square;
      square = dot(residual, residual);
      float kept = (float) (square / before);
      for (int d = 0; d < width; d++) {
        direction[d] = residual[d] + kept * direction[d];
      }
    }
    return Double.isFinite(square) && Double.isFinite(dot(x, x));
  }

  /** Copies the observations, {@link #LANES} side by side, dimension after dimension. */
  private void turn() {
    int blocks = (count + LANES - 1) / LANES;
    if (blocks * LANES * width > turned.length) {
      turned = new float[Math.max(blocks * LANES * width, 2 * turned.length)];
    }
    for (int k = 0; k < count; k++) {
      int to = k / LANES * LANES * width + k % LANES;
      int from = added[k] * stride;
      for (int d = 0; d < width; d++) {
        turned[to + d * LANES] = rows[from + d];
      }
    }
  }

  /** {@code image = (base + Σ w y yᵀ + λI) v}. */
  private void apply(float[] v) {
    for (int d = 0; d < width; d++) {
      image[d] = diagonal * v[d];
    }
    int r = 0;
    for (; r + 4 <= width; r += 4) {
      addFour(base, r * stride, stride, v[r], v[r + 1], v[r + 2], v[r + 3], image);
    }
    for (; r < width; r++) {
      addOne(v[r], base, r * stride, image);
    }
    for (int first = 0; first < count; first += LANES) {
      Arrays.fill(products, 0);
      int at = first * width;
      int d = 0;
      for (; d + 4 <= width; d += 4) {
        addFour(turned, at + d * LANES, LANES, v[d], v[d + 1], v[d + 2], v[d + 3], products);
      }
      for (; d < width; d++) {
        addOne(v[d], turned, at + d * LANES, products);
      }
      addRows(first, Math.min(count, first + LANES));
    }
  }

  private void addRows(int from, int to) {
    int k = from;
    for (; k + 4 <= to; k += 4) {
      addFour(
          rows,
          added[k] * stride,
          added[k + 1] * stride,
          added[k + 2] * stride,
          added[k + 3] * stride,
          weights[k] * products[k - from],
          weights[k + 1] * products[k - from + 1],
          weights[k + 2] * products[k - from + 2],
          weights[k + 3] * products[k - from + 3],
          image);
    }
    for (; k < to; k++) {
      addOne(weights[k] * products[k - from], rows, added[k] * stride, image);
    }
  }

  private static void addFour(
      float[] from, int at, int step, float s0, float s1, float s2, float s3, float[] into) {
    addFour(from, at, at + step, at + 2 * step, at + 3 * step, s0, s1, s2, s3, into);
  }

  private static void addFour(
      float[] from,
      int at0,
      int at1,
      int at2,
      int at3,
      float s0,
      float s1,
      float s2,
      float s3,
      float[] into) {
    for (int d = 0; d < into.length; d++) {
      into[d] += s0 * from[at0 + d] + s1 * from[at1 + d] + s2 * from[at2 + d] + s3 * from[at3 + d];
    }
  }

  private static void addOne(float s, float[] from, int at, float[] into) {
    for (int d = 0; d < into.length; d++) {
      into[d] += s * from[at + d];
    }
  }

  private double dot(float[] a, float[] b) {
    double even = 0;
    double odd = 0;
    int d = 0;
    for (; d + 1 < width; d += 2) {
      even += (double) a[d] * b[d];
      odd += (double) a[d + 1] * b[d + 1];
    }
    return d < width ? even + odd + (double) a[d] * b[d] : even + odd;
  }
}
