package io.artrec.text.wordvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.model.ModelFile;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GloVeTest {
  private static final List<String> SENTENCES = Grammar.sentences(3000, 5);
  private static final GloVeSettings STANDARD = GloVeSettings.standard();

  private static GloVe trainer() {
    return GloVe.of(WordVectors.plainWords()).dimensions(20).window(3).threads(2);
  }

  private static WordSequences sequences(int[]... texts) {
    int words = 0;
    long[] frequencies = new long[100];
    for (int[] text : texts) {
      words += text.length;
      for (int word : text) {
        frequencies[word]++;
      }
    }
    return new WordSequences(texts, words, frequencies);
  }

  private static GloVeSettings window(int words) {
    return STANDARD.with(STANDARD.learning().window(words));
  }

  private static WordPairs count(GloVeSettings settings, WordSequences sequences) {
    return new WordPairs.Counter(settings, Long.MAX_VALUE)
        .count(sequences, Progress.silent(), new Cancellation());
  }

  private static List<String> cells(WordPairs pairs) {
    List<String> cells = new ArrayList<>();
    for (int k = 0; k < pairs.size(); k++) {
      cells.add(pairs.words()[k] + " " + pairs.contexts()[k] + " " + pairs.counts()[k]);
    }
    return cells;
  }

  @Test
  void pairs_areCountedByTheInverseOfTheirDistance() {
    WordSequences texts = sequences(new int[] {0, 1, 2, 0}, new int[] {0, 0}, new int[] {2});
    assertThat(cells(count(window(2), texts)))
        .containsExactly(
            "0 0 2.0", "0 1 1.5", "1 0 1.5", "0 2 1.5", "2 0 1.5", "1 2 1.0", "2 1 1.0");
    assertThat(cells(count(window(2).beforeOnly(), texts)))
        .containsExactly("0 0 1.0", "0 1 0.5", "0 2 1.0", "1 0 1.0", "2 0 0.5", "2 1 1.0");
    assertThat(cells(count(window(1), texts)))
        .containsExactly(
            "0 0 2.0", "0 1 1.0", "1 0 1.0", "0 2 1.0", "2 0 1.0", "1 2 1.0", "2 1 1.0");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void pairs_areThoseOfAMapThatGoesOverEveryPlace(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] texts = new int[40][];
    for (int t = 0; t < texts.length; t++) {
      texts[t] = random.ints(random.nextInt(30), 0, 12).toArray();
    }
    Map<String, Double> expected = new HashMap<>();
    for (int[] text : texts) {
      for (int i = 0; i < text.length; i++) {
        for (int j = 0; j < text.length; j++) {
          if (i != j && Math.abs(i - j) <= 4) {
            expected.merge(text[i] + " " + text[j], 1.0 / Math.abs(i - j), Double::sum);
          }
        }
      }
    }
    WordPairs pairs = count(window(4), sequences(texts));
    assertThat(pairs.size()).isEqualTo(expected.size());
    for (int k = 0; k < pairs.size(); k++) {
      assertThat((double) pairs.counts()[k])
          .as("seed %d", seed)
          .isCloseTo(expected.get(pairs.words()[k] + " " + pairs.contexts()[k]), within(1e-5));
    }
  }

  @Test
  void weight_isOneFromTheFullCountOn() {
    assertThat(STANDARD.weight(10)).isEqualTo(1);
    assertThat(STANDARD.weight(1e9)).isEqualTo(1);
    assertThat(STANDARD.weight(0.625)).isEqualTo(0.125, within(1e-12));
    assertThat(STANDARD.fullWeight(16).weight(1)).isEqualTo(0.125, within(1e-12));
  }

  /**
   * By hand: the error is 1·½ + 0·1 + ¼ + ¼ − ln 1 = 1 and weighs ½, so the slope of both biases is
   * ½, of the word's vector ½·(½, 1), of the context's ½·(1, 0). AdaGrad's sums become 1 and their
   * squares, and a step is a tenth of the slope over the sum's root.
   */
  @Test
  void step_isTheOneWorkedByHand() {
    GloVeWeights.Side word = new GloVeWeights.Side(new float[] {1, 0}, new float[] {0.25f});
    GloVeWeights.Side context = new GloVeWeights.Side(new float[] {0.5f, 1}, new float[] {0.25f});
    GloVeWeights weights = new GloVeWeights(2, word, context);

    assertThat(weights.step(0, 0, 0.5f, 0, 0.1f)).isEqualTo(0.25, within(1e-7));

    assertThat(word.vectors).containsExactly(new float[] {0.9757464f, -0.0447214f}, within(1e-6f));
    assertThat(context.vectors).containsExactly(new float[] {0.4552786f, 1}, within(1e-6f));
    assertThat(word.biases).containsExactly(new float[] {0.2052786f}, within(1e-6f));
    assertThat(context.biases).containsExactly(new float[] {0.2052786f}, within(1e-6f));
    assertThat(weights.sum(0)).containsExactly(new float[] {1.431025f, 0.9552786f}, within(1e-6f));
  }

  /** Two epochs over the cells in their order; the values are NumPy's, in double precision. */
  @Test
  void twoEpochs_endWhereANumPyProgramDoes() {
    WordPairs pairs =
        count(
            window(2),
            sequences(new int[] {0, 1, 2, 0, 3}, new int[] {1, 3, 1}, new int[] {2, 4, 0, 1}));
    assertThat(pairs.size()).isEqualTo(19);
    float[] vectors = new float[15];
    float[] contexts = new float[15];
    for (int k = 0; k < vectors.length; k++) {
      vectors[k] = ((k * 7) % 11 - 5) / 22f;
      contexts[k] = ((k * 5) % 13 - 6) / 26f;
    }
    GloVeWeights.Side words = new GloVeWeights.Side(vectors, new float[5]);
    GloVeWeights weights =
        new GloVeWeights(3, words, new GloVeWeights.Side(contexts, new float[5]));
    assertThat(epoch(weights, pairs)).isEqualTo(0.11831075, within(1e-7));
    assertThat(epoch(weights, pairs)).isEqualTo(0.10128435, within(1e-7));
    float[][] expected = {
      {-0.4448687f, 0.0667556f, 0.0461419f},
      {0.0393654f, 0.1045196f, 0.0742014f},
      {0.0723021f, 0.1140505f, -0.3585624f},
      {0.1372749f, 0.1490438f, -0.3248897f},
      {0.1674557f, -0.3237723f, 0.1853984f},
    };
    for (int w = 0; w < expected.length; w++) {
      assertThat(weights.sum(w)).containsExactly(expected[w], within(1e-6f));
    }
    assertThat(words.biases)
        .containsExactly(
            new float[] {0.0887132f, 0.0753352f, 0.0300617f, 0.0313866f, -0.0274618f},
            within(1e-6f));
  }

  private static double epoch(GloVeWeights weights, WordPairs pairs) {
    double loss = 0;
    for (int k = 0; k < pairs.size(); k++) {
      float count = pairs.counts()[k];
      float share = (float) STANDARD.fullWeight(2).weight(count);
      float logarithm = (float) StrictMath.log(count);
      loss += weights.step(pairs.words()[k], pairs.contexts()[k], share, logarithm, 0.05f);
    }
    return loss / pairs.size();
  }

  @Test
  void loss_falls() {
    int[][] texts = new int[200][];
    SplittableRandom random = new SplittableRandom(3);
    for (int t = 0; t < texts.length; t++) {
      texts[t] = random.ints(12, 0, 40).toArray();
    }
    WordPairs pairs = count(STANDARD, sequences(texts));
    GloVeTraining training = new GloVeTraining(pairs, 40, STANDARD);
    training.run(Progress.silent(), new Cancellation());
    double[] losses = training.losses();
    assertThat(losses).hasSize(25);
    for (int epoch = 1; epoch < losses.length; epoch++) {
      assertThat(losses[epoch]).as("epoch %d", epoch + 1).isLessThan(losses[epoch - 1]);
    }
    assertThat(losses[24]).isLessThan(losses[0] / 10);
  }

  /** Every text has a topic, of which most of its words are; the others are of any topic. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void wordsOfOneTopic_becomeNeighbors(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      int topic = random.nextInt(4);
      StringBuilder text = new StringBuilder();
      for (int w = 0; w < 8; w++) {
        int of = random.nextInt(4) == 0 ? random.nextInt(4) : topic;
        text.append((char) ('a' + of)).append((char) ('a' + random.nextInt(10))).append(' ');
      }
      texts.add(text.toString());
    }
    WordVectors vectors = trainer().seed(seed).train(texts);
    assertThat(vectors.words()).hasSize(40);
    for (String word : vectors.words()) {
      assertThat(vectors.nearest(word, 3))
          .as("seed %d, nearest to %s", seed, word)
          .extracting(neighbor -> neighbor.word().charAt(0))
          .containsOnly(word.charAt(0));
    }
  }

  /**
   * Words of two traits, each shown by words of its own, and a word in ten replaced by any: the
   * difference that one trait makes is the same for both others.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void differences_answerAnalogies(long seed) {
    String[][] nouns = {{"king", "queen"}, {"actor", "actress"}, {"waiter", "waitress"}};
    String[][] trades = {{"crown", "throne"}, {"stage", "curtain"}, {"table", "menu"}};
    String[][] kinds = {{"he", "his"}, {"she", "her"}};
    List<String> any = new ArrayList<>();
    Stream.of(nouns, trades, kinds).flatMap(Arrays::stream).forEach(w -> any.addAll(List.of(w)));
    SplittableRandom random = new SplittableRandom(seed);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      int trade = random.nextInt(3);
      int kind = random.nextInt(2);
      String[] words = {
        kinds[kind][random.nextInt(2)], nouns[trade][kind], trades[trade][random.nextInt(2)]
      };
      if (random.nextInt(10) < 3) {
        words[random.nextInt(3)] = any.get(random.nextInt(any.size()));
      }
      texts.add(String.join(" ", words));
    }
    WordVectors vectors = trainer().fullWeight(100).seed(seed).train(texts);
    for (String[] one : nouns) {
      for (String[] other : nouns) {
        if (one != other) {
          assertThat(vectors.analogy(one[0], one[1], other[0], 1))
              .as("seed %d, %s to %s as %s", seed, one[0], one[1], other[0])
              .extracting(WordNeighbor::word)
              .containsExactly(other[1]);
        }
      }
    }
  }

  @Test
  void vectors_areTheSameAtAnyNumberOfThreads() {
    GloVe trainer = trainer().epochs(2).dimensions(31);
    String one = trainer.threads(1).train(SENTENCES).fingerprint();
    assertThat(trainer.threads(4).train(SENTENCES).fingerprint()).isEqualTo(one);
    assertThat(trainer.threads(2).train(SENTENCES).fingerprint()).isEqualTo(one);
    assertThat(trainer.seed(2).train(SENTENCES).fingerprint()).isNotEqualTo(one);
    assertThat(trainer.beforeOnly().train(SENTENCES).fingerprint()).isNotEqualTo(one);
  }

  @Test
  void rareAndLonelyWords_haveNoVector() {
    WordVectors vectors =
        trainer()
            .minTexts(3)
            .train(List.of("sea boat", "sea boat", "sea boat owl", "owl", "fog", "fog", "fog"));
    assertThat(vectors.words()).containsExactly("boat", "sea");
    assertThat(vectors.vector("owl")).isEmpty();
    assertThat(vectors.vector("fog")).isEmpty();
  }

  @Test
  void textsWithoutPairs_areRefused() {
    for (List<String> nothing :
        List.of(
            List.<String>of(),
            List.of("", " \t"),
            List.of("once"),
            List.of("once upon"),
            List.of("alone", "alone"))) {
      assertThatThrownBy(() -> trainer().train(nothing))
          .isInstanceOf(WordVectorException.class)
          .hasMessage(
              "cannot train word vectors: of "
                  + nothing.size()
                  + " texts no word stands in 2 or more and near another word; give more texts, or"
                  + " lower minTexts");
    }
    assertThat(trainer().minTexts(1).train(List.of("one text")).words())
        .containsExactly("one", "text");
  }

  @Test
  void tableBeyondItsMemory_isRefused() {
    int[] text = new SplittableRandom(1).ints(20_000, 0, 2000).toArray();
    int[][] texts = {text};
    WordSequences many = new WordSequences(texts, text.length, new long[2000]);
    WordPairs.Counter counter = new WordPairs.Counter(STANDARD, 2_000_000);
    assertThatThrownBy(() -> counter.count(many, Progress.silent(), new Cancellation()))
        .isInstanceOf(WordVectorException.class)
        .hasMessageMatching(
            "cannot train word vectors: more than 1\\d,\\d{3} different pairs of words stand within 10"
                + " words of each other, which need 80 bytes each, and there is room for 1 MB; raise"
                + " -Xmx or minTexts, or lower window");
  }

  @Test
  void hostileTexts_areTrained() {
    List<String> texts =
        List.of(
            "a".repeat(1_200_000),
            "\u0000\uD800 \u202Eboat\u202C 🎨 \uFFFF \uDC00",
            "boat sea ".repeat(300_000),
            "boat sea",
            "");
    WordVectors vectors = trainer().epochs(50).learningRate(1).train(texts);
    assertThat(vectors.words()).contains("boat", "sea");
    for (String word : vectors.words()) {
      for (float value : vectors.vector(word).orElseThrow()) {
        assertThat(value).isFinite();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"counting pairs of words", "training word vectors"})
  void cancelled_stops(String during) {
    Cancellation cancellation = new Cancellation();
    Progress stopping =
        (stage, done, total) -> {
          if (stage.equals(during)) {
            cancellation.cancel();
          }
        };
    assertThatThrownBy(() -> trainer().train(SENTENCES, stopping, cancellation))
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining("cancelled while " + during);
  }

  @Test
  void progress_reachesTheEnd() {
    ConcurrentHashMap<String, Long> latest = new ConcurrentHashMap<>();
    ConcurrentHashMap<String, Long> totals = new ConcurrentHashMap<>();
    trainer()
        .epochs(2)
        .train(
            SENTENCES,
            (stage, done, total) -> {
              latest.merge(stage, done, Math::max);
              totals.put(stage, total);
            },
            new Cancellation());
    assertThat(latest)
        .containsKeys("counting pairs of words", "training word vectors")
        .isEqualTo(totals);
  }

  @Test
  void trainedVectors_areSavedAndPooled(@TempDir Path folder) {
    WordVectors vectors = trainer().epochs(3).train(SENTENCES);
    Path file = folder.resolve("vectors");
    ModelFile.write(file, vectors::save);
    assertThat(ModelFile.read(file, WordVectors::read).fingerprint())
        .isEqualTo(vectors.fingerprint());
    SifEncoder encoder = SifEncoder.fit(vectors, WordVectors.plainWords(), SENTENCES);
    assertThat(encoder.encode("rubo kabo").orElseThrow()).hasSize(20);
    assertThat(encoder.encode("unknown")).isEmpty();
  }

  @Test
  void badSettings_areRefused() {
    GloVe trainer = trainer();
    assertThatThrownBy(() -> trainer.dimensions(0))
        .hasMessage("dimensions is 0, expected 1 to 10000");
    assertThatThrownBy(() -> trainer.window(1001)).hasMessage("window is 1001, expected 1 to 1000");
    assertThatThrownBy(() -> trainer.epochs(0)).hasMessage("epochs is 0, expected 1 or more");
    assertThatThrownBy(() -> trainer.minTexts(0)).hasMessage("minTexts is 0, expected 1 or more");
    assertThatThrownBy(() -> trainer.threads(0)).hasMessage("threads is 0, expected 1 or more");
    assertThatThrownBy(() -> trainer.fullWeight(Double.POSITIVE_INFINITY))
        .hasMessage("fullWeight is Infinity, expected a finite number above 0");
    assertThatThrownBy(() -> trainer.learningRate(1.5))
        .hasMessage("learningRate is 1.5, expected above 0, at most 1");
  }

  @Test
  void parameters_tellWhatDecidesTheResult() {
    GloVe trainer = GloVe.of(WordVectors.plainWords());
    assertThat(trainer.parameters())
        .contains("glove, 100 dimensions, window 10, full weight from 10.0, 25 epochs, words of 2")
        .isEqualTo(trainer.threads(9).parameters())
        .isNotEqualTo(trainer.beforeOnly().parameters())
        .isNotEqualTo(trainer.fullWeight(100).parameters())
        .isNotEqualTo(trainer.seed(9).parameters());
  }
}
