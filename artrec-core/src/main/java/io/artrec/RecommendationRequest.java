package io.artrec;

import io.artrec.behavior.Interaction;
import io.artrec.strategy.GroupRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A full question: who asks, how many works, which may be among them. A value: immutable,
 * thread-safe, equal to another with the same parts.
 *
 * <p>Who asks is a user, a history, both (the history is added to what is known of the user), a
 * group of users, or nobody.
 */
public final class RecommendationRequest extends Request {
  private final @Nullable String user;
  private final List<Interaction> history;
  private final List<String> group;
  private final GroupRule groupRule;
  private final boolean seenIncluded;
  private final @Nullable String wish;

  private RecommendationRequest(Builder builder) {
    super(builder);
    user = builder.user;
    history = List.copyOf(builder.history);
    group = List.copyOf(builder.group);
    groupRule = builder.groupRule == null ? GroupRule.AVERAGE : builder.groupRule;
    seenIncluded = builder.seenIncluded;
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

  /**
   * Starts a request that is as this one but for what is then set. Filters, exclusions, facets and
   * events add to those that are here. A user or a group replaces whoever asked, events included; a
   * wish and a rule replace those that are here.
   *
   * @return a builder
   */
  @Override
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * Returns who asks.
   *
   * @return the visitor's id; empty for a group, and for somebody without an id
   */
  public Optional<String> user() {
    return Optional.ofNullable(user);
  }

  /** {@return what the asker did, as far as the request tells it; in the order they were set} */
  public List<Interaction> history() {
    return history;
  }

  /**
   * Returns the group that asks.
   *
   * @return the members' ids; empty when a single visitor or nobody asks
   */
  public List<String> group() {
    return group;
  }

  /** {@return how the group's tastes become one list, {@link GroupRule#AVERAGE} unless set} */
  public GroupRule groupRule() {
    return groupRule;
  }

  /**
   * Tells whether works may come back that the asker already had to do with.
   *
   * @return false unless set
   */
  public boolean seenIncluded() {
    return seenIncluded;
  }

  /**
   * Returns what the asker would like, in their words.
   *
   * @return the wish; empty when none was set
   */
  public Optional<String> wish() {
    return Optional.ofNullable(wish);
  }

  /** Ids of those who ask. */
  List<String> askers() {
    return user().map(List::of).orElse(group);
  }

  @Override
  Set<String> visitors() {
    Set<String> visitors = new HashSet<>(askers());
    history.forEach(event -> visitors.add(event.user()));
    return visitors;
  }

  @Override
  List<Object> parts() {
    return List.of(commonParts(), user(), history, group, groupRule, seenIncluded, wish());
  }

  @Override
  void describe(Description to) {
    to.add("user", user())
        .add("group", group)
        .add("groupRule", groupRule, GroupRule.AVERAGE)
        .add("history", history.size() + " events", "0 events")
        .add("wish", wish())
        .add("seenIncluded", seenIncluded, false);
  }

  /** Collects a request; every setter validates at once. Not thread-safe. */
  public static final class Builder extends Request.Builder<Builder> {
    private @Nullable String user;
    private final List<Interaction> history = new ArrayList<>();
    private final LinkedHashSet<String> group = new LinkedHashSet<>();
    private @Nullable GroupRule groupRule;
    private boolean seenIncluded;
    private @Nullable String wish;

    /** Whether who asks is that of the request this began with. */
    private boolean earlierAsker;

    /** Whether the wish is that of the request this began with. */
    private boolean earlierWish;

    private Builder() {}

    private Builder(RecommendationRequest request) {
      super(request);
      user = request.user;
      history.addAll(request.history);
      group.addAll(request.group);
      groupRule = request.group.isEmpty() ? null : request.groupRule;
      seenIncluded = request.seenIncluded;
      wish = request.wish;
      earlierAsker = true;
      earlierWish = true;
    }

    @Override
    Builder self() {
      return this;
    }

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
      dropEarlierAsker();
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

    private void dropEarlierAsker() {
      if (earlierAsker) {
        user = null;
        history.clear();
        group.clear();
        groupRule = null;
        earlierAsker = false;
      }
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
      if (users.isEmpty()) {
        throw new IllegalArgumentException("the group is empty, expected one or more users");
      }
      dropEarlierAsker();
      if (user != null || !history.isEmpty()) {
        throw new IllegalStateException("a group and a single asker cannot both ask");
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
     * strategy that can {@link io.artrec.strategy.Capability#TEXT_QUERY}, as the text search of
     * artrec-text; the recommender refuses the request otherwise.
     *
     * @param words the wish, not blank
     * @return this builder
     */
    public Builder wish(String words) {
      if (words.isBlank()) {
        throw new IllegalArgumentException("the wish is blank; leave it out instead");
      }
      if (wish != null && !earlierWish) {
        throw new IllegalStateException(
            "the wish is '" + wish + "' already; '" + words + "' cannot be set, too");
      }
      wish = words;
      earlierWish = false;
      return this;
    }

    @Override
    public RecommendationRequest build() {
      if (groupRule != null && group.isEmpty()) {
        throw new IllegalStateException("groupRule " + groupRule + " is set without a group");
      }
      return new RecommendationRequest(this);
    }
  }
}
