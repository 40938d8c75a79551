package io.artrec.llm.chat;

/** Why a reply ended. */
public enum FinishReason {
  /** The model had said what it had to say, or met a stop word. */
  COMPLETE,
  /** The limit of tokens was reached; the text is cut. */
  LENGTH,
  /** A filter of the server cut the text. */
  FILTERED,
  /** The server gave no reason, or one that is not known here. */
  UNKNOWN
}
