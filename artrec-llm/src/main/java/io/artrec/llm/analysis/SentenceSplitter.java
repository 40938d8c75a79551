package io.artrec.llm.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits texts into sentences, by rules that read Latin and Chinese punctuation alike and do not
 * depend on the platform's locale data. Immutable and thread-safe; O(characters).
 *
 * <p>A sentence ends after {@code 。 ！ ？ ｡ । ؟ ۔ …}, wherever they stand; after {@code . ! ?} when
 * white space or the end follows and what comes next does not begin in lower case; and at an empty
 * line. Closing quotes and brackets stay with the sentence they close. A full stop ends nothing
 * after an initial ({@code J. M. W. Turner}), after an abbreviation that stands before a name
 * ({@code Mr. Dr. St.}), and before a digit after an abbreviation that stands before one ({@code c.
 * 1850, no. 7, fig. 2}). The abbreviations are English; others can be added.
 */
public final class SentenceSplitter {
  private static final String ALWAYS = "。！？｡।؟۔…";
  private static final String SPACED = ".!?";
  private static final String CLOSING = "\"'”’»)]}」』）】》〉";
  private static final Set<String> BEFORE_NAMES =
      Set.of(
          "mr", "mrs", "ms", "mx", "dr", "prof", "st", "ste", "sir", "fr", "rev", "hon", "capt",
          "col", "gen", "lt", "sgt", "gov", "sen", "rep", "pres", "messrs", "mme", "mlle", "sig",
          "vs", "cf", "e.g", "i.e", "viz", "attrib", "attr", "mt", "ft");
  private static final Set<String> BEFORE_NUMBERS =
      Set.of(
          "c", "ca", "circa", "no", "nos", "nr", "fig", "figs", "pl", "pls", "cat", "vol", "vols",
          "p", "pp", "ch", "ed", "inv", "ill", "col", "acc", "jan", "feb", "mar", "apr", "jun",
          "jul", "aug", "sep", "sept", "oct", "nov", "dec", "b", "d", "fl", "r", "approx", "op");
  private static final int LONGEST_ABBREVIATION = 12;
  private static final SentenceSplitter STANDARD = new SentenceSplitter(Set.of());

  private final Set<String> abbreviations;

  private SentenceSplitter(Set<String> abbreviations) {
    this.abbreviations = abbreviations;
  }

  /**
   * Returns the splitter for English, Chinese and what is written like them.
   *
   * @return the standard splitter
   */
  public static SentenceSplitter standard() {
    return STANDARD;
  }

  /**
   * Returns this splitter with more abbreviations that never end a sentence.
   *
   * @param more the abbreviations, with or without their last full stop, in any case
   * @return the changed splitter
   */
  public SentenceSplitter abbreviations(Set<String> more) {
    Set<String> all = new HashSet<>(abbreviations);
    for (String one : more) {
      String plain = one.strip().toLowerCase(Locale.ROOT);
      String stem = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
      if (stem.isEmpty() || stem.length() > LONGEST_ABBREVIATION) {
        throw new IllegalArgumentException(
            "abbreviation '" + one + "': expected 1 to " + LONGEST_ABBREVIATION + " characters");
      }
      all.add(stem);
    }
    return new SentenceSplitter(Set.copyOf(all));
  }

  /**
   * Splits a text.
   *
   * @param text any text; not cleaned here
   * @return its sentences in order, without white space around them; none for a blank text
   */
  public List<String> split(String text) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      int end = sentenceEnd(text, start, i);
      if (end > 0) {
        add(text, start, end, sentences);
        start = end;
        i = end - 1;
      }
    }
    add(text, start, text.length(), sentences);
    return sentences;
  }

  private static void add(String text, int start, int end, List<String> sentences) {
    String sentence = text.substring(start, end).strip();
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
  }

  /** Where the sentence ends whose last mark stands at an offset; 0 when none ends there. */
  private int sentenceEnd(String text, int start, int at) {
    char c = text.charAt(at);
    if (c == '\n') {
      return nextLineIsEmpty(text, at) ? at + 1 : 0;
    }
    boolean always = ALWAYS.indexOf(c) >= 0;
    if (!always && SPACED.indexOf(c) < 0) {
      return 0;
    }
    int end = at + 1;
    while (end < text.length() && isMark(text.charAt(end))) {
      always |= ALWAYS.indexOf(text.charAt(end)) >= 0;
      end++;
    }
    boolean single = end == at + 1;
    while (end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    if (end == text.length()) {
      return end;
    }
    int next = end;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    boolean lower = next < text.length() && Character.isLowerCase(text.codePointAt(next));
    if (always) {
      return c == '…' && (next == end || lower) ? ellipsisEnd(text, end) : end;
    }
    boolean afterHan = at > start && Character.isIdeographic(text.charAt(at - 1));
    if ((next == end && !afterHan) || lower) {
      return 0;
    }
    return c == '.' && single && isAbbreviation(text, start, at, next) ? 0 : end;
  }

  /** An ellipsis without a space after it ends a sentence before ideographs only. */
  private static int ellipsisEnd(String text, int end) {
    return Character.isIdeographic(text.codePointAt(end)) ? end : 0;
  }

  private static boolean isMark(char c) {
    return ALWAYS.indexOf(c) >= 0 || SPACED.indexOf(c) >= 0;
  }

  private static boolean nextLineIsEmpty(String text, int lineBreak) {
    for (int i = lineBreak + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return true;
      }
      if (!Character.isWhitespace(c)) {
        return false;
      }
    }
    return false;
  }

  private boolean isAbbreviation(String text, int start, int stop, int next) {
    int from = stop;
    while (from > start
        && stop - from <= LONGEST_ABBREVIATION
        && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
      from--;
    }
    if (from == stop || stop - from > LONGEST_ABBREVIATION) {
      return false;
    }
    String word = text.substring(from, stop);
    boolean initials = word.length() == 1 || (word.charAt(word.length() - 2) == '.');
    if (initials && Character.isUpperCase(word.charAt(word.length() - 1)) && !word.equals("I")) {
      return true;
    }
    String folded = word.toLowerCase(Locale.ROOT);
    if (BEFORE_NAMES.contains(folded) || abbreviations.contains(folded)) {
      return true;
    }
    return BEFORE_NUMBERS.contains(folded)
        && next < text.length()
        && Character.isDigit(text.codePointAt(next));
  }
}
