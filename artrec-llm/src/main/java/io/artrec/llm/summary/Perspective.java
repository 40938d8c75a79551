package io.artrec.llm.summary;

/** A point of view from which a text is summarized. */
public enum Perspective {
  /** Who, when, where, and why it came about. */
  HISTORY,
  /** Materials, methods, how it is composed. */
  TECHNIQUE,
  /** Mood, and what it makes one feel. */
  EMOTION
}
