package io.artrec;

import com.google.gson.JsonObject;
import io.artrec.answering.internal.Matrices;
import io.artrec.answering.internal.Rules;
import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.ImpressionDiscount;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.InterestRule;
import io.artrec.behavior.PreferenceModel;
import io.artrec.behavior.Preferences;
import io.artrec.behavior.RewardRule;
import io.artrec.catalog.Catalog;
import io.artrec.encryption.Encryption;
import io.artrec.experiment.OnlineExperiment;
import io.artrec.explain.Sentences;
import io.artrec.feature.Feature;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.FeatureStore;
import io.artrec.feature.FittedFeatures;
import io.artrec.filter.Filter;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.model.internal.VocabularyState;
import io.artrec.rerank.Reranker;
import io.artrec.scoring.ScoringBackend;
import io.artrec.similarity.Similarity;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Workers;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What a recommender's model file holds, in order. */
final class ModelContent {
  /** What loading needs beside the file. */
  record Loading(
      StrategyReaders readers,
      Function<String, Similarity> similarities,
      Function<String, Reranker> rerankers,
      Optional<Filter> filter,
      List<Feature> features,
      FeatureExtraction extraction,
      ScoringBackend scoring,
      Sentences sentences,
      Optional<Optional<OnlineExperiment>> experiment,
      Workers workers,
      Encryption encryption) {}

  /** What a file gave: what was trained, what was recorded since, the place in the log. */
  record Loaded(
      Engine engine,
      List<Interaction> since,
      Withheld withheld,
      LiveContent content,
      String logId,
      long logNumber) {}

  /** After how many impressions works keep half; 0 when they do not fade. */
  private static final String DISCOUNT = "impressionsToHalf";

  private static final String INTERESTS = "interestHalfLifeMillis";

  private ModelContent() {}

  /** What is saved: an engine, the events it knows and then later ones, the place in the log. */
  record Saving(
      Engine engine, Interactions events, LiveContent content, String logId, long logNumber) {}

  static void write(Path file, Saving saving, Encryption encryption, Clock clock) {
    ModelFile.write(file, encryption, out -> write(saving, clock, out));
  }

  static void write(Saving saving, Clock clock, StateWriter out) {
    Engine engine = saving.engine();
    Interactions events = saving.events();
    out.putString("provenance", provenance(engine, events, clock));
    VocabularyState.writeCatalog(engine.catalog(), out);
    VocabularyState.writePreferenceModel(engine.context().preferenceModel(), out);
    VocabularyState.writeFeatures(engine.context().features(), out);
    engine.fitted().save(out);
    VocabularyState.writeInteractions(events, out);
    writeSettings(engine, out);
    out.putString("log", saving.logId());
    out.putLong("logNumber", saving.logNumber());
    out.putLong("trainedEvents", engine.dataset().interactions().size());
    LiveContent.writeWithheld(engine.withheld(), out);
    saving.content().write(out);
    StrategyReaders.write(engine.scorer(), out);
  }

  static Loaded read(Path file, Loading loading) {
    return ModelFile.read(file, loading.encryption(), in -> read(file.toString(), in, loading));
  }

  static Loaded read(InputStream stream, Loading loading) {
    return ModelFile.read(stream, loading.encryption(), in -> read("(from a stream)", in, loading));
  }

  private static Loaded read(String file, StateReader in, Loading loading) {
    String provenance = in.getString("provenance");
    Catalog catalog = VocabularyState.readCatalog(in);
    PreferenceModel preferenceModel = VocabularyState.readPreferenceModel(in);
    FeatureStore features =
        VocabularyState.readFeatures(catalog.size(), loading.similarities(), in);
    FittedFeatures fitted = FittedFeatures.read(features, loading.features(), in);
    Interactions events = VocabularyState.readInteractions(in);
    String filter = in.getString("filter");
    checkFilter(file, filter, loading.filter());
    String reranker = in.getString("reranker");
    int candidates = Math.max(1, in.getCount("candidates", Integer.MAX_VALUE));
    long seed = in.getLong("seed");
    long trainedMillis = in.getLong("trainedMillis");
    long retrainedMillis =
        in.isNext("retrainedMillis") ? in.getLong("retrainedMillis") : trainedMillis;
    String version =
        in.isNext("modelVersion") ? in.getString("modelVersion") : ModelVersion.ofFile(provenance);
    ImpressionDiscount discount = readDiscount(in);
    boolean onePerSeries = in.isNext("onePerSeries") && in.getLong("onePerSeries") == 1;
    InterestRule interests = readInterestRule(in);
    RewardRule rewards = SettingsState.readRewards(in);
    Optional<OnlineExperiment> experiment = SettingsState.readExperiment(in);
    String logId = in.getString("log");
    long logNumber = in.getLong("logNumber");
    int trained = in.getCount("trainedEvents", events.size());
    Withheld withheld = LiveContent.readWithheld(in);
    LiveContent content = LiveContent.read(in);
    Interactions learned = trained == events.size() ? events : events.filter(row -> row < trained);
    List<Interaction> since =
        IntStream.range(trained, events.size()).mapToObj(events::get).toList();
    Dataset dataset = Dataset.of(catalog, learned);
    TrainingContext context =
        TrainingContext.of(dataset, features)
            .preferenceModel(preferenceModel)
            .with(dataset, trainedMillis)
            .seed(seed)
            .workers(loading.workers());
    Scorer scorer = loading.readers().read(in, context);
    Settings settings =
        new Settings(
            scorer.strategy(),
            new Rules(
                loading.filter(),
                reranker.isEmpty()
                    ? Optional.empty()
                    : Optional.of(loading.rerankers().apply(reranker)),
                candidates,
                loading.sentences(),
                discount,
                interests,
                onePerSeries),
            new Matrices(loading.scoring()),
            seed,
            loading.extraction(),
            rewards,
            loading.experiment().orElse(experiment));
    probe(scorer, dataset, context);
    return new Loaded(
        Engine.of(settings, context, fitted, scorer, version, retrainedMillis),
        since,
        withheld,
        content,
        logId,
        logNumber);
  }

