package io.artrec.eval.experiment;

import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.error.ArtrecException;
import io.artrec.eval.metric.Metric;
import io.artrec.eval.metric.Metrics;
import io.artrec.eval.split.Split;
import io.artrec.eval.split.Splits;
import io.artrec.eval.split.Splitter;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Strategy;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Recommenders × splits × metrics. Every recommender learns from the training part of every split
 * and is asked for every visitor of its test part: of all works the visitor did not know, which are
 * the best? Works are ranked in full; ties break by catalogue order.
 *
 * <pre>{@code
 * ExperimentResult result = Experiment.of(catalog, interactions)
 *     .split("per-user:ratio=0.2")
 *     .add("popularity", Popularity.allTime())
 *     .add("ease", Ease.regularization(300))
 *     .metrics("ndcg@10,recall@20")
 *     .run();
 * }</pre>
 *
 * <p>The same experiment gives the same numbers, times aside, at any number of threads.
 * Recommenders run one after the other so that times can be compared; training, asking and
 * measuring use all threads. A recommender that fails leaves a note and no run; when all fail, so
 * does the experiment. With a {@link #folder} a run is kept as soon as it is done, and an
 * experiment that was stopped goes on where it was. Not thread-safe; {@link #run} may be called
 * again.
 */
public final class Experiment {
  private final Optional<Catalog> catalog;
  private final Interactions interactions;
  private final List<Splitter> splitters = new ArrayList<>();
  private final List<Split> given = new ArrayList<>();
  private final Map<String, Contender> contenders = new LinkedHashMap<>();
  private final List<Metric> metrics = new ArrayList<>();
  private final List<Double> shares = new ArrayList<>();
  private final Set<String> breakdowns = new LinkedHashSet<>();
  private Optional<FeatureStore> features = Optional.empty();
  private Optional<SampledCandidates> negatives = Optional.empty();
  private Optional<Path> folder = Optional.empty();
  private PreferenceModel preferences = PreferenceModel.standard();
  private String title = "Comparison of recommenders";
  private long seed = 42;
  private int threads = Runtime.getRuntime().availableProcessors();
  private Progress progress = Progress.silent();
  private Cancellation cancellation = new Cancellation();

  private Experiment(Optional<Catalog> catalog, Interactions interactions) {
    this.catalog = catalog;
    this.interactions = Objects.requireNonNull(interactions, "interactions");
  }

  /**
   * Starts an experiment.
   *
   * @param catalog the works; all of them are recommended from
   * @param interactions all behaviour, to be split
   * @return the experiment, with nothing to compare yet
   */
  public static Experiment of(Catalog catalog, Interactions interactions) {
    return new Experiment(Optional.of(catalog), interactions);
  }

  /**
   * Starts an experiment on behaviour alone: the works are those that have events, titled by their
   * ids.
   *
   * @param interactions all behaviour, to be split
   * @return the experiment
   */
  public static Experiment of(Interactions interactions) {
    return new Experiment(Optional.empty(), interactions);
  }

  /**
   * Starts an experiment on splits made before; add them with {@link #split(Split)}.
   *
   * @return the experiment
   */
  public static Experiment ofSplits() {
    return of(Interactions.none());
  }

  /**
   * Sets the title of the report.
   *
   * @param text the title
   * @return this experiment
   */
  public Experiment title(String text) {
    title = Objects.requireNonNull(text, "text");
    return this;
  }

  /**
   * Adds a way to split.
   *
   * @param splitter makes one split or more of all behaviour
   * @return this experiment
   */
  public Experiment split(Splitter splitter) {
    splitters.add(splitter);
    return this;
  }

  /**
   * Adds a way to split by name.
   *
   * @param splitter as {@link Splits#parse} reads it, for instance {@code per-user:ratio=0.2}
   * @return this experiment
   */
  public Experiment split(String splitter) {
    return split(Splits.parse(splitter));
  }

  /**
   * Adds a split made before.
   *
   * @param split the split
   * @return this experiment
   */
  public Experiment split(Split split) {
    given.add(split);
    return this;
  }

  /**
   * Adds a strategy.
   *
   * @param name what it is called in results, once in an experiment
   * @param strategy the strategy
   * @return this experiment
   */
  public Experiment add(String name, Strategy strategy) {
    return add(Contender.of(name, strategy));
  }

  /**
   * Adds a whole recommender.
   *
   * @param name what it is called in results, once in an experiment
   * @param settings see {@link Contender#of(String, UnaryOperator)}
   * @return this experiment
   */
  public Experiment add(String name, UnaryOperator<io.artrec.RecommenderBuilder> settings) {
    return add(Contender.of(name, settings));
  }

  /**
   * Adds something to compare.
   *
   * @param contender with a name of its own
   * @return this experiment
   */
  public Experiment add(Contender contender) {
    if (contenders.putIfAbsent(contender.name(), contender) != null) {
      throw new IllegalArgumentException(
          "recommender '" + contender.name() + "' is added twice, expected different names");
    }
    return this;
  }

  /**
   * Adds metrics by name.
   *
   * @param names as {@link Metrics#parse} reads them, separated by commas: {@code
   *     ndcg@10,recall@20}
   * @return this experiment
   */
  public Experiment metrics(String names) {
    Metrics.parseAll(names).forEach(this::metric);
    return this;
  }

  /**
   * Adds a metric.
   *
   * @param metric the metric
   * @return this experiment
   */
  public Experiment metric(Metric metric) {
    if (metrics.stream().anyMatch(other -> other.name().equals(metric.name()))) {
      throw new IllegalArgumentException(
          "metric '" + metric.name() + "' is added twice, expected once");
    }
    metrics.add(metric);
    return this;
  }

  /**
   * Sets what works are like, for content-based strategies and metrics of diversity.
   *
   * @param store features of the catalogue's works, {@code Recommender.features()} for instance
   * @return this experiment
   */
  public Experiment features(FeatureStore store) {
    features = Optional.of(store);
    return this;
  }

  /**
   * Sets how events become preferences, in training and for what is relevant in the test part;
   * {@link PreferenceModel#standard} unless set.
   *
   * @param model the model
   * @return this experiment
   */
  public Experiment preferences(PreferenceModel model) {
    preferences = Objects.requireNonNull(model, "model");
    return this;
  }

  /**
   * Ranks tested works among some sampled ones rather than among all. The numbers are then of
   * another kind, and may order recommenders differently (Krichene and Rendle 2020); the result
   * carries a warning.
   *
   * @param count how many works are drawn for each visitor, 1 or more
   * @param draw by which chance
   * @return this experiment
   */
  public Experiment sampledNegatives(int count, NegativeDraw draw) {
    negatives = Optional.of(new SampledCandidates(count, draw, 0));
    return this;
  }

  /**
   * Trains on shares of the training part too, to see what more data would bring; a smaller share
   * is part of a larger one.
   *
   * @param of shares, above 0 and up to 1
   * @return this experiment
   */
  public Experiment learningCurve(double... of) {
    for (double share : of) {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "share of the training part is " + share + ", expected above 0 and up to 1");
      }
      shares.add(share);
    }
    return this;
  }

  /**
   * Also gives values in parts: by how active visitors were in training ({@code activity}, the
   * first metric with values by visitor), by how popular relevant works were there ({@code
   * popularity}, recall), or by a trait of works ({@code artist}, {@code movement} and so on,
   * recall).
   *
   * @param by one or more of these
   * @return this experiment
   */
  public Experiment breakdown(String... by) {
    breakdowns.addAll(List.of(by));
    return this;
  }

  /**
   * Keeps finished runs in a folder, and takes from there those that are finished.
   *
   * @param path the folder; made when it is missing
   * @return this experiment
   */
  public Experiment folder(Path path) {
    folder = Optional.of(path);
    return this;
  }

  /**
   * Sets what chance is drawn with; 42 unless set.
   *
   * @param value any number
   * @return this experiment
   */
  public Experiment seed(long value) {
    seed = value;
    return this;
  }

  /**
   * Sets how many threads are used; all cores unless set.
   *
   * @param count 1 or more
   * @return this experiment
   */
  public Experiment threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads is " + count + ", expected 1 or more");
    }
    threads = count;
    return this;
  }

  /**
   * Sets who hears how far the experiment is.
   *
   * @param listener may be called by several threads
   * @return this experiment
   */
  public Experiment progress(Progress listener) {
    progress = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Sets what stops the experiment; finished runs stay in the {@link #folder}.
   *
   * @param token the token
   * @return this experiment
   */
  public Experiment cancellation(Cancellation token) {
    cancellation = Objects.requireNonNull(token, "token");
    return this;
  }

  /**
   * Runs the experiment.
   *
   * @return the numbers
   * @throws IllegalArgumentException when something is missing, a split leaves nothing to learn
   *     from or test on, or the data cannot give a metric; the message says what is missing
   * @throws ArtrecException when every recommender failed
   */
  public ExperimentResult run() {
    requireComplete();
    Catalog works = catalog.orElseGet(this::worksOfEvents);
    List<Split> splits = splits(works);
    FeatureStore store = features.orElseGet(() -> FeatureStore.empty(works.size()));
    Runs runs =
        new Runs(
            List.copyOf(metrics),
            preferences,
            seed,
            threads,
            progress,
            cancellation,
            folder,
            List.copyOf(breakdowns));
    CandidateRule rule =
        negatives.<CandidateRule>map(n -> n.seeded(seed)).orElseGet(CandidateRule.AllWorks::new);
    List<SplitData> data = new ArrayList<>();
    for (Split split : splits) {
      SplitData indexed = new SplitData(split, works, store, preferences, rule);
      runs.check(indexed);
      data.add(indexed);
    }
    List<RunResult> results = runs.all(List.copyOf(contenders.values()), data);
    List<String> notes = new ArrayList<>(runs.notes());
    negatives.ifPresent(
        sample ->
            notes.add(
                0,
                sample.count()
                    + " sampled negatives: tested works were ranked among sampled ones, not among all. Such numbers may"
                    + " order recommenders differently than full ranking does (Krichene and Rendle"
                    + " 2020); do not compare them with others."));
    return new ExperimentResult(
        title,
        List.copyOf(contenders.keySet()),
        splits.stream().map(Split::name).toList(),
        metrics.stream().map(Metric::name).toList(),
        results,
        notes);
  }

  private void requireComplete() {
    List<String> missing = new ArrayList<>();
    if (contenders.isEmpty()) {
      missing.add("a recommender: add(name, strategy)");
    }
    if (metrics.isEmpty()) {
      missing.add("a metric: metrics(\"ndcg@10\")");
    }
    if (splitters.isEmpty() && given.isEmpty()) {
      missing.add("a split: split(\"per-user:ratio=0.2\")");
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("the experiment lacks " + String.join("; ", missing));
    }
  }

  private Catalog worksOfEvents() {
    List<Interactions> parts = new ArrayList<>(List.of(interactions));
    given.forEach(s -> parts.addAll(List.of(s.training(), s.known(), s.test())));
    return catalogOf(parts);
  }

  /**
   * {@return the works that have events, titled by their ids, in the order of their ids}
   *
   * @param parts events
   */
  public static Catalog catalogOf(List<Interactions> parts) {
    TreeSet<String> ids = new TreeSet<>();
    parts.forEach(events -> addWorks(events, ids));
    return Catalog.of(ids.stream().map(id -> Artwork.builder(id, id).build()).toList());
  }

  private static void addWorks(Interactions events, Set<String> ids) {
    for (int artwork = 0; artwork < events.artworkCount(); artwork++) {
      ids.add(events.artworkId(artwork));
    }
  }

  private List<Split> splits(Catalog works) {
    List<Split> whole = new ArrayList<>(given);
    for (Splitter splitter : splitters) {
      whole.addAll(splitter.split(works, interactions, seed));
    }
    if (shares.isEmpty()) {
      return whole;
    }
    List<Split> all = new ArrayList<>();
    for (Split split : whole) {
      for (double share : shares) {
        all.add(TrainingShare.of(split, share, seed));
      }
    }
    return all;
  }
}
