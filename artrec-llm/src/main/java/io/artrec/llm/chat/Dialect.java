package io.artrec.llm.chat;

import java.util.Locale;
import java.util.Optional;

/**
 * What a server was found to understand.
 *
 * @param schemaMode how a schema is sent
 * @param completionTokens whether the limit of tokens has its newer name
 * @param streamUsage whether usage is asked for in streams
 */
record Dialect(SchemaMode schemaMode, boolean completionTokens, boolean streamUsage) {
  /** How a schema is sent: by itself, as words beside the JSON mode, as words alone. */
  enum SchemaMode {
    SCHEMA,
    JSON,
    WORDS
  }

  static final Dialect FIRST = new Dialect(SchemaMode.SCHEMA, false, true);

  /**
   * The next dialect to try, after the server refused this one; empty where the refusal is not
   * about the dialect. No dialect comes twice.
   */
  Optional<Dialect> after(String refusal, ChatCall call) {
    String said = refusal.toLowerCase(Locale.ROOT);
    if (call.request().limits().maxTokens().isPresent()
        && !completionTokens
        && said.contains("max_completion_tokens")) {
      return Optional.of(new Dialect(schemaMode, true, streamUsage));
    }
    if (call.isStreaming() && streamUsage && said.contains("stream_options")) {
      return Optional.of(new Dialect(schemaMode, completionTokens, false));
    }
    if (call.request().schema().isPresent()
        && schemaMode != SchemaMode.WORDS
        && (said.isBlank()
            || said.contains("response_format")
            || said.contains("schema")
            || said.contains("json_object")
            || said.contains("grammar"))) {
      SchemaMode lower = schemaMode == SchemaMode.SCHEMA ? SchemaMode.JSON : SchemaMode.WORDS;
      return Optional.of(new Dialect(lower, completionTokens, streamUsage));
    }
    return Optional.empty();
  }

  /** What other requests may learn of a refusal: a bad schema says nothing about other schemas. */
  Dialect learned(Dialect tried, String refusal) {
    String said = refusal.toLowerCase(Locale.ROOT);
    boolean badSchema = said.contains("invalid schema") || said.contains("invalid_json_schema");
    return badSchema && tried.schemaMode != schemaMode
        ? new Dialect(schemaMode, tried.completionTokens, tried.streamUsage)
        : tried;
  }
}
