package io.artrec;

import io.artrec.encryption.Encryption;
import io.artrec.experiment.OnlineExperiment;
import io.artrec.explain.Sentences;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.Feature;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.ImageDirectory;
import io.artrec.filter.Filter;
import io.artrec.log.ChangeLog;
import io.artrec.model.ModelFileException;
import io.artrec.rerank.Reranker;
import io.artrec.rerank.Rerankers;
import io.artrec.scoring.ScoringBackend;
import io.artrec.scoring.ScoringBackends;
import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import io.artrec.strategy.StrategyReader;
import io.artrec.strategy.StrategyReaders;
import io.artrec.task.Workers;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Loads a model, with what the file itself cannot hold: code of other modules and of the
 * application. Not thread-safe.
 */
public final class RecommenderLoader {
  private final @Nullable Path file;
  private final @Nullable InputStream stream;
  private final List<Feature> features = new ArrayList<>();
  private @Nullable ArtworkImages images;
  private @Nullable Path cache;
  private final List<StrategyReader> readers = new ArrayList<>();
  private final Map<String, Similarity> similarities = new HashMap<>();
  private final Map<String, Reranker> rerankers = new HashMap<>();
  private @Nullable Filter filter;
  private Sentences sentences = Sentences.standard();
  private Optional<Optional<OnlineExperiment>> experiment = Optional.empty();
  private @Nullable LogSource log;
  private Encryption encryption = Encryption.none();
  private Clock clock = Clock.systemUTC();
  private Executor background = Surroundings.daemon();
  private RefreshPolicy refresh = RefreshPolicy.none();
  private ScoringBackend scoring = ScoringBackends.best();
  private @Nullable AnswerCache answerCache;
  private Workers workers = Workers.of(Runtime.getRuntime().availableProcessors());

  RecommenderLoader(Path file) {
    this.file = Objects.requireNonNull(file, "file");
    stream = null;
  }

  RecommenderLoader(InputStream stream) {
    file = null;
    this.stream = Objects.requireNonNull(stream, "stream");
  }

  /**
   * Passes features that the model was built with, so that works which come later can be encoded.
   * Core's own features of records need not be passed. Without the others a model answers as it was
   * saved, and {@link Recommender#update} refuses works that are new or described anew.
   *
   * @param more the features, as they were given to the builder
   * @return this loader
   */
  public RecommenderLoader features(Feature... more) {
    features.addAll(List.of(more));
    return this;
  }

  /**
   * Sets the folder that the image references of works which come later are relative to.
   *
   * @param folder an existing folder
   * @return this loader
   */
  public RecommenderLoader images(Path folder) {
    return images(ImageDirectory.of(folder));
  }

  /**
   * Sets where the images of works which come later are read from.
   *
   * @param source the source
   * @return this loader
   */
  public RecommenderLoader images(ArtworkImages source) {
    images = Objects.requireNonNull(source, "source");
    return this;
  }

  /**
   * Keeps features that are fitted again on disk, as {@link RecommenderBuilder#cache}.
   *
   * @param folder the folder, made when it is not there
   * @return this loader
   */
  public RecommenderLoader cache(Path folder) {
    cache = Objects.requireNonNull(folder, "folder");
    return this;
  }

  /**
   * Passes readers of strategies that are not core's own.
   *
   * @param more the readers
   * @return this loader
   */
  public RecommenderLoader strategies(StrategyReader... more) {
    return strategies(List.of(more));
  }

  /**
   * Passes readers of strategies that are not core's own, for instance {@code
   * CfStrategies.readers()}.
   *
   * @param more the readers
   * @return this loader
   */
  public RecommenderLoader strategies(Collection<? extends StrategyReader> more) {
    readers.addAll(List.copyOf(more));
    return this;
  }

  /**
   * Passes similarities that are not built in.
   *
   * @param more the similarities
   * @return this loader
   */
  public RecommenderLoader similarities(Similarity... more) {
    for (Similarity similarity : more) {
      similarities.put(similarity.name(), similarity);
    }
    return this;
  }

  /**
   * Passes re-rankers that are not built in.
   *
   * @param more the re-rankers, found by their configuration
   * @return this loader
   */
  public RecommenderLoader rerankers(Reranker... more) {
    for (Reranker reranker : more) {
      rerankers.put(reranker.configuration(), reranker);
    }
    return this;
  }

  /**
   * Passes the standing filter that the model was built with.
   *
   * @param standing the filter; its description must be the saved one's
   * @return this loader
   */
  public RecommenderLoader filter(Filter standing) {
    filter = Objects.requireNonNull(standing, "standing");
    return this;
  }

  /**
   * Passes what writes the sentences of explanations, as {@link RecommenderBuilder#sentences}.
   *
   * @param writer the writer
   * @return this loader
   */
  public RecommenderLoader sentences(Sentences writer) {
    sentences = Objects.requireNonNull(writer, "writer");
    return this;
  }

  /**
   * Divides visitors among the variants of an experiment, in place of the model's own, as {@link
   * RecommenderBuilder#experiment}.
   *
   * @param running the experiment, with two variants or more
   * @return this loader
   */
  public RecommenderLoader experiment(OnlineExperiment running) {
    running.assignment();
    experiment = Optional.of(Optional.of(running));
    return this;
  }

  /**
   * Ends the model's experiment: nobody is in a variant.
   *
   * @return this loader
   */
  public RecommenderLoader noExperiment() {
    experiment = Optional.of(Optional.empty());
    return this;
  }

