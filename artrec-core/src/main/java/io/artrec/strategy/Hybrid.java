package io.artrec.strategy;

import java.util.List;
import java.util.Optional;

/** Ways to make one strategy of several (Burke, Hybrid Recommender Systems, UMUAI 2002). */
public final class Hybrid {
  private Hybrid() {}

  /**
   * Returns a weighted sum of scores brought to one scale, by {@link ScoreScale#MIN_MAX} unless
   * said; of strategies that all predict ratings, a weighted mean of these. Add parts with {@link
   * WeightedHybrid#add}.
   *
   * @return the blend without parts
   */
  public static WeightedHybrid weighted() {
    return new WeightedHybrid(Optional.empty(), List.of());
  }

  /**
   * {@return the first strategy that can answer, in a chain of fall-backs} Add them with {@link
   * SwitchingHybrid#fallback}.
   *
   * @param primary the first choice
   */
  public static SwitchingHybrid switching(Strategy primary) {
    return new SwitchingHybrid(1, List.of(new Composite.Part(1, primary)));
  }

  /**
   * Returns reciprocal rank fusion with {@code k = 60} (Cormack, Clarke and Büttcher, SIGIR 2009).
   * Add parts with {@link RankFusion#add}.
   *
   * @return the fusion without parts
   */
  public static RankFusion reciprocalRankFusion() {
    return new RankFusion(60, List.of());
  }

  /**
   * {@return a cascade: the first strategy orders in bands, further ones order within them} Add
   * these with {@link CascadeHybrid#refine}.
   *
   * @param first the strategy whose order counts most
   */
  public static CascadeHybrid cascade(Strategy first) {
    return new CascadeHybrid(20, List.of(new Composite.Part(1, first)));
  }

  /**
   * Returns an interleaved list: parts take places in proportion to their weights. Add them with
   * {@link MixedHybrid#add}.
   *
   * @return the list without parts
   */
  public static MixedHybrid mixed() {
    return new MixedHybrid(List.of());
  }

  /**
   * {@return a choice by the variant of an experiment} Add variants with {@link
   * VariantHybrid#variant}.
   *
   * @param otherwise what answers variants without a strategy of their own, as the control is, and
   *     requests outside of experiments
   */
  public static VariantHybrid byVariant(Strategy otherwise) {
    return new VariantHybrid(List.of(), List.of(new Composite.Part(1, otherwise)));
  }

  /**
   * Returns a weighted sum of scores, or a weighted mean of predicted ratings, whose weights are
   * learned. Add parts with {@link Stacked#add}.
   *
   * @return the blend without parts
   */
  public static Stacked stacked() {
    return Stacked.empty();
  }

  /**
   * Returns a hybrid that draws one of its strategies for each answer and learns which serve whom.
   * Add them with {@link AdaptiveHybrid#add}.
   *
   * @return the hybrid without arms, by Thompson sampling
   */
  public static AdaptiveHybrid adaptive() {
    return AdaptiveHybrid.empty();
  }
}
