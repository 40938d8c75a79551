package io.artrec.llm.chat;

/**
 * A JSON object that fits its schema, and where it is from.
 *
 * @param json the object, as strict JSON
 * @param source where it is from
 */
public record StructuredReply(String json, Source source) {
  /** Where a structured reply is from. */
  public enum Source {
    /** The model, as it said it. */
    MODEL,
    /** The model, after what stood around the object was left out or its marks were repaired. */
    REPAIRED,
    /** The model, when told what was wrong with its first reply. */
    ASKED_AGAIN,
    /** The caller, since the model gave nothing that fits. */
    FALLBACK
  }

  @Override
  public String toString() {
    return "object of " + json.length() + " chars, " + source;
  }
}
