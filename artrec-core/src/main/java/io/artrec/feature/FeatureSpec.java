package io.artrec.feature;

import io.artrec.similarity.Similarity;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a feature is, apart from its values.
 *
 * @param name the stable identity, unique within a recommender: lower-case letters, digits and
 *     hyphens, for instance {@code color-histogram}
 * @param version raised whenever the same input gives other values
 * @param facet what a visitor would call it, for reasons and for {@code similar} by facet: {@code
 *     palette}, {@code texture}, {@code subject}, {@code artist}, {@code text}, ...; several
 *     features may share one
 * @param parameters everything that was set, in a stable textual form; with name and version it
 *     identifies cached values
 * @param similarity how two vectors of this feature want to be compared
 * @param sources what the values depend on
 */
public record FeatureSpec(
    String name,
    int version,
    String facet,
    String parameters,
    Similarity similarity,
    Set<Source> sources) {

  /** What an extractor reads of an artwork; decides when cached values are stale. */
  public enum Source {
    /** The record: any of its fields but the offer. */
    RECORD,
    /** The bytes of the image. */
    IMAGE,
    /**
     * Price, availability, stock and edition: features that read them are encoded at each change.
     */
    OFFER
  }

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Validates the parts. */
  public FeatureSpec {
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(similarity, "similarity");
    sources = Set.copyOf(sources);
    if (!NAME.matcher(name).matches() || name.length() > 64) {
      throw new IllegalArgumentException(
          "feature name '"
              + name
              + "': expected lower-case letters, digits and single hyphens, at most 64");
    }
    if (version < 1) {
      throw new IllegalArgumentException(
          "version is " + version + " (feature '" + name + "'), expected 1 or more");
    }
    if (facet.isBlank()) {
      throw new IllegalArgumentException("facet is blank (feature '" + name + "')");
    }
  }
}
