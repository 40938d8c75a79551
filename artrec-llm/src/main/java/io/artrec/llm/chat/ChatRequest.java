package io.artrec.llm.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a {@link ChatModel} is asked. Immutable; refined by chained copies. A deadline must be set
 * before it is sent. Its {@code toString} tells sizes, never the words.
 */
public final class ChatRequest {
  private static final Duration LONGEST = Duration.ofDays(1);

  private Optional<String> system = Optional.empty();
  private List<ChatTurn> turns;
  private Optional<String> schema = Optional.empty();
  private ChatLimits limits = ChatLimits.standard();
  private Optional<Duration> deadline = Optional.empty();
  private Optional<Duration> firstPiece = Optional.empty();
  private Optional<Duration> nextPiece = Optional.empty();
  private Optional<PromptId> prompt = Optional.empty();
  private Optional<String> user = Optional.empty();
  private List<String> unspoken = List.of();

  private ChatRequest(List<ChatTurn> turns) {
    this.turns = turns;
  }

  private ChatRequest(ChatRequest other) {
    system = other.system;
    turns = other.turns;
    schema = other.schema;
    limits = other.limits;
    deadline = other.deadline;
    firstPiece = other.firstPiece;
    nextPiece = other.nextPiece;
    prompt = other.prompt;
    user = other.user;
    unspoken = other.unspoken;
  }

  /**
   * {@return a request of one turn}
   *
   * @param text what the user says
   */
  public static ChatRequest asking(String text) {
    return new ChatRequest(List.of(ChatTurn.user(text)));
  }

  /**
   * {@return a request that continues a conversation}
   *
   * @param turns the turns, earliest first; the last is the user's
   */
  public static ChatRequest of(List<ChatTurn> turns) {
    List<ChatTurn> copied = List.copyOf(turns);
    if (copied.isEmpty() || copied.get(copied.size() - 1).speaker() != ChatTurn.Speaker.USER) {
      throw new IllegalArgumentException(
          "a request of " + copied.size() + " turns, expected at least one, the last the user's");
    }
    return new ChatRequest(copied);
  }

  /**
   * {@return this request with instructions that stand above the conversation}
   *
   * @param text the instructions
   */
  public ChatRequest system(String text) {
    Objects.requireNonNull(text, "text");
    ChatRequest copy = new ChatRequest(this);
    copy.system = Optional.of(text);
    return copy;
  }

  /**
   * {@return this request with a reply of the model and what the user says to it}
   *
   * @param reply what the model said
   * @param answer what the user says now
   */
  public ChatRequest then(String reply, String answer) {
    List<ChatTurn> longer = new ArrayList<>(turns);
    longer.add(ChatTurn.model(reply));
    longer.add(ChatTurn.user(answer));
    ChatRequest copy = new ChatRequest(this);
    copy.turns = List.copyOf(longer);
    return copy;
  }

  /**
   * {@return this request for a reply in the form of a JSON schema} What models make of it differs:
   * some follow it, some try, so the reply must be checked.
   *
   * @param json the schema, a JSON object as text
   */
  public ChatRequest schema(String json) {
    JsonText.requireObject("schema", json);
    ChatRequest copy = new ChatRequest(this);
    copy.schema = Optional.of(json);
    return copy;
  }

  /**
   * {@return this request with limits}
   *
   * @param wanted the limits
   */
  public ChatRequest limits(ChatLimits wanted) {
    Objects.requireNonNull(wanted, "wanted");
    ChatRequest copy = new ChatRequest(this);
    copy.limits = wanted;
    return copy;
  }

  /**
   * {@return this request with the time that its call may take as a whole}
   *
   * @param time more than zero, up to a day
   */
  public ChatRequest deadline(Duration time) {
    ChatRequest copy = new ChatRequest(this);
    copy.deadline = Optional.of(checked("deadline", time));
    return copy;
  }

  /**
   * {@return this request with the time until the first piece of a streamed reply} A model that
   * thinks before it speaks is silent until then.
   *
   * @param time more than zero, up to a day
   */
  public ChatRequest firstPieceWithin(Duration time) {
    ChatRequest copy = new ChatRequest(this);
    copy.firstPiece = Optional.of(checked("firstPieceWithin", time));
    return copy;
  }

  /**
   * {@return this request with the time from each piece of a streamed reply to the next}
   *
   * @param time more than zero, up to a day
   */
  public ChatRequest nextPieceWithin(Duration time) {
    ChatRequest copy = new ChatRequest(this);
    copy.nextPiece = Optional.of(checked("nextPieceWithin", time));
    return copy;
  }

  /**
   * {@return this request with the prompt that it was made from}
   *
   * @param id the prompt's name and version
   */
  public ChatRequest prompt(PromptId id) {
    Objects.requireNonNull(id, "id");
    ChatRequest copy = new ChatRequest(this);
    copy.prompt = Optional.of(id);
    return copy;
  }

  /**
   * {@return this request naming whose data it holds} The id is never sent; a cache keeps the reply
   * for that visitor alone, until they are forgotten.
   *
   * @param id the visitor's id
   */
  public ChatRequest user(String id) {
    Objects.requireNonNull(id, "id");
    ChatRequest copy = new ChatRequest(this);
    copy.user = Optional.of(id);
    return copy;
  }

  /**
   * {@return this request with what its reply must not hold, for instance its own instructions} A
   * {@link StructuredChat} takes a reply that does for one that does not fit.
   *
   * @param texts the texts, none of them blank; white space counts as one space
   */
  public ChatRequest unspoken(List<String> texts) {
    if (texts.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("what a reply must not hold is blank, expected words");
    }
    ChatRequest copy = new ChatRequest(this);
    copy.unspoken = List.copyOf(texts);
    return copy;
  }

  private static Duration checked(String name, Duration time) {
    if (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " is " + time + ", expected more than zero and up to a day");
    }
    return time;
  }

  /** {@return the instructions, or empty} */
  public Optional<String> system() {
    return system;
  }

  /**
   * Returns the conversation.
   *
   * @return the turns, earliest first
   */
  public List<ChatTurn> turns() {
    return turns;
  }

  /**
   * Returns the schema of the reply.
   *
   * @return a JSON object as text, or empty
   */
  public Optional<String> schema() {
    return schema;
  }

  /** {@return the limits} */
  public ChatLimits limits() {
    return limits;
  }

  /** {@return the time that the call may take, or empty where none is set yet} */
  public Optional<Duration> deadline() {
    return deadline;
  }

  /** {@return the time until the first piece of a stream, or empty} */
  public Optional<Duration> firstPieceWithin() {
    return firstPiece;
  }

  /** {@return the time between pieces of a stream, or empty} */
  public Optional<Duration> nextPieceWithin() {
    return nextPiece;
  }

  /**
   * Returns the prompt that the request was made from.
   *
   * @return its name and version, or empty
   */
  public Optional<PromptId> prompt() {
    return prompt;
  }

  /**
   * Returns whose data the request holds.
   *
   * @return the visitor's id, or empty where it is nobody's
   */
  public Optional<String> user() {
    return user;
  }

  /** {@return what the reply must not hold} */
  public List<String> unspoken() {
    return unspoken;
  }

  /**
   * Counts the images of all turns.
   *
   * @return the number
   */
  public int imageCount() {
    return turns.stream().mapToInt(turn -> turn.images().size()).sum();
  }

  @Override
  public String toString() {
    return "request of "
        + turns.size()
        + " turns, "
        + imageCount()
        + " images"
        + prompt.map(id -> ", prompt " + id.name() + " " + id.version()).orElse("");
  }
}
