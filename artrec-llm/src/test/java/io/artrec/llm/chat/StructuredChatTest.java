package io.artrec.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredChatTest {
  private static final String SCHEMA =
      """
      {"type":"object","required":["mood"],"additionalProperties":false,"properties":{
        "mood":{"type":"string","enum":["calm","sad"]},
        "year":{"type":"integer","minimum":1400,"maximum":2100},
        "tags":{"type":"array","maxItems":3,"items":{"type":"string","maxLength":4}}}}""";
  private static final ChatRequest REQUEST =
      ChatRequest.asking("Its mood?").deadline(Duration.ofMinutes(1));

  private static StructuredChat saying(String... texts) {
    return StructuredChat.of(ScriptedChatModel.saying(texts), SCHEMA);
  }

  @Test
  void objectThatFitsIsTheModels() {
    assertThat(saying("{\"mood\": \"calm\", \"year\": 1900}").reply(REQUEST))
        .isEqualTo(
            StructuredReply.of("{\"mood\":\"calm\",\"year\":1900}", StructuredReply.Source.MODEL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```json\n{\"mood\":\"sad\"}\n```",
        "<think>{\"mood\":\"calm\"}?</think>{\"mood\":\"sad\",}",
        "Sure! {\u201Cmood\u201D: \u201Csad\u201D}",
        "{\"mood\":\"sad\"} as in {this}",
        "{\"mood\":\"sad\" , \n } and so on"
      })
  void whatStandsAroundIsLeftOut(String said) {
    assertThat(saying(said).reply(REQUEST))
        .isEqualTo(StructuredReply.of("{\"mood\":\"sad\"}", StructuredReply.Source.REPAIRED));
  }

  @Test
  void commasAndQuotesInsideTextsStay() {
    StructuredChat chat =
        StructuredChat.of(
            ScriptedChatModel.saying("{\"t\":\"a,] \\\" \u201Cb\u201D,}\",\"n\":[1,],}"),
            "{\"type\":\"object\"}");

    assertThat(chat.reply(REQUEST).json())
        .isEqualTo("{\"t\":\"a,] \\\" \u201Cb\u201D,}\",\"n\":[1]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nothing | it holds no JSON object",
        "{} | $ lacks 'mood'",
        "{\"mood\":3} | $.mood is not of type string",
        "{\"mood\":\"glad\"} | $.mood is none of the values allowed",
        "{\"mood\":\"sad\",\"year\":1.5} | $.year is not of type integer",
        "{\"mood\":\"sad\",\"year\":12} | $.year is below its minimum, 1400",
        "{\"mood\":\"sad\",\"year\":9000} | $.year is above its maximum, 2100",
        "{\"mood\":\"sad\",\"tags\":[\"🎨🎨🎨🎨\",\"ships\"]} | $.tags[1] is longer than 4 code points",
        "{\"mood\":\"sad\",\"tags\":[\"a\",\"b\",\"c\",\"d\"]} | $.tags has more than 3 items",
        "{\"mood\":\"sad\",\"x\":1} | $ has a property that is not allowed"
      })
  void whatDoesNotFitIsAskedOnceMore_withWhatIsWrong(String said, String problem) {
    ScriptedChatModel model = ScriptedChatModel.saying(said, "{\"mood\":\"sad\"}");

    assertThat(StructuredChat.of(model, SCHEMA).reply(REQUEST).source())
        .isEqualTo(StructuredReply.Source.ASKED_AGAIN);
    assertThat(model.asked().get(1).turns())
        .extracting(ChatTurn::text)
        .containsExactly(
            "Its mood?",
            said,
            "That does not fit: "
                + problem
                + ". Answer again, with the corrected JSON object alone.");
  }

  @Test
  void secondReplyThatDoesNotFitIsThrown_andFallenBackFrom() {
    MalformedReplyException thrown =
        catchThrowableOfType(
            MalformedReplyException.class, () -> saying("sea", "{\"a\":1}").reply(REQUEST));
    assertThat(thrown).hasMessageEndingWith("its reply does not fit: $ lacks 'mood'");
    assertThat(thrown.raw()).isEqualTo("{\"a\":1}");

    StructuredReply fallback = saying().replyOr(REQUEST, e -> "{\"mood\": \"calm\"}");
    assertThat(fallback.json()).isEqualTo("{\"mood\":\"calm\"}");
    assertThat(fallback.source()).isEqualTo(StructuredReply.Source.FALLBACK);
    assertThat(fallback.failure()).containsInstanceOf(ModelUnavailableException.class);
    assertThatThrownBy(() -> saying().replyOr(REQUEST, e -> "{\"mood\":\"x\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the fall-back does not fit: $.mood is none of the values allowed");
  }

  @Test
  void meaningIsCheckedToo_ofTheFallBackAsWell() {
    ScriptedChatModel model =
        ScriptedChatModel.saying("{\"mood\":\"sad\"}", "{\"mood\":\"calm\"}", "{}", "{}");
    StructuredChat chat =
        StructuredChat.of(model, SCHEMA)
            .checkedBy(
                json ->
                    json.contains("sad") ? Optional.of("sad is not asked for") : Optional.empty());

    assertThat(chat.reply(REQUEST).json()).isEqualTo("{\"mood\":\"calm\"}");
    assertThat(model.asked().get(1).turns().get(2).text())
        .startsWith("That does not fit: sad is not asked for.");
    assertThatThrownBy(() -> chat.replyOr(REQUEST, e -> "{\"mood\":\"sad\"}"))
        .hasMessage("the fall-back does not fit: sad is not asked for");
  }

  @Test
  void replyThatHoldsWhatItMustNotIsAskedForAgain() {
    ChatRequest request = REQUEST.unspoken(List.of("Be kind to all visitors."));
    StructuredChat chat =
        StructuredChat.of(
            ScriptedChatModel.saying(
                "{\"t\":[{\"a\":\"I was told: Be kind\\nto all visitors.\"}]}", "{\"t\":[]}"),
            "{\"type\":\"object\"}");

    assertThat(chat.reply(request).source()).isEqualTo(StructuredReply.Source.ASKED_AGAIN);
    assertThatThrownBy(() -> REQUEST.unspoken(List.of(" ")))
        .hasMessage("what a reply must not hold is blank, expected words");
  }

  @Test
  void misfitsAndFallBacksAreCounted() {
    GuardedChatModel guarded = GuardedChatModel.around(ScriptedChatModel.saying("no", "neither"));
    StructuredChat.of(guarded, SCHEMA).replyOr(REQUEST, e -> "{\"mood\":\"sad\"}");

    assertThat(guarded.usage().malformed()).isEqualTo(2);
    assertThat(guarded.usage().fallbacks()).isEqualTo(1);
    assertThat(guarded.usage().toString())
        .startsWith("2 replies of ")
        .endsWith("0 from the cache, 2 malformed, 1 fall-backs, failures {}");
  }

  @Test
  void modelThatWasNeverAskedIsToldSo() {
    GuardedChatModel guarded = GuardedChatModel.around(ScriptedChatModel.saying());

    assertThat(guarded.usage().isUnused()).isTrue();
    assertThat(guarded.usage()).hasToString("never asked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"array\"}",
        "{\"type\":\"object\",\"oneOf\":[]}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"pattern\":\"x\"}}}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":[\"string\",\"null\"]}}}",
        "{\"type\":\"object\",\"required\":[1]}",
        "{\"type\":\"object\",\"additionalProperties\":{}}"
      })
  void schemaThatIsNotCheckedIsRefused(String schema) {
    assertThatThrownBy(() -> StructuredChat.of(ScriptedChatModel.saying(), schema))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the schema");
  }
}
