package io.artrec.strategy;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How scores of different strategies are brought to one scale before they are blended: the one
 * place where that happens. Each looks only at the scored candidates.
 */
public enum ScoreScale {
  /** As they are. */
  IDENTITY,
  /** {@code (s - min) / (max - min)}, 0 to 1; 1 for all when all are equal. */
  MIN_MAX,
  /** {@code (s - mean) / standard deviation} (population); 0 for all when all are equal. */
  Z_SCORE,
  /** {@code 1 - (rank - 1) / count}, above 0 to 1, equal scores by artwork index. */
  RANK;

  /** Scores on one scale, and what made each. */
  static final class Scaled {
    private final Scores original;
    private final double factor;
    private final double offset;
    private final int[] ranks;

    private Scaled(Scores original, double factor, double offset, int[] ranks) {
      this.original = original;
      this.factor = factor;
      this.offset = offset;
      this.ranks = ranks;
    }

    boolean isScored(int position) {
      return original.isScored(position);
    }

    /** The scaled score; 0 for a candidate without one. */
    double value(int position) {
      if (!original.isScored(position)) {
        return 0;
      }
      return ranks.length > 0
          ? 1 - (ranks[position] - 1.0) / original.scoredCount()
          : original.value(position) * factor + offset;
    }

    /** Summands of {@code weight · value(position)}. */
    List<Contribution> contributions(int position, double weight, String strategy) {
      List<Contribution> scaled = new ArrayList<>();
      if (!original.isScored(position)) {
        return scaled;
      }
      if (ranks.length > 0) {
        byRank(position, weight * value(position), strategy, scaled);
        return scaled;
      }
      for (Contribution contribution : original.contributions(position)) {
        scaled.add(contribution.times(weight * factor));
      }
      if (offset != 0) {
        scaled.add(new Contribution(strategy, new Cause.Offset("scale"), weight * offset));
      }
      return scaled;
    }

    /** Shares what the rank is worth among the reasons that speak for the work. */
    private void byRank(int position, double amount, String strategy, List<Contribution> out) {
      out.addAll(shared(original.contributions(position), amount, ranks[position], strategy));
    }
  }

  /**
   * Distributes an amount over contributions in proportion to those above zero; to the rank itself
   * when there is none.
   */
  static List<Contribution> shared(
      List<Contribution> contributions, double amount, int rank, String strategy) {
    List<Contribution> positive = contributions.stream().filter(c -> c.amount() > 0).toList();
    double total = positive.stream().mapToDouble(Contribution::amount).sum();
    if (!(total > 0) || Double.isInfinite(amount / total)) {
      return List.of(new Contribution(strategy, new Cause.Rank(rank), amount));
    }
    return positive.stream().map(c -> c.times(amount / total)).toList();
  }

  /** Ranks by position, 1 for the best; 0 where there is no score. */
  static int[] ranks(Scores scores) {
    int[] ranks = new int[scores.candidates().size()];
    int[] order = scores.best(ranks.length);
    for (int i = 0; i < order.length; i++) {
      ranks[order[i]] = i + 1;
    }
    return ranks;
  }

  Scaled apply(Scores scores) {
    return switch (this) {
      case IDENTITY -> new Scaled(scores, 1, 0, new int[0]);
      case MIN_MAX -> minMax(scores);
      case Z_SCORE -> zScore(scores);
      case RANK -> new Scaled(scores, 1, 0, ranks(scores));
    };
  }

  private static Scaled minMax(Scores scores) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < scores.candidates().size(); p++) {
      if (scores.isScored(p)) {
        min = Math.min(min, scores.value(p));
        max = Math.max(max, scores.value(p));
      }
    }
    double factor = 1 / (max - min);
    return max > min && Double.isFinite(factor)
        ? new Scaled(scores, factor, -min * factor, new int[0])
        : new Scaled(scores, 0, 1, new int[0]);
  }

  private static Scaled zScore(Scores scores) {
    int count = scores.scoredCount();
    double sum = 0;
    for (int p = 0; p < scores.candidates().size(); p++) {
      sum += scores.isScored(p) ? scores.value(p) : 0;
    }
    double mean = sum / count;
    double squares = 0;
    for (int p = 0; p < scores.candidates().size(); p++) {
      double difference = scores.isScored(p) ? scores.value(p) - mean : 0;
      squares += difference * difference;
    }
    double factor = 1 / Math.sqrt(squares / count);
    return Double.isFinite(factor)
        ? new Scaled(scores, factor, -mean * factor, new int[0])
        : new Scaled(scores, 0, 0, new int[0]);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ScoreScale ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
