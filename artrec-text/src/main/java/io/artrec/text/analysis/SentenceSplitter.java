package io.artrec.text.analysis;

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
 * white space or the end follows and what comes next does not begin in lower case, and also where
 * the space is missing between a word and a capital ({@code in a white dress.The artist}); and at
 * an empty line. Closing quotes and brackets stay with the sentence they close. A full stop ends
 * nothing after an initial ({@code J. M. W. Turner}), after an abbreviation that stands before a
 * name ({@code Mr. Dr. St.}), and before a digit after an abbreviation that stands before one
 * ({@code c. 1850, no. 7, fig. 2}). The abbreviations are English; others can be added.
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

  /** {@return the splitter for English, Chinese and what is written like them} */
  public static SentenceSplitter standard() {
    return STANDARD;
  }

  /**
   * {@return this splitter with more abbreviations that never end a sentence}
   *
   * @param more the abbreviations, with or without their last full stop, in any case
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
    return split((CharSequence) text);
  }

  /** Looks at every character a few times at most, so that a test may count how often. */
  List<String> split(CharSequence text) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      int next = i + 1;
      int end = 0;
      if (c == '\n') {
        end = nextLineIsEmpty(text, i) ? next : 0;
      } else if (isMark(c)) {
        next = afterMarks(text, next);
        end = sentenceEnd(text, start, i, next);
      }
      if (end > 0) {
        add(text, start, end, sentences);
        start = end;
        next = end;
      }
      i = next;
    }
    add(text, start, text.length(), sentences);
    return sentences;
  }

  private static void add(CharSequence text, int start, int end, List<String> sentences) {
    String sentence = text.subSequence(start, end).toString().strip();
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
  }

  private static int afterMarks(CharSequence text, int from) {
    int end = from;
    while (end < text.length() && isMark(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Where the sentence ends whose last marks stand at some offsets; 0 when none ends there. */
  private int sentenceEnd(CharSequence text, int start, int first, int afterMarks) {
    int end = afterMarks;
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
    boolean lower =
        next < text.length() && Character.isLowerCase(Character.codePointAt(text, next));
    int lastAlways = afterMarks - 1;
    while (lastAlways >= first && ALWAYS.indexOf(text.charAt(lastAlways)) < 0) {
      lastAlways--;
    }
    for (int at = first; at < afterMarks; at++) {
      boolean ends =
          at <= lastAlways
              ? text.charAt(at) != '…'
                  || (next > end && !lower)
                  || Character.isIdeographic(Character.codePointAt(text, end))
              : spacedEnd(text, start, at, afterMarks, end, next, lower);
      if (ends) {
        return end;
      }
    }
    return 0;
  }

  private boolean spacedEnd(
      CharSequence text, int start, int at, int afterMarks, int end, int next, boolean lower) {
    boolean afterHan = at > start && Character.isIdeographic(text.charAt(at - 1));
    boolean parted = next > end || afterHan || SentenceGlue.joins(text, start, at, end);
    if (!parted || lower) {
      return false;
    }
    boolean single = afterMarks == at + 1;
    return text.charAt(at) != '.' || !single || !isAbbreviation(text, start, at, next);
  }

  private static boolean isMark(char c) {
    return ALWAYS.indexOf(c) >= 0 || SPACED.indexOf(c) >= 0;
  }

  private static boolean nextLineIsEmpty(CharSequence text, int lineBreak) {
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

  boolean isAbbreviation(CharSequence text, int start, int stop, int next) {
    int from = stop;
    while (from > start
        && stop - from <= LONGEST_ABBREVIATION
        && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
      from--;
    }
    if (from == stop || stop - from > LONGEST_ABBREVIATION) {
      return false;
    }
    String word = text.subSequence(from, stop).toString();
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
        && Character.isDigit(Character.codePointAt(text, next));
  }
}
