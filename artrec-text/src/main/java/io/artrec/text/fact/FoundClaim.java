package io.artrec.text.fact;

import java.util.List;

/**
 * A claim and what would support it.
 *
 * @param claim the claim
 * @param start where it begins in the text
 * @param support what to look for
 */
record FoundClaim(Claim claim, int start, Support support) {
  /** What supports a claim. */
  sealed interface Support {}

  /** Any of some names of one thing. */
  record AnyName(List<String> names) implements Support {}

  /** Every one of some words. */
  record EveryWord(List<String> words) implements Support {}

  /** A run of characters. */
  record Characters(String text) implements Support {}

  /** A year of those from the first to the last. */
  record Years(int first, int last) implements Support {}

  /** A number, or one that rounds to it. */
  record Amount(String digits) implements Support {}
}
