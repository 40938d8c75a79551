package io.artrec.eval.online;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Impressions in columns: 37 bytes each plus every id once, no object per impression. Immutable and
 * thread-safe. Visitors, works and variants are numbered in order of first appearance.
 */
public final class ImpressionLog {
  private static final byte CLICKED = 1;
  private static final byte CONVERTED = 2;
  private static final float NO_DWELL = -1;
  private static final double NO_PROPENSITY = 0;

  private final ImpressionColumns columns;
  private final byte[] outcomes;
  private final float[] dwell;

  private ImpressionLog(ImpressionColumns columns, byte[] outcomes, float[] dwell) {
    this.columns = columns;
    this.outcomes = outcomes;
    this.dwell = dwell;
  }

  /**
   * Starts collecting impressions.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the given impressions in columns, in their order.
   *
   * @param impressions the impressions
   * @return the log
   */
  public static ImpressionLog of(Collection<Impression> impressions) {
    Builder builder = builder();
    impressions.forEach(builder::add);
    return builder.build();
  }

  /**
   * Returns the number of impressions.
   *
   * @return the size
   */
  public int size() {
    return columns.size;
  }

  /** {@return the number of distinct visitors} */
  public int userCount() {
    return columns.visitors.size();
  }

  /** {@return the number of distinct works} */
  public int artworkCount() {
    return columns.works.size();
  }

  /**
   * {@return the names of the variants, in order of first appearance; an index here is what {@link
   * #variant} gives}
   */
  public List<String> variants() {
    return columns.variants.list();
  }

  /**
   * {@return a visitor's id}
   *
   * @param visitor the number, 0 to {@code userCount() - 1}
   */
  public String userId(int visitor) {
    return columns.visitors.id(visitor);
  }

  /**
   * {@return a work's id}
   *
   * @param work the number, 0 to {@code artworkCount() - 1}
   */
  public String artworkId(int work) {
    return columns.works.id(work);
  }

  /**
   * {@return the number of an impression's visitor}
   *
   * @param row the impression, 0 to {@code size() - 1}
   */
  public int visitor(int row) {
    return columns.visitorOf[checked(row)];
  }

  /**
   * {@return the number of an impression's work}
   *
   * @param row the impression
   */
  public int work(int row) {
    return columns.workOf[checked(row)];
  }

  /**
   * Returns the number of the variant that chose an impression.
   *
   * @param row the impression
   * @return the index in {@link #variants}
   */
  public int variant(int row) {
    return columns.variantOf[checked(row)];
  }

  /**
   * Returns where an impression stood.
   *
   * @param row the impression
   * @return the place, 1 the first
   */
  public int place(int row) {
    return columns.placeOf[checked(row)];
  }

  /**
   * Returns the last place that occurs.
   *
   * @return the largest place; 0 for an empty log
   */
  public int lastPlace() {
    return columns.lastPlace;
  }

  /**
   * Returns when an impression was made.
   *
   * @param row the impression
   * @return milliseconds since 1970-01-01T00:00Z
   */
  public long epochMillis(int row) {
    return columns.timeOf[checked(row)];
  }

  /**
   * Returns the probability an impression had.
   *
   * @param row the impression
   * @return the propensity; empty where it is not known
   */
  public OptionalDouble propensity(int row) {
    double propensity = columns.propensityOf[checked(row)];
    return propensity == NO_PROPENSITY ? OptionalDouble.empty() : OptionalDouble.of(propensity);
  }

  /**
   * Tells whether an impression was clicked.
   *
   * @param row the impression
   * @return true for a clicked one
   */
  public boolean clicked(int row) {
    return (outcomes[checked(row)] & CLICKED) != 0;
  }

  /**
   * Tells whether an impression led to a conversion.
   *
   * @param row the impression
   * @return true for a converted one
   */
  public boolean converted(int row) {
    return (outcomes[checked(row)] & CONVERTED) != 0;
  }

  /**
   * Returns how long the visitor stayed.
   *
   * @param row the impression
   * @return seconds, to float precision; empty where it was not measured
   */
  public OptionalDouble dwellSeconds(int row) {
    float seconds = dwell[checked(row)];
    return seconds == NO_DWELL ? OptionalDouble.empty() : OptionalDouble.of(seconds);
  }

