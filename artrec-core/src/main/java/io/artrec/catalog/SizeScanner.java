package io.artrec.catalog;

import io.artrec.catalog.SizeToken.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes a size in words apart into numbers, units, words and signs, in one pass. A number may have
 * a decimal point or comma and end in a fraction, in digits, in one character or in small digits:
 * {@code 8 1/16}, {@code 8-1/16}, {@code 20¼}, {@code ⅝}, {@code 8¹⁄₁₆}.
 */
final class SizeScanner {
  /** The word that stands for a small 2 or 3 behind a unit. */
  static final String POWER = "power";

  private static final int MOST_DIGITS = 9;
  private static final int MOST_PARTS = 512;
  private static final String TIMES = "×✕✖⨯╳*х";
  private static final String DASHES = "-‐‑‒–—−~〜";
  private static final char FRACTION_SLASH = '\u2044';

  private final String text;
  private final List<SizeToken> tokens = new ArrayList<>();
  private int at;

  private SizeScanner(String text) {
    this.text = text;
  }

  static List<SizeToken> scan(String text) {
    SizeScanner scanner = new SizeScanner(plain(text));
    while (scanner.at < scanner.text.length()) {
      scanner.step();
    }
    scanner.add(Kind.END);
    return scanner.tokens;
  }

  /** One form for what may be written in several: widths of characters, fractions, small digits. */
  private static String plain(String text) {
    StringBuilder apart = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean small = isSmallDigit(c);
      if (c == '²' || c == '³') {
        boolean power = i > 0 && Character.isLetter(text.charAt(i - 1));
        apart.append(power ? " " + POWER + " " : isSmallDigitBefore(text, i) ? "" : " ");
        if (power) {
          continue;
        }
      } else if (isFraction(c) || (small && !isSmallDigitBefore(text, i))) {
        boolean denominator = i > 0 && isSlash(text.charAt(i - 1));
        apart.append(denominator ? "" : " ");
      }
      apart.append(c);
      if (isFraction(c) && c != '\u215F') {
        apart.append(' ');
      }
    }
    return Normalizer.normalize(apart, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static boolean isFraction(char c) {
    return (c >= '\u00BC' && c <= '\u00BE') || (c >= '\u2150' && c <= '\u215F') || c == '\u2189';
  }

  private static boolean isSmallDigit(char c) {
    return c == '¹' || c == '²' || c == '³' || (c >= '\u2070' && c <= '\u2089');
  }

  private static boolean isSmallDigitBefore(String text, int i) {
    return i > 0 && isSmallDigit(text.charAt(i - 1));
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == FRACTION_SLASH || c == '\u2215';
  }

  private void step() {
    char c = text.charAt(at);
    boolean pointed =
        c == '.' && isDigit(at + 1) && !(at > 0 && isWordOrPoint(text.charAt(at - 1)));
    if (isDigit(at) || pointed) {
      number();
    } else if (TIMES.indexOf(c) >= 0) {
      at++;
      add(Kind.TIMES);
    } else if (Character.isLetter(c)) {
      word();
    } else {
      at++;
      sign(c);
    }
  }

  private static boolean isWordOrPoint(char c) {
    return Character.isLetterOrDigit(c) || c == '.';
  }

  private void sign(char c) {
    if (c == '(' || c == '[') {
      add(Kind.OPEN);
    } else if (c == ')' || c == ']') {
      add(Kind.CLOSE);
    } else if (c == ';' || c == '\n' || c == '\r' || c == '。' || c == '|') {
      add(Kind.END);
    } else if (c == ',' || c == '、' || c == '&' || c == '+') {
      add(Kind.COMMA);
    } else if (DASHES.indexOf(c) >= 0) {
      add(Kind.DASH);
    } else if (isSlash(c) || c == '=') {
      add(Kind.EQUALS);
    } else if (c == '⌀') {
      addWord("ø");
    } else if ("\"″”“〃".indexOf(c) >= 0) {
      tokens.add(SizeToken.word(Kind.UNIT, "\""));
    } else if ("'′’‘`".indexOf(c) >= 0 && lastIsNumeric()) {
      boolean twice = at < text.length() && "'′’".indexOf(text.charAt(at)) >= 0;
      at += twice ? 1 : 0;
      tokens.add(SizeToken.word(Kind.UNIT, twice ? "\"" : "ft"));
    }
  }

  private boolean lastIsNumeric() {
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).isNumeric();
  }

  private void add(Kind kind) {
    tokens.add(SizeToken.of(kind));
  }

