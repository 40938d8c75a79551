package io.artrec.llm.summary;

import java.util.Objects;

/**
 * Summaries of one text from each point of view; empty ones where the text says nothing from it.
 *
 * @param history who, when, where, and why it came about
 * @param technique materials, methods, how it is composed
 * @param emotion mood, and what it makes one feel
 */
public record Perspectives(Summary history, Summary technique, Summary emotion) {
  /** Checks the values. */
  public Perspectives {
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(technique, "technique");
    Objects.requireNonNull(emotion, "emotion");
  }

  /**
   * {@return the summary from a point of view}
   *
   * @param view the point of view
   */
  public Summary of(Perspective view) {
    return switch (view) {
      case HISTORY -> history;
      case TECHNIQUE -> technique;
      case EMOTION -> emotion;
    };
  }
}
