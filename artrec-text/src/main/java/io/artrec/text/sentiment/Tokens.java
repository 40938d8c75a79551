package io.artrec.text.sentiment;

import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.analysis.TextCleaning;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * A text cut into words, single Han characters, emoji, emoticons and the marks that part clauses
 * and sentences. Texts longer than {@link TextAnalysis#MOST_CHARACTERS} are cut there; control
 * characters are cleaned as {@link TextCleaning.Step#CONTROLS} says. O(characters).
 */
final class Tokens {
  /** What a token is. */
  enum Type {
    /** A word of letters, digits and apostrophes. */
    WORD,
    /** One Han character. */
    HAN,
    /** An emoji or emoticon. */
    SIGN,
    /** Parts clauses. */
    BREAK,
    /** Ends a sentence. */
    END
  }

  /**
   * One token.
   *
   * @param type what it is
   * @param text in lower case
   * @param loud whether it is a word in capitals
   */
  record Token(Type type, String text, boolean loud) {}

  private static final TextCleaning CONTROLS =
      TextCleaning.of(EnumSet.of(TextCleaning.Step.CONTROLS));
  private static final String ENDS = ".!?。！？…\n";
  private static final String BREAKS = ",;:，；：、—–()[]（）【】\"“”「」《》~～";

  private final String text;
  private final Wordlist words;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean anyLower;

  private Tokens(String text, Wordlist words) {
    this.text = text;
    this.words = words;
  }

  static boolean isHan(int codePoint) {
    return Character.isIdeographic(codePoint);
  }

  static List<Token> of(String text, Wordlist words) {
    int most = TextAnalysis.MOST_CHARACTERS;
    String cut = text.length() <= most ? text : text.substring(0, most);
    String clean = CONTROLS.clean(cut);
    String normal = Normalizer.normalize(clean, Normalizer.Form.NFC).replace('’', '\'');
    Tokens reader = new Tokens(normal, words);
    while (reader.at < normal.length()) {
      reader.next();
    }
    return reader.anyLower
        ? reader.tokens
        : reader.tokens.stream().map(t -> new Token(t.type, t.text, false)).toList();
  }

  private void next() {
    int codePoint = text.codePointAt(at);
    if (isHan(codePoint)) {
      add(Type.HAN, Character.toString(codePoint), false);
      at += Character.charCount(codePoint);
    } else if (sign()) {
      return;
    } else if (isWord(codePoint)) {
      word();
    } else {
      mark(codePoint);
      at += Character.charCount(codePoint);
    }
  }

  private void mark(int codePoint) {
    if (ENDS.indexOf(codePoint) >= 0) {
      int kind = codePoint == '！' ? '!' : codePoint == '？' ? '?' : codePoint;
      boolean inNumber =
          kind == '.'
              && at > 0
              && at + 1 < text.length()
              && Character.isDigit(text.charAt(at - 1))
              && Character.isDigit(text.charAt(at + 1));
      if (!inNumber) {
        add(Type.END, kind == '!' || kind == '?' ? Character.toString(kind) : ".", false);
      }
    } else if (BREAKS.indexOf(codePoint) >= 0 || isDash() || betweenHan(codePoint)) {
      add(Type.BREAK, ",", false);
    }
  }

  private boolean isDash() {
    return text.startsWith("--", at) || text.startsWith(" - ", at);
  }

  /** A space between Han characters parts clauses; elsewhere it parts words only. */
  private boolean betweenHan(int codePoint) {
    return Character.isWhitespace(codePoint)
        && at > 0
        && at + 1 < text.length()
        && isHan(text.codePointBefore(at))
        && isHan(text.codePointAt(at + 1));
  }

  private boolean sign() {
    char c = text.charAt(at);
    boolean possible = c > 0x2000 || (c < 0x80 && !Character.isLetterOrDigit(c) && c > ' ');
    if (!possible || (c < 0x80 && at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))) {
      return false;
    }
    for (int length = Math.min(3, text.length() - at); length > 0; length--) {
      String part = text.substring(at, at + length);
      int after = at + length;
      boolean free =
          c > 0x2000 || after >= text.length() || !Character.isLetterOrDigit(text.charAt(after));
      if (free && words.get(part) != null) {
        add(Type.SIGN, part, false);
        at = after;
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint) || codePoint == '\'';
  }

  private static boolean continuesWord(int codePoint) {
    return isWord(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }

  private void word() {
    int from = at;
    boolean upper = true;
    int letters = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (isHan(codePoint) || !continuesWord(codePoint)) {
        break;
      }
      if (Character.isLowerCase(codePoint)) {
        upper = false;
        anyLower = true;
      }
      letters += Character.isLetter(codePoint) ? 1 : 0;
      at += Character.charCount(codePoint);
    }
    if (at - from <= TextAnalysis.MOST_TERM_CHARACTERS) {
      String word = strip(text.substring(from, at).toLowerCase(Locale.ROOT));
      if (!word.isEmpty()) {
        add(Type.WORD, word, upper && letters > 2);
      }
    }
  }

  private static String strip(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && word.charAt(from) == '\'') {
      from++;
    }
    while (to > from && word.charAt(to - 1) == '\'') {
      to--;
    }
    return word.substring(from, to);
  }

  private void add(Type type, String token, boolean loud) {
    tokens.add(new Token(type, token, loud));
  }
}
