package io.artrec.strategy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Core's own strategies by name: for configurations in text and for model files. */
final class CoreStrategies {
  static final List<StrategyMethod<?>> METHODS =
      List.of(ContentBased.METHOD, Popularity.METHOD, RandomOrder.METHOD, Trending.METHOD);

  static final List<HybridMethod> HYBRIDS =
      List.of(
          HybridMethod.of(AdaptiveHybrid.NAME, AdaptiveHybrid::read, AdaptiveHybrid::ofText),
          HybridMethod.of(CascadeHybrid.NAME, CascadeHybrid::read, CascadeHybrid::ofText),
          HybridMethod.of(MixedHybrid.NAME, MixedHybrid::read, MixedHybrid::ofText),
          HybridMethod.of(RankFusion.NAME, RankFusion::read, RankFusion::ofText),
          new HybridMethod(Stacked.TABLE, StackedScorer::read, Optional.of(Stacked::ofText)),
          HybridMethod.of(SwitchingHybrid.NAME, SwitchingHybrid::read, SwitchingHybrid::ofText),
          HybridMethod.unsaid(VariantHybrid.NAME, VariantHybrid::read),
          HybridMethod.of(WeightedHybrid.NAME, WeightedHybrid::read, WeightedHybrid::ofText));

  private CoreStrategies() {}

  static List<StrategyReader> readers() {
    return Stream.concat(
            METHODS.stream().map(StrategyMethod::reader),
            HYBRIDS.stream().map(HybridMethod::reader))
        .toList();
  }
}
