package io.artrec.text.wish;

import io.artrec.text.wish.WishLexicon.Kind;
import io.artrec.text.wish.WishPart.Draft;
import io.artrec.text.wish.WishText.Match;
import io.artrec.text.wish.WishText.UnitType;
import java.util.Map;
import java.util.Optional;

/** Reads what works are to be like: something like the Great Wave, 像《星空》那样. */
final class LikeReader {
  private static final Map<String, String> QUOTES =
      Map.of("《", "》", "「", "」", "\"", "\"", "〈", "〉", "『", "』");
  private static final int MOST_WORDS = 8;

  private final WishText text;

  LikeReader(WishText text) {
    this.text = text;
  }

  /** Reads the likeness that begins here. */
  Optional<Reading> at(int at) {
    Optional<Match> like = text.match(at, Kind.LIKE, "like");
    Optional<Match> verb = text.match(at, Kind.LIKE, "like-verb");
    if (like.isPresent() && like.get().length() >= verb.map(Match::length).orElse(0)) {
      int next = text.pastFillers(at + like.get().length(), 0);
      Optional<Reading> named = named(at, next).or(() -> named(at, pastArticle(next)));
      if (named.isPresent()) {
        return named.map(this::pastEnd);
      }
      return capitals(at, pastArticle(next));
    }
    return titled(at).map(this::pastEnd).or(() -> manner(at));
  }

  /** Klimt style, Hockney那种, the way Xu Beihong. */
  private Optional<Reading> manner(int at) {
    int way = text.match(at, Kind.LIKE, "like-way").map(Match::length).orElse(0);
    Optional<Match> artist = text.match(at + way, Kind.ARTIST);
    Optional<Match> work = text.match(at + way, Kind.WORK).filter(match -> match.length() > 1);
    Optional<Match> name = artist.or(() -> work);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    int next = at + way + name.get().length();
    Optional<Match> suffix = text.match(next, Kind.LIKE, "like-suffix");
    return way == 0 && suffix.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Reading.of(
                Draft.of(WishSlot.LIKE, name.get().value()),
                at,
                next + suffix.map(Match::length).orElse(0)));
  }

  private int pastArticle(int at) {
    return text.isAt(at, "the")
            || text.isAt(at, "a")
            || text.isAt(at, "this")
            || text.isAt(at, "that")
            || text.isAt(at, "of")
            || text.isAt(at, "画")
        ? at + 1
        : at;
  }

  private Optional<Reading> named(int at, int next) {
    Optional<Reading> quoted = titled(next);
    if (quoted.isPresent()) {
      return Optional.of(new Reading(quoted.get().drafts(), at, quoted.get().next()));
    }
    Optional<Match> work = text.match(next, Kind.WORK);
    Optional<Match> artist = text.match(next, Kind.ARTIST);
    int longest = Math.max(work.map(Match::length).orElse(0), artist.map(Match::length).orElse(0));
    Optional<Match> match = work.filter(found -> found.length() == longest).or(() -> artist);
    return match.map(
        found -> Reading.of(Draft.of(WishSlot.LIKE, found.value()), at, next + found.length()));
  }

  /** A title between the marks of titles. */
  private Optional<Reading> titled(int at) {
    String close = at < text.size() ? QUOTES.get(text.unit(at).text()) : null;
    if (close == null || at + 1 >= text.size()) {
      return Optional.empty();
    }
    for (int end = at + 2; end <= at + 1 + 2 * MOST_WORDS && end < text.size(); end++) {
      if (text.isAt(end, close)) {
        int length = end - at - 1;
        String value =
            text.match(at + 1, Kind.WORK)
                .filter(match -> match.length() == length)
                .map(Match::value)
                .orElseGet(() -> text.surface(at + 1, length));
        return Optional.of(Reading.of(Draft.of(WishSlot.LIKE, value), at, end + 1));
      }
    }
    return Optional.empty();
  }

  /** Names with capitals that nobody knows. */
  private Optional<Reading> capitals(int at, int from) {
    int next = from;
    while (next < text.size()
        && next - from < MOST_WORDS
        && text.isType(next, UnitType.WORD)
        && text.isCapital(next)
        && !text.isAt(next, "i")
        && text.match(next, Kind.STYLE).isEmpty()) {
      next++;
    }
    return next == from
        ? Optional.empty()
        : Optional.of(
            Reading.of(Draft.of(WishSlot.LIKE, text.surface(from, next - from)), at, next));
  }

  private Reading pastEnd(Reading reading) {
    int next = reading.next();
    for (int i = 0; i < 2; i++) {
      next += text.match(next, Kind.LIKE, "like-end").map(Match::length).orElse(0);
    }
    return new Reading(reading.drafts(), reading.at(), next);
  }
}
