package io.artrec;

import java.util.List;
import java.util.Objects;

/**
 * A question for works like a work: which one, how many, alike in what. A value: immutable,
 * thread-safe, equal to another with the same parts.
 */
public final class SimilarRequest extends Request {
  private final String artwork;

  private SimilarRequest(Builder builder) {
    super(builder);
    artwork = builder.artwork;
  }

  /**
   * Starts a request for ten works like one, alike in all features.
   *
   * @param artwork the artwork's id
   * @return a builder
   */
  public static Builder to(String artwork) {
    return new Builder(artwork);
  }

  /**
   * Starts a request that is as this one but for what is then set. Filters, exclusions and facets
   * add to those that are here.
   *
   * @return a builder
   */
  @Override
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * Returns the work that others are to be like.
   *
   * @return the artwork's id
   */
  public String artwork() {
    return artwork;
  }

  @Override
  List<Object> parts() {
    return List.of(commonParts(), artwork);
  }

  @Override
  void describe(Description to) {
    to.add("to", List.of(artwork));
  }

  /** Collects a request; every setter validates at once. Not thread-safe. */
  public static final class Builder extends Request.Builder<Builder> {
    private final String artwork;

    private Builder(String artwork) {
      this.artwork = Objects.requireNonNull(artwork, "artwork");
    }

    private Builder(SimilarRequest request) {
      super(request);
      artwork = request.artwork;
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    public SimilarRequest build() {
      return new SimilarRequest(this);
    }
  }
}
