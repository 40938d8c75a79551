package io.artrec.testkit.rehearsal;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Draw;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Answers each request by one of its parts, drawn by weights that move with feedback (Exp3 of Auer
 * et al., The Nonstochastic Multiarmed Bandit Problem, 2002), and lifts new acquisitions a little,
 * for a cause of its own.
 */
final class BanditBlend implements Strategy {
  static final Cause ACQUIRED =
      Cause.worded(
          "new-acquisition", Map.of(Locale.ENGLISH, "a new acquisition", Locale.CHINESE, "新入藏"));

  private static final String NAME = "bandit";
  private static final double EXPLORED = 0.2;
  private static final double RATE = 0.05;
  private static final double LIFT = 0.3;

  private final List<Strategy> arms;
  private final double[] gains;

  BanditBlend(Strategy... arms) {
    this.arms = List.of(arms);
    gains = new double[arms.length];
  }

  /** What somebody did with an answer: 1 for a click, 0 for none. */
  synchronized void reward(Draw drawn, double reward) {
    for (int arm = 0; arm < gains.length; arm++) {
      if (arms.get(arm).name().equals(drawn.arm())) {
        gains[arm] += RATE * reward / drawn.probability();
      }
    }
  }

  synchronized double[] probabilities() {
    double[] shares = new double[gains.length];
    double best = Double.NEGATIVE_INFINITY;
    for (double gain : gains) {
      best = Math.max(best, gain);
    }
    double total = 0;
    for (int arm = 0; arm < shares.length; arm++) {
      shares[arm] = Math.exp(gains[arm] - best);
      total += shares[arm];
    }
    for (int arm = 0; arm < shares.length; arm++) {
      shares[arm] = (1 - EXPLORED) * shares[arm] / total + EXPLORED / shares.length;
    }
    return shares;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Scorer train(TrainingContext context) {
    return new Trained(arms.stream().map(arm -> arm.train(context)).toList(), isNew(context));
  }

  private static boolean[] isNew(TrainingContext context) {
    boolean[] acquired = new boolean[context.catalog().size()];
    for (int work = 0; work < acquired.length; work++) {
      acquired[work] = context.catalog().get(work).attributes().containsKey("acquired");
    }
    return acquired;
  }

  StrategyReader reader() {
    return new StrategyReader() {
      @Override
      public String strategy() {
        return NAME;
      }

      @Override
      public Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
        List<Scorer> scorers = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
          scorers.add(readers.read(in, context));
        }
        return new Trained(scorers, isNew(context));
      }
    };
  }

  private final class Trained implements Scorer {
    private final List<Scorer> scorers;
    private final boolean[] acquired;

    Trained(List<Scorer> scorers, boolean[] acquired) {
      this.scorers = List.copyOf(scorers);
      this.acquired = acquired;
    }

    @Override
    public Strategy strategy() {
      return BanditBlend.this;
    }

    @Override
    public Scores score(Query query, Candidates candidates) {
      double[] shares = probabilities();
      double point = new SplittableRandom(query.seed()).nextDouble();
      int arm = 0;
      while (arm < shares.length - 1 && point >= shares[arm]) {
        point -= shares[arm++];
      }
      Scores drawn = scorers.get(arm).score(query, candidates);
      Scores lifted = new Scores(candidates);
      for (int position = 0; position < candidates.size(); position++) {
        if (drawn.isScored(position)) {
          double lift = acquired[candidates.artwork(position)] ? LIFT : 0;
          lifted.set(position, drawn.value(position) + lift);
        }
      }
      return lifted
          .drawn(new Draw(scorers.get(arm).strategy().name(), shares[arm]))
          .explainedBy(
              position -> {
                List<Contribution> all = new ArrayList<>(drawn.contributions(position));
                if (acquired[candidates.artwork(position)]) {
                  all.add(new Contribution(NAME, ACQUIRED, LIFT));
                }
                return all;
              });
    }

    @Override
    public boolean isRelative() {
      return scorers.stream().anyMatch(Scorer::isRelative);
    }

    @Override
    public Scorer grown(TrainingContext before, TrainingContext after) {
      return new Trained(
          scorers.stream().map(scorer -> scorer.grown(before, after)).toList(), isNew(after));
    }

    @Override
    public Scorer loaded(UnaryOperator<FeatureMatrix> load) {
      return new Trained(scorers.stream().map(scorer -> scorer.loaded(load)).toList(), acquired);
    }

    @Override
    public void save(StateWriter out) {
      scorers.forEach(scorer -> StrategyReaders.write(scorer, out));
    }
  }
}
