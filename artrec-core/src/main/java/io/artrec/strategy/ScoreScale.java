package io.artrec.strategy;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * How scores of different strategies are brought to one scale before they are blended: the one
 * place where that happens. All but {@link #TRAINED} look at the scored candidates, and only at
 * them. Scores count as all equal when they lie within a millionth of the largest amount among
 * them.
 */
public enum ScoreScale {
  /** As they are. */
  IDENTITY,
  /** {@code (s - min) / (max - min)}, 0 to 1; 1 for all when all are equal. */
  MIN_MAX,
  /** {@code (s - mean) / standard deviation} (population); 0 for all when all are equal. */
  Z_SCORE,
  /** {@code 1 - (rank - 1) / count}, above 0 to 1, equal scores by artwork index. */
  RANK,
  /**
   * {@code (s - a) / b}, mostly from 0 to 1: {@code a} and {@code b} are fixed at training, the
   * lowest score and the range of scores over all works, on average over 64 visitors (titles as
   * wishes where a strategy reads words). So a score depends on who asks and the work alone, a few
   * works cost a few, and a catalogue that is too large to be scored whole is answered on one
   * scale. Visitors with more to go by get larger scores from some strategies; {@link #MIN_MAX}
   * levels that.
   */
  TRAINED;

  /** Differences this small beside the scores are what single precision makes of equal ones. */
  private static final double ROUNDING = 1e-6;

  /** Scores on one scale, and what made each. */
  static final class Scaled {
    private final Scores original;
    private final double center;
    private final double factor;
    private final double base;
    private final int[] ranks;

    private Scaled(Scores original, double center, double factor, double base, int[] ranks) {
      this.original = original;
      this.center = center;
      this.factor = factor;
      this.base = base;
      this.ranks = ranks;
    }

    static Scaled linear(Scores original, double center, double factor) {
      return new Scaled(original, center, factor, 0, new int[0]);
    }

    private static Scaled constant(Scores original, double base) {
      return new Scaled(original, 0, 0, base, new int[0]);
    }

    boolean isScored(int position) {
      return original.isScored(position);
    }

    /** The positions that are scored; not to be changed. */
    BitSet scored() {
      return original.scored();
    }

    /** Adds the share of each scaled score. */
    void addTo(double[] sums, double share) {
      if (ranks.length == 0 && original.isWhole()) {
        double[] values = original.values();
        for (int position = 0; position < sums.length; position++) {
          sums[position] += share * ((values[position] - center) * factor + base);
        }
        return;
      }
      BitSet scored = scored();
      for (int p = scored.nextSetBit(0); p >= 0; p = scored.nextSetBit(p + 1)) {
        sums[p] += share * value(p);
      }
    }

    /** Adds to each the share of its group of the scaled score. */
    void addTo(double[] sums, byte[] groups, double[] shares) {
      if (ranks.length == 0 && original.isWhole()) {
        double[] values = original.values();
        for (int position = 0; position < sums.length; position++) {
          sums[position] +=
              shares[groups[position]] * ((values[position] - center) * factor + base);
        }
        return;
      }
      BitSet scored = scored();
      for (int p = scored.nextSetBit(0); p >= 0; p = scored.nextSetBit(p + 1)) {
        sums[p] += shares[groups[p]] * value(p);
      }
    }

    /** The scaled score; 0 for a candidate without one. */
    double value(int position) {
      if (!original.isScored(position)) {
        return 0;
      }
      return ranks.length > 0
          ? 1 - (ranks[position] - 1.0) / original.scoredCount()
          : (original.value(position) - center) * factor + base;
    }

    /** Summands of {@code weight · value(position)}. */
    List<Contribution> contributions(int position, double weight, String strategy) {
      List<Contribution> scaled = new ArrayList<>();
      if (!original.isScored(position)) {
        return scaled;
      }
      if (ranks.length > 0 || factor == 0) {
        return shared(original, position, weight * value(position), strategy);
      }
      for (Contribution contribution : original.contributions(position)) {
        scaled.add(contribution.times(weight * factor));
      }
      double offset =
          weight * value(position) - scaled.stream().mapToDouble(Contribution::amount).sum();
      if (offset != 0) {
        scaled.add(new Contribution(strategy, new Cause.Offset("scale"), offset));
      }
      return scaled;
    }
  }

  /**
   * Distributes an amount over the contributions to a score in proportion to those above zero; to
   * the rank of the score when there is none.
   */
  static List<Contribution> shared(Scores scores, int position, double amount, String strategy) {
    List<Contribution> positive =
        scores.contributions(position).stream().filter(c -> c.amount() > 0).toList();
    double total = positive.stream().mapToDouble(Contribution::amount).sum();
    if (!(total > 0) || !Double.isFinite(amount / total)) {
      int rank = ranks(scores)[position];
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
      case IDENTITY -> Scaled.linear(scores, 0, 1);
      case MIN_MAX -> minMax(scores);
      case Z_SCORE -> zScore(scores);
      case RANK -> new Scaled(scores, 0, 1, 0, ranks(scores));
      case TRAINED ->
          throw new IllegalStateException("scale 'trained' needs what was measured at training");
    };
  }

  private static Scaled minMax(Scores scores) {
    Extremes extremes = Extremes.of(scores);
    double min = extremes.min();
    double factor = 1 / (extremes.max() - min);
    return extremes.differ() && factor > 0 && Double.isFinite(factor)
        ? Scaled.linear(scores, min, factor)
        : Scaled.constant(scores, 1);
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
    return Extremes.of(scores).differ() && factor > 0 && Double.isFinite(factor)
        ? Scaled.linear(scores, mean, factor)
        : Scaled.constant(scores, 0);
  }

  /** The lowest and the highest score; NaN when there is none. */
  record Extremes(double min, double max) {
    static Extremes of(Scores scores) {
      double min = Double.NaN;
      double max = Double.NaN;
      double[] values = scores.values();
      BitSet scored = scores.scored();
      for (int p = scored.nextSetBit(0); p >= 0; p = scored.nextSetBit(p + 1)) {
        int end = scored.nextClearBit(p);
        for (; p < end; p++) {
          min = values[p] >= min ? min : values[p];
          max = values[p] <= max ? max : values[p];
        }
      }
      return new Extremes(min, max);
    }

    boolean differ() {
      return max - min > ROUNDING * Math.max(Math.abs(min), Math.abs(max));
    }
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ScoreScale ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
