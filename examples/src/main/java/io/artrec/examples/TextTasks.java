package io.artrec.examples;

import io.artrec.djl.ModelException;
import io.artrec.llm.embedding.TransformerEncoder;
import io.artrec.llm.sentiment.NeuralSentiment;
import io.artrec.llm.sentiment.SentimentExample;
import io.artrec.llm.sentiment.Sentiments;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.keyword.Keyword;
import io.artrec.text.keyword.KeywordExtractor;
import io.artrec.text.keyword.TextRankKeywords;
import io.artrec.text.keyword.TfIdfKeywords;
import io.artrec.text.sentiment.LexiconSentiment;
import io.artrec.text.sentiment.Sentiment;
import io.artrec.text.sentiment.SentimentAnalyzer;
import io.artrec.text.summary.Summarizer;
import io.artrec.text.summary.SummaryLength;
import io.artrec.text.topic.ClusterTopics;
import io.artrec.text.topic.LdaTopics;
import io.artrec.text.topic.NmfTopics;
import io.artrec.text.topic.TopicLearner;
import io.artrec.text.topic.TopicModel;
import io.artrec.text.topic.TopicSettings;
import io.artrec.text.topic.TopicTerm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tasks of {@link Texts}, made as the options say; holds the language model they share. */
final class TextTasks implements AutoCloseable {
  private static final int AT_ONCE = 256;
  private static final int TOPIC_WORDS = 8;

  private final TextsOptions options;
  private final Consumer<String> notes;
  private Optional<TransformerEncoder> opened = Optional.empty();

  /**
   * Starts without a model.
   *
   * @param notes receives what the reader should know, one line each
   */
  TextTasks(TextsOptions options, Consumer<String> notes) {
    this.options = options;
    this.notes = notes;
  }

  TextTask make() {
    return switch (options.task()) {
      case EMBED -> new Embedding(encoder(options.value()));
      case SENTIMENT -> sentiment(options.value());
      case KEYWORDS -> keywords();
      case TOPICS -> topics();
      case SUMMARY -> summary();
    };
  }

  private TransformerEncoder encoder(String model) {
    TransformerEncoder encoder =
        switch (model) {
          case "minilm" -> TransformerEncoder.miniLm();
          case "bge-zh" -> TransformerEncoder.bgeChinese();
          default -> TransformerEncoder.of(Path.of(model));
        };
    if (!options.engine.equals("auto")) {
      encoder = encoder.with(use -> use.engine(options.engine));
    }
    if (options.threads.isPresent()) {
      encoder = encoder.with(use -> use.runs(options.threads.get()));
    }
    if (options.pooling().isPresent()) {
      encoder = encoder.with(use -> use.pooling(options.pooling().get()));
    }
    opened = Optional.of(encoder);
    encoder.open();
    return encoder;
  }

  /** The model of a language; empty, with a note, where it cannot load. */
  private Optional<TransformerEncoder> encoderIfThere(String language, String instead) {
    try {
      return Optional.of(encoder(language.equals("zh") ? "bge-zh" : "minilm"));
    } catch (ModelException e) {
      notes.accept("no language model, " + instead + " instead: " + TextMeaning.oneLine(e));
      return Optional.empty();
    }
  }