  /**
   * {@return one impression as an object}
   *
   * @param row the impression
   */
  public Impression get(int row) {
    OptionalDouble seconds = dwellSeconds(row);
    return new Impression(
        userId(visitor(row)),
        artworkId(work(row)),
        columns.variants.id(variant(row)),
        place(row),
        Instant.ofEpochMilli(epochMillis(row)),
        propensity(row),
        clicked(row),
        converted(row),
        seconds.isPresent()
            ? Optional.of(Duration.ofNanos(Math.round(seconds.getAsDouble() * 1e9)))
            : Optional.empty());
  }

  /**
   * Returns the impressions that are known to have had a chance, for estimates of other policies:
   * of answers that were partly drawn, the places that were.
   *
   * @return those whose propensity is known, in their order
   */
  public ImpressionLog withPropensities() {
    Builder builder = builder();
    for (int row = 0; row < size(); row++) {
      if (propensity(row).isPresent()) {
        builder.add(get(row));
      }
    }
    return builder.build();
  }

  /** Finds a visitor's number; −1 where the log has no such visitor. */
  int visitorNumber(String id) {
    return columns.visitors.find(id);
  }

  /** Finds a work's number; −1 where the log has no such work. */
  int workNumber(String id) {
    return columns.works.find(id);
  }

  /** Finds a variant's number. */
  int variantNumber(String name) {
    int variant = columns.variants.find(name);
    if (variant < 0) {
      throw new IllegalArgumentException(
          "no impression of variant '" + name + "'; the log has " + variants());
    }
    return variant;
  }

  /** Starts a copy with further outcomes; the other columns are shared. */
  Outcomes outcomes() {
    return new Outcomes();
  }

  void requireAny(String purpose) {
    if (size() == 0) {
      throw new IllegalArgumentException(
          "the impression log is empty, expected at least one impression for " + purpose);
    }
  }

  private int checked(int row) {
    return Objects.checkIndex(row, columns.size);
  }

  /** Outcomes being added to. */
  final class Outcomes {
    private final byte[] flags = Arrays.copyOf(outcomes, size());
    private final float[] stay = Arrays.copyOf(dwell, size());

    private Outcomes() {}

    void click(int row) {
      flags[row] |= CLICKED;
    }

    void convert(int row) {
      flags[row] |= CONVERTED;
    }

    void stay(int row, double seconds) {
      stay[row] = (float) (Math.max(0, stay[row]) + seconds);
    }

    ImpressionLog log() {
      return new ImpressionLog(columns, flags, stay);
    }
  }

  /** Collects impressions into columns. Not thread-safe; usable once. */
  public static final class Builder {
    private final ImpressionColumns columns = new ImpressionColumns();
    private byte[] outcomes = new byte[ImpressionColumns.START];
    private float[] dwell = new float[ImpressionColumns.START];
    private boolean built;

    private Builder() {}

    /**
     * Adds an impression.
     *
     * @param impression the impression
     * @return this builder
     */
    public Builder add(Impression impression) {
      shown(
          impression.visitor(),
          impression.work(),
          impression.variant(),
          impression.place(),
          impression.time().toEpochMilli());
      impression.propensity().ifPresent(this::propensity);
      if (impression.clicked()) {
        clicked();
      }
      if (impression.converted()) {
        converted();
      }
      impression.dwell().ifPresent(length -> dwell(Impression.seconds(length)));
      return this;
    }

    /**
     * Adds an impression without making an object for it; {@link #propensity}, {@link #clicked},
     * {@link #converted} and {@link #dwell} say more of the one added last.
     *
     * @param visitor the visitor's id, not blank
     * @param work the artwork's id, not blank
     * @param variant which variant chose it, not blank
     * @param place where in the list, 1 the first
     * @param epochMillis when, milliseconds since 1970-01-01T00:00Z
     * @return this builder
     */
    public Builder shown(String visitor, String work, String variant, int place, long epochMillis) {
      Impression.check(visitor, work, variant, place);
      if (built) {
        throw new IllegalStateException("this builder has built its log; start another one");
      }
      int row = columns.add(visitor, work, variant, place, epochMillis);
      if (row == outcomes.length) {
        outcomes = Arrays.copyOf(outcomes, columns.capacity());
        dwell = Arrays.copyOf(dwell, columns.capacity());
      }
      dwell[row] = NO_DWELL;
      return this;
    }

