package io.artrec.behavior;

import io.artrec.catalog.Trait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a visitor is interested in at a moment. The weight of a trait is the sum of what its
 * interests count then by an {@link InterestRule}, cut off at −1 and 1. Immutable and thread-safe.
 *
 * @param interests what is held, as it was learned, in the order of learning
 * @param weights what each trait counts, those that count most first; those of weight 0 are left
 *     out
 */
public record InterestProfile(List<Interest> interests, Map<Trait, Double> weights) {
  private static final InterestProfile NONE = new InterestProfile(List.of(), Map.of());

  /** Copies. */
  public InterestProfile {
    interests = List.copyOf(interests);
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  /**
   * Returns the profile of somebody of whom nothing is known.
   *
   * @return the empty profile
   */
  public static InterestProfile none() {
    return NONE;
  }

  /**
   * Adds interests up.
   *
   * @param interests the interests, in the order of learning
   * @param rule how they fade
   * @param nowMillis when, in milliseconds since 1970-01-01T00:00Z
   * @return the profile
   */
  public static InterestProfile of(
      Collection<Interest> interests, InterestRule rule, long nowMillis) {
    if (interests.isEmpty()) {
      return NONE;
    }
    Map<Trait, Double> sums = new LinkedHashMap<>();
    interests.forEach(
        interest -> sums.merge(interest.trait(), rule.weight(interest, nowMillis), Double::sum));
    List<Map.Entry<Trait, Double>> sorted = new ArrayList<>(sums.entrySet());
    sorted.sort(Comparator.comparingDouble(entry -> -Math.abs(entry.getValue())));
    Map<Trait, Double> weights = new LinkedHashMap<>();
    for (Map.Entry<Trait, Double> sum : sorted) {
      if (sum.getValue() != 0) {
        weights.put(sum.getKey(), Math.max(-1, Math.min(1, sum.getValue())));
      }
    }
    return new InterestProfile(List.copyOf(interests), weights);
  }

  /**
   * {@return what a trait counts, −1 to 1; 0 when nothing is known}
   *
   * @param trait the trait
   */
  public double weight(Trait trait) {
    return weights.getOrDefault(trait, 0.0);
  }

  /**
   * Returns what is known about a trait.
   *
   * @param trait the trait
   * @return the interests, at most one for each kind of evidence
   */
  public List<Interest> of(Trait trait) {
    return interests.stream().filter(interest -> interest.trait().equals(trait)).toList();
  }

  /**
   * Returns what speaks loudest for a trait's weight.
   *
   * @param trait the trait
   * @return the kind of evidence with the greatest weight on the side of the sum; what was stated
   *     before all others. Empty when nothing is known
   */
  public Optional<Interest.Evidence> evidence(Trait trait) {
    double side = Math.signum(weight(trait));
    return of(trait).stream()
        .max(Comparator.comparingDouble(interest -> side * interest.weight()))
        .map(Interest::evidence);
  }

  /**
   * Tells whether nothing is held.
   *
   * @return true when there is no interest
   */
  public boolean isEmpty() {
    return interests.isEmpty();
  }
}
