package io.artrec.djl.training;

import java.util.Objects;

/**
 * Two texts that belong together: a title and its description, a question and what answers it, the
 * records of two works that the same visitors like. Immutable.
 *
 * @param first one text
 * @param second the other
 */
public record TextPair(String first, String second) {
  /** Validates the texts. */
  public TextPair {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
  }
}
