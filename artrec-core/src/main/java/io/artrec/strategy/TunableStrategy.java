package io.artrec.strategy;

import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * A strategy that is a set of {@link Hyperparameters} and nothing else. A subclass declares one
 * {@link Hyperparameter} for each, one {@link StrategyMethod} of them, an accessor and a setter for
 * each that calls {@link #get} or {@link #with}, and how it trains; equality, text, parsing,
 * checks, model files, help and search come from the table. Immutable and thread-safe.
 *
 * @param <S> the subclass
 */
public abstract class TunableStrategy<S extends TunableStrategy<S>> implements Strategy {
  private static final String SAVED = "parameters";

  private final StrategyMethod<S> method;
  private final Hyperparameters values;

  /**
   * Creates a strategy.
   *
   * @param method the subclass's method
   * @param values the values of its table
   */
  protected TunableStrategy(StrategyMethod<S> method, Hyperparameters values) {
    this.method = method;
    this.values = values.resolved();
  }

  /** {@return all hyper-parameters with their values} */
  public final Hyperparameters hyperparameters() {
    return values;
  }

  /** {@return the hyper-parameters as text, which {@link StrategyParser} reads after the name} */
  public final Parameters parameters() {
    return values.parameters();
  }

  /**
   * {@return the value of a hyper-parameter}
   *
   * @param row the hyper-parameter
   * @param <T> the value's type
   */
  protected final <T> T get(Hyperparameter<T> row) {
    return values.get(row);
  }

  /**
   * {@return this strategy with another value of a hyper-parameter}
   *
   * @param row the hyper-parameter
   * @param value its value
   * @param <T> the value's type
   * @throws IllegalArgumentException when the value is out of range
   */
  protected final <T> S with(Hyperparameter<T> row, T value) {
    return method.of(values.with(row, value));
  }

  /**
   * {@return this strategy with other values of a part}
   *
   * @param part the values
   */
  protected final S with(Hyperparameters part) {
    return method.of(values.with(part));
  }

  /**
   * Writes the hyper-parameters, for the strategy's scorers to save first.
   *
   * @param out receives them
   */
  public final void save(StateWriter out) {
    out.putString(SAVED, parameters().toString());
  }

  static Hyperparameters saved(StateReader in, Hyperparameters table) {
    return table.parse(Parameters.parse(in.getString(SAVED)));
  }

  @Override
  public final String name() {
    return method.name();
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof TunableStrategy<?> that && values.equals(that.values);
  }

  @Override
  public final int hashCode() {
    return values.hashCode();
  }

  /** The name and the hyper-parameters, as {@link StrategyParser} reads them. */
  @Override
  public final String toString() {
    return values.toString();
  }
}
