package io.artrec.strategy;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A cascade: the first strategy's scores, brought to the range from 0 to 1, are cut into {@code B}
 * bands; the band decides first, the next strategy orders within it, and so on, the last one
 * unbanded. The score is {@code Σ_s floor(B·x_s) / B^(s+1)} over all but the last stage, plus
 * {@code x_last / B^last}; with stages numbered from 0, 0 to 1. Works the first strategy does not
 * score stay unscored. Immutable and thread-safe.
 */
public final class CascadeHybrid extends Blend {
  static final String NAME = "cascade";

  private final int bands;

  CascadeHybrid(int bands, List<Part> parts) {
    super(parts);
    if (bands < 1 || bands > 1000) {
      throw new IllegalArgumentException("bands is " + bands + ", expected 1 to 1,000");
    }
    this.bands = bands;
  }

  /**
   * Returns this cascade with another strategy that orders within the bands of those before.
   *
   * @param strategy the refining strategy
   * @return the longer cascade
   */
  public CascadeHybrid refine(Strategy strategy) {
    return new CascadeHybrid(bands, and(1, strategy));
  }

  /**
   * {@return this cascade with another number of bands; 20 unless said}
   *
   * @param count 1 leaves the order to the last strategy, many to the first; 1 to 1,000
   */
  public CascadeHybrid bands(int count) {
    return new CascadeHybrid(count, parts());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  Scores combine(List<Scorer> scorers, Query query, Candidates candidates) {
    List<Scores> each = new ArrayList<>();
    List<ScoreScale.Scaled> scaled = new ArrayList<>();
    for (Scorer scorer : scorers) {
      Scores scores = scorer.score(query, candidates);
      each.add(scores);
      scaled.add(ScoreScale.MIN_MAX.apply(scores));
    }
    Scores combined = new Scores(candidates);
    for (int position = 0; position < candidates.size(); position++) {
      if (each.get(0).isScored(position)) {
        double sum = 0;
        for (int s = 0; s < each.size(); s++) {
          sum += worth(s, each.size(), scaled.get(s).value(position));
        }
        combined.set(position, sum);
      }
    }
    return combined.explainedBy(
        position -> {
          List<Contribution> contributions = new ArrayList<>();
          for (int s = 0; s < each.size(); s++) {
            double worth = worth(s, each.size(), scaled.get(s).value(position));
            String name = scorers.get(s).strategy().name();
            if (worth != 0) {
              contributions.addAll(ScoreScale.shared(each.get(s), position, worth, name));
            }
          }
          return contributions.isEmpty()
              ? List.of(new Contribution(NAME, new Cause.Offset("lowest band"), 0))
              : contributions;
        });
  }

  /**
   * What stage {@code stage} of {@code stages} adds: whole bands, each stage finer by the number of
   * bands; the last unbroken.
   */
  private double worth(int stage, int stages, double unit) {
    double banded =
        stage == stages - 1
            ? unit * (1 - 1e-9)
            : Math.min(bands - 1, Math.floor(unit * bands)) / bands;
    return banded * Math.pow(bands, -stage);
  }

  @Override
  void saveSettings(StateWriter out) {
    out.putLong("bands", bands);
  }

  static CascadeHybrid ofText(List<HybridMethod.Part> parts) {
    String why = "its parts are in an order";
    CascadeHybrid hybrid = Hybrid.cascade(parts.get(0).unweighted(NAME, why));
    for (HybridMethod.Part part : parts.subList(1, parts.size())) {
      hybrid = hybrid.refine(part.unweighted(NAME, why));
    }
    return hybrid;
  }

  static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    int bands = in.getCount("bands", Integer.MAX_VALUE);
    List<Part> parts = new ArrayList<>();
    List<Scorer> scorers = readParts(in, context, readers, parts);
    return new CascadeHybrid(bands, parts).trained(scorers);
  }
}
