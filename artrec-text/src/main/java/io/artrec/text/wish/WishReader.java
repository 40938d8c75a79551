package io.artrec.text.wish;

import io.artrec.text.subject.SubjectFinder;
import io.artrec.text.wish.NegationScope.Opener;
import io.artrec.text.wish.WishLexicon.Kind;
import io.artrec.text.wish.WishPart.Draft;
import io.artrec.text.wish.WishText.Hit;
import io.artrec.text.wish.WishText.Match;
import io.artrec.text.wish.WishText.UnitType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Goes through one wish from left to right and gathers what it says. */
final class WishReader {
  private static final Set<String> STOPS =
      Set.of(".", ";", "!", "?", ":", "(", ")", "。", "；", "！", "？", "：", "（", "）", "…");
  private static final Set<String> COMMAS = Set.of(",", "，", "、", "/");

  private static final Set<WishSlot> THINGS = Set.of(WishSlot.SUBJECT, WishSlot.GENRE);

  /** Verbs behind which a Chinese clause has said whom or where for. */
  private static final Set<String> REASONS = Set.of("送", "挂", "放", "摆", "装");

  private final WishText text;
  private final boolean correction;
  private final WishNumbers numbers;
  private final SlotReader slots;
  private final CountReader counts;
  private final YearReader years;
  private final MeasureReader measures;
  private final ComparisonReader comparisons;
  private final LikeReader likes;
  private final NegationScope scope = new NegationScope();
  private final Gathered gathered;
  private boolean purpose;

  WishReader(WishText text, WishLexicon lexicon, SubjectFinder finder, boolean correction) {
    this.text = text;
    this.correction = correction;
    numbers = new WishNumbers(text);
    slots = new SlotReader(text, lexicon, finder);
    counts = new CountReader(text, numbers);
    years = new YearReader(text, numbers);
    measures = new MeasureReader(text, numbers);
    comparisons = new ComparisonReader(text, slots.subjects());
    likes = new LikeReader(text);
    gathered = new Gathered(text);
  }

  /** Reads everything. */
  Gathered read() {
    for (int at = 0; at < text.size(); ) {
      at = Math.max(at + 1, step(at));
    }
    refuseFromBehind();
    gathered.finish();
    return gathered;
  }

