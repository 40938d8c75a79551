package io.artrec.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
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
        "tags":{"type":"array","items":{"type":"string","maxLength":4}}}}""";
  private static final ChatRequest REQUEST =
      ChatRequest.asking("Its mood?").deadline(Duration.ofMinutes(1));

  private static StructuredChat saying(String... texts) {
    return StructuredChat.of(ScriptedChatModel.saying(texts), SCHEMA);
  }

  @Test
  void objectThatFitsIsTheModels() {
    assertThat(saying("{\"mood\": \"calm\", \"year\": 1900}").reply(REQUEST))
        .isEqualTo(
            new StructuredReply("{\"mood\":\"calm\",\"year\":1900}", StructuredReply.Source.MODEL));
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
        .isEqualTo(new StructuredReply("{\"mood\":\"sad\"}", StructuredReply.Source.REPAIRED));
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

    assertThat(saying().replyOr(REQUEST, e -> "{\"mood\": \"calm\"}"))
        .isEqualTo(new StructuredReply("{\"mood\":\"calm\"}", StructuredReply.Source.FALLBACK));
    assertThatThrownBy(() -> saying().replyOr(REQUEST, e -> "{\"mood\":\"x\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the fall-back does not fit: $.mood is none of the values allowed");
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
