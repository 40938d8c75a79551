package io.artrec.llm.rendering;

import java.util.Objects;

/**
 * A question as text, in the two parts that its prompt has. Immutable.
 *
 * @param first what comes first: the history of a pair, the task of a text-to-text model
 * @param second what follows: the candidate of a pair, history and work of a task
 */
public record RenderedText(String first, String second) {
  /** Checks the parts. */
  public RenderedText {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
  }

  /**
   * {@return both parts in one}
   *
   * @param between what stands between them, such as {@code " [SEP] "} where a tokenizer takes one
   *     text, or a line's end
   */
  public String joined(String between) {
    return first + between + second;
  }
}
