package io.artrec.cf.factors.internal;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A slice of behaviour held out to see how high a model ranks it: a share of the entries above 0 of
 * at most 400 visitors drawn by chance, of each of whom something liked is kept.
 *
 * @param kept visitors x works without the slice
 * @param held visitors x works of the slice
 */
public record RankingValidation(SparseMatrix kept, SparseMatrix held) {
  /** A smaller slice says nothing. */
  public static final int LEAST_HELD = 30;

  private static final int USERS = 400;

  /**
   * Divides behaviour.
   *
   * @param behavior visitors x works
   * @param share the chance of each liked entry of a chosen visitor to be held out
   * @param seed decides which
   * @return both parts
   */
  public static RankingValidation of(SparseMatrix behavior, double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double chosen = Math.min(1, USERS / (double) Math.max(1, behavior.rows()));
    boolean[] held = new boolean[behavior.size()];
    for (int user = 0; user < behavior.rows(); user++) {
      if (random.nextDouble() < chosen) {
        holdOut(behavior, user, share, random, held);
      }
    }
    return new RankingValidation(behavior.part(held, false), behavior.part(held, true));
  }

  private static void holdOut(
      SparseMatrix behavior, int user, double share, SplittableRandom random, boolean[] held) {
    int lastHeld = -1;
    boolean keeps = false;
    for (int p = behavior.begin(user); p < behavior.end(user); p++) {
      if (behavior.values()[p] > 0) {
        held[p] = random.nextDouble() < share;
        keeps |= !held[p];
        lastHeld = held[p] ? p : lastHeld;
      }
    }
    if (!keeps && lastHeld >= 0) {
      held[lastHeld] = false;
    }
  }

  /**
   * Returns the mean nDCG of the visitors with held-out works: these are relevant, all works but
   * the kept ones are ranked, whatever the rank. Of works with equal scores the held-out come last,
   * so a model that tells nothing apart gains nothing. O(works · log(held of a visitor)) a visitor.
   *
   * @param context says how many threads
   * @param stage what is being done
   * @param ranking the model
   * @return 0 to 1; 0 when nothing is held out
   */
  public double ndcg(TrainingContext context, String stage, RankingLearner.Ranking ranking) {
    double[] gains = new double[held.rows()];
    context
        .workers()
        .run(
            stage,
            held.rows(),
            (from, to) -> {
              double[] scores = new double[held.columns()];
              for (int user = from; user < to; user++) {
                if (held.length(user) > 0) {
                  ranking.score(user, kept.row(user), scores);
                  gains[user] = ndcg(user, scores);
                }
              }
            });
    double sum = 0;
    int users = 0;
    for (int user = 0; user < gains.length; user++) {
      sum += gains[user];
      users += held.length(user) > 0 ? 1 : 0;
    }
    return users == 0 ? 0 : sum / users;
  }

  private double ndcg(int user, double[] scores) {
    int count = held.length(user);
    double[] relevant = new double[count];
    for (int k = 0; k < count; k++) {
      relevant[k] = scores[held.indices()[held.begin(user) + k]];
    }
    Arrays.sort(relevant);
    for (int p = held.begin(user); p < held.end(user); p++) {
      scores[held.indices()[p]] = Double.NaN;
    }
    for (int p = kept.begin(user); p < kept.end(user); p++) {
      scores[kept.indices()[p]] = Double.NaN;
    }
    int[] above = new int[count + 1];
    for (double score : scores) {
      if (score >= relevant[0]) {
        above[atMost(relevant, score)]++;
      }
    }
    double gain = 0;
    double ideal = 0;
    int others = 0;
    for (int k = 0; k < count; k++) {
      others += above[count - k];
      gain += discount(others + k);
      ideal += discount(k);
    }
    return gain / ideal;
  }

  /** How many of some ascending numbers are at most as large as another. */
  private static int atMost(double[] ascending, double value) {
    int from = 0;
    int to = ascending.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ascending[middle] <= value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static double discount(int before) {
    return Math.log(2) / Math.log(before + 2.0);
  }

  /**
   * Finds the number of epochs after which a model trained without a slice ranks it best.
   *
   * @param context seed, threads, progress and cancellation
   * @param name the strategy's
   * @param behavior visitors x works
   * @param epochs the most epochs
   * @param share the share of entries held out; 0 for none
   * @param learners begins a training on a part of the behaviour; should report no progress
   * @return 1 to {@code epochs}; {@code epochs} when less than {@link #LEAST_HELD} entries are held
   *     out
   */
  public static int bestCount(
      TrainingContext context,
      String name,
      SparseMatrix behavior,
      int epochs,
      double share,
      Function<SparseMatrix, RankingLearner> learners) {
    if (share == 0) {
      return epochs;
    }
    RankingValidation slice = of(behavior, share, context.seed() ^ 0x5eed);
    return slice.held.size() < LEAST_HELD
        ? epochs
        : Patience.bestCount(context, name, epochs, slice.trial(learners.apply(slice.kept)));
  }

  private Patience.Trial trial(RankingLearner learner) {
    return new Patience.Trial() {
      @Override
      public void learn(int epoch) {
        learner.learn(epoch);
      }

      @Override
      public double quality(TrainingContext quiet, String stage) {
        return ndcg(quiet, stage, learner.ranking());
      }
    };
  }
}
