package io.artrec.djl.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.djl.ModelSource;
import io.artrec.djl.PyTorch;
import io.artrec.djl.onnx.internal.OnnxGraph;
import io.artrec.djl.text.Pooling;
import io.artrec.djl.text.TextEncoder;
import io.artrec.djl.text.TextEncoderOptions;
import io.artrec.djl.text.internal.EncoderFiles;
import io.artrec.djl.transformer.UnsupportedModelException;
import io.artrec.djl.transformer.internal.BertArray;
import io.artrec.djl.transformer.internal.TinyBert;
import io.artrec.djl.transformer.internal.TrainableBert;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncoderTunerTest {
  /** Each of the first eight belongs to the one eight further on. */
  private static final List<TextPair> PAIRS =
      IntStream.range(0, 8)
          .mapToObj(i -> new TextPair(TinyEncoder.WORDS.get(i), TinyEncoder.WORDS.get(i + 8)))
          .toList();

  @TempDir Path folder;

  @BeforeEach
  void engine() {
    PyTorch.assumeAvailable();
  }

  private static EncoderTuner tuner(ModelSource source) {
    return EncoderTuner.of(source, TinyEncoder.options(Pooling.MEAN))
        .training(o -> o.validationShare(0).learningRate(0.003).epochs(4));
  }

  /** Sentences of four or five words in which "sea" stands before or after "boat". */
  private static List<String> ordered(int count, long seed, int[] labels) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels[i] = random.nextInt(2);
      List<String> words = new ArrayList<>();
      int length = 4 + random.nextInt(2);
      for (int w = 0; w < length; w++) {
        words.add(TinyEncoder.WORDS.get(5 + random.nextInt(11)));
      }
      int one = random.nextInt(length - 1);
      int two = one + 1 + random.nextInt(length - one - 1);
      words.set(one, labels[i] == 1 ? "sea" : "boat");
      words.set(two, labels[i] == 1 ? "boat" : "sea");
      texts.add(String.join(" ", words));
    }
    return texts;
  }

  private static List<float[]> vectors(ModelSource source, List<String> texts, String engine) {
    TextEncoderOptions options = TinyEncoder.options(Pooling.MEAN).engine(engine).device("cpu");
    try (TextEncoder encoder = TextEncoder.open(source, options)) {
      return encoder.encodeAll(texts).stream().map(vector -> vector.orElseThrow()).toList();
    }
  }

  private static double accuracy(DenseHead head, List<float[]> vectors, int[] labels) {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += head.classify(vectors.get(i)) == labels[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  @Test
  void whatAHeadOnFixedVectorsCannotTell_theTunedEncoderTells() {
    ModelSource source = TinyEncoder.source(2, 1);
    int[] labels = new int[300];
    List<String> texts = ordered(300, 1, labels);
    int[] unseen = new int[200];
    List<String> others = ordered(200, 2, unseen);
    others.removeAll(texts);
    int[] right =
        others.stream().mapToInt(t -> t.indexOf("sea") < t.indexOf("boat") ? 1 : 0).toArray();
    DenseHead fixed =
        new DenseHeadTrainer(TrainingOptions.standard())
            .classify(
                vectors(source, texts, "onnxruntime"),
                labels,
                2,
                Progress.silent(),
                new Cancellation());
    double before = accuracy(fixed, vectors(source, others, "onnxruntime"), right);
    TunedEncoder tuned =
        tuner(source)
            .training(o -> o.epochs(25).validationShare(0.1).patience(25))
            .classify(texts, labels, 2);
    DenseHead head = tuned.head().orElseThrow();
    double after = accuracy(head, vectors(tuned.source(), others, "onnxruntime"), right);
    assertThat(others).hasSizeGreaterThan(100);
    assertThat(before).isLessThan(0.8);
    assertThat(after).isGreaterThan(0.95);
    assertThat(tuned.loss()).isLessThan(0.2);
    assertThat(tuned.lossBefore()).isEmpty();
    assertThat(tuned.epoch()).isBetween(1, 25);
  }

  @ParameterizedTest
  @EnumSource(Pooling.class)
  void pairs_areBroughtTogether_andBothEnginesSaySo(Pooling pooling) {
    ModelSource source = TinyEncoder.source(2, 2);
    TextEncoderOptions options = TinyEncoder.options(pooling);
    TunedEncoder tuned =
        EncoderTuner.of(source, options)
            .dropout(0)
            .training(o -> o.validationShare(0).learningRate(0.003).batchSize(8).epochs(120))
            .match(PAIRS);
    assertThat(tuned.head()).isEmpty();
    assertThat(tuned.epoch()).isEqualTo(120);
    assertThat(found(source, options)).isLessThan(6);
    assertThat(found(tuned.source(), options)).isEqualTo(8);
    assertThat(found(tuned.source(), options.engine("pytorch").device("cpu"))).isEqualTo(8);
  }

  /** For how many pairs the second text is the nearest of all second texts. */
  private static int found(ModelSource source, TextEncoderOptions options) {
    try (TextEncoder encoder = TextEncoder.open(source, options)) {
      int found = 0;
      for (int i = 0; i < PAIRS.size(); i++) {
        double[] cosines = new double[PAIRS.size()];
        float[] one = encoder.encode(PAIRS.get(i).first()).orElseThrow();
        for (int j = 0; j < cosines.length; j++) {
          float[] other = encoder.encode(PAIRS.get(j).second()).orElseThrow();
          for (int d = 0; d < one.length; d++) {
            cosines[j] += one[d] * other[d];
          }
        }
        found += Matrices.best(cosines) == i ? 1 : 0;
      }
      return found;
    }
  }

  @Test
  void stepsTooSmallToChangeAnything_leaveTheModelAsItWas() {
    ModelSource source = TinyEncoder.source(2, 3);
    TunedEncoder tuned =
        tuner(source).embeddings(true).training(o -> o.learningRate(1e-30)).match(PAIRS);
    assertThat(tuned.source().readModel()).isEqualTo(source.readModel());
    assertThat(identity(tuned.source())).isEqualTo(identity(source));
  }

  private static String identity(ModelSource source) {
    try (TextEncoder encoder = TextEncoder.open(source, TinyEncoder.options(Pooling.MEAN))) {
      return encoder.identity();
    }
  }

  @Test
  void oneSeed_givesTheSameBits_anotherSeedOthers() {
    ModelSource source = TinyEncoder.source(2, 4);
    int[] labels = new int[40];
    List<String> texts = ordered(40, 3, labels);
    TunedEncoder one = tuner(source).classify(texts, labels, 2);
    TunedEncoder two = tuner(source).classify(texts, labels, 2);
    TunedEncoder other = tuner(source).training(o -> o.seed(2)).classify(texts, labels, 2);
    assertThat(one.source().readModel()).isEqualTo(two.source().readModel());
    assertThat(TrainedBytes.of(one.head().orElseThrow()::save))
        .isEqualTo(TrainedBytes.of(two.head().orElseThrow()::save));
    assertThat(other.source().readModel()).isNotEqualTo(one.source().readModel());
    assertThat(identity(one.source()))
        .isEqualTo(identity(two.source()))
        .isNotEqualTo(identity(source))
        .isNotEqualTo(identity(other.source()));
  }

  @Test
  void layersThatAreNotTrained_stay() {
    ModelSource source = TinyEncoder.source(2, 5);
    EncoderTuner tuner = tuner(source);
    assertThat(changed(source, tuner.lastLayers(1).match(PAIRS))).containsExactly(1);
    assertThat(changed(source, tuner.match(PAIRS))).containsExactly(0, 1);
    assertThat(changed(source, tuner.embeddings(true).match(PAIRS))).containsExactly(-1, 0, 1);
  }

  /** The layers whose weights differ. */
  private static Set<Integer> changed(ModelSource source, TunedEncoder tuned) {
    List<BertArray> before = arrays(source);
    List<BertArray> after = arrays(tuned.source());
    Set<Integer> layers = new TreeSet<>();
    for (int i = 0; i < before.size(); i++) {
      if (!Arrays.equals(before.get(i).values(), after.get(i).values())) {
        layers.add(before.get(i).layer());
      }
    }
    return layers;
  }

  private static List<BertArray> arrays(ModelSource source) {
    return TrainableBert.of(OnnxGraph.of(source.readModel(), "tiny.onnx")).arrays();
  }

  @Test
  void anEncoderThatNoEpochBetters_comesBackAsItWas() {
    ModelSource source = TinyEncoder.source(2, 6);
    List<TextPair> same =
        IntStream.range(0, 16)
            .mapToObj(i -> new TextPair(TinyEncoder.WORDS.get(i), TinyEncoder.WORDS.get(i)))
            .toList();
    TunedEncoder ruined =
        tuner(source).training(o -> o.validationShare(0.5).learningRate(1).patience(2)).match(same);
    assertThat(ruined.epoch()).isZero();
    assertThat(ruined.lossBefore()).hasValue(ruined.loss());
    assertThat(ruined.source().readModel()).isEqualTo(source.readModel());
    TunedEncoder better =
        tuner(source)
            .training(o -> o.validationShare(0.2).epochs(12).batchSize(6).patience(12))
            .match(aboutOneThing());
    assertThat(better.epoch()).isPositive();
    assertThat(better.loss()).isLessThan(better.lossBefore().orElseThrow() - 0.05);
  }

  /** Pairs that name one thing of six, among other words, before and after. */
  private static List<TextPair> aboutOneThing() {
    SplittableRandom random = new SplittableRandom(12);
    List<TextPair> pairs = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      String thing = TinyEncoder.WORDS.get(3 + i % 6);
      String before = TinyEncoder.WORDS.get(9 + random.nextInt(7));
      String after = TinyEncoder.WORDS.get(9 + random.nextInt(7));
      pairs.add(new TextPair(before + " " + thing, thing + " " + after));
    }
    return pairs;
  }

  @Test
  void savedAndOpenedAgain_itGivesTheSameVectors() {
    ModelSource source = TinyEncoder.source(2, 7);
    TunedEncoder tuned =
        EncoderTuner.of(source, TinyEncoder.options(Pooling.CLS))
            .training(o -> o.validationShare(0).learningRate(0.003))
            .match(PAIRS);
    Path saved = folder.resolve("tuned");
    try (TextEncoder encoder = TextEncoder.open(tuned.source(), TinyEncoder.options(Pooling.CLS))) {
      EncoderFiles.write(saved, EncoderFiles.of(tuned.source(), encoder));
      try (TextEncoder again =
          TextEncoder.open(ModelSource.of(saved), TextEncoderOptions.standard())) {
        assertThat(again.pooling()).isEqualTo(Pooling.CLS);
        assertThat(again.maxTokens()).isEqualTo(TinyBert.POSITIONS);
        assertThat(again.identity()).isEqualTo(encoder.identity());
        String text = "red boat near sea";
        assertThat(again.encode(text).orElseThrow()).isEqualTo(encoder.encode(text).orElseThrow());
      }
    }
  }

  @Test
  void whenCancelled_itStopsBetweenSteps() {
    Cancellation cancellation = new Cancellation();
    List<Long> steps = new ArrayList<>();
    EncoderTuner tuner =
        tuner(TinyEncoder.source(1, 8))
            .training(o -> o.batchSize(2).epochs(3))
            .progress(
                (stage, done, total) -> {
                  assertThat(stage).isEqualTo("tuning an encoder");
                  assertThat(total).isEqualTo(12);
                  steps.add(done);
                  if (done == 5) {
                    cancellation.cancel();
                  }
                })
            .cancellation(cancellation);
    assertThatThrownBy(() -> tuner.match(PAIRS))
        .isInstanceOf(CancelledException.class)
        .hasMessage("cancelled while tuning an encoder; nothing was changed");
    assertThat(steps).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void learningRate_growsAndShrinks() {
    TrainingOptions options = TrainingOptions.fineTuning().learningRate(1).warmUp(0.25);
    double[] rates =
        IntStream.rangeClosed(1, 8).mapToDouble(s -> options.learningRate(s, 8)).toArray();
    assertThat(rates)
        .containsExactly(
            new double[] {0.5, 1, 1, 5 / 6.0, 4 / 6.0, 3 / 6.0, 2 / 6.0, 1 / 6.0}, within(1e-12));
    assertThat(TrainingOptions.standard().learningRate(7, 8)).isEqualTo(0.01);
  }

  @Test
  void modelsThatCannotBeTuned_areRefused() {
    EncoderTuner quantised =
        tuner(TinyEncoder.source(TinyBert.bytes(TinyBert.Form.QUANTISED, 1, 1)));
    assertThatThrownBy(() -> quantised.match(PAIRS))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining("it is quantised")
        .hasMessageContaining("in full precision");
    EncoderTuner other = tuner(TinyEncoder.source(TinyBert.bytes(TinyBert.Form.CAUSAL, 1, 1)));
    assertThatThrownBy(() -> other.match(PAIRS))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining("supported are BERT encoders");
    TextEncoderOptions raw = TextEncoderOptions.standard().normalize(false);
    assertThatThrownBy(() -> EncoderTuner.of(TinyEncoder.source(1, 1), raw))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave normalize(true)");
  }

  @Test
  void tooLittleToLearnFrom_isSaid() {
    EncoderTuner tuner = tuner(TinyEncoder.source(2, 1));
    List<String> texts = List.of("sea", "boat", "sun", "moon", "red", "blue", "old", "?!");
    assertThatThrownBy(() -> tuner.classify(texts, new int[] {0, 1, 0, 1, 0, 1, 0, 1}, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "tuning an encoder: the encoder can read 7 of 8 texts, of 2 labels; expected 8 texts or"
                + " more of 2 labels or more");
    assertThatThrownBy(() -> tuner.classify(TinyEncoder.WORDS, new int[16], 2))
        .hasMessageContaining("can read 16 of 16 texts, of 1 labels");
    assertThatThrownBy(() -> tuner.classify(texts, new int[3], 2))
        .hasMessageContaining("8 texts and 3 labels");
    assertThatThrownBy(() -> tuner.match(PAIRS.subList(0, 3)))
        .hasMessageContaining("can read both texts of 3 of 3 pairs, expected 4 or more");
    assertThatThrownBy(() -> tuner.training(o -> o.batchSize(1)).match(PAIRS))
        .hasMessageContaining("batchSize is 1, expected 2 or more");
    assertThatThrownBy(() -> tuner.lastLayers(3).match(PAIRS))
        .hasMessageContaining("lastLayers is 3, the encoder has 2");
    assertThatThrownBy(() -> tuner.lastLayers(1).embeddings(true).match(PAIRS))
        .hasMessageContaining("set one of the two");
    assertThatThrownBy(() -> tuner.dropout(1)).hasMessageContaining("expected 0 to 0.9");
    assertThatThrownBy(() -> tuner.temperature(0)).hasMessageContaining("expected 0.001 to 10");
  }

  @Test
  void textsLongerThanTheWindow_areCut() {
    String longText = String.join(" ", TinyEncoder.WORDS).repeat(3);
    List<TextPair> pairs = new ArrayList<>(PAIRS);
    pairs.add(new TextPair(longText, "art works"));
    assertThat(tuner(TinyEncoder.source(2, 9)).match(pairs).epoch()).isEqualTo(4);
  }
}
