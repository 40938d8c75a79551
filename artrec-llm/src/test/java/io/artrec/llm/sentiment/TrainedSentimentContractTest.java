package io.artrec.llm.sentiment;

import io.artrec.text.sentiment.SentimentAnalyzer;
import io.artrec.text.testkit.SentimentAnalyzerContract;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.artrec.llm.sentiment.TrainedSentimentTest#kinds")
class TrainedSentimentContractTest extends SentimentAnalyzerContract {
  /** Each is trained once for all that is asked of it. */
  private static final Map<String, SentimentAnalyzer> TRAINED = new TreeMap<>();

  private final SentimentAnalyzer analyzer;

  TrainedSentimentContractTest(TrainedSentimentTest.Kind kind) {
    analyzer =
        TRAINED.computeIfAbsent(kind.name(), name -> kind.trained(TrainedSentimentTest.EXAMPLES));
  }

  @Override
  protected SentimentAnalyzer analyzer() {
    return analyzer;
  }
}
