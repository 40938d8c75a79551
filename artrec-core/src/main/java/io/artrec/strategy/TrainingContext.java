package io.artrec.strategy;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import java.util.Locale;
import java.util.Objects;

/** What a strategy is trained on, and by which means. Immutable and thread-safe. */
public final class TrainingContext {
  private final Dataset dataset;
  private final FeatureStore features;
  private final PreferenceModel preferenceModel;
  private final long nowMillis;
  private final long seed;
  private final Workers workers;

  private TrainingContext(
      Dataset dataset,
      FeatureStore features,
      PreferenceModel preferenceModel,
      long nowMillis,
      long seed,
      Workers workers) {
    this.dataset = dataset;
    this.features = features;
    this.preferenceModel = preferenceModel;
    this.nowMillis = nowMillis;
    this.seed = seed;
    this.workers = workers;
    if (features.artworks() != dataset.catalog().size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "features of %d artworks, catalogue of %d; expected as many",
              features.artworks(),
              dataset.catalog().size()));
    }
  }

  /**
   * {@return a context with the standard preference model, time 0, seed 42, one thread, silent and
   * never cancelled}
   *
   * @param dataset behaviour, indexed against the catalogue; may be empty
   * @param features the catalogue's features; may be empty
   */
  public static TrainingContext of(Dataset dataset, FeatureStore features) {
    return new TrainingContext(dataset, features, PreferenceModel.standard(), 0, 42, Workers.of(1));
  }

  /**
   * {@return this context with other behaviour over the same catalogue}
   *
   * @param behavior what to train on
   * @param now the time of training, milliseconds since 1970-01-01T00:00Z
   */
  public TrainingContext with(Dataset behavior, long now) {
    return new TrainingContext(behavior, features, preferenceModel, now, seed, workers);
  }

  /**
   * {@return this context with another preference model}
   *
   * @param model how events become preferences
   */
  public TrainingContext preferenceModel(PreferenceModel model) {
    Objects.requireNonNull(model, "model");
    return new TrainingContext(dataset, features, model, nowMillis, seed, workers);
  }

  /**
   * {@return this context with another seed}
   *
   * @param number decides what is left to chance
   */
  public TrainingContext seed(long number) {
    return new TrainingContext(dataset, features, preferenceModel, nowMillis, number, workers);
  }

  /**
   * {@return this context for a training with other means}
   *
   * @param means threads, progress and cancellation; the result does not depend on them
   */
  public TrainingContext workers(Workers means) {
    return new TrainingContext(dataset, features, preferenceModel, nowMillis, seed, means);
  }

  /** {@return this context without progress, for loops within what is reported as one} */
  public TrainingContext silent() {
    return workers(workers.progress(Progress.silent()));
  }

  /**
   * {@return this context over a catalogue that has changed}
   *
   * @param changed the same behaviour over it
   * @param brought its features
   */
  public TrainingContext over(Dataset changed, FeatureStore brought) {
    return new TrainingContext(changed, brought, preferenceModel, nowMillis, seed, workers);
  }

  /**
   * Returns this context as it was when the catalogue held its first works alone.
   *
   * @param works how many works
   * @return the context without all others, and without what was done with them
   */
  public TrainingContext first(int works) {
    return works == catalog().size()
        ? this
        : over(Dataset.of(catalog().first(works), dataset.interactions()), features.first(works));
  }

  /** {@return behaviour, indexed against the catalogue} */
  public Dataset dataset() {
    return dataset;
  }

  /** {@return the works} */
  public Catalog catalog() {
    return dataset.catalog();
  }

  /** {@return the catalogue's features} */
  public FeatureStore features() {
    return features;
  }

  /** {@return how events become preferences} */
  public PreferenceModel preferenceModel() {
    return preferenceModel;
  }

  /** {@return the time of training, milliseconds since 1970-01-01T00:00Z, for decay} */
  public long nowMillis() {
    return nowMillis;
  }

  /** {@return what decides what is left to chance} */
  public long seed() {
    return seed;
  }

  /** {@return threads, progress and cancellation; the result does not depend on them} */
  public Workers workers() {
    return workers;
  }

  /** {@return how many threads training may use, 1 or more} */
  public int threads() {
    return workers.threads();
  }

  /** {@return what hears how far training is} */
  public Progress progress() {
    return workers.progress();
  }

  /** {@return what stops training} */
  public Cancellation cancellation() {
    return workers.cancellation();
  }
}
