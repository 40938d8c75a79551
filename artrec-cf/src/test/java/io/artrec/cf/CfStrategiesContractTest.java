package io.artrec.cf;

import io.artrec.cf.linear.P3Alpha;
import io.artrec.cf.linear.Rp3Beta;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.testkit.StrategyContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Every strategy of this module keeps the contract. */
class CfStrategiesContractTest {
  abstract static class Contract extends StrategyContract {
    private final Strategy strategy;

    Contract(Strategy strategy) {
      this.strategy = strategy;
    }

    @Override
    protected Strategy strategy() {
      return strategy;
    }

    @Override
    protected List<StrategyReader> readers() {
      return CfStrategies.readers();
    }
  }

  @Nested
  class OfP3Alpha extends Contract {
    OfP3Alpha() {
      super(P3Alpha.neighbors(100));
    }
  }

  @Nested
  class OfRp3Beta extends Contract {
    OfRp3Beta() {
      super(Rp3Beta.neighbors(100));
    }
  }
}
