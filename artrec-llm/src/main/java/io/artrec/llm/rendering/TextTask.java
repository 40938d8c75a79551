package io.artrec.llm.rendering;

/** What text-to-text models learn, each an example of one event. */
public enum TextTask {
  /** The name of the work that was liked next, of what was liked before. */
  NEXT,
  /** The rating of a work, as a number in decimal digits. */
  RATING,
  /** What the visitor said of a work; only where comments are asked for. */
  EXPLANATION
}
