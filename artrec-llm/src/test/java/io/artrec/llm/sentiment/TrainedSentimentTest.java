package io.artrec.llm.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.djl.training.TrainingOptions;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.sentiment.BlendedSentiment;
import io.artrec.text.sentiment.LexiconSentiment;
import io.artrec.text.sentiment.OpinionTerms;
import io.artrec.text.sentiment.Sentiment;
import io.artrec.text.sentiment.Sentiment.Label;
import io.artrec.text.sentiment.SentimentAnalyzer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What analyzers that learn have in common, and what sets them apart. */
class TrainedSentimentTest {
  private static final WordEncoder ENCODER = new WordEncoder("words");
  static final List<SentimentExample> EXAMPLES = examples();

  @TempDir Path folder;

  /** One way of training, saving and loading. */
  record Kind(
      String name,
      BiFunction<List<SentimentExample>, Cancellation, SentimentAnalyzer> train,
      BiFunction<SentimentAnalyzer, Path, SentimentAnalyzer> saveAndLoad) {
    @Override
    public String toString() {
      return name;
    }

    SentimentAnalyzer trained(List<SentimentExample> examples) {
      return train.apply(examples, new Cancellation());
    }
  }

  static Stream<Kind> kinds() {
    Function<LearnedSentiment.Trainer, Kind> learned =
        trainer ->
            new Kind(
                trainer.train(EXAMPLES).name(),
                (examples, token) -> trainer.cancellation(token).train(examples),
                (analyzer, file) -> {
                  ((LearnedSentiment) analyzer).save(file);
                  return LearnedSentiment.load(file, OpinionTerms.english());
                });
    return Stream.of(
        learned.apply(LearnedSentiment.logisticRegression(OpinionTerms.english())),
        learned.apply(LearnedSentiment.linearSvm(OpinionTerms.english())),
        new Kind(
            "neural",
            (examples, token) ->
                NeuralSentiment.trainer(ENCODER).cancellation(token).train(examples),
            (analyzer, file) -> {
              ((NeuralSentiment) analyzer).save(file);
              return NeuralSentiment.load(file, ENCODER);
            }),
        sequence("convolutional", SequenceSentiment.convolutional(OpinionTerms.englishWords())),
        sequence("recurrent", SequenceSentiment.recurrent(OpinionTerms.englishWords())));
  }

  private static Kind sequence(String name, SequenceSentiment.Trainer trainer) {
    TrainingOptions options =
        TrainingOptions.standard().epochs(20).learningRate(0.01).validationShare(0);
    return new Kind(
        name,
        (examples, token) -> {
          PyTorch.assumeAvailable();
          return trainer.options(options).cancellation(token).train(examples);
        },
        (analyzer, file) -> {
          ((SequenceSentiment) analyzer).save(file);
          return SequenceSentiment.load(file, OpinionTerms.englishWords());
        });
  }

