package io.artrec.eval.metric;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Catalog;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;

/**
 * What tested visitors did after, or beside, what a recommender learned from: the truth that
 * metrics compare with. Each visitor has tested works, every work once, in ascending order of their
 * catalogue index. A tested work is relevant when the preference model makes a weight above 0 of
 * the visitor's events with it. Immutable and thread-safe. 12 bytes a tested work.
 *
 * <p>Positions 0 to {@code size() - 1} run through the visitors in order: visitor {@code u} owns
 * {@code begin(u)} to {@code end(u) - 1}.
 */
public final class TestSet {
  private final Catalog catalog;
  private final String[] users;
  private final int[] offsets;
  private final int[] works;
  private final float[] ratings;
  private final float[] weights;
  private final BitSet relevant;
  private final int[] relevantCounts;
  private final int leftOut;

  private TestSet(Dataset test, PreferenceModel model, long nowMillis) {
    catalog = test.catalog();
    users = new String[test.userCount()];
    offsets = new int[users.length + 1];
    relevantCounts = new int[users.length];
    int[] allWorks = new int[test.size()];
    float[] allRatings = new float[test.size()];
    float[] allWeights = new float[test.size()];
    relevant = new BitSet(test.size());
    int size = 0;
    for (int user = 0; user < users.length; user++) {
      users[user] = test.userId(user);
      History history = test.history(user);
      Preferences preferences = model.apply(history, nowMillis);
      int begin = size;
      for (int i = 0; i < preferences.size(); i++) {
        allWorks[size] = preferences.artwork(i);
        allWeights[size] = (float) preferences.weight(i);
        allRatings[size] = Float.NaN;
        if (preferences.weight(i) > 0) {
          relevant.set(size);
          relevantCounts[user]++;
        }
        size++;
      }
      for (int event = 0; event < history.size(); event++) {
        if (history.kind(event) == InteractionKind.RATING) {
          int at = Arrays.binarySearch(allWorks, begin, size, history.artwork(event));
          allRatings[at] = history.value(event);
        }
      }
      offsets[user + 1] = size;
    }
    works = Arrays.copyOf(allWorks, size);
    ratings = Arrays.copyOf(allRatings, size);
    weights = Arrays.copyOf(allWeights, size);
    leftOut = test.leftOut();
  }

  /**
   * Indexes tested events. Cost O(events · log(events of a visitor)).
   *
   * @param catalog the works; events with others are left out and counted
   * @param test the tested events
   * @param model tells which works are relevant
   * @param nowMillis the time from which ages are counted, milliseconds since 1970-01-01T00:00Z
   * @return the test set
   */
  public static TestSet of(
      Catalog catalog, Interactions test, PreferenceModel model, long nowMillis) {
    return new TestSet(Dataset.of(catalog, test), model, nowMillis);
  }

  /** {@return the catalogue} */
  public Catalog catalog() {
    return catalog;
  }

  /** {@return the number of tested visitors} */
  public int userCount() {
    return users.length;
  }

  /**
   * {@return a visitor's id}
   *
   * @param user 0 to {@code userCount() - 1}
   */
  public String userId(int user) {
    return users[user];
  }

  /**
   * Returns the number of tested works of all visitors.
   *
   * @return the size
   */
  public int size() {
    return works.length;
  }

  /** {@return the number of tested events whose work the catalogue does not hold} */
  public int leftOut() {
    return leftOut;
  }

  /**
   * Returns where a visitor's tested works begin.
   *
   * @param user the visitor
   * @return the first position
   */
  public int begin(int user) {
    return offsets[user];
  }

  /**
   * Returns where a visitor's tested works end.
   *
   * @param user the visitor
   * @return the position after the last
   */
  public int end(int user) {
    return offsets[user + 1];
  }

  /**
   * Returns the tested work at a position.
   *
   * @param position 0 to {@code size() - 1}
   * @return its catalogue index
   */
  public int work(int position) {
    return works[position];
  }

  /**
   * Returns where a visitor's tested work is. O(log(tested works)).
   *
   * @param user the visitor
   * @param work a catalogue index
   * @return its position, or a negative number when the work is not tested
   */
  public int find(int user, int work) {
    return Arrays.binarySearch(works, offsets[user], offsets[user + 1], work);
  }

  /**
   * Tells whether the work at a position is relevant.
   *
   * @param position the position
   * @return true when the visitor likes it
   */
  public boolean isRelevant(int position) {
    return relevant.get(position);
  }

  /**
   * {@return the number of a visitor's relevant works, 0 or more}
   *
   * @param user the visitor
   */
  public int relevantCount(int user) {
    return relevantCounts[user];
  }

  /**
   * {@return the latest rating at a position; empty when the work was not rated}
   *
   * @param position the position
   */
  public OptionalDouble rating(int position) {
    float rating = ratings[position];
    return Float.isNaN(rating) ? OptionalDouble.empty() : OptionalDouble.of(rating);
  }

  /**
   * Returns how strongly a visitor likes the work at a position.
   *
   * @param position the position
   * @return the latest rating, or the preference model's weight where there is none
   */
  public double grade(int position) {
    float rating = ratings[position];
    return Float.isNaN(rating) ? weights[position] : rating;
  }
}
