package io.artrec.llm.explain;

import io.artrec.llm.prompt.Origin;
import java.util.Objects;

/**
 * A reason as a visitor reads it, and whose words they are. Immutable.
 *
 * @param text one sentence
 * @param origin the model or its cache where the words are theirs; else the library, and why
 */
public record RephrasedSentence(String text, Origin origin) {
  /** Checks the parts. */
  public RephrasedSentence {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(origin, "origin");
  }

  /** Returns the sentence. */
  @Override
  public String toString() {
    return text;
  }
}
