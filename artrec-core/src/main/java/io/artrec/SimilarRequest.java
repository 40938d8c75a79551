package io.artrec;

import io.artrec.filter.Filter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question for works like a work: which one, how many, alike in what. Immutable and thread-safe.
 */
public final class SimilarRequest {
  private final String artwork;
  private final int n;
  private final Map<String, Double> facets;
  private final @Nullable Filter filter;
  private final Locale locale;

  private SimilarRequest(
      String artwork, int n, Map<String, Double> facets, @Nullable Filter filter, Locale locale) {
    this.artwork = artwork;
    this.n = n;
    this.facets = Collections.unmodifiableMap(facets);
    this.filter = filter;
    this.locale = locale;
  }

  /**
   * Returns a request for ten works like one, alike in all features.
   *
   * @param artwork the artwork's id
   * @return the request
   */
  public static SimilarRequest to(String artwork) {
    return new SimilarRequest(artwork, 10, Map.of(), null, Locale.ENGLISH);
  }

  /**
   * Returns this request for another number of works.
   *
   * @param count 1 or more
   * @return the changed request
   */
  public SimilarRequest n(int count) {
    return new SimilarRequest(
        artwork, RecommendationRequest.checkedCount(count), facets, filter, locale);
  }

  /**
   * Returns this request with a facet that counts; as soon as one is named, the others do not
   * count.
   *
   * @param nameOrFacet a feature's name or facet, for instance {@code palette}
   * @param weight its weight, 0 or more
   * @return the changed request
   */
  public SimilarRequest facet(String nameOrFacet, double weight) {
    Map<String, Double> more = new HashMap<>(facets);
    more.put(nameOrFacet, RecommendationRequest.checkedWeight(nameOrFacet, weight));
    return new SimilarRequest(artwork, n, more, filter, locale);
  }

  /**
   * Returns this request with a filter; several must all be passed.
   *
   * @param accepted the filter
   * @return the changed request
   */
  public SimilarRequest filter(Filter accepted) {
    Filter both = filter == null ? Objects.requireNonNull(accepted) : filter.and(accepted);
    return new SimilarRequest(artwork, n, facets, both, locale);
  }

  /**
   * Returns this request with reasons in a language.
   *
   * @param language Chinese for any Chinese locale, English otherwise
   * @return the changed request
   */
  public SimilarRequest locale(Locale language) {
    return new SimilarRequest(artwork, n, facets, filter, Objects.requireNonNull(language));
  }

  String artwork() {
    return artwork;
  }

  int n() {
    return n;
  }

  Map<String, Double> facets() {
    return facets;
  }

  Optional<Filter> filter() {
    return Optional.ofNullable(filter);
  }

  Locale locale() {
    return locale;
  }
}
