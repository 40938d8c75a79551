package io.artrec.strategy;

import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * One list in which the parts take places in proportion to their weights: each place goes to the
 * part that is furthest behind its share, which puts its best work not yet placed there. Scores
 * fall evenly from 1 with the places. Immutable and thread-safe.
 */
public final class MixedHybrid extends Blend {
  static final String NAME = "mixed";

  MixedHybrid(List<Part> parts) {
    super(parts);
  }

  /**
   * {@return this list with another part of weight 1}
   *
   * @param strategy the part
   */
  public MixedHybrid add(Strategy strategy) {
    return add(1, strategy);
  }

  /**
   * {@return this list with another part}
   *
   * @param weight its share of the places, above 0
   * @param strategy the part
   */
  public MixedHybrid add(double weight, Strategy strategy) {
    return new MixedHybrid(and(weight, strategy));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  Scores combine(List<Scorer> scorers, Query query, Candidates candidates) {
    int size = candidates.size();
    List<Scores> each = new ArrayList<>();
    List<int[]> orders = new ArrayList<>();
    for (Scorer scorer : scorers) {
      Scores scores = scorer.score(query, candidates);
      each.add(scores);
      orders.add(scores.best(size));
    }
    int[] next = new int[orders.size()];
    double[] placed = new double[orders.size()];
    int[] placedBy = new int[size];
    Scores combined = new Scores(candidates);
    for (int place = 0; place < size; place++) {
      int part = furthestBehind(orders, next, placed, combined);
      if (part < 0) {
        break;
      }
      int position = orders.get(part)[next[part]++];
      placed[part] += 1 / parts().get(part).weight();
      placedBy[position] = part;
      combined.set(position, 1 - (double) place / size);
    }
    return combined.explainedBy(
        position -> {
          int part = placedBy[position];
          String name = scorers.get(part).strategy().name();
          return ScoreScale.shared(each.get(part), position, combined.value(position), name);
        });
  }

  private static int furthestBehind(
      List<int[]> orders, int[] next, double[] placed, Scores combined) {
    int part = -1;
    for (int s = 0; s < orders.size(); s++) {
      int[] order = orders.get(s);
      while (next[s] < order.length && combined.isScored(order[next[s]])) {
        next[s]++;
      }
      if (next[s] < order.length && (part < 0 || placed[s] < placed[part])) {
        part = s;
      }
    }
    return part;
  }

  @Override
  void saveSettings(StateWriter out) {
    // Weights are all there is, and every blend saves them.
  }

  static MixedHybrid ofText(List<HybridMethod.Part> parts) {
    MixedHybrid hybrid = Hybrid.mixed();
    for (HybridMethod.Part part : parts) {
      hybrid = hybrid.add(part.weightOrOne(), part.strategy());
    }
    return hybrid;
  }

  static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    List<Part> parts = new ArrayList<>();
    List<Scorer> scorers = readParts(in, context, readers, parts);
    return new MixedHybrid(parts).trained(scorers);
  }
}
