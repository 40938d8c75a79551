package io.artrec;

import io.artrec.catalog.Artwork;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A question for works like one or several: which, how many, alike in what. What they are to be
 * like may be works of the catalogue, works outside of it, an image or a text. A value: immutable,
 * thread-safe, equal to another with the same parts.
 */
public final class SimilarRequest extends Request {
  private final Map<SimilarSource, Double> sources;

  private SimilarRequest(Builder builder) {
    super(builder);
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(builder.sources));
  }

  /**
   * Starts a request for ten works like some of the catalogue, alike in all features; several count
   * alike.
   *
   * @param artworks the artworks' ids; none where {@link Builder#and} is to weigh all
   * @return a builder
   */
  public static Builder to(String... artworks) {
    Builder builder = new Builder();
    List.of(artworks).forEach(artwork -> builder.and(artwork, 1));
    return builder;
  }

  /**
   * Starts a request for ten works like one that need not be in the catalogue, alike in all
   * features.
   *
   * @param record the work
   * @return a builder
   */
  public static Builder to(Artwork record) {
    return to(SimilarSource.outside(record));
  }

  /**
   * Starts a request for ten works like something.
   *
   * @param source what they are to be like
   * @return a builder
   */
  public static Builder to(SimilarSource source) {
    return new Builder().and(source, 1);
  }

  /**
   * Starts a request that is as this one but for what is then set. Filters, exclusions, facets and
   * what works are to be like add to those that are here.
   *
   * @return a builder
   */
  @Override
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * Returns what works are to be like.
   *
   * @return how much each counts, in the order they were set
   */
  public Map<SimilarSource, Double> sources() {
    return sources;
  }

  @Override
  Set<String> visitors() {
    return Set.of();
  }

  @Override
  List<Object> parts() {
    return List.of(commonParts(), sources);
  }

  @Override
  void describe(Description to) {
    to.add(
        "to",
        sources.entrySet().stream()
            .map(
                source ->
                    source.getKey() + (source.getValue() == 1 ? "" : " × " + source.getValue()))
            .toList());
  }

  /** What decides on chance, where nobody is known to ask. */
  List<String> names() {
    return sources.keySet().stream().map(SimilarSource::toString).toList();
  }

  /** Collects a request; every setter validates at once. Not thread-safe. */
  public static final class Builder extends Request.Builder<Builder> {
    private final Map<SimilarSource, Double> sources = new LinkedHashMap<>();

    private Builder() {}

    private Builder(SimilarRequest request) {
      super(request);
      sources.putAll(request.sources);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Adds a work of the catalogue that works are to be like.
     *
     * @param artwork its id
     * @param weight how much it counts beside others, above 0; replaces an earlier weight
     * @return this builder
     */
    public Builder and(String artwork, double weight) {
      return and(SimilarSource.artwork(artwork), weight);
    }

    /**
     * Adds something that works are to be like.
     *
     * @param source what
     * @param weight how much it counts beside others, above 0; replaces an earlier weight
     * @return this builder
     */
    public Builder and(SimilarSource source, double weight) {
      if (!(weight > 0 && weight < 1e300)) {
        throw new IllegalArgumentException(
            "weight of " + source + " is " + weight + ", expected a finite number above 0");
      }
      sources.put(Objects.requireNonNull(source, "source"), weight);
      return this;
    }

    @Override
    public SimilarRequest build() {
      if (sources.isEmpty()) {
        throw new IllegalStateException(
            "nothing is set that works are to be like; call SimilarRequest.to(...) with a work, or"
                + " and(...)");
      }
      return new SimilarRequest(this);
    }
  }
}
