package io.artrec.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.task.CancelledException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ScriptedChatModelTest extends ChatModelContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Override
  protected ChatModel model() {
    return ScriptedChatModel.answering(request -> ChatReply.of("Deep sea blue"));
  }

  @Override
  protected ChatModel silent() {
    CountDownLatch never = new CountDownLatch(1);
    return ScriptedChatModel.answering(
        request -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            throw new CancelledException("cancelled while saying nothing");
          }
          return ChatReply.of("");
        });
  }

  @Test
  void saysItsTextsInOrder_andThenIsUnavailable() {
    ScriptedChatModel model = ScriptedChatModel.saying("one", "two words");
    ChatRequest request = ChatRequest.asking("Say three words").deadline(MINUTE);

    assertThat(model.reply(request).text()).isEqualTo("one");
    ChatReply second = model.reply(request.system("Be quick"));

    assertThat(second.text()).isEqualTo("two words");
    assertThat(second.usage()).contains(new TokenUsage(5, 2));
    assertThat(second.finish()).isEqualTo(FinishReason.COMPLETE);
    assertThat(model.asked()).hasSize(2);
    assertThatThrownBy(() -> model.reply(request))
        .isInstanceOf(ModelUnavailableException.class)
        .hasMessageContaining("the 2 replies of the script");
  }

  @Test
  void streamsWordByWord_spacesKept() {
    Pieces pieces =
        Pieces.all(
            ScriptedChatModel.saying("  a\n b  c ").stream(
                ChatRequest.asking("x").deadline(MINUTE)));

    assertThat(pieces.pieces()).containsExactly("  ", "a\n ", "b  ", "c ");
  }
}
