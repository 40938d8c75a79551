package io.artrec.cf;

import io.artrec.cf.rating.BiasBaseline;
import io.artrec.cf.rating.ItemKnnRating;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.testkit.StrategyContract;
import java.util.List;

/** A blend that learns keeps the contract with parts that predict ratings. */
class StackedRatingsContractTest extends StrategyContract {
  @Override
  protected Strategy strategy() {
    return Hybrid.stacked().folds(2).add(BiasBaseline.damping(5)).add(ItemKnnRating.neighbors(20));
  }

  @Override
  protected List<StrategyReader> readers() {
    return CfStrategies.readers();
  }

  @Override
  protected boolean learnsFromRatings() {
    return true;
  }

  @Override
  protected boolean isPersonal() {
    return false;
  }
}
