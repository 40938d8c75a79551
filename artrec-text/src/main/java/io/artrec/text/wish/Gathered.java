package io.artrec.text.wish;

import io.artrec.text.wish.WishPart.Draft;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is read of a wish, while it is read. */
final class Gathered {
  private record Item(Draft draft, int from, int to, boolean wanted) {
    /** This item, refused from behind. */
    Item refused() {
      boolean open = draft.range().map(WishRange::isOpen).orElse(false);
      return open ? new Item(draft.inverted(), from, to, true) : new Item(draft, from, to, false);
    }
  }

  private final WishText text;
  private final List<Item> items = new ArrayList<>();
  private final List<ParsedWish.Span> unknown = new ArrayList<>();
  private int clause;
  private int sentence;
  private int sentenceUnit;
  private int unknownFrom = -1;
  private int unknownTo = -1;

  Gathered(WishText text) {
    this.text = text;
  }

  void add(Draft draft, int from, int to, boolean wanted) {
    items.add(new Item(draft, from, to, wanted));
  }

  /** What comes belongs to another clause. */
  void endClause() {
    clause = items.size();
  }

  /** What comes, from a unit on, belongs to another sentence. */
  void endSentence(int unit) {
    endClause();
    sentence = items.size();
    sentenceUnit = unit;
  }

  /** The sentence, up to a unit, is about something else. */
  void notUnderstoodUntil(int next) {
    while (items.size() > sentence) {
      items.remove(items.size() - 1);
    }
    int from = sentenceUnit;
    unknown.removeIf(span -> span.start() >= text.unit(from).start());
    unknownFrom = -1;
    unknown.add(span(from, next));
  }

  /** Refuses what the clause named; whether it named anything. */
  boolean refuseClause() {
    boolean any = false;
    for (int i = clause; i < items.size(); i++) {
      any |= items.get(i).wanted();
      items.set(i, items.get(i).wanted() ? items.get(i).refused() : items.get(i));
    }
    return any;
  }

  /** Drops subjects of the clause that turned out to say whom or what for. */
  void dropReasons() {
    for (int i = items.size() - 1; i >= clause; i--) {
      if (items.get(i).draft().slot() == WishSlot.SUBJECT) {
        items.remove(i);
      }
    }
  }

  /** A unit that is not understood. */
  void unknown(int at) {
    unknownFrom = unknownFrom < 0 ? at : unknownFrom;
    unknownTo = at + 1;
  }

  /** Whether the unit before is one that is not understood. */
  boolean isUnknownBefore(int at) {
    return unknownFrom >= 0 && unknownTo == at;
  }

  /** Whether something behind a unit is not understood. */
  boolean isUnknownSince(int at) {
    int start = text.unit(at).start();
    return unknownFrom > at || unknown.stream().anyMatch(span -> span.start() > start);
  }

  void endUnknown() {
    if (unknownFrom >= 0) {
      unknown.add(span(unknownFrom, unknownTo));
      unknownFrom = -1;
    }
  }

  private ParsedWish.Span span(int from, int to) {
    return new ParsedWish.Span(text.surface(from, to - from), text.unit(from).start());
  }

  /** Where nothing is understood, it is the whole that is not. */
  void finish() {
    endUnknown();
    if (items.isEmpty() && !unknown.isEmpty()) {
      int from = 0;
      int to = text.size();
      while (text.isType(to - 1, WishText.UnitType.SIGN) && to - 1 > from) {
        to--;
      }
      unknown.clear();
      unknown.add(span(from, to));
    }
    squares();
  }

  /** A square's side is both its sides. */
  private void squares() {
    boolean square =
        items.stream().anyMatch(item -> item.draft().value().equals("square") && item.wanted());
    for (int i = 0; square && i < items.size(); i++) {
      Item item = items.get(i);
      if (item.draft().slot() == WishSlot.SIDE && item.wanted()) {
        WishRange range = item.draft().range().orElseThrow();
        items.set(i, new Item(Draft.of(WishSlot.WIDTH, range), item.from(), item.to(), true));
        items.add(i + 1, new Item(Draft.of(WishSlot.HEIGHT, range), item.from(), item.to(), true));
      }
    }
  }

  List<WishPart> parts() {
    Set<WishPart> parts = new LinkedHashSet<>();
    for (Item item : items) {
      int start = text.unit(item.from()).start();
      int end = text.unit(item.to() - 1).end();
      parts.add(item.draft().at(start, end, item.wanted()));
    }
    return List.copyOf(parts);
  }

  List<ParsedWish.Span> unknown() {
    return List.copyOf(unknown);
  }
}
