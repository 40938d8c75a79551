package io.artrec.djl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.djl.ModelSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against ONNX Runtime called directly, on the quantised and on the full weights. */
class TextEncoderTest {
  private static final String QUANTIZED = "all-minilm-l6-v2-q";
  private static final String FULL = "all-minilm-l6-v2";
  private static final String WORDS =
      "harbour dawn fishing boat sand portrait lady dress red oak tree field storm sky shepherd flock"
          + " lane ship sea cat window sun still life skull lemon glass saint angel gold battle horse";

  private static DirectOnnxRuntime reference;
  private static TextEncoder encoder;

  @BeforeAll
  static void open() throws Exception {
    reference = new DirectOnnxRuntime(QUANTIZED);
    encoder = open(QUANTIZED, options());
  }

  @AfterAll
  static void close() throws Exception {
    encoder.close();
    reference.close();
  }

  private static TextEncoderOptions options() {
    return TextEncoderOptions.standard().maxTokens(256).runs(2);
  }

  private static TextEncoder open(String name, TextEncoderOptions options) {
    ClassLoader loader = TextEncoderTest.class.getClassLoader();
    return TextEncoder.open(ModelSource.resource(loader, name + ".onnx"), options);
  }

  /** Texts of 1 to 40 words, a few without any. */
  private static List<String> texts(int count) {
    Random random = new Random(11);
    String[] words = WORDS.split(" ", -1);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int length = i % 17 == 5 ? 0 : 1 + random.nextInt(40);
      for (int w = 0; w < length; w++) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static void assertSame(List<Optional<float[]>> actual, List<Optional<float[]>> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      float[] none = {};
      assertThat(actual.get(i).orElse(none))
          .as("text %d", i)
          .containsExactly(expected.get(i).orElse(none), within(1e-5f));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {QUANTIZED, FULL})
  void vectors_areThoseOfTheEngineCalledDirectly(String name) throws Exception {
    try (DirectOnnxRuntime direct = new DirectOnnxRuntime(name);
        TextEncoder tested = open(name, options())) {
      List<Optional<float[]>> expected = new ArrayList<>();
      List<String> texts = texts(24);
      for (String text : texts) {
        expected.add(
            text.isEmpty()
                ? Optional.empty()
                : Optional.of(direct.mean(List.of(direct.ids(text)))));
      }
      assertSame(tested.encodeAll(texts), expected);
      assertThat(tested.dimensions()).isEqualTo(384);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {QUANTIZED, FULL})
  void batch_equalsSingles(String name) {
    try (TextEncoder tested = open(name, options().batchSize(7))) {
      List<String> texts = texts(40);
      texts.set(3, "word ".repeat(600));
      List<Optional<float[]>> singles = texts.stream().map(tested::encode).toList();
      assertSame(tested.encodeAll(texts), singles);
      assertThat(singles).filteredOn(Optional::isEmpty).hasSize(3);
    }
  }

  @Test
  void eightThreads_giveWhatOneGives() throws Exception {
    List<String> texts = texts(24);
    List<Optional<float[]>> expected = texts.stream().map(encoder::encode).toList();
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<Optional<float[]>>>> futures = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        boolean together = thread % 2 == 0;
        futures.add(
            executor.submit(
                () ->
                    together
                        ? encoder.encodeAll(texts)
                        : texts.stream().map(encoder::encode).toList()));
      }
      for (Future<List<Optional<float[]>>> future : futures) {
        assertSame(future.get(), expected);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void threadsOfARun_changeNothing() {
    List<String> texts = texts(12);
    try (TextEncoder two = open(QUANTIZED, options().threadsPerRun(2).runs(1))) {
      assertSame(two.encodeAll(texts), encoder.encodeAll(texts));
    }
  }

  @Test
  void otherPoolings_areTakenFromTheSameStates() throws Exception {
    String text = "A ship at dawn";
    float[][] states = reference.states(reference.ids(text));
    float[] most = states[0].clone();
    for (float[] state : states) {
      for (int d = 0; d < most.length; d++) {
        most[d] = Math.max(most[d], state[d]);
      }
    }
    TextEncoderOptions raw = options().normalize(false);
    try (TextEncoder first = open(QUANTIZED, raw.pooling(Pooling.CLS));
        TextEncoder largest = open(QUANTIZED, raw.pooling(Pooling.MAX))) {
      assertThat(first.encode(text).orElseThrow()).containsExactly(states[0], within(1e-5f));
      assertThat(largest.encode(text).orElseThrow()).containsExactly(most, within(1e-5f));
    }
  }

  @Test
  void longText_isTheMeanOfWindowsOfEqualLength() throws Exception {
    String text = texts(40).stream().reduce("", String::concat);
    long[] ids = reference.ids(text);
    long[] body = Arrays.copyOfRange(ids, 1, ids.length - 1);
    int count = (body.length + 253) / 254;
    List<long[]> windows = new ArrayList<>();
    for (int w = 0; w < count; w++) {
      int from = body.length * w / count;
      int to = body.length * (w + 1) / count;
      long[] window = new long[to - from + 2];
      window[0] = ids[0];
      System.arraycopy(body, from, window, 1, to - from);
      window[to - from + 1] = ids[ids.length - 1];
      windows.add(window);
    }
    assertThat(count).isBetween(3, 30);
    assertThat(encoder.encode(text).orElseThrow())
        .containsExactly(reference.mean(windows), within(1e-5f));
  }

  @Test
  void oneWindow_truncates() throws Exception {
    String text = "harbour boat " + "sea ".repeat(100);
    long[] ids = Arrays.copyOf(reference.ids(text), 16);
    ids[15] = reference.ids("")[1];
    try (TextEncoder cut = open(QUANTIZED, options().maxTokens(16).maxWindows(1))) {
      assertThat(cut.encode(text).orElseThrow())
          .containsExactly(reference.mean(List.of(ids)), within(1e-5f));
    }
  }

  @Test
  void prefix_standsBeforeEveryWindow() throws Exception {
    try (TextEncoder asked = open(QUANTIZED, options().maxTokens(16).prefix("query: "))) {
      assertThat(asked.encode("old boats").orElseThrow())
          .containsExactly(
              reference.mean(List.of(reference.ids("query: old boats"))), within(1e-5f));
      long[] first = reference.ids("query: sea sea sea sea sea sea sea sea");
      assertThat(asked.encode("sea ".repeat(16)).orElseThrow())
          .containsExactly(reference.mean(List.of(first, first)), within(1e-5f));
      assertThat(asked.encode("\u200b\u0007")).isEmpty();
    }
  }

  @Test
  void lengthAndPooling_comeFromTheOptionsOrTheTokenizer() {
    try (TextEncoder open = open(QUANTIZED, TextEncoderOptions.standard())) {
      assertThat(open.maxTokens()).as("the truncation of its tokenizer.json").isEqualTo(128);
      assertThat(open.pooling()).isEqualTo(Pooling.MEAN);
      assertThat(open.identity()).hasSize(64).isNotEqualTo(encoder.identity());
    }
    assertThat(encoder.maxTokens()).isEqualTo(256);
  }

  @Test
  void tokens_areWhatTheModelGets_ofALongTextOnlyItsBeginning() {
    long[] three = encoder.tokens("a boat", 256).orElseThrow();
    assertThat(three).hasSize(4).startsWith(101).endsWith(102);
    assertThat(encoder.tokens("a boat ".repeat(300), 256).orElseThrow())
        .hasSize(256)
        .startsWith(three[0], three[1], three[2])
        .endsWith(102);
    assertThat(encoder.tokens("a boat ".repeat(300), 10).orElseThrow()).hasSize(10);
    assertThat(encoder.tokens("a boat ".repeat(300), 9999).orElseThrow()).hasSize(256);
    assertThat(encoder.tokens(" ", 256)).isEmpty();
  }
}
