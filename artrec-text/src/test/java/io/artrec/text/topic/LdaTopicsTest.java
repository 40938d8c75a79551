package io.artrec.text.topic;

import io.artrec.model.StateReader;
import io.artrec.text.analysis.TextAnalysis;

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
