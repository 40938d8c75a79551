package io.artrec.experiment;

import io.artrec.experiment.internal.StableHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which visitor gets which variant: a salted hash of the visitor's id, so the same visitor always
 * gets the same one, in every process, without anything being stored. Experiments with different
 * salts divide visitors independently of each other. Immutable and thread-safe. Cost O(length of
 * the id).
 */
public final class VariantAssignment {
  private final long salt;
  private final List<String> variants;
  private final double[] ends;

  private VariantAssignment(long salt, List<String> variants, double[] ends) {
    this.salt = salt;
    this.variants = variants;
    this.ends = ends;
  }

  /**
   * {@return an assignment to variants with equal shares}
   *
   * @param experiment the salt: a name no other experiment has, not blank
   * @param variants at least two distinct names; their order is part of the assignment
   */
  public static VariantAssignment equal(String experiment, List<String> variants) {
    Map<String, Double> shares = new LinkedHashMap<>();
    variants.forEach(variant -> shares.put(variant, 1.0));
    if (shares.size() != variants.size()) {
      throw new IllegalArgumentException("variants " + variants + ": expected distinct names");
    }
    return weighted(experiment, shares);
  }

  /**
   * {@return an assignment to variants with given shares}
   *
   * @param experiment the salt: a name no other experiment has, not blank
   * @param shares how much each variant gets, above 0, in any unit; the order of the map is part of
   *     the assignment, so use one that keeps it
   */
  public static VariantAssignment weighted(String experiment, Map<String, Double> shares) {
    if (experiment.isBlank() || shares.size() < 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "experiment '%s' with variants %s: expected a name and at least two variants",
              experiment,
              shares.keySet()));
    }
    List<String> names = new ArrayList<>();
    double[] ends = new double[shares.size()];
    double whole = 0;
    for (Map.Entry<String, Double> share : shares.entrySet()) {
      if (share.getKey().isBlank() || !(share.getValue() > 0 && share.getValue() < 1e300)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "variant '%s' with share %s: expected a name and a finite share above 0",
                share.getKey(),
                share.getValue()));
      }
      whole += share.getValue();
      ends[names.size()] = whole;
      names.add(share.getKey());
    }
    for (int variant = 0; variant < ends.length; variant++) {
      ends[variant] /= whole;
    }
    return new VariantAssignment(StableHash.of(0, experiment), List.copyOf(names), ends);
  }

  /**
   * Returns the variants.
   *
   * @return names in the order they were given
   */
  public List<String> variants() {
    return variants;
  }

  /**
   * Returns a visitor's variant.
   *
   * @param visitor the visitor's id
   * @return the variant's name
   */
  public String of(String visitor) {
    double point = StableHash.unit(StableHash.of(salt, visitor));
    int variant = 0;
    while (variant < ends.length - 1 && point >= ends[variant]) {
      variant++;
    }
    return variants.get(variant);
  }
}
