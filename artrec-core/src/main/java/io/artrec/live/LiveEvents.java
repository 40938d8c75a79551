package io.artrec.live;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Events recorded since training, by visitor. Thread-safe: a reader sees a visitor's events up to
 * some event, never half of one.
 */
public final class LiveEvents {
  private record OfUser(List<Interaction> events, History history) {}

  private final Catalog catalog;
  private final ConcurrentHashMap<String, OfUser> byUser = new ConcurrentHashMap<>();

  /**
   * Creates an empty collection.
   *
   * @param catalog the works, all of which the events' artworks must be among
   */
  public LiveEvents(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Adds an event. Cost O(the visitor's live events).
   *
   * @param event an event with a time
   */
  public void add(Interaction event) {
    byUser.merge(
        event.user(),
        new OfUser(List.of(event), Dataset.historyOf(catalog, List.of(event))),
        (earlier, one) -> {
          List<Interaction> events = new ArrayList<>(earlier.events());
          events.add(event);
          return new OfUser(List.copyOf(events), earlier.history().plus(one.history()));
        });
  }

  /**
   * Returns a visitor's events.
   *
   * @param user the visitor's id
   * @return the history, oldest first; empty for a visitor without events
   */
  public History history(String user) {
    OfUser ofUser = byUser.get(user);
    return ofUser == null ? History.none() : ofUser.history();
  }

  /**
   * Tells whether a visitor has events here.
   *
   * @param user the visitor's id
   * @return true when there is at least one
   */
  public boolean contains(String user) {
    return byUser.containsKey(user);
  }

  /**
   * Returns all events, in order of visitor id and, within a visitor, of recording.
   *
   * @return a copy
   */
  public Collection<Interaction> all() {
    return byUser.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(entry -> entry.getValue().events().stream())
        .toList();
  }

  /**
   * Removes a visitor's events.
   *
   * @param user the visitor's id
   * @return how many were removed
   */
  public int remove(String user) {
    OfUser removed = byUser.remove(user);
    return removed == null ? 0 : removed.events().size();
  }

  /**
   * Returns the number of events.
   *
   * @return the size
   */
  public int size() {
    return byUser.values().stream().mapToInt(ofUser -> ofUser.events().size()).sum();
  }
}
