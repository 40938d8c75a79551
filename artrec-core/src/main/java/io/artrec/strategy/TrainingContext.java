package io.artrec.strategy;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.util.Locale;
import java.util.Objects;

/**
 * What a strategy is trained on. Immutable.
 *
 * @param dataset behaviour, indexed against the catalogue; may be empty
 * @param features the catalogue's features; may be empty
 * @param preferenceModel how events become preferences
 * @param nowMillis the time of training, milliseconds since 1970-01-01T00:00Z, for decay
 * @param seed decides what is left to chance
 * @param threads how many threads training may use, 1 or more; the result does not depend on it
 * @param progress hears how far training is
 * @param cancellation stops training
 */
public record TrainingContext(
    Dataset dataset,
    FeatureStore features,
    PreferenceModel preferenceModel,
    long nowMillis,
    long seed,
    int threads,
    Progress progress,
    Cancellation cancellation) {
  /** Validates the parts. */
  public TrainingContext {
    Objects.requireNonNull(preferenceModel, "preferenceModel");
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(cancellation, "cancellation");
    if (features.artworks() != dataset.catalog().size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "features of %d artworks, catalogue of %d; expected as many",
              features.artworks(),
              dataset.catalog().size()));
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", expected 1 or more");
    }
  }

  /**
   * {@return a context with the standard preference model, time 0, seed 42, one thread, silent and
   * never cancelled}
   *
   * @param dataset behaviour
   * @param features the catalogue's features
   */
  public static TrainingContext of(Dataset dataset, FeatureStore features) {
    return new TrainingContext(
        dataset,
        features,
        PreferenceModel.standard(),
        0,
        42,
        1,
        Progress.silent(),
        new Cancellation());
  }

  /**
   * {@return this context with other behaviour over the same catalogue}
   *
   * @param behavior what to train on
   * @param now the time of training, milliseconds since 1970-01-01T00:00Z
   */
  public TrainingContext with(Dataset behavior, long now) {
    return new TrainingContext(
        behavior, features, preferenceModel, now, seed, threads, progress, cancellation);
  }

  /**
   * {@return this context for a training with other means}
   *
   * @param count how many threads it may use, 1 or more
   * @param token stops it
   */
  public TrainingContext within(int count, Cancellation token) {
    return new TrainingContext(
        dataset, features, preferenceModel, nowMillis, seed, count, progress, token);
  }

  /**
   * {@return this context over a catalogue that has changed}
   *
   * @param changed the same behaviour over it
   * @param brought its features
   */
  public TrainingContext over(Dataset changed, FeatureStore brought) {
    return new TrainingContext(
        changed, brought, preferenceModel, nowMillis, seed, threads, progress, cancellation);
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

  /** {@return the catalogue} */
  public Catalog catalog() {
    return dataset.catalog();
  }
}
