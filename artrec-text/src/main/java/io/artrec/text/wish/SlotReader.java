package io.artrec.text.wish;

import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectFinder;
import io.artrec.text.wish.SubjectWordsReader.Found;
import io.artrec.text.wish.WishLexicon.Kind;
import io.artrec.text.wish.WishLexicon.Sense;
import io.artrec.text.wish.WishPart.Draft;
import io.artrec.text.wish.WishText.Hit;
import io.artrec.text.wish.WishText.UnitType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads words that fill a slot by themselves: subjects, and what the lists have. */
final class SlotReader {
  private static final List<Kind> KINDS =
      List.of(
          Kind.ARTIST,
          Kind.GENRE,
          Kind.STYLE,
          Kind.MEDIUM,
          Kind.SUPPORT,
          Kind.COLOR,
          Kind.MOOD,
          Kind.SHAPE,
          Kind.SIZE,
          Kind.PRICING,
          Kind.WHERE,
          Kind.CITY);

  private static final Set<WishSlot> MANNERS = EnumSet.of(WishSlot.MOOD, WishSlot.COLOR);

  /** Kinds whose words may name a subject as well. */
  private static final Set<Kind> BESIDE =
      EnumSet.of(
          Kind.WORK, Kind.UNIT, Kind.SIDE, Kind.CURRENCY, Kind.PERIOD, Kind.COUNT, Kind.CITY);

  private final WishText text;
  private final WishLexicon lexicon;
  private final SubjectWordsReader subjects;
  private final Map<Integer, Optional<Reading>> read = new HashMap<>();

  SlotReader(WishText text, WishLexicon lexicon, SubjectFinder finder) {
    this.text = text;
    this.lexicon = lexicon;
    subjects = new SubjectWordsReader(text, lexicon, finder);
  }

  SubjectWordsReader subjects() {
    return subjects;
  }

  /** What fills a slot here, the longest words. */
  Optional<Reading> at(int at) {
    Optional<Reading> known = read.get(at);
    if (known == null) {
      known = find(at);
      read.put(at, known);
    }
    return known;
  }

  /** How many units fill a slot here, 0 where none do. */
  int length(int at) {
    return at(at).map(Reading::length).orElse(0);
  }

  /** The slot that is filled here. */
  Optional<WishSlot> slot(int at) {
    return at(at).map(reading -> reading.drafts().get(0).slot());
  }

  private Optional<Reading> find(int at) {
    Optional<Reading> lexical = lexical(at);
    Optional<Found> subject = subjects.at(at).filter(found -> isMeant(at, found));
    int length = lexical.map(Reading::length).orElse(0);
    if (subject.isPresent() && subject.get().length() > length) {
      Optional<Reading> parted = parted(at, subject.get());
      if (parted.isPresent()) {
        return parted;
      }
    }
    return subject.isPresent() && subject.get().length() > length
        ? subject.map(found -> Reading.of(Draft.of(found.subject()), at, at + found.length()))
        : lexical;
  }

  /** A calm sea is calm and a sea; a winter landscape is a landscape that shows winter. */
  private Optional<Reading> parted(int at, Found whole) {
    if (!text.isType(at, UnitType.WORD)) {
      return Optional.empty();
    }
    int end = at + whole.length();
    Optional<Reading> manner =
        lexical(at)
            .filter(reading -> MANNERS.contains(reading.drafts().get(0).slot()))
            .filter(reading -> reading.next() < end);
    if (manner.isPresent()) {
      int rest = manner.get().next();
      return manner.filter(reading -> subjects.named(text.phrase(rest, end - rest)).isPresent());
    }
    for (int head = at + 1; head < end; head++) {
      Optional<WishText.Match> genre = text.match(head, Kind.GENRE);
      Optional<Subject> shown = subjects.named(text.phrase(at, head - at));
      if (genre.isPresent() && head + genre.get().length() == end && shown.isPresent()) {
        List<Draft> both =
            List.of(Draft.of(shown.get()), Draft.of(WishSlot.GENRE, genre.get().value()));
        return Optional.of(new Reading(both, at, end));
      }
    }
    return Optional.empty();
  }

