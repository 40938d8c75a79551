package io.artrec.strategy;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A hybrid by its name: what reads it from model files, and what makes it of parts in text.
 *
 * @param table its hyper-parameters, with its name as owner
 * @param maker empty where text cannot say it
 */
record HybridMethod(
    Hyperparameters table,
    StrategyMethod.Stored stored,
    Optional<BiFunction<Parameters, List<Part>, Strategy>> maker) {

  /** A part in text. */
  record Part(Optional<Double> weight, Strategy strategy) {
    double weightOrOne() {
      return weight.orElse(1.0);
    }

    /** The strategy, where no weight is expected. */
    Strategy unweighted(String hybrid, String why) {
      if (weight.isPresent()) {
        throw new IllegalArgumentException(
            "a part of " + hybrid + " has weight " + weight.get() + ", expected none: " + why);
      }
      return strategy;
    }
  }

  static HybridMethod of(
      String name, StrategyMethod.Stored stored, Function<List<Part>, Strategy> maker) {
    Hyperparameters none = Hyperparameters.of(name);
    return new HybridMethod(
        none,
        stored,
        Optional.of(
            (parameters, parts) -> {
              none.parse(parameters);
              return maker.apply(parts);
            }));
  }

  /** One that text cannot say. */
  static HybridMethod unsaid(String name, StrategyMethod.Stored stored) {
    return new HybridMethod(Hyperparameters.of(name), stored, Optional.empty());
  }

  String name() {
    return table.owner();
  }

  StrategyReader reader() {
    return stored.of(name());
  }
}
