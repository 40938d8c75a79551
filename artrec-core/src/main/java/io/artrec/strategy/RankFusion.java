package io.artrec.strategy;

import io.artrec.explain.Contribution;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Reciprocal rank fusion: {@code Σ w_s / (k + rank_s(i))} over the strategies that score work i,
 * ranks from 1, equal scores by artwork index (Cormack, Clarke and Büttcher, Reciprocal rank fusion
 * outperforms Condorcet and individual rank learning methods, SIGIR 2009). Needs no common scale.
 * Immutable and thread-safe.
 */
public final class RankFusion extends Blend {
  static final String NAME = "reciprocal-rank-fusion";

  private final double k;

  RankFusion(double k, List<Part> parts) {
    super(parts);
    if (!(k >= 0) || Double.isInfinite(k)) {
      throw new IllegalArgumentException("k is " + k + ", expected 0 or more");
    }
    this.k = k;
  }

  /**
   * {@return this fusion with another part of weight 1}
   *
   * @param strategy the part
   */
  public RankFusion add(Strategy strategy) {
    return add(1, strategy);
  }

  /**
   * {@return this fusion with another part}
   *
   * @param weight its weight, above 0
   * @param strategy the part
   */
  public RankFusion add(double weight, Strategy strategy) {
    return new RankFusion(k, and(weight, strategy));
  }

  /**
   * {@return this fusion with another k}
   *
   * @param constant how little the very first ranks stand out, 0 or more
   */
  public RankFusion k(double constant) {
    return new RankFusion(constant, parts());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  Scores combine(List<Scorer> scorers, Query query, Candidates candidates) {
    List<Scores> each = new ArrayList<>();
    List<int[]> ranks = new ArrayList<>();
    for (Scorer scorer : scorers) {
      each.add(scorer.score(query, candidates));
      ranks.add(ScoreScale.ranks(each.get(each.size() - 1)));
    }
    Scores combined = new Scores(candidates);
    for (int position = 0; position < candidates.size(); position++) {
      double sum = 0;
      for (int s = 0; s < each.size(); s++) {
        sum += worth(s, ranks.get(s)[position]);
      }
      if (sum > 0) {
        combined.set(position, sum);
      }
    }
    return combined.explainedBy(
        position -> {
          List<Contribution> contributions = new ArrayList<>();
          for (int s = 0; s < each.size(); s++) {
            int rank = ranks.get(s)[position];
            if (rank > 0) {
              contributions.addAll(
                  ScoreScale.shared(
                      each.get(s), position, worth(s, rank), scorers.get(s).strategy().name()));
            }
          }
          return contributions;
        });
  }

  private double worth(int part, int rank) {
    return rank > 0 ? parts().get(part).weight() / (k + rank) : 0;
  }

  @Override
  void saveSettings(StateWriter out) {
    out.putDouble("k", k);
  }

  static RankFusion ofText(List<HybridMethod.Part> parts) {
    RankFusion hybrid = Hybrid.reciprocalRankFusion();
    for (HybridMethod.Part part : parts) {
      hybrid = hybrid.add(part.weightOrOne(), part.strategy());
    }
    return hybrid;
  }

  static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    double k = in.getFinite("k");
    List<Part> parts = new ArrayList<>();
    List<Scorer> scorers = readParts(in, context, readers, parts);
    return new RankFusion(k, parts).trained(scorers);
  }
}
