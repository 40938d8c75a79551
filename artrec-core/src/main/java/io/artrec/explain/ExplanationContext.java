package io.artrec.explain;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FittedFeatures;
import io.artrec.feature.SharedTrait;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What contributions refer to, and who writes the sentence. Immutable and thread-safe; one for all
 * answers of a recommender.
 */
public final class ExplanationContext {
  private static final Logger LOG = LoggerFactory.getLogger(ExplanationContext.class);

  private final Catalog catalog;
  private final Map<String, FeatureSpec> features;
  private final Locale locale;
  private final Sentences sentences;
  private final Optional<FittedFeatures> fitted;

  private ExplanationContext(
      Catalog catalog,
      Map<String, FeatureSpec> features,
      Locale locale,
      Sentences sentences,
      Optional<FittedFeatures> fitted) {
    this.catalog = catalog;
    this.features = features;
    this.locale = locale;
    this.sentences = sentences;
    this.fitted = fitted;
  }

  /**
   * {@return a context without features, in English, with standard sentences}
   *
   * @param catalog the works, by the indices that contributions hold
   */
  public static ExplanationContext of(Catalog catalog) {
    return new ExplanationContext(
        Objects.requireNonNull(catalog, "catalog"),
        Map.of(),
        Locale.ENGLISH,
        Sentences.safe(Sentences.standard()),
        Optional.empty());
  }

  /**
   * {@return this context with features} Causes of others are told by the feature's name, alike
   * from {@value FeatureSpec#STANDARD_ALIKE_FROM} on.
   *
   * @param specs what causes name: their facets, and from where on works are alike in them
   */
  public ExplanationContext features(Iterable<FeatureSpec> specs) {
    Map<String, FeatureSpec> byName = new HashMap<>();
    specs.forEach(spec -> byName.put(spec.name(), spec));
    return new ExplanationContext(catalog, Map.copyOf(byName), locale, sentences, fitted);
  }

  /**
   * {@return this context in a language}
   *
   * @param language the language of {@link Explanation#toString}
   */
  public ExplanationContext locale(Locale language) {
    return new ExplanationContext(
        catalog, features, Objects.requireNonNull(language, "language"), sentences, fitted);
  }

  /**
   * {@return this context with another writer}
   *
   * @param writer the writer, made {@link Sentences#safe safe}
   */
  public ExplanationContext sentences(Sentences writer) {
    return new ExplanationContext(catalog, features, locale, Sentences.safe(writer), fitted);
  }

  /**
   * {@return this context with features that tell what two works have in common in them}
   *
   * @param features what was fitted to the catalogue
   */
  public ExplanationContext telling(FittedFeatures features) {
    return new ExplanationContext(catalog, this.features, locale, sentences, Optional.of(features));
  }

  /** What two works have in common in a feature, in its words; nothing where it fails. */
  List<SharedTrait> shared(String feature, Artwork work, Artwork other) {
    try {
      return fitted.map(known -> known.shared(feature, work, other)).orElse(List.of());
    } catch (RuntimeException e) {
      LOG.debug("what works share in feature '{}' is left out", feature, e);
      return List.of();
    }
  }

  Catalog catalog() {
    return catalog;
  }

  Locale locale() {
    return locale;
  }

  Sentences sentences() {
    return sentences;
  }

  /** The facet of a feature; its name where the feature is not known. */
  String facet(String feature) {
    FeatureSpec spec = features.get(feature);
    return spec == null ? feature : spec.facet();
  }

  double alikeFrom(String feature) {
    FeatureSpec spec = features.get(feature);
    return spec == null ? FeatureSpec.STANDARD_ALIKE_FROM : spec.alikeFrom();
  }
}
