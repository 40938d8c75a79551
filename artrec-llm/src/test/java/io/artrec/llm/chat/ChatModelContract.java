package io.artrec.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.task.CancelledException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link ChatModel} holds. */
@Timeout(120)
abstract class ChatModelContract {
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"colour\":{\"type\":\"string\"}}}";

  /** A model that answers, with at least one word, whatever it is asked. */
  protected abstract ChatModel model();

  /** The same kind of model, but one that does not answer before its call ends. */
  protected abstract ChatModel silent();

  private static ChatRequest request() {
    return ChatRequest.asking("Name one color.")
        .system("Answer in one word.")
        .limits(ChatLimits.standard().maxTokens(64).temperature(0))
        .prompt(new PromptId("colors", 1))
        .deadline(Duration.ofSeconds(60));
  }

  @Test
  void repliesWithWords() {
    ChatReply reply = model().reply(request());

    assertThat(reply.text()).isNotBlank();
    assertThat(reply.latency()).isPositive();
    assertThat(reply.model()).isPresent();
    assertThat(model().name()).isNotBlank();
  }

  @Test
  void goesOnWithAConversation() {
    assertThat(model().reply(request().then("Blue.", "And another?")).text()).isNotBlank();
  }

  @Test
  void piecesOfAStreamAreItsText() {
    List<ChatReply> whole = new ArrayList<>();

    Pieces pieces = Pieces.all(model().stream(request(), whole::add));

    assertThat(pieces.error()).isEmpty();
    assertThat(pieces.isComplete()).isTrue();
    assertThat(whole).hasSize(1);
    assertThat(pieces.text()).isNotBlank().isEqualTo(whole.get(0).text());
  }

  @Test
  void noPieceComesBeforeItIsRequested_andNoneAfterTheEndOfTheSubscription() {
    Pieces pieces = Pieces.of(model().stream(request()), 1);
    pieces.awaitCount(1);
    assertThat(pieces.pieces()).hasSize(1);

    pieces.subscription().cancel();
    pieces.subscription().request(5);

    assertThat(pieces.pieces()).hasSize(1);
  }

  @Test
  void requestOfNoPieceIsAnError() {
    Pieces pieces = Pieces.of(model().stream(request()), -1);
    pieces.awaitEnd();

    assertThat(pieces.pieces()).isEmpty();
    assertThat(pieces.error().orElseThrow())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 1 or more");
  }

  @Test
  void withoutADeadlineNothingIsAsked() {
    assertThatThrownBy(() -> model().reply(ChatRequest.asking("Name one color.")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ChatRequest.deadline");
    assertThatThrownBy(() -> model().stream(ChatRequest.asking("Name one color.")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ChatRequest.deadline");
  }

  @Test
  void whatIsDeclaredIsTaken_andNothingElse() {
    ChatImage image = ChatImage.of("image/png", onePixel());
    takesOnlyIfDeclared(
        ChatCapability.IMAGES,
        ChatRequest.of(List.of(ChatTurn.user("Name its color.").showing(List.of(image)))));
    takesOnlyIfDeclared(ChatCapability.SCHEMA, request().schema(SCHEMA));
    takesOnlyIfDeclared(
        ChatCapability.SEED, request().limits(ChatLimits.standard().maxTokens(64).seed(7)));
    takesOnlyIfDeclared(
        ChatCapability.STOP_WORDS,
        request().limits(ChatLimits.standard().maxTokens(64).stop(List.of("zzz"))));
  }

  private void takesOnlyIfDeclared(ChatCapability capability, ChatRequest asked) {
    ChatModel model = model();
    ChatRequest request = asked.deadline(Duration.ofSeconds(60));
    if (model.capabilities().contains(capability)) {
      assertThat(model.reply(request).text()).as("%s", capability).isNotNull();
    } else {
      assertThatThrownBy(() -> model.reply(request))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(capability.toString());
    }
  }

  @Test
  void deadlineEndsTheCall() {
    Duration deadline = Duration.ofMillis(30);
    assertThatThrownBy(() -> silent().reply(request().deadline(deadline)))
        .isInstanceOf(ChatTimeoutException.class)
        .hasMessageContaining("PT0.03S, the deadline, passed");

    Pieces pieces = Pieces.all(silent().stream(request().deadline(deadline)));
    assertThat(pieces.error().orElseThrow()).isInstanceOf(ChatTimeoutException.class);
  }

  @Test
  void firstPieceThatDoesNotComeEndsTheStream() {
    Pieces pieces = Pieces.all(silent().stream(request().firstPieceWithin(Duration.ofMillis(30))));

    assertThat(pieces.error().orElseThrow())
        .isInstanceOf(ChatTimeoutException.class)
        .hasMessageContaining("first piece did not come within PT0.03S");
  }

  @Test
  void interruptedCallerIsLetGo_andStaysInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> silent().reply(request())).isInstanceOf(CancelledException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void answersManyAtOnce() throws Exception {
    ChatModel model = model();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<ChatReply>> replies = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        replies.add(threads.submit(() -> model.reply(request())));
      }
      for (Future<ChatReply> reply : replies) {
        assertThat(reply.get().text()).isNotBlank();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static byte[] onePixel() {
    return Base64.getDecoder()
        .decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
  }
}
