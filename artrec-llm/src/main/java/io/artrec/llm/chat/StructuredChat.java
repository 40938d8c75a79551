package io.artrec.llm.chat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks a model for JSON objects of one schema, checks what comes, and asks once more, telling what
 * was wrong. Immutable and thread-safe if the model is.
 *
 * <p>Checked are {@code type}, {@code properties}, {@code required}, {@code enum}, {@code items},
 * {@code minimum}, {@code maximum}, {@code maxLength}, {@code maxItems} and {@code
 * additionalProperties} true or false; a schema with other words than these, {@code title} and
 * {@code description} is refused. What stands around the object (fences, thinking, words) is left
 * out; typographic quotes around names and texts and commas before closing brackets are repaired. A
 * model that does not declare {@link ChatCapability#SCHEMA} is given the schema in words.
 */
public final class StructuredChat {
  private static final int MOST_QUOTED = 4_000;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final ChatModel model;
  private final String schema;
  private final ReplySchema checked;
  private final Function<String, Optional<String>> meaning;

  private StructuredChat(
      ChatModel model, String schema, Function<String, Optional<String>> meaning) {
    this.model = Objects.requireNonNull(model, "model");
    this.schema = schema;
    this.meaning = meaning;
    checked = ReplySchema.of(schema);
  }

  /**
   * {@return a way to ask for objects}
   *
   * @param model the model
   * @param schema the schema, of type object
   * @throws IllegalArgumentException if the schema holds what is not checked here
   */
  public static StructuredChat of(ChatModel model, String schema) {
    return new StructuredChat(model, schema, json -> Optional.empty());
  }

  /**
   * {@return this way with a check of what a schema cannot say: that a name is one of those asked
   * about, say} What it finds is told to the model when it is asked once more, so it must not
   * repeat the reply's own words.
   *
   * @param check finds what is wrong with an object that fits the schema, given as strict JSON, in
   *     words; empty when nothing is
   */
  public StructuredChat checkedBy(Function<String, Optional<String>> check) {
    return new StructuredChat(model, schema, Objects.requireNonNull(check, "check"));
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
    ChatReply first = model.reply(asked);
    Optional<StructuredReply> reply = read(first, request);
    if (reply.isPresent()) {
      return reply.get();
    }
    model.note(asked, Note.MALFORMED);
    Duration left = request.deadline().orElseThrow().minusNanos(System.nanoTime() - start);
    if (left.isZero() || left.isNegative()) {
      throw malformed(first.text(), request);
    }
    ChatRequest again =
        asked
            .then(
                quoted(first.text()),
                "That does not fit: "
                    + problem(first.text(), request)
                    + ". Answer again, with the corrected JSON object alone.")
            .deadline(left);
    ChatReply second = model.reply(again);
    Optional<StructuredReply> corrected = read(second, request);
    if (corrected.isEmpty()) {
      model.note(again, Note.MALFORMED);
      throw malformed(second.text(), request);
    }
    return StructuredReply.of(corrected.get().json(), StructuredReply.Source.ASKED_AGAIN);
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
      Optional<String> problem = problem(json, request);
      if (problem.isPresent()) {
        throw new IllegalArgumentException("the fall-back does not fit: " + problem.get(), e);
      }
      model.note(request, Note.FALLBACK);
      return new StructuredReply(
          JsonText.write(json), StructuredReply.Source.FALLBACK, Optional.of(e));
    }
  }

  private ChatRequest asked(ChatRequest request) {
    if (model.capabilities().contains(ChatCapability.SCHEMA)) {
      return request.schema(schema);
    }
    String words = RequestJson.inWords(schema);
    return request.system(request.system().map(text -> text + "\n\n" + words).orElse(words));
  }

  private Optional<StructuredReply> read(ChatReply reply, ChatRequest request) {
    boolean plain = JsonText.readObject(reply.text()).isPresent();
    StructuredReply.Source source =
        plain ? StructuredReply.Source.MODEL : StructuredReply.Source.REPAIRED;
    return LenientJson.read(reply.text())
        .filter(json -> problem(json, request).isEmpty())
        .map(
            json ->
                StructuredReply.of(
                    JsonText.write(json),
                    reply.isCached() ? StructuredReply.Source.CACHE : source));
  }

  private String problem(String text, ChatRequest request) {
    return LenientJson.read(text)
        .map(json -> problem(json, request).orElse("it fits"))
        .orElse("it holds no JSON object");
  }

  private Optional<String> problem(JsonObject json, ChatRequest request) {
    return checked
        .problem(json)
        .or(() -> spoken(json, request.unspoken()))
        .or(() -> meaning.apply(JsonText.write(json)));
  }

  /** The beginning of a reply without end is enough to see what was wrong. */
  private static String quoted(String reply) {
    return reply.length() <= MOST_QUOTED ? reply : reply.substring(0, MOST_QUOTED) + "…";
  }

  private static Optional<String> spoken(JsonElement value, List<String> unspoken) {
    if (unspoken.isEmpty()) {
      return Optional.empty();
    }
    String said = plain(strings(value));
    return unspoken.stream().anyMatch(text -> said.contains(plain(text)))
        ? Optional.of("a text repeats the instructions")
        : Optional.empty();
  }

  private static String plain(String text) {
    return SPACES.matcher(text).replaceAll(" ");
  }

  private static String strings(JsonElement value) {
    if (value.isJsonObject()) {
      return value.getAsJsonObject().entrySet().stream()
          .map(member -> strings(member.getValue()))
          .collect(Collectors.joining("\n"));
    }
    if (value.isJsonArray()) {
      return value.getAsJsonArray().asList().stream()
          .map(StructuredChat::strings)
          .collect(Collectors.joining("\n"));
    }
    return JsonText.isString(value) ? value.getAsString() : "";
  }

  private MalformedReplyException malformed(String raw, ChatRequest request) {
    return new MalformedReplyException(
        model.name()
            + " was asked for an object of a schema, and its reply does not fit: "
            + problem(raw, request),
        raw);
  }
}
