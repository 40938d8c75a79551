package io.artrec.text.wordvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Word2VecTest {
  private static final List<String> SENTENCES = Grammar.sentences(3000, 5);

  private static Word2Vec trainer(Word2Vec.Architecture architecture) {
    Word2Vec trainer =
        architecture == Word2Vec.Architecture.CBOW
            ? Word2Vec.cbow(WordVectors.plainWords())
            : Word2Vec.skipGram(WordVectors.plainWords());
    return trainer.dimensions(20).epochs(10).window(3).subsampling(1).threads(2);
  }

  @ParameterizedTest
  @CsvSource({"SKIP_GRAM, 1", "SKIP_GRAM, 2", "SKIP_GRAM, 3", "CBOW, 1", "CBOW, 2", "CBOW, 3"})
  void wordsOfOneClass_becomeNeighbors(Word2Vec.Architecture architecture, long seed) {
    WordVectors vectors = trainer(architecture).seed(seed).train(Grammar.sentences(3000, seed));

    for (String[] words : Grammar.CLASSES) {
      for (String word : words) {
        assertThat(vectors.nearest(word, 3))
            .as("%s, seed %d, nearest to %s", architecture, seed, word)
            .extracting(WordNeighbor::word)
            .allMatch(Arrays.asList(words)::contains);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"SKIP_GRAM", "CBOW"})
  void vectors_areTheSameAtAnyNumberOfThreads(Word2Vec.Architecture architecture) {
    Word2Vec trainer = trainer(architecture).epochs(2).dimensions(31).subsampling(1e-3);
    String one = trainer.threads(1).train(SENTENCES).fingerprint();
    assertThat(trainer.threads(4).train(SENTENCES).fingerprint()).isEqualTo(one);
    assertThat(trainer.threads(2).train(SENTENCES).fingerprint()).isEqualTo(one);
    assertThat(trainer.seed(2).train(SENTENCES).fingerprint()).isNotEqualTo(one);
  }

  /** The table draws words with the probabilities it should. */
  @Test
  void negatives_areDrawnByFrequencyToThePowerOfThreeQuarters() {
    long[] frequencies = {16, 1, 81, 256};
    double sum = 8 + 1 + 27 + 64;
    NegativeTable table = new NegativeTable(frequencies);
    SplittableRandom random = new SplittableRandom(4);
    int[] drawn = new int[4];
    for (int i = 0; i < 1_000_000; i++) {
      drawn[table.draw(random)]++;
    }
    double[] expected = {8 / sum, 1 / sum, 27 / sum, 64 / sum};
    for (int w = 0; w < 4; w++) {
      assertThat(drawn[w] / 1e6).isCloseTo(expected[w], within(0.002));
    }
  }

  @Test
  void rareWords_haveNoVector() {
    WordVectors vectors =
        trainer(Word2Vec.Architecture.CBOW)
            .minTexts(3)
            .train(List.of("sea boat", "sea boat", "sea boat owl", "owl"));
    assertThat(vectors.words()).containsExactly("boat", "sea");
    assertThat(vectors.vector("owl")).isEmpty();
  }

  @Test
  void textsWithoutWords_areRefused() {
    for (List<String> nothing : List.of(List.<String>of(), List.of("", " \t"), List.of("once"))) {
      assertThatThrownBy(() -> trainer(Word2Vec.Architecture.SKIP_GRAM).train(nothing))
          .isInstanceOf(WordVectorException.class)
          .hasMessage(
              "cannot train word vectors: of "
                  + nothing.size()
                  + " texts no word stands in 2 or more; give more texts, or lower minTexts");
    }
  }

  @Test
  void hostileTexts_areTrained() {
    List<String> texts =
        List.of(
            "a".repeat(1_200_000),
            "\u0000\uD800 \u202Eboat\u202C 🎨 \uFFFF \uDC00",
            "boat sea ".repeat(1_200_000),
            "boat sea",
            "");
    WordVectors vectors = trainer(Word2Vec.Architecture.CBOW).epochs(1).train(texts);
    assertThat(vectors.words()).contains("boat", "sea");
    for (String word : vectors.words()) {
      for (float value : vectors.vector(word).orElseThrow()) {
        assertThat(value).isFinite();
      }
    }
  }

  @Test
  void cancelledTraining_stops() {
    Cancellation cancellation = new Cancellation();
    Progress stopping =
        (stage, done, total) -> {
          if (stage.startsWith("training")) {
            cancellation.cancel();
          }
        };
    assertThatThrownBy(
            () -> trainer(Word2Vec.Architecture.SKIP_GRAM).train(SENTENCES, stopping, cancellation))
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining("cancelled while training word vectors");
  }

  @Test
  void progress_reachesTheEnd() {
    ConcurrentHashMap<String, Long> latest = new ConcurrentHashMap<>();
    ConcurrentHashMap<String, Long> totals = new ConcurrentHashMap<>();
    trainer(Word2Vec.Architecture.CBOW)
        .epochs(1)
        .train(
            SENTENCES,
            (stage, done, total) -> {
              latest.merge(stage, done, Math::max);
              totals.put(stage, total);
            },
            new Cancellation());
    assertThat(latest).containsKey("training word vectors").isEqualTo(totals);
  }

  @Test
  void badSettings_areRefused() {
    Word2Vec trainer = Word2Vec.cbow(WordVectors.plainWords());
    assertThatThrownBy(() -> trainer.dimensions(0))
        .hasMessage("dimensions is 0, expected 1 to 10000");
    assertThatThrownBy(() -> trainer.window(1001)).hasMessage("window is 1001, expected 1 to 1000");
    assertThatThrownBy(() -> trainer.negatives(0)).hasMessage("negatives is 0, expected 1 to 1000");
    assertThatThrownBy(() -> trainer.epochs(0)).hasMessage("epochs is 0, expected 1 or more");
    assertThatThrownBy(() -> trainer.minTexts(0)).hasMessage("minTexts is 0, expected 1 or more");
    assertThatThrownBy(() -> trainer.threads(0)).hasMessage("threads is 0, expected 1 or more");
    assertThatThrownBy(() -> trainer.subsampling(0))
        .hasMessage("subsampling is 0.0, expected a number above 0; 1 keeps all words");
    assertThatThrownBy(() -> trainer.learningRate(Double.NaN))
        .hasMessage("learningRate is NaN, expected above 0, at most 1");
  }

  @Test
  void parameters_tellWhatDecidesTheResult() {
    Word2Vec trainer = Word2Vec.skipGram(WordVectors.plainWords());
    assertThat(trainer.parameters())
        .contains("skip-gram, 100 dimensions, window 5, 5 negatives, 5 epochs")
        .isEqualTo(trainer.threads(9).parameters())
        .isNotEqualTo(trainer.seed(9).parameters());
  }
}
