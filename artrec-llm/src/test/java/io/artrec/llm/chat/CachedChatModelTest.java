package io.artrec.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.PersonalDataHolder;
import io.artrec.RecommenderListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class CachedChatModelTest {
  private static final ChatRequest REQUEST =
      ChatRequest.asking("hello").deadline(Duration.ofMinutes(1));

  private final AtomicInteger calls = new AtomicInteger();
  private final ScriptedChatModel counting =
      ScriptedChatModel.answering(request -> ChatReply.of("reply " + calls.incrementAndGet()));

  /** The contract holds for a model with a cache, too. */
  @Nested
  class Contract extends ScriptedChatModelTest {
    @Override
    protected ChatModel model() {
      return CachedChatModel.around(super.model());
    }
  }

  @Test
  void sameQuestionIsAskedOnce_andSaidToBeKept() {
    GuardedChatModel guarded = GuardedChatModel.around(counting);
    CachedChatModel model = CachedChatModel.around(guarded);

    ChatReply first = model.reply(REQUEST);
    ChatReply second = model.reply(REQUEST.deadline(Duration.ofSeconds(30)));

    assertThat(List.of(first.text(), second.text())).containsOnly("reply 1");
    assertThat(first.isCached()).isFalse();
    assertThat(second.isCached()).isTrue();
    assertThat(guarded.usage().replies()).isEqualTo(1);
    assertThat(guarded.usage().cached()).isEqualTo(1);
  }

  private static Stream<UnaryOperator<ChatRequest>> others() {
    ChatImage image = ChatImage.of("image/png", new byte[] {1});
    return Stream.of(
        request -> request.system("be kind"),
        request -> request.system(""),
        request -> request.schema("{\"type\":\"object\"}"),
        request -> request.user("ada"),
        request -> request.prompt(new PromptId("describe", 1)),
        request -> request.limits(ChatLimits.standard().maxTokens(7)),
        request -> request.limits(ChatLimits.standard().temperature(0.5)),
        request -> request.limits(ChatLimits.standard().seed(1)),
        request -> request.limits(ChatLimits.standard().stop(List.of("end"))),
        request -> request.then("hi", "hello"),
        request ->
            ChatRequest.of(List.of(ChatTurn.user("hello").showing(List.of(image))))
                .deadline(Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @MethodSource("others")
  void anotherQuestionIsAnother(UnaryOperator<ChatRequest> change) {
    CachedChatModel model = CachedChatModel.around(counting);

    model.reply(REQUEST);

    assertThat(model.reply(change.apply(REQUEST)).text()).isEqualTo("reply 2");
    assertThat(model.reply(change.apply(REQUEST)).text()).isEqualTo("reply 2");
  }

  @Test
  void textsDoNotRunIntoEachOther() {
    CachedChatModel model = CachedChatModel.around(counting);

    model.reply(REQUEST.then("ab", "c"));

    assertThat(model.reply(REQUEST.then("a", "bc")).isCached()).isFalse();
  }

  @Test
  void thoseWhoAskTheSameAtTheSameTimeShareOneReply() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ChatModel slow =
        new ChatModel() {
          @Override
          public String name() {
            return "slow";
          }

          @Override
          public Set<ChatCapability> capabilities() {
            return Set.of();
          }

          @Override
          protected ChatReply answer(ChatCall call) throws InterruptedException {
            asked.countDown();
            go.await();
            return ChatReply.of("reply " + calls.incrementAndGet()).finish(FinishReason.COMPLETE);
          }
        };
    CachedChatModel model = CachedChatModel.around(slow);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<ChatReply>> replies = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        replies.add(pool.submit(() -> model.reply(REQUEST)));
      }
      asked.await();
      go.countDown();
      for (Future<ChatReply> reply : replies) {
        assertThat(reply.get().text()).isEqualTo("reply 1");
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** One who looks before the reply is kept and takes off after it landed finds it all the same. */
  @Test
  void quickReplyIsAskedForOnce_howeverManyCome() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 300; round++) {
        CachedChatModel model = CachedChatModel.around(counting);
        int before = calls.get();
        List<Future<ChatReply>> replies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          replies.add(pool.submit(() -> model.reply(REQUEST)));
        }
        for (Future<ChatReply> reply : replies) {
          reply.get();
        }
        assertThat(calls.get() - before).as("round %s", round).isEqualTo(1);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void askerWhoGivesUpLeavesTheAskingToTheNext() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    ChatModel silentAtFirst =
        new ChatModel() {
          @Override
          public String name() {
            return "silent at first";
          }

          @Override
          public Set<ChatCapability> capabilities() {
            return Set.of();
          }

          @Override
          protected ChatReply answer(ChatCall call) throws InterruptedException {
            if (calls.incrementAndGet() == 1) {
              asked.countDown();
              new CountDownLatch(1).await();
            }
            return ChatReply.of("here").finish(FinishReason.COMPLETE);
          }
        };
    CachedChatModel model = CachedChatModel.around(silentAtFirst);
    ExecutorService pool = Executors.newFixedThreadPool(1);
    try {
      Future<ChatReply> first =
          pool.submit(() -> model.reply(REQUEST.deadline(Duration.ofMillis(300))));
      asked.await();

      assertThat(model.reply(REQUEST).text()).isEqualTo("here");
      assertThatThrownBy(first::get).hasCauseInstanceOf(ChatTimeoutException.class);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void failureIsNotKept() {
    CachedChatModel model = CachedChatModel.around(ScriptedChatModel.saying());
    assertThatThrownBy(() -> model.reply(REQUEST)).isInstanceOf(ModelUnavailableException.class);
    assertThatThrownBy(() -> model.reply(REQUEST)).isInstanceOf(ModelUnavailableException.class);
    assertThat(model.size()).isZero();
  }

  @Test
  void replyThatWasCutIsNotKept() {
    CachedChatModel model =
        CachedChatModel.around(
            ScriptedChatModel.answering(
                request ->
                    ChatReply.of("cut " + calls.incrementAndGet()).finish(FinishReason.LENGTH)));

    model.reply(REQUEST);

    assertThat(model.reply(REQUEST).text()).isEqualTo("cut 2");
  }

  @Test
  void replyThatDoesNotFitItsSchemaIsNotKept() {
    ScriptedChatModel model = ScriptedChatModel.saying("no", "no", "{\"a\":1}");
    StructuredChat chat = StructuredChat.of(CachedChatModel.around(model), "{\"type\":\"object\"}");

    assertThatThrownBy(() -> chat.reply(REQUEST)).isInstanceOf(MalformedReplyException.class);

    assertThat(chat.reply(REQUEST).source()).isEqualTo(StructuredReply.Source.MODEL);
    assertThat(chat.reply(REQUEST).source()).isEqualTo(StructuredReply.Source.CACHE);
  }

  @Test
  void forgettingErasesWhatWasAskedAboutAVisitor_andNothingElse() {
    CachedChatModel model = CachedChatModel.around(counting);
    model.reply(REQUEST);
    model.reply(REQUEST.user("ada"));
    model.reply(REQUEST.user("bo"));
    RecommenderListener listener = model.listener();

    listener.forgotten("ada");

    assertThat(model.size()).isEqualTo(2);
    assertThat(model.reply(REQUEST.user("ada")).isCached()).isFalse();
    assertThat(model.reply(REQUEST.user("bo")).isCached()).isTrue();
    assertThat(model.reply(REQUEST).isCached()).isTrue();
    model.clear();
    assertThat(model.size()).isZero();
  }

  @Test
  void holderSaysWhatIsKeptAboutAVisitor_andErasesIt() {
    CachedChatModel model = CachedChatModel.around(counting);
    model.reply(REQUEST);
    model.reply(REQUEST.user("ada"));
    model.reply(REQUEST.user("bo"));
    model.reply(REQUEST.user("ada").then("hi", "hello"));
    PersonalDataHolder holder = model.holder();

    assertThat(holder.name()).isEqualTo("replies of " + model.name());
    assertThat(holder.export("ada")).isEqualTo(Map.of("replies", List.of("reply 2", "reply 4")));
    assertThat(holder.export("nobody")).isEmpty();
    assertThat(holder.forget("ada")).isEqualTo(2);
    assertThat(holder.export("ada")).isEmpty();
    assertThat(holder.forget("ada")).isZero();
    assertThat(model.size()).isEqualTo(2);
  }

  @Test
  void callUnderWayWhenItsVisitorIsForgottenKeepsNothing() {
    List<CachedChatModel> self = new ArrayList<>();
    CachedChatModel model =
        CachedChatModel.around(
            ScriptedChatModel.answering(
                request -> {
                  self.get(0).forget("ada");
                  return ChatReply.of("said");
                }));
    self.add(model);

    assertThat(model.reply(REQUEST.user("ada")).text()).isEqualTo("said");
    assertThat(model.size()).isZero();
  }

  @Test
  void repliesGoWhenTheirTimeHasPassed() {
    AtomicLong now = new AtomicLong();
    CachedChatModel model =
        CachedChatModel.around(counting).keptFor(Duration.ofHours(1)).timedBy(now::get);
    model.reply(REQUEST);
    now.addAndGet(Duration.ofMinutes(59).toNanos());
    assertThat(model.reply(REQUEST).isCached()).isTrue();
    now.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(model.reply(REQUEST).isCached()).isFalse();
  }

  @Test
  void sizeIsBounded() {
    CachedChatModel model = CachedChatModel.around(counting).maxBytes(5_000);
    for (int i = 0; i < 100; i++) {
      model.reply(REQUEST.user("visitor " + i));
    }
    assertThat(model.size()).isBetween(1L, 9L);
  }

  @Test
  void whatCannotBeSetIsRefused() {
    CachedChatModel model = CachedChatModel.around(counting);
    assertThatThrownBy(() -> model.maxBytes(0)).hasMessage("maxBytes is 0, expected 1 or more");
    assertThatThrownBy(() -> model.keptFor(Duration.ZERO))
        .hasMessage("keptFor is PT0S, expected more than zero");
  }

  @Test
  void keyTellsNothing() {
    assertThat(RequestKey.of("m", REQUEST.user("ada")).toString()).doesNotContain("hello", "ada");
    assertThat(Optional.of(REQUEST.user("ada")).toString()).doesNotContain("ada");
  }
}
