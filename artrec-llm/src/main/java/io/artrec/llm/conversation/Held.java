package io.artrec.llm.conversation;

import io.artrec.filter.Filter;
import io.artrec.llm.wish.ParsedWish;
import io.artrec.llm.wish.WishPart;
import io.artrec.llm.wish.WishSlot;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What holds on of one thing that was said.
 *
 * @param wish what it says, comparisons included, for showing it back
 * @param condition what comparisons with the works shown then, or a choice among a question's, come
 *     to
 * @param words what a choice is called; empty where the wish says it all
 */
record Held(ParsedWish wish, Optional<Filter> condition, String words) {
  /** Slots of which the later wish replaces the earlier. */
  private static final Set<WishSlot> SINGLE =
      EnumSet.complementOf(
          EnumSet.of(
              WishSlot.SUBJECT, WishSlot.COLOR, WishSlot.MOOD, WishSlot.LIKE, WishSlot.COMPARE));

  /** The parts that stand without an earlier answer. */
  ParsedWish standing() {
    return wish.only(part -> part.slot() != WishSlot.COMPARE);
  }

  /** What is refused alone, which no later wish drops. */
  Held refused() {
    return new Held(wish.only(part -> !part.isWanted()), Optional.empty(), "");
  }

  boolean isEmpty() {
    return wish.parts().isEmpty() && condition.isEmpty();
  }

  /** This without the parts that a later wish replaces or takes back. */
  Held before(ParsedWish later) {
    return new Held(
        wish.only(part -> later.parts().stream().noneMatch(other -> replaces(other, part))),
        condition,
        words);
  }

  private static boolean replaces(WishPart later, WishPart part) {
    if (later.slot() != part.slot() || part.slot() == WishSlot.COMPARE) {
      return false;
    }
    boolean same = later.value().equals(part.value());
    boolean bothWanted = later.isWanted() && part.isWanted();
    return same || (bothWanted && SINGLE.contains(part.slot()));
  }

  String words(Locale language) {
    String said = wish.words(language);
    return said.isEmpty() ? words : said;
  }

  /** Slots in which something is wanted. */
  List<WishSlot> wanted() {
    return wish.parts().stream().filter(WishPart::isWanted).map(WishPart::slot).toList();
  }
}
