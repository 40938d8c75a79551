package io.artrec.behavior;

import io.artrec.catalog.Catalog;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/**
 * Events indexed against a catalogue, by user and, within a user, by time. What strategies train
 * on. It adds 4 bytes an event to the columns of {@link Interactions}, which it shares. Immutable
 * and thread-safe.
 *
 * <p>Users are numbered by first appearance among the kept events. Events with works that the
 * catalogue does not hold are left out; {@link #leftOut()} counts them. Impressions are left out,
 * too: nobody learns from them. Positions 0 to {@code size() - 1} run through the users in order:
 * user {@code u} owns {@code begin(u)} to {@code end(u) - 1}, oldest first.
 */
public final class Dataset {
  private final Catalog catalog;
  private final Interactions interactions;
  private final int[] catalogIndexOf;
  private final String[] users;
  private final Object2IntOpenHashMap<String> userIndex;
  private final int[] offsets;
  private final int[] rows;
  private final int impressions;

  private Dataset(Catalog catalog, Interactions interactions) {
    this.catalog = catalog;
    this.interactions = interactions;
    catalogIndexOf = new int[interactions.artworkCount()];
    for (int artwork = 0; artwork < catalogIndexOf.length; artwork++) {
      catalogIndexOf[artwork] = catalog.indexOf(interactions.artworkId(artwork)).orElse(-1);
    }
    int[] counts = new int[interactions.userCount()];
    int kept = 0;
    int shown = 0;
    for (int row = 0; row < interactions.size(); row++) {
      shown += interactions.kind(row) == InteractionKind.IMPRESSION ? 1 : 0;
      if (isKept(row)) {
        counts[interactions.user(row)]++;
        kept++;
      }
    }
    int[] userOf = new int[counts.length];
    int userCount = 0;
    for (int user = 0; user < counts.length; user++) {
      userOf[user] = counts[user] > 0 ? userCount++ : -1;
    }
    users = new String[userCount];
    userIndex = new Object2IntOpenHashMap<>(userCount);
    userIndex.defaultReturnValue(-1);
    offsets = new int[userCount + 1];
    for (int user = 0; user < counts.length; user++) {
      int index = userOf[user];
      if (index >= 0) {
        users[index] = interactions.userId(user);
        userIndex.put(users[index], index);
        offsets[index + 1] = offsets[index] + counts[user];
      }
    }
    impressions = shown;
    rows = new int[kept];
    int[] next = offsets.clone();
    for (int row = 0; row < interactions.size(); row++) {
      if (isKept(row)) {
        rows[next[userOf[interactions.user(row)]]++] = row;
      }
    }
    sortByTime();
  }

  private Dataset(Dataset dataset, Catalog catalog) {
    this.catalog = catalog;
    interactions = dataset.interactions;
    catalogIndexOf = dataset.catalogIndexOf;
    users = dataset.users;
    userIndex = dataset.userIndex;
    offsets = dataset.offsets;
    rows = dataset.rows;
    impressions = dataset.impressions;
  }

  /**
   * Returns the same events over a catalogue that has changed. Cost O(1).
   *
   * @param changed what {@link Catalog#after} made of this catalogue: works keep their indices
   * @return the dataset; events with works that are new in it stay left out until indexed anew
   */
  public Dataset over(Catalog changed) {
    if (changed.size() < catalog.size()) {
      throw new IllegalArgumentException(
          "a catalogue of "
              + changed.size()
              + " works, expected the "
              + catalog.size()
              + " of the dataset and more");
    }
    return new Dataset(this, changed);
  }

  /**
   * Indexes events against a catalogue. Cost O(events), plus a sort within users whose events are
   * not in order of time.
   *
   * @param catalog the works
   * @param interactions the events
   * @return the dataset
   */
  public static Dataset of(Catalog catalog, Interactions interactions) {
    return new Dataset(catalog, interactions);
  }

  /** {@return the catalogue} */
  public Catalog catalog() {
    return catalog;
  }

  /** {@return the columns behind this dataset, left-out events included} */
  public Interactions interactions() {
    return interactions;
  }

  /**
   * Returns the number of events with works of the catalogue.
   *
   * @return the size
   */
  public int size() {
    return rows.length;
  }

  /**
   * {@return the number of events left out because the catalogue does not hold their artwork,
   * without impressions}
   */
  public int leftOut() {
    return interactions.size() - rows.length - impressions;
  }

