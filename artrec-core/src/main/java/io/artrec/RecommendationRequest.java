package io.artrec;

import io.artrec.behavior.Interaction;
import io.artrec.filter.Filter;
import io.artrec.strategy.GroupRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A full question: who asks, how many works, which may be among them. Immutable and thread-safe.
 *
 * <p>Who asks is a user, a history, both (the history is added to what is known of the user), a
 * group of users, or nobody.
 */
public final class RecommendationRequest {
  /** The most works one request may ask for. */
  public static final int MOST = 1_000_000;

  private final @Nullable String user;
  private final List<Interaction> history;
  private final List<String> group;
  private final GroupRule groupRule;
  private final int n;
  private final @Nullable Filter filter;
  private final Set<String> excluded;
  private final Map<String, Double> facets;
  private final boolean seenIncluded;
  private final Locale locale;
  private final @Nullable String wish;

  private RecommendationRequest(Builder builder) {
    user = builder.user;
    history = List.copyOf(builder.history);
    group = List.copyOf(builder.group);
    groupRule = builder.groupRule == null ? GroupRule.AVERAGE : builder.groupRule;
    n = builder.n;
    filter = builder.filter;
    excluded = Set.copyOf(builder.excluded);
    facets = Map.copyOf(builder.facets);
    seenIncluded = builder.seenIncluded;
    locale = builder.locale;
    wish = builder.wish;
  }

  /**
   * Starts a request of nobody in particular for ten works.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts a request of a visitor for ten works.
   *
   * @param user the visitor's id
   * @return a builder
   */
  public static Builder forUser(String user) {
    return new Builder().user(user);
  }

  /**
   * Starts a request of a group for ten works.
   *
   * @param users the members' ids
   * @return a builder
   */
  public static Builder forGroup(String... users) {
    return new Builder().group(List.of(users));
  }

  /**
   * Starts a request of somebody who is only known by what they did.
   *
   * @param history their events
   * @return a builder
   */
  public static Builder forHistory(Collection<Interaction> history) {
    return new Builder().history(history);
  }

  Optional<String> user() {
    return Optional.ofNullable(user);
  }

  List<Interaction> history() {
    return history;
  }

  List<String> group() {
    return group;
  }

  GroupRule groupRule() {
    return groupRule;
  }

  int n() {
    return n;
  }

  Optional<Filter> filter() {
    return Optional.ofNullable(filter);
  }

  Set<String> excluded() {
    return excluded;
  }

  Map<String, Double> facets() {
    return facets;
  }

  boolean seenIncluded() {
    return seenIncluded;
  }

  Locale locale() {
    return locale;
  }

  Optional<String> wish() {
    return Optional.ofNullable(wish);
  }

