package io.artrec.strategy;

import io.artrec.explain.Contribution;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A weighted sum of the parts' scores on one scale: {@code Σ w_s · scaled_s(i) / Σ w_s}. A part
 * that scores nothing at all for a visitor is left out and the weights of the others are raised in
 * proportion; a part that scores other works but not this one adds 0. On the scale {@link
 * ScoreScale#TRAINED} every part counts by its weight, whatever it scores. Where all parts predict
 * ratings and these are kept ({@link ScoreScale#IDENTITY}), the score is a predicted rating too:
 * the mean of the parts that predict one for the work, by their weights. Immutable and thread-safe.
 */
public final class WeightedHybrid extends Blend {
  static final String NAME = "weighted";

  private final Optional<ScoreScale> scale;

  WeightedHybrid(Optional<ScoreScale> scale, List<Part> parts) {
    super(parts);
    this.scale = scale;
  }

  /**
   * Returns this blend with another part.
   *
   * @param weight its weight, above 0
   * @param strategy the part
   * @return the longer blend
   */
  public WeightedHybrid add(double weight, Strategy strategy) {
    return new WeightedHybrid(scale, and(weight, strategy));
  }

  /**
   * {@return this blend on another scale; {@link ScoreScale#MIN_MAX} unless said, or {@link
   * ScoreScale#IDENTITY} where all parts predict ratings}
   *
   * @param common the scale to which all parts are brought
   */
  public WeightedHybrid scale(ScoreScale common) {
    return new WeightedHybrid(Optional.of(common), parts());
  }

  @Override
  public String name() {
    return NAME;
  }

  private ScoreScale common() {
    return scale.orElse(partsPredictRatings() ? ScoreScale.IDENTITY : ScoreScale.MIN_MAX);
  }

  @Override
  Scorer prepared(Scorer part, TrainingContext context) {
    return common() == ScoreScale.TRAINED
        ? new ScaledPart(part, TrainedScale.of(part, context))
        : part;
  }

  /** On a scale of training, and as predicted ratings, works do not depend on each other. */
  @Override
  boolean isRelative(List<Scorer> scorers) {
    boolean alone =
        common() == ScoreScale.TRAINED || capabilities().contains(Capability.PREDICTS_RATINGS);
    return !alone || scorers.stream().anyMatch(Scorer::isRelative);
  }

  @Override
  boolean keepsRatings() {
    return common() == ScoreScale.IDENTITY;
  }

  @Override
  Scores combine(List<Scorer> scorers, Query query, Candidates candidates) {
    return combineAll(scorers, List.of(query), candidates).get(0);
  }

  @Override
  List<Scores> combineAll(List<Scorer> scorers, List<Query> queries, Candidates candidates) {
    List<List<Scores>> parts = new ArrayList<>();
    scorers.forEach(scorer -> parts.add(scorer.scoreAll(queries, candidates)));
    return IntStream.range(0, queries.size())
        .mapToObj(
            q -> combined(scorers, parts.stream().map(part -> part.get(q)).toList(), candidates))
        .toList();
  }

  private Scores combined(List<Scorer> scorers, List<Scores> each, Candidates candidates) {
    List<ScoreScale.Scaled> scaled = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    List<String> names = new ArrayList<>();
    double total = 0;
    for (int s = 0; s < scorers.size(); s++) {
      Scores scores = each.get(s);
      boolean counts = common() == ScoreScale.TRAINED || scores.scoredCount() > 0;
      if (counts) {
        scaled.add(
            scorers.get(s) instanceof ScaledPart part
                ? part.scale().apply(scores)
                : common().apply(scores));
        weights.add(parts().get(s).weight());
        names.add(scorers.get(s).strategy().name());
        total += parts().get(s).weight();
      }
    }
    double[] shares = new double[weights.size()];
    for (int s = 0; s < shares.length; s++) {
      shares[s] = weights.get(s) / total;
    }
    boolean ratings = capabilities().contains(Capability.PREDICTS_RATINGS);
    ScoreScale.Scaled[] parts = scaled.toArray(ScoreScale.Scaled[]::new);
    return sums(parts, shares, candidates)
        .explainedBy(
            position -> {
              double heard = ratings ? heard(parts, shares, position) : 1;
              List<Contribution> contributions = new ArrayList<>();
              for (int s = 0; s < parts.length; s++) {
                contributions.addAll(
                    parts[s].contributions(position, shares[s] / heard, names.get(s)));
              }
              return contributions;
            });
  }

  private Scores sums(ScoreScale.Scaled[] parts, double[] shares, Candidates candidates) {
    double[] sums = new double[candidates.size()];
    BitSet scored = new BitSet(sums.length);
    for (int s = 0; s < parts.length; s++) {
      parts[s].addTo(sums, shares[s]);
      scored.or(parts[s].scored());
    }
    if (capabilities().contains(Capability.PREDICTS_RATINGS)) {
      for (int p = scored.nextSetBit(0); p >= 0; p = scored.nextSetBit(p + 1)) {
        sums[p] /= heard(parts, shares, p);
      }
    }
    return Scores.of(candidates, sums, scored);
  }

  /** The weight of the parts that score a work. */
  private static double heard(ScoreScale.Scaled[] parts, double[] shares, int position) {
    double heard = 0;
    for (int s = 0; s < parts.length; s++) {
      heard += parts[s].isScored(position) ? shares[s] : 0;
    }
    return heard;
  }

  @Override
  void saveSettings(StateWriter out) {
    out.putString("scale", common().code());
  }

  @Override
  void saveSettings(List<Scorer> scorers, StateWriter out) {
    saveSettings(out);
    if (common() == ScoreScale.TRAINED) {
      TrainedScale.save(
          scorers.stream().map(ScaledPart.class::cast).map(ScaledPart::scale).toList(), out);
    }
  }

  static WeightedHybrid ofText(List<HybridMethod.Part> parts) {
    WeightedHybrid hybrid = Hybrid.weighted();
    for (HybridMethod.Part part : parts) {
      hybrid = hybrid.add(part.weightOrOne(), part.strategy());
    }
    return hybrid;
  }

  static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    ScoreScale scale = ScoreScale.ofCode(in.getString("scale"));
    List<TrainedScale> measured = scale == ScoreScale.TRAINED ? TrainedScale.read(in) : List.of();
    List<Part> parts = new ArrayList<>();
    List<Scorer> scorers = readParts(in, context, readers, parts);
    WeightedHybrid blend = new WeightedHybrid(Optional.of(scale), parts);
    if (scale != ScoreScale.TRAINED) {
      return blend.trained(scorers);
    }
    return blend.trained(List.copyOf(TrainedScale.on(measured, scorers)));
  }
}
