package io.artrec.error.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which known names a mistaken one may mean: those that are the same but for case and hyphens, that
 * have it as one of their words or as their beginning, or that a few letters set right.
 */
public final class NearNames {
  private static final int MOST = 3;
  private static final int LONGEST = 200;
  private static final int SHORTEST_BEGINNING = 3;

  private NearNames() {}

  private record Near(String name, int distance) {}

  /**
   * {@return what a message may end with: {@code "; did you mean ease or slim?"}, or nothing}
   *
   * @param given the name that is unknown
   * @param known the names there are
   */
  public static String question(String given, Collection<String> known) {
    return question(given, known, UnaryOperator.identity());
  }

  /**
   * {@return what a message may end with}
   *
   * @param given the name that is unknown
   * @param known the names there are
   * @param written how a name is to be written
   */
  public static String question(
      String given, Collection<String> known, UnaryOperator<String> written) {
    List<String> near = of(given, known).stream().map(written).toList();
    if (near.isEmpty()) {
      return "";
    }
    String last = near.get(near.size() - 1);
    String others = String.join(", ", near.subList(0, near.size() - 1));
    return "; did you mean " + (others.isEmpty() ? "" : others + " or ") + last + "?";
  }

  /**
   * {@return the names that may be meant, the nearest first, at most three; of equally near ones
   * the first in alphabetical order}
   *
   * @param given the name that is unknown
   * @param known the names there are
   */
  public static List<String> of(String given, Collection<String> known) {
    String word = given.strip();
    if (word.isEmpty() || word.length() > LONGEST) {
      return List.of();
    }
    List<Near> near = new ArrayList<>();
    for (String name : known) {
      int distance = farness(word, name);
      if (distance >= 0) {
        near.add(new Near(name, distance));
      }
    }
    return near.stream()
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(MOST)
        .map(Near::name)
        .toList();
  }

  /**
   * 0 for the same but for writing, 1 for a word of the name, 2 and more for letters; -1 for no.
   */
  private static int farness(String given, String name) {
    String word = letters(given);
    String whole = letters(name);
    if (word.equals(whole)) {
      return 0;
    }
    if (words(name).contains(word)
        || (word.length() >= SHORTEST_BEGINNING && whole.startsWith(word))) {
      return 1;
    }
    int distance = distance(word, whole);
    return distance <= Math.max(1, Math.min(word.length(), whole.length()) / 3) ? 1 + distance : -1;
  }

  private static String letters(String name) {
    return words(name).stream().collect(Collectors.joining());
  }

  /** The words of {@code item-knn}, {@code item_knn} and {@code itemKnn}. */
  private static List<String> words(String name) {
    return List.of(
        name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1-$2").toLowerCase(Locale.ROOT).split("[-_ ]+"));
  }

  /**
   * {@return how many characters must be put in, left out or changed to make one text of another
   * (Levenshtein)} O(|a| · |b|).
   *
   * @param a a text
   * @param b another
   */
  public static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
