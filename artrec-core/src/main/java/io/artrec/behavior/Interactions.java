package io.artrec.behavior;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events in columns: 21 bytes an event plus each id once, no object per event. Immutable and
 * thread-safe once built.
 *
 * <p>Users and artworks are numbered here in order of first appearance; these numbers are local to
 * this object ({@link Dataset} maps artworks to the catalogue's indices). Comments and event ids
 * are kept beside the columns for the events that have them.
 */
public final class Interactions {
  /** The {@link #epochMillis} of an event without a time. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private static final int CHUNK_BITS = 16;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int MASK = CHUNK - 1;

  private final int size;
  private final String[] users;
  private final String[] artworks;
  private final int[][] userOf;
  private final int[][] artworkOf;
  private final byte[][] kindOf;
  private final float[][] valueOf;
  private final long[][] timeOf;
  private final Int2ObjectOpenHashMap<String> comments;
  private final Int2ObjectOpenHashMap<String> eventIds;

  private Interactions(Builder builder) {
    size = builder.size;
    users = builder.users.toArray(new String[0]);
    artworks = builder.artworks.toArray(new String[0]);
    userOf = builder.userOf.toArray(new int[0][]);
    artworkOf = builder.artworkOf.toArray(new int[0][]);
    kindOf = builder.kindOf.toArray(new byte[0][]);
    valueOf = builder.valueOf.toArray(new float[0][]);
    timeOf = builder.timeOf.toArray(new long[0][]);
    comments = builder.comments;
    eventIds = builder.eventIds;
  }

  /**
   * Starts collecting events.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return the given events in columns, in their order}
   *
   * @param events the events
   */
  public static Interactions of(Collection<Interaction> events) {
    Builder builder = builder();
    events.forEach(builder::add);
    return builder.build();
  }

  /**
   * Returns no events.
   *
   * @return an empty object
   */
  public static Interactions none() {
    return builder().build();
  }

  /**
   * Returns the number of events.
   *
   * @return the size
   */
  public int size() {
    return size;
  }

  /** {@return the number of distinct users} */
  public int userCount() {
    return users.length;
  }

  /** {@return the number of distinct artworks, known to a catalogue or not} */
  public int artworkCount() {
    return artworks.length;
  }

  /**
   * {@return a user's id}
   *
   * @param user the local number, 0 to {@code userCount() - 1}
   */
  public String userId(int user) {
    return users[user];
  }

  /**
   * {@return an artwork's id}
   *
   * @param artwork the local number, 0 to {@code artworkCount() - 1}
   */
  public String artworkId(int artwork) {
    return artworks[artwork];
  }

  /**
   * {@return the local number of an event's user}
   *
   * @param row the event, 0 to {@code size() - 1}
   */
  public int user(int row) {
    return userOf[row >> CHUNK_BITS][row & MASK];
  }

  /**
   * {@return the local number of an event's artwork}
   *
   * @param row the event
   */
  public int artwork(int row) {
    return artworkOf[row >> CHUNK_BITS][row & MASK];
  }

  /**
   * {@return an event's kind}
   *
   * @param row the event
   */
  public InteractionKind kind(int row) {
    return InteractionKind.ofTag(kindOf[row >> CHUNK_BITS][row & MASK]);
  }

  /**
   * {@return an event's value, finite}
   *
   * @param row the event
   */
  public float value(int row) {
    return valueOf[row >> CHUNK_BITS][row & MASK];
  }

  /**
   * Returns an event's time.
   *
   * @param row the event
   * @return milliseconds since 1970-01-01T00:00Z, or {@link #NO_TIME}
   */
  public long epochMillis(int row) {
    return timeOf[row >> CHUNK_BITS][row & MASK];
  }

  /**
   * Returns an event's comment.
   *
   * @param row the event
   * @return the visitor's words
   */
  public Optional<String> comment(int row) {
    return Optional.ofNullable(comments.get(row));
  }

  /**
   * {@return an event's id}
   *
   * @param row the event
   */
  public Optional<String> eventId(int row) {
    return Optional.ofNullable(eventIds.get(row));
  }

  /**
   * {@return one event as an object}
   *
   * @param row the event
   */
  public Interaction get(int row) {
    long time = epochMillis(row);
    return new Interaction(
        users[user(row)],
        artworks[artwork(row)],
        kind(row),
        value(row),
        time == NO_TIME ? Optional.empty() : Optional.of(Instant.ofEpochMilli(time)),
        comment(row),
        eventId(row));
  }

  /**
   * Returns the events as objects, made one by one.
   *
   * @return a stream in row order
   */
  public Stream<Interaction> stream() {
    return IntStream.range(0, size).mapToObj(this::get);
  }

  /**
   * Returns a copy with some of the events; ids that no kept event has are gone from it.
   *
   * @param kept tells by row which events to keep
   * @return the kept events in their order
   */
  public Interactions filter(IntPredicate kept) {
    Builder builder = builder();
    for (int row = 0; row < size; row++) {
      if (kept.test(row)) {
        builder.addFrom(this, row);
      }
    }
    return builder.build();
  }

  /** Collects events into columns. Not thread-safe; usable once. */
  public static final class Builder {
    private int size;
    private final List<String> users = new ArrayList<>();
    private final List<String> artworks = new ArrayList<>();
    private final Object2IntOpenHashMap<String> userNumbers = new Object2IntOpenHashMap<>();
    private final Object2IntOpenHashMap<String> artworkNumbers = new Object2IntOpenHashMap<>();
    private final List<int[]> userOf = new ArrayList<>();
    private final List<int[]> artworkOf = new ArrayList<>();
    private final List<byte[]> kindOf = new ArrayList<>();
    private final List<float[]> valueOf = new ArrayList<>();
    private final List<long[]> timeOf = new ArrayList<>();
    private final Int2ObjectOpenHashMap<String> comments = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<String> eventIds = new Int2ObjectOpenHashMap<>();
    private boolean built;

    private Builder() {
      userNumbers.defaultReturnValue(-1);
      artworkNumbers.defaultReturnValue(-1);
    }

    /**
     * Adds an event.
     *
     * @param event the event
     * @return this builder
     */
    public Builder add(Interaction event) {
      return add(
          event.user(),
          event.artwork(),
          event.kind(),
          (float) event.value(),
          event.time().map(Instant::toEpochMilli).orElse(NO_TIME),
          event.comment().orElse(null),
          event.eventId().orElse(null));
    }

    /**
     * Adds an event without making an object for it.
     *
     * @param user the visitor's id, not blank
     * @param artwork the artwork's id, not blank
     * @param kind what was done
     * @param value the rating, or how strongly; finite
     * @param epochMillis when, or {@link Interactions#NO_TIME}
     * @return this builder
     */
    public Builder add(
        String user, String artwork, InteractionKind kind, float value, long epochMillis) {
      return add(user, artwork, kind, value, epochMillis, null, null);
    }

    /**
     * Returns the number of events added so far.
     *
     * @return the size
     */
    public int size() {
      return size;
    }

    /**
     * Finishes the columns; the builder cannot be used afterwards.
     *
     * @return the events
     */
    public Interactions build() {
      requireOpen();
      built = true;
      return new Interactions(this);
    }

    /**
     * Adds an event of other columns, without making an object for it.
     *
     * @param source the other columns
     * @param row the event
     * @return this builder
     */
    public Builder addFrom(Interactions source, int row) {
      return addFrom(source, row, source.value(row));
    }

    /**
     * Adds an event of other columns with another value, without making an object for it.
     *
     * @param source the other columns
     * @param row the event
     * @param value the value it gets here; finite
     * @return this builder
     */
    public Builder addFrom(Interactions source, int row, float value) {
      return add(
          source.users[source.user(row)],
          source.artworks[source.artwork(row)],
          source.kind(row),
          value,
          source.epochMillis(row),
          source.comments.get(row),
          source.eventIds.get(row));
    }

    /**
     * Adds an event with comment and event id without making an object for it.
     *
     * @param user the visitor's id, not blank
     * @param artwork the artwork's id, not blank
     * @param kind what was done
     * @param value the rating, or how strongly; finite
     * @param epochMillis when, or {@link Interactions#NO_TIME}
     * @param comment the visitor's words, or null
     * @param eventId the event id, or null
     * @return this builder
     */
    public Builder add(
        String user,
        String artwork,
        InteractionKind kind,
        float value,
        long epochMillis,
        @Nullable String comment,
        @Nullable String eventId) {
      requireOpen();
      if (user.isBlank() || artwork.isBlank() || !Float.isFinite(value)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "interaction of user '%s' with artwork '%s' of value %s: ids must be non-blank, the value finite",
                user,
                artwork,
                value));
      }
      if (epochMillis != NO_TIME && !EventTime.isUsable(epochMillis)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "interaction of user '%s' with artwork '%s' at %d ms since 1970: expected a time in the"
                    + " years 1 to 9999, or NO_TIME",
                user,
                artwork,
                epochMillis));
      }
      if (size == Integer.MAX_VALUE) {
        throw new IllegalStateException("2,147,483,647 interactions are the most one object holds");
      }
      int at = size & MASK;
      if (at == 0) {
        userOf.add(new int[CHUNK]);
        artworkOf.add(new int[CHUNK]);
        kindOf.add(new byte[CHUNK]);
        valueOf.add(new float[CHUNK]);
        timeOf.add(new long[CHUNK]);
      }
      int chunk = size >> CHUNK_BITS;
      userOf.get(chunk)[at] = number(user, users, userNumbers);
      artworkOf.get(chunk)[at] = number(artwork, artworks, artworkNumbers);
      kindOf.get(chunk)[at] = kind.tag();
      valueOf.get(chunk)[at] = value;
      timeOf.get(chunk)[at] = epochMillis;
      if (comment != null) {
        comments.put(size, comment);
      }
      if (eventId != null) {
        eventIds.put(size, eventId);
      }
      size++;
      return this;
    }

    private void requireOpen() {
      if (built) {
        throw new IllegalStateException(
            "this builder has built its interactions; start another one");
      }
    }

    private static int number(String id, List<String> ids, Object2IntOpenHashMap<String> numbers) {
      int number = numbers.getInt(id);
      if (number < 0) {
        number = ids.size();
        ids.add(id);
        numbers.put(id, number);
      }
      return number;
    }
  }
}
