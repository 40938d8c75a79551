package io.artrec.live.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventIdsTest {
  @Test
  void idsAreOfAVisitor_andTheOldestGoFirst() {
    EventIds ids = new EventIds(2);
    assertThat(ids.add("ada", "e1")).isTrue();
    assertThat(ids.add("ada", "e1")).isFalse();
    assertThat(ids.add("bob", "e1")).as("another visitor's").isTrue();
    assertThat(ids.add("bob", "e2")).isTrue();
    assertThat(ids.add("ada", "e1")).as("out of the window").isTrue();
    ids.forget("ada");
    assertThat(ids.add("bob", "e2")).isFalse();
    assertThat(ids.add("ada", "e1")).isTrue();
  }

  @Test
  void failedAction_isNotRemembered() {
    EventIds ids = new EventIds();
    assertThatThrownBy(
            () ->
                ids.once(
                    "ada",
                    "e1",
                    () -> {
                      throw new IllegalStateException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(ids.once("ada", "e1", () -> {})).isTrue();
    assertThat(ids.once("ada", "e1", () -> {})).isFalse();
  }

  @Test
  void retryOfAnEventUnderWay_waits_andRecordsItWhenTheFirstFails() throws Exception {
    EventIds ids = new EventIds();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch fail = new CountDownLatch(1);
    AtomicInteger recorded = new AtomicInteger();
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> first =
          executor.submit(
              () ->
                  ids.once(
                      "ada",
                      "e1",
                      () -> {
                        begun.countDown();
                        try {
                          fail.await();
                        } catch (InterruptedException e) {
                          Thread.currentThread().interrupt();
                        }
                        throw new IllegalStateException("disk full");
                      }));
      begun.await();
      Future<Boolean> retry =
          executor.submit(() -> ids.once("ada", "e1", recorded::incrementAndGet));
      assertThat(retry.isDone()).isFalse();
      fail.countDown();
      assertThatThrownBy(first::get).hasRootCauseMessage("disk full");
      assertThat(retry.get()).isTrue();
      assertThat(recorded).hasValue(1);
    } finally {
      executor.shutdownNow();
    }
  }
}
