package io.artrec.llm.chat;

import io.artrec.djl.causal.CausalModel;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How a conversation is written for a model that goes on with text: what stands before and after
 * each turn. These marks may be special tokens of the model; in what the turns say, nothing is.
 * Models are trained on one format and answer badly in others; it is told by {@code chat_template}
 * in a model's {@code tokenizer_config.json}, which is not read here. Immutable; refined by chained
 * copies.
 */
public final class ChatFormat {
  private static final Pattern END_SPACES = Pattern.compile("(?<! ) +$");

  private record Marks(String before, String after) {}

  private String begin = "";
  private Marks system = new Marks("", "\n\n");
  private Marks user = new Marks("User: ", "\n");
  private Marks model = new Marks("Assistant: ", "\n");
  private List<String> stop = List.of();

  private ChatFormat() {}

  private ChatFormat(ChatFormat other) {
    begin = other.begin;
    system = other.system;
    user = other.user;
    model = other.model;
    stop = other.stop;
  }

  /**
   * {@return a format without special tokens, for models trained on text alone: {@code User:} and
   * {@code Assistant:}, ended where the model begins to speak for the user}
   */
  public static ChatFormat plain() {
    return new ChatFormat().stop("\nUser:");
  }

  /** {@return the format of Qwen and others, with {@code <|im_start|>} and {@code <|im_end|>}} */
  public static ChatFormat chatMl() {
    return new ChatFormat()
        .system("<|im_start|>system\n", "<|im_end|>\n")
        .user("<|im_start|>user\n", "<|im_end|>\n")
        .model("<|im_start|>assistant\n", "<|im_end|>\n")
        .stop("<|im_end|>");
  }

  /**
   * {@return this format with marks that everything begins with}
   *
   * @param marks such as {@code <s>}
   */
  public ChatFormat begin(String marks) {
    ChatFormat copy = new ChatFormat(this);
    copy.begin = marks;
    return copy;
  }

  /**
   * {@return this format with other marks around instructions}
   *
   * @param before what stands before them
   * @param after what stands after them
   */
  public ChatFormat system(String before, String after) {
    ChatFormat copy = new ChatFormat(this);
    copy.system = new Marks(before, after);
    return copy;
  }

  /**
   * {@return this format with other marks around what the user says}
   *
   * @param before what stands before it
   * @param after what stands after it
   */
  public ChatFormat user(String before, String after) {
    ChatFormat copy = new ChatFormat(this);
    copy.user = new Marks(before, after);
    return copy;
  }

  /**
   * {@return this format with other marks around what the model says}
   *
   * @param before what stands before it, also last in what the model goes on with, but for spaces
   *     at its end, which tokens of words begin with
   * @param after what stands after it, where the conversation goes on
   */
  public ChatFormat model(String before, String after) {
    ChatFormat copy = new ChatFormat(this);
    copy.model = new Marks(before, after);
    return copy;
  }

  /**
   * {@return this format with words before which a reply ends}
   *
   * @param words the words, none empty
   */
  public ChatFormat stop(String... words) {
    ChatFormat copy = new ChatFormat(this);
    copy.stop = List.of(words);
    return copy;
  }

  List<String> stop() {
    return stop;
  }

  /** The tokens that the model is to go on with. */
  long[] tokens(CausalModel causal, ChatRequest request) {
    LongStream tokens = LongStream.of(causal.encodeMarked(begin));
    if (request.system().isPresent()) {
      tokens = LongStream.concat(tokens, turn(causal, system, request.system().get()));
    }
    for (ChatTurn turn : request.turns()) {
      Marks marks = turn.speaker() == ChatTurn.Speaker.USER ? user : model;
      tokens = LongStream.concat(tokens, turn(causal, marks, turn.text()));
    }
    String last = END_SPACES.matcher(model.before).replaceFirst("");
    return LongStream.concat(tokens, LongStream.of(causal.encodeMarked(last))).toArray();
  }

  private static LongStream turn(CausalModel causal, Marks marks, String text) {
    return Stream.of(
            causal.encodeMarked(marks.before),
            causal.encode(text),
            causal.encodeMarked(marks.after))
        .flatMapToLong(LongStream::of);
  }
}
