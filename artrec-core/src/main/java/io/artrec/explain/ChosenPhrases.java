package io.artrec.explain;

import java.util.List;

/** The way that one explanation takes of those that a language has for each phrase. */
final class ChosenPhrases {
  private final Phrases phrases;
  private final int variation;
  private int chosen;

  ChosenPhrases(Phrases phrases, Explanation explanation) {
    this.phrases = phrases;
    variation = explanation.variation();
  }

  Phrases language() {
    return phrases;
  }

  /** How a sentence begins: neighbours in a list, of other variation, begin otherwise. */
  String opening(List<String> ways) {
    return ways.get(variation % ways.size());
  }

  /** Any further phrase, chosen by other bits of the variation than the beginning. */
  String next(List<String> ways) {
    chosen++;
    return ways.get((variation >>> (4 + 3 * (chosen % 8))) % ways.size());
  }
}
