package io.artrec.llm.label;

import java.util.Objects;

/**
 * A text whose label is known. Immutable.
 *
 * @param text the text
 * @param label its label, not blank
 */
public record LabeledText(String text, String label) {
  /** Validates the parts. */
  public LabeledText {
    Objects.requireNonNull(text, "text");
    if (label.isBlank()) {
      throw new IllegalArgumentException("label of the text '" + shortened(text) + "' is blank");
    }
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
