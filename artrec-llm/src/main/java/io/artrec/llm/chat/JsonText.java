package io.artrec.llm.chat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON as the standard has it, read without Gson's leniency. */
final class JsonText {
  private static final Gson STRICT =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .serializeNulls()
          .disableHtmlEscaping()
          .create();

  private JsonText() {}

  /** Reads one JSON value that is the whole text; empty where the text is anything else. */
  static Optional<JsonElement> read(String text) {
    try {
      return Optional.ofNullable(STRICT.fromJson(text, JsonElement.class));
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  static Optional<JsonObject> readObject(String text) {
    return read(text).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
  }

  static JsonObject requireObject(String name, String text) {
    return readObject(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name + " is " + text.length() + " chars that are no JSON object"));
  }

  static String write(JsonElement value) {
    return STRICT.toJson(value);
  }

  /** The member's value where the object has it as a string. */
  static Optional<String> string(JsonObject object, String member) {
    JsonElement value = object.get(member);
    return isString(value) ? Optional.of(value.getAsString()) : Optional.empty();
  }

  static boolean isString(@Nullable JsonElement value) {
    return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
  }

  /** The member's value where the object has it as an object. */
  static Optional<JsonObject> object(JsonObject object, String member) {
    JsonElement value = object.get(member);
    return value != null && value.isJsonObject()
        ? Optional.of(value.getAsJsonObject())
        : Optional.empty();
  }
}
