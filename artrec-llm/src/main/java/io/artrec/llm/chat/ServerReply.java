package io.artrec.llm.chat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the body of a success, whole or in events, whichever the server sent. */
final class ServerReply {
  private static final int MOST_RAW = 1 << 16;

  private final String model;
  private final ChatCall call;
  private final StringBuilder text = new StringBuilder();
  private Optional<FinishReason> finish = Optional.empty();
  private Optional<TokenUsage> usage = Optional.empty();
  private Optional<String> writer = Optional.empty();
  private boolean refused;

  ServerReply(String model, ChatCall call) {
    this.model = model;
    this.call = call;
  }

  /** A body that is one JSON object. */
  ChatReply whole(InputStream body) throws IOException {
    String raw = new String(body.readAllBytes(), StandardCharsets.UTF_8);
    ReplyJson reply = new ReplyJson(object(raw));
    if (!reply.hasMessage()) {
      throw malformed("a JSON object without choices[0].message", raw);
    }
    text.append(ThinkingFilter.strip(reply.text()));
    note(reply);
    call.say(text.toString());
    return ended();
  }

  /** A body of events, one a piece, with or without {@code [DONE]} at its end. */
  ChatReply events(InputStream body) throws IOException {
    EventStream events = new EventStream(body);
    ThinkingFilter filter = new ThinkingFilter();
    boolean done = false;
    boolean some = false;
    Optional<String> data = events.next();
    while (!done && data.isPresent()) {
      some = true;
      done = data.get().strip().equals("[DONE]");
      if (!done && !data.get().isBlank()) {
        ReplyJson piece = new ReplyJson(object(data.get()));
        say(filter.accept(piece.text()));
        note(piece);
      }
      data = done ? data : events.next();
    }
    if (!some) {
      throw malformed("neither an event nor a JSON object", "");
    }
    if (!done && finish.isEmpty()) {
      throw new ModelUnavailableException(
          model + " was asked for a stream, which was cut before its end; ask again",
          Optional.empty());
    }
    say(filter.end());
    return ended();
  }

  private JsonObject object(String raw) {
    JsonObject json =
        JsonText.readObject(raw).orElseThrow(() -> malformed("text that is no JSON object", raw));
    ServerError.in(json)
        .ifPresent(
            error -> {
              throw error.exception(model, Optional.empty());
            });
    return json;
  }

  private void say(String piece) {
    text.append(piece);
    call.say(piece);
  }

  private void note(ReplyJson piece) {
    finish = piece.finish().or(() -> finish);
    usage = piece.usage().or(() -> usage);
    writer = piece.model().or(() -> writer);
    refused |= piece.isRefusal();
  }

  private ChatReply ended() {
    if (refused) {
      throw new ModelRefusedException(model + " was asked and says that it will not answer");
    }
    if (text.isEmpty() && finish.filter(FinishReason.FILTERED::equals).isPresent()) {
      throw new ModelRefusedException(
          model + " was asked, and its filter left nothing of the reply");
    }
    ChatReply reply =
        ChatReply.of(text.toString())
            .finish(finish.orElse(FinishReason.UNKNOWN))
            .model(writer.orElse(model));
    return usage.map(reply::usage).orElse(reply);
  }

  private MalformedReplyException malformed(String what, String raw) {
    return new MalformedReplyException(
        model
            + " was asked and answered with "
            + what
            + (raw.isEmpty() ? "" : " of " + raw.length() + " chars")
            + ", expected a chat completion; check that the base URL ends where"
            + " /chat/completions begins",
        raw.substring(0, Math.min(MOST_RAW, raw.length())));
  }
}
