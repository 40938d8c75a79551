package io.artrec.text.wish;

import io.artrec.text.wish.WishLexicon.Kind;
import io.artrec.text.wish.WishLexicon.Sense;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A wish cut into words, numbers, Chinese characters and signs, with what the lexicon knows to
 * begin at each. Case, accents, widths and possessives do not matter; traditional characters are
 * read as simplified ones; hyphens inside words part them.
 */
final class WishText {
  /** What a unit is. */
  enum UnitType {
    WORD,
    NUMBER,
    HAN,
    SIGN
  }

  /**
   * A piece of the text.
   *
   * @param text as it is compared
   * @param type what it is
   * @param start the offset of its first character
   * @param end the offset behind its last
   */
  record Unit(String text, UnitType type, int start, int end) {
    boolean is(String sign) {
      return text.equals(sign);
    }
  }

  /**
   * Words of the lexicon.
   *
   * @param length how many units
   * @param senses what they may mean
   */
  record Hit(int length, List<Sense> senses) {
    Optional<Sense> of(Kind kind) {
      for (Sense sense : senses) {
        if (sense.kind() == kind) {
          return Optional.of(sense);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * Words of one kind.
   *
   * @param value what they stand for
   * @param length how many units
   */
  record Match(String value, int length) {}

  private static final String DASHES = "-‐‑‒–—−~～〜";
  private static final Map<Integer, String> SIMPLIFIED = simplified();

  private final String original;
  private final List<Unit> units;
  private final String joined;
  private final int[] starts;
  private final int[] ends;
  private final List<List<Hit>> hits = new ArrayList<>();

  WishText(String original, WishLexicon lexicon) {
    this.original = original;
    units = List.copyOf(new Cutter(original).units);
    starts = new int[units.size()];
    ends = new int[units.size()];
    joined = join(units, starts, ends);
    for (int at = 0; at < units.size(); at++) {
      List<Hit> here = new ArrayList<>(2);
      for (int length = Math.min(lexicon.longest(units.get(at)), units.size() - at);
          length > 0;
          length--) {
        List<Sense> senses = lexicon.senses(phrase(at, length));
        if (!senses.isEmpty()) {
          here.add(new Hit(length, senses));
        }
      }
      hits.add(here);
    }
  }

  private static Map<Integer, String> simplified() {
    Map<Integer, String> map = new HashMap<>();
    for (String line : WishLexicon.lines("traditional.txt")) {
      for (String pair : line.split(" ", -1)) {
        map.put(pair.codePointAt(0), pair.substring(pair.offsetByCodePoints(0, 1)));
      }
    }
    return map;
  }

  /** What words are looked up by. */
  static String key(String words) {
    List<Unit> units = new Cutter(words).units;
    return join(units, new int[units.size()], new int[units.size()]);
  }

  /** The unit that a key begins with. */
  static String firstUnit(String key) {
    if (isHan(key.codePointAt(0))) {
      return key.substring(0, Character.charCount(key.codePointAt(0)));
    }
    int end = 0;
    while (end < key.length() && key.charAt(end) != ' ' && !isHan(key.charAt(end))) {
      end++;
    }
    return key.substring(0, end);
  }

  /** How many units a key has. */
  static int units(String key) {
    int count = 0;
    boolean inside = false;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean han = isHan(c);
      count += han || (c != ' ' && !inside) ? 1 : 0;
      inside = c != ' ' && !han;
    }
    return count;
  }

  private static String join(List<Unit> units, int[] starts, int[] ends) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < units.size(); i++) {
      boolean apart =
          i > 0
              && !(units.get(i).type() == UnitType.HAN && units.get(i - 1).type() == UnitType.HAN);
      starts[i] = text.append(apart ? " " : "").length();
      ends[i] = text.append(units.get(i).text()).length();
    }
    return text.toString();
  }

  int size() {
    return units.size();
  }

  Unit unit(int at) {
    return units.get(at);
  }

  /** Whether there is a unit with this text. */
  boolean isAt(int at, String text) {
    return at >= 0 && at < units.size() && units.get(at).is(text);
  }

  boolean isType(int at, UnitType type) {
    return at >= 0 && at < units.size() && units.get(at).type() == type;
  }

  /** Units as they are compared. */
  String phrase(int at, int length) {
    return joined.substring(starts[at], ends[at + length - 1]);
  }

  /** Units as they stand in the text. */
  String surface(int at, int length) {
    return original.substring(units.get(at).start(), units.get(at + length - 1).end());
  }

  /** Whether no space stands before a unit. */
  boolean isGlued(int at) {
    return at > 0 && at < units.size() && units.get(at - 1).end() == units.get(at).start();
  }

  /** Whether a word begins with a capital. */
  boolean isCapital(int at) {
    return Character.isUpperCase(original.codePointAt(units.get(at).start()));
  }

  /** What the lexicon knows here, longest first. */
  List<Hit> hits(int at) {
    return at >= 0 && at < hits.size() ? hits.get(at) : List.of();
  }

