package io.artrec.text.keyword;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells English verbs by their form, for want of a tagger. A word in {@code -ed} or {@code -ing}
 * may be an adjective before a noun ({@code painted panel}) and is mostly a verb after one ({@code
 * suitor strived}), so a phrase may begin with it and not go on with it.
 */
final class VerbForms {
  private static final Set<String> VERBS = read("english-verbs.txt");
  private static final Set<String> NOUNS = read("english-ing-nouns.txt");
  private static final int SHORTEST = 5;

  private VerbForms() {}

  /** Tells whether a word is a verb that can be no part of a keyword. */
  static boolean isVerb(String word) {
    return VERBS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Tells whether a word can only begin a phrase. */
  static boolean isParticiple(String word) {
    if (word.length() < SHORTEST || !Character.isLowerCase(word.charAt(0))) {
      return false;
    }
    boolean past = word.endsWith("ed") && !word.endsWith("eed");
    boolean present = word.endsWith("ing") && !NOUNS.contains(word);
    return past || present;
  }

  private static Set<String> read(String file) {
    try (InputStream in = Objects.requireNonNull(VerbForms.class.getResourceAsStream(file), file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new IllegalStateException("reading " + file + " from the library's jar", e);
    }
  }
}
