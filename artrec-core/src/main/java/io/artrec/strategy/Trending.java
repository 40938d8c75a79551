package io.artrec.strategy;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interactions;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.time.Duration;
import java.util.List;

/**
 * Scores works by how much more they are looked at now than usually. Immutable and thread-safe.
 *
 * <p>With {@code s_i = Σ 2^(−age/h)} over the dated events of positive weight with work i, and
 * {@code l_i = Σ 2^(−age/8h) / 8}, what {@code s_i} would be at the work's longer-run rate, the
 * momentum is {@code s_i · (s_i + 1) / (l_i + 1)} and the score {@code log(1 + momentum) / log(1 +
 * greatest momentum)}, 0 to 1. Ages count from the latest event, or from the time of training when
 * that is earlier. Without dated events nothing is scored.
 */
public final class Trending implements Strategy {
  static final String NAME = "trending";

  private static final Hyperparameter<Duration> HALF_LIFE =
      Hyperparameter.time("halfLife", Duration.ofDays(7))
          .meaning("the time after which an event counts half");

  /** The method by name. */
  public static final StrategyMethod<Trending> METHOD =
      StrategyMethod.storedAs(
          Hyperparameters.of(NAME, HALF_LIFE),
          values -> halfLife(values.get(HALF_LIFE)),
          Trending::read);

  private final Duration halfLife;

  private Trending(Duration halfLife) {
    this.halfLife = halfLife;
  }

  /** {@return trending works with a half-life of seven days} */
  public static Trending weekly() {
    return METHOD.standard();
  }

  /**
   * {@return trending works with another half-life}
   *
   * @param halfLife the time after which an event counts half, 1 ms or more
   */
  public static Trending halfLife(Duration halfLife) {
    if (halfLife.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "half-life is " + halfLife + ", expected one millisecond or more");
    }
    return new Trending(halfLife);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Scorer train(TrainingContext context) {
    Dataset dataset = context.dataset();
    double[] recent = new double[context.catalog().size()];
    double[] usual = new double[recent.length];
    long reference = Interactions.NO_TIME;
    for (int position = 0; position < dataset.size(); position++) {
      reference = Math.max(reference, dataset.epochMillis(position));
    }
    reference = Math.min(reference, context.nowMillis());
    double perMilli = Math.log(2) / halfLife.toMillis();
    for (int position = 0; position < dataset.size(); position++) {
      long time = dataset.epochMillis(position);
      boolean positive = context.preferenceModel().weight(dataset.kind(position)) > 0;
      if (positive && time != Interactions.NO_TIME && time <= reference) {
        double age = (double) reference - (double) time;
        recent[dataset.artwork(position)] += Math.exp(-age * perMilli);
        usual[dataset.artwork(position)] += Math.exp(-age * perMilli / 8) / 8;
      }
    }
    double[] momentum = new double[recent.length];
    for (int i = 0; i < momentum.length; i++) {
      momentum[i] = recent[i] * (recent[i] + 1) / (usual[i] + 1);
    }
    return new Trained(this, LogShare.of(momentum), recent);
  }

  private static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    Trending strategy = halfLife(Duration.ofMillis(in.getLong("halfLifeMillis")));
    return new Trained(
        strategy,
        LogShare.read(in, "scores", context.catalog().size()),
        in.getDoubles("recent", context.catalog().size()));
  }

  @Override
  public String toString() {
    return NAME + "(half-life " + halfLife + ")";
  }

  private static final class Trained implements Scorer {
    private final Trending strategy;
    private final double[] shares;
    private final double[] recent;

    Trained(Trending strategy, double[] shares, double[] recent) {
      this.strategy = strategy;
      this.shares = shares;
      this.recent = recent;
    }

    @Override
    public Strategy strategy() {
      return strategy;
    }

    @Override
    public Scores score(Query query, Candidates candidates) {
      Scores scores = new Scores(candidates);
      for (int position = 0; position < candidates.size() && shares.length > 0; position++) {
        scores.set(position, shares[candidates.artwork(position)]);
      }
      return scores.explainedBy(
          position -> {
            int artwork = candidates.artwork(position);
            Cause cause = new Cause.Popularity(recent[artwork], true);
            return List.of(new Contribution(NAME, cause, shares[artwork]));
          });
    }

    @Override
    public void save(StateWriter out) {
      out.putLong("halfLifeMillis", strategy.halfLife.toMillis());
      out.putDoubles("scores", shares);
      out.putDoubles("recent", recent);
    }
  }
}
