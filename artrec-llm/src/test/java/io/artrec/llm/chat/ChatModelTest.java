package io.artrec.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.task.CancelledException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ChatModelTest {
  private static final ChatRequest REQUEST =
      ChatRequest.asking("hello").deadline(Duration.ofMinutes(1));

  private interface Answer {
    ChatReply to(ChatCall call) throws InterruptedException;
  }

  private static ChatModel model(Set<ChatCapability> capabilities, Answer answer) {
    return new ChatModel() {
      @Override
      public String name() {
        return "own";
      }

      @Override
      public Set<ChatCapability> capabilities() {
        return capabilities;
      }

      @Override
      protected ChatReply answer(ChatCall call) throws InterruptedException {
        return answer.to(call);
      }
    };
  }

  private static ChatModel streaming(Answer answer) {
    return model(EnumSet.of(ChatCapability.STREAMING), answer);
  }

  @Test
  void nextPieceThatDoesNotComeEndsTheStream_afterThePiecesThatCame() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    ChatModel stuck =
        streaming(
            call -> {
              call.say("well, ");
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
              return ChatReply.of("well, ");
            });

    Pieces pieces = Pieces.all(stuck.stream(REQUEST.nextPieceWithin(Duration.ofMillis(20))));

    assertThat(pieces.pieces()).containsExactly("well, ");
    assertThat(pieces.error().orElseThrow())
        .isInstanceOf(ChatTimeoutException.class)
        .hasMessage("own was asked for a stream, and its next piece did not come within PT0.02S");
    interrupted.await();
  }

  @Test
  void modelThatIgnoresItsInterruptionIsNotWaitedFor_norHeard() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    ChatModel deaf =
        streaming(
            call -> {
              boolean waiting = true;
              while (waiting) {
                try {
                  release.await();
                  waiting = false;
                } catch (InterruptedException e) {
                  waiting = true;
                }
              }
              try {
                call.say("late");
              } catch (CancelledException e) {
                thrown.set(e);
              }
              ended.countDown();
              return ChatReply.of("late");
            });

    assertThatThrownBy(() -> deaf.reply(REQUEST.deadline(Duration.ofMillis(20))))
        .isInstanceOf(ChatTimeoutException.class);
    release.countDown();
    ended.await();

    assertThat(thrown.get()).hasMessageContaining("cancelled while own was answering");
  }

  @Test
  void modelThatSaysNoPieceIsHeardAtItsEnd() {
    Pieces pieces =
        Pieces.all(
            model(EnumSet.noneOf(ChatCapability.class), call -> ChatReply.of("all at once")).stream(
                REQUEST.firstPieceWithin(Duration.ofNanos(1))));

    assertThat(pieces.pieces()).containsExactly("all at once");
    assertThat(pieces.isComplete()).isTrue();
  }

  @Test
  void whatAModelThrowsIsThrown_afterItsPieces() {
    ChatModel broken =
        streaming(
            call -> {
              call.say("oh");
              throw new RequestRejectedException("no");
            });

    assertThatThrownBy(() -> broken.reply(REQUEST)).isInstanceOf(RequestRejectedException.class);
    Pieces pieces = Pieces.all(broken.stream(REQUEST));
    assertThat(pieces.pieces()).containsExactly("oh");
    assertThat(pieces.error().orElseThrow()).isInstanceOf(RequestRejectedException.class);
    assertThat(pieces.isComplete()).isFalse();
  }

  @Test
  void wordsAreInNoToString() {
    ChatRequest request =
        ChatRequest.asking("my secret").system("a secret too").then("secret", "secret");

    assertThat(request + " " + request.turns() + ChatReply.of("secret")).doesNotContain("secret");
    assertThat(request).hasToString("request of 3 turns, 0 images");
  }

  @Test
  void whatCannotBeAskedIsSaid() {
    assertThatThrownBy(() -> ChatRequest.asking("x").deadline(Duration.ZERO))
        .hasMessage("deadline is PT0S, expected more than zero and up to a day");
    assertThatThrownBy(() -> ChatRequest.asking("x").schema("{type:object}"))
        .hasMessage("schema is 13 chars that are no JSON object");
    assertThatThrownBy(() -> ChatLimits.standard().temperature(Double.NaN))
        .hasMessage("temperature is NaN, expected 0 to 2");
    assertThatThrownBy(() -> ChatImage.of("text/plain", new byte[1]))
        .hasMessageContaining("media type 'text/plain', expected one like image/jpeg");
  }
}
