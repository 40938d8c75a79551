package io.artrec.cf;

import io.artrec.cf.data.Feedback;
import io.artrec.cf.factors.BiasedMf;
import io.artrec.cf.factors.ImplicitAls;
import io.artrec.cf.factors.SvdPlusPlus;
import io.artrec.cf.linear.Ease;
import io.artrec.cf.linear.P3Alpha;
import io.artrec.cf.linear.Rp3Beta;
import io.artrec.cf.neighbors.ItemKnn;
import io.artrec.cf.neighbors.UserKnn;
import io.artrec.cf.neighbors.VectorSimilarity;
import io.artrec.cf.neighbors.VectorSimilarity.Measure;
import io.artrec.cf.neighbors.VectorSimilarity.Weighting;
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

  /** Learns from given values alone, not from which works were chosen, as the gallery has it. */
  abstract static class RatingContract extends Contract {
    RatingContract(Strategy strategy) {
      super(strategy);
    }

    @Override
    protected boolean isPersonal() {
      return false;
    }
  }

  @Nested
  class OfBiasedMfByGradient extends RatingContract {
    OfBiasedMfByGradient() {
      super(BiasedMf.factors(16).feedback(Feedback.PREFERENCE));
    }
  }

  @Nested
  class OfBiasedMfByLeastSquares extends RatingContract {
    OfBiasedMfByLeastSquares() {
      super(
          BiasedMf.factors(16)
              .feedback(Feedback.PREFERENCE)
              .solver(BiasedMf.Solver.ALS)
              .epochs(10));
    }
  }

  @Nested
  class OfSvdPlusPlus extends RatingContract {
    OfSvdPlusPlus() {
      super(SvdPlusPlus.factors(16).feedback(Feedback.PREFERENCE));
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

  @Nested
  class OfEase extends Contract {
    OfEase() {
      super(Ease.regularization(10));
    }
  }

  @Nested
  class OfItemKnnCosine extends Contract {
    OfItemKnnCosine() {
      super(ItemKnn.neighbors(50));
    }
  }

  @Nested
  class OfItemKnnDice extends Contract {
    OfItemKnnDice() {
      super(ItemKnn.neighbors(50).similarity(VectorSimilarity.of(Measure.DICE)));
    }
  }

  @Nested
  class OfUserKnnCosine extends Contract {
    OfUserKnnCosine() {
      super(UserKnn.neighbors(20));
    }
  }

  @Nested
  class OfUserKnnJaccard extends Contract {
    OfUserKnnJaccard() {
      super(UserKnn.neighbors(20).similarity(VectorSimilarity.of(Measure.JACCARD)));
    }
  }

  @Nested
  class OfUserKnnBm25 extends Contract {
    OfUserKnnBm25() {
      super(UserKnn.neighbors(20).similarity(VectorSimilarity.cosine().weighting(Weighting.BM25)));
    }
  }

  @Nested
  class OfImplicitAls extends Contract {
    OfImplicitAls() {
      super(ImplicitAls.factors(8));
    }
  }
}
