package io.artrec.text.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.embedding.SentenceEncoder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClusterTopicsTest extends TopicLearnerContract {
  @Override
  TopicLearner learner(TopicSettings settings) {
    return ClusterTopics.of(settings, new RandomProjection("random-projection"));
  }

  @Override
  TopicModel read(StateReader in, TextAnalysis analysis) {
    return ClusterTopics.read(in, analysis, new RandomProjection("random-projection"));
  }

  @Test
  void anotherEncoder_isRefused() {
    Path file = folder.resolve("topics");
    TopicModel model =
        learner(TopicSettings.english(2)).learn(new PlantedTexts(2, 20, 10, 1).texts);
    ModelFile.write(file, model::save);
    assertThatThrownBy(
            () ->
                ModelFile.read(
                    file,
                    in ->
                        ClusterTopics.read(
                            in, TextAnalysis.english(), new RandomProjection("other"))))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "topics were learned with encoder 'random-projection', it was given 'other'; give the"
                + " same");
  }

  @Test
  void startsBelowOne_areRefused() {
    assertThatThrownBy(
            () -> ClusterTopics.of(TopicSettings.english(2), new RandomProjection("p")).starts(0))
        .hasMessage("starts is 0, expected 1 or more");
    assertThat(
            ClusterTopics.of(TopicSettings.english(2), new RandomProjection("p"))
                .starts(3)
                .parameters())
        .contains("3 starts")
        .contains("encoder p");
  }

  /** Adds up a random vector for each word. */
  record RandomProjection(String name) implements SentenceEncoder {
    @Override
    public int dimensions() {
      return 64;
    }

    @Override
    public Optional<float[]> encode(String text) {
      double[] sum = new double[64];
      for (String term : TextAnalysis.english().terms(text)) {
        SplittableRandom random = new SplittableRandom(term.hashCode());
        for (int d = 0; d < 64; d++) {
          sum[d] += random.nextDouble() - 0.5;
        }
      }
      double square = 0;
      for (double value : sum) {
        square += value * value;
      }
      if (square == 0) {
        return Optional.empty();
      }
      float[] vector = new float[64];
      for (int d = 0; d < 64; d++) {
        vector[d] = (float) (sum[d] / Math.sqrt(square));
      }
      return Optional.of(vector);
    }
  }
}
