package io.artrec.llm.conversation;

import io.artrec.filter.Filter;
import io.artrec.llm.prompt.internal.UntrustedText;
import io.artrec.text.wish.ParsedWish;
import io.artrec.text.wish.WishPart;
import io.artrec.text.wish.WishSlot;
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
  private static final int MOST_CHARS = 500;

  /** Slots of which a later wish that adds lets the earlier stand. */
  private static final Set<WishSlot> ADDED =
      EnumSet.of(WishSlot.SUBJECT, WishSlot.COLOR, WishSlot.MOOD, WishSlot.LIKE);

  /** Differences that a later one of the same measure takes the place of. */
  private static final List<Set<String>> MEASURES =
      List.of(
          Set.of("older", "newer"),
          Set.of("cheaper", "dearer"),
          Set.of("larger", "smaller"),
          Set.of("lighter", "darker"),
          Set.of("same artist", "other artist"));

  /** The parts that stand without an earlier answer. */
  ParsedWish standing() {
    return wish.only(part -> part.slot() != WishSlot.COMPARE);
  }

  /** What is refused alone, which no later wish drops. */
  Held refused() {
    return new Held(wish.only(part -> !part.isWanted()), Optional.empty(), "");
  }

  /** Whether more than refusals is left. */
  boolean wantsSomething() {
    return condition.isPresent() || !wanted().isEmpty();
  }

  boolean isEmpty() {
    return wish.parts().isEmpty() && condition.isEmpty();
  }

  /**
   * This without the parts that a later wish replaces or takes back.
   *
   * @param adds whether it is said to come beside
   */
  Held before(ParsedWish later, boolean adds) {
    ParsedWish left =
        wish.only(part -> later.parts().stream().noneMatch(other -> replaces(other, part, adds)));
    boolean compares =
        words.isEmpty()
            && left.parts(WishSlot.COMPARE).size() < wish.parts(WishSlot.COMPARE).size()
            && left.parts(WishSlot.COMPARE).isEmpty();
    return new Held(left, compares ? Optional.empty() : condition, words);
  }

  private static boolean replaces(WishPart later, WishPart part, boolean adds) {
    if (part.slot() == WishSlot.COMPARE) {
      return replacesDifference(later, part.value());
    }
    if (later.slot() == WishSlot.COMPARE) {
      return later.value().equals((part.isWanted() ? "less " : "more ") + part.value());
    }
    if (later.slot() != part.slot()) {
      return false;
    }
    boolean same = later.value().equals(part.value());
    boolean bothWanted = later.isWanted() && part.isWanted();
    return same || (bothWanted && !(adds && ADDED.contains(part.slot())));
  }

  private static boolean replacesDifference(WishPart later, String difference) {
    return switch (later.slot()) {
      case YEAR -> difference.equals("older") || difference.equals("newer");
      case PRICE -> difference.equals("cheaper") || difference.equals("dearer");
      case COMPARE ->
          later.value().equals(difference)
              || quality(later.value()).equals(quality(difference))
              || MEASURES.stream()
                  .anyMatch(both -> both.contains(later.value()) && both.contains(difference));
      default -> false;
    };
  }

  /** What there is to be more or less of; a difference of another kind as it is. */
  private static String quality(String difference) {
    return difference.replaceFirst("^(?:more|less) ", "");
  }

  /** This without what is refused. */
  Held wantedAlone() {
    return new Held(wish.only(WishPart::isWanted), condition, words);
  }

  /** What it says, fit to be shown: some values are the visitor's own words. */
  String words(Locale language) {
    String said = wish.words(language);
    return UntrustedText.forPeople(said.isEmpty() ? words : said, MOST_CHARS);
  }

  /** Slots in which something is wanted. */
  List<WishSlot> wanted() {
    return wish.parts().stream().filter(WishPart::isWanted).map(WishPart::slot).toList();
  }
}
