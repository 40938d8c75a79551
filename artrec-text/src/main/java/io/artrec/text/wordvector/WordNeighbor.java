package io.artrec.text.wordvector;

import java.util.Objects;

/**
 * A word close to another.
 *
 * @param word the word
 * @param similarity the cosine of their vectors, −1 to 1
 */
public record WordNeighbor(String word, double similarity) {
  /** Validates the parts. */
  public WordNeighbor {
    Objects.requireNonNull(word, "word");
  }
}
