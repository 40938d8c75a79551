package io.artrec.llm.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON schema of the few words that are checked here: {@code type} (one name), {@code
 * properties}, {@code required}, {@code enum}, {@code items}, {@code minimum}, {@code maximum},
 * {@code maxLength}, {@code maxItems}, {@code additionalProperties} (true or false). {@code title}
 * and {@code description} are for the model. Any other word is refused, so that nothing is thought
 * to be checked that is not. Immutable and thread-safe.
 */
final class ReplySchema {
  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "properties",
          "required",
          "enum",
          "items",
          "minimum",
          "maximum",
          "maxLength",
          "maxItems",
          "additionalProperties",
          "title",
          "description");
  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "number", "integer", "boolean", "null");

  private final JsonObject schema;

  private ReplySchema(JsonObject schema) {
    this.schema = schema;
  }

  static ReplySchema of(String json) {
    JsonObject schema = JsonText.requireObject("schema", json);
    refuseUnknown(schema, "$");
    if (!JsonText.string(schema, "type").filter("object"::equals).isPresent()) {
      throw new IllegalArgumentException("the schema's type at $, expected object");
    }
    return new ReplySchema(schema);
  }

  private static void refuseUnknown(JsonObject schema, String path) {
    for (String word : schema.keySet()) {
      if (!KNOWN.contains(word)) {
        throw wrong(
            path, "holds '" + word + "', expected only " + KNOWN.stream().sorted().toList());
      }
    }
    JsonElement type = schema.get("type");
    if (type != null && !(JsonText.isString(type) && TYPES.contains(type.getAsString()))) {
      throw wrong(path, "has another type than one of " + TYPES.stream().sorted().toList());
    }
    for (String word : List.of("required", "enum")) {
      if (schema.has(word) && !schema.get(word).isJsonArray()) {
        throw wrong(path, "has '" + word + "' that is no array");
      }
    }
    for (String word : List.of("minimum", "maximum", "maxLength", "maxItems")) {
      if (schema.has(word) && !isNumber(schema.get(word))) {
        throw wrong(path, "has '" + word + "' that is no number");
      }
    }
    if (schema.has("required")) {
      for (JsonElement name : schema.getAsJsonArray("required")) {
        if (!JsonText.isString(name)) {
          throw wrong(path, "has 'required' that holds more than names");
        }
      }
    }
    JsonElement more = schema.get("additionalProperties");
    if (more != null && !isOf("boolean", more)) {
      throw wrong(path, "has 'additionalProperties' that is neither true nor false");
    }
    if (schema.has("items")) {
      refuseUnknown(part(schema.get("items"), path + "[]"), path + "[]");
    }
    if (schema.has("properties")) {
      for (Map.Entry<String, JsonElement> property :
          part(schema.get("properties"), path).entrySet()) {
        String inner = path + "." + property.getKey();
        refuseUnknown(part(property.getValue(), inner), inner);
      }
    }
  }

  private static JsonObject part(JsonElement value, String path) {
    if (!value.isJsonObject()) {
      throw wrong(path, "is no object");
    }
    return value.getAsJsonObject();
  }

  private static IllegalArgumentException wrong(String path, String what) {
    return new IllegalArgumentException("the schema at " + path + " " + what);
  }

  /** The first thing that does not fit, by its place; without words of the value. */
  Optional<String> problem(JsonObject value) {
    return problem(schema, value, "$");
  }

  private static Optional<String> problem(JsonObject schema, JsonElement value, String path) {
    Optional<String> type = JsonText.string(schema, "type");
    if (type.isPresent() && !isOf(type.get(), value)) {
      return Optional.of(path + " is not of type " + type.get());
    }
    if (schema.has("enum") && !schema.getAsJsonArray("enum").contains(value)) {
      return Optional.of(path + " is none of the values allowed");
    }
    if (value.isJsonObject()) {
      return inObject(schema, value.getAsJsonObject(), path);
    }
    if (value.isJsonArray()) {
      return inArray(schema, value.getAsJsonArray(), path);
    }
    return value.isJsonPrimitive()
        ? inPrimitive(schema, value.getAsJsonPrimitive(), path)
        : Optional.empty();
  }

  private static boolean isOf(String type, JsonElement value) {
    return switch (type) {
      case "object" -> value.isJsonObject();
      case "array" -> value.isJsonArray();
      case "string" -> JsonText.isString(value);
      case "number" -> isNumber(value);
      case "integer" -> isNumber(value) && value.getAsDouble() == Math.rint(value.getAsDouble());
      case "boolean" -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
      default -> value.isJsonNull();
    };
  }

  private static boolean isNumber(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
  }

  private static Optional<String> inObject(JsonObject schema, JsonObject value, String path) {
    if (schema.has("required")) {
      for (JsonElement name : schema.getAsJsonArray("required")) {
        if (!value.has(name.getAsString())) {
          return Optional.of(path + " lacks '" + name.getAsString() + "'");
        }
      }
    }
    JsonObject properties = JsonText.object(schema, "properties").orElseGet(JsonObject::new);
    JsonElement more = schema.get("additionalProperties");
    boolean closed = more != null && more.equals(new JsonPrimitive(false));
    for (Map.Entry<String, JsonElement> member : value.entrySet()) {
      JsonElement inner = properties.get(member.getKey());
      if (inner == null) {
        if (closed) {
          return Optional.of(path + " has a property that is not allowed");
        }
        continue;
      }
      Optional<String> problem =
          problem(inner.getAsJsonObject(), member.getValue(), path + "." + member.getKey());
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inArray(JsonObject schema, JsonArray value, String path) {
    if (schema.has("maxItems") && value.size() > schema.get("maxItems").getAsDouble()) {
      return Optional.of(path + " has more than " + schema.get("maxItems") + " items");
    }
    if (!schema.has("items")) {
      return Optional.empty();
    }
    JsonObject items = schema.getAsJsonObject("items");
    for (int i = 0; i < value.size(); i++) {
      Optional<String> problem = problem(items, value.get(i), path + "[" + i + "]");
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inPrimitive(JsonObject schema, JsonPrimitive value, String path) {
    if (value.isNumber()) {
      if (schema.has("minimum") && value.getAsDouble() < schema.get("minimum").getAsDouble()) {
        return Optional.of(path + " is below its minimum, " + schema.get("minimum"));
      }
      if (schema.has("maximum") && value.getAsDouble() > schema.get("maximum").getAsDouble()) {
        return Optional.of(path + " is above its maximum, " + schema.get("maximum"));
      }
    }
    if (value.isString()
        && schema.has("maxLength")
        && value.getAsString().codePoints().count() > schema.get("maxLength").getAsDouble()) {
      return Optional.of(path + " is longer than " + schema.get("maxLength") + " code points");
    }
    return Optional.empty();
  }
}
