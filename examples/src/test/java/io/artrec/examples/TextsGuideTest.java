package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.SimilarRequest;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import io.artrec.classification.LabelDistribution;
import io.artrec.djl.ModelException;
import io.artrec.djl.ModelSource;
import io.artrec.djl.text.Pooling;
import io.artrec.djl.text.TextEncoderOptions;
import io.artrec.djl.training.TextPair;
import io.artrec.djl.training.TunedEncoder;
import io.artrec.examples.collection.BundledWorks;
import io.artrec.feature.Feature;
import io.artrec.llm.embedding.TextEmbedding;
import io.artrec.llm.embedding.TransformerEncoder;
import io.artrec.llm.label.CalibratedLabels;
import io.artrec.llm.label.DescribedLabels;
import io.artrec.llm.label.LabelFeature;
import io.artrec.llm.label.LabelSet;
import io.artrec.llm.label.LabeledText;
import io.artrec.llm.label.LinearLabels;
import io.artrec.llm.label.NearestLabels;
import io.artrec.llm.label.TextLabeler;
import io.artrec.llm.label.TunedLabels;
import io.artrec.llm.sentiment.LearnedSentiment;
import io.artrec.llm.sentiment.SentimentExample;
import io.artrec.llm.sentiment.Sentiments;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Strategy;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.TermDictionary;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.keyword.Keyword;
import io.artrec.text.keyword.KeywordExtractor;
import io.artrec.text.keyword.TfIdfKeywords;
import io.artrec.text.search.BlendedSearch;
import io.artrec.text.search.CatalogSearch;
import io.artrec.text.search.KeywordSearch;
import io.artrec.text.search.MeaningSearch;
import io.artrec.text.search.SearchResult;
import io.artrec.text.search.TextSearch;
import io.artrec.text.sentiment.CommentSentiment;
import io.artrec.text.sentiment.Sentiment;
import io.artrec.text.sentiment.SentimentAnalyzer;
import io.artrec.text.summary.Summarizer;
import io.artrec.text.summary.SummaryLength;
import io.artrec.text.terms.TermFeature;
import io.artrec.text.topic.NmfTopics;
import io.artrec.text.topic.TopicModel;
import io.artrec.text.topic.TopicSettings;
import io.artrec.text.topic.TopicTerm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code of docs/texts.md, and checks that it is the code that stands there. */
class TextsGuideTest {
  private static final TransformerEncoder encoder = TransformerEncoder.miniLm();
  private static final Catalog catalog =
      Catalog.of(BundledWorks.load().catalog().stream().limit(80).toList());

  @TempDir Path folder;

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void meaning_isAFeatureAndHearsWishes() {
    try (Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .feature(TextEmbedding.of(encoder))
            .strategy(
                Hybrid.weighted()
                    .add(1, ContentBased.cosine())
                    .add(3, TextSearch.blended(encoder, TextAnalysis.english())))
            .build()) {
      assertThat(
              recommender.recommend(
                  RecommendationRequest.forUser("ada").wish("quiet winter evenings").n(5).build()))
          .hasSize(5);
      assertThat(
              recommender.similar(
                  SimilarRequest.to(catalog.get(0).id()).facet("meaning", 1).build()))
          .isNotEmpty();
    }
  }

  @Test
  void ownEncoder_isOpenedByPathAndHash() throws IOException {
    Path model = Files.createDirectory(folder.resolve("my-encoder"));
    Files.write(model.resolve("model.onnx"), new byte[] {1, 2, 3});
    Files.writeString(model.resolve("tokenizer.json"), "{}");
    String hash = "0".repeat(64);
    TransformerEncoder own =
        TransformerEncoder.of(
            ModelSource.of(folder.resolve("my-encoder")).sha256(hash),
            TextEncoderOptions.standard().pooling(Pooling.CLS).maxTokens(512).device("cpu"));
    assertThatThrownBy(own::open).isInstanceOf(ModelException.class).hasMessageContaining(hash);
  }

  @Test
  void search_findsWorks() {
    CatalogSearch search =
        CatalogSearch.of(catalog, TextSearch.blended(encoder, TextAnalysis.english()));
    List<SearchResult> found = search.search("a ship in trouble", 5);
    assertThat(found).hasSizeBetween(1, 5);
    Strategy careful =
        BlendedSearch.of(
                KeywordSearch.by(TextAnalysis.english()),
                MeaningSearch.by(encoder).passages(6).passageShare(0.3).background(0.95))
            .weights(0.2, 0.8);
    assertThat(CatalogSearch.of(catalog, careful).search("?!", 5)).isEmpty();
  }

  @Test
  void terms_keywordsTopicsAndSummaries() {
    List<String> texts = ArtworkText.of(catalog);
    String text = String.join(" ", texts.subList(0, 5));
    TermFeature words = TermFeature.tfIdf(TextAnalysis.of("French"));
    KeywordExtractor keywords = TfIdfKeywords.of(catalog, TextAnalysis.english());
    List<Keyword> best = keywords.keywords(catalog.get(0), 5);
    TopicModel topics = NmfTopics.of(TopicSettings.english(8)).learn(texts);
    List<TopicTerm> about = topics.topTerms(0, 5);
    String summary =
        Summarizer.textRank(TextAnalysis.english()).summarize(text, SummaryLength.ofSentences(2));
    TextAnalysis chinese = TextAnalysis.chinese(TermDictionary.chineseArt());
    assertThat(words.spec().name()).isEqualTo("tf-idf-fr");
    assertThat(best).isNotEmpty();
    assertThat(about).hasSize(5);
    assertThat(summary).isNotBlank();
    assertThat(chinese.terms("水墨画")).isNotEmpty();
  }

