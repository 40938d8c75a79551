package io.artrec.strategy;

import io.artrec.model.StateReader;
import io.artrec.similarity.Similarity;
import java.util.List;
import java.util.Optional;

/** Readers of core's own strategies. */
final class CoreStrategies {
  private CoreStrategies() {}

  static List<StrategyReader> readers() {
    return List.of(
        reader(ContentBased.NAME, CoreStrategies::readContentBased),
        reader(Popularity.NAME, Popularity::read),
        reader(Trending.NAME, Trending::read),
        reader(RandomOrder.NAME, RandomOrder::read),
        reader(WeightedHybrid.NAME, WeightedHybrid::read),
        reader(SwitchingHybrid.NAME, SwitchingHybrid::read),
        reader(RankFusion.NAME, RankFusion::read),
        reader(CascadeHybrid.NAME, CascadeHybrid::read),
        reader(MixedHybrid.NAME, MixedHybrid::read),
        reader(VariantHybrid.NAME, VariantHybrid::read),
        reader(AdaptiveHybrid.NAME, AdaptiveHybrid::read));
  }

  private static Scorer readContentBased(
      StateReader in, TrainingContext context, StrategyReaders readers) {
    String similarity = in.getString("similarity");
    String combination = in.getString("combination");
    int nearest = in.getCount("nearest", Integer.MAX_VALUE);
    double negativeWeight = in.getFinite("negativeWeight");
    List<String> on = in.getStrings("features");
    ContentBased strategy =
        new ContentBased(
            similarity.isEmpty()
                ? Optional.empty()
                : Optional.of(named(similarity, context, readers)),
            ContentBased.Combination.valueOf(combination),
            nearest,
            negativeWeight,
            on);
    return strategy.train(context);
  }

  private static Similarity named(String name, TrainingContext context, StrategyReaders readers) {
    return context.features().entries().stream()
        .map(entry -> entry.spec().similarity())
        .filter(similarity -> similarity.name().equals(name))
        .findFirst()
        .orElseGet(() -> readers.similarity(name));
  }

  private static StrategyReader reader(String name, Body body) {
    return new StrategyReader() {
      @Override
      public String strategy() {
        return name;
      }

      @Override
      public Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
        return body.read(in, context, readers);
      }
    };
  }

  @FunctionalInterface
  private interface Body {
    Scorer read(StateReader in, TrainingContext context, StrategyReaders readers);
  }
}
