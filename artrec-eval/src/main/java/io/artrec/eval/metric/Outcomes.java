package io.artrec.eval.metric;

import io.artrec.catalog.Catalog;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a recommender answered the visitors of a test set: lists, best first; where asked for,
 * predicted scores of tested works and the place of relevant works among all candidates. Filled by
 * visitor through {@link Builder}, then immutable and thread-safe. 4 bytes for each place of a
 * list.
 */
public final class Outcomes {
  private final TestSet test;
  private final TrainingFacts training;
  private final int limit;
  private final Needs needs;
  private final int[] lengths;
  private final int[] lists;
  private final double[] predictions;
  private final int[] above;
  private final int[] tied;
  private final int[] others;

  private Outcomes(Builder builder) {
    test = builder.test;
    training = builder.training;
    limit = builder.limit;
    needs = builder.needs;
    lengths = builder.lengths.clone();
    lists = builder.lists.clone();
    predictions = builder.predictions.clone();
    above = builder.above.clone();
    tied = builder.tied.clone();
    others = builder.others.clone();
  }

  /**
   * Starts collecting outcomes; every visitor starts with an empty list.
   *
   * @param test what visitors did
   * @param training what was learned from, over the same catalogue
   * @param needs what is collected
   * @return the builder
   */
  public static Builder builder(TestSet test, TrainingFacts training, Needs needs) {
    return new Builder(test, training, needs);
  }

  /**
   * Returns what visitors did.
   *
   * @return the truth
   */
  public TestSet test() {
    return test;
  }

  /**
   * Returns what was learned from.
   *
   * @return the facts
   */
  public TrainingFacts training() {
    return training;
  }

  /**
   * Returns what was collected.
   *
   * @return the needs that these outcomes meet
   */
  public Needs needs() {
    return needs;
  }

  /** {@return the number of tested visitors} */
  public int userCount() {
    return test.userCount();
  }

  /**
   * Returns the number of works each visitor was asked to be recommended.
   *
   * @return the most places of a list
   */
  public int limit() {
    return limit;
  }

  /**
   * Returns the number of works recommended to a visitor.
   *
   * @param user the visitor
   * @return 0 to {@link #limit}
   */
  public int length(int user) {
    return lengths[user];
  }

  /**
   * Returns a recommended work.
   *
   * @param user the visitor
   * @param place 0 for the best
   * @return its catalogue index
   */
  public int work(int user, int place) {
    return lists[user * limit + place];
  }

  /**
   * Returns what one visitor was answered.
   *
   * @param user 0 to {@code userCount() - 1}
   * @return the visitor's outcome
   */
  public UserOutcome user(int user) {
    return new UserOutcome(this, user);
  }

  double prediction(int position) {
    return predictions.length == 0 ? Double.NaN : predictions[position];
  }

  int above(int position) {
    return above.length == 0 ? -1 : above[position];
  }

  int tied(int position) {
    return tied[position];
  }

  int others(int user) {
    return others[user];
  }

  /**
   * Collects outcomes. Different visitors may be set by different threads at once; {@link #build}
   * is called after all of them.
   */
  public static final class Builder {
    private final TestSet test;
    private final TrainingFacts training;
    private final int limit;
    private final Needs needs;
    private final int[] lengths;
    private final int[] lists;
    private final double[] predictions;
    private final int[] above;
    private final int[] tied;
    private final int[] others;

    private Builder(TestSet test, TrainingFacts training, Needs needs) {
      this.test = Objects.requireNonNull(test, "test");
      this.training = Objects.requireNonNull(training, "training");
      if (test.catalog() != training.catalog()) {
        throw new IllegalArgumentException(
            "test set and training stand on different catalogues; index both against one");
      }
      this.needs = needs;
      limit = needs.listLength();
      long places = (long) limit * test.userCount();
      if (places > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "lists of %d works for %d visitors take %d places, at most 2,147,483,639; test fewer"
                    + " visitors at once",
                limit,
                test.userCount(),
                places));
      }
      lengths = new int[test.userCount()];
      lists = new int[(int) places];
      predictions = new double[needs.predictions() ? test.size() : 0];
      Arrays.fill(predictions, Double.NaN);
      above = new int[needs.ranks() ? test.size() : 0];
      Arrays.fill(above, -1);
      tied = new int[above.length];
      others = new int[needs.ranks() ? test.userCount() : 0];
    }

    /**
     * Sets a visitor's list.
     *
     * @param user the visitor's index in the test set
     * @param works catalogue indices, best first; those beyond the limit are left out
     * @return this builder
     */
    public Builder list(int user, int... works) {
      int length = Math.min(limit, works.length);
      for (int place = 0; place < length; place++) {
        if (works[place] < 0 || works[place] >= test.catalog().size()) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "work %d recommended to visitor '%s', expected 0 to %d",
                  works[place],
                  test.userId(user),
                  test.catalog().size() - 1));
        }
      }
      System.arraycopy(works, 0, lists, user * limit, length);
      lengths[user] = length;
      return this;
    }

    /**
     * Sets a visitor's list by ids.
     *
     * @param user the visitor's index in the test set
     * @param artworks ids of works of the catalogue, best first
     * @return this builder
     */
    public Builder list(int user, List<String> artworks) {
      Catalog catalog = test.catalog();
      return list(user, artworks.stream().mapToInt(catalog::requireIndex).toArray());
    }

    /**
     * Sets the predicted score of a tested work.
     *
     * @param position the tested work's position in the test set
     * @param score a finite number, on the scale of ratings where metrics of ratings are wanted
     * @return this builder
     */
    public Builder prediction(int position, double score) {
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException(
            "predicted score is "
                + score
                + ", expected a finite number; leave it unset where none");
      }
      predictions[position] = score;
      return this;
    }

    /**
     * Sets where a relevant work stands among all candidates that are not relevant.
     *
     * @param position the relevant work's position in the test set
     * @param higher how many of them score higher
     * @param equal how many of them score the same
     * @return this builder
     */
    public Builder rank(int position, int higher, int equal) {
      above[position] = higher;
      tied[position] = equal;
      return this;
    }

    /**
     * Sets the number of a visitor's candidates that are not relevant.
     *
     * @param user the visitor's index in the test set
     * @param count 0 or more
     * @return this builder
     */
    public Builder others(int user, int count) {
      others[user] = count;
      return this;
    }

    /**
     * Returns the outcomes.
     *
     * @return what was collected
     */
    public Outcomes build() {
      return new Outcomes(this);
    }
  }
}