  /**
   * Keeps what is recorded in a log in a folder; what it holds and the model does not is replayed,
   * and visitors who were forgotten since the model was saved are taken out of it. The recommender
   * opens the log and closes it.
   *
   * @param path the log's own folder, created when it is not there; its parent must exist
   * @return this loader
   */
  public RecommenderLoader log(Path path) {
    log = LogSource.of(path);
    return this;
  }

  /**
   * Keeps what is recorded in a log, as {@link #log(Path)}.
   *
   * @param open the log, which no other recommender uses; it stays open when the recommender is
   *     closed
   * @return this loader
   */
  public RecommenderLoader log(ChangeLog open) {
    log = LogSource.of(open);
    return this;
  }

  /**
   * Encrypts model files, and the log that {@link #log(Path)} opens, as {@link
   * RecommenderBuilder#encryption}. A model that is encrypted needs it to be read.
   *
   * @param how whether and how, with keys that open what is there
   * @return this loader
   */
  public RecommenderLoader encryption(Encryption how) {
    encryption = Objects.requireNonNull(how, "how");
    return this;
  }

  /**
   * Sets the clock that stamps events; the system's in UTC unless set.
   *
   * @param source the clock
   * @return this loader
   */
  public RecommenderLoader clock(Clock source) {
    clock = Objects.requireNonNull(source, "source");
    return this;
  }

  /**
   * Sets what runs work that callers do not wait for, as {@link RecommenderBuilder#background}.
   *
   * @param executor the executor, which stays the application's to shut down
   * @return this loader
   */
  public RecommenderLoader background(Executor executor) {
    background = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /**
   * Sets when the recommender learns by itself, as {@link RecommenderBuilder#refresh}.
   *
   * @param policy the policy
   * @return this loader
   */
  public RecommenderLoader refresh(RefreshPolicy policy) {
    refresh = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /**
   * Keeps answers in memory, as {@link RecommenderBuilder#answerCache}.
   *
   * @param kept how many, and for how long
   * @return this loader
   */
  public RecommenderLoader answerCache(AnswerCache kept) {
    answerCache = Objects.requireNonNull(kept, "kept");
    return this;
  }

  /**
   * Sets what multiplies vectors with the works', as {@link RecommenderBuilder#scoring}. A model
   * may be built with one and loaded with another.
   *
   * @param backend the backend, which stays the application's to close, after the recommender
   * @return this loader
   */
  public RecommenderLoader scoring(ScoringBackend backend) {
    scoring = Objects.requireNonNull(backend, "backend");
    return this;
  }

  /**
   * Sets how many threads batches and retraining may use; as many as processors unless set.
   *
   * @param count 1 or more
   * @return this loader
   */
  public RecommenderLoader threads(int count) {
    workers = Workers.of(RecommenderBuilder.checkedThreads(count));
    return this;
  }

  /**
   * Sets on which threads batches and retraining run, as {@link RecommenderBuilder#workers}.
   *
   * @param means the threads
   * @return this loader
   */
  public RecommenderLoader workers(Workers means) {
    workers = Objects.requireNonNull(means, "means");
    return this;
  }

  /**
   * Loads the model.
   *
   * @return a recommender that answers as the saved one did
   * @throws ModelFileException when the file is missing, damaged, foreign, or needs something that
   *     was not passed
   * @throws io.artrec.log.LogException when the log cannot be opened or read
   */
  public Recommender load() {
    return LogSource.using(log, encryption, this::load);
  }

  private Recommender load(LogSource.Open open) {
    ModelContent.Loading loading =
        new ModelContent.Loading(
            StrategyReaders.coreAnd(readers).withSimilarities(this::similarity),
            this::similarity,
            this::reranker,
            Optional.ofNullable(filter),
            features,
            extraction(),
            scoring,
            Sentences.safe(sentences),
            experiment,
            workers.quiet(),
            encryption);
    ModelContent.Loaded loaded =
        file == null
            ? ModelContent.read(Objects.requireNonNull(stream), loading)
            : ModelContent.read(file, loading);
    Recommender recommender =
        new Recommender(
            loaded.engine(),
            new Surroundings(
                clock, open, background, refresh, encryption, Optional.ofNullable(answerCache)),
            loaded.content().key(),
            BuildReport.none());
    if (file != null) {
      recommender.loadedFrom(file, open.isOf(loaded.logId()) ? loaded.logNumber() : 0);
    }
    recommender.live().replay(loaded.content());
    recommender.withhold(withheld -> loaded.withheld());
    if (open.log().isPresent()) {
      new Replay(open.log().get()).into(recommender, loaded);
    } else {
      loaded.since().forEach(recommender::replay);
    }
    recommender.finishStarting();
    return recommender;
  }

  private FeatureExtraction extraction() {
    FeatureExtraction extraction = FeatureExtraction.standard().workers(workers.quiet());
    if (images != null) {
      extraction = extraction.images(images);
    }
    return cache == null ? extraction : extraction.cache(cache);
  }

  private Similarity similarity(String name) {
    Similarity passed = similarities.get(name);
    if (passed != null) {
      return passed;
    }
    return Similarities.named(name)
        .orElseThrow(
            () ->
                new ModelFileException(
                    String.format(
                        Locale.ROOT,
                        "the model uses similarity '%s', which is not built in; pass it when"
                            + " loading: Recommender.loader(path).similarities(...)",
                        name)));
  }

  private Reranker reranker(String configuration) {
    Reranker passed = rerankers.get(configuration);
    if (passed != null) {
      return passed;
    }
    return Rerankers.parse(configuration)
        .orElseThrow(
            () ->
                new ModelFileException(
                    String.format(
                        Locale.ROOT,
                        "the model uses re-ranker '%s', which is not built in; pass it when"
                            + " loading: Recommender.loader(path).rerankers(...)",
                        configuration)));
  }
}
