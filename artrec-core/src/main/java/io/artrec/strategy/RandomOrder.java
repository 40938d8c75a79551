package io.artrec.strategy;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.StateWriter;
import java.util.List;

/**
 * Scores works by chance, evenly between 0 and 1: a hash (SplitMix64; Steele, Lea and Flood, OOPSLA
 * 2014) of the query's seed and the artwork's index, so that the same question gets the same
 * answer. A baseline, and a way to explore. Immutable and thread-safe.
 */
public final class RandomOrder implements Strategy {
  static final String NAME = "random";

  private static final RandomOrder SEEDED = new RandomOrder();

  /** The method by name; it has no hyper-parameters. */
  public static final StrategyMethod<RandomOrder> METHOD =
      StrategyMethod.storedAs(
          Hyperparameters.of(NAME), values -> seeded(), (in, context, readers) -> new Trained());

  private RandomOrder() {}

  /** {@return the random order that the query's seed decides} */
  public static RandomOrder seeded() {
    return SEEDED;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Scorer train(TrainingContext context) {
    return new Trained();
  }

  @Override
  public String toString() {
    return NAME;
  }

  private static final class Trained implements Scorer {
    @Override
    public Strategy strategy() {
      return SEEDED;
    }

    @Override
    public Scores score(Query query, Candidates candidates) {
      Scores scores = new Scores(candidates);
      for (int position = 0; position < candidates.size(); position++) {
        scores.set(position, unit(query.seed(), candidates.artwork(position)));
      }
      return scores.explainedBy(
          position -> List.of(new Contribution(NAME, new Cause.Chance(), scores.value(position))));
    }

    @Override
    public Scorer grown(TrainingContext before, TrainingContext after) {
      return this;
    }

    @Override
    public void save(StateWriter out) {
      // There is nothing to keep.
    }

    private static double unit(long seed, int artwork) {
      long z = seed * 0xD1342543DE82EF95L + (artwork + 1) * 0x9E3779B97F4A7C15L;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
  }
}
