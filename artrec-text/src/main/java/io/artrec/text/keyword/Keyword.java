package io.artrec.text.keyword;

import java.util.Objects;

/**
 * A word or phrase that says much about a text.
 *
 * @param text the words as they stand in the text most often; of equals in lower case, then the
 *     first
 * @param weight what its terms weigh that no better keyword of the text holds, positive; comparable
 *     within one text only
 */
public record Keyword(String text, double weight) {
  /** Validates the parts. */
  public Keyword {
    Objects.requireNonNull(text, "text");
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "weight is " + weight + " (keyword '" + text + "'), expected a positive number");
    }
  }
}
