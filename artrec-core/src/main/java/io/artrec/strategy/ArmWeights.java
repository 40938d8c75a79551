package io.artrec.strategy;

import io.artrec.behavior.Earnings;
import io.artrec.behavior.Earnings.Earned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How probable each arm of an {@link AdaptiveHybrid} is for each segment at a moment, and what that
 * comes from. Immutable and thread-safe.
 */
public final class ArmWeights {
  private final List<String> arms;
  private final Map<String, double[]> probabilities;
  private final Earnings earnings;

  ArmWeights(List<String> arms, Map<String, double[]> probabilities, Earnings earnings) {
    this.arms = List.copyOf(arms);
    this.probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    this.earnings = earnings;
  }

  /**
   * Returns the arms.
   *
   * @return their names, in the order in which they were added
   */
  public List<String> arms() {
    return arms;
  }

  /**
   * Returns the segments.
   *
   * @return the names of all there may be
   */
  public List<String> segments() {
    return List.copyOf(probabilities.keySet());
  }

  /**
   * Returns with which probability an arm is drawn.
   *
   * @param segment the segment
   * @param arm the arm
   * @return above 0 unless nothing is explored; over all arms of a segment 1
   * @throws IllegalArgumentException when there is no such segment or arm
   */
  public double probability(String segment, String arm) {
    int at = arms.indexOf(arm);
    if (!probabilities.containsKey(segment) || at < 0) {
      throw new IllegalArgumentException(
          "no arm '"
              + arm
              + "' for segment '"
              + segment
              + "'; there are the arms "
              + arms
              + " and the segments "
              + segments());
    }
    return Objects.requireNonNull(probabilities.get(segment))[at];
  }

  /**
   * Returns what an arm earned with a segment alone.
   *
   * @param segment the segment
   * @param arm the arm
   * @return answers that count and their rewards; 0 of both where it was never drawn
   */
  public Earned earned(String segment, String arm) {
    return earnings.in(segment, arm);
  }

  /**
   * Returns all of it in maps, lists, numbers and texts, which any writer of JSON takes as they
   * are.
   *
   * @return an unmodifiable map: by segment a list of arms, each with its probability, how many
   *     answers count, and their mean reward where there are any
   */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    segments()
        .forEach(
            segment -> {
              List<Map<String, Object>> all = new ArrayList<>();
              arms.forEach(arm -> all.add(plain(segment, arm)));
              plain.put(segment, Collections.unmodifiableList(all));
            });
    return Collections.unmodifiableMap(plain);
  }

  private Map<String, Object> plain(String segment, String arm) {
    Earned earned = earned(segment, arm);
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("arm", arm);
    one.put("probability", probability(segment, arm));
    one.put("answers", earned.answers());
    if (earned.answers() > 0) {
      one.put("meanReward", earned.reward() / earned.answers());
    }
    return Collections.unmodifiableMap(one);
  }

  @Override
  public String toString() {
    return plain().toString();
  }
}
