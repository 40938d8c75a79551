package io.artrec.llm.chat;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import io.artrec.error.ArtrecException;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** What LangChain4j throws, as this package does. No word of a provider is passed on. */
final class LangChain4jErrors {
  private LangChain4jErrors() {}

  static RuntimeException of(String model, Throwable thrown) throws InterruptedException {
    if (thrown instanceof ArtrecException ours) {
      return ours;
    }
    if (thrown instanceof CompletionException && thrown.getCause() != null) {
      return of(model, thrown.getCause());
    }
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        throw new InterruptedException("interrupted while " + model + " was answering");
      }
    }
    String said = model + " was asked and failed with " + thrown.getClass().getSimpleName();
    if (thrown instanceof RateLimitException) {
      return new RateLimitedException(said + "; ask less often, and again later", Optional.empty());
    }
    if (thrown instanceof ContentFilteredException) {
      return new ModelRefusedException(said + "; its filter does not let this request pass");
    }
    if (thrown instanceof AuthenticationException) {
      return new RequestRejectedException(said + "; check the key and what it may do");
    }
    if (thrown instanceof ModelNotFoundException) {
      return new RequestRejectedException(said + "; check the model's name");
    }
    if (thrown instanceof UnsupportedFeatureException) {
      return new RequestRejectedException(
          said + "; it does not take something that it was declared to take, see capabilities()");
    }
    if (thrown instanceof NonRetriableException || thrown instanceof IllegalArgumentException) {
      return new RequestRejectedException(
          said + "; it does not take this request, look into the log for what it dislikes");
    }
    if (thrown instanceof HttpException http) {
      return ServerError.of(http.statusCode(), "").exception(model, Optional.empty());
    }
    return new ModelUnavailableException(said + "; ask again later", Optional.empty());
  }
}
