package io.artrec.llm.explain.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a sentence says no more than another. It may hold the other's words, words that
 * claim nothing, and words of one meaning with some of the other's; so there is no name, number,
 * subject or praise that was not there. What stands in quotation marks, and names of several words,
 * are as they were, and none of these, nor any other word that claims something, is left out.
 * Chinese, which has no spaces, must be covered by such words and by pieces of two characters and
 * more of the other.
 *
 * <p>Immutable and thread-safe. O(characters²) in runs of Chinese characters, whose length is
 * bounded.
 */
final class ReasonWords {
  private static final ReasonWords STANDARD = bundled("reason-words.txt");
  private static final int EXTRA_CHARS = 60;
  private static final int LONGEST_HAN = 12;
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}]]+(?:['’][\\p{L}\\p{M}&&[^\\p{IsHan}]]+)*");
  private static final Pattern QUOTED =
      Pattern.compile("[“\"«‘「『《〈]([^“”\"«»‘’「」『』《》〈〉]{1,300})[”\"»’」』》〉]");
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’-]*(?:[ .]{1,2}\\p{Lu}[\\p{L}\\p{M}'’-]*)+");
  private static final Pattern AGAINST =
      Pattern.compile(
          "(?i)(?<![\\p{L}])(?:not|no|nothing|never|without|unlike|though|perhaps)(?![\\p{L}])"
              + "|[不没未无非]|并非|也许");

  private final Set<String> free = new HashSet<>();
  private final List<Set<String>> meanings = new ArrayList<>();

  private ReasonWords() {}

  static ReasonWords standard() {
    return STANDARD;
  }

  private static ReasonWords bundled(String file) {
    try (InputStream in = Objects.requireNonNull(ReasonWords.class.getResourceAsStream(file))) {
      ReasonWords words = new ReasonWords();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(words::add);
      return words;
    } catch (IOException e) {
      throw new IllegalStateException("reading " + file + " from the library's jar", e);
    }
  }

  private void add(String line) {
    boolean oneMeaning = line.startsWith("=");
    List<String> words = Arrays.asList((oneMeaning ? line.substring(1) : line).strip().split(" +"));
    if (oneMeaning) {
      meanings.add(Set.copyOf(words));
    } else {
      free.addAll(words);
    }
  }

  /** Whether a reason speaks against something or doubts, which other words could turn round. */
  static boolean speaksAgainst(String reason) {
    return AGAINST.matcher(reason).find();
  }

  /** Whether a sentence says nothing beyond a reason. */
  boolean isHeldBy(String reason, String sentence) {
    if (sentence.isBlank()
        || sentence.lines().count() > 1
        || sentence.length() > 2 * reason.length() + EXTRA_CHARS
        || speaksAgainst(sentence)) {
      return false;
    }
    Set<String> known = words(reason);
    Set<String> allowed = allowed(reason, known);
    return WORD.matcher(sentence)
            .results()
            .map(MatchResult::group)
            .map(ReasonWords::plain)
            .allMatch(allowed::contains)
        && HAN.matcher(sentence).results().allMatch(run -> isCovered(run.group(), reason, allowed))
        && QUOTED.matcher(sentence).results().allMatch(quote -> reason.contains(quote.group(1)))
        && areKept(sentence, reason)
        && isWhole(reason, known, sentence);
  }

  /** Whether what a reason claims in words that have no others of their meaning is all there. */
  private boolean isWhole(String reason, Set<String> known, String sentence) {
    Set<String> said = words(sentence);
    return QUOTED.matcher(reason).results().allMatch(quote -> sentence.contains(quote.group(1)))
        && known.stream()
            .allMatch(
                word ->
                    said.contains(word)
                        || free.contains(word)
                        || meanings.stream().anyMatch(meaning -> meaning.contains(word)));
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    WORD.matcher(text).results().forEach(word -> words.add(plain(word.group())));
    return words;
  }

  /** Lower case, and without the ending of a genitive. */
  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceFirst("['’]s?$", "");
  }

  private Set<String> allowed(String reason, Set<String> known) {
    Set<String> allowed = new HashSet<>(free);
    allowed.addAll(known);
    for (Set<String> meaning : meanings) {
      boolean held =
          meaning.stream()
              .anyMatch(
                  word ->
                      known.contains(word)
                          || (HAN.matcher(word).matches() && reason.contains(word)));
      if (held) {
        allowed.addAll(meaning);
      }
    }
    return allowed;
  }

  private static boolean isCovered(String run, String reason, Set<String> allowed) {
    boolean[] reached = new boolean[run.length() + 1];
    reached[0] = true;
    for (int from = 0; from < run.length(); from++) {
      for (int to = from + 1; reached[from] && to <= run.length(); to++) {
        String piece = run.substring(from, to);
        boolean held = to - from >= 2 && reason.contains(piece);
        if (held || allowed.contains(piece)) {
          reached[to] = true;
        } else if (to - from >= LONGEST_HAN) {
          break;
        }
      }
    }
    return reached[run.length()];
  }

  /** Whether names of several words stand in the reason as they do here. */
  private boolean areKept(String sentence, String reason) {
    Matcher names = NAME.matcher(sentence);
    while (names.find()) {
      String name = names.group();
      boolean begins = sentence.substring(0, names.start()).isBlank();
      int second = name.indexOf(' ') + 1;
      boolean opens = begins && second > 0 && free.contains(plain(name.substring(0, second - 1)));
      if (!reason.contains(plainName(opens ? name.substring(second) : name))) {
        return false;
      }
    }
    return true;
  }

  private static String plainName(String name) {
    return name.replaceFirst("['’]s?$", "");
  }
}
