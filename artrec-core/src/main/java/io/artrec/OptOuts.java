package io.artrec;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Who has opted out, by pseudonym. What was said under the key of the log in use goes before what a
 * model file of another log says. Thread-safe.
 */
final class OptOuts {
  private final String key;
  private final UnaryOperator<String> pseudonym;

  /** By key, whether who a pseudonym stands for is out. */
  private final Map<String, Map<String, Boolean>> byKey = new ConcurrentHashMap<>();

  /**
   * Creates a memory of nobody.
   *
   * @param key what this recommender's pseudonyms are made with
   * @param pseudonym makes them
   */
  OptOuts(String key, UnaryOperator<String> pseudonym) {
    this.key = key;
    this.pseudonym = pseudonym;
  }

  boolean contains(String user) {
    if (byKey.isEmpty()) {
      return false;
    }
    Boolean own = byKey.getOrDefault(key, Map.of()).get(pseudonym.apply(user));
    if (own != null) {
      return own;
    }
    return byKey.entrySet().stream()
        .anyMatch(
            other ->
                !other.getKey().equals(key)
                    && other.getValue().getOrDefault(KeyedHash.of(other.getKey(), user), false));
  }

  /** Under this recommender's key. */
  void put(String ownPseudonym, boolean out) {
    put(key, ownPseudonym, out);
  }

  void put(String ofKey, String itsPseudonym, boolean out) {
    byKey.computeIfAbsent(ofKey, other -> new ConcurrentHashMap<>()).put(itsPseudonym, out);
  }

  /** A copy, by key and pseudonym. */
  Map<String, Map<String, Boolean>> copy() {
    Map<String, Map<String, Boolean>> copy = new TreeMap<>();
    byKey.forEach((ofKey, outs) -> copy.put(ofKey, new TreeMap<>(outs)));
    return copy;
  }
}
