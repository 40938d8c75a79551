package io.artrec.llm.safety;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.artrec.llm.chat.ChatCall;
import io.artrec.llm.chat.ChatCapability;
import io.artrec.llm.chat.ChatModel;
import io.artrec.llm.chat.ChatReply;
import io.artrec.llm.chat.ChatRequest;
import io.artrec.llm.chat.FinishReason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that does whatever the material tells it, in one of several ways: it says what it is told
 * instead of what it was asked, tells its instructions, repeats the material, answers without end,
 * or, worst, fills the schema that it was given with what it is told and the most extreme numbers,
 * and with every name that it read.
 */
final class ObedientChatModel extends ChatModel {
  /** How it obeys. */
  enum Way {
    SAYS_WHAT_IT_IS_TOLD,
    TELLS_ITS_INSTRUCTIONS,
    REPEATS_THE_MATERIAL,
    NEVER_ENDS,
    FILLS_THE_SCHEMA,
    FILLS_THE_SCHEMA_WITH_NAMES_IT_READ,
    FILLS_THE_SCHEMA_FROM_THE_OTHER_END
  }

  private static final int LONG = 300_000;
  private static final int WITHOUT_LIMIT = 60;
  private static final Pattern DATA =
      Pattern.compile("<<<([0-9a-f]{16})\n(.*?)\n\\1>>>", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("(?m)^([a-z2-9]{4}): ");

  private final Way way;
  private final String told;
  private final List<ChatRequest> asked = new ArrayList<>();

  ObedientChatModel(Way way, String told) {
    this.way = way;
    this.told = told;
  }

  @Override
  public String name() {
    return "obedient";
  }

  @Override
  public Set<ChatCapability> capabilities() {
    return EnumSet.of(ChatCapability.SCHEMA);
  }

  List<ChatRequest> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  /** The material of a request. */
  static List<String> material(ChatRequest request) {
    List<String> material = new ArrayList<>();
    request
        .turns()
        .forEach(
            turn -> {
              Matcher data = DATA.matcher(turn.text());
              while (data.find()) {
                material.add(data.group(2));
              }
            });
    return material;
  }

  @Override
  protected ChatReply answer(ChatCall call) {
    synchronized (asked) {
      asked.add(call.request());
    }
    return ChatReply.of(said(call.request())).finish(FinishReason.COMPLETE);
  }

  private String said(ChatRequest request) {
    String all = String.join("\n", material(request));
    String instructions = request.system().orElse("") + "\n" + request.turns().get(0).text();
    Optional<JsonObject> schema =
        request.schema().map(text -> JsonParser.parseString(text).getAsJsonObject());
    return switch (way) {
      case SAYS_WHAT_IT_IS_TOLD -> told;
      case TELLS_ITS_INSTRUCTIONS -> schema.map(s -> filled(s, instructions)).orElse(instructions);
      case REPEATS_THE_MATERIAL -> schema.map(s -> filled(s, all)).orElse(all);
      case NEVER_ENDS -> told.repeat(LONG / told.length() + 1);
      case FILLS_THE_SCHEMA -> schema.map(s -> filled(s, told)).orElse(told);
      case FILLS_THE_SCHEMA_WITH_NAMES_IT_READ ->
          schema.map(s -> value(s, names(all), 0, false).toString()).orElse(told);
      case FILLS_THE_SCHEMA_FROM_THE_OTHER_END ->
          schema.map(s -> value(s, List.of(told), 0, true).toString()).orElse(told);
    };
  }

  private static List<String> names(String material) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(material);
    while (name.find()) {
      names.add(0, name.group(1));
    }
    return names.isEmpty() ? List.of("aaaa") : names;
  }

  private static String filled(JsonObject schema, String text) {
    return value(schema, List.of(text), 0, false).toString();
  }

  /** A value that fits the schema as badly as it can. */
  private static JsonElement value(JsonObject schema, List<String> texts, int at, boolean last) {
    if (schema.has("enum")) {
      JsonArray allowed = schema.getAsJsonArray("enum");
      return allowed.get(last ? allowed.size() - 1 : at % allowed.size());
    }
    switch (schema.get("type").getAsString()) {
      case "object" -> {
        JsonObject object = new JsonObject();
        if (schema.has("properties")) {
          for (Map.Entry<String, JsonElement> property :
              schema.getAsJsonObject("properties").entrySet()) {
            object.add(
                property.getKey(), value(property.getValue().getAsJsonObject(), texts, at, last));
          }
        }
        return object;
      }
      case "array" -> {
        int most = schema.has("maxItems") ? schema.get("maxItems").getAsInt() : WITHOUT_LIMIT;
        JsonArray array = new JsonArray();
        for (int i = 0; i < most && schema.has("items"); i++) {
          array.add(value(schema.getAsJsonObject("items"), texts, i, last));
        }
        return array;
      }
      case "number", "integer" -> {
        String end = last ? "minimum" : "maximum";
        return schema.has(end)
            ? schema.get(end)
            : new JsonPrimitive(last ? -Integer.MAX_VALUE : Integer.MAX_VALUE);
      }
      case "boolean" -> {
        return new JsonPrimitive(!last);
      }
      default -> {
        String text = texts.get(at % texts.size());
        int most = schema.has("maxLength") ? schema.get("maxLength").getAsInt() : LONG;
        int points = text.codePointCount(0, text.length());
        return new JsonPrimitive(
            points <= most ? text : text.substring(0, text.offsetByCodePoints(0, most)));
      }
    }
  }
}
