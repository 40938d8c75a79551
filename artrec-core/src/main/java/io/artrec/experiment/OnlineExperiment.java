package io.artrec.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An experiment on visitors: named variants among which they are divided by a salted hash of their
 * id ({@link VariantAssignment}), the name being the salt. The same visitor gets the same variant
 * in every process and after every restart, and nothing is stored. The first variant is the
 * control, with which the others are compared. Immutable and thread-safe; equal to another with the
 * same name, variants and shares.
 *
 * <p>What a variant changes is said where it answers: {@code Hybrid.byVariant} chooses a strategy,
 * {@code Rerankers.byVariant} a re-ranker, and an application reads {@code Recommender.variant} for
 * all else. A variant that neither names is answered as the control is.
 */
public final class OnlineExperiment {
  private final String name;
  private final Map<String, Double> shares;
  private final @Nullable VariantAssignment assignment;

  private OnlineExperiment(String name, Map<String, Double> shares) {
    this.name = name;
    this.shares = Collections.unmodifiableMap(shares);
    assignment = shares.size() < 2 ? null : VariantAssignment.weighted(name, shares);
  }

  /**
   * Starts an experiment without variants; it needs two.
   *
   * @param name a name that no other experiment has, not blank: the salt of the division, so that
   *     two experiments divide visitors independently of each other
   * @return the experiment without variants
   */
  public static OnlineExperiment named(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "the name of an experiment is blank, expected one that no other has, for instance"
              + " 'diverse-walls-2026-12'");
    }
    return new OnlineExperiment(name, new LinkedHashMap<>());
  }

  /**
   * {@return this experiment with one more variant, of the share 1}
   *
   * @param variant its name, not blank; the first variant is the control
   */
  public OnlineExperiment variant(String variant) {
    return variant(variant, 1);
  }

  /**
   * {@return this experiment with one more variant} Shares and the order of variants are part of
   * the division: changing them while the experiment runs moves visitors from one variant to
   * another.
   *
   * @param variant its name, not blank
   * @param share how many visitors it gets, above 0, in the unit of the other variants' shares
   * @throws IllegalArgumentException when the variant is there already, or name or share are not as
   *     expected
   */
  public OnlineExperiment variant(String variant, double share) {
    if (variant.isBlank() || !(share > 0 && share < 1e300) || shares.containsKey(variant)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "variant '%s' with share %s of experiment '%s': expected a name that is not among %s,"
                  + " and a finite share above 0",
              variant,
              share,
              name,
              shares.keySet()));
    }
    Map<String, Double> longer = new LinkedHashMap<>(shares);
    longer.put(variant, share);
    return new OnlineExperiment(name, longer);
  }

  /**
   * Returns the name.
   *
   * @return the salt of the division
   */
  public String name() {
    return name;
  }

  /**
   * Returns the variants.
   *
   * @return their names, the control first
   */
  public List<String> variants() {
    return List.copyOf(shares.keySet());
  }

  /**
   * Returns how visitors are divided.
   *
   * @return the shares by variant, in the order and unit in which they were given
   */
  public Map<String, Double> shares() {
    return shares;
  }

  /**
   * Returns with what the others are compared.
   *
   * @return the first variant
   * @throws IllegalStateException when there are fewer than two variants
   */
  public String control() {
    return assignment().variants().get(0);
  }

  /**
   * Returns a visitor's variant. Cost O(length of the id).
   *
   * @param visitor the visitor's id
   * @return the variant's name
   * @throws IllegalStateException when there are fewer than two variants
   */
  public String of(String visitor) {
    return assignment().of(visitor);
  }

  /**
   * {@return who gets what}
   *
   * @throws IllegalStateException when there are fewer than two variants
   */
  public VariantAssignment assignment() {
    return Optional.ofNullable(assignment)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "experiment '"
                        + name
                        + "' has the variants "
                        + shares.keySet()
                        + ", expected two or more; add them with variant(name)"));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OnlineExperiment that
        && name.equals(that.name)
        && List.copyOf(shares.entrySet()).equals(List.copyOf(that.shares.entrySet()));
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + shares.hashCode();
  }

  @Override
  public String toString() {
    return name + shares;
  }
}
