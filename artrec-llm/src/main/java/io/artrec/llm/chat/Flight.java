package io.artrec.llm.chat;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A question that is being asked, which others who ask the same wait for. Thread-safe. */
final class Flight {
  private final Optional<String> user;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Optional<ChatReply> reply = Optional.empty();
  private volatile Optional<ChatException> failure = Optional.empty();
  private volatile boolean forgotten;

  Flight(Optional<String> user) {
    this.user = user;
  }

  Optional<String> user() {
    return user;
  }

  void forget() {
    forgotten = true;
  }

  boolean isForgotten() {
    return forgotten;
  }

  void landed(ChatReply answer) {
    reply = Optional.of(answer);
    over.countDown();
  }

  /** A time-out is the asker's own, since another may have more time. */
  void failed(ChatException e) {
    if (!(e instanceof ChatTimeoutException)) {
      failure = Optional.of(e);
    }
    over.countDown();
  }

  /** Ends the waiting of others, of whom one asks instead, where there is neither of the two. */
  void abandoned() {
    over.countDown();
  }

  /** Waits for the reply; empty where the one who asked gave up. */
  Optional<ChatReply> await() throws InterruptedException {
    over.await();
    if (failure.isPresent()) {
      throw failure.get();
    }
    return reply;
  }
}