  /** Reads what begins at a unit and returns the unit behind it. */
  private int step(int at) {
    Optional<Reading> numbered = longest(measures.at(at), years.at(at), counts.at(at));
    int words = text.hits(at).isEmpty() ? 0 : text.hits(at).get(0).length();
    if (numbered.isPresent() && numbered.get().length() >= Math.min(words, 2)) {
      return accept(numbered.get());
    }
    Optional<Reading> like = likes.at(at);
    if (like.isPresent()) {
      return accept(like.get());
    }
    if (text.isType(at, UnitType.SIGN)) {
      return sign(at);
    }
    int slot = slots.length(at);
    Optional<Reading> comparison = comparison(at);
    int filler = text.match(at, Kind.FILLER).map(Match::length).orElse(0);
    if (comparison.isPresent() && comparison.get().length() >= Math.max(slot, filler)) {
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
    return correction ? comparisons.at(at) : comparisons.withoutEarlier(at);
  }

  /** Where nothing came behind a negation, it was about what stood before: roses I don't want. */
  private void refuseFromBehind() {
    if (scope.isOpen() && !scope.isUsed() && !gathered.isUnknownSince(scope.at())) {
      gathered.refuseClause();
    }
  }

  private int sign(int at) {
    gathered.endUnknown();
    refuseFromBehind();
    String sign = text.unit(at).text();
    boolean stop = STOPS.contains(sign);
    boolean comma = COMMAS.contains(sign);
    if (stop || comma) {
      purpose = false;
    }
    if (stop || (comma && !goesOn(at, sign))) {
      scope.close();
    }
    if (stop) {
      gathered.endSentence(at + 1);
    } else if (comma && !sign.equals("、")) {
      gathered.endClause();
    }
    return at + 1;
  }

  /** Whether a comma is one of a list that a negation reaches over. */
  private boolean goesOn(int at, String sign) {
    if (sign.equals("、") || sign.equals("/")) {
      return true;
    }
    if (!scope.isUsed()) {
      return false;
    }
    int next = at + 1;
    for (int items = 0; items < 6; items++) {
      if (text.match(next, Kind.JOIN, "or").isPresent()) {
        return true;
      }
      next = text.pastFillers(next, 2);
      int length = slots.length(next);
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
    List<Optional<Match>> matches =
        List.of(
            text.match(at, Kind.AFFIRM),
            text.match(at, Kind.NOT),
            text.match(at, Kind.EXCEPT),
            text.match(at, Kind.PURPOSE, "for"),
            text.match(at, Kind.JOIN),
            text.match(at, Kind.DEGREE));
    int longest = 0;
    int which = -1;
    for (int i = 0; i < matches.size(); i++) {
      int length = matches.get(i).map(Match::length).orElse(0);
      which = length > longest ? i : which;
      longest = Math.max(longest, length);
    }
    int filler = text.match(at, Kind.FILLER).map(Match::length).orElse(0);
    boolean other = filler > longest || comparable(at) > longest;
    boolean outside = text.match(at, Kind.OUTSIDE).map(Match::length).orElse(0) >= longest;
    if (longest == 0 || slot >= longest || other || outside) {
      return 0;
    }
    gathered.endUnknown();
    Match match = matches.get(which).orElseThrow();
    switch (which) {
      case 1 -> not(at, match);
      case 2 -> except(at, match);
      case 3 -> purpose(at);
      case 4 -> join(at, match);
      case 5 -> degree(at, match);
      default -> {
        // Said and taken back: nothing follows.
      }
    }
    return longest;
  }

  /** How many units speak of an earlier answer, where there is one. */
  private int comparable(int at) {
    return correction ? text.match(at, Kind.COMPARE).map(Match::length).orElse(0) : 0;
  }

  private void not(int at, Match not) {
    purpose = false;
    boolean behind = not.value().equals("behind");
    boolean last = text.isType(at, UnitType.HAN) && isEnd(at + not.length());
    if (!scope.isOpen() && (behind || last) && (gathered.refuseClause() || behind)) {
      return;
    }
    scope.open(
        at,
        switch (not.value()) {
          case "refuse" -> Opener.REFUSE;
          case "without" -> Opener.WITHOUT;
          default -> Opener.NOT;
        });
  }

  /** Whether nothing of weight comes before the clause ends. */
  private boolean isEnd(int at) {
    int next = text.pastFillers(at, 3);
    return next >= text.size() || text.isType(next, UnitType.SIGN);
  }

  private void except(int at, Match match) {
    switch (match.value()) {
      case "except" -> {
        purpose = false;
        scope.open(at, Opener.EXCEPT);
      }
      case "end" -> {
        if (scope.isExcept()) {
          scope.close();
        }
      }
      default -> scope.close();
    }
  }

  private void purpose(int at) {
    purpose = true;
    if (REASONS.contains(text.unit(at).text())) {
      gathered.dropReasons();
    }
  }

  /** Less and too, where there is nothing to compare with: it is not wanted. */
  private void degree(int at, Match match) {
    boolean refuses = match.value().equals("less") || match.value().equals("too");
    if (refuses && !scope.isOpen()) {
      scope.open(at, Opener.NOT);
    }
  }

  private void join(int at, Match match) {
    int next = at + match.length();
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
        purpose &= slots.length(next) > 0;
        if (scope.isUsed() && !scope.isExcept() && !isAlike(next) && !text.isAt(next, "the")) {
          scope.close();
        }
      }
      case "of" -> {
        purpose = false;
        if (scope.isUsed() && scope.opener() == Opener.WITHOUT) {
          scope.close();
        }
      }
      default -> {
        // Or: whatever was not wanted goes on.
      }
    }
  }

  /** Whether what comes is of the slot of what was not wanted last. */
  private boolean isAlike(int at) {
    Optional<WishSlot> slot = slots.slot(text.pastFillers(at, 2));
    return slot.isPresent()
        && (slot.equals(scope.last())
            || (THINGS.containsAll(slot.stream().toList())
                && THINGS.containsAll(scope.last().stream().toList())));
  }

