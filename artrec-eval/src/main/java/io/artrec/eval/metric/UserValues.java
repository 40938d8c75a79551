package io.artrec.eval.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A metric's values by visitor; visitors of whom the metric says nothing have none. Immutable and
 * thread-safe. 8 bytes a visitor, 16 where visitors count differently.
 */
public final class UserValues {
  private final double[] values;
  private final double[] weights;

  /**
   * Copies values.
   *
   * @param values one for each visitor of the test set, NaN where there is none
   * @param weights how much each visitor counts; empty when all count the same
   */
  public UserValues(double[] values, double[] weights) {
    this(values, weights, true);
  }

  private UserValues(double[] values, double[] weights, boolean copied) {
    if (weights.length != 0 && weights.length != values.length) {
      throw new IllegalArgumentException(
          weights.length + " weights for " + values.length + " values, expected as many or none");
    }
    this.values = copied ? values.clone() : values;
    this.weights = copied ? weights.clone() : weights;
  }

  /** Keeps values without copying; the caller must not change them any more. */
  static UserValues keeping(double[] values, double[] weights) {
    return new UserValues(values, weights, false);
  }

  /**
   * Returns the number of visitors of the test set.
   *
   * @return the size
   */
  public int size() {
    return values.length;
  }

  /**
   * Tells whether a visitor has a value.
   *
   * @param user the index in the test set
   * @return true for one who does
   */
  public boolean has(int user) {
    return !Double.isNaN(values[user]);
  }

  /**
   * {@return a visitor's value; empty where there is none}
   *
   * @param user the index in the test set
   */
  public OptionalDouble get(int user) {
    return has(user) ? OptionalDouble.of(values[user]) : OptionalDouble.empty();
  }

  /**
   * {@return how much a visitor counts, 0 or more; 0 for a visitor without a value}
   *
   * @param user the index in the test set
   */
  public double weight(int user) {
    if (!has(user)) {
      return 0;
    }
    return weights.length == 0 ? 1 : weights[user];
  }

  /**
   * Returns all values.
   *
   * @return one for each visitor of the test set, NaN where there is none
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * Returns how much visitors count.
   *
   * @return one weight for each visitor of the test set, or none when all count the same
   */
  public double[] weights() {
    return weights.clone();
  }

  /** {@return the number of visitors with a value} */
  public int count() {
    return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
  }

  /**
   * {@return the mean of the visitors that have a value, each counting by its weight; empty when
   * nobody counts}
   */
  public OptionalDouble mean() {
    double sum = 0;
    double whole = 0;
    for (int user = 0; user < values.length; user++) {
      if (has(user)) {
        sum += weight(user) * values[user];
        whole += weight(user);
      }
    }
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / whole);
  }

  /**
   * Returns the values of the visitors that have one.
   *
   * @return values in the order of the test set
   */
  public double[] present() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }
}
