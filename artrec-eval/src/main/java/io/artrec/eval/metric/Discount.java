package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/**
 * How much a place of the list counts: a number for every rank from 1, the best, which never grows
 * towards the end. Immutable and thread-safe; the first 1,024 ranks are looked up.
 */
public final class Discount {
  /** {@code 1 / log2(rank + 1)}: 1, 0.631, 0.5, … (Järvelin and Kekäläinen, 2002, as usual now). */
  public static final Discount LOG2 =
      new Discount("log2", rank -> StrictMath.log(2) / StrictMath.log(rank + 1.0));

  /**
   * {@code 1 / max(1, log2 rank)}: the first two places count 1, the third 0.631, the fourth 0.5
   * (Järvelin and Kekäläinen, 2002, as printed; LensKit).
   */
  public static final Discount FLAT_START =
      new Discount("flat-start", rank -> rank <= 2 ? 1 : StrictMath.log(2) / StrictMath.log(rank));

  private static final String GEOMETRIC = "geometric";
  private static final int TABLE = 1024;

  private final String id;
  private final IntToDoubleFunction formula;
  private final double[] table = new double[TABLE];
  private final double[] sums = new double[TABLE + 1];

  private Discount(String id, IntToDoubleFunction formula) {
    this.id = id;
    this.formula = formula;
    for (int i = 0; i < TABLE; i++) {
      table[i] = formula.applyAsDouble(i + 1);
      sums[i + 1] = sums[i] + table[i];
    }
  }

  /**
   * Returns {@code persistence^(rank − 1)}: the chance that a visitor who goes on to the next work
   * with the given probability gets there (Moffat and Zobel, 2008).
   *
   * @param persistence above 0, below 1
   * @return the discount
   */
  public static Discount geometric(double persistence) {
    if (!(persistence > 0 && persistence < 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "persistence is %s, expected above 0 and below 1", persistence));
    }
    return new Discount(
        GEOMETRIC + "=" + MetricSpec.format(persistence),
        rank -> StrictMath.pow(persistence, rank - 1.0));
  }

  static Discount of(MetricSpec spec) {
    if (spec.number(GEOMETRIC).isPresent()) {
      return geometric(spec.number(GEOMETRIC).getAsDouble());
    }
    return spec.has(FLAT_START.id) ? FLAT_START : LOG2;
  }

  /**
   * Returns the discount's name within a metric's.
   *
   * @return {@code log2}, {@code flat-start}, {@code geometric=0.8}
   */
  public String id() {
    return id;
  }

  /**
   * Returns how much a place counts.
   *
   * @param rank 1 for the best
   * @return above 0, at most 1
   */
  public double at(int rank) {
    return rank <= TABLE ? table[rank - 1] : formula.applyAsDouble(rank);
  }

  /**
   * Returns how much the first places count together.
   *
   * @param ranks how many, 0 or more
   * @return the sum of {@link #at} from 1 to {@code ranks}
   */
  public double sum(int ranks) {
    double sum = sums[Math.min(ranks, TABLE)];
    for (int rank = TABLE + 1; rank <= ranks; rank++) {
      sum += formula.applyAsDouble(rank);
    }
    return sum;
  }

  /** Equal for the same formula. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Discount discount && discount.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
