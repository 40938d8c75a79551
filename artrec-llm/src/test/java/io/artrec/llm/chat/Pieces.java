package io.artrec.llm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** A subscriber that keeps what it gets, and asks for as much as it is told to. */
final class Pieces implements Flow.Subscriber<String> {
  private static final long PATIENCE_SECONDS = 60;

  private final long first;
  private final List<String> pieces = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private Optional<Flow.Subscription> subscription = Optional.empty();
  private Optional<Throwable> error = Optional.empty();
  private boolean complete;

  private Pieces(long first) {
    this.first = first;
  }

  static Pieces of(Flow.Publisher<String> publisher, long first) {
    Pieces pieces = new Pieces(first);
    publisher.subscribe(pieces);
    return pieces;
  }

  static Pieces all(Flow.Publisher<String> publisher) {
    Pieces pieces = of(publisher, Long.MAX_VALUE);
    pieces.awaitEnd();
    return pieces;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription given) {
    subscription = Optional.of(given);
    if (first != 0) {
      given.request(first);
    }
  }

  @Override
  public synchronized void onNext(String piece) {
    pieces.add(piece);
    notifyAll();
  }

  @Override
  public synchronized void onError(Throwable thrown) {
    error = Optional.of(thrown);
    end.countDown();
    notifyAll();
  }

  @Override
  public synchronized void onComplete() {
    complete = true;
    end.countDown();
    notifyAll();
  }

  void awaitEnd() {
    try {
      if (!end.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the stream did not end");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  synchronized void awaitCount(int count) {
    try {
      while (pieces.size() < count && end.getCount() > 0) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  synchronized Flow.Subscription subscription() {
    return subscription.orElseThrow();
  }

  synchronized List<String> pieces() {
    return List.copyOf(pieces);
  }

  String text() {
    return String.join("", pieces());
  }

  synchronized Optional<Throwable> error() {
    return error;
  }

  synchronized boolean isComplete() {
    return complete;
  }
}
