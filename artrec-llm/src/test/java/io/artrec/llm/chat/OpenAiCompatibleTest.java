package io.artrec.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class OpenAiCompatibleTest {
  private static final String KEY = "sk-Canary-5f1c";
  private static final String WORDS = "the canary sings";
  private static final String SCHEMA = "{\"type\":\"object\"}";
  private static final ChatRequest REQUEST =
      ChatRequest.asking(WORDS).deadline(Duration.ofMinutes(1));

  private final List<StubServer> servers = new ArrayList<>();

  @AfterEach
  void close() {
    servers.forEach(StubServer::close);
  }

  private StubServer server(StubServer.Handler handler) {
    StubServer server = new StubServer(handler);
    servers.add(server);
    return server;
  }

  private OpenAiCompatible model(StubServer server) {
    return OpenAiCompatible.at(server.baseUrl(), "stub").key(() -> KEY);
  }

  private OpenAiCompatible answering(int status, String headers, String body) {
    return model(server((seen, out) -> StubServer.reply(out, status, headers, body)));
  }

  private OpenAiCompatible streaming(String events) {
    return model(
        server(
            (seen, out) -> {
              StubServer.openStream(out);
              out.write(events.getBytes(StandardCharsets.UTF_8));
            }));
  }

  private static String whole(String content) {
    return "{\"choices\":[{\"message\":{\"content\":" + content + "}}]}";
  }

  private static String delta(String content) {
    return "{\"choices\":[{\"delta\":{\"content\":\"" + content + "\"}}]}";
  }

  private static ChatException failure(ChatModel model) {
    return catchThrowableOfType(ChatException.class, () -> model.reply(REQUEST));
  }

  @Test
  void sendsWhatTheProtocolWants_andTellsWhatCame() {
    StubServer server =
        server(
            (seen, out) ->
                StubServer.reply(
                    out,
                    200,
                    "",
                    "{\"model\":\"stub-2\",\"choices\":[{\"message\":{\"content\":\"blue\"},"
                        + "\"finish_reason\":\"length\"}],\"usage\":{\"prompt_tokens\":12,"
                        + "\"completion_tokens\":3}}"));
    ChatReply reply =
        model(server)
            .header("X-Team", "art")
            .reply(
                REQUEST
                    .system("be brief")
                    .schema(SCHEMA)
                    .limits(
                        ChatLimits.standard()
                            .maxTokens(5)
                            .temperature(0.5)
                            .seed(7)
                            .stop(List.of("."))));

    assertThat(reply.text()).isEqualTo("blue");
    assertThat(reply.finish()).isEqualTo(FinishReason.LENGTH);
    assertThat(reply.usage()).contains(new TokenUsage(12, 3));
    assertThat(reply.model()).contains("stub-2");
    StubServer.Seen seen = server.seen().get(0);
    assertThat(seen.head())
        .startsWith("post /v1/chat/completions http/1.1")
        .contains("authorization: bearer sk-canary-5f1c")
        .contains("x-team: art");
    JsonObject expected =
        JsonParser.parseString(
                "{'model':'stub','messages':[{'role':'system','content':'be brief'},"
                    + "{'role':'user','content':'the canary sings'}],'stream':false,"
                    + "'max_tokens':5,'temperature':0.5,'seed':7,'stop':['.'],'response_format':"
                    + "{'type':'json_schema','json_schema':{'name':'reply','schema':"
                    + "{'type':'object'}}}}")
            .getAsJsonObject();
    assertThat(JsonParser.parseString(seen.body())).isEqualTo(expected);
  }

  @Test
  void schemaIsAskedInJsonMode_andThenInWords_andWhatWasRefusedIsRemembered() {
    StubServer server =
        server(
            (seen, out) -> {
              if (seen.body().contains("response_format")) {
                StubServer.reply(out, 400, "", "{\"error\":\"unknown field response_format\"}");
              } else {
                StubServer.reply(out, 200, "", whole("\"{}\""));
              }
            });
    OpenAiCompatible model = model(server);

    assertThat(model.reply(REQUEST.schema(SCHEMA)).text()).isEqualTo("{}");
    assertThat(server.seen()).hasSize(3);
    assertThat(server.seen().get(1).body()).contains("json_object").contains("JSON schema");
    assertThat(server.seen().get(2).body()).contains("It must fit this JSON schema");

    model.reply(REQUEST.schema(SCHEMA));
    assertThat(server.seen()).hasSize(4);
  }

  @Test
  void badSchemaIsNotHeldAgainstOtherSchemas() {
    StubServer server =
        server(
            (seen, out) -> {
              if (seen.body().contains("json_schema") && seen.body().contains("bad")) {
                StubServer.reply(out, 400, "", "{\"error\":{\"code\":\"invalid_json_schema\"}}");
              } else {
                StubServer.reply(out, 200, "", whole("\"{}\""));
              }
            });
    OpenAiCompatible model = model(server);

    model.reply(REQUEST.schema("{\"bad\":1}"));
    model.reply(REQUEST.schema(SCHEMA));

    assertThat(server.seen()).hasSize(3);
    assertThat(server.seen().get(2).body()).contains("json_schema");
  }

  @Test
  void refusalOfAnythingElseIsNotTriedAgain() {
    StubServer server =
        server(
            (seen, out) ->
                StubServer.reply(
                    out, 400, "", "{\"error\":{\"code\":\"context_length_exceeded\"}}"));

    assertThatThrownBy(() -> model(server).reply(REQUEST.schema(SCHEMA)))
        .isInstanceOf(RequestRejectedException.class)
        .hasMessageContaining("HTTP 400 (context_length_exceeded); shorten the request");
    assertThat(server.seen()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "401, RequestRejectedException, false",
    "402, RequestRejectedException, false",
    "404, RequestRejectedException, false",
    "302, RequestRejectedException, false",
    "408, ModelUnavailableException, true",
    "429, RateLimitedException, true",
    "500, ModelUnavailableException, true",
    "503, ModelUnavailableException, true",
    "529, ModelUnavailableException, true"
  })
  void statusSaysWhetherToComeBack(int status, String type, boolean passing) {
    String echo = "{\"error\":{\"message\":\"" + KEY + WORDS + "\",\"code\":\"" + KEY + "\"}}";

    ChatException thrown = failure(answering(status, "", echo));

    assertThat(thrown.getClass().getSimpleName()).isEqualTo(type);
    assertThat(thrown.isTransient()).isEqualTo(passing);
    assertThat(thrown).hasMessageContaining("HTTP " + status);
    assertThat(printed(thrown)).doesNotContain(KEY, WORDS);
  }

  private static String printed(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After: 20 | PT20S",
        "Retry-After: 1.5 | PT1.5S",
        "Retry-After: -3 | PT0S",
        "Retry-After: Tue, 03 Mar 2026 10:00:30 GMT | PT30S",
        "Retry-After: Tue, 03 Mar 2026 09:00:00 GMT | PT0S",
        "Retry-After: 1e300 | PT24H",
        "retry-after-ms: 250 | PT0.25S",
        "Retry-After: soon | none",
        "X-Other: 1 | none"
      })
  void serverSaysWhenToComeBack(String header, String expected) {
    Clock clock = Clock.fixed(Instant.parse("2026-03-03T10:00:00Z"), ZoneOffset.UTC);

    ChatException thrown = failure(answering(429, header + "\r\n", "{}").clock(clock));

    assertThat(thrown.retryAfter().map(Duration::toString).orElse("none")).isEqualTo(expected);
  }

  @Test
  void emptyAccountIsNoRateLimit_andAFilterIsARefusal() {
    assertThat(failure(answering(429, "", "{\"error\":{\"code\":\"insufficient_quota\"}}")))
        .isInstanceOf(RequestRejectedException.class)
        .hasMessageContaining("nothing left to spend");
    assertThat(failure(answering(400, "", "{\"error\":{\"code\":\"content_filter\"}}")))
        .isInstanceOf(ModelRefusedException.class);
    assertThat(
            failure(answering(200, "", "{\"choices\":[{\"message\":{\"refusal\":\"I cannot\"}}]}")))
        .isInstanceOf(ModelRefusedException.class);
    assertThat(
            failure(
                answering(
                    200,
                    "",
                    "{\"choices\":[{\"message\":{},\"finish_reason\":\"content_filter\"}]}")))
        .isInstanceOf(ModelRefusedException.class);
  }

  @Test
  void errorInsideASuccessIsAnError() {
    assertThat(failure(answering(200, "", "{\"error\":{\"code\":429,\"message\":\"x\"}}")))
        .isInstanceOf(RateLimitedException.class);
    assertThat(failure(answering(200, "", "{\"object\":\"error\",\"code\":400}")))
        .isInstanceOf(RequestRejectedException.class);
    assertThat(failure(answering(200, "", "{\"error\":\"model crashed\"}")))
        .isInstanceOf(ModelUnavailableException.class)
        .hasMessageContaining("an error instead of a reply");
    Pieces pieces =
        Pieces.all(
            streaming("data: " + delta("oh") + "\n\nerror: {\"error\":{\"code\":500}}\n\n").stream(
                REQUEST));
    assertThat(pieces.pieces()).containsExactly("oh");
    assertThat(pieces.error().orElseThrow()).isInstanceOf(ModelUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>the canary sings</html>",
        "{\"choices\":[]}",
        "{\"choices\":[{}]}",
        "{\"choices\":[{\"message\":{\"content\":\"the canary",
        "[1]",
        "{choices:[]}"
      })
  void whatIsNoCompletionIsMalformed_andKeptOutOfTheMessage(String body) {
    ChatException thrown = failure(answering(200, "", body));

    assertThat(thrown).isInstanceOf(MalformedReplyException.class);
    assertThat(((MalformedReplyException) thrown).raw()).isEqualTo(body);
    assertThat(printed(thrown)).doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"<think>a</think>\\n b\" | b",
        "\"a</think> b\" | b",
        "\"<thinking>a\" | ''",
        "\"<thin air>\" | <thin air>",
        "\"see <think>x\" | see <think>x",
        "[\"a\",{\"text\":\"b\"},{\"type\":\"image\",\"text\":\"c\"},7] | ab",
        "null | ''",
      })
  void textIsWhatIsLeftWithoutThinking(String content, String expected) {
    assertThat(answering(200, "", whole(content)).reply(REQUEST).text()).isEqualTo(expected);
  }

  @Test
  void streamIsTheSameHoweverItsBytesArrive() {
    String events =
        "\uFEFF: keep-alive\n\nevent: message\r\nid: 3\r\ndata: "
            + delta("蓝")
            + "\r\n\r\n:\r\rdata:"
            + delta(" 🎨 é")
            + "\r\rdata: {\"choices\":[{\"delta\":{\"content\":null}}]}\n\ndata\n\n"
            + "data: {\"choices\":\ndata: [{\"finish_reason\":\"stop\"}]}\n\n"
            + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}\n\n"
            + "data: [DONE]\n\n";
    byte[] bytes = events.getBytes(StandardCharsets.UTF_8);
    for (int size : new int[] {1, 2, 7, 31, bytes.length}) {
      List<ChatReply> whole = new ArrayList<>();
      OpenAiCompatible model = model(server((seen, out) -> inChunks(out, bytes, size)));

      Pieces pieces = Pieces.all(model.stream(REQUEST, whole::add));

      assertThat(pieces.error()).isEmpty();
      assertThat(pieces.pieces()).containsExactly("蓝", " 🎨 é");
      assertThat(whole.get(0).usage()).contains(new TokenUsage(1, 2));
      assertThat(whole.get(0).finish()).isEqualTo(FinishReason.COMPLETE);
    }
  }

  private static void inChunks(OutputStream out, byte[] bytes, int size) throws IOException {
    out.write(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    for (int from = 0; from < bytes.length; from += size) {
      int count = Math.min(size, bytes.length - from);
      out.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.write(bytes, from, count);
      out.write("\r\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
    out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"choices\"", "", "junk\r\n\r\n"})
  void cutConnectionIsSaid(String bytes) {
    ChatException thrown =
        failure(model(server((seen, out) -> out.write(bytes.getBytes(StandardCharsets.UTF_8)))));

    assertThat(thrown)
        .isInstanceOf(ModelUnavailableException.class)
        .hasMessageContaining("the connection could not be made or broke");
  }

  @Test
  void cutStreamIsAnError_afterWhatCame() {
    Pieces pieces = Pieces.all(streaming("data: " + delta("oh") + "\n\n").stream(REQUEST));

    assertThat(pieces.pieces()).containsExactly("oh");
    assertThat(pieces.error().orElseThrow())
        .isInstanceOf(ModelUnavailableException.class)
        .hasMessageContaining("cut before its end");
    assertThat(Pieces.all(streaming("<html>").stream(REQUEST)).error().orElseThrow())
        .isInstanceOf(MalformedReplyException.class);
  }

  @Test
  void serverThatIsNotThereIsSaid() {
    StubServer gone = server((seen, out) -> {});
    gone.close();

    assertThat(failure(model(gone)))
        .isInstanceOf(ModelUnavailableException.class)
        .hasMessageContaining("check that the server runs");
  }

  @Test
  void slowBodyIsLeftAtTheDeadline_andItsConnectionClosed() throws Exception {
    Semaphore begun = new Semaphore(0);
    Semaphore gone = new Semaphore(0);
    StubServer server =
        server(
            (seen, out) -> {
              StubServer.openStream(out);
              out.write("data: {".getBytes(StandardCharsets.UTF_8));
              out.flush();
              begun.release();
              seen.awaitGone();
              gone.release();
            });

    afterItBegan(
        begun,
        hurried ->
            assertThatThrownBy(() -> model(server).reply(hurried))
                .isInstanceOf(ChatTimeoutException.class));
    gone.acquire();
    afterItBegan(
        begun,
        hurried ->
            assertThat(Pieces.all(model(server).stream(hurried)).error().orElseThrow())
                .isInstanceOf(ChatTimeoutException.class));
    gone.acquire();
  }

  /** Asks with ever longer deadlines, until the server had begun to answer before one passed. */
  private static void afterItBegan(Semaphore begun, Consumer<ChatRequest> call) {
    Duration deadline = Duration.ofMillis(100);
    do {
      deadline = deadline.multipliedBy(2);
      call.accept(REQUEST.deadline(deadline));
    } while (!begun.tryAcquire());
  }

  @Test
  void bodyLargerThanTheLimitIsNotReadOn() {
    String large = whole("\"" + "x".repeat(5000) + "\"");

    assertThat(failure(answering(200, "", large).maxReplyBytes(1000)))
        .isInstanceOf(MalformedReplyException.class)
        .hasMessageContaining("more than 1000 bytes");
    assertThat(answering(200, "", large).maxReplyBytes(large.length()).reply(REQUEST).text())
        .hasSize(5000);
    OpenAiCompatible endless =
        model(
            server(
                (seen, out) -> {
                  StubServer.openStream(out);
                  while (true) {
                    out.write(new byte[1000]);
                  }
                }));
    assertThat(Pieces.all(endless.stream(REQUEST)).error().orElseThrow())
        .isInstanceOf(MalformedReplyException.class);
  }

  @Test
  void keyIsShownNowhere_andAsksForVisibleLetters() {
    OpenAiCompatible model = answering(200, "", whole("\"x\"")).header("X-Secret", KEY);

    assertThat(model + model.name()).doesNotContain(KEY).startsWith("stub at 127.0.0.1:");
    assertThat(failure(model.key(() -> KEY + "\n")))
        .isInstanceOf(RequestRejectedException.class)
        .hasMessageContaining("its key is missing or holds more")
        .hasMessageNotContaining(KEY);
    assertThatThrownBy(() -> model.header("X", KEY + "\r\nHost: y"))
        .hasMessageNotContaining(KEY)
        .hasMessageContaining("visible ASCII");
    assertThatThrownBy(() -> OpenAiCompatible.at("http://u:" + KEY + "@host/v1", "m"))
        .hasMessageNotContaining(KEY)
        .hasMessageContaining("without user");
  }
}
