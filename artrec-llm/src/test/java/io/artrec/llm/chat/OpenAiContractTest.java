package io.artrec.llm.chat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract over HTTP, in the dialects that servers speak, and with a live one. */
class OpenAiContractTest {
  private abstract static class OverHttp extends ChatModelContract {
    private final StubServer server = new StubServer(this::answer);
    private final StubServer silent = new StubServer((seen, out) -> seen.awaitGone());

    abstract void answer(StubServer.Seen seen, OutputStream out) throws IOException;

    private static ChatModel seeing(StubServer server) {
      return OpenAiCompatible.at(server.baseUrl(), "stub")
          .capabilities(EnumSet.allOf(ChatCapability.class));
    }

    @Override
    protected ChatModel model() {
      return seeing(server);
    }

    @Override
    protected ChatModel silent() {
      return seeing(silent);
    }

    @AfterEach
    void close() {
      server.close();
      silent.close();
    }
  }

  private static final String WHOLE =
      "{\"model\":\"m\",\"choices\":[{\"message\":{\"content\":\"deep blue\"},"
          + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2}}";

  /** OpenAI's own ways. */
  @Nested
  class Plain extends OverHttp {
    @Override
    void answer(StubServer.Seen seen, OutputStream out) throws IOException {
      if (!seen.body().contains("\"stream\":true")) {
        StubServer.reply(out, 200, "", WHOLE);
        return;
      }
      StubServer.openStream(out);
      out.write(
          ("data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"deep\"}}]}\n\n"
                  + "data: {\"choices\":[{\"delta\":{\"content\":\" blue\"}}]}\n\n"
                  + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                  + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":9,"
                  + "\"completion_tokens\":2}}\n\ndata: [DONE]\n\n")
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Refuses all that can be refused, thinks aloud, ends its lines by CR LF and no mark. */
  @Nested
  class Contrary extends OverHttp {
    @Override
    void answer(StubServer.Seen seen, OutputStream out) throws IOException {
      for (String refused : new String[] {"\"max_tokens\"", "response_format", "stream_options"}) {
        if (seen.body().contains(refused)) {
          StubServer.reply(
              out,
              400,
              "",
              "{\"error\":{\"message\":\"no "
                  + refused.replace("\"", "")
                  + " here, perhaps max_completion_tokens\"}}");
          return;
        }
      }
      if (!seen.body().contains("\"stream\":true")) {
        StubServer.reply(
            out,
            200,
            "",
            "{\"choices\":[{\"message\":{\"content\":\"<think>hm</think>\\n\\nblue\"}}]}");
        return;
      }
      StubServer.openStream(out);
      out.write(
          (": hello\r\n\r\n"
                  + "data:{\"choices\":[{\"delta\":{\"content\":\"<think>hm</thi\"}}]}\r\n\r\n"
                  + "data:{\"choices\":[{\"delta\":{\"reasoning_content\":\"hm\"}}]}\r\n\r\n"
                  + "data:{\"choices\":[{\"delta\":{\"content\":\"nk>"
                  + " blue\"},\"finish_reason\":\"length\"}]}\r\n")
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Ignores that a stream and a schema are wanted, and writes content in parts. */
  @Nested
  class Deaf extends OverHttp {
    @Override
    void answer(StubServer.Seen seen, OutputStream out) throws IOException {
      StubServer.reply(
          out,
          200,
          "",
          "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"thinking\",\"text\":\"hm\"},"
              + "{\"type\":\"text\",\"text\":\"blue\"}]}}]}");
    }
  }

  /**
   * A live server: {@code -Dartrec.chat.url=http://localhost:11434/v1 -Dartrec.chat.model=qwen3}.
   * The key is taken from the environment variable {@code ARTREC_CHAT_KEY}.
   */
  @Nested
  @EnabledIfSystemProperty(named = "artrec.chat.url", matches = ".+")
  class Live extends ChatModelContract {
    private final StubServer silent = new StubServer((seen, out) -> seen.awaitGone());

    @Override
    protected ChatModel model() {
      OpenAiCompatible model =
          OpenAiCompatible.at(
              System.getProperty("artrec.chat.url"), System.getProperty("artrec.chat.model"));
      String key = System.getenv("ARTREC_CHAT_KEY");
      return key == null ? model : model.key(() -> key);
    }

    @Override
    protected ChatModel silent() {
      return OpenAiCompatible.at(silent.baseUrl(), "silent");
    }

    @AfterEach
    void close() {
      silent.close();
    }
  }
}
