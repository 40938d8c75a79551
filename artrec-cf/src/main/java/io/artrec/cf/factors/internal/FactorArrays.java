package io.artrec.cf.factors.internal;

import io.artrec.cf.data.InsufficientMemoryException;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.factors.TrainingDivergedException;
import io.artrec.kernel.internal.Kernels;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/** Arrays of factors, row after row: how they begin, and whether they fit. */
public final class FactorArrays {
  /** Rows whose squares are summed in floats before they are added to doubles. */
  private static final int GRAM_ROWS = 512;

  private FactorArrays() {}

  /**
   * Refuses factors that do not fit into an array or the heap.
   *
   * @param strategy what is trained
   * @param users how many rows visitors have
   * @param works how many rows works have
   * @param factors how many numbers a row has
   * @param more what the training needs besides factors, in bytes
   */
  public static void check(String strategy, long users, long works, int factors, double more) {
    double cells = (double) Math.max(users, works) * factors;
    if (cells > Integer.MAX_VALUE - 8) {
      throw new InsufficientMemoryException(
          String.format(
              Locale.ROOT,
              "training %s needs %,.0f factors in one array, expected at most %,d; lower factors",
              strategy,
              cells,
              Integer.MAX_VALUE - 8));
    }
    MemoryNeed.check(strategy, 4.0 * (users + works) * factors + more, "lower factors");
  }

  /**
   * {@return normally distributed numbers around 0, row after row}
   *
   * @param rows how many rows
   * @param factors how many numbers a row has
   * @param deviation their standard deviation
   * @param seed decides them
   */
  public static float[] random(int rows, int factors, double deviation, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] factorsOfAll = new float[rows * factors];
    for (int k = 0; k < factorsOfAll.length; k++) {
      factorsOfAll[k] = (float) (deviation * normal(random));
    }
    return factorsOfAll;
  }

  /**
   * {@return one normally distributed number, the same on every JVM}
   *
   * @param random the chance
   */
  public static double normal(SplittableRandom random) {
    double x;
    double square;
    do {
      x = 2 * random.nextDouble() - 1;
      double y = 2 * random.nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    return x * Math.sqrt(-2 * StrictMath.log(square) / square);
  }

  /**
   * Exchanges the elements of a range by chance.
   *
   * @param order the elements
   * @param from the first of the range
   * @param to behind its last
   * @param random the chance
   */
  public static void shuffle(int[] order, int from, int to, SplittableRandom random) {
    for (int k = to - 1; k > from; k--) {
      int other = from + random.nextInt(k - from + 1);
      int kept = order[k];
      order[k] = order[other];
      order[other] = kept;
    }
  }

  /**
   * {@return the upper triangle of {@code Σ y yᵀ}, summed in doubles over blocks summed in floats}
   *
   * @param kernels say the stride
   * @param rows rows at the stride
   * @param count how many
   * @param width how many numbers of a row count
   */
  public static double[] gram(Kernels kernels, float[] rows, int count, int width) {
    double[] sum = new double[kernels.stride(width) * kernels.stride(width)];
    float[] part = new float[sum.length];
    for (int first = 0; first < count; first += GRAM_ROWS) {
      Arrays.fill(part, 0);
      kernels.addGram(rows, first, Math.min(GRAM_ROWS, count - first), width, part);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part[i];
      }
    }
    return sum;
  }

  /**
   * Refuses what a training learned when it is not finite.
   *
   * @param strategy what learned it
   * @param learned the numbers
   * @throws TrainingDivergedException when one is not finite
   */
  public static void checkFinite(String strategy, float[]... learned) {
    checkBounded(strategy, Float.MAX_VALUE, learned);
  }

  /**
   * Refuses numbers beyond a bound.
   *
   * @param strategy what learned them
   * @param most the largest magnitude
   * @param learned the numbers
   * @throws TrainingDivergedException when one is beyond
   */
  public static void checkBounded(String strategy, float most, float[]... learned) {
    for (float[] numbers : learned) {
      for (float number : numbers) {
        if (!(Math.abs(number) <= most)) {
          throw new TrainingDivergedException(
              "training "
                  + strategy
                  + " ended with factors of "
                  + number
                  + (most < Float.MAX_VALUE
                      ? ", expected at most " + (long) most
                      : ", expected finite ones")
                  + "; lower learningRate or raise regularization");
        }
      }
    }
  }
}
