package io.artrec.eval.metric.internal;

import io.artrec.error.internal.NearNames;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A metric's name taken apart: {@code family/variant/variant@cutoff}, in lower case, for instance
 * {@code ndcg/exponential/full-ideal@10}.
 *
 * @param family what is measured
 * @param variants named choices where the literature has more than one definition
 * @param cutoff how many places of the list count; empty for all there are
 */
public record MetricSpec(String family, List<String> variants, OptionalInt cutoff) {
  /** Validates. */
  public MetricSpec {
    variants = List.copyOf(variants);
    if (cutoff.isPresent() && cutoff.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "cutoff of metric '" + family + "' is " + cutoff.getAsInt() + ", expected 1 or more");
    }
  }

  /**
   * Takes a name apart.
   *
   * @param text the name
   * @return its parts
   * @throws IllegalArgumentException when it has another form
   */
  public static MetricSpec parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    int at = name.indexOf('@');
    List<String> parts = Arrays.asList((at < 0 ? name : name.substring(0, at)).split("/", -1));
    if (parts.stream().anyMatch(String::isBlank)) {
      throw wrong(text);
    }
    try {
      return new MetricSpec(
          parts.get(0),
          parts.subList(1, parts.size()),
          at < 0 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(name.substring(at + 1))));
    } catch (NumberFormatException e) {
      throw wrong(text);
    }
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' names no metric, expected family, family/variant or family@cutoff, as in"
            + " recall@20");
  }

  /**
   * Returns the cutoff of a metric that must have one.
   *
   * @return the number of places
   * @throws IllegalArgumentException when there is none
   */
  public int requireCutoff() {
    return cutoff.orElseThrow(
        () ->
            new IllegalArgumentException(
                "metric '" + this + "' has no cutoff, expected one, as in " + this + "@10"));
  }

  /**
   * Refuses a cutoff.
   *
   * @return this
   * @throws IllegalArgumentException when there is one
   */
  public MetricSpec requireNoCutoff() {
    if (cutoff.isPresent()) {
      throw new IllegalArgumentException(
          "metric '" + this + "' looks at more than lists, expected no cutoff");
    }
    return this;
  }

  /**
   * Refuses variants that are not known, and two of one kind.
   *
   * @param groups alternatives; of each group one variant at most may be given; {@code p=} stands
   *     for {@code p} with any number
   * @return this
   * @throws IllegalArgumentException when another variant is given; the message lists the known
   */
  public MetricSpec only(List<List<String>> groups) {
    for (String variant : variants) {
      if (groups.stream().noneMatch(group -> holds(group, variant))) {
        throw new IllegalArgumentException(
            "metric '"
                + this
                + "' has no variant '"
                + variant
                + "', expected "
                + (groups.isEmpty()
                    ? "none"
                    : groups.stream()
                        .map(group -> "one of " + String.join(", ", group))
                        .collect(Collectors.joining("; ")))
                + NearNames.question(variant, groups.stream().flatMap(List::stream).toList()));
      }
    }
    for (List<String> group : groups) {
      if (variants.stream().filter(variant -> holds(group, variant)).count() > 1) {
        throw new IllegalArgumentException(
            "metric '" + this + "', expected at most one of " + String.join(", ", group));
      }
    }
    return this;
  }

  private static boolean holds(List<String> group, String variant) {
    return group.contains(variant.substring(0, variant.indexOf('=') + 1))
        || group.contains(variant);
  }

  /**
   * {@return the number of a variant like {@code p=0.8}; empty when no such variant is given}
   *
   * @param key what stands before the equals sign
   * @throws IllegalArgumentException when what stands behind it is no finite number
   */
  public OptionalDouble number(String key) {
    for (String variant : variants) {
      if (variant.startsWith(key + "=")) {
        return OptionalDouble.of(finite(key, variant.substring(key.length() + 1)));
      }
    }
    return OptionalDouble.empty();
  }

  private double finite(String key, String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as for numbers that are not finite
    }
    throw new IllegalArgumentException(
        "metric '" + this + "', " + key + " is '" + text + "', expected a finite number");
  }

  /**
   * Writes a number as {@link #number} reads it, whole ones without a point.
   *
   * @param number finite
   * @return the text
   */
  public static String format(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? Long.toString((long) number)
        : Double.toString(number).toLowerCase(Locale.ROOT);
  }

  /**
   * Tells whether a variant is given.
   *
   * @param variant its name
   * @return true when it is
   */
  public boolean has(String variant) {
    return variants.contains(variant);
  }

  /** The name, as {@link #parse} reads it. */
  @Override
  public String toString() {
    String name = variants.isEmpty() ? family : family + "/" + String.join("/", variants);
    return cutoff.isPresent() ? name + "@" + cutoff.getAsInt() : name;
  }
}
