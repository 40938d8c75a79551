package io.artrec.eval.search;

import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Catalog;
import io.artrec.eval.experiment.Experiment;
import io.artrec.eval.experiment.Provenance;
import io.artrec.eval.metric.Metric;
import io.artrec.eval.metric.Metrics;
import io.artrec.eval.metric.UserMetric;
import io.artrec.eval.split.Split;
import io.artrec.eval.split.Splits;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Strategy;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tries hyper-parameters on behaviour that may be learned from, and says whether any is better than
 * what there is. It takes the training part of a split, or all behaviour that is not tested, and
 * divides it once more; what is tested in the end never comes near it.
 *
 * <pre>{@code
 * Split split = Splits.parse("per-user:ratio=0.2").split(catalog, interactions, 42).get(0);
 * TuningResult found = HyperparameterSearch.of(split, parser::parse)
 *     .metric("ndcg@10")
 *     .random(SearchSpace.proposed(parser.method("ease")), 20);
 * Strategy best = parser.parse(found.chosen());
 * }</pre>
 *
 * <p>The incumbent, the strategy with its defaults unless {@linkplain #incumbent said}, is always
 * tried first. What does better is compared with it once more, on repeated splits of the same
 * behaviour, and {@link TuningResult#verdict} may be that nothing is better. Of twenty settings one
 * always looks good on one split; a search without that comparison is worse than none.
 *
 * <p>The same search finds the same, times aside, at any number of threads, while no budget cuts it
 * short; trials run one after the other, each on all threads. With a {@link #file} finished trials
 * are kept as soon as they are done, and a search that was stopped or killed goes on behind them.
 * Not thread-safe.
 */
public final class HyperparameterSearch {
  private final Catalog catalog;
  private final Interactions training;
  private final Function<String, Strategy> maker;
  private String metric = "ndcg@10";
  private String validation = "per-user:ratio=0.2";
  private Optional<FeatureStore> features = Optional.empty();
  private PreferenceModel preferences = PreferenceModel.standard();
  private long seed = 42;
  private int threads = Runtime.getRuntime().availableProcessors();
  private Progress progress = Progress.silent();
  private Cancellation cancellation = new Cancellation();
  private Optional<String> incumbent = Optional.empty();
  private int finalists = 3;
  private int repeats = 5;
  private double level = 0.05;
  private Optional<Duration> time = Optional.empty();
  private long bytes = Long.MAX_VALUE;
  private Optional<Path> file = Optional.empty();
  private Clock clock = Clock.systemUTC();

  private HyperparameterSearch(
      Catalog catalog, Interactions training, Function<String, Strategy> maker) {
    this.catalog = Objects.requireNonNull(catalog, "catalog");
    this.training = Objects.requireNonNull(training, "training");
    this.maker = Objects.requireNonNull(maker, "maker");
  }

  /**
   * Starts a search on the training part of a split; its test part is not looked at. The works are
   * those that have events there.
   *
   * @param split the split
   * @param maker makes a strategy of text, {@code StrategyParser::parse} for instance
   * @return the search
   */
  public static HyperparameterSearch of(Split split, Function<String, Strategy> maker) {
    return of(Experiment.catalogOf(List.of(split.training())), split.training(), maker);
  }

  /**
   * Starts a search on behaviour.
   *
   * @param catalog the works
   * @param training behaviour that may be learned from, none of it tested later
   * @param maker makes a strategy of text
   * @return the search
   */
  public static HyperparameterSearch of(
      Catalog catalog, Interactions training, Function<String, Strategy> maker) {
    return new HyperparameterSearch(catalog, training, maker);
  }

  /**
   * Sets the metric that decides; {@code ndcg@10} unless set.
   *
   * @param name as {@link Metrics#parse} reads it; one of which more or less is better
   * @return this search
   */
  public HyperparameterSearch metric(String name) {
    if (Metrics.parse(name).direction() == Metric.Direction.NEITHER) {
      throw new IllegalArgumentException(
          "metric '" + name + "' describes, expected one of which more or less is better");
    }
    boolean byVisitor = Metrics.parse(name) instanceof UserMetric;
    if (!byVisitor && !Metrics.parse(name).name().equals("rmse")) {
      throw new IllegalArgumentException(
          "metric '"
              + name
              + "' has no values by visitor, which tests need; expected one that has, as ndcg@10 or"
              + " mae, or rmse, which is tested by mse");
    }
    metric = Metrics.parse(name).name();
    return this;
  }

  /**
   * Sets how the training part is divided; {@code per-user:ratio=0.2} unless set. Values of several
   * splits are averaged.
   *
   * @param splitter as {@link Splits#parse} reads it
   * @return this search
   */
  public HyperparameterSearch validation(String splitter) {
    Splits.parse(splitter);
    validation = splitter;
    return this;
  }

  /**
   * Sets what works are like, for content-based strategies.
   *
   * @param store features of the catalogue's works
   * @return this search
   */
  public HyperparameterSearch features(FeatureStore store) {
    features = Optional.of(store);
    return this;
  }

  /**
   * Sets how events become preferences; {@link PreferenceModel#standard} unless set.
   *
   * @param model the model
   * @return this search
   */
  public HyperparameterSearch preferences(PreferenceModel model) {
    preferences = Objects.requireNonNull(model, "model");
    return this;
  }

  /**
   * Sets what chance is drawn with; 42 unless set.
   *
   * @param value any number
   * @return this search
   */
  public HyperparameterSearch seed(long value) {
    seed = value;
    return this;
  }

  /**
   * Sets how many threads each trial uses; all cores unless set.
   *
   * @param count 1 or more
   * @return this search
   */
  public HyperparameterSearch threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads is " + count + ", expected 1 or more");
    }
    threads = count;
    return this;
  }

  /**
   * Sets who hears how far the search is.
   *
   * @param listener may be called by several threads
   * @return this search
   */
  public HyperparameterSearch progress(Progress listener) {
    progress = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Sets what stops the search.
   *
   * @param token the token
   * @return this search
   */
  public HyperparameterSearch cancellation(Cancellation token) {
    cancellation = Objects.requireNonNull(token, "token");
    return this;
  }

  /**
   * Sets what there is: what others must be better than. {@link SearchSpace#incumbent} unless set.
   *
   * @param strategy as text
   * @return this search
   */
  public HyperparameterSearch incumbent(String strategy) {
    incumbent = Optional.of(strategy);
    return this;
  }

  /**
   * Sets how finals are held; 3 finalists on 5 repeated splits unless set.
   *
   * @param most how many settings, at most, are compared with the incumbent again, 1 or more
   * @param splits on how many more splits, 1 or more
   * @return this search
   */
  public HyperparameterSearch finals(int most, int splits) {
    if (most < 1 || splits < 1) {
      throw new IllegalArgumentException(
          most + " finalists on " + splits + " splits, expected 1 or more of both");
    }
    finalists = most;
    repeats = splits;
    return this;
  }

  /**
   * Sets how sure a verdict must be; 0.05 unless set.
   *
   * @param alpha the share of searches without anything better that may find something, between 0
   *     and 1
   * @return this search
   */
  public HyperparameterSearch level(double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("level is " + alpha + ", expected between 0 and 1");
    }
    level = alpha;
    return this;
  }

  /**
   * Bounds the time; no bound unless set. No trial begins that would not leave the finals what they
   * need, as long as trials before it took, or half of the time where they need more; of the finals
   * the repeats count that end in time. A trial that runs when the time is over is cancelled.
   *
   * @param limit how long, from the beginning of the search
   * @return this search
   */
  public HyperparameterSearch within(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("time is " + limit + ", expected above 0");
    }
    time = Optional.of(limit);
    return this;
  }

  /**
   * Bounds the memory of what is found; no bound unless set. A trial that made the heap grow by
   * more counts as failed.
   *
   * @param most bytes that a trained strategy may hold, 1 or more
   * @return this search
   */
  public HyperparameterSearch memory(long most) {
    if (most < 1) {
      throw new IllegalArgumentException("memory is " + most + " bytes, expected 1 or more");
    }
    bytes = most;
    return this;
  }

  /**
   * Keeps finished trials in a file, and takes from there those that are finished: one JSON object
   * a line, forced to the disk after each trial, so that whoever kills the process loses the
   * running trial and no other. A file of another space, metric, validation, seed, or of other data
   * is refused; more trials of the same space go on with it. It holds visitors' ids and what was
   * measured of each: delete it when somebody is forgotten.
   *
   * @param path the file; made when it is missing
   * @return this search
   */
  public HyperparameterSearch file(Path path) {
    file = Optional.of(path);
    return this;
  }

  /**
   * Sets the clock by which time is bounded.
   *
   * @param source the clock
   * @return this search
   */
  public HyperparameterSearch clock(Clock source) {
    clock = Objects.requireNonNull(source, "source");
    return this;
  }

  /**
   * Tries every combination.
   *
   * @param space what may be tried
   * @param steps values of each range, 1 or more
   * @return what was found
   * @throws IllegalArgumentException when a strategy cannot be made, or the behaviour leaves
   *     nothing to learn from or to validate on
   */
  public TuningResult grid(SearchSpace space, int steps) {
    return run(space, space.grid(steps), 2, 0);
  }

  /**
   * Tries combinations drawn by chance, which finds more than a grid of as many where few of
   * several hyper-parameters matter (Bergstra and Bengio, Random Search for Hyper-Parameter
   * Optimization, JMLR, 2012).
   *
   * @param space what may be tried
   * @param trials how many, 1 or more; fewer are tried when the space does not have as many
   * @return what was found
   * @throws IllegalArgumentException as {@link #grid}
   */
  public TuningResult random(SearchSpace space, int trials) {
    return run(space, drawn(space, trials), 2, 0);
  }

  /**
   * Draws combinations by chance, tries all on a small share of the training part, the better ones
   * on a larger share, and so on to the whole (Jamieson and Talwalkar, Non-stochastic Best Arm
   * Identification and Hyperparameter Optimization, AISTATS, 2016). With a factor of 3 and 27
   * trials that costs 4 whole trainings rather than 27, where training is linear in events. Wrong
   * where what is best on little data is not best on much; the largest share decides.
   *
   * @param space what may be tried
   * @param trials how many start, 1 or more
   * @param factor one of so many goes on, with so many times the events; 2 or more
   * @return what was found
   * @throws IllegalArgumentException as {@link #grid}
   */
  public TuningResult successiveHalving(SearchSpace space, int trials, int factor) {
    if (factor < 2) {
      throw new IllegalArgumentException("factor is " + factor + ", expected 2 or more");
    }
    List<String> drawn = drawn(space, trials);
    int rounds = 0;
    for (long reach = 1; reach * factor <= drawn.size(); reach *= factor) {
      rounds++;
    }
    return run(space, drawn, factor, rounds);
  }

  private List<String> drawn(SearchSpace space, int trials) {
    if (trials < 1) {
      throw new IllegalArgumentException("trials is " + trials + ", expected 1 or more");
    }
    SplittableRandom random = new SplittableRandom(seed);
    Set<String> drawn = new LinkedHashSet<>();
    for (long attempt = 0; drawn.size() < trials && attempt < 100L * trials; attempt++) {
      drawn.add(space.draw(random));
    }
    return List.copyOf(drawn);
  }

  private TuningResult run(SearchSpace space, List<String> strategies, int factor, int rounds) {
    String first = incumbent.orElse(space.incumbent());
    Stream.concat(Stream.of(first), strategies.stream())
        .map(maker)
        .forEach(made -> Objects.requireNonNull(made, "strategy"));
    SearchBudget budget = new SearchBudget(clock, time, bytes);
    TrialRunner.Setup setup =
        new TrialRunner.Setup(
            catalog,
            training,
            maker,
            features,
            preferences,
            seed,
            threads,
            progress,
            cancellation,
            metric);
    Optional<TrialFile> kept = file.map(path -> TrialFile.open(path, fingerprint(space)));
    return new SearchRun(
            new TuningResult.Goal(metric, Metrics.parse(metric).direction(), level),
            first,
            new SearchRun.Finals(finalists, repeats, this::splits, seed),
            new TrialRunner(setup, budget, kept),
            budget,
            progress)
        .run(strategies, factor, rounds);
  }

  private List<Split> splits(long chance) {
    return Splits.parse(validation).split(catalog, training, chance);
  }

  private String fingerprint(SearchSpace space) {
    String text =
        String.join(
            "\n",
            space.toString(),
            metric,
            validation,
            Long.toString(seed),
            preferences.toString(),
            features.map(FeatureStore::entries).orElse(List.of()).stream()
                .map(entry -> entry.spec().toString())
                .toList()
                .toString(),
            Provenance.dataHash(catalog, List.of(training)));
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
