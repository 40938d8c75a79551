package io.artrec.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Years found in a clause of a date, and how exact the words were.
 *
 * @param rank 4 for years, 3 for decades and centuries, 2 for reigns, 1 for dynasties and periods
 * @param first the earliest year
 * @param last the latest year
 */
record DateSpan(int rank, int first, int last) {
  static final int LATEST = 2100;
  private static final int MARGIN = 10;
  private static final int MOST_BCE = 99;

  private static final String BCE = "\\s*(b\\.?\\s?c\\.?(?:\\s?e\\.?)?(?![a-z]))?";
  private static final String AD = "(?:a\\.?\\s?d\\.?\\s*)?";
  private static final String NOT_BEFORE = "(?<!\\d)(?<!\\d[.-])";
  private static final String NOT_AFTER =
      "(?!\\d)(?!\\.\\d)(?!s\\b)(?!(?:st|nd|rd|th)\\b)(?!\\s*(?:世[纪紀]|c\\.(?!\\s?e)|cent|jh|millen|jahrt))";
  private static final String PART =
      "(early|mid|middle|late|end|beginning|turn|first|second|third|fourth|last|anfang|mitte|ende|début|milieu|fin|fine|inizio|metà)?"
          + "(?:\\s*(half|quarter|third))?(?:\\s*(?:of|du|del|des)?\\s*(?:the)?)?[\\s-]*";
  private static final String TO =
      "\\s*(?:-|/|\\bto\\b|\\band\\b|\\bor\\b|\\buntil\\b|\\bbis\\b|[至到])\\s*";
  private static final String ABOUT = "(?:(?:c|ca|circa|about|around)\\b\\.?\\s*)?";
  private static final String CENTURY_WORD =
      "\\s*(century|centuries|cent\\.?|c\\b(?!\\.?\\s*\\d)\\.?|jh\\.?|jahrhunderts?|siècles?|secol[oi]|世[纪紀]"
          + "|millenni(?:um|a)|millénaires?|jahrtausends?|milenios?)";

  private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-\\d{2}-\\d{2}(?!\\d)");
  private static final Pattern DAY =
      Pattern.compile(
          "(?<![\\d.])(?:0?[1-9]|[12]\\d|3[01])\\.\\s?(?:0?[1-9]|1[0-2])\\.\\s?(\\d{4})(?![\\d.])");
  private static final Pattern YEARS =
      Pattern.compile(
          NOT_BEFORE + "(\\d{1,4})" + BCE + TO + ABOUT + AD + "(\\d{1,4})" + BCE + NOT_AFTER);
  private static final Pattern YEAR =
      Pattern.compile(
          "(?:\\b(before|after|by)\\s+"
              + ABOUT
              + ")?"
              + AD
              + NOT_BEFORE
              + "(\\d{1,4})"
              + BCE
              + NOT_AFTER);
  private static final Pattern YEAR_AD = Pattern.compile("\\ba\\.?\\s?d\\.?\\s*(\\d{1,4})(?!\\d)");
  private static final Pattern DECADES =
      Pattern.compile(
          PART
              + "(?<!\\d)(\\d{3})0'?s(?:"
              + TO
              + "(?:(\\d{2,3})0'?s|(\\d)0'?s))?(?!\\s*b\\.?\\s?c)");

  /** Decades of the years before 1000 and before the common era: {@code late 480s BCE}. */
  private static final Pattern EARLY_DECADES =
      Pattern.compile(
          "(?:"
              + PART
              + "(?<![\\d.])([1-9]\\d{0,2})0'?s"
              + TO
              + ")?"
              + PART
              + "(?<![\\d.])([1-9]\\d{0,2})0'?s(?:\\s*(b\\.?\\s?c\\.?(?:\\s?e\\.?)?(?![a-z]))|\\s*(a\\.?\\s?d|c\\.?\\s?e)(?![a-z]))?");

  /** {@code parts 1-2/10 of the 20th century}: its first two decades. */
  private static final Pattern PARTS =
      Pattern.compile(
          "parts (\\d{1,2})-(\\d{1,2})/(\\d{1,2}) of (?:the )?(\\d{1,2})\\s*(?:st|nd|rd|th)?"
              + CENTURY_WORD
              + BCE);