  static int checkedCount(int n) {
    if (n < 1 || n > MOST) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "n is %d, expected 1 to %,d works", n, MOST));
    }
    return n;
  }

  static double checkedWeight(String nameOrFacet, double weight) {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "weight of facet '" + nameOrFacet + "' is " + weight + ", expected 0 or more");
    }
    return weight;
  }

  /** Collects a request; every setter validates at once. Not thread-safe. */
  public static final class Builder {
    private @Nullable String user;
    private final List<Interaction> history = new ArrayList<>();
    private final LinkedHashSet<String> group = new LinkedHashSet<>();
    private @Nullable GroupRule groupRule;
    private int n = 10;
    private @Nullable Filter filter;
    private final Set<String> excluded = new LinkedHashSet<>();
    private final Map<String, Double> facets = new HashMap<>();
    private boolean seenIncluded;
    private Locale locale = Locale.ENGLISH;
    private @Nullable String wish;

    private Builder() {}

    /**
     * Sets who asks. A visitor nobody knows is answered as one without history.
     *
     * @param id the visitor's id
     * @return this builder
     */
    public Builder user(String id) {
      if (Objects.requireNonNull(id, "user id; leave the user out instead").isBlank()) {
        throw new IllegalArgumentException("user id is blank; leave the user out instead");
      }
      if (user != null || !group.isEmpty()) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "user '%s' and %s cannot both ask; send one request each, or a group",
                id,
                user != null ? "user '" + user + "'" : "group " + group));
      }
      user = id;
      return this;
    }

    /**
     * Adds events of the asker; their user ids are not looked at, events with unknown artworks are
     * left out.
     *
     * @param events the events
     * @return this builder
     */
    public Builder history(Collection<Interaction> events) {
      if (!group.isEmpty()) {
        throw new IllegalStateException("a group has no history of its own; record its members'");
      }
      history.addAll(events);
      return this;
    }

    /**
     * Sets a group of askers.
     *
     * @param users the members' ids, one or more
     * @return this builder
     */
    public Builder group(Collection<String> users) {
      if (user != null || !history.isEmpty()) {
        throw new IllegalStateException("a group and a single asker cannot both ask");
      }
      if (users.isEmpty()) {
        throw new IllegalArgumentException("the group is empty, expected one or more users");
      }
      group.addAll(users);
      return this;
    }

    /**
     * Sets how the group's tastes become one list; the average unless said.
     *
     * @param rule the rule
     * @return this builder
     */
    public Builder groupRule(GroupRule rule) {
      groupRule = Objects.requireNonNull(rule, "rule");
      return this;
    }

    /**
     * Sets how many works are wanted.
     *
     * @param count 1 or more; fewer come back when fewer are eligible
     * @return this builder
     */
    public Builder n(int count) {
      n = checkedCount(count);
      return this;
    }

    /**
     * Adds a filter that every answered work passes; several must all be passed.
     *
     * @param accepted the filter
     * @return this builder
     */
    public Builder filter(Filter accepted) {
      filter = filter == null ? Objects.requireNonNull(accepted) : filter.and(accepted);
      return this;
    }

    /**
     * Excludes artworks.
     *
     * @param artworks ids; unknown ones are ignored
     * @return this builder
     */
    public Builder exclude(String... artworks) {
      excluded.addAll(List.of(artworks));
      return this;
    }

    /**
     * Lets only the named features or facets count, with these weights.
     *
     * @param nameOrFacet a feature's name or facet
     * @param weight its weight, 0 or more
     * @return this builder
     */
    public Builder facet(String nameOrFacet, double weight) {
      facets.put(Objects.requireNonNull(nameOrFacet), checkedWeight(nameOrFacet, weight));
      return this;
    }

    /**
     * Lets works come back that the asker already had to do with; they are left out otherwise.
     *
     * @return this builder
     */
    public Builder includeSeen() {
      seenIncluded = true;
      return this;
    }

    /**
     * Says in words what the asker, or the group, would like: "quiet snowy landscapes". Needs a
     * strategy that {@linkplain io.artrec.strategy.Strategy#hearsWishes() hears wishes}, as the
     * text search of artrec-llm does; the recommender refuses the request otherwise.
     *
     * @param words the wish, not blank
     * @return this builder
     */
    public Builder wish(String words) {
      if (words.isBlank()) {
        throw new IllegalArgumentException("the wish is blank; leave it out instead");
      }
      if (wish != null) {
        throw new IllegalStateException(
            "the wish is '" + wish + "' already; '" + words + "' cannot be set, too");
      }
      wish = words;
      return this;
    }

    /**
     * Sets the language of the reasons.
     *
     * @param language Chinese for any Chinese locale, English otherwise
     * @return this builder
     */
    public Builder locale(Locale language) {
      locale = Objects.requireNonNull(language, "language");
      return this;
    }

    /**
     * Finishes the request.
     *
     * @return the request
     */
    public RecommendationRequest build() {
      if (groupRule != null && group.isEmpty()) {
        throw new IllegalStateException("groupRule " + groupRule + " is set without a group");
      }
      return new RecommendationRequest(this);
    }
  }
}
