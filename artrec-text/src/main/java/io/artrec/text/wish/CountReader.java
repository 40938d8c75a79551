package io.artrec.text.wish;

import io.artrec.text.wish.WishLexicon.Kind;
import io.artrec.text.wish.WishPart.Draft;
import io.artrec.text.wish.WishText.Match;
import io.artrec.text.wish.WishText.UnitType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how many works are wanted: three paintings, 五幅. */
final class CountReader {
  private static final int MOST = 1000;
  private static final int MOST_ADJECTIVES = 5;
  private static final List<Kind> ADJECTIVES =
      List.of(Kind.COLOR, Kind.MOOD, Kind.SIZE, Kind.STYLE, Kind.PRICING, Kind.SHAPE, Kind.PERIOD);
  private static final List<Kind> NOUNS = List.of(Kind.GENRE, Kind.MEDIUM);
  private static final Set<String> ASKING =
      Set.of(
          "me",
          "show",
          "find",
          "give",
          "us",
          "recommend",
          "suggest",
          "want",
          "need",
          "list",
          "see",
          "get",
          "pick",
          "choose",
          "top",
          "best",
          "just",
          "only");

  private static final Set<String> QUALITIES =
      Set.of(
          "more",
          "different",
          "nice",
          "good",
          "beautiful",
          "of",
          "the",
          "your",
          "best",
          "other",
          "similar",
          "great",
          "lovely");

  private final WishText text;
  private final WishNumbers numbers;

  CountReader(WishText text, WishNumbers numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  /** Reads the number of works that begins here. */
  Optional<Reading> at(int at) {
    Optional<Match> pair = text.match(at, Kind.COUNT, "pair");
    if (pair.isPresent()) {
      int end = at + pair.get().length();
      return end(at, end)
          .map(next -> Reading.of(Draft.of(WishSlot.COUNT, range(2)), at, Math.max(next, end)));
    }
    Optional<WishNumbers.Read> read = numbers.at(at).filter(number -> !number.ordinal());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    double value = read.get().value();
    int next = read.get().next();
    boolean only = isBehindOnly(at);
    if (value != Math.rint(value) || value < (only ? 1 : 2) || value > MOST) {
      return Optional.empty();
    }
    return end(at, next).map(end -> Reading.of(Draft.of(WishSlot.COUNT, range(value)), at, end));
  }

  private boolean isBehindOnly(int at) {
    for (int i = Math.max(0, at - 3); i < at; i++) {
      int end = i + text.match(i, Kind.COUNT, "only").map(Match::length).orElse(0);
      if (end == at) {
        return true;
      }
    }
    return false;
  }

  private static WishRange range(double value) {
    return WishRange.between(value, value);
  }

  private String word(int at) {
    return text.isType(at, UnitType.WORD) ? text.unit(at).text() : "";
  }

  private Optional<Integer> end(int at, int from) {
    Optional<Match> work = text.match(from, Kind.COUNT, "work");
    if (work.isPresent()) {
      return Optional.of(from + work.get().length());
    }
    if (text.isType(from, UnitType.HAN)) {
      return Optional.empty();
    }
    int next = from;
    for (int i = 0; i < MOST_ADJECTIVES; i++) {
      int here = next;
      if (text.match(here, Kind.COUNT, "work").isPresent()
          || NOUNS.stream().anyMatch(kind -> text.match(here, kind).isPresent())) {
        return Optional.of(from);
      }
      int length =
          ADJECTIVES.stream()
              .flatMap(kind -> text.match(here, kind).stream())
              .mapToInt(Match::length)
              .max()
              .orElse(QUALITIES.contains(word(here)) ? 1 : 0);
      if (length == 0) {
        break;
      }
      next += length;
    }
    boolean asked = at > 0 && ASKING.contains(text.unit(at - 1).text());
    int end = text.isAt(from, "more") ? from + 1 : from;
    return asked && (end >= text.size() || text.isType(end, UnitType.SIGN))
        ? Optional.of(end)
        : Optional.empty();
  }
}
