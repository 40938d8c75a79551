package io.artrec.text.wish;

import io.artrec.text.wish.WishLexicon.Kind;
import io.artrec.text.wish.WishPart.Draft;
import io.artrec.text.wish.WishText.Match;
import io.artrec.text.wish.WishText.UnitType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads differences to an earlier answer: older, less blue, 再便宜一点. */
final class ComparisonReader {
  private static final Set<String> BITS = Set.of("一点", "一些", "点", "些", "一点儿", "点儿", "一点点", "了点");

  /** What a difference means where there is no earlier answer. */
  private static final Map<String, Draft> PLAIN =
      Map.of(
          "cheaper", Draft.of(WishSlot.PRICE, "cheap"),
          "dearer", Draft.of(WishSlot.PRICE, "expensive"),
          "larger", Draft.of(WishSlot.SIZE, "large"),
          "smaller", Draft.of(WishSlot.SIZE, "small"),
          "lighter", Draft.of(WishSlot.COLOR, "light"),
          "darker", Draft.of(WishSlot.COLOR, "dark"));

  private static final Map<String, String> OPPOSITES =
      Map.of(
          "older", "newer",
          "newer", "older",
          "cheaper", "dearer",
          "dearer", "cheaper",
          "larger", "smaller",
          "smaller", "larger",
          "lighter", "darker",
          "darker", "lighter",
          "same artist", "other artist",
          "other artist", "same artist");

  private final WishText text;
  private final SubjectWordsReader subjects;

  ComparisonReader(WishText text, SubjectWordsReader subjects) {
    this.text = text;
    this.subjects = subjects;
  }

  /** Reads the difference that begins here. */
  Optional<Reading> at(int at) {
    Optional<Match> whole = text.match(at, Kind.COMPARE);
    Optional<Reading> degree = degree(at).or(() -> comparative(at)).or(() -> bitMore(at));
    int length = whole.map(Match::length).orElse(0);
    if (degree.isPresent() && degree.get().length() > length) {
      return degree;
    }
    return whole.map(
        match -> Reading.of(Draft.of(WishSlot.COMPARE, match.value()), at, at + match.length()));
  }

  /** What a word of difference means where there is no earlier answer. */
  Optional<Reading> withoutEarlier(int at) {
    return text.match(at, Kind.COMPARE)
        .filter(match -> text.match(at, Kind.DEGREE).isEmpty())
        .filter(match -> text.match(at, Kind.NOT).isEmpty())
        .filter(match -> text.match(at, Kind.PRICING).isEmpty())
        .flatMap(
            match ->
                Optional.ofNullable(PLAIN.get(match.value()))
                    .map(draft -> Reading.of(draft, at, at + match.length())));
  }

  /** What a refused difference asks for instead. */
  static Optional<Draft> opposite(Draft draft) {
    String value = draft.value();
    String other =
        value.startsWith("more ")
            ? "less " + value.substring(5)
            : value.startsWith("less ")
                ? "more " + value.substring(5)
                : OPPOSITES.getOrDefault(value, "");
    return other.isEmpty() ? Optional.empty() : Optional.of(Draft.of(WishSlot.COMPARE, other));
  }

  /** More blue, less calm, fewer people, 更蓝, 少一点蓝色. */
  private Optional<Reading> degree(int at) {
    Optional<Match> more = text.match(at, Kind.DEGREE, "more");
    Optional<Match> less = text.match(at, Kind.DEGREE, "less");
    Optional<Match> too = text.match(at, Kind.DEGREE, "too");
    Match match =
        longer(more, less)
            .filter(found -> found.length() >= too.map(Match::length).orElse(0))
            .or(() -> too)
            .orElse(new Match("", 0));
    if (match.length() == 0) {
      return Optional.empty();
    }
    int next = at + match.length();
    for (int i = 0; i < 2; i++) {
      int step = text.isAt(next, "of") || text.isAt(next, "的") || text.isAt(next, "the") ? 1 : 0;
      next += step;
    }
    boolean isMore = match.value().equals("more");
    Optional<Reading> read = quality(next).map(found -> compared(found, at, isMore));
    return read.map(found -> new Reading(found.drafts(), at, pastBits(found.next())));
  }