  private static final Pattern CENTURIES =
      Pattern.compile(
          PART
              + "(?<!\\d)(?<!\\d\\.)(\\d{1,2})\\s*(?:st|nd|rd|th|\\.|e|ème)?(?:\\s*(?:century|millennium))?"
              + TO
              + PART
              + "(?<!\\d)(\\d{1,2})\\s*(?:st|nd|rd|th|\\.|e|ème)?"
              + CENTURY_WORD
              + BCE);
  private static final Pattern CENTURY =
      Pattern.compile(
          PART
              + "(?<!\\d)(?<!\\d\\.)(\\d{1,2})\\s*(?:st|nd|rd|th|\\.|e|ème)?"
              + CENTURY_WORD
              + BCE);
  private static final Pattern TWO_PARTS =
      Pattern.compile(
          "(early|mid|middle)[\\s/-]{1,9}(?:(?:to|or|and)[\\s/-]{1,9})?(mid|middle|late)[\\s-]{1,9}(?:the"
              + " )?((?:\\d{1,2}(?:st|nd|rd|th)[\\s-]{0,9}(?:century|cent\\.?|c\\.|millennium)|\\d{3}0'?s)"
              + BCE
              + ")");

  /** The first of the private characters that stand for dates already understood. */
  private static final char MARK = '\uE000';

  private static final Pattern PAIR =
      Pattern.compile("([\\uE000-\\uEFFF])" + TO + ABOUT + "([\\uE000-\\uEFFF])");

  /** How many years a museum's chronology may differ from ours. */
  private static final int SAME_PERIOD = 15;

  /** Finds every date of a clause: years, else decades and centuries, else dynasties. */
  static List<DateSpan> find(String clause) {
    List<DateSpan> spans = new ArrayList<>();
    String parted = TWO_PARTS.matcher(clause).replaceAll("$1 $3 ; $2 $3");
    String rest = take(ISO, parted, m -> Optional.of(year(number(m, 1), number(m, 1))), spans);
    rest = take(DAY, rest, m -> Optional.of(year(number(m, 1), number(m, 1))), spans);
    rest = take(DECADES, rest, DateSpan::decades, spans);
    rest = take(EARLY_DECADES, rest, DateSpan::earlyDecades, spans);
    rest = take(PARTS, rest, DateSpan::parts, spans);
    rest = take(CENTURIES, rest, DateSpan::centuries, spans);
    rest = take(CENTURY, rest, DateSpan::century, spans);
    rest = take(YEARS, rest, DateSpan::years, spans);
    rest = take(YEAR_AD, rest, DateSpan::yearAd, spans);
    rest = take(YEAR, rest, DateSpan::single, spans);
    addFromOneToTheOther(rest, spans);
    return withDynasties(spans, Dynasties.find(clause));
  }

  /**
   * Adds dynasties and reigns; years that only say how long one lasted, as in {@code Ming dynasty
   * (1368–1644)}, take its place and count no more than it.
   */
  private static List<DateSpan> withDynasties(List<DateSpan> spans, List<DateSpan> dynasties) {
    List<DateSpan> all = new ArrayList<>();
    List<DateSpan> left = new ArrayList<>(dynasties);
    for (DateSpan span : spans) {
      Optional<DateSpan> same = left.stream().filter(span::lastsAsLongAs).findFirst();
      all.add(same.map(d -> new DateSpan(d.rank, span.first, span.last)).orElse(span));
      same.ifPresent(left::remove);
    }
    all.addAll(left);
    return all;
  }

  private boolean lastsAsLongAs(DateSpan dynasty) {
    return rank == 4
        && first < last
        && Math.abs(first - dynasty.first) <= SAME_PERIOD
        && Math.abs(last - dynasty.last) <= SAME_PERIOD;
  }

  /** The years from the first to the last of the most exact spans. */
  static Optional<YearRange> union(List<DateSpan> spans, boolean approximate) {
    int rank = spans.stream().mapToInt(DateSpan::rank).max().orElse(0);
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (DateSpan span : spans) {
      if (span.rank() == rank) {
        first = Math.min(first, span.first());
        last = Math.max(last, span.last());
      }
    }
    return rank == 0 ? Optional.empty() : Optional.of(new YearRange(first, last, approximate));
  }

  /** What a match means, if anything. */
  @FunctionalInterface
  private interface Meaning {
    Optional<DateSpan> of(MatchResult match);
  }

