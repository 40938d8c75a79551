package io.artrec.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LangChain4jModelTest {
  private static final String SCHEMA = "{\"type\":\"object\"}";

  /** A provider's model, written by hand: answers by a script and keeps what it was asked. */
  private static final class Provider implements dev.langchain4j.model.chat.ChatModel {
    private final List<dev.langchain4j.model.chat.request.ChatRequest> asked = new ArrayList<>();
    private final Consumer<dev.langchain4j.model.chat.request.ChatRequest> script;
    private final boolean takesSchema;

    Provider(boolean takesSchema, Consumer<dev.langchain4j.model.chat.request.ChatRequest> script) {
      this.takesSchema = takesSchema;
      this.script = script;
    }

    static Provider calm() {
      return new Provider(true, request -> {});
    }

    @Override
    public synchronized ChatResponse doChat(
        dev.langchain4j.model.chat.request.ChatRequest request) {
      asked.add(request);
      script.accept(request);
      return whole("deep blue");
    }

    @Override
    public Set<dev.langchain4j.model.chat.Capability> supportedCapabilities() {
      return takesSchema
          ? Set.of(dev.langchain4j.model.chat.Capability.RESPONSE_FORMAT_JSON_SCHEMA)
          : Set.of();
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
      return ChatRequestParameters.builder().modelName("ultramarine-1").build();
    }
  }

  /** Speaks from a thread of its own, as HTTP clients do. */
  private record Streaming(Consumer<StreamingChatResponseHandler> script)
      implements StreamingChatModel {
    @Override
    public void doChat(
        dev.langchain4j.model.chat.request.ChatRequest request,
        StreamingChatResponseHandler handler) {
      Thread speaker = new Thread(() -> script.accept(handler));
      speaker.setDaemon(true);
      speaker.start();
    }

    static Streaming calm() {
      return new Streaming(
          handler -> {
            handler.onPartialResponse("<think>hm</thi");
            handler.onPartialResponse("nk> deep");
            handler.onPartialResponse(" blue");
            handler.onCompleteResponse(whole("deep blue"));
          });
    }
  }

  private static ChatResponse whole(String text) {
    return ChatResponse.builder()
        .aiMessage(AiMessage.from(text))
        .modelName("ultramarine-1.2")
        .tokenUsage(new dev.langchain4j.model.output.TokenUsage(7, 2))
        .finishReason(dev.langchain4j.model.output.FinishReason.STOP)
        .build();
  }

  private static void waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // As LangChain4j's HTTP client does.
      throw new IllegalStateException(e);
    }
  }

  private static ChatRequest request() {
    return ChatRequest.asking("Name one color.").deadline(Duration.ofSeconds(60));
  }

  /** A model that sees and streams. */
  @Nested
  class AbleContract extends ChatModelContract {
    @Override
    protected ChatModel model() {
      return LangChain4jModel.of(Provider.calm())
          .streaming(Streaming.calm())
          .capabilities(
              EnumSet.of(ChatCapability.IMAGES, ChatCapability.SCHEMA, ChatCapability.STOP_WORDS));
    }

    @Override
    protected ChatModel silent() {
      return LangChain4jModel.of(new Provider(true, request -> waitForever()))
          .streaming(new Streaming(handler -> {}));
    }
  }

  /** A model without anything of that. */
  @Nested
  class PlainContract extends ChatModelContract {
    @Override
    protected ChatModel model() {
      return LangChain4jModel.of(new Provider(false, request -> {}))
          .capabilities(EnumSet.noneOf(ChatCapability.class));
    }

    @Override
    protected ChatModel silent() {
      return LangChain4jModel.of(new Provider(false, request -> waitForever()))
          .streaming(new Streaming(handler -> waitForever()));
    }
  }

  @Test
  void whatIsAskedAndWhatIsAnsweredCarriesOver() {
    Provider provider = Provider.calm();
    ChatImage image = ChatImage.of("image/png", new byte[] {1, 2, 3});
    ChatRequest request =
        ChatRequest.of(
                List.of(
                    ChatTurn.user("Look.").showing(List.of(image)),
                    ChatTurn.model("I do."),
                    ChatTurn.user("What color?")))
            .system("Be brief.")
            .schema(SCHEMA)
            .limits(
                ChatLimits.standard().maxTokens(9).temperature(0.5).stop(List.of("stop", "end")))
            .deadline(Duration.ofSeconds(60));

    ChatReply reply =
        LangChain4jModel.of(provider)
            .capabilities(
                EnumSet.of(ChatCapability.IMAGES, ChatCapability.SCHEMA, ChatCapability.STOP_WORDS))
            .reply(request);

    assertThat(reply.text()).isEqualTo("deep blue");
    assertThat(reply.finish()).isEqualTo(FinishReason.COMPLETE);
    assertThat(reply.usage()).hasValue(new TokenUsage(7, 2));
    assertThat(reply.model()).hasValue("ultramarine-1.2");
    var asked = provider.asked.get(0);
    assertThat(asked.messages())
        .containsExactly(
            SystemMessage.from("Be brief."),
            UserMessage.from(TextContent.from("Look."), ImageContent.from("AQID", "image/png")),
            AiMessage.from("I do."),
            UserMessage.from(TextContent.from("What color?")));
    assertThat(asked.maxOutputTokens()).isEqualTo(9);
    assertThat(asked.temperature()).isEqualTo(0.5);
    assertThat(asked.stopSequences()).containsExactly("stop", "end");
    assertThat(asked.responseFormat().jsonSchema().rootElement())
        .isEqualTo(JsonRawSchema.from(SCHEMA));
  }

  @Test
  void schemaGoesInWords_whereTheModelDoesNotTakeIt() {
    Provider silentAboutIt = new Provider(false, request -> {});
    Provider refusing =
        new Provider(
            true,
            request -> {
              if (request.responseFormat() != null) {
                throw new UnsupportedFeatureException("no raw schemas");
              }
            });

    for (Provider provider : List.of(silentAboutIt, refusing)) {
      LangChain4jModel.of(provider).reply(request().schema(SCHEMA));

      var last = provider.asked.get(provider.asked.size() - 1);
      assertThat(last.responseFormat()).isNull();
      assertThat(((SystemMessage) last.messages().get(0)).text()).endsWith(SCHEMA);
    }
    assertThat(silentAboutIt.asked).hasSize(1);
    assertThat(refusing.asked).hasSize(2);
  }

  @Test
  void thinkingIsKeptOutOfWholeRepliesAndStreams() {
    dev.langchain4j.model.chat.ChatModel thinking =
        new dev.langchain4j.model.chat.ChatModel() {
          @Override
          public ChatResponse doChat(dev.langchain4j.model.chat.request.ChatRequest request) {
            return whole("<think>hm</think>\n\nblue");
          }
        };
    LangChain4jModel model = LangChain4jModel.of(thinking).streaming(Streaming.calm());

    assertThat(model.reply(request()).text()).isEqualTo("blue");
    assertThat(Pieces.all(model.stream(request())).pieces()).containsExactly("deep", " blue");
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(new RateLimitException("sk-1"), RateLimitedException.class, true),
        Arguments.of(new TimeoutException("sk-1"), ModelUnavailableException.class, true),
        Arguments.of(new InternalServerException("sk-1"), ModelUnavailableException.class, true),
        Arguments.of(new HttpException(503, "sk-1"), ModelUnavailableException.class, true),
        Arguments.of(new HttpException(429, "sk-1"), RateLimitedException.class, true),
        Arguments.of(new IllegalStateException("sk-1"), ModelUnavailableException.class, true),
        Arguments.of(new ContentFilteredException("sk-1"), ModelRefusedException.class, false),
        Arguments.of(new AuthenticationException("sk-1"), RequestRejectedException.class, false),
        Arguments.of(new ModelNotFoundException("sk-1"), RequestRejectedException.class, false),
        Arguments.of(new InvalidRequestException("sk-1"), RequestRejectedException.class, false),
        Arguments.of(new HttpException(401, "sk-1"), RequestRejectedException.class, false),
        Arguments.of(
            new UnsupportedFeatureException("sk-1"), RequestRejectedException.class, false));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void errorsOfTheProviderBecomeOurs_withoutItsWords(
      RuntimeException thrown, Class<? extends ChatException> expected, boolean passing) {
    LangChain4jModel model =
        LangChain4jModel.of(
                new Provider(
                    true,
                    request -> {
                      throw thrown;
                    }))
            .streaming(new Streaming(handler -> handler.onError(thrown)));

    assertThatThrownBy(() -> model.reply(request()))
        .isInstanceOf(expected)
        .hasMessageStartingWith("ultramarine-1 was asked and ")
        .hasMessageNotContaining("sk-1")
        .hasNoCause()
        .satisfies(e -> assertThat(((ChatException) e).isTransient()).isEqualTo(passing));
    assertThat(Pieces.all(model.stream(request())).error().orElseThrow()).isInstanceOf(expected);
  }

  @Test
  void brokenStreamEndsAfterItsPieces() {
    Streaming broken =
        new Streaming(
            handler -> {
              handler.onPartialResponse("deep");
              handler.onError(new IOException("sk-1"));
            });

    Pieces pieces =
        Pieces.all(LangChain4jModel.of(Provider.calm()).streaming(broken).stream(request()));

    assertThat(pieces.pieces()).containsExactly("deep");
    assertThat(pieces.error().orElseThrow())
        .isInstanceOf(ModelUnavailableException.class)
        .hasMessageContaining("IOException")
        .hasMessageNotContaining("sk-1");
  }

  @Test
  void streamThatNobodyHearsIsCancelled() throws InterruptedException {
    CountDownLatch cancelled = new CountDownLatch(1);
    StreamingHandle handle =
        new StreamingHandle() {
          @Override
          public void cancel() {
            cancelled.countDown();
          }

          @Override
          public boolean isCancelled() {
            return cancelled.getCount() == 0;
          }
        };
    Streaming endless =
        new Streaming(
            handler ->
                handler.onPartialResponse(
                    new PartialResponse("deep"), new PartialResponseContext(handle)));
    Pieces pieces =
        Pieces.of(LangChain4jModel.of(Provider.calm()).streaming(endless).stream(request()), 1);
    pieces.awaitCount(1);

    pieces.subscription().cancel();

    cancelled.await();
    assertThat(handle.isCancelled()).isTrue();
  }

  @Test
  void aSeedCannotBeDeclared() {
    assertThatThrownBy(
            () ->
                LangChain4jModel.of(Provider.calm()).capabilities(EnumSet.of(ChatCapability.SEED)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LangChain4j's requests have none");
  }

  @Test
  void nameIsTheModels_unlessGiven() {
    assertThat(LangChain4jModel.of(Provider.calm()).name()).isEqualTo("ultramarine-1");
    assertThat(LangChain4jModel.of(Provider.calm()).name("blue").name()).isEqualTo("blue");
  }
}
