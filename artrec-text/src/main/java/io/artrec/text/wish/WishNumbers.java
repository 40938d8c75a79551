package io.artrec.text.wish;

import io.artrec.text.wish.WishText.UnitType;
import io.artrec.words.internal.EnglishOrdinals;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads numbers in digits, English words and Chinese numerals. */
final class WishNumbers {
  /**
   * A number.
   *
   * @param value the number
   * @param next the unit behind it
   * @param ordinal whether it is a place in an order, as the 17th
   * @param plain whether it is written in digits alone
   * @param high the number itself, or the upper one of two as in 四五十
   */
  record Read(double value, int next, boolean ordinal, boolean plain, double high) {
    Read(double value, int next, boolean ordinal, boolean plain) {
      this(value, next, ordinal, plain, value);
    }
  }

  private static final Map<String, Integer> CARDINALS =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("dozen", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));

  private static final Map<String, Double> SCALES =
      Map.of("hundred", 1e2, "thousand", 1e3, "million", 1e6, "k", 1e3, "grand", 1e3);

  private static final List<String> ENDINGS = List.of("st", "nd", "rd", "th");
  private static final String HAN_DIGITS = "零一二三四五六七八九";
  private static final double MOST = 1e12;

  private final WishText text;

  WishNumbers(WishText text) {
    this.text = text;
  }

  /** Reads the number that begins here. */
  Optional<Read> at(int at) {
    if (text.isType(at, UnitType.NUMBER)) {
      return inDigits(at);
    }
    if (text.isType(at, UnitType.HAN)) {
      Optional<Read> two = twoInHan(at);
      return two.isPresent() ? two : inHan(at, 0, false);
    }
    return text.isType(at, UnitType.WORD) ? inWords(at) : Optional.empty();
  }

  private Optional<Read> inDigits(int at) {
    Optional<Double> first = decimal(text.unit(at).text());
    if (first.isEmpty()) {
      return Optional.empty();
    }
    double value = first.get();
    int next = at + 1;
    while (value < MOST && isThousands(next, value)) {
      value = value * 1000 + Integer.parseInt(text.unit(next).text());
      next++;
    }
    if (next < text.size() && text.isGlued(next) && ENDINGS.contains(text.unit(next).text())) {
      return Optional.of(new Read(value, next + 1, true, false));
    }
    if (text.isType(next, UnitType.HAN)) {
      Optional<Read> scaled = inHan(next, value, true);
      return scaled.isPresent() ? scaled : plain(value, next);
    }
    Double scale = next < text.size() ? SCALES.get(text.unit(next).text()) : null;
    return scale == null
        ? plain(value, next)
        : Optional.of(new Read(value * scale, next + 1, false, false));
  }

  private static Optional<Read> plain(double value, int next) {
    return Optional.of(new Read(value, next, false, true));
  }

  /** Whether three digits behind a single space go on with a number, as in 10 000. */
  private boolean isThousands(int at, double before) {
    return before >= 1
        && before < 1000
        && before == Math.rint(before)
        && text.isType(at, UnitType.NUMBER)
        && text.unit(at).text().matches("\\d{3}")
        && text.unit(at).start() == text.unit(at - 1).end() + 1;
  }

  private static Optional<Double> decimal(String digits) {
    if (digits.length() > 15) {
      return Optional.empty();
    }
    String plain = digits;
    if (digits.matches("\\d{1,3}(?:[.,]\\d{3})+")) {
      plain = digits.replaceAll("[.,]", "");
    } else if (digits.matches("\\d{1,3}(?:[.,]\\d{3})+[.,]\\d{1,2}")) {
      int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
      plain = digits.substring(0, last).replaceAll("[.,]", "") + "." + digits.substring(last + 1);
    } else {
      plain = digits.replace(',', '.');
    }
    return plain.matches("\\d+(?:\\.\\d+)?")
        ? Optional.of(Double.parseDouble(plain))
        : Optional.empty();
  }

  private Optional<Read> inWords(int at) {
    double total = 0;
    double part = 0;
    int next = at;
    boolean any = false;
    while (next < text.size() && text.isType(next, UnitType.WORD)) {
      String word = text.unit(next).text();
      Integer cardinal = CARDINALS.get(word);
      int ordinal = EnglishOrdinals.number(word);
      Double scale = SCALES.get(word);
      if (ordinal > 0 && (!any || (part % 10 == 0 && ordinal < 10))) {
        return Optional.of(new Read(total + part + ordinal, next + 1, true, false));
      } else if (cardinal != null && (part == 0 || part % 100 == 0 || fits(part, cardinal))) {
        part += cardinal;
      } else if (cardinal != null && part >= 10 && part < 100 && cardinal >= 10) {
        part = part * 100 + cardinal;
      } else if (scale != null && (any || isArticle(next - 1)) && !word.equals("k")) {
        part = scale * Math.max(1, part);
        total += scale > 100 ? part : 0;
        part = scale > 100 ? 0 : part;
      } else if (!(word.equals("and") && any && part % 100 == 0 && isCardinal(next + 1))) {
        break;
      }
      any = true;
      next++;
    }
    return any ? Optional.of(new Read(total + part, next, false, false)) : Optional.empty();
  }

  private static boolean fits(double part, int cardinal) {
    return part % 10 == 0 && part >= 20 && cardinal < 10 && cardinal > 0;
  }

  private boolean isArticle(int at) {
    return text.isAt(at, "a") || text.isAt(at, "an") || text.isAt(at, "few");
  }

  private boolean isCardinal(int at) {
    return text.isType(at, UnitType.WORD) && CARDINALS.containsKey(text.unit(at).text());
  }

  /** Reads Chinese numerals, behind digits where there are some, as in 3千 and 5万. */
  private Optional<Read> inHan(int at, double before, boolean digits) {
    double total = 0;
    double section = 0;
    double digit = before;
    boolean pending = digits;
    int next = at;
    int place = 0;
    for (; next < text.size() && text.isType(next, UnitType.HAN) && next - at < 12; next++) {
      String han = text.unit(next).text();
      int value = han.equals("两") ? 2 : han.equals("〇") ? 0 : HAN_DIGITS.indexOf(han);
      double scale = scale(han);
      if (value >= 0 && !(digits && next == at)) {
        digit = pending && place == 0 ? digit * 10 + value : value;
        pending = true;
        place = 0;
      } else if (scale >= 1e4 && (pending || section > 0)) {
        total = (total + section + (pending ? digit : 0)) * scale;
        section = 0;
        digit = 0;
        pending = false;
      } else if (scale > 1 && (pending || (next == at && !digits && scale == 10))) {
        section += (pending ? digit : 1) * scale;
        digit = 0;
        pending = false;
        place = 1;
      } else {
        break;
      }
    }
    boolean none = next == at;
    return none
        ? Optional.empty()
        : Optional.of(new Read(total + section + (pending ? digit : 0), next, isRanked(at), false));
  }

  /** Two neighboring digits before a scale, or alone: 四五十, 三五千, 两三. */
  private Optional<Read> twoInHan(int at) {
    int low = digit(at);
    int high = digit(at + 1);
    int scaleAt = at + 2;
    double scale = text.isType(scaleAt, UnitType.HAN) ? scale(text.unit(scaleAt).text()) : 0;
    boolean ranged = low > 0 && high > low && (scale > 0 || high == low + 1);
    if (!ranged || digit(scaleAt) >= 0) {
      return Optional.empty();
    }
    double factor = scale > 0 ? scale : 1;
    int next = scale > 0 ? scaleAt + 1 : scaleAt;
    return Optional.of(new Read(low * factor, next, false, false, high * factor));
  }

  private int digit(int at) {
    if (!text.isType(at, UnitType.HAN)) {
      return -1;
    }
    String han = text.unit(at).text();
    return han.equals("两") ? 2 : han.equals("〇") ? 0 : HAN_DIGITS.indexOf(han);
  }

  private boolean isRanked(int at) {
    return text.isAt(at - 1, "第");
  }

  private static double scale(String han) {
    return switch (han) {
      case "十" -> 10;
      case "百" -> 100;
      case "千" -> 1000;
      case "万" -> 1e4;
      case "亿" -> 1e8;
      default -> 0;
    };
  }
}
