package io.artrec.llm.relevance;

import io.artrec.llm.sentiment.PyTorch;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.testkit.StrategyContract;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

class TextRelevanceContractTest extends StrategyContract {
  private static final TextRelevance STRATEGY =
      TextRelevance.in("period")
          .hidden(8)
          .negatives(1)
          .mostExamples(600)
          .training(options -> options.epochs(4).learningRate(0.02));

  @BeforeEach
  void engine() {
    PyTorch.assumeAvailable();
  }

  @Override
  protected Strategy strategy() {
    return STRATEGY;
  }

  @Override
  protected List<StrategyReader> readers() {
    return List.of(TextRelevance.reader(STRATEGY));
  }
}
