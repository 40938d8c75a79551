package io.artrec.eval.metric;

import java.util.Set;
import java.util.TreeSet;

/**
 * What has to be at hand for a metric. An experiment gathers what its metrics need and nothing
 * else, and refuses metrics whose needs the data does not meet.
 *
 * @param listLength how many recommended works; 0 for none
 * @param predictions whether a score for every tested work is needed
 * @param ratings whether tested works must have ratings
 * @param ranks whether the place of every relevant work among all candidates is needed
 * @param features names of features that works must have
 * @param traits names of traits that some work must have, see {@link
 *     io.artrec.eval.trait.ArtworkTrait}
 */
public record Needs(
    int listLength,
    boolean predictions,
    boolean ratings,
    boolean ranks,
    Set<String> features,
    Set<String> traits) {
  /** Nothing. */
  public static final Needs NOTHING = new Needs(0, false, false, false, Set.of(), Set.of());

  /** Validates. */
  public Needs {
    if (listLength < 0) {
      throw new IllegalArgumentException(
          "length of list is " + listLength + ", expected 0 or more");
    }
    features = Set.copyOf(features);
    traits = Set.copyOf(traits);
  }

  /**
   * {@return the need of a list}
   *
   * @param length how many recommended works
   */
  public static Needs list(int length) {
    return new Needs(length, false, false, false, Set.of(), Set.of());
  }

  /** {@return the need of predicted ratings} */
  public static Needs predictedRatings() {
    return new Needs(0, true, true, false, Set.of(), Set.of());
  }

  /** {@return the need of scores of tested works, rated or not} */
  public static Needs scores() {
    return new Needs(0, true, false, false, Set.of(), Set.of());
  }

  /** {@return the need of full ranks} */
  public static Needs fullRanks() {
    return new Needs(0, false, false, true, Set.of(), Set.of());
  }

  /**
   * {@return these needs and that of a feature}
   *
   * @param name the feature's name
   */
  public Needs withFeature(String name) {
    return and(new Needs(0, false, false, false, Set.of(name), Set.of()));
  }

  /**
   * {@return these needs and that of a trait}
   *
   * @param name the trait's name
   */
  public Needs withTrait(String name) {
    return and(new Needs(0, false, false, false, Set.of(), Set.of(name)));
  }

  /**
   * Returns what meets both needs.
   *
   * @param other other needs
   * @return the union
   */
  public Needs and(Needs other) {
    Set<String> all = new TreeSet<>(features);
    all.addAll(other.features);
    Set<String> allTraits = new TreeSet<>(traits);
    allTraits.addAll(other.traits);
    return new Needs(
        Math.max(listLength, other.listLength),
        predictions || other.predictions,
        ratings || other.ratings,
        ranks || other.ranks,
        all,
        allTraits);
  }
}