    /**
     * Adds an answer of a recommender as the request's visitor was shown it: every work at its
     * place, with its propensity where the recommender knows it, at the time of the answer, under
     * the request's variant or else the model version. Works at set places for everybody ({@link
     * Recommendation#isPlaced()}: pinned or sponsored) are left out, because no variant chose them
     * and no other would have gone without them; the others keep the places at which they were
     * seen, so that corrections for the place hold.
     *
     * @param answer the answer
     * @return this builder
     * @throws IllegalArgumentException when the request names no single visitor; say who was shown
     *     it by the other method
     */
    public Builder answered(Recommendations answer) {
      if (answer.request() instanceof RecommendationRequest request && request.user().isPresent()) {
        return answered(answer, request.user().get(), Set.of());
      }
      throw new IllegalArgumentException(
          "answer "
              + answer.id()
              + " to "
              + answer.request()
              + " is of no single visitor; call answered(answer, visitor, clicked)");
    }

    /**
     * Adds an answer of a recommender, as {@link #answered(Recommendations)} does, with the clicks
     * on it.
     *
     * @param answer the answer
     * @param visitor who was shown it, not blank
     * @param clicked ids of the works that were clicked, placed ones included, whose clicks are
     *     left out with them; {@link Attribution} finds them in behaviour instead
     * @return this builder
     * @throws IllegalArgumentException when a clicked work is not in the answer
     */
    public Builder answered(Recommendations answer, String visitor, Collection<String> clicked) {
      Set<String> left = new HashSet<>(clicked);
      answer.forEach(shown -> left.remove(shown.artwork().id()));
      if (!left.isEmpty()) {
        throw new IllegalArgumentException(
            "clicked works " + left + " are not in answer " + answer.id());
      }
      Set<String> opened = Set.copyOf(clicked);
      String variant = answer.variant().orElseGet(answer::modelVersion);
      for (Recommendation shown : answer) {
        if (shown.isPlaced()) {
          continue;
        }
        String work = shown.artwork().id();
        shown(visitor, work, variant, shown.rank(), answer.time().toEpochMilli());
        shown.propensity().ifPresent(this::propensity);
        if (opened.contains(work)) {
          clicked();
        }
      }
      return this;
    }

    /**
     * Says with what probability the impression added last was made.
     *
     * @param probability above 0, at most 1
     * @return this builder
     */
    public Builder propensity(double probability) {
      int row = last();
      Impression.checkPropensity(columns.visitorAt(row), columns.workAt(row), probability);
      columns.propensityOf[row] = probability;
      return this;
    }

    /**
     * Says that the impression added last was clicked.
     *
     * @return this builder
     */
    public Builder clicked() {
      outcomes[last()] |= CLICKED;
      return this;
    }

    /**
     * Says that the impression added last led to a conversion.
     *
     * @return this builder
     */
    public Builder converted() {
      outcomes[last()] |= CONVERTED;
      return this;
    }

    /**
     * Says how long the visitor stayed with the work of the impression added last.
     *
     * @param seconds 0 or more
     * @return this builder
     */
    public Builder dwell(double seconds) {
      int row = last();
      Impression.checkDwell(columns.visitorAt(row), columns.workAt(row), seconds);
      dwell[row] = (float) seconds;
      return this;
    }

    /**
     * Finishes the columns; the builder cannot be used afterwards.
     *
     * @return the log
     */
    public ImpressionLog build() {
      built = true;
      return new ImpressionLog(columns, outcomes, dwell);
    }

    private int last() {
      if (built || columns.size == 0) {
        throw new IllegalStateException(
            "no impression to say more of: call shown first, and not after build");
      }
      return columns.size - 1;
    }
  }
}
