package io.artrec.llm.chat;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** A reply in pieces: each subscriber has a call of its own, and one thread that serves it. */
final class PieceStream implements Flow.Publisher<String> {
  private final ChatModel model;
  private final ChatRequest request;
  private final Consumer<ChatReply> atEnd;

  PieceStream(ChatModel model, ChatRequest request, Consumer<ChatReply> atEnd) {
    this.model = model;
    this.request = request;
    this.atEnd = Objects.requireNonNull(atEnd, "atEnd");
  }

  @Override
  public void subscribe(Flow.Subscriber<? super String> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    RunningCall call = new RunningCall(model, request, true);
    Serving serving = new Serving(call, subscriber);
    subscriber.onSubscribe(serving);
    Thread thread = new Thread(serving, "artrec-chat-stream");
    thread.setDaemon(true);
    thread.start();
  }

  private final class Serving implements Flow.Subscription, Runnable {
    private final RunningCall call;
    private final Flow.Subscriber<? super String> subscriber;
    private volatile boolean badRequest;

    Serving(RunningCall call, Flow.Subscriber<? super String> subscriber) {
      this.call = call;
      this.subscriber = subscriber;
    }

    @Override
    public void request(long more) {
      if (more < 1) {
        badRequest = true;
        call.stop();
      } else {
        call.want(more);
      }
    }

    @Override
    public void cancel() {
      call.stop();
    }

    @Override
    public void run() {
      try {
        if (!call.isStopped()) {
          call.start();
          serve();
        }
        if (badRequest) {
          subscriber.onError(
              new IllegalArgumentException("fewer than 1 piece requested, expected 1 or more"));
        } else if (!call.isStopped()) {
          atEnd.accept(call.reply().orElseThrow());
          subscriber.onComplete();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        subscriber.onError(e);
      } catch (Throwable e) {
        if (!call.isStopped()) {
          subscriber.onError(e);
        }
      } finally {
        call.stop();
      }
    }

    private void serve() throws InterruptedException {
      Optional<String> piece = call.nextPiece();
      while (piece.isPresent()) {
        subscriber.onNext(piece.get());
        piece = call.nextPiece();
      }
    }
  }
}
