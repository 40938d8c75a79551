package io.artrec;

import io.artrec.filter.Filter;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What all questions have in common: how many works, which may be among them, what counts. A value:
 * immutable, thread-safe, equal to another with the same parts.
 */
public abstract sealed class Request permits RecommendationRequest, SimilarRequest {
  /** The most works one request may ask for. */
  public static final int MOST = 1_000_000;

  private static final int USUAL = 10;

  private final int n;
  private final @Nullable Filter filter;
  private final Set<String> excluded;
  private final Map<String, Double> facets;
  private final Locale locale;
  private final @Nullable String variant;
  private final @Nullable String tag;
  private final @Nullable Long seed;
  private final @Nullable Duration deadline;

  Request(Builder<?> builder) {
    n = builder.n;
    filter = builder.filter;
    excluded = Collections.unmodifiableSet(new LinkedHashSet<>(builder.excluded));
    facets = Collections.unmodifiableMap(new TreeMap<>(builder.facets));
    locale = builder.locale;
    variant = builder.variant;
    tag = builder.tag;
    seed = builder.seed;
    deadline = builder.deadline;
  }

  /**
   * Starts a request that is as this one but for what is then set. Filters, exclusions and facets
   * add to those that are here.
   *
   * @return a builder
   */
  public abstract Builder<?> toBuilder();

  /** {@return how many works are wanted, 10 unless set} */
  public final int n() {
    return n;
  }

  /** {@return what every answered work must pass; empty when none was set} */
  public final Optional<Filter> filter() {
    return Optional.ofNullable(filter);
  }

  /**
   * Returns which works must not be answered.
   *
   * @return their ids, in the order they were set
   */
  public final Set<String> excluded() {
    return excluded;
  }

  /**
   * Returns which features or facets alone count, and how much.
   *
   * @return weights by name; empty when all count by their usual weights
   */
  public final Map<String, Double> facets() {
    return facets;
  }

  /**
   * Returns the language of the reasons.
   *
   * @return the locale, English unless set
   */
  public final Locale locale() {
    return locale;
  }

  /**
   * Returns which variant of an experiment the answer is for.
   *
   * @return the variant's name; empty when none was set
   */
  public final Optional<String> variant() {
    return Optional.ofNullable(variant);
  }

  /**
   * Returns in which group of askers the application counts this one.
   *
   * @return the tag; empty when none was set
   */
  public final Optional<String> tag() {
    return Optional.ofNullable(tag);
  }

  /**
   * Returns what decides what is left to chance.
   *
   * @return the seed; empty when each answer draws its own
   */
  public final OptionalLong seed() {
    return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
  }

  /**
   * Returns how long the answer may take.
   *
   * @return the time; empty when it may take as long as it does
   */
  public final Optional<Duration> deadline() {
    return Optional.ofNullable(deadline);
  }

  /** Those who ask, alone or in a group, and those whose events the request holds. */
  abstract Set<String> visitors();

  /** Everything that makes two requests of a kind equal. */
  abstract List<Object> parts();

  /** The part of it that is here. */
  final List<Object> commonParts() {
    return List.of(n, filter(), excluded, facets, locale, variant(), tag(), seed(), deadline());
  }

  /** Adds what only one kind of request has, as far as it is set. */
  abstract void describe(Description to);

