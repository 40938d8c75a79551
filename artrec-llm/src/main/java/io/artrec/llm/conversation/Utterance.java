package io.artrec.llm.conversation;

import io.artrec.llm.prompt.Origin;
import io.artrec.text.wish.ParsedWish;
import io.artrec.text.wish.WishSlot;
import java.util.ArrayList;
import java.util.List;

/** What somebody said in one turn. */
final class Utterance {
  private final References references;
  private final boolean more;
  private final ParsedWish wish;
  private final Origin origin;

  /**
   * Which of the works shown last were named, counted from 0.
   *
   * @param alike those that others should be like
   * @param liked those that please
   * @param disliked those that do not
   * @param missing places that the last answer does not have, counted from 1
   */
  record References(
      List<Integer> alike, List<Integer> liked, List<Integer> disliked, List<Integer> missing) {
    References {
      alike = List.copyOf(alike);
      liked = List.copyOf(liked);
      disliked = List.copyOf(disliked);
      missing = List.copyOf(missing);
    }

    List<Integer> all() {
      List<Integer> all = new ArrayList<>(alike);
      all.addAll(liked);
      all.addAll(disliked);
      return all;
    }
  }

  Utterance(References references, boolean more, ParsedWish wish, Origin origin) {
    this.references = references;
    this.more = more;
    this.wish = wish;
    this.origin = origin;
  }

  References references() {
    return references;
  }

  ParsedWish wish() {
    return wish;
  }

  /** Who read it. */
  Origin origin() {
    return origin;
  }

  /** Whether further works are wanted, or others. */
  boolean isForMore() {
    return more
        || wish.parts(WishSlot.COMPARE).stream().anyMatch(part -> part.value().equals("other"));
  }

  /** Whether nothing was understood. */
  boolean isEmpty() {
    return references.all().isEmpty() && !more && wish.parts().isEmpty();
  }
}