  /** {@return the number of impressions, which are left out} */
  public int impressions() {
    return impressions;
  }

  /** {@return the number of users with at least one event} */
  public int userCount() {
    return users.length;
  }

  /**
   * {@return a user's id}
   *
   * @param user 0 to {@code userCount() - 1}
   */
  public String userId(int user) {
    return users[user];
  }

  /**
   * {@return the index, or empty when the user has no event here}
   *
   * @param id the user's id
   */
  public OptionalInt userIndex(String id) {
    int index = userIndex.getInt(id);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /**
   * Returns where a user's events begin.
   *
   * @param user the user
   * @return the first position
   */
  public int begin(int user) {
    return offsets[user];
  }

  /**
   * Returns where a user's events end.
   *
   * @param user the user
   * @return the position after the last
   */
  public int end(int user) {
    return offsets[user + 1];
  }

  /**
   * {@return the catalogue index of the artwork at a position}
   *
   * @param position 0 to {@code size() - 1}
   */
  public int artwork(int position) {
    return catalogIndexOf[interactions.artwork(rows[position])];
  }

  /**
   * {@return the kind at a position}
   *
   * @param position the position
   */
  public InteractionKind kind(int position) {
    return interactions.kind(rows[position]);
  }

  /**
   * {@return the value at a position}
   *
   * @param position the position
   */
  public float value(int position) {
    return interactions.value(rows[position]);
  }

  /**
   * Returns the time at a position.
   *
   * @param position the position
   * @return milliseconds since 1970-01-01T00:00Z, or {@link Interactions#NO_TIME}
   */
  public long epochMillis(int position) {
    return interactions.epochMillis(rows[position]);
  }

  /**
   * {@return the event at a position as an object}
   *
   * @param position the position
   */
  public Interaction event(int position) {
    return interactions.get(rows[position]);
  }

  /**
   * Returns a user's events.
   *
   * @param user the user
   * @return the history, oldest first
   */
  public History history(int user) {
    int from = offsets[user];
    int n = offsets[user + 1] - from;
    int[] artworks = new int[n];
    InteractionKind[] kinds = new InteractionKind[n];
    float[] values = new float[n];
    long[] times = new long[n];
    for (int event = 0; event < n; event++) {
      artworks[event] = artwork(from + event);
      kinds[event] = kind(from + event);
      values[event] = value(from + event);
      times[event] = epochMillis(from + event);
    }
    return new History(artworks, kinds, values, times);
  }

  /**
   * Returns one visitor's events, given as objects, as a history over a catalogue; their user ids
   * are not looked at.
   *
   * @param catalog the works
   * @param events the events in any order
   * @return the history; events with works that the catalogue does not hold are left out, and so
   *     are impressions
   */
  public static History historyOf(Catalog catalog, Collection<Interaction> events) {
    List<Interaction> known =
        events.stream()
            .filter(event -> !event.isImpression())
            .filter(event -> catalog.indexOf(event.artwork()).isPresent())
            .sorted((a, b) -> Long.compare(millis(a), millis(b)))
            .toList();
    int n = known.size();
    int[] artworks = new int[n];
    InteractionKind[] kinds = new InteractionKind[n];
    float[] values = new float[n];
    long[] times = new long[n];
    for (int event = 0; event < n; event++) {
      Interaction interaction = known.get(event);
      artworks[event] = catalog.requireIndex(interaction.artwork());
      kinds[event] = interaction.kind();
      values[event] = (float) interaction.value();
      times[event] = millis(interaction);
    }
    return new History(artworks, kinds, values, times);
  }

  private static long millis(Interaction event) {
    return event.time().map(java.time.Instant::toEpochMilli).orElse(Interactions.NO_TIME);
  }

  private boolean isKept(int row) {
    return interactions.kind(row) != InteractionKind.IMPRESSION
        && catalogIndexOf[interactions.artwork(row)] >= 0;
  }

  private void sortByTime() {
    for (int user = 0; user < users.length; user++) {
      boolean sorted = true;
      for (int p = offsets[user] + 1; p < offsets[user + 1] && sorted; p++) {
        sorted = epochMillis(p - 1) <= epochMillis(p);
      }
      if (!sorted) {
        IntArrays.mergeSort(
            rows,
            offsets[user],
            offsets[user + 1],
            (a, b) -> Long.compare(interactions.epochMillis(a), interactions.epochMillis(b)));
      }
    }
  }
}
