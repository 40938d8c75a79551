package io.artrec.elicitation;

import java.util.Objects;

/**
 * An answer to a pair of works. A list of them is all there is to keep of a meeting.
 *
 * @param first the id of the first work
 * @param second the id of the second work, another
 * @param choice what was said
 */
public record PairAnswer(String first, String second, PairChoice choice) {
  /** Validates the parts. */
  public PairAnswer {
    Objects.requireNonNull(choice, "choice");
    if (first.equals(second)) {
      throw new IllegalArgumentException(
          "both works of a pair are '" + first + "', expected two different ones");
    }
  }
}
