package io.artrec.cleaning;

import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.LoadedInteractions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Catalog;
import io.artrec.tabular.RowProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The steps by which events are cleaned, run in the order in which they are named. Immutable and
 * thread-safe; each method that names a step returns a longer copy.
 *
 * <p>Cleaning works on columns: a bit a row, 4 bytes a row for the rows of each visitor, 4 more
 * when values change, and the columns of the result; 10 million events need no object each.
 */
public final class Cleaning {
  private final List<CleaningStep> steps;
  private final MissingValue missing;

  private Cleaning(List<CleaningStep> steps, MissingValue missing) {
    this.steps = steps;
    this.missing = missing;
  }

  /**
   * Returns the cleaning that leaves events as they are; ratings without a value are dropped.
   *
   * @return no steps
   */
  public static Cleaning none() {
    return new Cleaning(List.of(), MissingValue.drop());
  }

  /**
   * Returns the usual cleaning for ratings from 1 to 5: duplicates and unknown artworks are
   * dropped, ratings off the scale of {@link PreferenceModel#standard()} clamped to it.
   *
   * @return the usual steps
   */
  public static Cleaning standard() {
    return standard(PreferenceModel.standard());
  }

  /**
   * Returns the usual cleaning: duplicates and unknown artworks are dropped, ratings off their
   * scale clamped to it.
   *
   * @param preferences the model whose scale of ratings holds
   * @return the usual steps
   */
  public static Cleaning standard(PreferenceModel preferences) {
    return none()
        .duplicates()
        .unknownArtworks()
        .ratingScale(preferences.ratingMin(), preferences.ratingMax(), OffLimits.CLAMP);
  }

  /**
   * Adds dropping duplicates: an event with the event id of an earlier one, or with the same user,
   * artwork, kind, time and value unless both have ids that differ. Events without time count as of
   * the same time. The first stays.
   *
   * @return the longer cleaning
   */
  public Cleaning duplicates() {
    return with(EventSteps.duplicates());
  }

  /**
   * Adds dropping events with works that the catalogue does not hold.
   *
   * @return the longer cleaning
   */
  public Cleaning unknownArtworks() {
    return with(EventSteps.unknownArtworks());
  }

  /**
   * Says what stands in for ratings that came without a value, computed from all ratings that came
   * with one; dropped unless said. They are filled in before any step runs.
   *
   * @param rule what stands in
   * @return the changed cleaning
   */
  public Cleaning missingRatings(MissingValue rule) {
    return new Cleaning(steps, Objects.requireNonNull(rule, "rule"));
  }

