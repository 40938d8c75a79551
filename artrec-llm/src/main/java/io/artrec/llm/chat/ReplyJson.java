package io.artrec.llm.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A whole reply, or one piece of a stream, as OpenAI's protocol writes them. */
final class ReplyJson {
  private static final double MOST_TOKENS = 1e15;

  private final JsonObject json;
  private final Optional<JsonObject> choice;
  private final Optional<JsonObject> message;

  ReplyJson(JsonObject json) {
    this.json = json;
    choice = firstChoice(json);
    message =
        choice.flatMap(
            found -> JsonText.object(found, "message").or(() -> JsonText.object(found, "delta")));
  }

  private static Optional<JsonObject> firstChoice(JsonObject json) {
    JsonElement choices = json.get("choices");
    if (choices == null || !choices.isJsonArray() || choices.getAsJsonArray().isEmpty()) {
      return Optional.empty();
    }
    JsonElement first = choices.getAsJsonArray().get(0);
    return first.isJsonObject() ? Optional.of(first.getAsJsonObject()) : Optional.empty();
  }

  /** Whether there is a message, or a part of one. */
  boolean hasMessage() {
    return message.isPresent();
  }

  /** The words; thinking in members or parts of its own is none. */
  String text() {
    return message.map(found -> text(found.get("content"))).orElse("");
  }

  private static String text(@Nullable JsonElement content) {
    if (content == null) {
      return "";
    }
    if (JsonText.isString(content)) {
      return content.getAsString();
    }
    StringBuilder text = new StringBuilder();
    if (content.isJsonArray()) {
      for (JsonElement part : (JsonArray) content) {
        text.append(JsonText.isString(part) ? part.getAsString() : part(part));
      }
    }
    return text.toString();
  }

  private static String part(JsonElement part) {
    if (!part.isJsonObject()) {
      return "";
    }
    String type = JsonText.string(part.getAsJsonObject(), "type").orElse("text");
    return type.equals("text") || type.equals("output_text")
        ? JsonText.string(part.getAsJsonObject(), "text").orElse("")
        : "";
  }

  /** Whether the model says, in the member for it, that it will not answer. */
  boolean isRefusal() {
    return message
        .flatMap(found -> JsonText.string(found, "refusal"))
        .filter(text -> !text.isEmpty())
        .isPresent();
  }

  /** Why the reply ended; empty while it goes on. */
  Optional<FinishReason> finish() {
    return choice
        .flatMap(found -> JsonText.string(found, "finish_reason"))
        .map(
            reason ->
                switch (reason) {
                  case "stop", "eos", "eos_token", "end_turn", "stop_sequence" ->
                      FinishReason.COMPLETE;
                  case "length", "max_tokens", "model_length" -> FinishReason.LENGTH;
                  case "content_filter", "safety" -> FinishReason.FILTERED;
                  default -> FinishReason.UNKNOWN;
                });
  }

  Optional<TokenUsage> usage() {
    Optional<JsonObject> usage = JsonText.object(json, "usage");
    Optional<Long> prompt = usage.flatMap(found -> count(found.get("prompt_tokens")));
    Optional<Long> reply = usage.flatMap(found -> count(found.get("completion_tokens")));
    return prompt.isPresent() && reply.isPresent()
        ? Optional.of(new TokenUsage(prompt.get(), reply.get()))
        : Optional.empty();
  }

  private static Optional<Long> count(@Nullable JsonElement value) {
    if (value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      return Optional.empty();
    }
    double number = value.getAsDouble();
    return number >= 0 && number <= MOST_TOKENS ? Optional.of((long) number) : Optional.empty();
  }

  Optional<String> model() {
    return JsonText.string(json, "model").filter(name -> !name.isBlank());
  }
}
