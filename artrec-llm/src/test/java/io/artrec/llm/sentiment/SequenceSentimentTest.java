package io.artrec.llm.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.djl.training.SequenceArchitecture;
import io.artrec.djl.training.TrainingOptions;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.sentiment.OpinionTerms;
import io.artrec.text.sentiment.Sentiment;
import io.artrec.text.sentiment.Sentiment.Label;
import io.artrec.text.sentiment.SentimentAnalyzer;
import io.artrec.text.wordvector.GloVe;
import io.artrec.text.wordvector.WordVectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceSentimentTest {
  private static final TextAnalysis WORDS = OpinionTerms.englishWords();
  private static final String[] GOOD = {"glowing", "tender", "lively", "superb", "fine"};
  private static final String[] BAD = {"muddy", "stiff", "lifeless", "clumsy", "poor"};

  @TempDir Path folder;

  @BeforeEach
  void engine() {
    PyTorch.assumeAvailable();
  }

  static Stream<SequenceSentiment.Trainer> trainers() {
    return Stream.of(SequenceSentiment.convolutional(WORDS), SequenceSentiment.recurrent(WORDS));
  }

  /** Both sides have the same words, equally often: only their order tells. */
  private static List<SentimentExample> turned(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SentimentExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String good = GOOD[random.nextInt(GOOD.length)];
      String bad = BAD[random.nextInt(BAD.length)];
      String start = random.nextBoolean() ? "The drawing is " : "We found the old frame ";
      examples.add(SentimentExample.positive(start + "not " + bad + " but " + good));
      examples.add(SentimentExample.negative(start + "not " + good + " but " + bad));
    }
    return examples;
  }

  private static double accuracy(SentimentAnalyzer analyzer, List<SentimentExample> examples) {
    double right = 0;
    for (SentimentExample example : examples) {
      right += analyzer.analyze(example.text()).label() == example.label() ? 1 : 0;
    }
    return right / examples.size();
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void orderOfWords_isLearnedWhereBagsOfWordsCannot(SequenceSentiment.Trainer trainer) {
    List<SentimentExample> unseen = turned(100, 2);
    SequenceSentiment network = trainer.train(turned(100, 1));
    assertThat(accuracy(network, unseen)).isGreaterThan(0.97);
    assertThat(network.analyze("The zeppelin is not stiff but superb!").intensity())
        .isGreaterThan(0.5);
    assertThat(network.analyze("The zeppelin is not superb but stiff!").intensity())
        .isLessThan(-0.5);
    LearnedSentiment bag = LearnedSentiment.logisticRegression(WORDS).train(turned(100, 1));
    assertThat(accuracy(bag, unseen)).isLessThan(0.6);
  }

  @Test
  void ownExamples_teachMoreThanTheCommonestSide() {
    List<SentimentExample> train = new ArrayList<>();
    List<SentimentExample> test = new ArrayList<>();
    List<SentimentExample> all = SentimentExample.english();
    for (int i = 0; i < all.size(); i++) {
      (i % 5 == 0 ? test : train).add(all.get(i));
    }
    SequenceSentiment network = SequenceSentiment.convolutional(WORDS).train(train);
    assertThat(accuracy(network, test)).isGreaterThan(0.45);
  }

  @Test
  void name_saysNetworkAndAnalysis() {
    TrainingOptions brief = TrainingOptions.standard().epochs(1);
    assertThat(SequenceSentiment.convolutional(WORDS).options(brief).train(turned(4, 1)).name())
        .isEqualTo("convolution-opinion-words-en");
    assertThat(SequenceSentiment.recurrent(WORDS).options(brief).train(turned(4, 1)).name())
        .isEqualTo("recurrent-opinion-words-en");
  }

  @Test
  void textsOfUnknownWords_areNeutral() {
    SequenceSentiment network =
        SequenceSentiment.convolutional(WORDS)
            .options(TrainingOptions.standard().epochs(2))
            .train(turned(20, 1));
    for (String text : List.of("", "  \n", "zeppelins everywhere", "好", "?!")) {
      assertThat(network.analyze(text)).as(text).isEqualTo(Sentiment.neutral());
    }
    assertThat(network.analyze("zeppelins: glowing").intensity()).isNotZero();
  }

  @Test
  void wordsBeginWithGivenVectors_andAreKnownFromOneExampleOn() {
    List<SentimentExample> examples = new ArrayList<>(turned(20, 1));
    examples.add(SentimentExample.positive("radiant"));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      texts.add("a radiant and glowing picture");
      texts.add("a muddy, stiff picture");
    }
    WordVectors vectors = GloVe.of(WORDS).dimensions(8).train(texts);
    SequenceSentiment.Trainer trainer =
        SequenceSentiment.recurrent(WORDS)
            .minTexts(2)
            .options(TrainingOptions.standard().epochs(2));

    Sentiment without = trainer.train(examples).analyze("radiant");
    Sentiment with = trainer.vectors(vectors).train(examples).analyze("radiant");

    assertThat(without).isEqualTo(Sentiment.neutral());
    assertThat(with.intensity()).isNotZero();
  }

  @Test
  void progress_hearsOfEveryEpoch() {
    List<Long> epochs = new ArrayList<>();
    SequenceSentiment.recurrent(WORDS)
        .options(TrainingOptions.standard().epochs(3).validationShare(0))
        .progress((stage, done, total) -> epochs.add(done))
        .train(turned(4, 1));
    assertThat(epochs).containsExactly(1L, 2L, 3L);
  }

  @Test
  void seed_decidesTheOutcome() {
    TrainingOptions options = TrainingOptions.standard().epochs(2);
    SequenceSentiment.Trainer trainer = SequenceSentiment.convolutional(WORDS);
    String text = "not glowing but stiff";
    double one = trainer.options(options.seed(1)).train(turned(20, 1)).analyze(text).intensity();
    double same = trainer.options(options.seed(1)).train(turned(20, 1)).analyze(text).intensity();
    double two = trainer.options(options.seed(2)).train(turned(20, 1)).analyze(text).intensity();
    assertThat(same).isEqualTo(one);
    assertThat(two).isNotEqualTo(one);
  }

  @Test
  void analysisThatDropsNegations_isRefused() {
    assertThatThrownBy(() -> SequenceSentiment.recurrent(TextAnalysis.english()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "analysis 'en' drops 'not', so that \"not good\" reads as \"good\"; pass one that keeps"
                + " all words, such as OpinionTerms.englishWords() or WordVectors.plainWords()");
    assertThatThrownBy(() -> SequenceSentiment.convolutional(TextAnalysis.of("French")))
        .hasMessageContaining("analysis 'fr' drops 'pas'");
    assertThat(SequenceSentiment.convolutional(OpinionTerms.chineseWords())).isNotNull();
    assertThat(SequenceSentiment.convolutional(WordVectors.plainWords())).isNotNull();
    assertThat(WORDS.terms("It is not good.")).containsExactly("it", "is", "not", "good");
    assertThat(OpinionTerms.chineseWords().terms("不好看。")).containsExactly("不", "好看");
  }

  @Test
  void chinese_isLearnedToo() {
    List<SentimentExample> examples = new ArrayList<>();
    for (String thing : List.of("房间", "画", "服务", "光线", "早餐", "画框")) {
      examples.add(SentimentExample.positive(thing + "很好"));
      examples.add(SentimentExample.negative(thing + "不好"));
    }
    SequenceSentiment network =
        SequenceSentiment.convolutional(OpinionTerms.chineseWords())
            .options(TrainingOptions.standard().validationShare(0))
            .train(examples);
    assertThat(network.analyze("书很好").label()).isEqualTo(Label.POSITIVE);
    assertThat(network.analyze("书不好").label()).isEqualTo(Label.NEGATIVE);
  }

  @Test
  void settingsThatCannotBe_areRefused() {
    SequenceSentiment.Trainer trainer = SequenceSentiment.recurrent(WORDS);
    assertThatThrownBy(() -> trainer.minTexts(0)).hasMessage("minTexts is 0, expected 1 or more");
    assertThatThrownBy(() -> trainer.dropout(-1)).hasMessage("dropout is -1.0, expected 0 to 0.9");
    assertThatThrownBy(() -> trainer.dimensions(0))
        .hasMessage("dimensions is 0, expected 1 to 4096");
  }

  @Test
  void fileWhosePartsDoNotFit_isRefused() {
    SequenceSentiment network =
        SequenceSentiment.recurrent(WORDS)
            .architecture(SequenceArchitecture.recurrent(2))
            .options(TrainingOptions.standard().epochs(1))
            .train(turned(4, 1));
    Path file = folder.resolve("model");
    network.save(file);
    assertThatThrownBy(() -> SequenceSentiment.load(file, TextAnalysis.english()))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            file
                + " was trained with the analysis 'opinion-words-en', not with 'en'; load it with"
                + " that analysis or train anew");
    ModelFile.write(
        file,
        out -> {
          out.putString("kind", "sequence-sentiment");
          out.putString("analysis", "opinion-words-en");
          out.putStrings("sides", List.of("negative", "positive"));
          out.putStrings("words", List.of("good", "good"));
        });
    assertThatThrownBy(() -> SequenceSentiment.load(file, WORDS))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(file + " holds a word twice");
    ModelFile.write(
        file,
        out -> {
          out.putString("kind", "sequence-sentiment");
          out.putString("analysis", "opinion-words-en");
          out.putStrings("sides", List.of("negative", "positive"));
          out.putStrings("words", List.of("good"));
          out.putLong("sequence-classifier", 1);
          out.putLong("vocabulary", 3);
          out.putLong("dimensions", 1);
          out.putLong("max-tokens", 1);
          out.putDouble("loss", 0);
          out.putLong("attention", 0);
          out.putFloats("weight-0", new float[3]);
          out.putFloats("weight-1", new float[2]);
          out.putFloats("weight-2", new float[2]);
        });
    assertThatThrownBy(() -> SequenceSentiment.load(file, WORDS))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(file + " holds a network of 3 words and 2 sides, expected 2 and 2");
  }
}
