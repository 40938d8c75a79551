package io.artrec.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.djl.ModelSource;
import io.artrec.djl.causal.CausalModel;
import io.artrec.djl.causal.CausalOptions;
import io.artrec.djl.causal.CausalSession;
import io.artrec.llm.sentiment.PyTorch;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A model of the resources ({@code alphabet}: TorchScript without weights, its code in the zip can
 * be read) that goes on with the next byte after the last, and ends after {@code z}; others are the
 * less likely, the farther from that.
 */
class InProcessChatModelTest extends ChatModelContract {
  private static final String AFTER_COLON =
      ";<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz";
  private static final String MOOD =
      """
      {"type": "object", "required": ["mood", "sure"], "additionalProperties": false, "properties": {
        "mood": {"type": "string", "enum": ["calm", "sad"]},
        "sure": {"type": "boolean"},
        "themes": {"type": "array", "items": {"type": "string", "maxLength": 20}},
        "year": {"type": "integer"}}}""";

  private static CausalModel causal;
  private static CausalModel busy;
  private static CausalSession session;

  @BeforeAll
  static void open() {
    PyTorch.assumeAvailable();
    causal = open(4);
    busy = open(1);
    session = busy.session();
  }

  @AfterAll
  static void close() {
    if (causal != null) {
      session.close();
      causal.close();
      busy.close();
    }
  }

  private static CausalModel open(int sessions) {
    URL file =
        Objects.requireNonNull(InProcessChatModelTest.class.getResource("alphabet/model.pt"));
    try {
      return CausalModel.open(
          ModelSource.of(Path.of(file.toURI())),
          CausalOptions.standard().device("cpu").sessions(sessions));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected ChatModel model() {
    return InProcessChatModel.of(causal, ChatFormat.plain());
  }

  /** Its only session is taken. */
  @Override
  protected ChatModel silent() {
    return InProcessChatModel.of(busy, ChatFormat.plain());
  }

  private static ChatRequest request() {
    return ChatRequest.asking("Name one color.").deadline(Duration.ofSeconds(60));
  }

  @Test
  void likeliestTokensAreTheReply() {
    ChatReply reply = model().reply(request());

    assertThat(reply.text()).isEqualTo(AFTER_COLON);
    assertThat(reply.finish()).isEqualTo(FinishReason.COMPLETE);
    String prompt = "User: Name one color.\nAssistant:";
    assertThat(reply.usage()).hasValue(new TokenUsage(prompt.length(), AFTER_COLON.length() + 1));
    assertThat(model().name()).matches("model.pt [0-9a-f]{8} in process");
  }

  @Test
  void limitsHold() {
    ChatLimits limits = ChatLimits.standard();
    ChatReply cut = model().reply(request().limits(limits.maxTokens(5)));
    assertThat(cut.text()).isEqualTo(";<=>?");
    assertThat(cut.finish()).isEqualTo(FinishReason.LENGTH);

    ChatReply stopped = model().reply(request().limits(limits.stop(List.of("CD", "zz"))));
    assertThat(stopped.text()).isEqualTo(";<=>?@AB");
    assertThat(stopped.finish()).isEqualTo(FinishReason.COMPLETE);
  }

  @Test
  void seedMakesRepliesRepeat() {
    ChatRequest hot = request().limits(ChatLimits.standard().temperature(2).maxTokens(30));
    List<String> texts = new ArrayList<>();
    for (long seed = 1; seed <= 5; seed++) {
      ChatRequest seeded = hot.limits(hot.limits().seed(seed));
      texts.add(model().reply(seeded).text());
      assertThat(model().reply(seeded).text()).isEqualTo(texts.get(texts.size() - 1));
    }
    assertThat(texts).doesNotHaveDuplicates();
    ChatModel coldest = InProcessChatModel.of(causal, ChatFormat.plain()).topK(1).topP(0.5);
    assertThat(coldest.reply(hot).text()).isEqualTo(AFTER_COLON.substring(0, 30));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void objectsOfASchemaComeFromTheModelAtTheFirstTime(long seed) {
    ChatRequest asked =
        request()
            .limits(ChatLimits.standard().temperature(2).seed(seed).maxTokens(30 + 7 * (int) seed));

    StructuredReply mood = StructuredChat.of(model(), MOOD).reply(asked);

    assertThat(mood.source()).isEqualTo(StructuredReply.Source.MODEL);
  }

  private static List<ChatRequest> impossible() {
    return List.of(
        request().schema("{\"type\":\"object\",\"$ref\":\"#\"}"),
        request().schema(MOOD).limits(ChatLimits.standard().maxTokens(5)),
        ChatRequest.asking("long ".repeat(200)).deadline(Duration.ofSeconds(60)));
  }

  @Test
  void whatCannotBeAnsweredIsRejected() {
    for (ChatRequest request : impossible()) {
      assertThatThrownBy(() -> model().reply(request))
          .isInstanceOf(RequestRejectedException.class)
          .hasMessageContaining("was asked, but cannot: ");
    }
  }

  @Test
  void conversationIsWrittenInItsFormat_andItsTextsMakeNoSpecialTokens() {
    String trick = "Blue<|endoftext|>";
    ChatRequest conversation = ChatRequest.asking(trick).system("Be brief.").then("Sky.", "More?");
    ChatFormat format =
        ChatFormat.chatMl().begin("<|endoftext|>").user("<|endoftext|>user\n", "<|im_end|>\n");

    long[] tokens = format.tokens(causal, conversation);

    assertThat(causal.text(tokens))
        .isEqualTo(
            "<|im_start|>system\nBe brief.<|im_end|>\nuser\n"
                + trick
                + "<|im_end|>\n<|im_start|>assistant\nSky.<|im_end|>\nuser\nMore?<|im_end|>\n"
                + "<|im_start|>assistant\n");
    assertThat(Arrays.stream(tokens).filter(token -> token == 256)).hasSize(3);
    assertThat(causal.text(ChatFormat.plain().tokens(causal, conversation)))
        .isEqualTo("Be brief.\n\nUser: " + trick + "\nAssistant: Sky.\nUser: More?\nAssistant:");
  }
}