  /**
   * Adds, for two dates with a dash or the like between them of which only one is in years, the
   * years from the first to the last: {@code 1790s–c. 1810}.
   */
  private static void addFromOneToTheOther(String marked, List<DateSpan> spans) {
    Matcher pair = PAIR.matcher(marked);
    for (int from = 0; pair.find(from); from = pair.end() - 1) {
      int a = pair.group(1).charAt(0) - MARK;
      int b = pair.group(2).charAt(0) - MARK;
      if (a < spans.size() && b < spans.size()) {
        DateSpan first = spans.get(a);
        DateSpan last = spans.get(b);
        if (first.rank != last.rank && first.first <= last.last) {
          spans.add(year(first.first, last.last));
        }
      }
    }
  }

  /**
   * Adds what every match means and returns the text with the understood matches replaced by marks,
   * each {@link #MARK} plus its position in the list.
   */
  private static String take(Pattern pattern, String text, Meaning meaning, List<DateSpan> spans) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder rest = new StringBuilder();
    int from = 0;
    while (matcher.find(from)) {
      Optional<DateSpan> span = meaning.of(matcher);
      if (span.isPresent()) {
        rest.append(text, from, matcher.start());
        rest.append(' ').append((char) (MARK + spans.size())).append(' ');
        spans.add(span.get());
        from = matcher.end();
      } else {
        int next = Math.max(matcher.start() + 1, from + 1);
        rest.append(text, from, Math.min(next, text.length()));
        from = next;
      }
      if (from > text.length()) {
        return rest.toString();
      }
    }
    return rest.append(text, Math.min(from, text.length()), text.length()).toString();
  }

  private static Optional<DateSpan> years(MatchResult m) {
    boolean firstBce = m.group(2) != null;
    boolean lastBce = m.group(4) != null;
    int first = number(m, 1);
    int last = number(m, 3);
    if (firstBce || lastBce) {
      int from = firstBce || first > last ? -first : first;
      int to = lastBce ? -last : last;
      return from <= to ? Optional.of(year(from, to)) : Optional.empty();
    }
    int digits = m.group(1).length();
    if (digits < 3 || first > LATEST) {
      return Optional.empty();
    }
    int missing = digits - m.group(3).length();
    if (missing > 0) {
      int unit = power(digits - missing);
      int month = last;
      last += first / unit * unit;
      boolean either = m.group().indexOf("or", m.end(1) - m.start()) >= 0;
      if (last < first && !either) {
        last = month >= 1 && month <= 12 && unit <= 100 ? first : last + unit;
      }
    }
    return last <= LATEST
        ? Optional.of(year(Math.min(first, last), Math.max(first, last)))
        : Optional.empty();
  }

  private static Optional<DateSpan> single(MatchResult m) {
    int value = number(m, 2);
    if (m.group(3) != null) {
      value = -value;
    } else if (m.group(2).length() < 3 || value > LATEST) {
      return Optional.empty();
    }
    if (m.group(1) == null) {
      return Optional.of(year(value, value));
    }
    return Optional.of(
        m.group(1).equals("after") ? year(value, value + MARGIN) : year(value - MARGIN, value));
  }

  private static Optional<DateSpan> yearAd(MatchResult m) {
    int value = number(m, 1);
    return value > LATEST ? Optional.empty() : Optional.of(year(value, value));
  }

  private static Optional<DateSpan> decades(MatchResult m) {
    int first = number(m, 3) * 10;
    boolean century = first % 100 == 0;
    int last = first + (century ? 99 : 9);
    if (m.group(4) != null) {
      int decade = number(m, 4) * 10;
      last = (m.group(4).length() == 2 ? first / 1000 * 1000 + decade : decade) + 9;
      last += century && decade % 100 == 0 ? 90 : 0;
    } else if (m.group(5) != null) {
      last = first / 100 * 100 + number(m, 5) * 10 + 9;
    }
    if (first > LATEST || last < first) {
      return Optional.empty();
    }
    return Optional.of(
        m.group(4) == null && m.group(5) == null
            ? part(m.group(1), m.group(2), first, last)
            : new DateSpan(3, first, last));
  }

  private static Optional<DateSpan> earlyDecades(MatchResult m) {
    boolean bce = m.group(7) != null;
    boolean said = bce || m.group(8) != null;
    int decade = number(m, 6);
    if (!said && (decade < 10 || decade > 99)) {
      return Optional.empty();
    }
    DateSpan last = decade(m.group(4), m.group(5), decade, bce);
    if (m.group(3) == null) {
      return Optional.of(last);
    }
    DateSpan first = decade(m.group(1), m.group(2), number(m, 3), bce);
    return first.first <= last.last
        ? Optional.of(new DateSpan(3, first.first, last.last))
        : Optional.empty();
  }

  /** A decade by its number of tens of years; those of a round hundred are a century. */
  private static DateSpan decade(
      @Nullable String word, @Nullable String fraction, int tens, boolean bce) {
    int years = tens % 10 == 0 ? 100 : 10;
    int first = bce ? 1 - 10 * tens - years : 10 * tens;
    return part(word, fraction, first, first + years - 1);
  }

  private static Optional<DateSpan> parts(MatchResult m) {
    int from = number(m, 1) - 1;
    int to = number(m, 2);
    int of = number(m, 3);
    Optional<DateSpan> whole = century(null, null, number(m, 4), m.group(5), m.group(6) != null);
    if (to <= from || to > of) {
      return Optional.empty();
    }
    return whole.map(
        span -> {
          int years = 100 * hundreds(m.group(5));
          DateSpan part = slice(span.last + 1 - years, years, from, to - from, of);
          return new DateSpan(3, Math.max(span.first, part.first), part.last);
        });
  }

  private static Optional<DateSpan> centuries(MatchResult m) {
    boolean bce = m.group(8) != null;
    Optional<DateSpan> first = century(m.group(1), m.group(2), number(m, 3), m.group(7), bce);
    Optional<DateSpan> last = century(m.group(4), m.group(5), number(m, 6), m.group(7), bce);
    return first.isPresent() && last.isPresent() && first.get().first <= last.get().last
        ? Optional.of(new DateSpan(3, first.get().first, last.get().last))
        : Optional.empty();
  }

  private static Optional<DateSpan> century(MatchResult m) {
    return century(m.group(1), m.group(2), number(m, 3), m.group(4), m.group(5) != null);
  }

  private static Optional<DateSpan> century(
      @Nullable String word, @Nullable String fraction, int number, String unit, boolean bce) {
    int hundreds = hundreds(unit);
    if (number < 1 || number > (bce ? MOST_BCE : hundreds == 1 ? 21 : 3)) {
      return Optional.empty();
    }
    int years = 100 * hundreds;
    int first = bce ? -years * number : years * (number - 1);
    DateSpan part = part(word, fraction, first, first + years - 1);
    return Optional.of(bce ? part : new DateSpan(3, Math.max(1, part.first), part.last));
  }

  /** How many centuries a century or millennium has. */
  private static int hundreds(String unit) {
    return unit.startsWith("mil") || unit.startsWith("jahrt") ? 10 : 1;
  }

  /** The part of a span that words like early, late and second half mean. */
  private static DateSpan part(
      @Nullable String word, @Nullable String fraction, int first, int last) {
    int length = last - first + 1;
    if (word == null) {
      return fraction == null ? new DateSpan(3, first, last) : slice(first, length, 1, 1, 3);
    }
    if (fraction != null) {
      int of = fraction.equals("quarter") ? 4 : fraction.equals("third") ? 3 : 2;
      int which =
          switch (word) {
            case "first", "early" -> 0;
            case "second" -> 1;
            case "third" -> 2;
            case "fourth" -> 3;
            default -> of - 1;
          };
      return slice(first, length, Math.min(which, of - 1), 1, of);
    }
    return switch (word) {
      case "early", "beginning", "anfang", "début", "inizio", "first" ->
          slice(first, length, 0, 1, 3);
      case "mid", "middle", "mitte", "milieu", "metà" -> slice(first, length, 1, 1, 3);
      case "late", "end", "ende", "fin", "fine", "last" -> slice(first, length, 2, 1, 3);
      case "turn" -> new DateSpan(3, first - MARGIN, first + MARGIN);
      default -> new DateSpan(3, first, last);
    };
  }

  /**
   * Years {@code which} to {@code which + count} of {@code of} equal parts; thirds of a hundred are
   * 34, 33 and 33 years.
   */
  private static DateSpan slice(int first, int length, int which, int count, int of) {
    int from = first + (which * length + of - 1) / of;
    int to = first + ((which + count) * length + of - 1) / of - 1;
    return new DateSpan(3, from, to);
  }

  private static DateSpan year(int first, int last) {
    return new DateSpan(4, first, last);
  }

  private static int number(MatchResult m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static int power(int digits) {
    int power = 1;
    for (int i = 0; i < digits; i++) {
      power *= 10;
    }
    return power;
  }
}
