package io.artrec.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class GuardedChatModelTest {
  private static final ChatRequest REQUEST =
      ChatRequest.asking("hello").deadline(Duration.ofMinutes(10));

  private final ByHand time = new ByHand();
  private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());

  /** A clock that goes on when told to. */
  private static final class ByHand extends Clock {
    private Instant now = Instant.parse("2026-03-03T10:00:00Z");

    @Override
    public synchronized Instant instant() {
      return now;
    }

    synchronized void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private GuardedChatModel guarded(ChatModel model) {
    return GuardedChatModel.around(model)
        .timedBy(
            time,
            wait -> {
              if (!wait.isZero()) {
                waits.add(wait);
              }
              time.pass(wait);
            });
  }

  /** Throws its exceptions in order, and then answers. */
  private static ScriptedChatModel failing(ChatException... failures) {
    Deque<ChatException> left = new ArrayDeque<>(List.of(failures));
    return ScriptedChatModel.answering(
        request -> {
          if (!left.isEmpty()) {
            throw left.remove();
          }
          return ChatReply.of("here").usage(new TokenUsage(30, 10));
        });
  }

  private static ChatException down() {
    return new ModelUnavailableException("down", Optional.empty());
  }

  /** The contract holds for a guarded model, too. */
  @Nested
  class Contract extends ScriptedChatModelTest {
    @Override
    protected ChatModel model() {
      return GuardedChatModel.around(super.model());
    }

    @Override
    protected ChatModel silent() {
      return GuardedChatModel.around(super.silent());
    }
  }

  @Test
  void passingFailuresAreTriedAgain_afterTheTimeTheServerWants_elseTwiceAsLongEachTime() {
    ScriptedChatModel model =
        failing(
            down(),
            new RateLimitedException("slow down", Optional.of(Duration.ofSeconds(7))),
            new MalformedReplyException("garbled", ""));

    assertThat(guarded(model).attempts(4).reply(REQUEST).text()).isEqualTo("here");
    assertThat(waits)
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(7), Duration.ofSeconds(2));
    assertThat(model.asked()).hasSize(4);
  }

  @Test
  void lastFailureIsThrown_andWhatCannotPassIsNotTriedAgain() {
    ScriptedChatModel model = failing(down(), down(), down(), down());
    assertThatThrownBy(() -> guarded(model).reply(REQUEST))
        .isInstanceOf(ModelUnavailableException.class);
    assertThat(model.asked()).hasSize(3);

    ScriptedChatModel rejecting = failing(new RequestRejectedException("no"));
    assertThatThrownBy(() -> guarded(rejecting).reply(REQUEST))
        .isInstanceOf(RequestRejectedException.class);
    assertThat(rejecting.asked()).hasSize(1);
  }

  @Test
  void waitBeyondTheDeadlineIsNotBegun() {
    ScriptedChatModel model =
        failing(new RateLimitedException("slow down", Optional.of(Duration.ofHours(1))));

    assertThatThrownBy(() -> guarded(model).reply(REQUEST))
        .isInstanceOf(RateLimitedException.class);
    assertThat(waits).isEmpty();
  }

  @Test
  void nothingIsTriedAgainAfterTheFirstPiece() {
    AtomicInteger asked = new AtomicInteger();
    ChatModel breaking =
        new ChatModel() {
          @Override
          public String name() {
            return "breaking";
          }

          @Override
          public Set<ChatCapability> capabilities() {
            return EnumSet.of(ChatCapability.STREAMING);
          }

          @Override
          protected ChatReply answer(ChatCall call) {
            asked.incrementAndGet();
            call.say("I was sa");
            throw down();
          }
        };

    Pieces pieces = Pieces.all(guarded(breaking).stream(REQUEST));

    assertThat(pieces.pieces()).containsExactly("I was sa");
    assertThat(pieces.error().orElseThrow()).isInstanceOf(ModelUnavailableException.class);
    assertThat(asked).hasValue(1);
  }

  @Test
  void restsAfterFailuresInARow_thenTriesOnce() {
    ScriptedChatModel model = failing(down(), down(), down());
    GuardedChatModel guarded = guarded(model).attempts(1).restAfter(2, Duration.ofSeconds(30));
    assertThatThrownBy(() -> guarded.reply(REQUEST)).hasMessage("down");
    assertThatThrownBy(() -> guarded.reply(REQUEST)).hasMessage("down");

    time.pass(Duration.ofSeconds(10));
    assertThatThrownBy(() -> guarded.reply(REQUEST))
        .isInstanceOf(ModelUnavailableException.class)
        .hasMessage("scripted was not asked, since it failed 2 times in a row; ask later")
        .extracting(e -> ((ChatException) e).retryAfter())
        .isEqualTo(Optional.of(Duration.ofSeconds(20)));
    assertThat(model.asked()).hasSize(2);

    time.pass(Duration.ofSeconds(20));
    assertThatThrownBy(() -> guarded.reply(REQUEST)).hasMessage("down");
    assertThatThrownBy(() -> guarded.reply(REQUEST)).hasMessageContaining("3 times in a row");
    time.pass(Duration.ofSeconds(30));
    assertThat(guarded.reply(REQUEST).text()).isEqualTo("here");
    assertThat(guarded.reply(REQUEST).text()).isEqualTo("here");
  }

  @Test
  void rateIsKept_afterAMinutesWorthAtOnce() {
    GuardedChatModel guarded = guarded(failing()).perMinute(6);
    for (int i = 0; i < 6; i++) {
      guarded.reply(REQUEST);
    }
    assertThat(waits).isEmpty();

    guarded.reply(REQUEST);
    guarded.reply(REQUEST);
    assertThat(waits).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10));
    assertThatThrownBy(() -> guarded.reply(REQUEST.deadline(Duration.ofSeconds(5))))
        .isInstanceOf(RateLimitedException.class)
        .hasMessageContaining("its 6 attempts a minute are used up past the deadline");
  }

  @Test
  void budgetOfADayIsKept_untilMidnight() {
    GuardedChatModel guarded = guarded(failing()).dailyTokens(80);
    guarded.reply(REQUEST);
    guarded.reply(REQUEST);

    assertThatThrownBy(() -> guarded.reply(REQUEST))
        .isInstanceOf(RateLimitedException.class)
        .hasMessage("scripted was not asked, since 80 tokens of the day's 80 are used")
        .extracting(e -> ((ChatException) e).retryAfter())
        .isEqualTo(Optional.of(Duration.ofHours(14)));
    time.pass(Duration.ofHours(14));
    assertThat(guarded.reply(REQUEST).text()).isEqualTo("here");
  }

  @Test
  void noMoreCallsAtOnceThanAllowed() throws Exception {
    AtomicInteger within = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier pairs = new CyclicBarrier(2);
    GuardedChatModel guarded =
        guarded(
                new ChatModel() {
                  @Override
                  public String name() {
                    return "busy";
                  }

                  @Override
                  public Set<ChatCapability> capabilities() {
                    return Set.of();
                  }

                  @Override
                  protected ChatReply answer(ChatCall call) throws InterruptedException {
                    most.accumulateAndGet(within.incrementAndGet(), Math::max);
                    try {
                      pairs.await();
                    } catch (BrokenBarrierException e) {
                      throw new ChatException("broken", e);
                    } finally {
                      within.decrementAndGet();
                    }
                    return ChatReply.of("done");
                  }
                })
            .atOnce(2);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<ChatReply>> replies = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        replies.add(threads.submit(() -> guarded.reply(REQUEST)));
      }
      for (Future<ChatReply> reply : replies) {
        reply.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(most).hasValue(2);
  }

  @Test
  void callThatFindsNoPlaceEndsAtItsDeadline() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    GuardedChatModel guarded =
        guarded(
                ScriptedChatModel.answering(
                    request -> {
                      asked.countDown();
                      try {
                        release.await();
                      } catch (InterruptedException e) {
                        throw new ChatException("interrupted", e);
                      }
                      return ChatReply.of("done");
                    }))
            .atOnce(1);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<ChatReply> first = threads.submit(() -> guarded.reply(REQUEST));
      asked.await();
      assertThatThrownBy(() -> guarded.reply(REQUEST.deadline(Duration.ofMillis(30))))
          .isInstanceOf(ChatTimeoutException.class);
      release.countDown();
      assertThat(first.get().text()).isEqualTo("done");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void usageIsCounted_byPrompt_andPriced() {
    GuardedChatModel guarded = guarded(failing(down()));
    guarded.reply(REQUEST.prompt(new PromptId("describe", 1)));
    guarded.reply(REQUEST.prompt(new PromptId("describe", 2)));
    guarded.reply(REQUEST);

    UsageReport all = guarded.usage();
    assertThat(all.replies()).isEqualTo(3);
    assertThat(all.tokens()).isEqualTo(new TokenUsage(90, 30));
    assertThat(all.failures()).isEqualTo(Map.of("ModelUnavailableException", 1L));
    assertThat(all.cost(new TokenPrice(2, 10))).isCloseTo(0.00048, within(1e-12));
    assertThat(guarded.usageByPrompt()).containsOnlyKeys("", "describe");
    assertThat(guarded.usageByPrompt())
        .hasEntrySatisfying(
            "describe", used -> assertThat(used.tokens()).isEqualTo(new TokenUsage(60, 20)))
        .hasEntrySatisfying("", used -> assertThat(used.failures()).isEmpty());
  }
}
