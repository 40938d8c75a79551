package io.artrec.eval.experiment;

import io.artrec.RecommenderBuilder;
import io.artrec.strategy.Strategy;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Something that is compared with others. Immutable.
 *
 * <p>A strategy is asked for scores of all works a visitor does not know; it gives every metric. A
 * whole recommender is asked for recommendations, with its filters, re-ranking and fall-backs; it
 * gives the metrics of lists.
 */
public sealed interface Contender {
  /** {@return what it is called in results} */
  String name();

  /**
   * Returns what it is, for provenance.
   *
   * @return a text that differs where answers may differ
   */
  String configuration();

  /**
   * {@return a strategy as a contender}
   *
   * @param name what it is called
   * @param strategy the strategy
   */
  static Contender of(String name, Strategy strategy) {
    return new OfStrategy(name, strategy);
  }

  /**
   * {@return a whole recommender as a contender}
   *
   * @param name what it is called; change it when the settings change, since results are found
   *     again by it
   * @param settings adds strategy, features, re-ranking and filters to a builder that already has
   *     the catalogue, the behaviour to learn from, preference model, seed and threads
   */
  static Contender of(String name, UnaryOperator<RecommenderBuilder> settings) {
    return new OfRecommender(name, settings);
  }

  /**
   * A strategy.
   *
   * @param name what it is called
   * @param strategy the strategy
   */
  record OfStrategy(String name, Strategy strategy) implements Contender {
    /** Validates. */
    public OfStrategy {
      requireName(name);
      Objects.requireNonNull(strategy, "strategy");
    }

    @Override
    public String configuration() {
      return strategy.toString();
    }
  }

  /**
   * A recommender's settings.
   *
   * @param name what it is called
   * @param settings adds them to a builder that has the data
   */
  record OfRecommender(String name, UnaryOperator<RecommenderBuilder> settings)
      implements Contender {
    /** Validates. */
    public OfRecommender {
      requireName(name);
      Objects.requireNonNull(settings, "settings");
    }

    @Override
    public String configuration() {
      return "recommender " + name;
    }
  }

  private static void requireName(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of a recommender is blank, expected some text");
    }
  }
}
