package io.artrec.llm.chat;

import io.artrec.task.CancelledException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A call between the thread that answers and the one that waits. The one that waits keeps the time,
 * so that no model can outstay its deadline.
 */
final class RunningCall {
  private final ChatModel model;
  private final ChatRequest request;
  private final boolean streaming;
  private final long started = System.nanoTime();
  private final long deadline;
  private final long firstPiece;
  private final long nextPiece;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<String> pieces = new ArrayDeque<>();
  private final Thread worker;
  private Optional<ChatReply> reply = Optional.empty();
  private Optional<Throwable> failure = Optional.empty();
  private boolean spoken;
  private long lastSpoken = started;
  private boolean over;
  private long wanted;
  private Runnable atStop = () -> {};

  RunningCall(ChatModel model, ChatRequest request, boolean streaming) {
    this.model = model;
    this.request = request;
    this.streaming = streaming;
    deadline = request.deadline().orElseThrow().toNanos();
    boolean early = streaming && model.capabilities().contains(ChatCapability.STREAMING);
    firstPiece = early ? nanos(request.firstPieceWithin()) : Long.MAX_VALUE;
    nextPiece = early ? nanos(request.nextPieceWithin()) : Long.MAX_VALUE;
    worker = new Thread(this::answer, "artrec-chat");
    worker.setDaemon(true);
  }

  private static long nanos(Optional<Duration> time) {
    return time.map(Duration::toNanos).orElse(Long.MAX_VALUE);
  }

  ChatRequest request() {
    return request;
  }

  boolean isStreaming() {
    return streaming;
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, deadline - (System.nanoTime() - started)));
  }

  boolean hasSpoken() {
    lock.lock();
    try {
      return spoken;
    } finally {
      lock.unlock();
    }
  }

  void say(String piece) {
    lock.lock();
    try {
      if (over) {
        throw new CancelledException("cancelled while " + model.name() + " was answering");
      }
      if (streaming && !piece.isEmpty()) {
        pieces.add(piece);
        spoken = true;
        lastSpoken = System.nanoTime();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void answer() {
    Optional<ChatReply> answered = Optional.empty();
    Optional<Throwable> failed = Optional.empty();
    try {
      ChatReply plain = model.answer(new ChatCall(this));
      answered = Optional.of(plain.latency(Duration.ofNanos(System.nanoTime() - started)));
    } catch (Throwable e) {
      failed = Optional.of(e);
    }
    lock.lock();
    try {
      if (!over && answered.isPresent() && !spoken && !answered.get().text().isEmpty()) {
        pieces.add(answered.get().text());
      }
      reply = answered;
      failure = failed;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void start() {
    worker.start();
  }

  /** Waits for the whole reply. */
  ChatReply await() {
    lock.lock();
    try {
      while (reply.isEmpty() && failure.isEmpty()) {
        changed.awaitNanos(waitable());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("cancelled while waiting for a reply of " + model.name());
    } finally {
      lock.unlock();
      stop();
    }
    failure.ifPresent(RunningCall::rethrow);
    return reply.orElseThrow();
  }

  /** Waits for a piece that the subscriber wants; empty at the end of the reply or when stopped. */
  Optional<String> nextPiece() throws InterruptedException {
    lock.lock();
    try {
      while (!over) {
        boolean ended = reply.isPresent() || failure.isPresent();
        if (failure.isPresent() && pieces.isEmpty()) {
          rethrow(failure.get());
        }
        if (ended && pieces.isEmpty()) {
          return Optional.empty();
        }
        if (!pieces.isEmpty() && wanted > 0) {
          wanted = wanted == Long.MAX_VALUE ? wanted : wanted - 1;
          return Optional.of(pieces.remove());
        }
        changed.awaitNanos(waitable());
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** The nanoseconds until a time passes; throws where one has passed. */
  private long waitable() {
    long now = System.nanoTime();
    boolean answering = reply.isEmpty() && failure.isEmpty();
    long limit = spoken ? nextPiece : firstPiece;
    long left = deadline - (now - started);
    long pieceLeft = answering ? limit - (now - lastSpoken) : Long.MAX_VALUE;
    if (left <= 0) {
      throw new ChatTimeoutException(
          model.name()
              + " was asked, and "
              + Duration.ofNanos(deadline)
              + ", the deadline, passed");
    }
    if (pieceLeft <= 0) {
      throw new ChatTimeoutException(
          model.name()
              + " was asked for a stream, and its "
              + (spoken ? "next" : "first")
              + " piece did not come within "
              + Duration.ofNanos(limit));
    }
    return Math.min(left, pieceLeft);
  }

  void want(long more) {
    lock.lock();
    try {
      wanted = wanted + more < 0 ? Long.MAX_VALUE : wanted + more;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the call; the thread that answers is told so. */
  void stop() {
    Runnable release;
    lock.lock();
    try {
      over = true;
      release = atStop;
      atStop = () -> {};
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    worker.interrupt();
    release.run();
  }

  /** Keeps what frees the thread that answers from a wait that no interruption ends. */
  void atStop(Runnable release) {
    boolean late;
    lock.lock();
    try {
      late = over;
      atStop = release;
    } finally {
      lock.unlock();
    }
    if (late) {
      release.run();
    }
  }

  boolean isStopped() {
    lock.lock();
    try {
      return over;
    } finally {
      lock.unlock();
    }
  }

  Optional<ChatReply> reply() {
    lock.lock();
    try {
      return reply;
    } finally {
      lock.unlock();
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    throw new ChatException("a model threw " + failure.getClass().getName(), failure);
  }
}
