package io.artrec.llm.chat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks a model for JSON objects of one schema, checks what comes, and asks once more, telling what
 * was wrong. Immutable and thread-safe if the model is.
 *
 * <p>Checked are {@code type}, {@code properties}, {@code required}, {@code enum}, {@code items},
 * {@code minimum}, {@code maximum}, {@code maxLength} and {@code additionalProperties} true or
 * false; a schema with other words than these, {@code title} and {@code description} is refused.
 * What stands around the object (fences, thinking, words) is left out; typographic quotes around
 * names and texts and commas before closing brackets are repaired. A model that does not declare
 * {@link Capability#SCHEMA} is given the schema in words.
 */
public final class StructuredChat {
  private final ChatModel model;
  private final String schema;
  private final ReplySchema checked;

  private StructuredChat(ChatModel model, String schema) {
    this.model = Objects.requireNonNull(model, "model");
    this.schema = schema;
    checked = ReplySchema.of(schema);
  }

  /**
   * Returns a way to ask for objects.
   *
   * @param model the model
   * @param schema the schema, of type object
   * @return the way
   * @throws IllegalArgumentException if the schema holds what is not checked here
   */
  public static StructuredChat of(ChatModel model, String schema) {
    return new StructuredChat(model, schema);
  }

  /**
   * Asks, once more if need be within the same deadline.
   *
   * @param request what is asked, with a deadline; its schema is replaced by this one's
   * @return the object
   * @throws MalformedReplyException if no reply fits; {@code raw} is the last
   * @throws ChatException if there is no reply
   */
  public StructuredReply reply(ChatRequest request) {
    long start = System.nanoTime();
    ChatRequest asked = asked(request);
    String first = model.reply(asked).text();
    Optional<StructuredReply> reply = read(first);
    if (reply.isPresent()) {
      return reply.get();
    }
    Duration left = request.deadline().orElseThrow().minusNanos(System.nanoTime() - start);
    if (left.isZero() || left.isNegative()) {
      throw malformed(first);
    }
    String second =
        model
            .reply(
                asked
                    .then(
                        first,
                        "That does not fit: "
                            + problem(first)
                            + ". Answer again, with the corrected JSON object alone.")
                    .deadline(left))
            .text();
    return read(second)
        .map(fits -> new StructuredReply(fits.json(), StructuredReply.Source.ASKED_AGAIN))
        .orElseThrow(() -> malformed(second));
  }

  /**
   * Asks, and falls back on the caller's own object when the model gives none. What the caller may
   * not ask (no deadline, say) is still an error, as is being interrupted.
   *
   * @param request what is asked, with a deadline; its schema is replaced by this one's
   * @param fallback makes an object, as JSON that fits the schema, from what went wrong
   * @return the object
   * @throws IllegalArgumentException if the fall-back does not fit the schema
   */
  public StructuredReply replyOr(ChatRequest request, Function<ChatException, String> fallback) {
    try {
      return reply(request);
    } catch (ChatException e) {
      String own = fallback.apply(e);
      JsonObject json = JsonText.requireObject("the fall-back", own);
      Optional<String> problem = checked.problem(json);
      if (problem.isPresent()) {
        throw new IllegalArgumentException("the fall-back does not fit: " + problem.get(), e);
      }
      return new StructuredReply(JsonText.write(json), StructuredReply.Source.FALLBACK);
    }
  }

  private ChatRequest asked(ChatRequest request) {
    if (model.capabilities().contains(Capability.SCHEMA)) {
      return request.schema(schema);
    }
    String words = RequestJson.inWords(schema);
    return request.system(request.system().map(text -> text + "\n\n" + words).orElse(words));
  }

  private Optional<StructuredReply> read(String text) {
    boolean plain = JsonText.readObject(text).isPresent();
    return LenientJson.read(text)
        .filter(json -> checked.problem(json).isEmpty())
        .map(
            json ->
                new StructuredReply(
                    JsonText.write(json),
                    plain ? StructuredReply.Source.MODEL : StructuredReply.Source.REPAIRED));
  }

  private String problem(String text) {
    return LenientJson.read(text)
        .map(json -> checked.problem(json).orElse("it fits"))
        .orElse("it holds no JSON object");
  }

  private MalformedReplyException malformed(String raw) {
    return new MalformedReplyException(
        model.name()
            + " was asked for an object of a schema, and its reply does not fit: "
            + problem(raw),
        raw);
  }
}
