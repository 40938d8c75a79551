package io.artrec.llm.chat;

import java.util.Objects;

/**
 * Which prompt a request was made from, for reports and caches.
 *
 * @param name the prompt's stable name, such as {@code describe}
 * @param version its version, 1 or more, raised whenever its words change
 */
public record PromptId(String name, int version) {
  /** Checks the values. */
  public PromptId {
    Objects.requireNonNull(name, "name");
    if (name.isBlank() || version < 1) {
      throw new IllegalArgumentException(
          "prompt '" + name + "' version " + version + ", expected a name and 1 or more");
    }
  }
}
