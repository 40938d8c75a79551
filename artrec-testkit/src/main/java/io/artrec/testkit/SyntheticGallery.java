package io.artrec.testkit;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.YearRange;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.FeatureStore;
import io.artrec.feature.PeriodFeature;
import io.artrec.feature.WeightedFeature;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Workers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A gallery with planted tastes, for tests: works in schools that differ in movement, subjects and
 * century; visitors who mostly like works of one school, well-known ones more often than others.
 * The same seed gives the same gallery. Immutable and thread-safe.
 */
public final class SyntheticGallery {
  /** How many schools there are; visitor {@code u<k>} likes school {@code k % SCHOOLS}. */
  public static final int SCHOOLS = 5;

  /** When the last event took place, in milliseconds since 1970-01-01T00:00Z. */
  public static final long NOW = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  private static final long HOUR = 3_600_000;

  private final Catalog catalog;
  private final Dataset dataset;
  private final FeatureStore features;

  private SyntheticGallery(Catalog catalog, Dataset dataset, FeatureStore features) {
    this.catalog = catalog;
    this.dataset = dataset;
    this.features = features;
  }

  /**
   * Makes a gallery.
   *
   * @param works how many works
   * @param users how many visitors
   * @param each how many events each visitor has
   * @param seed decides everything left to chance
   * @return the gallery
   */
  public static SyntheticGallery of(int works, int users, int each, long seed) {
    return of(works, users, each, seed, false);
  }

  /**
   * Makes the same gallery with visitors who rate works instead: 5 for a favourite, 4 for what they
   * looked at, 3 for a click and 1 for what they dislike.
   *
   * @param works how many works
   * @param users how many visitors
   * @param each how many ratings each visitor gives
   * @param seed decides everything left to chance
   * @return the gallery
   */
  public static SyntheticGallery rated(int works, int users, int each, long seed) {
    return of(works, users, each, seed, true);
  }

  private static SyntheticGallery of(int works, int users, int each, long seed, boolean isRated) {
    SplittableRandom random = new SplittableRandom(seed);
    Catalog catalog = catalog(works, random);
    Interactions.Builder events = Interactions.builder();
    for (int user = 0; user < users && works > 0; user++) {
      for (int event = 0; event < each; event++) {
        Interaction chosen = event(catalog, user, random);
        events.add(isRated ? rating(chosen) : chosen);
      }
    }
    List<WeightedFeature> wanted =
        List.of(
            new WeightedFeature(1, AttributeFeature.standard()),
            new WeightedFeature(0.5, PeriodFeature.standard()));
    FeatureStore features = FeatureExtraction.standard().threads(1).run(catalog, wanted).features();
    return new SyntheticGallery(catalog, Dataset.of(catalog, events.build()), features);
  }

  private static Catalog catalog(int works, SplittableRandom random) {
    List<Artwork> artworks = new ArrayList<>();
    for (int i = 0; i < works; i++) {
      int school = i % SCHOOLS;
      artworks.add(
          Artwork.builder("w" + i, "Work " + i)
              .artist(String.format(Locale.ROOT, "Artist %d-%d", school, random.nextInt(4)))
              .movement("School " + school)
              .subject("subject " + (school * 6 + random.nextInt(6)))
              .subject("subject " + (school * 6 + random.nextInt(6)))
              .subject("subject " + random.nextInt(SCHOOLS * 6))
              .created(YearRange.of(1400 + 100 * school + random.nextInt(80)))
              .build());
    }
    return Catalog.of(artworks);
  }

  private static Interaction event(Catalog catalog, int user, SplittableRandom random) {
    boolean own = random.nextInt(10) < 8;
    double unit = random.nextDouble();
    int rank = (int) (catalog.size() / (double) SCHOOLS * unit * unit);
    int school = own ? user % SCHOOLS : random.nextInt(SCHOOLS);
    int work = Math.min(catalog.size() - 1, rank * SCHOOLS + school);
    InteractionKind kind =
        own
            ? random.nextBoolean() ? InteractionKind.FAVORITE : InteractionKind.VIEW
            : random.nextBoolean() ? InteractionKind.DISLIKE : InteractionKind.CLICK;
    return Interaction.of("u" + user, catalog.get(work).id(), kind)
        .at(Instant.ofEpochMilli(NOW - HOUR * random.nextInt(2000)));
  }

  private static Interaction rating(Interaction event) {
    double value =
        switch (event.kind()) {
          case FAVORITE -> 5;
          case VIEW -> 4;
          case CLICK -> 3;
          default -> 1;
        };
    return Interaction.rating(event.user(), event.artwork(), value).at(event.time().orElseThrow());
  }

  /** {@return the works} */
  public Catalog catalog() {
    return catalog;
  }

  /**
   * Returns what visitors did.
   *
   * @return the dataset
   */
  public Dataset dataset() {
    return dataset;
  }

  /**
   * Returns the features of the works.
   *
   * @return attributes and period
   */
  public FeatureStore features() {
    return features;
  }

  /**
   * Returns the school of a work.
   *
   * @param artwork its catalogue index
   * @return 0 to {@code SCHOOLS - 1}
   */
  public int schoolOf(int artwork) {
    return artwork % SCHOOLS;
  }

  /**
   * Returns what strategies are trained on.
   *
   * @param threads how many threads
   * @return the context
   */
  public TrainingContext context(int threads) {
    return TrainingContext.of(dataset, features).with(dataset, NOW).workers(Workers.of(threads));
  }
}
