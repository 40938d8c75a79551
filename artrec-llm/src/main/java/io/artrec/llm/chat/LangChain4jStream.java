package io.artrec.llm.chat;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Hears a streaming model, on whatever thread it speaks, and passes its pieces on from the thread
 * that answers.
 */
final class LangChain4jStream implements StreamingChatResponseHandler {
  /** A piece of text, the whole response, or an error. */
  private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

  private final ChatCall call;
  private final ThinkingFilter filter = new ThinkingFilter();
  private final StringBuilder text = new StringBuilder();
  private Optional<StreamingHandle> handle = Optional.empty();
  private boolean stopped;

  LangChain4jStream(ChatCall call) {
    this.call = call;
  }

  @Override
  public void onPartialResponse(String piece) {
    heard.add(piece);
  }

  @Override
  public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
    keep(context.streamingHandle());
    heard.add(piece.text());
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    heard.add(response);
  }

  @Override
  public void onError(Throwable error) {
    heard.add(error);
  }

  private synchronized void keep(StreamingHandle given) {
    handle = Optional.of(given);
    if (stopped) {
      given.cancel();
    }
  }

  /** Tells the model that nobody listens, now or when it first says something. */
  synchronized void stop() {
    stopped = true;
    handle.ifPresent(StreamingHandle::cancel);
  }

  /** Passes pieces on until the end. */
  ChatResponse await() throws InterruptedException {
    while (true) {
      Object next = heard.take();
      if (next instanceof ChatResponse whole) {
        say(filter.end());
        return whole;
      }
      if (next instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (next instanceof Throwable thrown) {
        throw new CompletionException(thrown);
      }
      say(filter.accept((String) next));
    }
  }

  private void say(String piece) {
    text.append(piece);
    call.say(piece);
  }

  /** All that was said. */
  String text() {
    return text.toString();
  }
}
