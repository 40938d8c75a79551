package io.artrec.testkit;

import io.artrec.similarity.Similarities;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.RandomOrder;
import io.artrec.strategy.ScoreScale;
import io.artrec.strategy.Segments;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.Trending;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

class CoreStrategiesContractTest {
  @Nested
  class ContentBasedCosine extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return ContentBased.cosine();
    }
  }

  @Nested
  class ContentBasedPearson extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return ContentBased.using(Similarities.pearson()).negativeWeight(1);
    }
  }

  @Nested
  class ContentBasedDot extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return ContentBased.using(Similarities.dot());
    }
  }

  @Nested
  class ContentBasedEuclidean extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return ContentBased.using(Similarities.euclidean());
    }
  }

  @Nested
  class ContentBasedJaccard extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return ContentBased.using(Similarities.jaccard()).on("details");
    }
  }

  @Nested
  class ContentBasedNearest extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return ContentBased.preferred().nearest();
    }
  }

  @Nested
  class ContentBasedNearestThree extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return ContentBased.preferred().nearest(3).negativeWeight(0);
    }
  }

  @Nested
  class PopularityOfAllTime extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Popularity.allTime();
    }

    @Override
    protected boolean isPersonal() {
      return false;
    }
  }

  @Nested
  class PopularityWithDecay extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Popularity.halfLife(Duration.ofDays(14));
    }

    @Override
    protected boolean isPersonal() {
      return false;
    }
  }

  @Nested
  class TrendingWeekly extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Trending.weekly();
    }

    @Override
    protected boolean isPersonal() {
      return false;
    }
  }

  @Nested
  class Random extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return RandomOrder.seeded();
    }

    @Override
    protected boolean isPersonal() {
      return false;
    }
  }

  @Nested
  class Weighted extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Hybrid.weighted().add(0.8, ContentBased.cosine()).add(0.2, Popularity.allTime());
    }
  }

  @Nested
  class WeightedByZScore extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Hybrid.weighted()
          .scale(ScoreScale.Z_SCORE)
          .add(0.8, ContentBased.cosine())
          .add(0.2, RandomOrder.seeded());
    }
  }

  @Nested
  class WeightedByRank extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Hybrid.weighted()
          .scale(ScoreScale.RANK)
          .add(0.9, ContentBased.cosine())
          .add(0.1, Popularity.allTime());
    }
  }

  @Nested
  class WeightedOnATrainedScale extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Hybrid.weighted()
          .scale(ScoreScale.TRAINED)
          .add(0.8, ContentBased.cosine())
          .add(0.2, Popularity.allTime());
    }
  }

  @Nested
  class Switching extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Hybrid.switching(ContentBased.cosine()).fallback(Popularity.allTime()).enough(10);
    }
  }

  @Nested
  class Fusion extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Hybrid.reciprocalRankFusion()
          .add(2, ContentBased.cosine())
          .add(0.5, Popularity.allTime());
    }
  }

  @Nested
  class Cascade extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Hybrid.cascade(ContentBased.cosine()).refine(Popularity.allTime()).bands(8);
    }
  }

  @Nested
  class Mixed extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Hybrid.mixed().add(4, ContentBased.cosine()).add(Popularity.allTime());
    }
  }

  @Nested
  class HybridOfHybrids extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Hybrid.weighted()
          .add(1, Hybrid.switching(ContentBased.cosine()).fallback(RandomOrder.seeded()))
          .add(0.1, Hybrid.reciprocalRankFusion().add(Popularity.allTime()));
    }
  }

  @Nested
  class ByVariant extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Hybrid.byVariant(ContentBased.cosine()).variant("popular", Popularity.allTime());
    }
  }

  @Nested
  class Adaptive extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Hybrid.adaptive()
          .add("cosine", ContentBased.cosine())
          .add("dot", ContentBased.using(Similarities.dot()));
    }
  }

  @Nested
  class AdaptiveByExp3 extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Hybrid.adaptive()
          .add("content", ContentBased.cosine())
          .add(
              "blend", Hybrid.weighted().add(1, ContentBased.cosine()).add(1, Popularity.allTime()))
          .exp3()
          .segments(Segments.none().history(1, 5).languages("zh").tags("kiosk"));
    }
  }

  @Nested
  class StackedOfContentAndPopularity extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Hybrid.stacked().folds(2).add(ContentBased.cosine()).add(Popularity.allTime());
    }
  }

  @Nested
  class StackedOfABlend extends StrategyContract {
    @Override
    protected Strategy strategy() {
      return Hybrid.stacked()
          .folds(2)
          .cold(0)
          .add(Hybrid.weighted().add(0.9, ContentBased.cosine()).add(0.1, RandomOrder.seeded()));
    }
  }
}
