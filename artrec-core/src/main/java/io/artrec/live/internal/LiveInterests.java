package io.artrec.live.internal;

import io.artrec.behavior.Interest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What visitors are interested in. Thread-safe: a reader sees a visitor's interests as they were
 * after some change, and never waits.
 */
public final class LiveInterests {
  private final ConcurrentHashMap<String, HeldInterests> byUser = new ConcurrentHashMap<>();

  /** Starts with nobody's. */
  public LiveInterests() {}

  /**
   * Returns what is held of a visitor.
   *
   * @param user the visitor's id
   * @return the interests; none for somebody unknown
   */
  public HeldInterests of(String user) {
    return byUser.getOrDefault(user, HeldInterests.none());
  }

  /**
   * Changes what is held of a visitor, in one step.
   *
   * @param user the visitor's id
   * @param change makes what is held of what was
   */
  public void change(String user, UnaryOperator<HeldInterests> change) {
    byUser.compute(
        user,
        (id, before) -> {
          HeldInterests after = change.apply(before == null ? HeldInterests.none() : before);
          return after.interests().isEmpty() ? null : after;
        });
  }

  /**
   * Drops some interests of a visitor.
   *
   * @param user the visitor's id
   * @param gone which go
   * @return whether there were any
   */
  public boolean removeIf(String user, Predicate<Interest> gone) {
    boolean any = of(user).interests().stream().anyMatch(gone);
    if (any) {
      change(user, held -> held.without(gone));
    }
    return any;
  }

  /**
   * Drops some interests of everybody.
   *
   * @param gone which go
   * @return whether there were any
   */
  public boolean removeIf(Predicate<Interest> gone) {
    boolean any = false;
    for (String user : users()) {
      any |= removeIf(user, gone);
    }
    return any;
  }

  /**
   * Drops all of a visitor.
   *
   * @param user the visitor's id
   * @return whether there was anything
   */
  public boolean remove(String user) {
    return byUser.remove(user) != null;
  }

  /**
   * Returns of whom something is held.
   *
   * @return the visitors' ids, as they are now
   */
  public Set<String> users() {
    return Set.copyOf(byUser.keySet());
  }

  /**
   * Returns all of it.
   *
   * @return a copy, by visitor
   */
  public Map<String, HeldInterests> copy() {
    return new TreeMap<>(byUser);
  }
}
