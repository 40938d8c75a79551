package io.artrec.eval.metric;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one visitor was answered, beside what the visitor did. Places of the list count from 0, the
 * best; tested works from 0 in ascending order of their catalogue index. Immutable and thread-safe.
 */
public final class UserOutcome {
  private static final int[] NO_HITS = {};

  private final Outcomes outcomes;
  private final TestSet test;
  private final int user;
  private final int begin;
  private final int[] hits;
  private final int[] hitPlaces;

  /**
   * Looks up every place; a work that is recommended again is no hit again. Most works are ruled
   * out by the last six bits of their index, which no tested work has.
   */
  UserOutcome(Outcomes outcomes, int user) {
    this.outcomes = outcomes;
    this.user = user;
    test = outcomes.test();
    begin = test.begin(user);
    int length = outcomes.length(user);
    hits = length == 0 ? NO_HITS : new int[length];
    boolean[] found = new boolean[test.end(user) - begin];
    long lowBits = 0;
    for (int position = begin; position < test.end(user); position++) {
      lowBits |= 1L << test.work(position);
    }
    int[] places = new int[test.relevantCount(user)];
    int count = 0;
    for (int place = 0; place < length; place++) {
      int work = outcomes.work(user, place);
      int position = (lowBits & 1L << work) == 0 ? -1 : test.find(user, work);
      hits[place] = position < 0 || found[position - begin] ? -1 : position - begin;
      if (hits[place] >= 0) {
        found[position - begin] = true;
        if (test.isRelevant(position)) {
          places[count++] = place;
        }
      }
    }
    hitPlaces = Arrays.copyOf(places, count);
  }

  /**
   * Returns the visitor.
   *
   * @return the index in the test set
   */
  public int user() {
    return user;
  }

  /** {@return the visitor's id} */
  public String userId() {
    return test.userId(user);
  }

  /**
   * Returns what was learned from.
   *
   * @return the facts
   */
  public TrainingFacts training() {
    return outcomes.training();
  }

  /**
   * Returns the number of recommended works.
   *
   * @return the list's length
   */
  public int length() {
    return hits.length;
  }

  /**
   * Returns a recommended work.
   *
   * @param place 0 to {@code length() - 1}
   * @return its catalogue index
   */
  public int work(int place) {
    return outcomes.work(user, place);
  }

  /**
   * Returns which tested work stands at a place.
   *
   * @param place 0 to {@code length() - 1}
   * @return 0 to {@code tested() - 1}; empty when the work is not tested, or stood before already
   */
  public OptionalInt hit(int place) {
    return hits[place] < 0 ? OptionalInt.empty() : OptionalInt.of(hits[place]);
  }

  /**
   * Tells whether a relevant work stands at a place, for the first time.
   *
   * @param place 0 to {@code length() - 1}
   * @return true for a relevant one
   */
  public boolean isHit(int place) {
    return hits[place] >= 0 && test.isRelevant(begin + hits[place]);
  }

  /**
   * Returns the grade of the work at a place.
   *
   * @param place 0 to {@code length() - 1}
   * @return {@link TestSet#grade} of a relevant work; 0 for any other
   */
  public double grade(int place) {
    return isHit(place) ? test.grade(begin + hits[place]) : 0;
  }

  /**
   * Returns the number of hits in the first places.
   *
   * @param places how many places
   * @return relevant works among them
   */
  public int hits(int places) {
    int count = 0;
    while (count < hitPlaces.length && hitPlaces[count] < places) {
      count++;
    }
    return count;
  }

  /**
   * {@return the place of a hit}
   *
   * @param hit 0 to {@code hits(length()) - 1}, the best first
   */
  public int hitPlace(int hit) {
    return hitPlaces[hit];
  }

  /**
   * Returns the number of relevant works.
   *
   * @return |test|
   */
  public int relevantCount() {
    return test.relevantCount(user);
  }

  /** {@return the number of tested works, relevant or not} */
  public int tested() {
    return test.end(user) - begin;
  }

  /**
   * Returns a tested work.
   *
   * @param index 0 to {@code tested() - 1}
   * @return its catalogue index
   */
  public int testedArtwork(int index) {
    return test.work(begin + index);
  }

  /**
   * Tells whether a tested work is relevant.
   *
   * @param index 0 to {@code tested() - 1}
   * @return true when the visitor likes it
   */
  public boolean isRelevant(int index) {
    return test.isRelevant(begin + index);
  }

  /**
   * Returns the grade of a tested work.
   *
   * @param index 0 to {@code tested() - 1}
   * @return {@link TestSet#grade}, of works that are not relevant too
   */
  public double testedGrade(int index) {
    return test.grade(begin + index);
  }

  /**
   * {@return the rating of a tested work; empty when it was not rated}
   *
   * @param index 0 to {@code tested() - 1}
   */
  public OptionalDouble rating(int index) {
    return test.rating(begin + index);
  }

  /**
   * Returns what the recommender predicted for a tested work.
   *
   * @param index 0 to {@code tested() - 1}
   * @return the score; empty when it could not say, or predictions were not collected
   */
  public OptionalDouble prediction(int index) {
    double prediction = outcomes.prediction(begin + index);
    return Double.isNaN(prediction) ? OptionalDouble.empty() : OptionalDouble.of(prediction);
  }

  /**
   * {@return how many candidates that are not relevant score higher than a relevant work; empty
   * when the recommender could not score the work, when it is no candidate, or when ranks were not
   * collected}
   *
   * @param index 0 to {@code tested() - 1}
   */
  public OptionalInt above(int index) {
    int count = outcomes.above(begin + index);
    return count < 0 ? OptionalInt.empty() : OptionalInt.of(count);
  }

  /**
   * {@return how many candidates that are not relevant score the same as a relevant work}
   *
   * @param index 0 to {@code tested() - 1}, where {@link #above} is there
   */
  public int tied(int index) {
    return outcomes.tied(begin + index);
  }

  /** {@return the number of candidates that are not relevant, scored or not} */
  public int others() {
    return outcomes.others(user);
  }

  /**
   * Returns the works the visitor knew.
   *
   * @return catalogue indices, ascending
   */
  public int[] known() {
    return training().artworksOf(userId());
  }
}
