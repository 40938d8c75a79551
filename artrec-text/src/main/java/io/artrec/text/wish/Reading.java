package io.artrec.text.wish;

import io.artrec.text.wish.WishPart.Draft;
import java.util.List;

/**
 * What some units of a wish say.
 *
 * @param drafts the parts, whose sign is not known yet
 * @param at the first unit
 * @param next the unit behind the last
 */
record Reading(List<Draft> drafts, int at, int next) {
  Reading {
    drafts = List.copyOf(drafts);
  }

  static Reading of(Draft draft, int at, int next) {
    return new Reading(List.of(draft), at, next);
  }

  /** What it says, to compare. */
  List<String> values() {
    return drafts.stream().map(draft -> draft.slot() + draft.value()).toList();
  }

  /** How many units it takes. */
  int length() {
    return next - at;
  }
}
