package io.artrec.kernel.internal.simd;

import io.artrec.kernel.internal.RidgeSolver;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Normal equations in tiles of eight rows by one vector, held in registers over all rows added. The
 * factorisation is left-looking by panels of eight rows and uses the same tile. More accumulators
 * than eight exceed what the JIT inlines, which then allocates a vector per operation.
 */
final class SimdRidgeSolver implements RidgeSolver {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int PANEL = 8;

  /** Rows gathered before they are added: 128 rows of 64 floats are 32 KB. */
  private static final int GATHERED = 128;

  private final int width;
  private final int stride;
  private final float[] upper;
  private final float[] gathered;
  private final float[] b;
  private int pending;

  SimdRidgeSolver(int width, int stride) {
    this.width = width;
    this.stride = stride;
    upper = new float[stride * stride];
    gathered = new float[GATHERED * stride];
    b = new float[stride];
  }

  @Override
  public void begin(float[] base, float diagonal) {
    System.arraycopy(base, 0, upper, 0, width * stride);
    for (int r = 0; r < stride; r++) {
      upper[r * stride + r] = r < width ? upper[r * stride + r] + diagonal : 1;
    }
    Arrays.fill(b, 0);
    pending = 0;
  }

  @Override
  public void add(float[] rows, int row, float weight, float target) {
    float root = (float) Math.sqrt(weight);
    gather(rows, row * stride, root, root * target, gathered, pending * stride, b);
    if (++pending == GATHERED) {
      flush();
    }
  }

  private static void gather(
      float[] rows, int from, float root, float onRight, float[] to, int at, float[] b) {
    FloatVector factor = FloatVector.broadcast(SPECIES, root);
    FloatVector right = FloatVector.broadcast(SPECIES, onRight);
    for (int c = 0; c < b.length; c += LANES) {
      FloatVector scaled = FloatVector.fromArray(SPECIES, rows, from + c).mul(factor);
      scaled.intoArray(to, at + c);
      scaled.fma(right, FloatVector.fromArray(SPECIES, b, c)).intoArray(b, c);
    }
  }

  private void flush() {
    addGram(gathered, 0, pending, width, stride, upper);
    pending = 0;
  }

  static void addGram(float[] rows, int first, int count, int width, int stride, float[] upper) {
    for (int r = 0; r < width; r += PANEL) {
      for (int c = r / LANES * LANES; c < stride; c += LANES) {
        tile(rows, first, count, stride, r, c, 1, upper);
      }
    }
  }

