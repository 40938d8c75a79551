package io.artrec.llm.chat;

/** What a request can come to that the model which answers it does not see. */
enum Note {
  /** A kept reply answered it. */
  CACHED,
  /** Its reply did not fit. */
  MALFORMED,
  /** The caller's own answer stood in for the model's. */
  FALLBACK
}
