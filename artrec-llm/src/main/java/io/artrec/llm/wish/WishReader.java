package io.artrec.llm.wish;

import io.artrec.llm.subject.SubjectFinder;
import io.artrec.llm.wish.NegationScope.Opener;
import io.artrec.llm.wish.SubjectWordsReader.Found;
import io.artrec.llm.wish.WishLexicon.Kind;
import io.artrec.llm.wish.WishLexicon.Sense;
import io.artrec.llm.wish.WishPart.Draft;
import io.artrec.llm.wish.WishText.Hit;
import io.artrec.llm.wish.WishText.Match;
import io.artrec.llm.wish.WishText.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Goes through one wish from left to right and gathers what it says. */
final class WishReader {
  private static final Set<String> STOPS =
      Set.of(".", ";", "!", "?", ":", "(", ")", "。", "；", "！", "？", "：", "（", "）", "…");
  private static final Set<String> COMMAS = Set.of(",", "，", "、", "/");
  private static final List<Kind> SLOT_KINDS =
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
          Kind.WHERE);

  private final WishText text;
  private final boolean correction;
  private final SubjectWordsReader subjects;
  private final CountReader counts;
  private final YearReader years;
  private final MeasureReader measures;
  private final ComparisonReader comparisons;
  private final LikeReader likes;
  private final NegationScope scope = new NegationScope();
  private final Set<WishPart> parts = new LinkedHashSet<>();
  private final List<ParsedWish.Span> unknown = new ArrayList<>();
  private boolean purpose;
  private int unknownFrom = -1;
  private int unknownTo = -1;

  WishReader(WishText text, WishLexicon lexicon, SubjectFinder finder, boolean correction) {
    this.text = text;
    this.correction = correction;
    WishNumbers numbers = new WishNumbers(text);
    subjects = new SubjectWordsReader(text, lexicon, finder);
    counts = new CountReader(text, numbers);
    years = new YearReader(text, numbers);
    measures = new MeasureReader(text, numbers);
    comparisons = new ComparisonReader(text, subjects);
    likes = new LikeReader(text);
  }

  /** Reads everything. */
  void read() {
    for (int at = 0; at < text.size(); ) {
      at = Math.max(at + 1, step(at));
    }
    endUnknown();
  }

  List<WishPart> parts() {
    return List.copyOf(parts);
  }

  List<ParsedWish.Span> unknown() {
    return List.copyOf(unknown);
  }

  /** Reads what begins at a unit and returns the unit behind it. */
  private int step(int at) {
    Optional<Reading> numbered = longest(measures.at(at), years.at(at), counts.at(at));
    int words = text.hits(at).isEmpty() ? 0 : text.hits(at).get(0).length();
    if (numbered.isPresent() && numbered.get().length() >= Math.min(words, 2)) {
      return accept(numbered.get());
    }
    if (text.isType(at, Type.SIGN)) {
      Optional<Reading> titled = likes.at(at);
      return titled.isPresent() ? accept(titled.get()) : sign(at);
    }
    Optional<Reading> like = likes.at(at);
    if (like.isPresent()) {
      return accept(like.get());
    }
    int slot = slotLength(at);
    Optional<Reading> comparison = comparison(at);
    if (comparison.isPresent() && comparison.get().length() >= slot) {
      return accept(comparison.get());
    }
    int control = control(at, slot);
    if (control > 0) {
      return at + control;
    }
    return slot > 0 ? slot(at) : otherwise(at);
  }

  @SafeVarargs
  private static Optional<Reading> longest(Optional<Reading>... readings) {
    Optional<Reading> best = Optional.empty();
    for (Optional<Reading> reading : readings) {
      if (reading.isPresent() && (best.isEmpty() || reading.get().length() > best.get().length())) {
        best = reading;
      }
    }
    return best;
  }

  private Optional<Reading> comparison(int at) {
    Optional<Reading> read = comparisons.at(at);
    return correction || read.isEmpty()
        ? read
        : read.filter(reading -> text.match(at, Kind.COMPARE).isPresent());
  }

  private int sign(int at) {
    endUnknown();
    purpose = false;
    String sign = text.unit(at).text();
    if (STOPS.contains(sign) || (COMMAS.contains(sign) && !goesOn(at, sign))) {
      scope.close();
    }
    return at + 1;
  }

  /** Whether a comma is one of a list that a negation reaches over. */
  private boolean goesOn(int at, String sign) {
    if (!scope.isOpen() || !scope.isUsed() || sign.equals("、") || sign.equals("/")) {
      return true;
    }
    int next = at + 1;
    for (int items = 0; items < 6; items++) {
      Optional<Match> or = text.match(next, Kind.JOIN, "or");
      if (or.isPresent()) {
        return true;
      }
      next = text.pastFillers(next, 2);
      int length = slotLength(next);
      if (length == 0) {
        return false;
      }
      next += length;
      if (text.match(next, Kind.JOIN, "or").isPresent()) {
        return true;
      }
      if (!text.isAt(next, sign)) {
        return false;
      }
      next++;
    }
    return false;
  }

  /** Words that limit or join; how many units they take, 0 where slots are read. */
  private int control(int at, int slot) {
    Optional<Match> affirm = text.match(at, Kind.AFFIRM);
    Optional<Match> not = text.match(at, Kind.NOT);
    Optional<Match> except = text.match(at, Kind.EXCEPT);
    Optional<Match> aim = text.match(at, Kind.PURPOSE, "for");
    Optional<Match> join = text.match(at, Kind.JOIN);
    int longest = 0;
    for (Optional<Match> match : List.of(affirm, not, except, aim, join)) {
      longest = Math.max(longest, match.map(Match::length).orElse(0));
    }
    int filler = text.match(at, Kind.FILLER).map(Match::length).orElse(0);
    if (longest == 0 || slot >= longest || filler > longest) {
      return 0;
    }
    int taken = longest;
    endUnknown();
    if (is(affirm, taken)) {
      return taken;
    }
    if (is(not, taken)) {
      open(not.get());
    } else if (is(except, taken)) {
      except(except.get());
    } else if (is(aim, taken)) {
      purpose = true;
    } else {
      join(at, join.get());
    }
    return taken;
  }

  private static boolean is(Optional<Match> match, int length) {
    return match.isPresent() && match.get().length() == length;
  }

  private void open(Match not) {
    purpose = false;
    scope.open(
        switch (not.value()) {
          case "refuse" -> Opener.REFUSE;
          case "without" -> Opener.WITHOUT;
          default -> Opener.NOT;
        });
  }

  private void except(Match match) {
    switch (match.value()) {
      case "except" -> {
        purpose = false;
        scope.open(Opener.EXCEPT);
      }
      case "end" -> {
        if (scope.isExcept()) {
          scope.close();
        }
      }
      default -> scope.close();
    }
  }

  private void join(int at, Match match) {
    switch (match.value()) {
      case "but" -> {
        scope.close();
        purpose = false;
      }
      case "with" -> {
        purpose = false;
        if (scope.isUsed()) {
          scope.close();
        }
      }
      case "and" -> {
        if (scope.isOpen() && scope.isUsed() && !isAlike(at + match.length())) {
          scope.close();
        }
      }
      case "of" -> of();
      default -> {
        // Or: whatever was not wanted goes on.
      }
    }
  }

  private void of() {
    purpose = false;
    if (scope.isOpen() && scope.isUsed() && scope.opener() == Opener.WITHOUT) {
      scope.close();
    }
  }

  /** Whether what comes is of the slot of what was not wanted last. */
  private boolean isAlike(int at) {
    int next = text.pastFillers(at, 2);
    Optional<WishSlot> slot = slotAt(next);
    return slot.isPresent() && slot.equals(scope.last());
  }

  private Optional<WishSlot> slotAt(int at) {
    Optional<Found> subject = subjects.at(at);
    Optional<Draft> draft = lexical(at).map(Lexical::draft);
    int length = lexical(at).map(Lexical::length).orElse(0);
    if (subject.isPresent() && subject.get().length() > length) {
      return Optional.of(WishSlot.SUBJECT);
    }
    return draft.map(Draft::slot);
  }

  private int slotLength(int at) {
    int subject = subjects.at(at).filter(found -> isMeant(at, found)).map(Found::length).orElse(0);
    return Math.max(subject, lexical(at).map(Lexical::length).orElse(0));
  }

  /** A subject counts where no longer words that carry no wish begin. */
  private boolean isMeant(int at, Found found) {
    for (Hit hit : text.hits(at)) {
      boolean other =
          hit.senses().stream()
              .anyMatch(
                  sense ->
                      sense.kind() != Kind.WORK
                          && sense.kind() != Kind.UNIT
                          && sense.kind() != Kind.SIDE
                          && sense.kind() != Kind.CURRENCY
                          && sense.kind() != Kind.PERIOD);
      if (other && hit.length() >= found.length()) {
        return false;
      }
    }
    return true;
  }

  /** Words of a list that fill a slot. */
  private record Lexical(Draft draft, int length) {}

  private Optional<Lexical> lexical(int at) {
    for (Hit hit : text.hits(at)) {
      for (Kind kind : SLOT_KINDS) {
        Optional<Sense> sense = hit.of(kind);
        if (sense.isPresent() && isMeant(at, hit, kind)) {
          return Optional.of(new Lexical(draft(kind, sense.get().value()), hit.length()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isMeant(int at, Hit hit, Kind kind) {
    int length = hit.length();
    if (kind == Kind.ARTIST) {
      return isArtist(at, length);
    }
    if (kind == Kind.SIZE) {
      return !isOfSubject(at + length);
    }
    boolean single = length == 1 && text.isType(at, Type.HAN);
    return !single || subjects.at(at).map(Found::length).orElse(0) <= 1;
  }

  /** Whether an adjective of size belongs to a thing in the picture. */
  private boolean isOfSubject(int at) {
    int next = at;
    while (text.match(next, Kind.COLOR).isPresent()) {
      next += text.match(next, Kind.COLOR).get().length();
    }
    Optional<Found> subject = subjects.at(next);
    return subject.isPresent() && isMeant(next, subject.get());
  }

  /** A name that is also a word is meant with a capital or behind who made it. */
  private boolean isArtist(int at, int length) {
    if (length > 1 || text.isType(at, Type.HAN)) {
      return true;
    }
    boolean named = at > 0 && text.match(at - 1, Kind.BY).isPresent();
    boolean word = subjects.at(at).isPresent() || text.hits(at).get(0).senses().size() > 1;
    return named || !word || (text.isCapital(at) && at > 0);
  }

  private static Draft draft(Kind kind, String value) {
    return Draft.of(kind == Kind.PRICING ? WishSlot.PRICE : WishSlot.valueOf(kind.name()), value);
  }

  private int slot(int at) {
    Optional<Lexical> lexical = lexical(at);
    Optional<Found> subject = subjects.at(at).filter(found -> isMeant(at, found));
    int length = lexical.map(Lexical::length).orElse(0);
    boolean isSubject = subject.isPresent() && subject.get().length() > length;
    int taken = isSubject ? subject.get().length() : length;
    endUnknown();
    if (purpose) {
      return at + taken;
    }
    Draft draft = isSubject ? Draft.of(subject.get().subject()) : lexical.orElseThrow().draft();
    boolean free = text.isAt(at + taken, "free") && scope.isOpen() == false;
    add(draft, at, at + taken, !free && !scope.isOpen());
    return at + taken + (free ? 1 : 0);
  }

  private int accept(Reading reading) {
    endUnknown();
    boolean first = scope.isOpen() && !scope.isUsed();
    for (Draft draft : reading.drafts()) {
      boolean open = draft.range().map(WishRange::isOpen).orElse(false);
      if (first && open) {
        add(draft.inverted(), reading.at(), reading.next(), true);
      } else {
        boolean ranged = draft.range().isPresent() || draft.slot() == WishSlot.COMPARE;
        add(draft, reading.at(), reading.next(), !(scope.isOpen() && (first || !ranged)));
      }
    }
    return reading.next();
  }

  private void add(Draft draft, int from, int to, boolean wanted) {
    if (scope.isOpen()) {
      scope.read(draft.slot());
    }
    parts.add(draft.at(text.unit(from).start(), text.unit(to - 1).end(), wanted));
  }

  /** Names nobody knows, words that carry no wish, and what is not understood. */
  private int otherwise(int at) {
    int name = name(at);
    if (name > 0) {
      return name;
    }
    Optional<Hit> hit = text.hits(at).stream().findFirst();
    if (hit.isPresent()) {
      endUnknown();
      if (text.match(at, Kind.PURPOSE, "that").isPresent()) {
        purpose = false;
      }
      return at + hit.get().length();
    }
    if (!purpose) {
      unknownFrom = unknownFrom < 0 ? at : unknownFrom;
      unknownTo = at + 1;
    }
    return at + 1;
  }

  /** By somebody with capitals. */
  private int name(int at) {
    Optional<Match> by = text.match(at, Kind.BY);
    if (by.isEmpty()) {
      return 0;
    }
    int from = at + by.get().length();
    int next = from;
    while (next < text.size()
        && next - from < 4
        && text.isType(next, Type.WORD)
        && text.isCapital(next)) {
      next++;
    }
    if (next == from || lexical(from).isPresent() || years.at(from).isPresent()) {
      return 0;
    }
    endUnknown();
    add(Draft.of(WishSlot.ARTIST, text.surface(from, next - from)), at, next, !scope.isOpen());
    return next;
  }

  private void endUnknown() {
    if (unknownFrom >= 0) {
      unknown.add(
          new ParsedWish.Span(
              text.surface(unknownFrom, unknownTo - unknownFrom), text.unit(unknownFrom).start()));
      unknownFrom = -1;
    }
  }
}
