package io.artrec.text.wish;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the word that a misspelled one is meant for: one letter added, left out, changed or swapped
 * with its neighbor. Only long words of ASCII letters. Immutable.
 *
 * <p>Words are found by what is left of them without one letter (W. Garbe's symmetric deletes,
 * 2012): O(letters) look-ups a word.
 */
final class Spelling {
  private static final int SHORTEST = 7;
  private static final int LONGEST = 24;

  private final Map<String, List<String>> byRest = new HashMap<>();

  Spelling(Collection<String> words) {
    for (String word : new TreeSet<>(words)) {
      if (isFit(word)) {
        add(word, word);
        for (int i = 0; i < word.length(); i++) {
          add(without(word, i), word);
        }
      }
    }
  }

  private static boolean isFit(String word) {
    return word.length() >= SHORTEST
        && word.length() <= LONGEST
        && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private void add(String rest, String word) {
    byRest.merge(
        rest,
        List.of(word),
        (one, other) ->
            one.contains(word) ? one : Stream.concat(one.stream(), other.stream()).toList());
  }

  private static String without(String word, int at) {
    return word.substring(0, at) + word.substring(at + 1);
  }

  /** The words that are one slip away, in order. */
  List<String> meant(String word) {
    if (!isFit(word)) {
      return List.of();
    }
    Set<String> near = new TreeSet<>();
    collect(word, word, near);
    for (int i = 0; i < word.length(); i++) {
      collect(without(word, i), word, near);
    }
    return List.copyOf(near);
  }

  private void collect(String rest, String word, Set<String> near) {
    for (String candidate : byRest.getOrDefault(rest, List.of())) {
      if (isOneSlip(word, candidate)) {
        near.add(candidate);
      }
    }
  }

  private static boolean isOneSlip(String one, String other) {
    int from = 0;
    int shorter = Math.min(one.length(), other.length());
    while (from < shorter && one.charAt(from) == other.charAt(from)) {
      from++;
    }
    String a = one.substring(from);
    String b = other.substring(from);
    if (a.length() == b.length()) {
      boolean changed = a.length() > 0 && a.substring(1).equals(b.substring(1));
      boolean swapped =
          a.length() > 1
              && a.charAt(0) == b.charAt(1)
              && a.charAt(1) == b.charAt(0)
              && a.substring(2).equals(b.substring(2));
      return changed || swapped;
    }
    return a.length() > b.length() ? a.substring(1).equals(b) : b.substring(1).equals(a);
  }
}
