package io.artrec.behavior;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What one visitor did with works of one catalogue, oldest first; events without a time come first,
 * in the order given. That they were shown a work is no part of it. Immutable and thread-safe.
 */
public final class History {
  private static final History NONE =
      new History(new int[0], new InteractionKind[0], new float[0], new long[0]);

  private final int[] artworks;
  private final InteractionKind[] kinds;
  private final float[] values;
  private final long[] times;

  History(int[] artworks, InteractionKind[] kinds, float[] values, long[] times) {
    this.artworks = artworks;
    this.kinds = kinds;
    this.values = values;
    this.times = times;
  }

  /**
   * Returns a history without events.
   *
   * @return the empty history
   */
  public static History none() {
    return NONE;
  }

  /**
   * Returns the number of events.
   *
   * @return the size
   */
  public int size() {
    return artworks.length;
  }

  /**
   * {@return the catalogue index of an event's artwork}
   *
   * @param event 0 to {@code size() - 1}, oldest first
   */
  public int artwork(int event) {
    return artworks[event];
  }

  /**
   * {@return an event's kind}
   *
   * @param event the event
   */
  public InteractionKind kind(int event) {
    return kinds[event];
  }

  /**
   * {@return an event's value}
   *
   * @param event the event
   */
  public float value(int event) {
    return values[event];
  }

  /**
   * Returns an event's time.
   *
   * @param event the event
   * @return milliseconds since 1970-01-01T00:00Z, or {@link Interactions#NO_TIME}
   */
  public long epochMillis(int event) {
    return times[event];
  }

  /** Two of the same events are equal. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof History history
            && Arrays.equals(artworks, history.artworks)
            && Arrays.equals(kinds, history.kinds)
            && Arrays.equals(values, history.values)
            && Arrays.equals(times, history.times));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(artworks) + Arrays.hashCode(times);
  }

  /**
   * Returns the events with the first works of a catalogue alone.
   *
   * @param works how many works
   * @return this history when there are no others
   */
  public History first(int works) {
    int event = 0;
    while (event < artworks.length && artworks[event] < works) {
      event++;
    }
    return event == artworks.length ? this : kept(works);
  }

  private History kept(int works) {
    int[] kept = IntStream.range(0, size()).filter(event -> artworks[event] < works).toArray();
    History first =
        new History(
            new int[kept.length],
            new InteractionKind[kept.length],
            new float[kept.length],
            new long[kept.length]);
    for (int event = 0; event < kept.length; event++) {
      first.artworks[event] = artworks[kept[event]];
      first.kinds[event] = kinds[kept[event]];
      first.values[event] = values[kept[event]];
      first.times[event] = times[kept[event]];
    }
    return first;
  }

  /**
   * Returns this history followed by another's events, in order of time; at equal times this
   * history's come first.
   *
   * @param other events of the same visitor with works of the same catalogue
   * @return the joined history
   */
  public History plus(History other) {
    if (other.size() == 0) {
      return this;
    }
    if (size() == 0) {
      return other;
    }
    int n = size() + other.size();
    int[] joinedArtworks = Arrays.copyOf(artworks, n);
    InteractionKind[] joinedKinds = Arrays.copyOf(kinds, n);
    float[] joinedValues = Arrays.copyOf(values, n);
    long[] joinedTimes = Arrays.copyOf(times, n);
    int a = size() - 1;
    int b = other.size() - 1;
    for (int to = n - 1; b >= 0; to--) {
      boolean fromThis = a >= 0 && times[a] > other.times[b];
      History source = fromThis ? this : other;
      int from = fromThis ? a-- : b--;
      joinedArtworks[to] = source.artworks[from];
      joinedKinds[to] = source.kinds[from];
      joinedValues[to] = source.values[from];
      joinedTimes[to] = source.times[from];
    }
    return new History(joinedArtworks, joinedKinds, joinedValues, joinedTimes);
  }
}
