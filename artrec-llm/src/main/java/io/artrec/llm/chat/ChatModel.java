package io.artrec.llm.chat;

import java.util.Set;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * A language model that answers in words: the extension point. An implementation gives its name,
 * its capabilities and {@link #answer}; checking requests, keeping time and streaming are done here
 * for all.
 *
 * <p>Each call runs on a thread of its own while the caller waits, so that it ends within its
 * deadline whatever the model does; a thread that ignores its interruption lives on, unheard. A
 * thread costs some 0.1 ms, little beside a model. Thread-safe, as implementations must be. An
 * abstract test, {@code ChatModelContract}, is among this module's tests; copy it for a model of
 * your own.
 */
public abstract class ChatModel {
  /** For implementations. */
  protected ChatModel() {}

  /**
   * {@return the name of the model, for reports, errors and caches; the same for the life of this
   * object, without keys or other secrets}
   */
  public abstract String name();

  /**
   * Tells what the model can do.
   *
   * @return the capabilities, the same for the life of this object
   */
  public abstract Set<ChatCapability> capabilities();

  /**
   * Answers, on a thread that belongs to the call. In a stream, pieces go out by {@link
   * ChatCall#say} and are together the text that is returned; a model that says none is heard at
   * its end.
   *
   * @param call the request and what is known of its call
   * @return the reply; its latency is set by the caller
   * @throws ChatException when there is no reply
   * @throws InterruptedException when interrupted, which means that the call has ended
   */
  protected abstract ChatReply answer(ChatCall call) throws InterruptedException;

  /**
   * Asks, and waits for the whole reply.
   *
   * @param request what is asked, with a deadline
   * @return the reply
   * @throws IllegalArgumentException if the deadline is missing or the request holds what the model
   *     does not declare
   * @throws ChatTimeoutException if the deadline passes
   * @throws ChatException when there is no reply for another reason
   * @throws io.artrec.task.CancelledException if the waiting thread is interrupted
   */
  public final ChatReply reply(ChatRequest request) {
    check(request);
    RunningCall call = new RunningCall(this, request, false);
    call.start();
    return call.await();
  }

  /**
   * Asks for the reply in pieces, when somebody subscribes. Each subscriber has a call of its own.
   *
   * @param request what is asked, with a deadline, which the subscriber's own time counts towards
   * @return the pieces, which are together the text; errors as {@link #reply} throws them
   * @throws IllegalArgumentException if the deadline is missing or the request holds what the model
   *     does not declare
   */
  public final Flow.Publisher<String> stream(ChatRequest request) {
    return stream(request, reply -> {});
  }

  /**
   * Asks for the reply in pieces, and for the whole at its end.
   *
   * @param request what is asked, with a deadline, which the subscriber's own time counts towards
   * @param atEnd takes each subscriber's whole reply before the stream is complete, on the stream's
   *     thread
   * @return the pieces, which are together the text; errors as {@link #reply} throws them
   * @throws IllegalArgumentException if the deadline is missing or the request holds what the model
   *     does not declare
   */
  public final Flow.Publisher<String> stream(ChatRequest request, Consumer<ChatReply> atEnd) {
    check(request);
    return new PieceStream(this, request, atEnd);
  }

  /** Takes note of what became of a request; models around another one hand it on. */
  void note(ChatRequest request, Note note) {}

  private void check(ChatRequest request) {
    if (request.deadline().isEmpty()) {
      throw new IllegalArgumentException(
          "asking " + name() + " without a deadline; set one by ChatRequest.deadline(Duration)");
    }
    need(request.imageCount() > 0, ChatCapability.IMAGES, request.imageCount() + " images");
    need(request.schema().isPresent(), ChatCapability.SCHEMA, "a schema");
    need(request.limits().seed().isPresent(), ChatCapability.SEED, "a seed");
    need(!request.limits().stop().isEmpty(), ChatCapability.STOP_WORDS, "stop words");
  }

  private void need(boolean needed, ChatCapability capability, String what) {
    if (needed && !capabilities().contains(capability)) {
      throw new IllegalArgumentException(
          "asking "
              + name()
              + " with "
              + what
              + ", but it does not declare "
              + capability
              + "; leave it out or use a model that does");
    }
  }
}