  /** Adds, or subtracts, {@code Σ_k x_k[r..r+7] x_k[c..]} over some rows of {@code x}. */
  private static void tile(
      float[] x, int first, int count, int stride, int r, int c, float sign, float[] out) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    FloatVector s4 = FloatVector.zero(SPECIES);
    FloatVector s5 = FloatVector.zero(SPECIES);
    FloatVector s6 = FloatVector.zero(SPECIES);
    FloatVector s7 = FloatVector.zero(SPECIES);
    for (int k = 0; k < count; k++) {
      int at = (first + k) * stride;
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + c);
      s0 = v.fma(FloatVector.broadcast(SPECIES, x[at + r]), s0);
      s1 = v.fma(FloatVector.broadcast(SPECIES, x[at + r + 1]), s1);
      s2 = v.fma(FloatVector.broadcast(SPECIES, x[at + r + 2]), s2);
      s3 = v.fma(FloatVector.broadcast(SPECIES, x[at + r + 3]), s3);
      s4 = v.fma(FloatVector.broadcast(SPECIES, x[at + r + 4]), s4);
      s5 = v.fma(FloatVector.broadcast(SPECIES, x[at + r + 5]), s5);
      s6 = v.fma(FloatVector.broadcast(SPECIES, x[at + r + 6]), s6);
      s7 = v.fma(FloatVector.broadcast(SPECIES, x[at + r + 7]), s7);
    }
    FloatVector by = FloatVector.broadcast(SPECIES, sign);
    int to = r * stride + c;
    add(s0, by, out, to);
    add(s1, by, out, to + stride);
    add(s2, by, out, to + 2 * stride);
    add(s3, by, out, to + 3 * stride);
    add(s4, by, out, to + 4 * stride);
    add(s5, by, out, to + 5 * stride);
    add(s6, by, out, to + 6 * stride);
    add(s7, by, out, to + 7 * stride);
  }

  private static void add(FloatVector sum, FloatVector by, float[] out, int at) {
    sum.fma(by, FloatVector.fromArray(SPECIES, out, at)).intoArray(out, at);
  }

  @Override
  public boolean solve(float[] out, int row) {
    flush();
    if (!solve()) {
      return false;
    }
    System.arraycopy(b, 0, out, row * stride, stride);
    return true;
  }

  private boolean solve() {
    for (int panel = 0; panel < width; panel += PANEL) {
      if (panel > 0) {
        for (int c = panel / LANES * LANES; c < stride; c += LANES) {
          tile(upper, 0, panel, stride, panel, c, -1, upper);
        }
      }
      for (int r = panel; r < panel + PANEL; r++) {
        if (!eliminate(r, panel + PANEL)) {
          return false;
        }
        if (r < width) {
          forward(r);
        }
      }
    }
    for (int r = width - 1; r >= 0; r--) {
      backward(r);
    }
    return true;
  }

  @Override
  public boolean solveAgain(float[] right) {
    System.arraycopy(right, 0, b, 0, width);
    Arrays.fill(b, width, stride, 0);
    for (int r = 0; r < width; r++) {
      forward(r);
    }
    for (int r = width - 1; r >= 0; r--) {
      backward(r);
    }
    System.arraycopy(b, 0, right, 0, width);
    return true;
  }

  /** Scales a row by its pivot and takes it from the rows below in its panel. */
  private boolean eliminate(int r, int end) {
    int at = r * stride;
    float pivot = upper[at + r];
    if (!(pivot > 0)) {
      return false;
    }
    FloatVector inverse = FloatVector.broadcast(SPECIES, (float) (1 / Math.sqrt(pivot)));
    for (int c = r / LANES * LANES; c < stride; c += LANES) {
      FloatVector.fromArray(SPECIES, upper, at + c).mul(inverse).intoArray(upper, at + c);
    }
    for (int i = r + 1; i < end; i++) {
      FloatVector factor = FloatVector.broadcast(SPECIES, -upper[at + i]);
      int row = i * stride;
      for (int c = r / LANES * LANES; c < stride; c += LANES) {
        FloatVector.fromArray(SPECIES, upper, at + c)
            .fma(factor, FloatVector.fromArray(SPECIES, upper, row + c))
            .intoArray(upper, row + c);
      }
    }
    return true;
  }

  /** Entries before the pivot's vector are settled; those in it before the pivot are kept aside. */
  private void forward(int r) {
    int at = r * stride;
    float z = b[r] / upper[at + r];
    int whole = (r / LANES + 1) * LANES;
    for (int i = r + 1; i < whole; i++) {
      b[i] -= z * upper[at + i];
    }
    FloatVector factor = FloatVector.broadcast(SPECIES, -z);
    for (int c = whole; c < stride; c += LANES) {
      FloatVector.fromArray(SPECIES, upper, at + c)
          .fma(factor, FloatVector.fromArray(SPECIES, b, c))
          .intoArray(b, c);
    }
    b[r] = z;
  }

  private void backward(int r) {
    int at = r * stride;
    int whole = Math.min(stride, (r / LANES + 1) * LANES);
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int c = whole; c < stride; c += LANES) {
      sum =
          FloatVector.fromArray(SPECIES, upper, at + c)
              .fma(FloatVector.fromArray(SPECIES, b, c), sum);
    }
    float rest = Lanes.sum(sum);
    for (int i = r + 1; i < whole; i++) {
      rest += upper[at + i] * b[i];
    }
    b[r] = (b[r] - rest) / upper[at + r];
  }
}
