package io.artrec;

import io.artrec.answering.internal.Matrices;
import io.artrec.answering.internal.Rules;
import io.artrec.behavior.Dataset;
import io.artrec.behavior.ImpressionDiscount;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.InterestRule;
import io.artrec.behavior.PreferenceModel;
import io.artrec.behavior.RewardRule;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.cleaning.CleanedInteractions;
import io.artrec.cleaning.Cleaning;
import io.artrec.encryption.Encryption;
import io.artrec.experiment.OnlineExperiment;
import io.artrec.explain.Sentences;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ExtractionResult;
import io.artrec.feature.Feature;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.ImageDirectory;
import io.artrec.feature.WeightedFeature;
import io.artrec.filter.Filter;
import io.artrec.kernel.internal.Kernels;
import io.artrec.log.ChangeLog;
import io.artrec.rerank.Reranker;
import io.artrec.scoring.ScoringBackend;
import io.artrec.scoring.ScoringBackends;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a {@link Recommender} is made of. Every setter validates at once and may be called
 * once, but for {@link #feature}, which adds; {@link #build} names everything that is missing. Not
 * thread-safe.
 *
 * <p>Only a catalogue is required. Without interactions visitors are answered from what is recorded
 * later; without a strategy, from content (when there is a feature) and popularity.
 */
public final class RecommenderBuilder {
  private @Nullable Catalog catalog;
  private @Nullable Interactions interactions;
  private final List<WeightedFeature> features = new ArrayList<>();
  private @Nullable Strategy strategy;
  private @Nullable Reranker reranker;
  private @Nullable Boolean onePerSeries;
  private @Nullable Filter filter;
  private @Nullable Sentences sentences;
  private @Nullable Cleaning cleaning;
  private @Nullable PreferenceModel preferenceModel;
  private @Nullable ArtworkImages images;
  private @Nullable Path cache;
  private @Nullable LogSource log;
  private @Nullable Encryption encryption;
  private @Nullable Clock clock;
  private @Nullable Executor background;
  private @Nullable ScoringBackend scoring;
  private @Nullable Integer threads;
  private @Nullable Workers workers;
  private @Nullable Long seed;
  private @Nullable Integer candidates;
  private @Nullable Double maxFailureShare;
  private @Nullable ImpressionDiscount discount;
  private @Nullable InterestRule interestRule;
  private @Nullable RefreshPolicy refresh;
  private @Nullable RewardRule rewardRule;
  private @Nullable OnlineExperiment experiment;
  private @Nullable Progress progress;
  private @Nullable Cancellation cancellation;
  private @Nullable AnswerCache answerCache;

  RecommenderBuilder() {}

  /**
   * Sets the works that can be recommended.
   *
   * @param works the catalogue; may be empty
   * @return this builder
   */
  public RecommenderBuilder catalog(Catalog works) {
    catalog = once("catalog", catalog, works);
    return this;
  }

  /**
   * Sets the works that can be recommended.
   *
   * @param works the artworks, ids unique
   * @return this builder
   */
  public RecommenderBuilder catalog(Collection<Artwork> works) {
    return catalog(Catalog.of(works));
  }

  /**
   * Sets what visitors did.
   *
   * @param events the events in columns
   * @return this builder
   */
  public RecommenderBuilder interactions(Interactions events) {
    interactions = once("interactions", interactions, events);
    return this;
  }

  /**
   * Sets what visitors did.
   *
   * @param events the events
   * @return this builder
   */
  public RecommenderBuilder interactions(Collection<Interaction> events) {
    return interactions(Interactions.of(events));
  }

  /**
   * Sets what is dropped or changed before training; {@link Cleaning#standard(PreferenceModel)}
   * unless set: repeated events, events with unknown works, and ratings off the scale of {@link
   * #preferences}.
   *
   * @param steps the cleaning, {@link Cleaning#none} for none
   * @return this builder
   */
  public RecommenderBuilder cleaning(Cleaning steps) {
    cleaning = once("cleaning", cleaning, steps);
    return this;
  }

  /**
   * Adds a feature of weight 1.
   *
   * @param feature the feature; names must differ
   * @return this builder
   */
  public RecommenderBuilder feature(Feature feature) {
    return feature(1, feature);
  }

  /**
   * Adds a feature.
   *
   * @param weight its share where features are averaged, above 0
   * @param feature the feature; names must differ
   * @return this builder
   */
  public RecommenderBuilder feature(double weight, Feature feature) {
    String name = feature.spec().name();
    for (WeightedFeature earlier : features) {
      if (earlier.feature().spec().name().equals(name)) {
        throw new IllegalStateException("feature '" + name + "' is there already");
      }
    }
    features.add(new WeightedFeature(weight, feature));
    return this;
  }

  /**
   * Sets what scores works for visitors.
   *
   * @param method the strategy, a {@link Hybrid} for several
   * @return this builder
   */
  public RecommenderBuilder strategy(Strategy method) {
    strategy = once("strategy", strategy, method);
    return this;
  }

  /**
   * Sets what orders the best works anew; {@code Rerankers.chain} for several.
   *
   * @param second the re-ranker
   * @return this builder
   */
  public RecommenderBuilder rerank(Reranker second) {
    reranker = once("rerank", reranker, second);
    return this;
  }

  /**
   * Sets whether an answer holds only one work of a series of near-identical ones while there are
   * others to show: plates, sheets, states or versions of one title, or works without a title, of
   * one artist ({@link io.artrec.catalog.Artwork#series}). The best of each series comes; where too
   * few other works are left, the rest of a series fills up. True unless told.
   *
   * @param once false to let series fill answers
   * @return this builder
   */
  public RecommenderBuilder onePerSeries(boolean once) {
    onePerSeries = once("onePerSeries", onePerSeries, once);
    return this;
  }

  /**
   * Sets a standing filter that every answered work passes, beside the filters of requests.
   *
   * @param standing the filter
   * @return this builder
   */
  public RecommenderBuilder filter(Filter standing) {
    filter = once("filter", filter, standing);
    return this;
  }

  /**
   * Sets what writes the sentences of explanations; {@link Sentences#standard} unless set, English
   * and Chinese. Where it fails, the standard sentence takes the place. Model files do not hold it:
   * pass it to {@link RecommenderLoader#sentences} again.
   *
   * @param writer the writer
   * @return this builder
   */
  public RecommenderBuilder sentences(Sentences writer) {
    sentences = once("sentences", sentences, writer);
    return this;
  }

  /**
   * Sets how events become preferences; {@link PreferenceModel#standard} unless set.
   *
   * @param model weights per kind, rating scale, half-life
   * @return this builder
   */
  public RecommenderBuilder preferences(PreferenceModel model) {
    preferenceModel = once("preferences", preferenceModel, model);
    return this;
  }

  /**
   * Sets the folder that the artworks' image references are relative to.
   *
   * @param folder an existing folder
   * @return this builder
   */
  public RecommenderBuilder images(Path folder) {
    return images(ImageDirectory.of(folder));
  }

  /**
   * Sets where images are read from.
   *
   * @param source the source
   * @return this builder
   */
  public RecommenderBuilder images(ArtworkImages source) {
    images = once("images", images, source);
    return this;
  }

  /**
   * Keeps computed features on disk, by content, so that a second build computes only what changed.
   *
   * @param folder the folder, made when it is not there
   * @return this builder
   */
  public RecommenderBuilder cache(Path folder) {
    cache = once("cache", cache, folder);
    return this;
  }

  /**
   * Makes what is recorded durable, in a folder: each event is on the disk when {@link
   * Recommender#record} returns, and is there again after a restart; who was forgotten stays
   * forgotten. The recommender opens the log and closes it.
   *
   * @param folder the log's own folder, created when it is not there; its parent must exist
   * @return this builder
   */
  public RecommenderBuilder log(Path folder) {
    log = once("log", log, LogSource.of(folder));
    return this;
  }

  /**
   * Keeps what is recorded in a log, and replays what it holds. Events in the training data that
   * are not younger than the forgetting of their visitor are left out.
   *
   * @param open the log, which no other recommender uses; it stays open when the recommender is
   *     closed
   * @return this builder
   */
  public RecommenderBuilder log(ChangeLog open) {
    log = once("log", log, LogSource.of(open));
    return this;
  }

  /**
   * Encrypts what is written to disks: model files, and the log that {@link #log(Path)} opens; a
   * log that is passed open was encrypted by whoever opened it. What {@link #cache} keeps are
   * vectors of works, nothing personal, and stays as it is. No encryption unless set. Model files
   * do not hold it: pass it to {@link RecommenderLoader#encryption} again.
   *
   * @param how whether and how
   * @return this builder
   */
  public RecommenderBuilder encryption(Encryption how) {
    encryption = once("encryption", encryption, how);
    return this;
  }

  /**
   * Sets the clock that stamps events and from which ages count; the system's in UTC unless set.
   *
   * @param source the clock
   * @return this builder
   */
  public RecommenderBuilder clock(Clock source) {
    clock = once("clock", clock, source);
    return this;
  }

  /**
   * Sets what runs work that callers do not wait for, such as training again without a visitor who
   * was forgotten; a daemon thread for as long as there is such work unless set. {@code
   * Runnable::run} makes {@link Recommender#forget} and its kind do all of it before they return.
   *
   * @param executor the executor, which stays the application's to shut down
   * @return this builder
   */
  public RecommenderBuilder background(Executor executor) {
    background = once("background", background, executor);
    return this;
  }

  /**
   * Sets when the recommender learns by itself what is recorded; {@link RefreshPolicy#none} unless
   * set: when {@link Recommender#refresh} or {@link Recommender#retrain} is called.
   *
   * @param policy the policy
   * @return this builder
   */
  public RecommenderBuilder refresh(RefreshPolicy policy) {
    refresh = once("refresh", refresh, policy);
    return this;
  }

  /**
   * Keeps answers in memory, to be given again to equal requests for as long as nothing that they
   * were made of has changed; none is kept unless set. Model files do not hold this.
   *
   * @param kept how many, and for how long
   * @return this builder
   */
  public RecommenderBuilder answerCache(AnswerCache kept) {
    answerCache = once("answerCache", answerCache, kept);
    return this;
  }

  /**
   * Sets what multiplies vectors with the works' in every answer: content profiles, learned
   * factors, search by meaning. Each matrix is loaded once and released when nothing that answers
   * needs it any more; what learns does not use it. Where the backend fails, the host computes, and
   * the log says so. {@link ScoringBackends#best} unless set.
   *
   * @param backend the backend, which stays the application's to close, after the recommender
   * @return this builder
   */
  public RecommenderBuilder scoring(ScoringBackend backend) {
    scoring = once("scoring", scoring, backend);
    return this;
  }

  /**
   * Sets how many threads building and batches may use; as many as processors unless set. Results
   * do not depend on it.
   *
   * @param count 1 or more
   * @return this builder
   */
  public RecommenderBuilder threads(int count) {
    threads = once("threads", threads, checkedThreads(count));
    requireOneSource();
    return this;
  }

  /**
   * Sets on which threads building and batches run, instead of {@link #threads}: one instance given
   * to several recommenders, or an executor of the application's, bounds what they take together.
   * Its progress and cancellation are not used; {@link #progress} and {@link #cancellation} are.
   *
   * @param means the threads
   * @return this builder
   */
  public RecommenderBuilder workers(Workers means) {
    workers = once("workers", workers, means);
    requireOneSource();
    return this;
  }

  private void requireOneSource() {
    if (threads != null && workers != null) {
      throw new IllegalStateException(
          "threads and workers are both set; workers say how many threads there are");
    }
  }

  /**
   * Sets what decides where chance does; 42 unless set.
   *
   * @param value any number
   * @return this builder
   */
  public RecommenderBuilder seed(long value) {
    seed = once("seed", seed, value);
    return this;
  }

  /**
   * Sets how many works the strategies propose before they are ranked. Catalogues up to this size
   * are scored whole; a million unless set.
   *
   * @param count 1 or more
   * @return this builder
   */
  public RecommenderBuilder candidates(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("candidates is " + count + ", expected 1 or more");
    }
    candidates = once("candidates", candidates, count);
    return this;
  }

  /**
   * Sets how works fade that a visitor is shown again and again, as {@link
   * io.artrec.behavior.Interaction#impression impressions} say, and does nothing with; {@link
   * ImpressionDiscount#standard()} unless set, {@link ImpressionDiscount#none()} for never. Model
   * files keep it.
   *
   * @param rule the rule
   * @return this builder
   */
  public RecommenderBuilder impressionDiscount(ImpressionDiscount rule) {
    discount = once("impressionDiscount", discount, rule);
    return this;
  }

  /**
   * Sets how visitors' {@linkplain Recommender#learn interests} fade and how much of them is
   * learned in a day; {@link InterestRule#standard()} unless set. Model files keep it.
   *
   * @param rule the rule
   * @return this builder
   */
  public RecommenderBuilder interests(InterestRule rule) {
    interestRule = once("interests", interestRule, rule);
    return this;
  }

  /**
   * Sets what answers are worth for which a strategy drew an arm ({@link
   * io.artrec.strategy.AdaptiveHybrid}): what events count, for how long after an answer, and how
   * experience ages; {@link RewardRule#standard()} unless set. Model files keep it.
   *
   * @param rule the rule
   * @return this builder
   */
  public RecommenderBuilder rewards(RewardRule rule) {
    rewardRule = once("rewards", rewardRule, rule);
    return this;
  }

  /**
   * Divides visitors among the variants of an experiment: answers carry the variant of who asks,
   * strategies ({@link io.artrec.strategy.VariantHybrid}) and re-rankers ({@link
   * io.artrec.rerank.Rerankers#byVariant}) choose by it, and {@link Recommender#variant} tells it.
   * A request's own {@link RecommendationRequest.Builder#variant variant} goes before; requests of
   * nobody or of groups are in none. Model files keep it.
   *
   * @param running the experiment, with two variants or more
   * @return this builder
   */
  public RecommenderBuilder experiment(OnlineExperiment running) {
    running.assignment();
    experiment = once("experiment", experiment, running);
    return this;
  }

  /**
   * Sets the share of works that may fail in a feature before building fails; 0.5 unless set.
   *
   * @param share 0 to 1
   * @return this builder
   */
  public RecommenderBuilder maxFailureShare(double share) {
    FeatureExtraction.standard().maxFailureShare(share);
    maxFailureShare = once("maxFailureShare", maxFailureShare, share);
    return this;
  }

  /**
   * Sets who hears how far building is.
   *
   * @param listener the listener
   * @return this builder
   */
  public RecommenderBuilder progress(Progress listener) {
    progress = once("progress", progress, listener);
    return this;
  }

  /**
   * Sets a way to stop building.
   *
   * @param token the token
   * @return this builder
   */
  public RecommenderBuilder cancellation(Cancellation token) {
    cancellation = once("cancellation", cancellation, token);
    return this;
  }

  /**
   * Cleans, extracts features, trains, and replays the log.
   *
   * @return the recommender
   * @throws IllegalStateException when the catalogue is missing
   * @throws io.artrec.feature.ExtractionException when too many works failed in a feature
   * @throws io.artrec.task.CancelledException when building was cancelled
   * @throws io.artrec.log.LogException when the log cannot be opened or read
   */
  public Recommender build() {
    Catalog works = catalog;
    if (works == null) {
      throw new IllegalStateException(
          "cannot build a recommender: catalog is missing; call catalog(...)");
    }
    return LogSource.using(log, orElse(encryption, Encryption.none()), open -> build(works, open));
  }

  private Recommender build(Catalog works, LogSource.Open log) {
    Clock time = orElse(clock, Clock.systemUTC());
    PreferenceModel model = orElse(preferenceModel, PreferenceModel.standard());
    Optional<Replay> replay = log.log().map(Replay::new);
    Interactions events = orElse(interactions, Interactions.none());
    CleanedInteractions cleaned =
        orElse(cleaning, Cleaning.standard(model))
            .clean(replay.map(known -> known.left(events)).orElse(events), works);
    Interactions all = cleaned.interactions();
    IntPredicate shown = row -> all.kind(row) == InteractionKind.IMPRESSION;
    boolean anyShown = IntStream.range(0, all.size()).anyMatch(shown);
    Dataset dataset = Dataset.of(works, anyShown ? all.filter(shown.negate()) : all);
    Workers means =
        orElse(workers, Workers.of(orElse(threads, Runtime.getRuntime().availableProcessors())))
            .progress(orElse(progress, Progress.silent()))
            .cancellation(orElse(cancellation, new Cancellation()));
    FeatureExtraction extraction = extraction(means);
    ExtractionResult extracted = extraction.run(works, features);
    TrainingContext context =
        TrainingContext.of(dataset, extracted.features())
            .preferenceModel(model)
            .with(dataset, time.millis())
            .seed(orElse(seed, 42L))
            .workers(means);
    Settings settings =
        new Settings(
            orElse(strategy, standardStrategy()),
            new Rules(
                Optional.ofNullable(filter),
                Optional.ofNullable(reranker),
                orElse(candidates, 1_000_000),
                Sentences.safe(orElse(sentences, Sentences.standard())),
                orElse(discount, ImpressionDiscount.standard()),
                orElse(interestRule, InterestRule.standard()),
                orElse(onePerSeries, true)),
            new Matrices(orElse(scoring, ScoringBackends.best())),
            context.seed(),
            extraction,
            orElse(rewardRule, RewardRule.standard()),
            Optional.ofNullable(experiment));
    Engine engine = Engine.train(settings, context, extracted.fitted());
    Recommender recommender =
        new Recommender(
            engine,
            new Surroundings(
                time,
                log,
                orElse(background, Surroundings.daemon()),
                orElse(refresh, RefreshPolicy.none()),
                orElse(encryption, Encryption.none()),
                Optional.ofNullable(answerCache)),
            UUID.randomUUID().toString(),
            new BuildReport(cleaned.report(), extracted.report(), Kernels.advice()));
    IntStream.range(0, all.size())
        .filter(shown)
        .mapToObj(all::get)
        .filter(impression -> works.indexOf(impression.artwork()).isPresent())
        .forEach(recommender::replay);
    replay.ifPresent(known -> known.into(recommender));
    return recommender;
  }

  private FeatureExtraction extraction(Workers means) {
    FeatureExtraction extraction =
        FeatureExtraction.standard()
            .images(orElse(images, ArtworkImages.none()))
            .workers(means)
            .maxFailureShare(orElse(maxFailureShare, 0.5));
    return cache == null ? extraction : extraction.cache(cache);
  }

  private Strategy standardStrategy() {
    return features.isEmpty()
        ? Popularity.allTime()
        : Hybrid.weighted().add(0.9, ContentBased.preferred()).add(0.1, Popularity.allTime());
  }

  static int checkedThreads(int count) {
    if (count < 1 || count > 1024) {
      throw new IllegalArgumentException("threads is " + count + ", expected 1 to 1,024");
    }
    return count;
  }

  private static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private static <T> T once(String setter, @Nullable T earlier, T value) {
    if (earlier != null) {
      throw new IllegalStateException(
          setter + " was set to " + earlier + " already; it can be set once");
    }
    return Objects.requireNonNull(value, setter);
  }
}
