package io.artrec.testkit;

import io.artrec.rerank.AttributeCap;
import io.artrec.rerank.Dpp;
import io.artrec.rerank.Mmr;
import io.artrec.rerank.Reranker;
import io.artrec.rerank.Rerankers;
import org.junit.jupiter.api.Nested;

/** Runs the rerankers of artrec-core against the contract. */
class RerankersContractTest {
  @Nested
  class MaximalMarginalRelevance extends RerankerContract {
    @Override
    protected Reranker reranker() {
      return Mmr.lambda(0.7);
    }
  }

  @Nested
  class VarietyAlone extends RerankerContract {
    @Override
    protected Reranker reranker() {
      return Mmr.lambda(0);
    }
  }

  @Nested
  class Determinantal extends RerankerContract {
    @Override
    protected Reranker reranker() {
      return Dpp.theta(0.5);
    }
  }

  @Nested
  class NearlyRelevanceAlone extends RerankerContract {
    @Override
    protected Reranker reranker() {
      return Dpp.theta(0.9999);
    }
  }

  @Nested
  class Cap extends RerankerContract {
    @Override
    protected Reranker reranker() {
      return AttributeCap.perArtist(2);
    }

    @Override
    protected boolean leavesWorksOut() {
      return true;
    }
  }

  @Nested
  class Chain extends RerankerContract {
    @Override
    protected Reranker reranker() {
      return Rerankers.chain(Dpp.theta(0.3), AttributeCap.per("movement", 3), Mmr.lambda(0.5));
    }

    @Override
    protected boolean leavesWorksOut() {
      return true;
    }
  }
}