  @Override
  public final boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Request that
            && getClass() == that.getClass()
            && parts().equals(that.parts()));
  }

  @Override
  public final int hashCode() {
    return parts().hashCode();
  }

  /** Names what is not as it is unless set. */
  @Override
  public final String toString() {
    Description description = new Description(getClass().getSimpleName());
    describe(description);
    description
        .add("n", n, USUAL)
        .add("filter", filter().map(Filter::description))
        .add("excluded", excluded)
        .add("facets", facets.isEmpty() ? Optional.empty() : Optional.of(facets))
        .add("locale", locale.toLanguageTag(), Locale.ENGLISH.toLanguageTag())
        .add("variant", variant())
        .add("tag", tag())
        .add("seed", Optional.ofNullable(seed))
        .add("deadline", deadline());
    return description.toString();
  }

  static double checkedWeight(String name, double weight) {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "weight of facet '" + name + "' is " + weight + ", expected 0 or more");
    }
    return weight;
  }

  /** Puts a request into words. */
  static final class Description {
    private final StringJoiner words;

    Description(String name) {
      words = new StringJoiner(", ", name + "[", "]");
    }

    Description add(String name, Object value, Object unlessSet) {
      return add(name, value.equals(unlessSet) ? Optional.empty() : Optional.of(value));
    }

    Description add(String name, Collection<?> values) {
      return add(name, values.isEmpty() ? Optional.empty() : Optional.of(values));
    }

    Description add(String name, Optional<?> value) {
      value.ifPresent(set -> words.add(name + "=" + set));
      return this;
    }

    @Override
    public String toString() {
      return words.toString();
    }
  }

  /**
   * Collects a request; every setter validates at once. Not thread-safe.
   *
   * @param <B> the kind of builder
   */
  public abstract static sealed class Builder<B extends Builder<B>>
      permits RecommendationRequest.Builder, SimilarRequest.Builder {
    private int n = USUAL;
    private @Nullable Filter filter;
    private final Set<String> excluded = new LinkedHashSet<>();
    private final Map<String, Double> facets = new TreeMap<>();
    private Locale locale = Locale.ENGLISH;
    private @Nullable String variant;
    private @Nullable String tag;
    private @Nullable Long seed;
    private @Nullable Duration deadline;

    Builder() {}

    Builder(Request request) {
      n = request.n;
      filter = request.filter;
      excluded.addAll(request.excluded);
      facets.putAll(request.facets);
      locale = request.locale;
      variant = request.variant;
      tag = request.tag;
      seed = request.seed;
      deadline = request.deadline;
    }

    abstract B self();

    /**
     * Sets how many works are wanted.
     *
     * @param count 1 to {@value Request#MOST}; fewer come back when fewer are eligible
     * @return this builder
     */
    public final B n(int count) {
      if (count < 1 || count > MOST) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "n is %d, expected 1 to %,d works", count, MOST));
      }
      n = count;
      return self();
    }

    /**
     * Adds a filter that every answered work passes; several must all be passed.
     *
     * @param accepted the filter
     * @return this builder
     */
    public final B filter(Filter accepted) {
      filter = filter == null ? Objects.requireNonNull(accepted) : filter.and(accepted);
      return self();
    }

    /**
     * Excludes artworks.
     *
     * @param artworks ids; unknown ones are ignored
     * @return this builder
     */
    public final B exclude(String... artworks) {
      excluded.addAll(List.of(artworks));
      return self();
    }

    /**
     * Excludes artworks.
     *
     * @param artworks ids; unknown ones are ignored
     * @return this builder
     */
    public final B exclude(Collection<String> artworks) {
      excluded.addAll(List.copyOf(artworks));
      return self();
    }

    /**
     * Lets only the named features or facets count, with these weights.
     *
     * @param nameOrFacet a feature's name or facet, for instance {@code palette}
     * @param weight its weight, 0 or more
     * @return this builder
     */
    public final B facet(String nameOrFacet, double weight) {
      facets.put(Objects.requireNonNull(nameOrFacet), checkedWeight(nameOrFacet, weight));
      return self();
    }

    /**
     * Sets the language of the reasons.
     *
     * @param language Chinese for any Chinese locale, English otherwise
     * @return this builder
     */
    public final B locale(Locale language) {
      locale = Objects.requireNonNull(language, "language");
      return self();
    }

    /**
     * Says which variant of an experiment the answer is for; answers and their logs carry the name.
     * It goes before what the recommender's own experiment ({@link RecommenderBuilder#experiment})
     * has for the visitor.
     *
     * @param name the variant's name, not blank
     * @return this builder
     */
    public final B variant(String name) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("variant is blank; leave it out instead");
      }
      variant = name;
      return self();
    }

    /**
     * Says in which group of askers the application counts this one, as {@code "kiosk"} or {@code
     * "members"}: strategies that learn by groups ({@link io.artrec.strategy.Segments#tags}) read
     * it.
     *
     * @param group the group's name, not blank
     * @return this builder
     */
    public final B tag(String group) {
      if (group.isBlank()) {
        throw new IllegalArgumentException("tag is blank; leave it out instead");
      }
      tag = group;
      return self();
    }

    /**
     * Sets what decides what is left to chance: {@link Recommendations#seed()} of an earlier answer
     * to get it again. Without one, answers at different times draw differently.
     *
     * @param number any number
     * @return this builder
     */
    public final B seed(long number) {
      seed = number;
      return self();
    }

    /**
     * Asks for the next page after an answer: excludes what that answer and those before it showed,
     * and keeps its seed, so that chance goes on where it was. Pages do not repeat a work, whatever
     * changes in between; without a re-ranker and without changes they are together what one long
     * answer is. A re-ranker looks at each page alone.
     *
     * @param answer the last page
     * @return this builder
     */
    public final B after(Recommendations answer) {
      exclude(answer.request().excluded());
      answer.forEach(shown -> excluded.add(shown.artwork().id()));
      return seed(answer.seed());
    }

    /**
     * Sets how long the answer may take. When the time is over, the best so far is answered, and
     * {@link Recommendations#leftOut()} says what was left out: members of a group not heard yet,
     * what fills up a list that is not empty, re-ranking. What is under way is not interrupted: a
     * strategy's scoring, and a re-ranker, which can look at the time itself ({@link
     * io.artrec.rerank.RerankContext#isOver()}). Reasons are always given.
     *
     * @param time from the call on, above 0
     * @return this builder
     */
    public final B deadline(Duration time) {
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("deadline is " + time + ", expected more than 0");
      }
      deadline = time;
      return self();
    }

    /**
     * Finishes the request.
     *
     * @return the request
     */
    public abstract Request build();
  }
}