  private int slot(int at) {
    Reading reading = slots.at(at).orElseThrow();
    if (!purpose && isDoubtful(at, reading)) {
      gathered.unknown(at);
      return at + 1;
    }
    gathered.endUnknown();
    if (purpose) {
      return reading.next();
    }
    boolean free =
        text.isAt(reading.next(), "free") && text.isType(at, UnitType.WORD) && !scope.isOpen();
    for (Draft draft : reading.drafts()) {
      add(draft, at, reading.next(), !free && !scope.isOpen());
    }
    return reading.next() + (free ? 1 : 0);
  }

  /** A single character beside others that nobody knows is a part of their word. */
  private boolean isDoubtful(int at, Reading reading) {
    if (reading.length() > 1
        || !text.isType(at, UnitType.HAN)
        || reading.drafts().get(0).slot() != WishSlot.SUBJECT) {
      return false;
    }
    int next = at + 1;
    boolean unknownNext =
        text.isType(next, UnitType.HAN)
            && text.hits(next).isEmpty()
            && slots.length(next) == 0
            && numbers.at(next).isEmpty();
    return unknownNext || gathered.isUnknownBefore(at);
  }

  private int accept(Reading reading) {
    purpose &= reading.drafts().get(0).slot() != WishSlot.COUNT;
    gathered.endUnknown();
    boolean first = scope.isOpen() && !scope.isUsed();
    for (Draft draft : reading.drafts()) {
      boolean open = draft.range().map(WishRange::isOpen).orElse(false);
      boolean ranged = draft.range().isPresent() || draft.slot() == WishSlot.COMPARE;
      if (scope.isOpen() && draft.slot() == WishSlot.COMPARE) {
        ComparisonReader.opposite(draft)
            .ifPresent(other -> add(other, reading.at(), reading.next(), true));
      } else if (first && open) {
        add(draft.inverted(), reading.at(), reading.next(), true);
      } else {
        add(draft, reading.at(), reading.next(), !(scope.isOpen() && (first || !ranged)));
      }
    }
    return reading.next();
  }

  private void add(Draft draft, int from, int to, boolean wanted) {
    if (scope.isOpen()) {
      scope.read(draft.slot());
    }
    gathered.add(draft, from, to, wanted);
  }

  /** Names nobody knows, words that carry no wish, and what is not understood. */
  private int otherwise(int at) {
    Optional<Match> outside = text.match(at, Kind.OUTSIDE);
    if (outside.isPresent()) {
      return outside(at, outside.get());
    }
    int name = name(at);
    if (name > 0) {
      return name;
    }
    Optional<Hit> hit = text.hits(at).stream().findFirst();
    if (hit.isPresent()) {
      gathered.endUnknown();
      if (text.match(at, Kind.PURPOSE, "that").isPresent()
          || (text.isType(at, UnitType.HAN) && text.match(at, Kind.COUNT).isPresent())) {
        purpose = false;
      }
      if (text.match(at, Kind.LIKE, "like-verb").isPresent()) {
        purpose = false;
        scope.close();
      }
      return at + text.match(at, Kind.FILLER).map(Match::length).orElse(1);
    }
    Optional<Reading> misspelled = purpose ? Optional.empty() : slots.misspelled(at);
    if (misspelled.isPresent()) {
      return accept(misspelled.get());
    }
    Optional<WishNumbers.Read> number = numbers.at(at);
    if (!purpose && number.isEmpty()) {
      gathered.unknown(at);
    }
    return number.map(WishNumbers.Read::next).orElse(at + 1);
  }

  private int outside(int at, Match match) {
    int length = match.length();
    if (match.value().equals("question")) {
      return question(at);
    }
    gathered.endUnknown();
    for (int i = 0; i < length && !purpose; i++) {
      gathered.unknown(at + i);
    }
    gathered.endUnknown();
    return at + length;
  }

  /** A sentence about something else is not understood as a whole. */
  private int question(int at) {
    int next = at + 1;
    while (next < text.size() && !STOPS.contains(text.unit(next).text())) {
      next++;
    }
    gathered.notUnderstoodUntil(next);
    return next;
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
        && text.isType(next, UnitType.WORD)
        && text.isCapital(next)) {
      next++;
    }
    if (next == from
        || slots.length(from) > 0
        || text.match(from, Kind.OUTSIDE).isPresent()
        || years.at(from).isPresent()) {
      return 0;
    }
    gathered.endUnknown();
    Draft artist = Draft.of(WishSlot.ARTIST, text.surface(from, next - from));
    add(artist, at, next, !scope.isOpen());
    return next;
  }
}
