package io.artrec.llm.topic;

import io.artrec.llm.analysis.TextAnalysis;
import io.artrec.model.StateReader;

class LdaTopicsTest extends TopicLearnerContract {
  @Override
  TopicLearner learner(TopicSettings settings) {
    return LdaTopics.of(settings);
  }

  @Override
  TopicModel read(StateReader in, TextAnalysis analysis) {
    return LdaTopics.read(in, analysis);
  }
}