  private static Optional<Match> longer(Optional<Match> one, Optional<Match> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().length() >= other.get().length() ? one : other;
  }

  private int pastBits(int at) {
    for (int length = 3; length > 0; length--) {
      if (at + length <= text.size() && BITS.contains(text.phrase(at, length))) {
        return at + length;
      }
    }
    return at;
  }

  private static Reading compared(Quality quality, int at, boolean more) {
    String value = (more ? "more " : "less ") + quality.value();
    if (quality.value().equals("light") || quality.value().equals("dark")) {
      value = more == quality.value().equals("light") ? "lighter" : "darker";
    }
    return Reading.of(Draft.of(WishSlot.COMPARE, value), at, quality.next());
  }

  /** Bluer, calmer, happier. */
  private Optional<Reading> comparative(int at) {
    if (!text.isType(at, UnitType.WORD)) {
      return Optional.empty();
    }
    String word = text.unit(at).text();
    if (!word.endsWith("er") || word.length() < 5) {
      return Optional.empty();
    }
    String base = word.substring(0, word.length() - 2);
    List<String> stems =
        base.endsWith("i")
            ? List.of(base.substring(0, base.length() - 1) + "y")
            : List.of(base, base + "e", base.substring(0, base.length() - 1));
    for (String stem : stems) {
      for (Kind kind : List.of(Kind.COLOR, Kind.MOOD)) {
        Optional<String> value = subjects.value(kind, stem);
        if (value.isPresent()) {
          return Optional.of(compared(new Quality(value.get(), at + 1), at, true));
        }
      }
    }
    return Optional.empty();
  }

  /** 蓝一点, 花多一些, 蓝色少一点. */
  private Optional<Reading> bitMore(int at) {
    if (!text.isType(at, UnitType.HAN)) {
      return Optional.empty();
    }
    Optional<Quality> quality = quality(at);
    if (quality.isEmpty()) {
      return Optional.empty();
    }
    int next = quality.get().next();
    next = text.isAt(next, "的") ? next + 1 : next;
    next = text.pastFillers(next, text.isAt(next, "可") || text.isAt(next, "再") ? 1 : 0);
    next = text.isAt(next, "再") || text.isAt(next, "要") ? next + 1 : next;
    Optional<Match> less = text.match(next, Kind.DEGREE, "less");
    Optional<Match> more = text.match(next, Kind.DEGREE, "more");
    Optional<Match> too = text.match(next, Kind.DEGREE, "too").filter(m -> m.length() > 1);
    if (less.isPresent() && less.get().length() > 1) {
      return Optional.of(behind(quality.get(), at, false, next + less.get().length()));
    }
    if (too.isPresent()) {
      return Optional.of(behind(quality.get(), at, false, next + too.get().length()));
    }
    if (more.isPresent() && more.get().length() > 1) {
      return Optional.of(behind(quality.get(), at, true, next + more.get().length()));
    }
    int bits = pastBits(quality.get().next());
    return bits > quality.get().next()
        ? Optional.of(behind(quality.get(), at, true, bits))
        : Optional.empty();
  }

  private static Reading behind(Quality quality, int at, boolean more, int next) {
    return new Reading(compared(quality, at, more).drafts(), at, next);
  }

  /** Something of which there may be more. */
  private record Quality(String value, int next) {}

  private Optional<Quality> quality(int at) {
    Optional<Match> color = text.match(at, Kind.COLOR);
    Optional<Match> mood = text.match(at, Kind.MOOD);
    Optional<Match> best = longer(color, mood);
    if (best.isEmpty()) {
      best = longer(text.match(at, Kind.GENRE), text.match(at, Kind.STYLE));
    }
    Optional<SubjectWordsReader.Found> subject = subjects.at(at);
    if (subject.isPresent() && subject.get().length() > best.map(Match::length).orElse(0)) {
      return Optional.of(new Quality(subject.get().label(), at + subject.get().length()));
    }
    return best.map(match -> new Quality(match.value(), at + match.length()));
  }
}
