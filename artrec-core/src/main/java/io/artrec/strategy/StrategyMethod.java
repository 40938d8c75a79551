package io.artrec.strategy;

import io.artrec.model.StateReader;
import java.util.function.Function;

/**
 * A way to score by its name: the table of its hyper-parameters, what makes a strategy of values
 * for them, and what reads its scorers from model files. A module lists its methods in one place;
 * from there {@link StrategyParser} parses them, {@link #reader} reads them, and searches and help
 * take their tables. Immutable and thread-safe.
 *
 * @param <S> the strategies
 */
public final class StrategyMethod<S extends Strategy> {
  private final Hyperparameters standard;
  private final Function<Hyperparameters, S> maker;
  private final Stored stored;

  /** Reads a scorer of any form. */
  @FunctionalInterface
  interface Stored {
    Scorer read(StateReader in, TrainingContext context, StrategyReaders readers);

    default StrategyReader of(String name) {
      Stored stored = this;
      return new StrategyReader() {
        @Override
        public String strategy() {
          return name;
        }

        @Override
        public Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
          return stored.read(in, context, readers);
        }
      };
    }
  }

  /**
   * Reads a scorer that saved its strategy by {@link TunableStrategy#save} first.
   *
   * @param <S> the strategy
   */
  @FunctionalInterface
  public interface Reading<S> {
    /**
     * Reads the rest of what {@link Scorer#save} wrote.
     *
     * @param in what comes after the hyper-parameters
     * @param context the catalogue, behaviour and features of the model file
     * @param strategy the strategy, as it was saved
     * @return a scorer that scores bit-equal to the saved one
     */
    Scorer read(StateReader in, TrainingContext context, S strategy);
  }

  private StrategyMethod(
      Hyperparameters standard, Function<Hyperparameters, S> maker, Stored stored) {
    this.standard = standard;
    this.maker = maker;
    this.stored = stored;
  }

  /**
   * {@return a method}
   *
   * @param table its hyper-parameters, with its name as owner
   * @param maker makes a strategy, its constructor as a rule
   * @param reading reads a scorer that saved its strategy first
   * @param <S> the strategies
   */
  public static <S extends Strategy> StrategyMethod<S> of(
      Hyperparameters table, Function<Hyperparameters, S> maker, Reading<S> reading) {
    return new StrategyMethod<>(
        table,
        maker,
        (in, context, readers) ->
            reading.read(in, context, maker.apply(TunableStrategy.saved(in, table))));
  }

  /** A method whose scorers saved something else. */
  static <S extends Strategy> StrategyMethod<S> storedAs(
      Hyperparameters table, Function<Hyperparameters, S> maker, Stored stored) {
    return new StrategyMethod<>(table, maker, stored);
  }

  /** {@return the name, as {@link Strategy#name} gives it} */
  public String name() {
    return standard.owner();
  }

  /** {@return the table of hyper-parameters, none set} */
  public Hyperparameters hyperparameters() {
    return standard;
  }

  /** {@return the strategy with all hyper-parameters as the table has them} */
  public S standard() {
    return of(standard);
  }

  /**
   * {@return the strategy with one hyper-parameter set and the others as the table has them}
   *
   * @param row the hyper-parameter
   * @param value its value
   * @param <T> the value's type
   * @throws IllegalArgumentException when the value is out of range
   */
  public <T> S with(Hyperparameter<T> row, T value) {
    return of(standard.with(row, value));
  }

  /**
   * {@return the strategy of given values}
   *
   * @param values of this method's table
   */
  public S of(Hyperparameters values) {
    return maker.apply(values);
  }

  /**
   * Reads a strategy.
   *
   * @param from its hyper-parameters; what is left out is as the table has it
   * @return the strategy
   * @throws IllegalArgumentException when a key is unknown, or a value no such value or out of
   *     range; the message says what was expected
   */
  public S parse(Parameters from) {
    return of(standard.parse(from));
  }

  /**
   * {@return the strategy that {@link TunableStrategy#save} wrote}
   *
   * @param in what stands where it was written
   */
  public S saved(StateReader in) {
    return of(TunableStrategy.saved(in, standard));
  }

  /** {@return what reads this method's scorers from model files} */
  public StrategyReader reader() {
    return stored.of(name());
  }

  /** The name and the table, as {@link Hyperparameters#toText} lists it. */
  @Override
  public String toString() {
    return name() + "\n" + standard.toText();
  }
}
