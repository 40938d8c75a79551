package io.artrec.text.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import io.artrec.text.analysis.TextAnalysis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every way of learning topics must do. */
abstract class TopicLearnerContract {
  private static final PlantedTexts PLANTED = new PlantedTexts(5, 300, 30, 11);

  @TempDir Path folder;

  abstract TopicLearner learner(TopicSettings settings);

  abstract TopicModel read(StateReader in, TextAnalysis analysis);

  private TopicLearner learner(int topics) {
    return learner(TopicSettings.english(topics).threads(2).seed(5));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void plantedTopics_areRecovered(long seed) {
    PlantedTexts planted = new PlantedTexts(5, 300, 30, seed);
    TopicModel model = learner(TopicSettings.english(5).threads(2).seed(seed)).learn(planted.texts);

    assertThat(model.size()).isEqualTo(5);
    assertThat(planted.purity(model)).as("seed %d", seed).isGreaterThan(0.97);
    Set<Integer> found = new HashSet<>();
    for (int k = 0; k < 5; k++) {
      assertThat(model.share(k)).isCloseTo(0.2, within(0.06));
      List<String> top = model.topTerms(k, 5).stream().map(TopicTerm::word).toList();
      int topic =
          IntStream.range(0, 5)
              .filter(t -> top.contains(PlantedTexts.word(t, 0)))
              .findFirst()
              .orElseThrow();
      found.add(topic);
      assertThat(top)
          .as("seed %d, topic %d", seed, k)
          .allMatch(word -> word.startsWith(PlantedTexts.word(topic, 0).substring(0, 2)));
    }
    assertThat(found).hasSize(5);
  }

  @Test
  void unseenText_getsThePlantedTopic() {
    TopicModel model = learner(5).learn(PLANTED.texts);
    SplittableRandom random = new SplittableRandom(99);
    for (int i = 0; i < 50; i++) {
      int topic = i % 5;
      String unseen = PLANTED.text(topic, 30, random) + " neverseen";
      int expected = model.dominant(PLANTED.texts.get(topic)).orElseThrow();
      assertThat(model.dominant(unseen)).as("text %d", i).hasValue(expected);
      float[] parts = model.distribution(unseen).orElseThrow();
      float sum = 0;
      for (float part : parts) {
        assertThat(part).isBetween(0f, 1f);
        sum += part;
      }
      assertThat(sum).isCloseTo(1, within(1e-5f));
      assertThat(model.distribution(unseen).orElseThrow()).isEqualTo(parts);
    }
  }

  @Test
  void topics_areTheSameAtAnyNumberOfThreads() {
    TopicSettings settings = TopicSettings.english(7).seed(3);
    TopicModel one = learner(settings.threads(1)).learn(PLANTED.texts);
    TopicModel three = learner(settings.threads(3)).learn(PLANTED.texts);
    TopicModel again = learner(settings.threads(2)).learn(PLANTED.texts);
    assertThat(three.fingerprint()).isEqualTo(one.fingerprint()).isEqualTo(again.fingerprint());
    assertThat(three.topTerms(2, 20)).isEqualTo(one.topTerms(2, 20));
  }

  @Test
  void shares_fallAndAddUpToOne() {
    TopicModel model = learner(6).learn(PLANTED.texts);
    double sum = 0;
    for (int k = 0; k < model.size(); k++) {
      sum += model.share(k);
      if (k > 0) {
        assertThat(model.share(k)).isLessThanOrEqualTo(model.share(k - 1));
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThatThrownBy(() -> model.share(6)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> model.topTerms(-1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> model.topTerms(0, 0)).hasMessage("n is 0, expected 1 or more");
  }

  @Test
  void savedTopics_answerAsBefore() {
    TopicModel model = learner(5).learn(PLANTED.texts);
    Path file = folder.resolve("topics");
    ModelFile.write(file, model::save);
    TopicModel loaded = ModelFile.read(file, in -> read(in, TextAnalysis.english()));

    assertThat(loaded.fingerprint()).isEqualTo(model.fingerprint());
    assertThat(loaded.method()).isEqualTo(model.method());
    for (int k = 0; k < 5; k++) {
      assertThat(loaded.topTerms(k, 12)).isEqualTo(model.topTerms(k, 12));
      assertThat(loaded.share(k)).isEqualTo(model.share(k));
    }
    for (String text : PLANTED.texts.subList(0, 20)) {
      assertThat(loaded.distribution(text).orElseThrow())
          .isEqualTo(model.distribution(text).orElseThrow());
    }
  }

  @Test
  void savedTopics_areRefusedWithAnotherAnalysis() {
    Path file = folder.resolve("topics");
    ModelFile.write(file, learner(2).learn(PLANTED.texts.subList(0, 40))::save);
    assertThatThrownBy(() -> ModelFile.read(file, in -> read(in, TextAnalysis.chinese())))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("topics were learned with text analysis 'en'")
        .hasMessageContaining("it was given 'zh'");
  }

  @Test
  void stateOfSomethingElse_isRefused() {
    Path file = folder.resolve("other");
    ModelFile.write(file, out -> out.putString("method", "palm reading"));
    assertThatThrownBy(() -> ModelFile.read(file, in -> read(in, TextAnalysis.english())))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("palm reading");
  }

  @Test
  void noTexts_giveNoTopics() {
    for (List<String> nothing : List.of(List.<String>of(), List.of("", "  \n\t"))) {
      TopicModel model = learner(4).learn(nothing);
      assertThat(model.size()).isZero();
      assertThat(model.distribution("babok dubok")).isEmpty();
      assertThat(model.dominant("babok dubok")).isEmpty();
      Path file = folder.resolve("none");
      ModelFile.write(file, model::save);
      assertThat(ModelFile.read(file, in -> read(in, TextAnalysis.english())).size()).isZero();
    }
  }

  @Test
  void oneText_isDefined() {
    TopicModel model = learner(4).learn(List.of("babok dubok fobok"));
    assertThat(model.size()).isLessThanOrEqualTo(1);
    for (int k = 0; k < model.size(); k++) {
      assertThat(model.topTerms(k, 3)).isEmpty();
    }
  }

  @Test
  void moreTopicsThanTexts_givesFewer() {
    TopicModel model = learner(50).learn(PLANTED.texts.subList(0, 10));
    assertThat(model.size()).isBetween(1, 10);
    assertThat(model.distribution(PLANTED.texts.get(0)).orElseThrow()).hasSize(model.size());
  }

  @Test
  void repeatedTexts_giveFiniteParts() {
    TopicModel model =
        learner(3).learn(List.of("babok dubok", "gibok kabok", "babok dubok", "gibok kabok"));
    float[] parts = model.distribution("babok").orElseThrow();
    for (float part : parts) {
      assertThat(part).isFinite();
    }
  }

  @Test
  void hostileTexts_haveADefinedAnswer() {
    List<String> texts = new ArrayList<>(PLANTED.texts.subList(0, 60));
    texts.add("a".repeat(1_200_000));
    texts.add("\u0000\uD800 \u202Ebabok\u202C 🎨 \uFFFF \uDC00");
    texts.add("babok dubok ".repeat(900_000));
    TopicModel model = learner(5).learn(texts);

    assertThat(model.size()).isEqualTo(5);
    for (String text : texts) {
      model
          .distribution(text)
          .ifPresent(
              parts -> {
                for (float part : parts) {
                  assertThat(part).isFinite();
                }
              });
    }
    assertThat(model.distribution("\uD800"))
        .satisfiesAnyOf(
            parts -> assertThat(parts).isEmpty(),
            parts -> assertThat(parts.orElseThrow()).hasSize(5));
  }

  @Test
  void cancelledLearning_stops() {
    Cancellation cancellation = new Cancellation();
    Progress stopping = (stage, done, total) -> cancellation.cancel();
    TopicLearner learner = learner(5);
    assertThatThrownBy(() -> learner.learn(PLANTED.texts, stopping, cancellation))
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining("cancelled while");
  }

  @Test
  void progress_neverFallsWithinAStage() {
    ConcurrentHashMap<String, Long> latest = new ConcurrentHashMap<>();
    learner(TopicSettings.english(5).threads(1))
        .learn(
            PLANTED.texts,
            (stage, done, total) ->
                latest.merge(
                    stage,
                    done,
                    (before, now) -> {
                      assertThat(now).as(stage).isGreaterThanOrEqualTo(before);
                      return now;
                    }),
            new Cancellation());
    assertThat(latest).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void parameters_tellEverything() {
    assertThat(learner(TopicSettings.english(5).seed(8)).parameters())
        .contains("5 topics")
        .contains("seed 8")
        .isNotEqualTo(learner(TopicSettings.english(5).seed(9)).parameters())
        .isEqualTo(learner(TopicSettings.english(5).seed(8).threads(3)).parameters());
  }
}
