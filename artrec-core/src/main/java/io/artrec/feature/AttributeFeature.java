package io.artrec.feature;

import io.artrec.catalog.Catalog;
import io.artrec.model.StateReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records as vectors: one dimension per value of chosen fields, weighted by rarity.
 *
 * <p>A value that {@code df} of {@code N} works have weighs {@code ln((1 + N) / (1 + df)) + 1} (the
 * smoothed inverse document frequency). Each field's part of a vector is scaled to unit length and
 * multiplied by the square root of the field's weight, so that under cosine a work with many
 * subjects does not drown its artist, and two works alike in one field only get that field's share.
 * Case and surrounding space do not matter; a medium is split into its materials ({@code Oil on
 * canvas}: oil, canvas), and an artist called unknown or anonymous is none. Values of a single work
 * can link nothing and are left out; of the rest the most frequent are kept, up to a limit, ties by
 * name. A work without any kept value is missing.
 *
 * <p>Works that come later bring their values: one that a second work now has becomes a dimension,
 * and the first work that had it is encoded again, as long as there is room. How rare values were,
 * and which were kept, stays until features are fitted again.
 *
 * <p>Immutable and thread-safe. Fitting is O(values); memory 4 bytes × dimensions per work.
 */
public final class AttributeFeature implements FeatureExtractor {
  /** The most dimensions unless said otherwise. */
  public static final int STANDARD_DIMENSIONS = 4096;

  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern PARAMETERS = Pattern.compile("\\{(.+)} max ([0-9]{1,9})");

  private static final Pattern FIELD = Pattern.compile("(.+?)=([0-9]+\\.[0-9]+)(?:, |$)");

  private final String name;
  private final String facet;
  private final Map<String, Double> fields;
  private final int maxDimensions;

  private AttributeFeature(
      String name, String facet, Map<String, Double> fields, int maxDimensions) {
    this.name = name;
    this.facet = facet;
    this.fields = fields;
    this.maxDimensions = maxDimensions;
  }

  /**
   * Returns all descriptive fields in one vector: artist 0.3, movement 0.25, subject 0.25, genre
   * 0.1, medium 0.05, technique 0.05.
   *
   * @return the feature {@code details}
   */
  public static AttributeFeature standard() {
    Map<String, Double> weights = new LinkedHashMap<>();
    weights.put("artist", 0.3);
    weights.put("movement", 0.25);
    weights.put("subject", 0.25);
    weights.put("genre", 0.1);
    weights.put("medium", 0.05);
    weights.put("technique", 0.05);
    return new AttributeFeature("details", "details", weights, STANDARD_DIMENSIONS);
  }

  /**
   * Returns the artists alone.
   *
   * @return the feature {@code artist}
   */
  public static AttributeFeature artist() {
    return single("artist");
  }

  /**
   * Returns the movements alone.
   *
   * @return the feature {@code movement}
   */
  public static AttributeFeature movement() {
    return single("movement");
  }

  /**
   * Returns the genre alone.
   *
   * @return the feature {@code genre}
   */
  public static AttributeFeature genre() {
    return single("genre");
  }

  /**
   * Returns the materials alone.
   *
   * @return the feature {@code medium}
   */
  public static AttributeFeature medium() {
    return single("medium");
  }

  /**
   * Returns the subjects alone.
   *
   * @return the feature {@code subject}
   */
  public static AttributeFeature subjects() {
    return single("subject");
  }

  /**
   * Returns a free attribute alone, for instance {@code palette}.
   *
   * @param attribute the attribute's name
   * @return the feature of that name, in lower case with hyphens for what is neither letter nor
   *     digit
   */
  public static AttributeFeature attribute(String attribute) {
    if (attribute.isBlank()) {
      throw new IllegalArgumentException("attribute name is blank");
    }
    String slug =
        NOT_A_WORD
            .matcher(attribute.toLowerCase(Locale.ROOT))
            .replaceAll("-")
            .replaceAll("^-|-$", "");
    boolean ascii = slug.matches("[a-z0-9]+(-[a-z0-9]+)*") && slug.length() <= 48;
    String feature = ascii ? slug : "attribute-" + Integer.toHexString(attribute.hashCode());
    return new AttributeFeature(
        feature, attribute, Map.of("attribute:" + attribute, 1.0), STANDARD_DIMENSIONS);
  }

  /**
   * {@return this feature with another limit}
   *
   * @param most the most dimensions, 1 or more
   */
  public AttributeFeature maxDimensions(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("maxDimensions is " + most + ", expected 1 or more");
    }
    return new AttributeFeature(name, facet, fields, most);
  }

  /** The feature that has a spec, as far as the spec's text tells. */
  static Optional<AttributeFeature> of(FeatureSpec spec) {
    Matcher matcher = PARAMETERS.matcher(spec.parameters());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, Double> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(matcher.group(1));
    while (field.find()) {
      fields.put(field.group(1), Double.valueOf(field.group(2)));
    }
    int most = Integer.parseInt(matcher.group(2));
    return Optional.of(new AttributeFeature(spec.name(), spec.facet(), fields, most));
  }

  private static AttributeFeature single(String field) {
    return new AttributeFeature(field, field, Map.of(field, 1.0), STANDARD_DIMENSIONS);
  }

  @Override
  public FeatureSpec spec() {
    return FeatureSpec.named(name)
        .facet(facet)
        .parameters(fields + " max " + maxDimensions)
        .build();
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    return AttributeEncoder.fit(fields, maxDimensions, catalog);
  }

  @Override
  public FeatureEncoder read(StateReader in) {
    return AttributeEncoder.read(fields, maxDimensions, in);
  }
}