  private boolean isDigit(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private void number() {
    int start = at;
    at = decimals(at);
    String digits = text.substring(start, at);
    int slash = at;
    while (slash < text.length() && text.charAt(slash) == ' ' && slash - at < 2) {
      slash++;
    }
    if (isTight(at)) {
      fraction(0, digits);
      return;
    }
    int next = slash < text.length() && text.charAt(slash) == '-' ? slash + 1 : slash;
    next += next > slash && next < text.length() && text.charAt(next) == ' ' ? 1 : 0;
    boolean apart = next > at && isDigit(next);
    int end = apart ? decimals(next) : next;
    if (apart && isTight(end)) {
      double whole = plainNumber(digits).value();
      boolean exact = digits.indexOf('.') < 0 && digits.indexOf(',') < 0;
      String numerator = text.substring(next, end);
      at = end;
      fraction(exact ? whole : Double.NaN, numerator);
      return;
    }
    tokens.add(plainNumber(digits));
  }

  /** Whether a slash with a digit behind it stands here, as in a fraction. */
  private boolean isTight(int i) {
    return i < text.length() && isSlash(text.charAt(i)) && isDigit(i + 1);
  }

  /** Reads the part of a fraction from its slash on; a whole of NaN makes it unreadable. */
  private void fraction(double whole, String numerator) {
    int start = at + 1;
    at = decimals(start);
    double over = exact(text.substring(start, at));
    double part = exact(numerator);
    boolean more = isTight(at);
    while (isTight(at)) {
      at = decimals(at + 1);
    }
    boolean read = !more && part > 0 && part < over && over <= MOST_PARTS && whole >= 0;
    tokens.add(
        read ? SizeToken.number(Kind.NUMBER, whole + part / over) : SizeToken.of(Kind.UNREADABLE));
  }

  private static double exact(String digits) {
    boolean whole = digits.length() <= MOST_DIGITS && digits.chars().allMatch(Character::isDigit);
    return whole ? Double.parseDouble(digits) : Double.NaN;
  }

  /** The end of a run of digits with points and commas between them. */
  private int decimals(int from) {
    int end = from;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean between = (c == '.' || c == ',') && isDigit(end + 1);
      if (!isDigit(end) && !between) {
        break;
      }
      end++;
    }
    return end;
  }

  private static SizeToken plainNumber(String written) {
    int point = written.indexOf('.');
    int comma = written.indexOf(',');
    boolean both = point >= 0 && comma >= 0;
    char decimal =
        both ? written.charAt(Math.max(written.lastIndexOf('.'), written.lastIndexOf(','))) : 0;
    String groups = both ? written.replace(decimal == '.' ? "," : ".", "") : written;
    String number = groups.replace(',', '.');
    int first = number.indexOf('.');
    long signs = number.chars().filter(c -> c == '.').count();
    if (number.length() > 2 * MOST_DIGITS || signs > 1) {
      return SizeToken.of(Kind.UNREADABLE);
    }
    double value = Double.parseDouble(number);
    boolean three = !both && first > 0 && first <= 3 && number.length() - first == 4;
    return three && value >= 1
        ? new SizeToken(Kind.THOUSANDS, value, comma >= 0 ? "," : ".")
        : SizeToken.number(Kind.NUMBER, value);
  }

  private void word() {
    int start = at;
    boolean han = isHan(text.charAt(at));
    while (at < text.length()
        && Character.isLetter(text.charAt(at))
        && isHan(text.charAt(at)) == han
        && TIMES.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String run = text.substring(start, at);
    if (han) {
      hanWords(run);
    } else if (run.equals("w") && text.startsWith("/o", at)) {
      at += 2;
      addWord("without");
    } else {
      letters(run);
    }
  }

  private static boolean isHan(char c) {
    return c >= '\u2E80' && c <= '\uFFEF';
  }

  /** Cuts a run of letters at the times signs in it: {@code cmx}, {@code hxwxd}, {@code x}. */
  private void letters(String run) {
    String[] parts = run.split("x", -1);
    boolean cut = run.indexOf('x') >= 0 && parts.length <= 4;
    for (String part : parts) {
      cut &= part.isEmpty() || SizeUnit.of(part).isPresent() || SizeWords.axis(part).isPresent();
    }
    if (!cut) {
      addWord(run);
      return;
    }
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        add(Kind.TIMES);
      }
      if (!parts[i].isEmpty()) {
        addWord(parts[i]);
      }
    }
  }

  /** Takes the longest known word from where it stands, else one character. */
  private void hanWords(String run) {
    int from = 0;
    while (from < run.length()) {
      int end = Math.min(run.length(), from + 4);
      while (end > from + 1 && !SizeWords.isKnown(run.substring(from, end))) {
        end--;
      }
      addWord(run.substring(from, end));
      from = end;
    }
  }

  private void addWord(String word) {
    if (SizeWords.isTimes(word)) {
      add(Kind.TIMES);
    } else {
      tokens.add(SizeToken.word(SizeUnit.of(word).isPresent() ? Kind.UNIT : Kind.WORD, word));
    }
  }
}
