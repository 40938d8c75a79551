package io.artrec.live.internal;

import io.artrec.behavior.ExplicitPreferences;
import io.artrec.behavior.Stance;
import io.artrec.catalog.Trait;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What visitors follow and block. Thread-safe: a reader sees a visitor's choices up to some choice,
 * and never waits.
 */
public final class LivePreferences {
  private final ConcurrentHashMap<String, ExplicitPreferences> byUser = new ConcurrentHashMap<>();

  /** Starts with nobody's. */
  public LivePreferences() {}

  /**
   * Returns what a visitor chose.
   *
   * @param user the visitor's id
   * @return the preferences; empty ones for somebody who chose nothing
   */
  public ExplicitPreferences of(String user) {
    return byUser.getOrDefault(user, ExplicitPreferences.none());
  }

  /**
   * Takes in a choice.
   *
   * @param user the visitor's id
   * @param trait what it is about
   * @param stance what was chosen
   */
  public void put(String user, Trait trait, Stance stance) {
    byUser.compute(
        user,
        (id, before) -> {
          ExplicitPreferences after =
              (before == null ? ExplicitPreferences.none() : before).with(trait, stance);
          return after.isEmpty() ? null : after;
        });
  }

  /**
   * Takes in what a visitor chose elsewhere; what they chose here about other traits stays.
   *
   * @param user the visitor's id
   * @param preferences what they chose
   */
  public void putAll(String user, ExplicitPreferences preferences) {
    preferences.followed().forEach(trait -> put(user, trait, Stance.FOLLOWED));
    preferences.blocked().forEach(trait -> put(user, trait, Stance.BLOCKED));
  }

  /**
   * Drops a visitor's choices.
   *
   * @param user the visitor's id
   * @return whether there were any
   */
  public boolean remove(String user) {
    return byUser.remove(user) != null;
  }

  /**
   * Returns who chose something.
   *
   * @return the visitors' ids, as they are now
   */
  public Set<String> users() {
    return Set.copyOf(byUser.keySet());
  }

  /**
   * Returns all choices.
   *
   * @return a copy, by visitor
   */
  public Map<String, ExplicitPreferences> copy() {
    return new TreeMap<>(byUser);
  }
}
