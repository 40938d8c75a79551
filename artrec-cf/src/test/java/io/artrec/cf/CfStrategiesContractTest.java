package io.artrec.cf;

import io.artrec.cf.als.ImplicitAls;
import io.artrec.cf.content.AdditiveRatings;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.linear.CollectiveEase;
import io.artrec.cf.linear.Ease;
import io.artrec.cf.linear.P3Alpha;
import io.artrec.cf.linear.Rp3Beta;
import io.artrec.cf.linear.Slim;
import io.artrec.cf.mf.BiasedMf;
import io.artrec.cf.mf.Nmf;
import io.artrec.cf.mf.SvdPlusPlus;
import io.artrec.cf.neighbors.CombinedKnn;
import io.artrec.cf.neighbors.ItemKnn;
import io.artrec.cf.neighbors.SessionKnn;
import io.artrec.cf.neighbors.UserKnn;
import io.artrec.cf.neighbors.VectorSimilarity;
import io.artrec.cf.neighbors.VectorSimilarity.Measure;
import io.artrec.cf.neighbors.VectorSimilarity.Weighting;
import io.artrec.cf.pairwise.Bpr;
import io.artrec.cf.pairwise.FeatureBpr;
import io.artrec.cf.pairwise.Negatives;
import io.artrec.cf.pairwise.Warp;
import io.artrec.cf.rating.BiasBaseline;
import io.artrec.cf.rating.Centering;
import io.artrec.cf.rating.ItemKnnRating;
import io.artrec.cf.rating.RatingSimilarity;
import io.artrec.cf.rating.SlopeOne;
import io.artrec.cf.rating.UserKnnRating;
import io.artrec.cf.svd.PureSvd;
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
  class OfAdditiveRatings extends Contract {
    OfAdditiveRatings() {
      super(AdditiveRatings.standard());
    }

    @Override
    protected boolean learnsFromRatings() {
      return true;
    }
  }

  @Nested
  class OfAdditiveRatingsOfPreferences extends RatingContract {
    OfAdditiveRatingsOfPreferences() {
      super(AdditiveRatings.standard().popularity(false).feedback(Feedback.PREFERENCE));
    }
  }

  @Nested
  class OfBias extends RatingContract {
    OfBias() {
      super(BiasBaseline.damping(5).feedback(Feedback.PREFERENCE));
    }
  }

  @Nested
  class OfUserKnnRating extends RatingContract {
    OfUserKnnRating() {
      super(UserKnnRating.neighbors(40).feedback(Feedback.PREFERENCE));
    }
  }

  @Nested
  class OfUserKnnRatingByPearson extends RatingContract {
    OfUserKnnRatingByPearson() {
      super(
          UserKnnRating.neighbors(20)
              .centering(Centering.USER_MEAN)
              .similarity(RatingSimilarity.of(RatingSimilarity.Measure.PEARSON).significance(3))
              .damping(0)
              .feedback(Feedback.PREFERENCE));
    }
  }

  @Nested
  class OfUserKnnRatingByCosine extends RatingContract {
    OfUserKnnRatingByCosine() {
      super(
          UserKnnRating.neighbors(20)
              .centering(Centering.NONE)
              .similarity(RatingSimilarity.of(RatingSimilarity.Measure.COSINE))
              .feedback(Feedback.PREFERENCE));
    }
  }

  @Nested
  class OfItemKnnRating extends RatingContract {
    OfItemKnnRating() {
      super(ItemKnnRating.neighbors(40).feedback(Feedback.PREFERENCE));
    }
  }

  @Nested
  class OfItemKnnRatingByAdjustedCosine extends RatingContract {
    OfItemKnnRatingByAdjustedCosine() {
      super(
          ItemKnnRating.neighbors(20)
              .centering(Centering.ARTWORK_MEAN)
              .similarity(RatingSimilarity.of(RatingSimilarity.Measure.ADJUSTED_COSINE))
              .feedback(Feedback.PREFERENCE));
    }
  }

  @Nested
  class OfSlopeOne extends RatingContract {
    OfSlopeOne() {
      super(SlopeOne.plain().feedback(Feedback.PREFERENCE));
    }
  }

  @Nested
  class OfSlopeOneByCount extends RatingContract {
    OfSlopeOneByCount() {
      super(SlopeOne.byCount().shrinkage(5).feedback(Feedback.PREFERENCE));
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
  class OfCollectiveEase extends Contract {
    OfCollectiveEase() {
      super(CollectiveEase.regularization(10).attributeWeight(5));
    }
  }

  @Nested
  class OfCollectiveEaseOnMovements extends Contract {
    OfCollectiveEaseOnMovements() {
      super(CollectiveEase.regularization(10).on("movement"));
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
  class OfCombinedKnn extends Contract {
    OfCombinedKnn() {
      super(CombinedKnn.neighbors(30).alpha(0.3));
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

  @Nested
  class OfPureSvd extends Contract {
    OfPureSvd() {
      super(PureSvd.factors(8));
    }
  }

  @Nested
  class OfImplicitAlsByConjugateGradients extends Contract {
    OfImplicitAlsByConjugateGradients() {
      super(ImplicitAls.factors(8).solver(ImplicitAls.Solver.CONJUGATE_GRADIENT).validation(0.1));
    }
  }

  @Nested
  class OfNmf extends Contract {
    OfNmf() {
      super(Nmf.factors(8));
    }
  }

  @Nested
  class OfSparseNmf extends Contract {
    OfSparseNmf() {
      super(Nmf.factors(8).regularization(0.02).l1(0.05).validation(0.1));
    }
  }

  @Nested
  class OfNmfOfRatings extends RatingContract {
    OfNmfOfRatings() {
      super(Nmf.ratings(8));
    }

    @Override
    protected boolean learnsFromRatings() {
      return true;
    }
  }

  @Nested
  class OfSlim extends Contract {
    OfSlim() {
      super(Slim.regularization(0.1, 1));
    }
  }

  @Nested
  class OfSlimOnFewWorks extends Contract {
    OfSlimOnFewWorks() {
      super(Slim.regularization(0.1, 1).candidates(40).neighbors(20).negative(true));
    }
  }

  @Nested
  class OfSessionKnn extends Contract {
    OfSessionKnn() {
      super(SessionKnn.neighbors(20).idleMinutes(0));
    }
  }

  @Nested
  class OfSessionKnnByDaysWithIdf extends Contract {
    OfSessionKnnByDaysWithIdf() {
      super(
          SessionKnn.neighbors(50)
              .idleMinutes(10_000)
              .idf(true)
              .similarity(SessionKnn.Similarity.DOT));
    }
  }

  @Nested
  class OfBpr extends Contract {
    OfBpr() {
      super(Bpr.factors(16));
    }
  }

  @Nested
  class OfBprWithUniformNegatives extends Contract {
    OfBprWithUniformNegatives() {
      super(Bpr.factors(16).negatives(Negatives.UNIFORM).validation(0.2));
    }
  }

  @Nested
  class OfFeatureBpr extends Contract {
    OfFeatureBpr() {
      super(FeatureBpr.factors(16).epochs(40));
    }
  }

  @Nested
  class OfFeatureBprWithoutOwnEmbeddings extends Contract {
    OfFeatureBprWithoutOwnEmbeddings() {
      super(FeatureBpr.factors(16).epochs(40).ownEmbedding(false).validation(0.2));
    }
  }

  @Nested
  class OfFeatureBprAsLightFm extends Contract {
    OfFeatureBprAsLightFm() {
      super(FeatureBpr.lightFm(16).epochs(30));
    }
  }

  @Nested
  class OfWarp extends Contract {
    OfWarp() {
      super(Warp.factors(16));
    }
  }
}
