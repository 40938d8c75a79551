package io.artrec.behavior;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What arms earned, by segment of askers: the experience that draws are made of. Immutable and
 * thread-safe; what is computed of one is {@linkplain #remembered remembered} for as long as it
 * stands.
 */
public final class Earnings {
  private static final Earnings NONE = new Earnings(Map.of());

  /**
   * What one arm earned. Old answers may count less than one.
   *
   * @param answers how many answers count, 0 or more
   * @param reward the sum of their rewards, each 0 to 1
   * @param weightedLoss the sum of {@code (1 − reward) / probability of the draw}
   */
  public record Earned(double answers, double reward, double weightedLoss) {
    /** What an arm earned that was never drawn. */
    public static final Earned NOTHING = new Earned(0, 0, 0);

    /**
     * Adds what was earned elsewhere.
     *
     * @param other the other
     * @return the sums
     */
    public Earned plus(Earned other) {
      return new Earned(
          answers + other.answers, reward + other.reward, weightedLoss + other.weightedLoss);
    }

    /**
     * Lets all of it count more or less.
     *
     * @param factor 0 or more
     * @return the products
     */
    public Earned times(double factor) {
      return new Earned(factor * answers, factor * reward, factor * weightedLoss);
    }
  }

  private final Map<String, Map<String, Earned>> bySegment;
  private final Map<Object, double[]> memory = new ConcurrentHashMap<>();

  private Earnings(Map<String, Map<String, Earned>> bySegment) {
    this.bySegment = bySegment;
  }

  /**
   * Returns the experience of nobody.
   *
   * @return in which no arm was drawn
   */
  public static Earnings none() {
    return NONE;
  }

  /**
   * Returns an experience.
   *
   * @param bySegment what arms earned, by segment and then by arm
   * @return a copy
   */
  public static Earnings of(Map<String, Map<String, Earned>> bySegment) {
    Map<String, Map<String, Earned>> copy = new TreeMap<>();
    bySegment.forEach(
        (segment, arms) -> copy.put(segment, Collections.unmodifiableMap(new TreeMap<>(arms))));
    return new Earnings(Collections.unmodifiableMap(copy));
  }

  /**
   * Returns all of it.
   *
   * @return what arms earned, by segment and then by arm, in alphabetical order
   */
  public Map<String, Map<String, Earned>> bySegment() {
    return bySegment;
  }

  /**
   * Returns what an arm earned with the askers of a segment.
   *
   * @param segment the segment
   * @param arm the arm
   * @return the sums; {@link Earned#NOTHING} where it was never drawn
   */
  public Earned in(String segment, String arm) {
    return bySegment.getOrDefault(segment, Map.of()).getOrDefault(arm, Earned.NOTHING);
  }

  /**
   * Returns what an arm earned with all others. Cost O(segments).
   *
   * @param segment the segment that does not count
   * @param arm the arm
   * @return the sums over all other segments
   */
  public Earned outside(String segment, String arm) {
    Earned sum = Earned.NOTHING;
    for (Map.Entry<String, Map<String, Earned>> other : bySegment.entrySet()) {
      if (!other.getKey().equals(segment)) {
        sum = sum.plus(other.getValue().getOrDefault(arm, Earned.NOTHING));
      }
    }
    return sum;
  }

  /**
   * {@return numbers that follow from this experience, computed once; not to be changed}
   *
   * @param key what is asked for, a value
   * @param how computes it, of this experience and the key alone
   */
  public double[] remembered(Object key, Supplier<double[]> how) {
    return bySegment.isEmpty() ? how.get() : memory.computeIfAbsent(key, absent -> how.get());
  }
}
