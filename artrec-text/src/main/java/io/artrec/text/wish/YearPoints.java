package io.artrec.text.wish;

import io.artrec.catalog.MuseumDate;
import io.artrec.catalog.YearRange;
import io.artrec.text.wish.WishLexicon.Kind;
import io.artrec.text.wish.WishLexicon.Sense;
import io.artrec.text.wish.WishText.Hit;
import io.artrec.text.wish.WishText.Match;
import io.artrec.text.wish.WishText.UnitType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one year, decade, century or period, or a part of it. */
final class YearPoints {
  private static final int FIRST = 1000;
  private static final int LAST = 2100;
  private static final Map<String, Integer> DECADES =
      Map.of(
          "twenties", 20,
          "thirties", 30,
          "forties", 40,
          "fifties", 50,
          "sixties", 60,
          "seventies", 70,
          "eighties", 80,
          "nineties", 90);

  /**
   * Years and what stands behind them.
   *
   * @param from the first year
   * @param to the last; the first where it is a single one
   * @param next the unit behind
   * @param open whether the period itself has no last ({@code 1}) or no first ({@code -1}) year
   */
  record Point(int from, int to, int next, int open) {
    static Point of(int from, int to, int next) {
      return new Point(from, to, next, 0);
    }
  }

  private static final List<Map.Entry<String, YearRange>> CENTURIES =
      List.of(
          Map.entry("last-century", YearRange.of(1901, 2000)),
          Map.entry("this-century", YearRange.of(2001, 2100)),
          Map.entry("century-before", YearRange.of(1801, 1900)));

  private final WishText text;
  private final WishNumbers numbers;

