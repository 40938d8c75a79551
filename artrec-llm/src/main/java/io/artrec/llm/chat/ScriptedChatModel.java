package io.artrec.llm.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A model that says what it was told to: for tests of programs that ask one, and for trying them
 * without. Its replies depend on the request alone, or on the order of requests. It declares every
 * capability, keeps what it was asked, counts words as tokens and streams word by word.
 * Thread-safe; it keeps every request.
 */
public final class ScriptedChatModel extends ChatModel {
  private final Function<ChatRequest, ChatReply> script;
  private final List<ChatRequest> asked = new ArrayList<>();

  private ScriptedChatModel(Function<ChatRequest, ChatReply> script) {
    this.script = script;
  }

  /**
   * {@return a model that answers by a function}
   *
   * @param script the reply to each request, or a {@link ChatException}; called by one thread at a
   *     time
   */
  public static ScriptedChatModel answering(Function<ChatRequest, ChatReply> script) {
    return new ScriptedChatModel(Objects.requireNonNull(script, "script"));
  }

  /**
   * {@return a model that says one text after the other and then is unavailable}
   *
   * @param texts the replies, in order
   */
  public static ScriptedChatModel saying(String... texts) {
    List<String> left = new ArrayList<>(Arrays.asList(texts));
    return new ScriptedChatModel(
        request -> {
          if (left.isEmpty()) {
            throw new ModelUnavailableException(
                "asked once more than the " + texts.length + " replies of the script",
                Optional.empty());
          }
          return ChatReply.of(left.remove(0));
        });
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public Set<ChatCapability> capabilities() {
    return EnumSet.allOf(ChatCapability.class);
  }

  /**
   * Returns what was asked so far.
   *
   * @return a copy, earliest first
   */
  public List<ChatRequest> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  @Override
  protected ChatReply answer(ChatCall call) {
    ChatReply reply;
    synchronized (asked) {
      asked.add(call.request());
      reply = script.apply(call.request());
    }
    for (String word : words(reply.text())) {
      call.say(word);
    }
    ChatReply told = reply.model().isPresent() ? reply : reply.model(name());
    told = told.finish() == FinishReason.UNKNOWN ? told.finish(FinishReason.COMPLETE) : told;
    return told.usage().isPresent() ? told : told.usage(counted(call.request(), reply.text()));
  }

  private static TokenUsage counted(ChatRequest request, String text) {
    long read = request.turns().stream().mapToLong(turn -> words(turn.text()).size()).sum();
    long system = request.system().map(words -> words(words).size()).orElse(0);
    return new TokenUsage(read + system, words(text).size());
  }

  /** Words with the space that follows them, so that together they are the text. */
  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)", -1));
  }
}
