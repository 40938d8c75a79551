package io.artrec.eval.search;

import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Catalog;
import io.artrec.eval.experiment.Experiment;
import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.metric.Metric;
import io.artrec.eval.metric.Metrics;
import io.artrec.eval.split.Split;
import io.artrec.eval.split.Splits;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Strategy;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Tries hyper-parameters on behaviour that may be learned from. It takes the training part of a
 * split, or all behaviour that is not tested, and divides it once more; what is tested in the end
 * never comes near it.
 *
 * <pre>{@code
 * Split split = Splits.parse("per-user:ratio=0.2").split(catalog, interactions, 42).get(0);
 * TuningResult found = HyperparameterSearch.of(split, parser::parse)
 *     .metric("ndcg@10")
 *     .random(SearchSpace.of("ease").logRange("regularization", 10, 5000), 20);
 * Strategy best = parser.parse(found.best().strategy());
 * }</pre>
 *
 * <p>The same search finds the same, times aside, at any number of threads; trials run one after
 * the other, each on all threads. Not thread-safe.
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
    metric = name;
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
   * Tries every combination.
   *
   * @param space what may be tried
   * @param steps values of each range, 1 or more
   * @return what was found
   * @throws IllegalArgumentException when a strategy cannot be made, or the behaviour leaves
   *     nothing to learn from or to validate on
   */
  public TuningResult grid(SearchSpace space, int steps) {
    return all(space.grid(steps));
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
    return all(drawn(space, trials));
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
    List<String> left = drawn(space, trials);
    int rounds = 0;
    for (long reach = 1; reach * factor <= left.size(); reach *= factor) {
      rounds++;
    }
    List<Trial> all = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    for (int round = rounds; round >= 0; round--) {
      TuningResult result = run(left, Math.pow(factor, -round));
      all.addAll(result.trials());
      notes.addAll(result.notes());
      int keep = Math.max(1, left.size() / factor);
      left =
          TuningResult.ranked(result.trials(), result.direction()).stream()
              .limit(keep)
              .map(Trial::strategy)
              .toList();
    }
    return new TuningResult(metric, direction(), all, List.copyOf(notes));
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

  private TuningResult all(List<String> strategies) {
    return run(strategies, 1);
  }

  private Metric.Direction direction() {
    return Metrics.parse(metric).direction();
  }

  private TuningResult run(List<String> strategies, double share) {
    Experiment experiment =
        Experiment.of(catalog, training)
            .split(validation)
            .metrics(metric)
            .preferences(preferences)
            .seed(seed)
            .threads(threads)
            .progress(progress)
            .cancellation(cancellation);
    features.ifPresent(experiment::features);
    if (share < 1) {
      experiment.learningCurve(share);
    }
    strategies.forEach(text -> experiment.add(text, maker.apply(text)));
    ExperimentResult result = experiment.run();
    String name = result.metrics().get(0);
    List<Trial> trials = new ArrayList<>();
    for (String strategy : strategies) {
      OptionalDouble value = result.value(strategy, name);
      double seconds =
          result.runs().stream()
              .filter(run -> run.recommender().equals(strategy))
              .map(RunResult::timing)
              .mapToDouble(timing -> timing.trainingSeconds())
              .sum();
      trials.add(new Trial(strategy, share, value, seconds));
    }
    return new TuningResult(name, direction(), trials, result.notes());
  }
}