  YearPoints(WishText text, WishNumbers numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  /** One year, decade, century or period. */
  Optional<Point> at(int at) {
    if (at >= text.size()) {
      return Optional.empty();
    }
    for (String part : List.of("early", "mid", "late", "first-half", "second-half", "turn")) {
      Optional<Match> match = text.match(at, Kind.TIME, part);
      if (match.isPresent()) {
        Optional<Point> whole = undivided(past(at + match.get().length()));
        if (whole.isPresent()) {
          return whole.map(point -> part(point, part, point.next()));
        }
      }
    }
    return undivided(at).map(this::divided);
  }

  /** Behind an article. */
  int past(int at) {
    return text.isAt(at, "the") || text.isAt(at, "of") ? at + 1 : at;
  }

  /** A Chinese part stands behind: 19世纪末. */
  private Point divided(Point whole) {
    int next = text.isAt(whole.next(), "的") ? whole.next() + 1 : whole.next();
    if (!text.isType(next, UnitType.HAN) || whole.from() == whole.to()) {
      return whole;
    }
    for (String part : List.of("first-half", "second-half", "turn", "early", "mid", "late")) {
      Optional<Match> match = text.match(next, Kind.TIME, part);
      if (match.isPresent()) {
        return part(whole, part, next + match.get().length());
      }
    }
    return whole;
  }

  private static Point part(Point whole, String part, int next) {
    int years = whole.to() - whole.from() + 1;
    int from = whole.from();
    return switch (part) {
      case "early" -> Point.of(from, from + Math.max(1, Math.round(years / 3f)) - 1, next);
      case "mid" ->
          Point.of(from + Math.round(years / 3f), from + Math.round(2 * years / 3f) - 1, next);
      case "late" -> Point.of(from + Math.round(2 * years / 3f), whole.to(), next);
      case "first-half" -> Point.of(from, from + years / 2 - 1, next);
      case "second-half" -> Point.of(from + years / 2, whole.to(), next);
      default -> Point.of(from - 11, from + 9, next);
    };
  }

  private Optional<Point> undivided(int at) {
    Optional<Point> named = period(at).or(() -> relative(at)).or(() -> decadeInWords(at));
    if (named.isPresent()) {
      return named;
    }
    Optional<Match> bc = text.match(at, Kind.TIME, "bc").filter(m -> text.isType(at, UnitType.HAN));
    Optional<Match> ad = text.match(at, Kind.TIME, "ad").filter(m -> text.isType(at, UnitType.HAN));
    if (bc.isPresent()) {
      return numbered(at + bc.get().length(), true);
    }
    int from = at + ad.map(Match::length).orElse(0);
    int start = text.isAt(from, "第") ? from + 1 : from;
    return numbered(text.isAt(start, "'") ? start + 1 : start, ad.isPresent());
  }

  private Optional<Point> period(int at) {
    for (Hit hit : text.hits(at)) {
      Optional<Sense> sense = hit.of(Kind.PERIOD);
      if (sense.isPresent() && isMeant(at, hit)) {
        return period(sense.get(), at + hit.length());
      }
    }
    return Optional.empty();
  }

  /** One character or a short word is a dynasty only where nothing else begins there. */
  private boolean isMeant(int at, Hit hit) {
    if (hit.length() > 1) {
      return true;
    }
    if (text.isType(at, UnitType.HAN)) {
      return text.isAt(at + 1, "代") || text.isAt(at + 1, "朝");
    }
    String word = text.unit(at).text();
    return word.length() > 4
        || text.isCapital(at)
        || text.isAt(at + 1, "painting")
        || text.isAt(at + 1, "paintings");
  }

  private static Optional<Point> period(Sense sense, int next) {
    if (sense.detail().isEmpty()) {
      return MuseumDate.parse(sense.value())
          .map(years -> Point.of(years.first(), years.last(), next));
    }
    String[] ends = sense.detail().split("\\.\\.", -1);
    int from = ends[0].isEmpty() ? Integer.MIN_VALUE / 2 : Integer.parseInt(ends[0]);
    int to = ends[1].isEmpty() ? LAST : Integer.parseInt(ends[1]);
    int open = ends[0].isEmpty() ? -1 : ends[1].isEmpty() ? 1 : 0;
    return Optional.of(new Point(from, to, next, open));
  }

  private Optional<Point> relative(int at) {
    for (Map.Entry<String, YearRange> name : CENTURIES) {
      Optional<Match> match = text.match(at, Kind.TIME, name.getKey());
      if (match.isPresent()) {
        Point century =
            Point.of(name.getValue().first(), name.getValue().last(), at + match.get().length());
        return decadeOf(century).or(() -> Optional.of(century));
      }
    }
    return Optional.empty();
  }

  private Optional<Point> decadeInWords(int at) {
    if (!text.isType(at, UnitType.WORD)) {
      return Optional.empty();
    }
    Integer decade = DECADES.get(text.unit(at).text());
    if (decade != null) {
      return Optional.of(Point.of(1900 + decade, 1909 + decade, at + 1));
    }
    Integer behind =
        text.isType(at + 1, UnitType.WORD) ? DECADES.get(text.unit(at + 1).text()) : null;
    Optional<WishNumbers.Read> hundreds = behind == null ? Optional.empty() : numbers.at(at);
    if (behind == null || hundreds.isEmpty() || hundreds.get().next() != at + 1) {
      return Optional.empty();
    }
    int start = (int) (hundreds.get().value() * 100) + behind;
    return start >= FIRST && start < LAST
        ? Optional.of(Point.of(start, start + 9, at + 2))
        : Optional.empty();
  }

  private Optional<Point> numbered(int at, boolean era) {
    Optional<Integer> digits = chineseYear(at);
    if (digits.isPresent()) {
      return Optional.of(Point.of(digits.get(), digits.get(), at + 5));
    }
    Optional<WishNumbers.Read> read = numbers.at(at);
    if (read.isEmpty() || read.get().value() != Math.rint(read.get().value())) {
      return Optional.empty();
    }
    int value = (int) Math.min(read.get().value(), 1e6);
    int next = read.get().next();
    boolean before = text.match(at - 1, Kind.TIME, "bc").isPresent() || isBehindBc(at);
    return century(value, next, before)
        .or(() -> centuries(value, next))
        .or(() -> decade(at, value, next))
        .or(() -> year(value, next, read.get(), era, before));
  }

  private boolean isBehindBc(int at) {
    return text.isAt(at - 1, "前") && text.isAt(at - 2, "元");
  }

  private Optional<Integer> chineseYear(int at) {
    int year = 0;
    for (int i = 0; i < 4; i++) {
      int digit =
          text.isType(at + i, UnitType.HAN) ? "〇一二三四五六七八九".indexOf(text.unit(at + i).text()) : -1;
      digit = digit < 0 && text.isAt(at + i, "零") ? 0 : digit;
      if (digit < 0) {
        return Optional.empty();
      }
      year = year * 10 + digit;
    }
    return text.isAt(at + 4, "年") && year >= FIRST && year <= LAST
        ? Optional.of(year)
        : Optional.empty();
  }

  private Optional<Point> century(int number, int next, boolean before) {
    Optional<Match> match = text.match(next, Kind.TIME, "century");
    if (match.isEmpty() || number < 1 || number > 60) {
      return Optional.empty();
    }
    int after = next + match.get().length();
    Optional<Match> bc = text.match(after, Kind.TIME, "bc");
    if (bc.isPresent() || before) {
      return Optional.of(
          Point.of(-100 * number, -100 * number + 99, after + bc.map(Match::length).orElse(0)));
    }
    Point century = Point.of(100 * number - 99, 100 * number, after);
    return decadeOf(century).or(() -> Optional.of(century));
  }

  /** The first of the 17th and 18th centuries, whose word stands behind the second. */
  private Optional<Point> centuries(int number, int next) {
    Optional<Match> to = text.match(next, Kind.BOUND, "to");
    Optional<Match> or = text.match(next, Kind.JOIN, "or");
    int length = to.or(() -> or).map(Match::length).orElse(0);
    if (length == 0 || number < 1 || number > 21) {
      return Optional.empty();
    }
    int after = text.isAt(next + length, "the") ? next + length + 1 : next + length;
    Optional<WishNumbers.Read> second = numbers.at(after);
    return second
        .filter(read -> read.value() >= 1 && read.value() <= 21)
        .filter(read -> text.match(read.next(), Kind.TIME, "century").isPresent())
        .map(read -> Point.of(100 * number - 99, 100 * number, next));
  }

  /** The twenties of a century that was said. */
  private Optional<Point> decadeOf(Point century) {
    int at = text.isAt(century.next(), "的") ? century.next() + 1 : century.next();
    Optional<WishNumbers.Read> read =
        text.isType(at, UnitType.HAN) || text.isType(at, UnitType.NUMBER)
            ? numbers.at(at)
            : Optional.empty();
    return read.filter(tens -> tens.value() % 10 == 0 && tens.value() < 100)
        .flatMap(
            tens ->
                text.match(tens.next(), Kind.TIME, "decade")
                    .map(
                        match -> {
                          int from = century.from() - 1 + (int) tens.value();
                          return Point.of(from, from + 9, tens.next() + match.length());
                        }));
  }

  private Optional<Point> decade(int at, int value, int next) {
    Optional<Match> match = text.match(next, Kind.TIME, "decade");
    if (match.isEmpty() || value % 10 != 0) {
      return Optional.empty();
    }
    if (!text.isType(next, UnitType.HAN) && !text.isGlued(next)) {
      return Optional.empty();
    }
    boolean single = value >= 10 && value < 100;
    if (!single && (value < FIRST || value > LAST)) {
      return Optional.empty();
    }
    int start = single ? 1900 + value : value;
    int years = value % 100 == 0 && !text.isType(at, UnitType.HAN) ? 100 : 10;
    return Optional.of(Point.of(start, start + years - 1, next + match.get().length()));
  }

  private Optional<Point> year(
      int value, int next, WishNumbers.Read read, boolean era, boolean before) {
    Optional<Match> bc =
        text.match(next, Kind.TIME, "bc").filter(m -> !text.isType(next, UnitType.HAN));
    if (bc.isPresent()) {
      return Optional.of(Point.of(-value, -value, next + bc.get().length()));
    }
    boolean named = text.isAt(next, "年");
    boolean plausible = read.plain() && value >= FIRST && value <= LAST;
    if (!(plausible || ((named || era) && value > 99 && value <= LAST) || (before && named))) {
      return Optional.empty();
    }
    int year = before ? -value : value;
    int after = named ? next + 1 : next;
    Optional<Match> ad =
        text.match(after, Kind.TIME, "ad").filter(m -> !text.isType(after, UnitType.HAN));
    return Optional.of(Point.of(year, year, after + ad.map(Match::length).orElse(0)));
  }
}
