package io.artrec.strategy;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.PreferenceModel;
import io.artrec.behavior.Preferences;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Scores works by how many visitors are for them. Immutable and thread-safe.
 *
 * <p>With {@code x_i = Σ_u max(0, preference_u(i))}, events decayed by the preference model or by
 * this strategy's own half-life, the score is {@code log(1 + x_i) / log(1 + max x)}, 0 to 1. Works
 * that nobody is for stay unscored. Training O(events · log(events of a visitor)); memory 12 bytes
 * per artwork.
 */
public final class Popularity implements Strategy {
  static final String NAME = "popularity";

  private static final Hyperparameter<Duration> HALF_LIFE =
      Hyperparameter.time("halfLife", Duration.ZERO)
          .standard(values -> Duration.ZERO, "the preference model's")
          .meaning("the time after which an event counts half");

  /** The method by name. */
  public static final StrategyMethod<Popularity> METHOD =
      StrategyMethod.storedAs(
          Hyperparameters.of(NAME, HALF_LIFE),
          values -> values.isGiven(HALF_LIFE) ? halfLife(values.get(HALF_LIFE)) : allTime(),
          Popularity::read);

  private final Optional<Duration> halfLife;

  private Popularity(Optional<Duration> halfLife) {
    this.halfLife = halfLife;
  }

  /** {@return popularity with the preference model's decay, none by default} */
  public static Popularity allTime() {
    return new Popularity(Optional.empty());
  }

  /**
   * {@return popularity in which an event counts half after a time}
   *
   * @param halfLife the time, 1 ms or more
   */
  public static Popularity halfLife(Duration halfLife) {
    PreferenceModel.standard().withHalfLife(halfLife);
    return new Popularity(Optional.of(halfLife));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Scorer train(TrainingContext context) {
    PreferenceModel model =
        halfLife.map(context.preferenceModel()::withHalfLife).orElse(context.preferenceModel());
    Dataset dataset = context.dataset();
    double[] sums = new double[context.catalog().size()];
    int[] visitors = new int[sums.length];
    for (int user = 0; user < dataset.userCount(); user++) {
      if (user % 1024 == 0) {
        context.cancellation().check("training " + NAME);
        context.progress().update("training " + NAME, user, dataset.userCount());
      }
      Preferences preferences = model.apply(dataset.history(user), context.nowMillis());
      for (int i = 0; i < preferences.size(); i++) {
        if (preferences.weight(i) > 0) {
          sums[preferences.artwork(i)] += preferences.weight(i);
          visitors[preferences.artwork(i)]++;
        }
      }
    }
    return new Trained(this, LogShare.of(sums), visitors);
  }

  private static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    long millis = in.getLong("halfLifeMillis");
    Popularity strategy = millis > 0 ? halfLife(Duration.ofMillis(millis)) : allTime();
    return new Trained(
        strategy,
        LogShare.read(in, "scores", context.catalog().size()),
        in.getInts("visitors", context.catalog().size()));
  }

  @Override
  public String toString() {
    return NAME + halfLife.map(time -> "(half-life " + time + ")").orElse("");
  }

  private static final class Trained implements Scorer {
    private final Popularity strategy;
    private final double[] shares;
    private final int[] visitors;

    Trained(Popularity strategy, double[] shares, int[] visitors) {
      this.strategy = strategy;
      this.shares = shares;
      this.visitors = visitors;
    }

    @Override
    public Strategy strategy() {
      return strategy;
    }

    @Override
    public Scores score(Query query, Candidates candidates) {
      Scores scores = new Scores(candidates);
      for (int position = 0; position < candidates.size() && shares.length > 0; position++) {
        int artwork = candidates.artwork(position);
        if (visitors[artwork] > 0) {
          scores.set(position, shares[artwork]);
        }
      }
      return scores.explainedBy(
          position -> {
            int artwork = candidates.artwork(position);
            Cause cause = new Cause.Popularity(visitors[artwork], false);
            return List.of(new Contribution(NAME, cause, shares[artwork]));
          });
    }

    @Override
    public void save(StateWriter out) {
      out.putLong("halfLifeMillis", strategy.halfLife.map(Duration::toMillis).orElse(0L));
      out.putDoubles("scores", shares);
      out.putInts("visitors", visitors);
    }
  }
}