  /**
   * Adds dropping or clamping ratings off their scale.
   *
   * @param min the lowest rating
   * @param max the highest rating, above {@code min}
   * @param action what to do with others
   * @return the longer cleaning
   */
  public Cleaning ratingScale(double min, double max, OffLimits action) {
    if (!(min < max) || !Double.isFinite(max - min)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "rating scale runs from %s to %s; expected two finite numbers, the lower first",
              min,
              max));
    }
    return with(RatingSteps.scale(min, max, Objects.requireNonNull(action, "action")));
  }

  /**
   * Adds dropping or clamping ratings that lie far from the mean, measured in standard deviations
   * of the population (divided by n).
   *
   * @param most the most deviations from the mean, above 0; 3 is usual
   * @param scope over which ratings mean and deviation are taken
   * @param action what to do with ratings farther off
   * @return the longer cleaning
   */
  public Cleaning outliersByZScore(double most, RatingScope scope, OffLimits action) {
    positive("z-score", most);
    return with(
        RatingSteps.zScore(
            most,
            Objects.requireNonNull(scope, "scope"),
            Objects.requireNonNull(action, "action")));
  }

  /**
   * Adds dropping or clamping ratings that lie more than a multiple of the inter-quartile range
   * below the first quartile or above the third. A quantile p lies at position (n − 1)·p of the
   * sorted values, interpolated linearly.
   *
   * @param factor the multiple, above 0; 1.5 is usual
   * @param scope over which ratings the quartiles are taken
   * @param action what to do with ratings farther off
   * @return the longer cleaning
   */
  public Cleaning outliersByQuartiles(double factor, RatingScope scope, OffLimits action) {
    positive("multiple of the inter-quartile range", factor);
    return with(
        RatingSteps.quartiles(
            factor,
            Objects.requireNonNull(scope, "scope"),
            Objects.requireNonNull(action, "action")));
  }

  /**
   * Adds scaling ratings to mean 0 and standard deviation 1; ratings that are all the same become
   * 0. Give {@link PreferenceModel#withRatingScale} the new scale.
   *
   * @param scope over which ratings mean and deviation are taken
   * @return the longer cleaning
   */
  public Cleaning scaleStandard(RatingScope scope) {
    return with(RatingSteps.standardize(Objects.requireNonNull(scope, "scope")));
  }

  /**
   * Adds scaling ratings to the range 0 to 1; ratings that are all the same become 0.5. Give {@link
   * PreferenceModel#withRatingScale} the new scale.
   *
   * @param scope over which ratings the least and the greatest are taken
   * @return the longer cleaning
   */
  public Cleaning scaleMinMax(RatingScope scope) {
    return with(RatingSteps.minMax(Objects.requireNonNull(scope, "scope")));
  }

  /**
   * Adds dropping all events of visitors with more events than a person has.
   *
   * @param most the most events of one visitor, 1 or more
   * @return the longer cleaning
   */
  public Cleaning busyUsers(int most) {
    positive("most events of a visitor", most);
    return with(EventSteps.busyInAll(most));
  }

  /**
   * Adds dropping all events of visitors with more events on one day (UTC) than a person has;
   * events without time are not counted.
   *
   * @param most the most events of one visitor on one day, 1 or more
   * @return the longer cleaning
   */
  public Cleaning busyUsersPerDay(int most) {
    positive("most events of a visitor on a day", most);
    return with(EventSteps.busyPerDay(most));
  }

  /**
   * Adds dropping all events of visitors whose number of events lies far above the mean of all
   * visitors.
   *
   * @param most the most standard deviations above the mean, above 0
   * @return the longer cleaning
   */
  public Cleaning busyUsersByZScore(double most) {
    positive("z-score of a visitor's events", most);
    return with(EventSteps.busyByZScore(most));
  }

  /**
   * Cleans events.
   *
   * @param interactions the events
   * @param catalog the works
   * @return the events that are left, in their order, and the report
   */
  public CleanedInteractions clean(Interactions interactions, Catalog catalog) {
    return clean(interactions, catalog, interactions.size(), List.of());
  }

  /**
   * Cleans events as loaded: ratings without a value are dropped or filled in first, and filled-in
   * ones come after the others.
   *
   * @param loaded the events
   * @param catalog the works
   * @return the events that are left and the report
   */
  public CleanedInteractions clean(LoadedInteractions loaded, Catalog catalog) {
    Interactions complete = loaded.interactions();
    Interactions incomplete = loaded.withoutRating();
    if (incomplete.size() == 0) {
      return clean(complete, catalog);
    }
    OptionalDouble standIn = missing.of(ratings(complete));
    Interactions all = complete;
    if (standIn.isPresent()) {
      Interactions.Builder joined = Interactions.builder();
      for (int row = 0; row < complete.size(); row++) {
        joined.addFrom(complete, row, complete.value(row));
      }
      for (int row = 0; row < incomplete.size(); row++) {
        joined.addFrom(incomplete, row, (float) standIn.getAsDouble());
      }
      all = joined.build();
    }
    boolean filled = standIn.isPresent();
    StepReport first =
        new StepReport(
            String.format(Locale.ROOT, "missing ratings (%s)", missing),
            filled
                ? String.format(
                    Locale.ROOT,
                    "they came without a value; %s stands in",
                    (float) standIn.getAsDouble())
                : "they came without a value",
            filled ? 0 : incomplete.size(),
            filled ? incomplete.size() : 0,
            examples(incomplete));
    return clean(all, catalog, complete.size() + incomplete.size(), List.of(first));
  }

  private CleanedInteractions clean(
      Interactions events, Catalog catalog, long before, List<StepReport> earlier) {
    Sweep sweep = new Sweep(events, Objects.requireNonNull(catalog, "catalog"));
    steps.forEach(step -> step.sweep(sweep));
    Interactions result = sweep.result();
    List<StepReport> reports = new ArrayList<>(earlier);
    reports.addAll(sweep.reports());
    return new CleanedInteractions(result, new CleaningReport(before, result.size(), reports));
  }

  private static double[] ratings(Interactions events) {
    double[] values = new double[events.size()];
    int count = 0;
    for (int row = 0; row < events.size(); row++) {
      if (events.kind(row) == InteractionKind.RATING) {
        values[count++] = events.value(row);
      }
    }
    return java.util.Arrays.copyOf(values, count);
  }

  private static List<String> examples(Interactions incomplete) {
    List<String> examples = new ArrayList<>();
    for (int row = 0; row < Math.min(5, incomplete.size()); row++) {
      examples.add(
          RowProblem.printable(incomplete.userId(incomplete.user(row)), 20)
              + ", "
              + RowProblem.printable(incomplete.artworkId(incomplete.artwork(row)), 24));
    }
    return examples;
  }

  private Cleaning with(CleaningStep step) {
    List<CleaningStep> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Cleaning(List.copyOf(longer), missing);
  }

  private static void positive(String what, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s is %s, expected more than 0", what, value));
    }
  }
}
