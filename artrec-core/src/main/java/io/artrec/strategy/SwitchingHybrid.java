package io.artrec.strategy;

import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scores of the first strategy in a chain that scores enough candidates; of the one that scores
 * most when none does. When an {@link AdaptiveHybrid} is passed over, the answer still tells of its
 * draw: what the fall-back's works lead to is what drawing that arm led to, and an arm that scores
 * nothing does not look better for it. Immutable and thread-safe.
 */
public final class SwitchingHybrid extends Blend {
  static final String NAME = "switching";

  private final int enough;

  SwitchingHybrid(int enough, List<Part> parts) {
    super(parts);
    if (enough < 1) {
      throw new IllegalArgumentException("enough is " + enough + ", expected 1 or more");
    }
    this.enough = enough;
  }

  /**
   * Returns this chain with another fall-back at its end.
   *
   * @param strategy the fall-back
   * @return the longer chain
   */
  public SwitchingHybrid fallback(Strategy strategy) {
    return new SwitchingHybrid(enough, and(1, strategy));
  }

  /**
   * {@return this chain with another idea of enough}
   *
   * @param candidates how many a strategy must score to be taken, 1 or more
   */
  public SwitchingHybrid enough(int candidates) {
    return new SwitchingHybrid(candidates, parts());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  boolean keepsRatings() {
    return true;
  }

  @Override
  Scores combine(List<Scorer> scorers, Query query, Candidates candidates) {
    int wanted = Math.min(enough, candidates.size());
    Scores most = new Scores(candidates);
    Optional<Draw> first = Optional.empty();
    for (Scorer scorer : scorers) {
      Scores scores = scorer.score(query, candidates);
      first = first.or(scores::draw);
      if (scores.scoredCount() >= wanted) {
        return telling(first, scores);
      }
      most = scores.scoredCount() > most.scoredCount() ? scores : most;
    }
    return telling(first, most);
  }

  /** With the first draw where the strategy that is taken drew nothing itself. */
  private static Scores telling(Optional<Draw> first, Scores taken) {
    return first.isPresent() && taken.draw().isEmpty() ? taken.drawn(first.get()) : taken;
  }

  @Override
  void saveSettings(StateWriter out) {
    out.putLong("enough", enough);
  }

  static SwitchingHybrid ofText(List<HybridMethod.Part> parts) {
    String why = "its parts are in an order";
    SwitchingHybrid hybrid = Hybrid.switching(parts.get(0).unweighted(NAME, why));
    for (HybridMethod.Part part : parts.subList(1, parts.size())) {
      hybrid = hybrid.fallback(part.unweighted(NAME, why));
    }
    return hybrid;
  }

  static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    int enough = in.getCount("enough", Integer.MAX_VALUE);
    List<Part> parts = new ArrayList<>();
    List<Scorer> scorers = readParts(in, context, readers, parts);
    return new SwitchingHybrid(enough, parts).trained(scorers);
  }
}
