package io.artrec.llm.chat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An error that a server reports. Servers repeat keys and prompts in what they say, so of their
 * words only known codes reach a message.
 */
final class ServerError {
  private static final String BAD_KEY = "invalid_api_key";
  private static final String NO_QUOTA = "insufficient_quota";
  private static final String TOO_MANY = "rate_limit_exceeded";
  private static final String TOO_LONG = "context_length_exceeded";
  private static final String NO_MODEL = "model_not_found";
  private static final Set<String> REFUSALS =
      Set.of("content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation");
  private static final Set<String> PASSING =
      Set.of("overloaded_error", "server_error", "internal_error", "api_error", "timeout");
  private static final Set<String> TOO_MANY_CODES =
      Set.of(TOO_MANY, "rate_limit_error", "tokens", "requests");
  private static final Set<String> WRONG =
      Set.of(
          BAD_KEY,
          NO_QUOTA,
          TOO_LONG,
          NO_MODEL,
          "invalid_request_error",
          "authentication_error",
          "permission_error",
          "not_found_error",
          "exceed_context_size_error",
          "BadRequestError",
          "NotFoundError");

  private final int status;
  private final String code;

  private ServerError(int status, String code) {
    this.status = status;
    this.code = code;
  }

  /** The error in a body that came with the HTTP status of a failure. */
  static ServerError of(int status, String body) {
    JsonObject none = new JsonObject();
    return new ServerError(status, code(JsonText.readObject(body).orElse(none)));
  }

  /** The error in what came with the status of a success, if there is one. */
  static Optional<ServerError> in(JsonObject reply) {
    JsonElement error = reply.get("error");
    boolean has = error != null && !error.isJsonNull();
    if (!has && !JsonText.string(reply, "object").filter("error"::equals).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(new ServerError(number(reply), code(reply)));
  }

  private static JsonObject inner(JsonObject body) {
    return JsonText.object(body, "error").orElse(body);
  }

  private static int number(JsonObject body) {
    JsonElement code = inner(body).get("code");
    boolean number = code != null && code.isJsonPrimitive() && code.getAsJsonPrimitive().isNumber();
    return number ? (int) code.getAsDouble() : 0;
  }

  private static String code(JsonObject body) {
    for (String member : List.of("code", "type")) {
      Optional<String> code = JsonText.string(inner(body), member);
      if (code.isPresent() && isKnown(code.get())) {
        return code.get();
      }
    }
    return "";
  }

  private static boolean isKnown(String code) {
    return REFUSALS.contains(code)
        || PASSING.contains(code)
        || WRONG.contains(code)
        || TOO_MANY_CODES.contains(code);
  }

  /** The exception for it. */
  ChatException exception(String model, Optional<Duration> retryAfter) {
    String said = model + " was asked and answered " + words();
    if (REFUSALS.contains(code)) {
      return new ModelRefusedException(said + "; its filter does not let this request pass");
    }
    if (code.equals(NO_QUOTA) || status == 402) {
      return new RequestRejectedException(said + "; the account has nothing left to spend");
    }
    if (status == 429 || TOO_MANY_CODES.contains(code)) {
      String when = retryAfter.map(time -> "after " + time).orElse("later");
      return new RateLimitedException(said + "; ask less often, and again " + when, retryAfter);
    }
    if (status >= 500 || status == 408 || status == 425 || PASSING.contains(code)) {
      return new ModelUnavailableException(said + "; ask again later", retryAfter);
    }
    if (status == 0 && !WRONG.contains(code)) {
      return new ModelUnavailableException(said + "; look into the server's log", retryAfter);
    }
    return new RequestRejectedException(said + "; " + fix());
  }

  private String words() {
    String where = status == 0 ? "with an error instead of a reply" : "HTTP " + status;
    return code.isEmpty() ? where : where + " (" + code + ")";
  }

  private String fix() {
    if (status == 401 || status == 403 || code.equals(BAD_KEY)) {
      return "check the key and what it may do";
    }
    if (status == 404 || code.equals(NO_MODEL)) {
      return "check the base URL, which usually ends in /v1, and the model's name";
    }
    if (code.equals(TOO_LONG) || code.equals("exceed_context_size_error") || status == 413) {
      return "shorten the request";
    }
    if (status >= 300 && status < 400) {
      return "redirections are not followed, since they would carry the key elsewhere";
    }
    return "it does not take this request; look into the server's log for what it dislikes";
  }
}
