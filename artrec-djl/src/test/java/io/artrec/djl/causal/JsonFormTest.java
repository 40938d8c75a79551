package io.artrec.djl.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormTest {
  static final String MOOD =
      """
      {"type": "object", "required": ["mood", "sure"], "additionalProperties": false, "properties": {
        "note": {"type": "string", "maxLength": 12},
        "mood": {"type": "string", "enum": ["calm", "sad", "a \\"quoted\\" mood", "静"]},
        "sure": {"type": "boolean"},
        "years": {"type": "array", "items": {"type": "integer"}},
        "price": {"type": "number"},
        "none": {"type": "null"},
        "place": {"type": "object", "required": ["x"], "properties": {"x": {"type": "string"}}}}}""";

  private static final int TEXTS =
      "full".equals(System.getProperty("artrec.campaign")) ? 50_000 : 500;

  private static final Gson STRICT = new GsonBuilder().setStrictness(Strictness.STRICT).create();

  private static boolean fits(String schema, String json) {
    JsonState state =
        JsonForm.of(schema).begin(JsonState.END).next(json.getBytes(StandardCharsets.UTF_8));
    return state != null && state.isEnd();
  }

  /** Checks an object of {@link #MOOD} without what made it. */
  static void assertMood(String text) {
    JsonObject json = STRICT.fromJson(text, JsonObject.class);
    assertThat(json.get("mood").getAsString()).isIn("calm", "sad", "a \"quoted\" mood", "静");
    assertThat(json.get("sure").getAsJsonPrimitive().isBoolean()).isTrue();
    assertThat(json.keySet()).isSubsetOf("note", "mood", "sure", "years", "price", "none", "place");
    if (json.has("note")) {
      String note = json.get("note").getAsString();
      assertThat(note.codePointCount(0, note.length())).isLessThanOrEqualTo(12);
    }
    if (json.get("years") instanceof JsonArray years) {
      for (JsonElement year : years) {
        assertThat(year.toString()).matches("-?(0|[1-9][0-9]*)");
      }
    }
    if (json.has("price")) {
      assertThat(json.get("price").getAsDouble()).isFinite();
    }
    if (json.has("place")) {
      assertThat(json.getAsJsonObject("place").keySet()).containsExactly("x");
      assertThat(json.getAsJsonObject("place").get("x").getAsJsonPrimitive().isString()).isTrue();
    }
  }

  @Test
  @Timeout(20)
  void valueThatStandsTwiceInAnEnumIsOne() {
    String twice =
        """
        {"type": "object", "required": ["a"], "properties": {
          "a": {"type": "array", "items": {"enum": ["x", "x"]}}}}""";
    assertThat(fits(twice, "{\"a\":[" + "\"x\",".repeat(60) + "\"x\"]}")).isTrue();
  }

  @Test
  void objectsOfTheSchemaFit_andOthersDoNot() {
    assertThat(fits(MOOD, "{\"mood\":\"calm\",\"sure\":true}")).isTrue();
    assertThat(fits(MOOD, "{\"mood\": \"静\", \"sure\": false, \"years\":[1,-20, 300]}")).isTrue();
    assertThat(fits(MOOD, "{\"note\":\"\",\"mood\":\"a \\\"quoted\\\" mood\",\"sure\":true}"))
        .isTrue();
    assertThat(fits(MOOD, "{\"mood\":\"sad\",\"sure\":true,\"price\":-0.5,\"none\":null}"))
        .isTrue();
    assertThat(fits(MOOD, "{\"mood\":\"sad\",\"sure\":true,\"place\":{\"x\":\"\\n𝄞é\"}}"))
        .isTrue();

    for (String wrong :
        List.of(
            "{}",
            "{\"mood\":\"calm\"}",
            "{\"sure\":true,\"mood\":\"calm\"}",
            "{\"mood\":\"angry\",\"sure\":true}",
            "{\"mood\":\"calm\",\"sure\":1}",
            "{\"mood\":\"calm\",\"sure\":true,}",
            "{\"mood\":\"calm\",\"sure\":true,\"years\":[1,]}",
            "{\"mood\":\"calm\",\"sure\":true,\"years\":[01]}",
            "{\"mood\":\"calm\",\"sure\":true,\"years\":[1.5]}",
            "{\"mood\":\"calm\",\"sure\":true,\"price\":1.}",
            "{\"mood\":\"calm\",\"sure\":true,\"price\":-}",
            "{\"mood\":\"calm\",\"sure\":true,\"other\":1}",
            "{\"note\":\"more than twelve\",\"mood\":\"calm\",\"sure\":true}",
            "{\"note\":\"\\x\",\"mood\":\"calm\",\"sure\":true}",
            "{\"note\":\"\n\",\"mood\":\"calm\",\"sure\":true}",
            "{\"mood\":\"calm\",\"sure\":true}}")) {
      assertThat(fits(MOOD, wrong)).as(wrong).isFalse();
    }
  }

  @Test
  void shortestTextIsAsLongAsIsSaid() {
    assertThat(JsonForm.of("{\"type\":\"object\"}").least()).isEqualTo("{}".length());
    assertThat(JsonForm.of(MOOD).least())
        .isEqualTo("{\"mood\":\"静\",\"sure\":true}".getBytes(StandardCharsets.UTF_8).length);
    String nested =
        """
        {"type":"object","required":["a","b"],"properties":{
          "a":{"type":"array","items":{"type":"string"}},
          "b":{"type":"object","required":["c"],"properties":{"c":{"type":"number"}}}}}""";
    assertThat(JsonForm.of(nested).least()).isEqualTo("{\"a\":[],\"b\":{\"c\":0}}".length());
  }

  @Test
  void textThatIsNoUtf8DoesNotFit() {
    String schema = "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}";
    JsonState inText =
        Objects.requireNonNull(
            JsonForm.of(schema)
                .begin(JsonState.END)
                .next("{\"a\":\"".getBytes(StandardCharsets.UTF_8)));
    byte[][] wrong = {
      {(byte) 0x80},
      {(byte) 0xc0, (byte) 0x80},
      {(byte) 0xe0, (byte) 0x80},
      {(byte) 0xed, (byte) 0xa0},
      {(byte) 0xf4, (byte) 0x90},
      {(byte) 0xf5},
      {(byte) 0xe5, 'a'},
      {(byte) 0xc3, '"'}
    };
    for (byte[] bytes : wrong) {
      assertThat(inText.next(bytes)).isNull();
    }
    for (int point : new int[] {0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff}) {
      byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
      assertThat(inText.next(bytes)).as("%x", point).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"type\":\"string\"}",
        "{\"type\":\"object\",\"$ref\":\"#\"}",
        "{\"type\":\"object\",\"required\":[\"a\"]}",
        "{\"type\":\"object\",\"properties\":{\"a\":{}}}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\"}}}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"enum\":[]}}}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"maxLength\":-1}}}",
        "{\"type\":\"object\"",
        ""
      })
  void schemaThatIsNotKnownIsRefused(String schema) {
    assertThatThrownBy(() -> JsonForm.of(schema))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schema");
  }

  /** Tokens of several bytes, some across the borders of JSON, are drawn evenly. */
  @Test
  void whateverTokensAreDrawn_theTextParsesWithinTheLimit() {
    Vocabulary vocabulary = Vocabulary.read("test", Painters.tokenizer());
    JsonForm form = JsonForm.of(MOOD);
    for (long seed = 0; seed < TEXTS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int most = form.least() + random.nextInt(60);
      JsonState state = form.begin(JsonState.END);
      StringBuilder bytes = new StringBuilder();
      int count = 0;
      while (!state.isEnd()) {
        count++;
        BitSet allowed = vocabulary.trie().fitting(state, most - count);
        int[] tokens = allowed.stream().toArray();
        int token = tokens[random.nextInt(tokens.length)];
        state = Objects.requireNonNull(state.next(vocabulary.bytes(token)));
        bytes.append(new String(vocabulary.bytes(token), StandardCharsets.ISO_8859_1));
      }
      assertThat(count).as("seed %d", seed).isLessThanOrEqualTo(most);
      byte[] text = bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
      assertMood(new String(text, StandardCharsets.UTF_8));
    }
  }
}
