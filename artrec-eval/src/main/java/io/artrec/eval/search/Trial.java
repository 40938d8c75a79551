package io.artrec.eval.search;

import io.artrec.eval.metric.UserValues;
import io.artrec.eval.statistics.ConfidenceInterval;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Hyper-parameters that were tried, with what each visitor's answers were worth. Immutable. */
public final class Trial {
  private final String strategy;
  private final double share;
  private final Measured measured;

  Trial(String strategy, double share, Measured measured) {
    this.strategy = Objects.requireNonNull(strategy, "strategy");
    this.share = share;
    this.measured = Objects.requireNonNull(measured, "measured");
  }

  /**
   * What a trial gave.
   *
   * @param value the metric's value; empty where it says nothing, or with a failure
   * @param users the visitors' ids
   * @param values the visitors' values, of which a standard error can be taken
   * @param seconds how long training took
   * @param heapBytes by how much the heap grew
   * @param failure why there is no value
   */
  record Measured(
      OptionalDouble value,
      List<String> users,
      UserValues values,
      double seconds,
      long heapBytes,
      Optional<String> failure) {
    static Measured failed(String why) {
      UserValues none = new UserValues(new double[0], new double[0]);
      return new Measured(
          OptionalDouble.empty(), List.of(), none, 0, 0, Optional.of(Objects.requireNonNull(why)));
    }
  }

  Measured measured() {
    return measured;
  }

  /** {@return the strategy with the hyper-parameters, as text} */
  public String strategy() {
    return strategy;
  }

  /** {@return the share of the training part's events that was learned from, up to 1} */
  public double share() {
    return share;
  }

  /**
   * {@return the metric on the validation part; empty when the strategy failed or it said nothing}
   */
  public OptionalDouble value() {
    return measured.value();
  }

  /**
   * {@return the standard error of the mean over visitors; empty with fewer than two} For the
   * metric {@code rmse} that of {@code mse}, which has values by visitor.
   */
  public OptionalDouble standardError() {
    return ConfidenceInterval.standardError(measured.values());
  }

  /** {@return the visitors' ids, in the order of {@link #visitorValues}} */
  public List<String> visitors() {
    return measured.users();
  }

  /** {@return the values by visitor; for the metric {@code rmse} those of {@code mse}} */
  public UserValues visitorValues() {
    return measured.values();
  }

  /** {@return how long training took, in seconds of the wall clock} */
  public double trainingSeconds() {
    return measured.seconds();
  }

  /** {@return by how much training made the heap grow, in bytes, as the collector saw it} */
  public long heapBytes() {
    return measured.heapBytes();
  }

  /** {@return why there is no value; empty where there is one} */
  public Optional<String> failure() {
    return measured.failure();
  }

  /** The strategy and its value. */
  @Override
  public String toString() {
    return strategy + " " + Values.text(value(), standardError());
  }
}
