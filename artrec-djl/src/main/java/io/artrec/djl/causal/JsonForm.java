package io.artrec.djl.causal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a JSON schema lets through, as states to begin with. Known are {@code type} (one
 * name), {@code properties}, {@code required}, {@code enum}, {@code items}, {@code maxLength};
 * {@code title} and {@code description} say nothing here, and of {@code additionalProperties},
 * {@code minimum} and {@code maximum} no notice is taken.
 */
abstract class JsonForm {
  private static final Gson GSON =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .serializeNulls()
          .disableHtmlEscaping()
          .create();
  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "properties",
          "required",
          "enum",
          "items",
          "maxLength",
          "title",
          "description",
          "additionalProperties",
          "minimum",
          "maximum");
  private static final int DEEPEST = 32;

  /** The state before such a value that something follows. */
  abstract JsonState begin(JsonState then);

  /** The bytes of its shortest value. */
  final int least() {
    return begin(JsonState.END).toGo();
  }

  /** Reads a schema of type object. */
  static JsonForm of(String schema) {
    JsonElement json;
    try {
      json = GSON.fromJson(schema, JsonElement.class);
    } catch (JsonParseException e) {
      throw new IllegalArgumentException(
          "a schema of " + schema.length() + " chars that are no JSON, expected a JSON object", e);
    }
    JsonForm form = read(json, "$", 0);
    if (!(form instanceof Members)) {
      throw wrong("$", "is not of type object");
    }
    return form;
  }

  private static JsonForm read(@Nullable JsonElement json, String path, int depth) {
    if (json == null || !json.isJsonObject()) {
      throw wrong(path, "is no object");
    }
    if (depth > DEEPEST) {
      throw wrong(path, "is more than " + DEEPEST + " levels deep");
    }
    JsonObject schema = json.getAsJsonObject();
    for (String word : schema.keySet()) {
      if (!KNOWN.contains(word)) {
        throw wrong(
            path, "holds '" + word + "', expected only " + KNOWN.stream().sorted().toList());
      }
    }
    if (schema.has("enum")) {
      return new OneOf(values(schema, path));
    }
    return switch (string(schema.get("type"), path)) {
      case "object" -> Members.of(schema, path, depth);
      case "array" -> new Items(read(schema.get("items"), path + "[]", depth + 1));
      case "string" -> new Chars(maxLength(schema, path));
      case "number" -> new Digits(false);
      case "integer" -> new Digits(true);
      case "boolean" -> new OneOf(List.of("true", "false"));
      case "null" -> new OneOf(List.of("null"));
      default -> throw wrong(path, "has no type that is known");
    };
  }

  private static String string(@Nullable JsonElement value, String path) {
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw wrong(path, "lacks a type, one name as text, or an enum");
  }

  private static List<String> values(JsonObject schema, String path) {
    if (!(schema.get("enum") instanceof JsonArray array) || array.isEmpty()) {
      throw wrong(path, "has an enum that is no array with values");
    }
    Set<String> values = new LinkedHashSet<>();
    array.forEach(value -> values.add(GSON.toJson(value)));
    return List.copyOf(values);
  }

  private static int maxLength(JsonObject schema, String path) {
    JsonElement most = schema.get("maxLength");
    if (most == null) {
      return -1;
    }
    if (most instanceof JsonPrimitive primitive
        && primitive.isNumber()
        && primitive.getAsDouble() >= 0) {
      return (int) Math.min(primitive.getAsDouble(), Integer.MAX_VALUE);
    }
    throw wrong(path, "has a maxLength that is no number from 0 up");
  }

  private static IllegalArgumentException wrong(String path, String what) {
    return new IllegalArgumentException("the schema at " + path + " " + what);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static final class OneOf extends JsonForm {
    private final List<byte[]> values;

    OneOf(List<String> values) {
      this.values = values.stream().map(JsonForm::utf8).toList();
    }

    @Override
    JsonState begin(JsonState then) {
      List<JsonState> states = new ArrayList<>();
      values.forEach(value -> states.add(new JsonState.Literal(value, then)));
      return Objects.requireNonNull(JsonState.Choice.of(states));
    }
  }

  private static final class Chars extends JsonForm {
    private static final byte[] QUOTE = {'"'};

    private final int most;

    Chars(int most) {
      this.most = most;
    }

    @Override
    JsonState begin(JsonState then) {
      return new JsonState.Literal(QUOTE, new JsonState.Text(most, then));
    }
  }

  private static final class Digits extends JsonForm {
    private final boolean whole;

    Digits(boolean whole) {
      this.whole = whole;
    }

    @Override
    JsonState begin(JsonState then) {
      return new JsonNumber(whole, then);
    }
  }

  private static final class Items extends JsonForm {
    private static final byte[] OPEN = {'['};

    private final JsonForm item;

    Items(JsonForm item) {
      this.item = item;
    }

    @Override
    JsonState begin(JsonState then) {
      return new JsonState.Literal(OPEN, new NextItem(true, then));
    }

    private final class NextItem extends JsonState {
      private final boolean first;
      private final JsonState then;

      NextItem(boolean first, JsonState then) {
        super(1 + then.toGo());
        this.first = first;
        this.then = then;
      }

      @Override
      @Nullable JsonState next(int octet) {
        if (octet == ']') {
          return then;
        }
        if (first) {
          return item.begin(new NextItem(false, then)).next(octet);
        }
        return octet == ',' ? new JsonState.Space(item.begin(this)) : null;
      }
    }
  }

  /** An object's members, in the schema's order; those that are not required may be left out. */
  private static final class Members extends JsonForm {
    private static final byte[] OPEN = {'{'};

    private final List<byte[]> names = new ArrayList<>();
    private final List<JsonForm> forms = new ArrayList<>();
    private final List<Boolean> required = new ArrayList<>();

    /** Bytes of the shortest members that must come from a place on, the comma before each. */
    private int[] must = {0};

    static Members of(JsonObject schema, String path, int depth) {
      Members members = new Members();
      Set<String> needed = new HashSet<>();
      if (schema.get("required") instanceof JsonArray array) {
        array.forEach(name -> needed.add(string(name, path)));
      }
      if (schema.get("properties") instanceof JsonObject properties) {
        for (Map.Entry<String, JsonElement> property : properties.entrySet()) {
          String name = property.getKey();
          members.names.add(utf8(GSON.toJson(name) + ":"));
          members.forms.add(read(property.getValue(), path + "." + name, depth + 1));
          members.required.add(needed.remove(name));
        }
      }
      if (!needed.isEmpty()) {
        throw wrong(path, "requires a property that it does not describe");
      }
      members.count();
      return members;
    }

    private void count() {
      must = new int[names.size() + 1];
      for (int i = names.size() - 1; i >= 0; i--) {
        int own = required.get(i) ? 1 + names.get(i).length + forms.get(i).least() : 0;
        must[i] = must[i + 1] + own;
      }
    }

    @Override
    JsonState begin(JsonState then) {
      return new JsonState.Literal(OPEN, new NextMember(0, true, then));
    }

    private final class NextMember extends JsonState {
      private final int from;
      private final boolean first;
      private final JsonState then;

      NextMember(int from, boolean first, JsonState then) {
        super(1 + must[from] - (first && must[from] > 0 ? 1 : 0) + then.toGo());
        this.from = from;
        this.first = first;
        this.then = then;
      }

      @Override
      @Nullable JsonState next(int octet) {
        if (octet == '}') {
          return must[from] == 0 ? then : null;
        }
        JsonState member = member();
        if (member == null || first) {
          return member == null ? null : member.next(octet);
        }
        return octet == ',' ? new JsonState.Space(member) : null;
      }

      /** The members that may come next: up to the first that must. */
      private @Nullable JsonState member() {
        List<JsonState> states = new ArrayList<>();
        for (int i = from; i < names.size(); i++) {
          JsonState value =
              new JsonState.Space(forms.get(i).begin(new NextMember(i + 1, false, then)));
          states.add(new JsonState.Literal(names.get(i), value));
          if (required.get(i)) {
            break;
          }
        }
        return JsonState.Choice.of(states);
      }
    }
  }
}
