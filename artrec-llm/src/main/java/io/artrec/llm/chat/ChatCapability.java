package io.artrec.llm.chat;

/** Something that a {@link ChatModel} declares it can do. */
public enum ChatCapability {
  /** Turns may hold images. */
  IMAGES,
  /** A reply may be asked for in the form of a JSON schema. */
  SCHEMA,
  /** Pieces of the reply come while it is written, not all at its end. */
  STREAMING,
  /** A seed makes replies repeat, as far as the model can. */
  SEED,
  /** The reply may be ended before given words. */
  STOP_WORDS
}
