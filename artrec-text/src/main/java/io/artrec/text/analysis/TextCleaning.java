package io.artrec.text.analysis;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes texts from the web, from files and from people fit to be analysed and shown. Immutable and
 * thread-safe. O(characters) whatever the text holds.
 *
 * <p>Whichever steps are chosen, every unpaired surrogate becomes U+FFFD, the replacement
 * character, so that the result can be written as UTF-8.
 */
public final class TextCleaning {
  /** What can be cleaned, in the order it is done. */
  public enum Step {
    /**
     * Tags, comments, scripts and styles go, entities become their characters; block tags break
     * lines. What is no tag or entity of HTML stays: {@code a < b}, {@code <unknown>}, {@code R&D}.
     * Entities are decoded once, so that an ampersand that was written as one stays.
     */
    HTML,
    /** {@code http}, {@code https} and {@code ftp} addresses and names from {@code www.} on go. */
    URLS,
    /**
     * Control characters become spaces, tab and line breaks stay; what Unicode calls format goes
     * without a trace, and so do noncharacters: marks of writing direction, soft hyphens, byte
     * order marks, spaces, joiners and non-joiners without width. Joiners stay where they tell
     * something, in emoji and in scripts whose letters change by them; spaces without width part
     * words in Thai, Lao, Burmese and Khmer, which have no others. Of more than 30 combining marks
     * in a row the rest goes (the limit of Unicode's stream-safe text format, UAX 15).
     */
    CONTROLS,
    /**
     * Unicode NFKC: one form for characters that look or mean the same, so that full-width Latin
     * letters, digits and punctuation become ordinary ones, ligatures letters, and accents join
     * their letters.
     */
    COMPATIBILITY,
    /**
     * A space comes where it is missing between a word's full stop, question or exclamation mark or
     * colon and a capital: {@code a white dress.The artist}, {@code Medium:Oil}.
     */
    SENTENCES,
    /** Runs of white space become one space; none stays at the ends. */
    SPACES
  }

  private static final int MOST_MARKS = 30;
  private static final Pattern URL =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:(?:https?|ftp)://|www\\.)[!#-;=?-~]*[A-Za-z0-9/_~=#&%-]",
          Pattern.CASE_INSENSITIVE);
  private static final TextCleaning STANDARD = new TextCleaning(EnumSet.allOf(Step.class), false);

  private final EnumSet<Step> steps;
  private final boolean paragraphs;

  private TextCleaning(EnumSet<Step> steps, boolean paragraphs) {
    this.steps = steps;
    this.paragraphs = paragraphs;
  }

  /**
   * Returns cleaning with all steps.
   *
   * @return the standard cleaning
   */
  public static TextCleaning standard() {
    return STANDARD;
  }

  /**
   * {@return cleaning with chosen steps}
   *
   * @param steps the steps; none leaves a text as it is but for unpaired surrogates
   */
  public static TextCleaning of(Set<Step> steps) {
    EnumSet<Step> chosen = EnumSet.noneOf(Step.class);
    chosen.addAll(steps);
    return new TextCleaning(chosen, false);
  }

  /**
   * {@return this cleaning without a step}
   *
   * @param step the step to leave out
   */
  public TextCleaning without(Step step) {
    EnumSet<Step> fewer = EnumSet.copyOf(steps);
    fewer.remove(step);
    return new TextCleaning(fewer, paragraphs);
  }

  /**
   * {@return this cleaning keeping paragraphs: white space with two or more line breaks becomes two
   * line breaks, not a space} Matters with {@link Step#SPACES} only.
   */
  public TextCleaning keepingParagraphs() {
    return new TextCleaning(steps, true);
  }

  /**
   * Returns what is done.
   *
   * @return the steps
   */
  public Set<Step> steps() {
    return Collections.unmodifiableSet(steps);
  }

  /**
   * Cleans bytes that should be UTF-8: each malformed sequence becomes U+FFFD.
   *
   * @param utf8 the bytes, with or without a byte order mark
   * @return the clean text
   */
  public String clean(byte[] utf8) {
    return clean(new String(utf8, StandardCharsets.UTF_8));
  }

  /**
   * Cleans a text.
   *
   * @param text any text
   * @return the clean text; empty when nothing is left
   */
  public String clean(String text) {
    if (isPlain(text)) {
      return text;
    }
    String clean = text;
    if (steps.contains(Step.HTML) && (clean.indexOf('<') >= 0 || clean.indexOf('&') >= 0)) {
      clean = HtmlText.of(clean);
    }
    if (steps.contains(Step.URLS)) {
      clean = URL.matcher(clean).replaceAll(" ");
    }
    clean = characters(clean);
    if (steps.contains(Step.COMPATIBILITY) && !isAscii(clean)) {
      clean = Normalizer.normalize(clean, Normalizer.Form.NFKC);
    }
    if (steps.contains(Step.SENTENCES)) {
      clean = SentenceGlue.parted(clean);
    }
    return steps.contains(Step.SPACES) ? spaces(clean) : clean;
  }

  /**
   * Most texts: printable ASCII, single spaces, no tag, no address, no sentences glued together.
   */
  private static boolean isPlain(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' '
          || c > '~'
          || c == '<'
          || c == '&'
          || (c == ' ' && before == ' ')
          || (c == '/' && before == '/')
          || (c == '.' && (before == 'w' || before == 'W'))
          || (c >= 'A' && c <= 'Z' && !(before == ' ' || Character.isLetter(before)))) {
        return false;
      }
      before = c;
    }
    return before != ' ' || text.isEmpty();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private String characters(String text) {
    boolean controls = steps.contains(Step.CONTROLS);
    StringBuilder kept = new StringBuilder(text.length());
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        c = 0xFFFD;
      }
      if (controls && c > '~') {
        marks = isMark(c) ? marks + 1 : 0;
        if (marks > MOST_MARKS || Invisibles.isGone(c, kept, text, i)) {
          continue;
        }
      } else {
        marks = 0;
      }
      boolean control =
          controls && Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
      kept.appendCodePoint(control ? ' ' : c);
    }
    return kept.toString();
  }

  /** What may be sorted behind its letter, also the half-width voicing that NFKC makes a mark. */
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == 0xFF9E
        || c == 0xFF9F;
  }

  private String spaces(String text) {
    StringBuilder single = new StringBuilder(text.length());
    int lineBreaks = 0;
    boolean pending = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200B) {
        pending = true;
        boolean crLf = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
        lineBreaks += c == 0x2029 ? 2 : (c == '\n' || c == '\r' || c == 0x2028) && !crLf ? 1 : 0;
      } else {
        if (pending && single.length() > 0) {
          single.append(paragraphs && lineBreaks > 1 ? "\n\n" : " ");
        }
        pending = false;
        lineBreaks = 0;
        single.append(c);
      }
    }
    return single.toString();
  }

  /**
   * Tells what is done.
   *
   * @return a stable text, for instance {@code HTML URLS CONTROLS COMPATIBILITY SPACES}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    steps.forEach(step -> text.append(text.length() > 0 ? " " : "").append(step));
    return text.append(paragraphs ? " keeping paragraphs" : "").toString();
  }
}