  private static List<SentimentExample> examples() {
    List<SentimentExample> examples = new ArrayList<>();
    String[] things = {"boat", "sky", "portrait", "frame", "light", "room", "river", "chair"};
    for (String thing : things) {
      examples.add(SentimentExample.positive("the " + thing + " is glowing and tender"));
      examples.add(SentimentExample.negative("the " + thing + " is muddy and stiff"));
      examples.add(SentimentExample.neutral("the " + thing + " is on the left"));
      examples.add(SentimentExample.positive("a glowing " + thing));
      examples.add(SentimentExample.negative("a muddy " + thing));
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void plantedWords_areLearned(Kind kind) {
    SentimentAnalyzer analyzer = kind.trained(EXAMPLES);
    Sentiment praise = analyzer.analyze("what a glowing, tender cloud");
    Sentiment blame = analyzer.analyze("such a muddy, stiff cloud");
    assertThat(praise.label()).isEqualTo(Label.POSITIVE);
    assertThat(blame.label()).isEqualTo(Label.NEGATIVE);
    assertThat(praise.intensity()).isGreaterThan(0.2);
    assertThat(blame.intensity()).isLessThan(-0.2);
    assertThat(analyzer.analyze("on the left of the boat").label()).isEqualTo(Label.NEUTRAL);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void sameExamples_giveTheSameModel(Kind kind) {
    SentimentAnalyzer one = kind.trained(EXAMPLES);
    SentimentAnalyzer two = kind.trained(EXAMPLES);
    for (SentimentExample example : EXAMPLES) {
      assertThat(two.analyze(example.text())).isEqualTo(one.analyze(example.text()));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void loaded_equalsSaved(Kind kind) {
    SentimentAnalyzer saved = kind.trained(EXAMPLES);
    SentimentAnalyzer loaded = kind.saveAndLoad().apply(saved, folder.resolve("model"));
    assertThat(loaded.name()).isEqualTo(saved.name());
    List<String> texts = new ArrayList<>(EXAMPLES.stream().map(SentimentExample::text).toList());
    texts.addAll(List.of("", "unseen", "glowing but muddy"));
    assertThat(loaded.analyzeAll(texts)).isEqualTo(saved.analyzeAll(texts));
    for (String text : texts) {
      assertThat(loaded.analyze(text)).isEqualTo(saved.analyze(text));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hopelessExamples_areRefused(Kind kind) {
    assertThatThrownBy(() -> kind.trained(List.of()))
        .isInstanceOf(SentimentTrainingException.class)
        .hasMessage("cannot learn sentiment from no examples; give texts of at least two sides");
    assertThatThrownBy(
            () ->
                kind.trained(
                    List.of(SentimentExample.positive("good"), SentimentExample.positive("fine"))))
        .hasMessage(
            "cannot learn sentiment: all 2 usable examples are positive; give texts of at least two sides");
    assertThatThrownBy(
            () ->
                kind.trained(
                    List.of(SentimentExample.positive(" "), SentimentExample.negative(""))))
        .hasMessage("cannot learn sentiment: none of 2 examples holds a text this analyzer reads");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void contradictingLabels_shareTheText(Kind kind) {
    List<SentimentExample> torn = new ArrayList<>(EXAMPLES);
    for (int i = 0; i < 5; i++) {
      torn.add(SentimentExample.positive("enormous"));
      torn.add(SentimentExample.negative("enormous"));
    }
    assertThat(kind.trained(torn).analyze("enormous").intensity()).isBetween(-0.35, 0.35);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void twoSides_areEnough(Kind kind) {
    List<SentimentExample> noNegatives =
        EXAMPLES.stream().filter(e -> e.label() != Label.NEGATIVE).toList();
    SentimentAnalyzer analyzer = kind.trained(noNegatives);
    assertThat(analyzer.analyze("a glowing boat").label()).isEqualTo(Label.POSITIVE);
    assertThat(analyzer.analyze("the boat is on the left").label()).isEqualTo(Label.NEUTRAL);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void cancelled_stops(Kind kind) {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(() -> kind.train().apply(EXAMPLES, cancellation))
        .isInstanceOf(CancelledException.class)
        .hasMessageStartingWith("cancelled while ");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hostileTexts_haveADefinedAnswer(Kind kind) {
    SentimentAnalyzer analyzer = kind.trained(EXAMPLES);
    for (String nothing : new String[] {"", " \n", "\u0000\uD800\u202E", "12345 !!!"}) {
      assertThat(analyzer.analyze(nothing)).as("nothing").isEqualTo(Sentiment.neutral());
    }
    assertThat(analyzer.analyze("glowing ".repeat(1_300_000)).label()).isEqualTo(Label.POSITIVE);
    assertThat(analyzer.analyze("x".repeat(2_000_000)).intensity()).isBetween(-1.0, 1.0);
    assertThat(analyzer.analyze("glowing 很好 😀 ужас").intensity()).isBetween(-1.0, 1.0);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void brokenFiles_areRefused(Kind kind) throws Exception {
    Path file = folder.resolve("model");
    SentimentAnalyzer saved = kind.trained(EXAMPLES);
    assertThat(kind.saveAndLoad().apply(saved, file).name()).isEqualTo(saved.name());
    byte[] bytes = Files.readAllBytes(file);
    Path broken = folder.resolve("broken");

    Files.write(broken, Arrays.copyOf(bytes, bytes.length - 7));
    assertThatThrownBy(() -> load(saved, broken))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("is damaged");
    Files.writeString(broken, "PK not a model");
    assertThatThrownBy(() -> load(saved, broken))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("is not an artrec model file");
    ModelFile.write(broken, out -> out.putString("kind", "gallery"));
    assertThatThrownBy(() -> load(saved, broken))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("holds a model of kind 'gallery', expected '");
    assertThatThrownBy(() -> load(saved, folder.resolve("none")))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("no such file");
  }

  private static SentimentAnalyzer load(SentimentAnalyzer like, Path file) {
    if (like instanceof SequenceSentiment) {
      return SequenceSentiment.load(file, OpinionTerms.englishWords());
    }
    return like instanceof NeuralSentiment
        ? NeuralSentiment.load(file, ENCODER)
        : LearnedSentiment.load(file, OpinionTerms.english());
  }

  @Test
  void otherEncoderOrAnalysis_isRefused() {
    Path file = folder.resolve("model");
    NeuralSentiment.trainer(ENCODER).train(EXAMPLES).save(file);
    assertThatThrownBy(() -> NeuralSentiment.load(file, new WordEncoder("other")))
        .hasMessage(
            file
                + " was trained on the encoder 'words', not on 'other'; load it with that encoder or train anew");
    LearnedSentiment.linearSvm(OpinionTerms.english()).train(EXAMPLES).save(file);
    assertThatThrownBy(() -> LearnedSentiment.load(file, TextAnalysis.english()))
        .hasMessage(
            file
                + " was trained with the analysis 'opinion-en', not with 'en'; load it with that analysis or train anew");
  }

  @Test
  void wrongNumbersInAFile_areRefused() {
    Path file = folder.resolve("model");
    ModelFile.write(
        file,
        out -> {
          out.putString("kind", "neural-sentiment");
          out.putString("encoder", "words");
          out.putStrings("sides", List.of("negative", "positive"));
          out.putDoubles("weights", new double[3]);
        });
    assertThatThrownBy(() -> NeuralSentiment.load(file, ENCODER))
        .hasMessage(file + " holds 3 weights, expected 98");
    double[] wrong = new double[98];
    wrong[5] = Double.NaN;
    ModelFile.write(
        file,
        out -> {
          out.putString("kind", "neural-sentiment");
          out.putString("encoder", "words");
          out.putStrings("sides", List.of("negative", "positive"));
          out.putDoubles("weights", wrong);
        });
    assertThatThrownBy(() -> NeuralSentiment.load(file, ENCODER))
        .hasMessage(file + " holds NaN among its weights");
    ModelFile.write(
        file,
        out -> {
          out.putString("kind", "neural-sentiment");
          out.putString("encoder", "words");
          out.putStrings("sides", List.of("negative", "angry"));
        });
    assertThatThrownBy(() -> NeuralSentiment.load(file, ENCODER))
        .hasMessage(file + " holds an unknown side 'angry'");
  }

  @Test
  void neuralHead_isTheSameOnAnyThreads() {
    List<SentimentExample> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.addAll(EXAMPLES);
    }
    NeuralSentiment one = NeuralSentiment.trainer(ENCODER).threads(1).train(many);
    for (int threads : new int[] {2, 3, 8}) {
      NeuralSentiment other = NeuralSentiment.trainer(ENCODER).threads(threads).train(many);
      for (SentimentExample example : EXAMPLES) {
        assertThat(other.analyze(example.text())).isEqualTo(one.analyze(example.text()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(LearnedSentiment.Algorithm.class)
  void termWeights_areTheSameOnAnyThreads(LearnedSentiment.Algorithm algorithm) {
    LearnedSentiment one = learned(algorithm).train(SentimentExample.english());
    for (int threads : new int[] {2, 3}) {
      LearnedSentiment other =
          learned(algorithm).threads(threads).train(SentimentExample.english());
      for (SentimentExample example : SentimentExample.english()) {
        assertThat(other.analyze(example.text())).isEqualTo(one.analyze(example.text()));
      }
    }
  }

  /**
   * What stochastic gradient descent reached on the same parts: 0.537 and 0.524, 0.656 and 0.656.
   */
  @ParameterizedTest
  @CsvSource({
    "LOGISTIC_REGRESSION, en, 0.52",
    "LINEAR_SVM, en, 0.52",
    "LOGISTIC_REGRESSION, zh, 0.65",
    "LINEAR_SVM, zh, 0.65"
  })
  void ownExamples_teachWhatWasMeasured(
      LearnedSentiment.Algorithm algorithm, String language, double atLeast) {
    boolean english = language.equals("en");
    List<SentimentExample> all = english ? SentimentExample.english() : SentimentExample.chinese();
    int right = 0;
    for (int part = 0; part < 5; part++) {
      List<SentimentExample> train = new ArrayList<>();
      List<SentimentExample> unseen = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        (i % 5 == part ? unseen : train).add(all.get(i));
      }
      TextAnalysis terms = english ? OpinionTerms.english() : OpinionTerms.chinese();
      LearnedSentiment model = trainer(algorithm, terms).train(train);
      for (SentimentExample example : unseen) {
        right += model.analyze(example.text()).label() == example.label() ? 1 : 0;
      }
    }
    assertThat((double) right / all.size()).isBetween(atLeast, atLeast + 0.05);
  }

  private static LearnedSentiment.Trainer learned(LearnedSentiment.Algorithm algorithm) {
    return trainer(algorithm, OpinionTerms.english());
  }

  private static LearnedSentiment.Trainer trainer(
      LearnedSentiment.Algorithm algorithm, TextAnalysis analysis) {
    return algorithm == LearnedSentiment.Algorithm.LINEAR_SVM
        ? LearnedSentiment.linearSvm(analysis)
        : LearnedSentiment.logisticRegression(analysis);
  }

  @Test
  void regularization_holdsBack() {
    LearnedSentiment.Trainer trainer = learned(LearnedSentiment.Algorithm.LOGISTIC_REGRESSION);
    double free = trainer.train(EXAMPLES).analyze("a glowing boat").intensity();
    double held = trainer.regularization(1).train(EXAMPLES).analyze("a glowing boat").intensity();
    assertThat(held).isBetween(0.0, free / 2);
  }

  @ParameterizedTest
  @EnumSource(LearnedSentiment.Algorithm.class)
  void progress_reachesTheEnd(LearnedSentiment.Algorithm algorithm) {
    List<String> stages = new ArrayList<>();
    List<Boolean> ended = new ArrayList<>();
    learned(algorithm)
        .progress(
            (stage, done, total) -> {
              stages.add(stage);
              ended.add(done == total);
            })
        .train(EXAMPLES);
    assertThat(stages).last().asString().startsWith("fitting a ");
    assertThat(ended).last().isEqualTo(true);
  }

  @Test
  void wrongParameters_areRefused() {
    NeuralSentiment.Trainer neural = NeuralSentiment.trainer(ENCODER);
    assertThatThrownBy(() -> neural.regularization(0))
        .hasMessage("regularization is 0.0, expected a finite number above 0");
    assertThatThrownBy(() -> neural.threads(0)).hasMessage("threads is 0, expected 1 or more");
    LearnedSentiment.Trainer learned = LearnedSentiment.linearSvm(OpinionTerms.english());
    assertThatThrownBy(() -> learned.threads(0)).hasMessage("threads is 0, expected 1 or more");
    assertThatThrownBy(() -> learned.regularization(Double.NaN))
        .hasMessage("regularization is NaN, expected a finite number above 0");
    assertThatThrownBy(
            () -> BlendedSentiment.of(LexiconSentiment.english(), LexiconSentiment.chinese(), 1))
        .hasMessage("share of the first analyzer is 1.0, expected above 0 and below 1");
  }

  @Test
  void chineseTerms_teachChinese() {
    LearnedSentiment learned =
        LearnedSentiment.logisticRegression(OpinionTerms.chinese())
            .train(SentimentExample.chinese());
    assertThat(learned.analyze("房间很干净，服务很好").label()).isEqualTo(Label.POSITIVE);
    assertThat(learned.analyze("质量太差，千万别买").label()).isEqualTo(Label.NEGATIVE);
    assertThat(OpinionTerms.chinese().terms("不好看。")).contains("不", "不 好看");
    assertThat(OpinionTerms.english().terms("Not good")).contains("not", "good", "not good");
  }
}
