package io.artrec.strategy;

import io.artrec.behavior.History;
import io.artrec.behavior.Preferences;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Who is asking, as strategies see them. A visitor known from training and one who is not differ
 * only in {@link #user}; every strategy answers from {@link #history} and {@link #preferences},
 * which hold everything the visitor did up to now. Immutable and thread-safe; what strategies make
 * of the history is {@linkplain #remembered remembered}.
 */
public final class Query {
  private final OptionalInt user;
  private final History history;
  private final Preferences preferences;
  private final long nowMillis;
  private final long seed;
  private final Map<String, Double> facets;
  private final Optional<Wish> wish;
  private final Circumstances circumstances;
  private final Memory memory;

  private Query(Builder builder) {
    user = builder.user;
    history = builder.history;
    preferences = builder.preferences;
    nowMillis = builder.nowMillis;
    seed = builder.seed;
    facets = builder.facets;
    wish = builder.wish;
    circumstances = builder.circumstances;
    memory = builder.memory;
  }

  /**
   * Starts the query of somebody.
   *
   * @param history all events, oldest first, those recorded after training included
   * @param preferences what the preference model makes of the history
   * @return a builder
   */
  public static Builder builder(History history, Preferences preferences) {
    return new Builder(history, preferences);
  }

  /**
   * Returns who asks among those trained on.
   *
   * @return the index in the training dataset, or empty for somebody it does not hold
   */
  public OptionalInt user() {
    return user;
  }

  /**
   * Returns what the asker did.
   *
   * @return all events, oldest first
   */
  public History history() {
    return history;
  }

  /**
   * Returns what the asker is for and against.
   *
   * @return what the preference model makes of the history
   */
  public Preferences preferences() {
    return preferences;
  }

  /**
   * Returns the time of asking.
   *
   * @return milliseconds since 1970-01-01T00:00Z
   */
  public long nowMillis() {
    return nowMillis;
  }

  /**
   * Returns what decides over what is left to chance.
   *
   * @return the seed; the same for the same request
   */
  public long seed() {
    return seed;
  }

  /**
   * Returns weights that replace the features' own.
   *
   * @return weights by feature name or facet; empty for the usual ones
   */
  public Map<String, Double> facets() {
    return facets;
  }

  /**
   * Returns what the asker said they would like, read by strategies that can {@link
   * Capability#TEXT_QUERY}.
   *
   * @return the wish, or empty
   */
  public Optional<Wish> wish() {
    return wish;
  }

  /**
   * Returns what is known of the asking beside who asks.
   *
   * @return language, tag, variant, and what arms earned
   */
  public Circumstances circumstances() {
    return circumstances;
  }

  /**
   * {@return what was made of this history and these preferences before, in this request or an
   * earlier one of the same visitor, or makes it} What depends on time, seed, facets, wish or
   * circumstances must not be remembered here ({@link Wish#remembered} is for words).
   *
   * @param key what is asked for; held by the scorer
   * @param how makes it of {@link #history} and {@link #preferences} alone
   * @param <T> its type
   */
  public <T> T remembered(Memory.Key<T> key, Supplier<T> how) {
    return memory.get(key, how);
  }

  /**
   * Starts a query like this one.
   *
   * @return a builder that holds what this query does
   */
  public Builder toBuilder() {
    Builder builder = new Builder(history, preferences).memory(memory);
    builder.user = user;
    builder.nowMillis = nowMillis;
    builder.seed = seed;
    builder.facets = facets;
    builder.wish = wish;
    builder.circumstances = circumstances;
    return builder;
  }

  /** Puts a query together. Not thread-safe. */
  public static final class Builder {
    private final History history;
    private final Preferences preferences;
    private OptionalInt user = OptionalInt.empty();
    private long nowMillis;
    private long seed;
    private Map<String, Double> facets = Map.of();
    private Optional<Wish> wish = Optional.empty();
    private Circumstances circumstances = Circumstances.none();
    private Memory memory = new Memory();

    private Builder(History history, Preferences preferences) {
      this.history = Objects.requireNonNull(history, "history");
      this.preferences = Objects.requireNonNull(preferences, "preferences");
    }

    /**
     * Says who asks among those trained on; nobody unless said.
     *
     * @param index the index in the training dataset, or empty for somebody it does not hold
     * @return this builder
     */
    public Builder user(OptionalInt index) {
      user = Objects.requireNonNull(index, "index");
      return this;
    }

    /**
     * Says when is asked; 1970-01-01T00:00Z unless said.
     *
     * @param millis milliseconds since then
     * @return this builder
     */
    public Builder nowMillis(long millis) {
      nowMillis = millis;
      return this;
    }

    /**
     * Says what decides over what is left to chance; 0 unless said.
     *
     * @param chance the seed
     * @return this builder
     */
    public Builder seed(long chance) {
      seed = chance;
      return this;
    }

    /**
     * Says which weights replace the features' own; none unless said.
     *
     * @param weights weights by feature name or facet
     * @return this builder
     */
    public Builder facets(Map<String, Double> weights) {
      facets = Map.copyOf(weights);
      return this;
    }

    /**
     * Says what the asker would like; nothing unless said.
     *
     * @param wished the wish, or empty
     * @return this builder
     */
    public Builder wish(Optional<Wish> wished) {
      wish = Objects.requireNonNull(wished, "wished");
      return this;
    }

    /**
     * Says what is known of the asking; nothing unless said.
     *
     * @param known language, tag, variant, and what arms earned
     * @return this builder
     */
    public Builder circumstances(Circumstances known) {
      circumstances = Objects.requireNonNull(known, "known");
      return this;
    }

    /**
     * Says what was made of the same history and preferences before; nothing unless said.
     *
     * @param kept a memory of them alone
     * @return this builder
     */
    public Builder memory(Memory kept) {
      memory = Objects.requireNonNull(kept, "kept");
      return this;
    }

    /** {@return the query} */
    public Query build() {
      return new Query(this);
    }
  }
}