  /** A subject counts where no words of the lists that are as long begin. */
  private boolean isMeant(int at, Found found) {
    for (Hit hit : text.hits(at)) {
      boolean other =
          hit.length() >= found.length()
              && hit.senses().stream().anyMatch(sense -> !BESIDE.contains(sense.kind()));
      if (other) {
        return false;
      }
    }
    return true;
  }

  private Optional<Reading> lexical(int at) {
    for (Hit hit : text.hits(at)) {
      for (Kind kind : KINDS) {
        Optional<Sense> sense = hit.of(kind);
        if (sense.isPresent() && isMeant(at, hit, kind)) {
          return Optional.of(reading(at, hit.length(), sense.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Reading reading(int at, int length, Sense sense) {
    int next = at + length;
    return switch (sense.kind()) {
      case PRICING -> Reading.of(Draft.of(WishSlot.PRICE, sense.value()), at, next);
      case CITY -> city(at, length, sense.value());
      default ->
          Reading.of(Draft.of(WishSlot.valueOf(sense.kind().name()), sense.value()), at, next);
    };
  }

  /** A city is where works are on view, or else what they show. */
  private Reading city(int at, int length, String value) {
    int next = at + length;
    boolean there = false;
    for (int i = Math.max(0, at - 4); i < Math.min(text.size(), next + 4) && !there; i++) {
      there = text.match(i, Kind.WHERE).isPresent() || text.isAt(i, "museum") || isShown(i);
    }
    Optional<Found> subject = subjects.at(at).filter(found -> found.length() == length);
    Draft draft =
        there
            ? Draft.of(WishSlot.WHERE, value)
            : subject
                .map(found -> Draft.of(found.subject()))
                .orElseGet(() -> Draft.of(WishSlot.SUBJECT, value));
    return Reading.of(draft, at, next);
  }

  private boolean isShown(int at) {
    return text.isAt(at, "展") || text.isAt(at, "馆") || text.isAt(at, "museums");
  }

  private boolean isMeant(int at, Hit hit, Kind kind) {
    int length = hit.length();
    if (kind == Kind.ARTIST) {
      return isArtist(at, length);
    }
    if (kind == Kind.SIZE) {
      return !isOfSubject(at + length);
    }
    boolean single = length == 1 && text.isType(at, UnitType.HAN);
    return !single || subjects.at(at).map(Found::length).orElse(0) <= 1;
  }

  /** Whether an adjective of size belongs to a thing in the picture. */
  private boolean isOfSubject(int at) {
    int next = at;
    for (int i = 0; i < 2; i++) {
      next += text.match(next, Kind.COLOR).map(WishText.Match::length).orElse(0);
    }
    int here = next;
    return subjects.at(here).filter(found -> isMeant(here, found)).isPresent();
  }

  /** A name that is also a word is meant with a capital or behind who made it. */
  private boolean isArtist(int at, int length) {
    if (length > 1 || text.isType(at, UnitType.HAN)) {
      return true;
    }
    boolean named = at > 0 && text.match(at - 1, Kind.BY).isPresent();
    boolean word =
        subjects.at(at).isPresent()
            || text.hits(at).stream().anyMatch(hit -> hit.length() == 1 && hit.senses().size() > 1);
    return named || !word || (text.isCapital(at) && at > 0);
  }

  /** What a misspelled word fills. */
  Optional<Reading> misspelled(int at) {
    if (!text.isType(at, UnitType.WORD)) {
      return Optional.empty();
    }
    List<Reading> readings =
        lexicon.spelling().meant(text.unit(at).text()).stream()
            .flatMap(word -> corrected(at, word).stream())
            .toList();
    boolean one = readings.stream().map(Reading::values).distinct().count() == 1;
    return one ? Optional.of(readings.get(0)) : Optional.empty();
  }

  private Optional<Reading> corrected(int at, String word) {
    for (Kind kind : KINDS) {
      for (Sense sense : lexicon.senses(word)) {
        if (sense.kind() == kind) {
          return Optional.of(reading(at, 1, sense));
        }
      }
    }
    return subjects.named(word).map(subject -> Reading.of(Draft.of(subject), at, at + 1));
  }
}
