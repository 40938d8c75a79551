package io.artrec.text.wish;

import io.artrec.text.wish.WishLexicon.Kind;
import io.artrec.text.wish.WishPart.Draft;
import io.artrec.text.wish.WishText.Match;
import io.artrec.text.wish.WishText.UnitType;
import io.artrec.text.wish.YearPoints.Point;
import java.util.Optional;

/** Reads when works are to be from: years, decades, centuries and periods, and ranges of them. */
final class YearReader {
  private static final int AROUND = 10;

  private enum Direction {
    WITHIN,
    EARLIER,
    UNTIL,
    LATER,
    SINCE,
    AROUND
  }

  private final WishText text;
  private final YearPoints points;

  YearReader(WishText text, WishNumbers numbers) {
    this.text = text;
    points = new YearPoints(text, numbers);
  }

  /** Reads the years that begin here. */
  Optional<Reading> at(int at) {
    Direction direction = Direction.WITHIN;
    boolean between = false;
    int next = at;
    for (int i = 0; i < 4; i++) {
      Optional<Point> point = points.at(next);
      if (point.isPresent()) {
        return Optional.of(ranged(at, point.get(), direction, between));
      }
      Optional<Match> earlier = text.match(next, Kind.TIME, "earlier");
      Optional<Match> until = text.match(next, Kind.TIME, "until");
      Optional<Match> later = text.match(next, Kind.TIME, "later");
      Optional<Match> since = text.match(next, Kind.TIME, "since");
      Optional<Match> about = text.match(next, Kind.BOUND, "about");
      Optional<Match> both = text.match(next, Kind.BOUND, "between");
      Optional<Match> made = text.match(next, Kind.TIME, "made");
      int length = 0;
      if (both.isPresent()) {
        between = true;
        length = both.get().length();
      } else if (earlier.isPresent()) {
        direction = Direction.EARLIER;
        length = earlier.get().length();
      } else if (later.isPresent()) {
        direction = Direction.LATER;
        length = later.get().length();
      } else if (until.isPresent()) {
        direction = Direction.UNTIL;
        length = until.get().length();
      } else if (since.isPresent()) {
        direction = Direction.SINCE;
        length = since.get().length();
      } else if (about.isPresent()) {
        direction = Direction.AROUND;
        length = about.get().length();
      } else if (made.isPresent()) {
        length = made.get().length();
      }
      if (length == 0) {
        return Optional.empty();
      }
      next += length;
    }
    return Optional.empty();
  }

  private Reading ranged(int at, Point first, Direction direction, boolean between) {
    Optional<Point> second = second(first, between);
    int next = second.map(Point::next).orElse(first.next());
    Direction way = direction;
    Optional<Match> earlier = text.match(next, Kind.TIME, "suffix-earlier");
    Optional<Match> later = text.match(next, Kind.TIME, "suffix-later");
    Optional<Match> until = text.match(next, Kind.TIME, "suffix-until");
    Optional<Match> since = text.match(next, Kind.TIME, "suffix-since");
    Optional<Match> about = text.match(next, Kind.BOUND, "about");
    if (way == Direction.WITHIN && second.isEmpty()) {
      if (until.isPresent()) {
        way = Direction.UNTIL;
        next += until.get().length();
      } else if (since.isPresent()) {
        way = Direction.SINCE;
        next += since.get().length();
      } else if (earlier.isPresent()) {
        way = Direction.EARLIER;
        next += earlier.get().length();
      } else if (later.isPresent()) {
        way = Direction.LATER;
        next += later.get().length();
      } else if (about.isPresent() && text.isType(next, UnitType.HAN)) {
        way = Direction.AROUND;
        next += about.get().length();
      }
    }
    if (second.isPresent()) {
      Point last = second.get();
      WishRange range =
          WishRange.between(Math.min(first.from(), last.from()), Math.max(first.to(), last.to()));
      return Reading.of(Draft.of(WishSlot.YEAR, range), at, next);
    }
    return Reading.of(Draft.of(WishSlot.YEAR, range(first, way)), at, next);
  }

  private static WishRange range(Point point, Direction way) {
    boolean single = point.from() == point.to();
    return switch (way) {
      case EARLIER -> WishRange.atMost(point.from() - 1);
      case UNTIL -> WishRange.atMost(point.to());
      case LATER -> WishRange.atLeast(point.to() + 1);
      case SINCE -> WishRange.atLeast(point.from());
      case AROUND ->
          single
              ? WishRange.between(point.from() - AROUND, point.to() + AROUND)
              : WishRange.between(point.from(), point.to());
      case WITHIN ->
          point.open() > 0
              ? WishRange.atLeast(point.from())
              : point.open() < 0
                  ? WishRange.atMost(point.to())
                  : WishRange.between(point.from(), point.to());
    };
  }

  private Optional<Point> second(Point first, boolean between) {
    Optional<Match> or = text.match(first.next(), Kind.JOIN, "or");
    if (or.isPresent()) {
      return points
          .at(points.past(first.next() + or.get().length()))
          .filter(point -> point.from() > first.from() && point.from() <= first.to() + 1);
    }
    Optional<Match> to = text.match(first.next(), Kind.BOUND, "to");
    if (to.isEmpty()) {
      return Optional.empty();
    }
    String word = text.phrase(first.next(), to.get().length());
    boolean and = word.equals("and") || word.equals("和") || word.equals("与");
    int after = first.next() + to.get().length();
    if (text.isAt(after, "the")) {
      after++;
    }
    Optional<Point> second = points.at(after).or(() -> shortYear(first, word, to.get()));
    boolean alike =
        second.isPresent()
            && (between
                || (first.from() != first.to()) == (second.get().from() != second.get().to()));
    return !and || alike ? second : Optional.empty();
  }

  /** The second of 1888–90. */
  private Optional<Point> shortYear(Point first, String word, Match to) {
    int at = first.next() + to.length();
    if (!word.equals("-") || first.from() != first.to() || !text.isType(at, UnitType.NUMBER)) {
      return Optional.empty();
    }
    String digits = text.unit(at).text();
    if (!digits.matches("\\d{2}")) {
      return Optional.empty();
    }
    int year = first.from() / 100 * 100 + Integer.parseInt(digits);
    return year > first.from() ? Optional.of(Point.of(year, year, at + 1)) : Optional.empty();
  }
}
