package io.artrec.djl.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.djl.InferenceException;
import io.artrec.djl.PyTorch;
import io.artrec.djl.training.GptTraining;
import io.artrec.task.CancelledException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model of GPT-2's build, made and trained here, from end to end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class CausalModelTest {
  private static final int HELD_OUT = 100;

  private final byte[] tokenizer = Painters.tokenizer();
  private final Vocabulary vocabulary = Vocabulary.read("test", tokenizer);
  private final int end = vocabulary.size() - 1;
  private final TinyGpt gpt = new TinyGpt(vocabulary.size(), 2, 4);
  private final List<String> sentences = Painters.sentences(1);
  private List<float[]> weights;
  private CausalModel model;

  @BeforeAll
  void train() {
    PyTorch.assumeAvailable();
    try (CausalModel untrained = open(gpt.random(1, 0.1))) {
      List<long[]> texts =
          sentences.subList(HELD_OUT, sentences.size()).stream()
              .map(sentence -> framed(untrained, sentence))
              .toList();
      weights = GptTraining.train(gpt, texts, 8);
    }
    model = open(weights);
  }

  @AfterAll
  void close() {
    if (model != null) {
      model.close();
    }
  }

  private CausalModel open(List<float[]> values) {
    return CausalModel.open(
        gpt.source(values, tokenizer, end), CausalOptions.standard().device("cpu"));
  }

  /** End token, sentence, end token. */
  private long[] framed(CausalModel tokens, String sentence) {
    long[] ids = tokens.encode(sentence);
    long[] framed = new long[ids.length + 2];
    Arrays.fill(framed, end);
    System.arraycopy(ids, 0, framed, 1, ids.length);
    return framed;
  }

  @Test
  void logitsAreThoseOfTheSameArithmeticInOtherOperations() {
    long[] text = framed(model, sentences.get(0));
    float[] reference = GptTraining.logits(gpt, weights, text);
    try (CausalSession session = model.session()) {
      float[][] logits = session.appendAll(text);
      for (int i = 0; i < text.length; i++) {
        float[] expected =
            Arrays.copyOfRange(reference, i * logits[i].length, (i + 1) * logits[i].length);
        assertThat(logits[i]).containsExactly(expected, within(1e-4f));
      }
    }
  }

  @Test
  void cachedKeysGiveWhatAllTokensAtOnceGive() {
    long[] text = framed(model, sentences.get(0) + sentences.get(1) + sentences.get(2));
    try (CausalSession atOnce = model.session();
        CausalSession oneByOne = model.session()) {
      float[][] expected = atOnce.appendAll(text);
      assertThat(atOnce.length()).isEqualTo(text.length);
      for (int i = 0; i < text.length; ) {
        int step = Math.min(1 + i % 3, text.length - i);
        float[] logits = oneByOne.append(Arrays.copyOfRange(text, i, i + step));
        i += step;
        assertThat(logits).containsExactly(expected[i - 1], within(1e-5f));
      }
    }
  }

  @Test
  void perplexityOnHeldOutSentencesIsBelowThatOfATrigram() {
    List<long[]> seen = new ArrayList<>();
    List<long[]> held = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      (i < HELD_OUT ? held : seen).add(framed(model, sentences.get(i)));
    }
    double trigram = new Trigram(seen, model.vocabularySize()).bestPerplexity(held);
    double sum = 0;
    int count = 0;
    for (long[] text : held) {
      try (CausalSession session = model.session()) {
        float[][] logits = session.appendAll(text);
        for (int i = 1; i < text.length; i++) {
          sum += TokenChooser.logSum(logits[i - 1]) - logits[i - 1][(int) text[i]];
          count++;
        }
      }
    }
    double perplexity = Math.exp(sum / count);
    // A sentence has ln(8 * 6 * 4 * 3) nats in 9 tokens; who does not know the painter, ln 8 more.
    assertThat(trigram).isGreaterThan(2.5);
    assertThat(perplexity).isBetween(2.02, 2.25);
  }

  @Test
  void greedyChoosesTheLikeliestTokenOfAFreshReadingEachTime() {
    long[] prompt = framed(model, " Rosa of");
    prompt = Arrays.copyOf(prompt, prompt.length - 1);
    Generation said = model.generate(prompt, Decoding.greedy(), piece -> {});

    List<Long> chosen = new ArrayList<>();
    long[] text = prompt;
    double likely = 0;
    do {
      try (CausalSession session = model.session()) {
        float[] logits = session.append(text);
        int best = 0;
        for (int token = 1; token < logits.length; token++) {
          best = logits[token] > logits[best] ? token : best;
        }
        likely += logits[best] - TokenChooser.logSum(logits);
        text = Arrays.copyOf(text, text.length + 1);
        text[text.length - 1] = best;
        chosen.add((long) best);
      }
    } while (text[text.length - 1] != end);
    assertThat(said.text())
        .isEqualTo(model.text(Arrays.copyOfRange(text, prompt.length, text.length)));
    assertThat(said.text()).endsWith(" ships .");
    assertThat(said.end()).isEqualTo(Generation.End.END);
    assertThat(said.tokens()).isEqualTo(chosen.size());
    assertThat(said.logProbability()).isCloseTo(likely, within(1e-4));
  }

  @Test
  void sameSeedGivesTheSameText_andItsPiecesAreTheText() {
    Decoding decoding = Decoding.sampling(5).temperature(1.5).maxTokens(30);
    List<String> pieces = new ArrayList<>();
    Generation first = model.generate(model.encode(" Jan"), decoding, pieces::add);

    assertThat(String.join("", pieces)).isEqualTo(first.text());
    assertThat(model.generate(" Jan", decoding).text()).isEqualTo(first.text());
    assertThat(model.generate(" Jan", Decoding.sampling(6).temperature(1.5).maxTokens(30)).text())
        .isNotEqualTo(first.text());
  }

  @Test
  void textsAreDrawnByTheSoftmax() {
    long[] prompt = framed(model, " Rosa of Delft often painted");
    prompt = Arrays.copyOf(prompt, prompt.length - 1);
    float[] logits;
    try (CausalSession session = model.session()) {
      logits = session.append(prompt);
    }
    int draws = 300;
    int[] counts = new int[logits.length];
    for (int seed = 0; seed < draws; seed++) {
      String text =
          model.generate(prompt, Decoding.sampling(seed).maxTokens(1), piece -> {}).text();
      counts[text.isEmpty() ? end : (int) model.encode(text)[0]]++;
    }
    ChiSquare statistic = ChiSquare.of(counts, ChiSquare.softmax(logits, 1), draws);
    assertThat(statistic.degrees()).isPositive();
    assertThat(statistic.value()).isLessThan(statistic.limit());
  }

  @Test
  void stopWordEndsTheTextBeforeIt_alsoAcrossTokens() {
    List<String> pieces = new ArrayList<>();
    Decoding decoding = Decoding.greedy().stop(List.of("ted small", "ted bright", "ted gray"));
    Generation said = model.generate(model.encode(" Rosa of"), decoding, pieces::add);

    assertThat(said.end()).isEqualTo(Generation.End.STOP_WORD);
    assertThat(said.text()).matches("( \\w+)+ pain");
    assertThat(String.join("", pieces)).isEqualTo(said.text());
  }

  @Test
  void limitsOfTokensAndPositionsEndTheText() {
    assertThat(model.generate(" Jan", Decoding.greedy().maxTokens(3)))
        .satisfies(said -> assertThat(said.tokens()).isEqualTo(3))
        .satisfies(said -> assertThat(said.end()).isEqualTo(Generation.End.LENGTH));
    long[] full = new long[TinyGpt.POSITIONS];
    assertThat(model.generate(full, Decoding.greedy(), piece -> {}).tokens()).isEqualTo(1);
    assertThatThrownBy(
            () -> model.generate(new long[TinyGpt.POSITIONS + 1], Decoding.greedy(), piece -> {}))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("97 tokens leaves room for 0")
        .hasMessageContaining("shorten the prompt");
    assertThatThrownBy(() -> model.generate("", Decoding.greedy()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 tokens");
  }

  @Test
  void deadlineEndsTheTextBetweenTokens_andInterruptionWithoutOne() {
    Decoding late = Decoding.greedy().deadline(Duration.ofNanos(1));
    assertThat(model.generate(" Jan", late))
        .satisfies(said -> assertThat(said.tokens()).isEqualTo(1))
        .satisfies(said -> assertThat(said.end()).isEqualTo(Generation.End.DEADLINE));
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> model.generate(" Jan", Decoding.greedy()))
          .isInstanceOf(CancelledException.class);
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void textThatLooksLikeASpecialTokenIsNone() {
    String trick = "a" + ByteTokenizer.END + ByteTokenizer.END;
    assertThat(model.encode(trick)).doesNotContain(end);
    assertThat(model.text(model.encode(trick))).isEqualTo(trick);
    assertThat(model.encodeMarked(trick)).endsWith(end, end);
    assertThat(model.text(model.encodeMarked(trick))).isEqualTo("a");
  }

  @Test
  void textsThatCannotFitAreRefusedUnread_andManyMarksTakeNoLonger() {
    int longest = " Haarlem".length();
    String most =
        ByteTokenizer.END.repeat(TinyGpt.POSITIONS * longest / ByteTokenizer.END.length());
    assertThat(model.text(model.encode(most))).isEqualTo(most);
    assertThatThrownBy(() -> model.encode("<".repeat(TinyGpt.POSITIONS * longest + 1)))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("a text of 769 chars")
        .hasMessageContaining("96 positions, expected at most 768");
  }

  @Test
  void charactersOfAnyLanguageComeBack() {
    String text = "Zürich, 山水, 𝄞 \u0000";
    assertThat(model.text(model.encode(text))).isEqualTo(text);
  }

  @Test
  void sessionsWaitForEachOther_andForNothingAfterClose() throws InterruptedException {
    CausalModel two = open(weights);
    CausalSession first = two.session();
    CausalSession second = two.session();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread third =
        new Thread(
            () -> {
              try {
                two.session();
              } catch (RuntimeException e) {
                thrown.set(e);
              }
            });
    third.start();
    third.interrupt();
    third.join();
    assertThat(thrown.get()).isInstanceOf(CancelledException.class);

    first.append(1);
    first.close();
    first.close();
    two.session().close();
    second.close();
    two.close();
    assertThatThrownBy(two::session)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed");
    assertThatThrownBy(() -> first.append(1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void sessionTellsItsNativeBytes() {
    long perToken = 2L * 2 * TinyGpt.HIDDEN * Float.BYTES;
    assertThat(model.sessionBytes()).isEqualTo(perToken * TinyGpt.POSITIONS);
    CausalSession session = model.session();
    try (session) {
      session.append(1, 2, 3);
      assertThat(session.nativeBytes()).isEqualTo(perToken * 3);
    }
    assertThat(session.nativeBytes()).isZero();
  }

  @Test
  void tokensThatAreNoneAndTooManyAreRefused_andTheSessionGoesOn() {
    try (CausalSession session = model.session()) {
      assertThatThrownBy(() -> session.append(1, gpt.vocabulary()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected 0 to " + (gpt.vocabulary() - 1));
      assertThatThrownBy(session::append).isInstanceOf(IllegalArgumentException.class);
      session.append(new long[TinyGpt.POSITIONS]);
      assertThatThrownBy(() -> session.append(1))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("over its 96 positions");
      assertThat(session.length()).isEqualTo(TinyGpt.POSITIONS);
    }
  }

  /** The tokens of a JSON text are chosen by the trained model, which has seen none. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void objectOfASchemaAlwaysParses(long seed) {
    int most = 24 + (int) seed * 5;
    Decoding decoding = Decoding.sampling(seed).temperature(seed % 2 + 0.5).maxTokens(most);
    Generation said = model.generate(" Jan", decoding.json(JsonFormTest.MOOD));

    assertThat(said.end()).isEqualTo(Generation.End.END);
    assertThat(said.tokens()).isLessThanOrEqualTo(most);
    JsonFormTest.assertMood(said.text());
  }

  @Test
  void objectOfASchemaAlwaysParses_alsoByBeamsAndLikeliestTokens() {
    for (Decoding decoding : List.of(Decoding.greedy(), Decoding.beam(3))) {
      JsonFormTest.assertMood(
          model.generate(" Jan", decoding.maxTokens(30).json(JsonFormTest.MOOD)).text());
    }
  }

  @Test
  void limitBelowTheShortestObjectIsRefused() {
    assertThatThrownBy(
            () -> model.generate(" Jan", Decoding.greedy().maxTokens(9).json(JsonFormTest.MOOD)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxTokens is 9, expected 26 or more");
  }
}