  /** Asks once, so that what cannot answer is refused now and not at the first visitor. */
  private static void probe(Scorer scorer, Dataset dataset, TrainingContext context) {
    List<History> histories = new ArrayList<>(List.of(History.none()));
    if (dataset.userCount() > 0) {
      histories.add(dataset.history(0));
    }
    Candidates all = Candidates.all(dataset.catalog().size());
    long now = context.nowMillis();
    for (History history : histories) {
      Preferences preferences = context.preferenceModel().apply(history, now);
      OptionalInt user = history.size() == 0 ? OptionalInt.empty() : OptionalInt.of(0);
      Query query =
          Query.builder(history, preferences)
              .user(user)
              .nowMillis(now)
              .seed(context.seed())
              .build();
      Scores scores = scorer.score(query, all);
      for (int position : scores.best(1)) {
        Objects.requireNonNull(scores.contributions(position), "contributions");
      }
    }
  }

  private static void writeSettings(Engine engine, StateWriter out) {
    Settings settings = engine.settings();
    out.putString("filter", settings.rules().filter().map(Filter::description).orElse(""));
    out.putString("reranker", settings.rules().reranker().map(Reranker::configuration).orElse(""));
    out.putLong("candidates", settings.rules().candidates());
    out.putLong("seed", settings.seed());
    out.putLong("trainedMillis", engine.context().nowMillis());
    out.putLong("retrainedMillis", engine.retrainedMillis());
    out.putString("modelVersion", engine.version());
    ImpressionDiscount discount = settings.rules().discount();
    out.putDouble(DISCOUNT, discount.isNone() ? 0 : discount.half());
    out.putLong("impressionsRecoverMillis", discount.recovery().map(Duration::toMillis).orElse(0L));
    out.putLong("onePerSeries", settings.rules().onePerSeries() ? 1 : 0);
    InterestRule interests = settings.rules().interests();
    out.putLong(INTERESTS, interests.halfLife().toMillis());
    out.putLong("mostInterests", interests.most());
    out.putDouble("interestPerDay", interests.perDay());
    SettingsState.write(settings, out);
  }

  private static InterestRule readInterestRule(StateReader in) {
    if (!in.isNext(INTERESTS)) {
      return InterestRule.standard();
    }
    return InterestRule.standard()
        .halfLife(Duration.ofMillis(in.getLong(INTERESTS)))
        .most(in.getCount("mostInterests", Integer.MAX_VALUE))
        .perDay(in.getFinite("interestPerDay"));
  }

  private static ImpressionDiscount readDiscount(StateReader in) {
    if (!in.isNext(DISCOUNT)) {
      return ImpressionDiscount.standard();
    }
    double half = in.getFinite(DISCOUNT);
    long recovery = in.getLong("impressionsRecoverMillis");
    if (half <= 0) {
      return ImpressionDiscount.none();
    }
    ImpressionDiscount discount = ImpressionDiscount.halfAfter(half);
    return recovery > 0 ? discount.recovering(Duration.ofMillis(recovery)) : discount;
  }

  private static void checkFilter(String file, String saved, Optional<Filter> passed) {
    String given = passed.map(Filter::description).orElse("");
    if (!saved.equals(given)) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "model file %s was saved with %s, loading passes %s; pass the same one:"
                  + " Recommender.loader(path).filter(...)",
              file,
              named(saved),
              named(given)));
    }
  }

  private static String named(String description) {
    return description.isEmpty()
        ? "no standing filter"
        : "the standing filter '" + description + "'";
  }

  private static String provenance(Engine engine, Interactions events, Clock clock) {
    JsonObject json = new JsonObject();
    json.addProperty("library", "artrec");
    json.addProperty("savedAt", clock.instant().toString());
    json.addProperty("java", Runtime.version().toString());
    json.addProperty("artworks", engine.catalog().size());
    json.addProperty("interactions", events.size());
    json.addProperty("features", engine.context().features().entries().size());
    json.addProperty("strategy", engine.settings().strategy().toString());
    json.addProperty("seed", engine.settings().seed());
    return json.toString();
  }
}
