package io.artrec.llm.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.Optional;

/** Requests as OpenAI's protocol writes them. */
final class RequestJson {
  private RequestJson() {}

  static String of(String model, ChatCall call, Dialect dialect) {
    ChatRequest request = call.request();
    JsonObject json = new JsonObject();
    json.addProperty("model", model);
    json.add("messages", messages(request, dialect));
    json.addProperty("stream", call.isStreaming());
    if (call.isStreaming() && dialect.streamUsage()) {
      JsonObject options = new JsonObject();
      options.addProperty("include_usage", true);
      json.add("stream_options", options);
    }
    limits(json, request.limits(), dialect);
    request
        .schema()
        .flatMap(schema -> format(schema, dialect))
        .ifPresent(f -> json.add("response_format", f));
    return JsonText.write(json);
  }

  private static void limits(JsonObject json, ChatLimits limits, Dialect dialect) {
    String tokens = dialect.completionTokens() ? "max_completion_tokens" : "max_tokens";
    limits.maxTokens().ifPresent(most -> json.addProperty(tokens, most));
    limits.temperature().ifPresent(value -> json.addProperty("temperature", value));
    limits.seed().ifPresent(value -> json.addProperty("seed", value));
    if (!limits.stop().isEmpty()) {
      JsonArray stop = new JsonArray();
      limits.stop().forEach(stop::add);
      json.add("stop", stop);
    }
  }

  private static Optional<JsonObject> format(String schema, Dialect dialect) {
    JsonObject format = new JsonObject();
    switch (dialect.schemaMode()) {
      case SCHEMA -> {
        JsonObject named = new JsonObject();
        named.addProperty("name", "reply");
        named.add("schema", JsonText.requireObject("schema", schema));
        format.addProperty("type", "json_schema");
        format.add("json_schema", named);
      }
      case JSON -> format.addProperty("type", "json_object");
      case WORDS -> {
        return Optional.empty();
      }
    }
    return Optional.of(format);
  }

  private static JsonArray messages(ChatRequest request, Dialect dialect) {
    JsonArray messages = new JsonArray();
    system(request, dialect).ifPresent(text -> messages.add(message("system", text)));
    for (ChatTurn turn : request.turns()) {
      boolean user = turn.speaker() == ChatTurn.Speaker.USER;
      JsonObject message = message(user ? "user" : "assistant", turn.text());
      if (!turn.images().isEmpty()) {
        message.add("content", parts(turn));
      }
      messages.add(message);
    }
    return messages;
  }

  /** The instructions, with the schema in words where the server does not take it otherwise. */
  private static Optional<String> system(ChatRequest request, Dialect dialect) {
    if (request.schema().isEmpty() || dialect.schemaMode() == Dialect.SchemaMode.SCHEMA) {
      return request.system();
    }
    String asked = inWords(request.schema().get());
    return Optional.of(request.system().map(text -> text + "\n\n" + asked).orElse(asked));
  }

  static String inWords(String schema) {
    return "Answer with one JSON value and nothing else. It must fit this JSON schema: " + schema;
  }

  private static JsonObject message(String role, String text) {
    JsonObject message = new JsonObject();
    message.addProperty("role", role);
    message.addProperty("content", text);
    return message;
  }

  private static JsonArray parts(ChatTurn turn) {
    JsonArray parts = new JsonArray();
    JsonObject text = new JsonObject();
    text.addProperty("type", "text");
    text.addProperty("text", turn.text());
    parts.add(text);
    for (ChatImage image : turn.images()) {
      JsonObject url = new JsonObject();
      url.addProperty(
          "url",
          "data:"
              + image.mediaType()
              + ";base64,"
              + Base64.getEncoder().encodeToString(image.bytes()));
      JsonObject part = new JsonObject();
      part.addProperty("type", "image_url");
      part.add("image_url", url);
      parts.add(part);
    }
    return parts;
  }
}