  @Test
  void sentiment_weighsComments() {
    Interactions interactions =
        Interactions.of(
            List.of(
                Interaction.of("ada", catalog.get(0).id(), InteractionKind.COMMENT)
                    .saying("A dull mess.")));
    List<SentimentExample> examples = SentimentExample.english();
    SentimentAnalyzer analyzer = Sentiments.english(encoder);
    Sentiment sentiment =
        analyzer.analyze("Not as luminous as I had hoped, but the drawing is superb.");
    Interactions weighed = CommentSentiment.by(analyzer).weigh(interactions);
    LearnedSentiment learned =
        LearnedSentiment.logisticRegression(TextAnalysis.english()).train(examples);
    assertThat(sentiment.intensity()).isPositive();
    assertThat(weighed.value(0)).isNegative();
    assertThat(learned.analyze("A superb, wonderful show.").intensity()).isPositive();
  }

  @Test
  void labels_byDescriptionsAndByExamples() {
    List<LabeledText> labelled =
        List.of(
            new LabeledText("Dots of pure colour in sunlight.", "Impressionism"),
            new LabeledText("Facets of a guitar and a bottle.", "Cubism"));
    List<LabeledText> heldOut = labelled;
    TextLabeler moods = DescribedLabels.of(encoder, LabelSet.moods(LabelSet.Language.ENGLISH));
    LabelDistribution mood = moods.label("Storm clouds gather over an empty, silent shore.");
    TextLabeler styles = NearestLabels.of(encoder, labelled);
    LinearLabels learned = LinearLabels.trainer(encoder).train(labelled);
    TextLabeler measured = CalibratedLabels.of(moods, heldOut);
    Optional<String> sure =
        measured.label("Storm clouds gather over an empty, silent shore.").sure();
    assertThat(sure).as("two texts measure nothing").isEmpty();
    assertThat(learned.labels()).isEqualTo(styles.labels());
    Feature feature = LabelFeature.mood(moods);
    assertThat(mood.labels()).contains(mood.likeliest());
    assertThat(styles.label("A violin broken into planes.").likeliest()).isEqualTo("Cubism");
    assertThat(feature.spec().facet()).isEqualTo("mood");
  }

  /** Runs to its end with {@code -Ppytorch}, which brings the engine and the full models. */
  @Test
  void fineTuning_givesAnEncoderAndLabels() {
    if (TextsGuideTest.class.getResource("/all-minilm-l6-v2.onnx") == null) {
      assertThatThrownBy(encoder::tuner)
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("all-MiniLM-L6-v2 in full precision is not on the class path");
    }
    assumeTrue(
        TextsGuideTest.class.getResource("/all-minilm-l6-v2.onnx") != null,
        "no full-precision MiniLM on the class path; run with -Ppytorch");
    List<TextPair> pairs =
        List.of(
            new TextPair("Dots of pure colour.", "Built of countless points of paint."),
            new TextPair("Facets of a guitar.", "A violin broken into planes."),
            new TextPair("A polished finish.", "Smooth as enamel, every hair drawn."),
            new TextPair("Thin washes of colour.", "So light that the paper shows."));
    List<LabeledText> labelled =
        pairs.stream()
            .flatMap(
                pair ->
                    Stream.of(
                        new LabeledText(pair.first(), pair.first().substring(0, 1)),
                        new LabeledText(pair.second(), pair.first().substring(0, 1))))
            .toList();
    TunedEncoder result =
        encoder
            .tuner()
            .lastLayers(2)
            .training(options -> options.epochs(5).learningRate(2e-4))
            .match(pairs);
    TransformerEncoder tuned = encoder.tuned(result);
    tuned.save(folder.resolve("tuned"));
    TransformerEncoder again = TransformerEncoder.of(folder.resolve("tuned"));
    TunedLabels labels =
        TunedLabels.train(
            encoder, labelled, tuner -> tuner.training(options -> options.learningRate(1e-4)));
    try (tuned;
        again;
        labels) {
      assertThat(again.name()).isEqualTo(tuned.name()).isNotEqualTo(encoder.name());
      assertThat(labels.label("Dots of paint.").labels()).containsExactly("A", "D", "F", "T");
    }
  }

  @Test
  void codeInTheDocument_isTheCodeHere() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    String here =
        squeeze(
            Files.readString(
                project.resolve("examples/src/test/java/io/artrec/examples/TextsGuideTest.java")));
    int checked = 0;
    boolean java = false;
    for (String line : Files.readString(project.resolve("docs/texts.md")).lines().toList()) {
      if (line.startsWith("```")) {
        java = line.equals("```java");
      } else if (java) {
        String code =
            squeeze(
                line.replaceAll("Path\\.of\\(\"(.*?)\"\\)", "folder.resolve(\"$1\")")
                    .replace("\"the-great-wave\"", "catalog.get(0).id()")
                    .replaceFirst("^(recommender\\.| +\\.)(.*);$", "$1$2"));
        assertThat(here).as(line).contains(code);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(25);
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }
}
