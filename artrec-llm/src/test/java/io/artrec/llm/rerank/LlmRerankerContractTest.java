package io.artrec.llm.rerank;

import io.artrec.behavior.History;
import io.artrec.behavior.Preferences;
import io.artrec.explain.Explanation;
import io.artrec.llm.prompt.Prompter;
import io.artrec.rerank.RankedPool;
import io.artrec.rerank.RerankContext;
import io.artrec.rerank.Reranker;
import io.artrec.strategy.Query;
import io.artrec.testkit.RerankerContract;
import java.util.List;
import java.util.Locale;

/** With a model that is asked each time, and wants one movement first. */
class LlmRerankerContractTest extends RerankerContract {
  private final Reranker asking =
      LlmReranker.with(Prompter.of(ByRule.first(text -> text.contains("Movement 1")))).moves(3);

  @Override
  protected Reranker reranker() {
    return new Reranker() {
      @Override
      public String name() {
        return asking.name();
      }

      @Override
      public String configuration() {
        return asking.configuration();
      }

      @Override
      public int[] rerank(RankedPool pool, int n) {
        Preferences liked = Preferences.of(new int[] {0}, new double[] {1});
        Query visitor = Query.builder(History.none(), liked).build();
        RerankContext.Asked asked =
            new RerankContext.Asked(
                List.of("visitor"), List.of(visitor), Explanation.Occasion.TASTE);
        return asking.rerank(pool.in(RerankContext.of(asked, Locale.ENGLISH)), n);
      }
    };
  }
}
