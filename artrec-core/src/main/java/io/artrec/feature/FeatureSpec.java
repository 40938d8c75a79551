package io.artrec.feature;

import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a feature is, apart from its values. Equal by value, immutable and thread-safe.
 *
 * <pre>{@code
 * FeatureSpec.named("brightness")
 *     .similarity(Similarities.euclidean())
 *     .source(FeatureSpec.Source.IMAGE)
 *     .alikeFrom(0.8)
 *     .build();
 * }</pre>
 */
public final class FeatureSpec {
  /** The share from which two works are alike in a feature that says nothing else. */
  public static final double STANDARD_ALIKE_FROM = 0.5;

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

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

  private final String name;
  private final int version;
  private final String facet;
  private final String parameters;
  private final Similarity similarity;
  private final Set<Source> sources;
  private final double alikeFrom;

  private FeatureSpec(Builder builder) {
    name = builder.name;
    version = builder.version == null ? 1 : builder.version;
    facet = builder.facet == null ? name : builder.facet;
    parameters = builder.parameters == null ? "" : builder.parameters;
    similarity = builder.similarity == null ? Similarities.cosine() : builder.similarity;
    sources = builder.sources == null ? Set.of(Source.RECORD) : builder.sources;
    alikeFrom = builder.alikeFrom == null ? STANDARD_ALIKE_FROM : builder.alikeFrom;
  }

  /**
   * Starts a spec.
   *
   * @param name the stable identity, unique within a recommender: lower-case letters, digits and
   *     single hyphens, at most 64, for instance {@code color-histogram}
   * @return a builder
   * @throws IllegalArgumentException for another name
   */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** {@return the stable identity, unique within a recommender} */
  public String name() {
    return name;
  }

  /** {@return the version, 1 or more, raised whenever the same input gives other values} */
  public int version() {
    return version;
  }

  /**
   * Returns what a visitor would call the feature.
   *
   * @return the facet; several features may share one
   */
  public String facet() {
    return facet;
  }

  /**
   * Returns everything that was set; with name and version it identifies cached values.
   *
   * @return a stable textual form
   */
  public String parameters() {
    return parameters;
  }

  /** {@return how two vectors of this feature want to be compared} */
  public Similarity similarity() {
    return similarity;
  }

  /**
   * Returns what the values depend on.
   *
   * @return the sources
   */
  public Set<Source> sources() {
    return sources;
  }

  /**
   * Returns from where on a sentence may call two works alike in this feature.
   *
   * @return the share of what {@link #similarity} says of equal works, above 0 and at most 1
   */
  public double alikeFrom() {
    return alikeFrom;
  }

  /**
   * Returns what makes values comparable: two features of one identity give one work the same.
   *
   * @return name, version and parameters, for messages and files
   */
  public String identity() {
    return "feature '" + name + "', version " + version + " (" + parameters + ")";
  }

  /** Whether values of the two are the same: of one name, version and parameters. */
  boolean isSameAs(FeatureSpec other) {
    return name.equals(other.name)
        && version == other.version
        && parameters.equals(other.parameters);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FeatureSpec spec
        && isSameAs(spec)
        && facet.equals(spec.facet)
        && similarity.equals(spec.similarity)
        && sources.equals(spec.sources)
        && Double.compare(alikeFrom, spec.alikeFrom) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, version, facet, parameters, similarity, sources, alikeFrom);
  }

  /**
   * Describes the spec.
   *
   * @return name, version, facet and what was set
   */
  @Override
  public String toString() {
    return "feature '"
        + name
        + "', version "
        + version
        + ", facet "
        + facet
        + " ("
        + parameters
        + "), by "
        + similarity.name()
        + ", alike from "
        + alikeFrom;
  }

  /** Collects a spec. Setters validate at once and may be called once. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private @Nullable Integer version;
    private @Nullable String facet;
    private @Nullable String parameters;
    private @Nullable Similarity similarity;
    private @Nullable Set<Source> sources;
    private @Nullable Double alikeFrom;

    private Builder(String name) {
      if (!NAME.matcher(name).matches() || name.length() > 64) {
        throw new IllegalArgumentException(
            "feature name '"
                + name
                + "': expected lower-case letters, digits and single hyphens, at most 64");
      }
      this.name = name;
    }

    /**
     * Sets the version; 1 unless set.
     *
     * @param number 1 or more, raised whenever the same input gives other values
     * @return this builder
     */
    public Builder version(int number) {
      if (number < 1) {
        throw new IllegalArgumentException(
            "version is " + number + " (feature '" + name + "'), expected 1 or more");
      }
      version = once("version", version, number);
      return this;
    }

    /**
     * Sets what a visitor would call the feature, for reasons and for {@code similar} by facet:
     * {@code palette}, {@code texture}, {@code subject}, {@code artist}, {@code text}, ...; several
     * features may share one. The name unless set.
     *
     * @param word the facet, not blank
     * @return this builder
     */
    public Builder facet(String word) {
      if (word.isBlank()) {
        throw new IllegalArgumentException("facet is blank (feature '" + name + "')");
      }
      facet = once("facet", facet, word);
      return this;
    }

    /**
     * Sets everything that was set, in a stable textual form; nothing unless set.
     *
     * @param text the form; with name and version it identifies cached values
     * @return this builder
     */
    public Builder parameters(String text) {
      parameters = once("parameters", parameters, text);
      return this;
    }

    /**
     * Sets how two vectors want to be compared; cosine unless set.
     *
     * @param measure the similarity
     * @return this builder
     */
    public Builder similarity(Similarity measure) {
      similarity = once("similarity", similarity, measure);
      return this;
    }

    /**
     * Sets the one thing that values depend on; the record unless set.
     *
     * @param source the source
     * @return this builder
     */
    public Builder source(Source source) {
      return sources(List.of(source));
    }

    /**
     * Sets what the values depend on; the record unless set.
     *
     * @param of the sources
     * @return this builder
     */
    public Builder sources(Iterable<Source> of) {
      List<Source> given = new ArrayList<>();
      of.forEach(given::add);
      sources = once("sources", sources, Set.copyOf(given));
      return this;
    }

    /**
     * Sets from where on a sentence may call two works alike in this feature; {@value
     * #STANDARD_ALIKE_FROM} unless set. It belongs to the feature, because a cosine of 0.5 is much
     * between lists of words and nothing between colour histograms: hardly any two works that have
     * nothing to do with each other should reach it.
     *
     * @param share of what the similarity says of equal works, above 0 and at most 1
     * @return this builder
     */
    public Builder alikeFrom(double share) {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "alikeFrom is " + share + " (feature '" + name + "'), expected above 0 and at most 1");
      }
      alikeFrom = once("alikeFrom", alikeFrom, share);
      return this;
    }

    /** {@return the spec} */
    public FeatureSpec build() {
      return new FeatureSpec(this);
    }

    private <T> T once(String setter, @Nullable T earlier, T value) {
      if (earlier != null) {
        throw new IllegalStateException(
            setter
                + " was set to "
                + earlier
                + " already (feature '"
                + name
                + "'); it can be set once");
      }
      return Objects.requireNonNull(value, setter);
    }
  }
}