  /** The longest words of a kind here. */
  Optional<Match> match(int at, Kind kind) {
    for (Hit hit : hits(at)) {
      Optional<Sense> sense = hit.of(kind);
      if (sense.isPresent()) {
        return Optional.of(new Match(sense.get().value(), hit.length()));
      }
    }
    return Optional.empty();
  }

  /** The longest words here that stand for this. */
  Optional<Match> match(int at, Kind kind, String value) {
    for (Hit hit : hits(at)) {
      for (Sense sense : hit.senses()) {
        if (sense.kind() == kind && sense.value().equals(value)) {
          return Optional.of(new Match(value, hit.length()));
        }
      }
    }
    return Optional.empty();
  }

  /** Behind filler words, at most some. */
  int pastFillers(int at, int most) {
    int next = at;
    for (int i = 0; i < most; i++) {
      int length = match(next, Kind.FILLER).map(Match::length).orElse(0);
      if (length == 0) {
        return next;
      }
      next += length;
    }
    return next;
  }

  static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  /** Cuts a text into units, in one pass. */
  private static final class Cutter {
    private final List<Unit> units = new ArrayList<>();
    private final String text;
    private final StringBuilder open = new StringBuilder();
    private UnitType type = UnitType.SIGN;
    private int start;
    private int end;

    Cutter(String text) {
      this.text = text;
      for (int at = 0; at < text.length(); ) {
        int c = text.codePointAt(at);
        int next = at + Character.charCount(c);
        take(fold(c), at, next);
        at = next;
      }
      close();
    }

    private static String fold(int c) {
      if (c < 0x80) {
        return c >= 'A' && c <= 'Z' ? String.valueOf((char) (c + 32)) : String.valueOf((char) c);
      }
      String simplified = SIMPLIFIED.get(c);
      if (simplified != null) {
        return simplified;
      }
      if (DASHES.indexOf(c) >= 0) {
        return "-";
      }
      return switch (c) {
        case '’', '‘', '′' -> "'";
        case '“', '”', '″' -> "\"";
        case '×' -> "×";
        case 'ß' -> "ss";
        case 'ø', 'Ø' -> "o";
        case '〇' -> "〇";
        default ->
            Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
      };
    }

    private void take(String folded, int from, int to) {
      for (int at = 0; at < folded.length(); ) {
        int c = folded.codePointAt(at);
        at += Character.charCount(c);
        int kind = Character.getType(c);
        boolean mark =
            kind == Character.NON_SPACING_MARK || kind == Character.COMBINING_SPACING_MARK;
        if (mark) {
          end = type == UnitType.WORD && open.length() > 0 ? to : end;
        } else if (isHan(c) || c == '〇') {
          close();
          add(Character.toString(c), UnitType.HAN, from, to);
        } else if (Character.isLetter(c)) {
          extend(UnitType.WORD, c, from, to);
        } else if (Character.isDigit(c)) {
          extend(UnitType.NUMBER, '0' + Character.digit(c, 10), from, to);
        } else if (!joins(c, to)) {
          close();
          if (!isHidden(c, kind)) {
            add(Character.toString(c), UnitType.SIGN, from, to);
          }
        }
      }
    }

    private static boolean isHidden(int c, int kind) {
      return Character.isWhitespace(c)
          || Character.isSpaceChar(c)
          || kind == Character.CONTROL
          || kind == Character.FORMAT
          || kind == Character.OTHER_SYMBOL
          || kind == Character.UNASSIGNED
          || kind == Character.SURROGATE
          || kind == Character.PRIVATE_USE
          || kind == Character.ENCLOSING_MARK
          || kind == Character.MODIFIER_SYMBOL;
    }

    /** Whether a sign is part of the open word or number, or parts a word without a trace. */
    private boolean joins(int c, int next) {
      int after = next < text.length() ? text.codePointAt(next) : ' ';
      if (type == UnitType.NUMBER && (c == '.' || c == ',') && Character.isDigit(after)) {
        open.append((char) c);
        return true;
      }
      if (type == UnitType.WORD && c == '\'' && Character.isLetter(after) && !isHan(after)) {
        open.append('\'');
        return true;
      }
      if (c == '-' && type != UnitType.SIGN && Character.isLetter(after) && !isHan(after)) {
        close();
        type = UnitType.SIGN;
        return true;
      }
      return false;
    }

    private void extend(UnitType kind, int c, int from, int to) {
      if (type != kind || open.length() == 0) {
        close();
        type = kind;
        start = from;
      }
      open.appendCodePoint(c);
      end = to;
    }

    private void add(String unit, UnitType kind, int from, int to) {
      units.add(new Unit(unit, kind, from, to));
      type = UnitType.SIGN;
    }

    private void close() {
      if (open.length() > 0) {
        String word = open.toString();
        open.setLength(0);
        boolean possessive = type == UnitType.WORD && word.endsWith("'s");
        units.add(
            new Unit(possessive ? word.substring(0, word.length() - 2) : word, type, start, end));
      }
      type = UnitType.SIGN;
    }
  }
}