  private String method(String usual, String... others) {
    List<String> known = new ArrayList<>(List.of(usual));
    known.addAll(List.of(others));
    String method = options.method.orElse(usual);
    if (!known.contains(method)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "--method is '%s', expected %s for %s",
              method,
              String.join(", ", known),
              options.task().option()));
    }
    return method;
  }

  private String language() {
    return options.language.orElse("en");
  }

  private TextTask sentiment(String language) {
    boolean chinese = language.equals("zh");
    SentimentAnalyzer lexicon = chinese ? LexiconSentiment.chinese() : LexiconSentiment.english();
    String method = method("both", "lexicon", "model");
    if (method.equals("lexicon")) {
      return new OfEach(List.of("label", "intensity"), sentimentRows(lexicon));
    }
    if (method.equals("model")) {
      SentenceEncoder encoder = encoder(chinese ? "bge-zh" : "minilm");
      List<SentimentExample> examples =
          chinese ? SentimentExample.chinese() : SentimentExample.english();
      return new OfEach(
          List.of("label", "intensity"),
          sentimentRows(NeuralSentiment.trainer(encoder).train(examples)));
    }
    SentimentAnalyzer best =
        encoderIfThere(language, "word lists")
            .<SentimentAnalyzer>map(
                model -> chinese ? Sentiments.chinese(model) : Sentiments.english(model))
            .orElse(lexicon);
    return new OfEach(List.of("label", "intensity"), sentimentRows(best));
  }

  private static Function<List<String>, List<List<String>>> sentimentRows(
      SentimentAnalyzer analyzer) {
    return texts -> {
      List<List<String>> rows = new ArrayList<>();
      for (Sentiment sentiment : analyzer.analyzeAll(texts)) {
        rows.add(
            List.of(
                sentiment.label().name().toLowerCase(Locale.ROOT),
                String.valueOf(sentiment.intensity())));
      }
      return rows;
    };
  }

  private TextTask keywords() {
    TextAnalysis analysis = TextAnalysis.of(language());
    String method = method("tf-idf", "textrank");
    return new Keywords(
        texts ->
            method.equals("tf-idf") && texts.size() > 1
                ? TfIdfKeywords.of(texts, analysis)
                : TextRankKeywords.of(analysis),
        options.count());
  }

  private TextTask summary() {
    TextAnalysis analysis = TextAnalysis.of(language());
    Summarizer summarizer =
        method("textrank", "centroid").equals("textrank")
            ? Summarizer.textRank(analysis)
            : Summarizer.centroid(analysis);
    SummaryLength length = SummaryLength.ofSentences(options.count());
    return new OfEach(
        List.of("summary"),
        texts -> texts.stream().map(text -> List.of(summarizer.summarize(text, length))).toList());
  }

  private TextTask topics() {
    TopicSettings settings =
        TopicSettings.of(options.count(), TextAnalysis.of(language()))
            .seed(options.seed)
            .threads(options.threads.orElse(Runtime.getRuntime().availableProcessors()));
    String method = method("meaning", "nmf", "lda");
    Optional<TransformerEncoder> encoder =
        !method.equals("meaning")
            ? Optional.empty()
            : options.method.isPresent()
                ? Optional.of(encoder(language().equals("zh") ? "bge-zh" : "minilm"))
                : encoderIfThere(language(), "topics of words by NMF");
    TopicLearner learner =
        encoder.isPresent()
            ? ClusterTopics.of(settings, encoder.get())
            : method.equals("lda") ? LdaTopics.of(settings) : NmfTopics.of(settings);
    return new Topics(learner, options.count());
  }

  @Override
  public void close() {
    opened.ifPresent(TransformerEncoder::close);
  }

  /** A task whose texts have nothing to do with each other, done a few hundred at a time. */
  private static class OfEach implements TextTask {
    private final List<String> header;
    private final Function<List<String>, List<List<String>>> rows;

    OfEach(List<String> header, Function<List<String>, List<List<String>>> rows) {
      this.header = header;
      this.rows = rows;
    }

    @Override
    public List<String> header() {
      return header;
    }

    @Override
    public List<List<String>> rows(List<String> texts, Progress progress) {
      List<List<String>> all = new ArrayList<>(texts.size());
      for (int from = 0; from < texts.size(); from += AT_ONCE) {
        all.addAll(rows.apply(texts.subList(from, Math.min(texts.size(), from + AT_ONCE))));
        progress.update("reading texts", all.size(), texts.size());
      }
      return all;
    }
  }

  /** The coordinates of each text. */
  private static final class Embedding extends OfEach {
    Embedding(SentenceEncoder encoder) {
      super(
          IntStream.rangeClosed(1, encoder.dimensions()).mapToObj(d -> "v" + d).toList(),
          texts -> {
            List<List<String>> rows = new ArrayList<>();
            for (Optional<float[]> vector : encoder.encodeAll(texts)) {
              rows.add(
                  vector
                      .map(TextTasks::numbers)
                      .orElse(Collections.nCopies(encoder.dimensions(), "")));
            }
            return rows;
          });
    }
  }

  private static List<String> numbers(float[] values) {
    List<String> numbers = new ArrayList<>(values.length);
    for (float value : values) {
      numbers.add(Float.toString(value));
    }
    return numbers;
  }

  /** The keywords of each text and their weights. */
  private record Keywords(Function<List<String>, KeywordExtractor> learn, int most)
      implements TextTask {
    @Override
    public List<String> header() {
      return List.of("keywords", "weights");
    }

    @Override
    public List<List<String>> rows(List<String> texts, Progress progress) {
      KeywordExtractor extractor = learn.apply(texts);
      return new OfEach(header(), some -> some.stream().map(text -> row(extractor, text)).toList())
          .rows(texts, progress);
    }

    private List<String> row(KeywordExtractor extractor, String text) {
      List<Keyword> found = extractor.keywords(text, most);
      return List.of(
          found.stream().map(Keyword::text).collect(Collectors.joining("; ")),
          found.stream()
              .map(keyword -> String.valueOf(keyword.weight()))
              .collect(Collectors.joining("; ")));
    }
  }

  /** The topic that takes most of each text, and the part that every topic takes. */
  private static final class Topics implements TextTask {
    private final TopicLearner learner;
    private final int most;
    private final List<String> remarks = new ArrayList<>();

    Topics(TopicLearner learner, int most) {
      this.learner = learner;
      this.most = most;
    }

    @Override
    public List<String> header() {
      List<String> header = new ArrayList<>(List.of("topic"));
      IntStream.rangeClosed(1, most).forEach(topic -> header.add("topic_" + topic));
      return header;
    }

    @Override
    public List<List<String>> rows(List<String> texts, Progress progress) {
      TopicModel model = learner.learn(texts, progress, new Cancellation());
      for (int topic = 0; topic < model.size(); topic++) {
        String words =
            model.topTerms(topic, TOPIC_WORDS).stream()
                .map(TopicTerm::word)
                .collect(Collectors.joining(", "));
        remarks.add(
            String.format(
                Locale.ROOT, "topic %d, %.1f %%: %s", topic + 1, 100 * model.share(topic), words));
      }
      return new OfEach(header(), some -> some.stream().map(text -> row(model, text)).toList())
          .rows(texts, progress);
    }

    private List<String> row(TopicModel model, String text) {
      Optional<float[]> parts = model.distribution(text);
      List<String> row = new ArrayList<>();
      row.add(parts.isEmpty() ? "" : String.valueOf(model.dominant(text).orElseThrow() + 1));
      for (int topic = 0; topic < most; topic++) {
        boolean there = parts.isPresent() && topic < parts.get().length;
        row.add(parts.isEmpty() ? "" : there ? String.valueOf(parts.get()[topic]) : "0.0");
      }
      return row;
    }

    @Override
    public List<String> remarks() {
      return remarks;
    }
  }
}
