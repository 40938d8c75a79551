package io.artrec.llm.prompt;

import io.artrec.llm.chat.ChatLimits;
import io.artrec.llm.chat.ChatModel;
import io.artrec.llm.chat.StructuredChat;
import io.artrec.llm.prompt.internal.UntrustedText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A model and how it is asked: the prompts, their language, the limits and the time. What features
 * that use a model are given. Immutable, thread-safe; refined by chained copies.
 */
public final class Prompter {
  private static final int CANDIDATE_CHARS = 1_000;

  private final ChatModel model;
  private Prompts prompts = Prompts.standard();
  private Locale language = Locale.ENGLISH;
  private Duration deadline = Duration.ofSeconds(30);
  private ChatLimits limits = ChatLimits.standard().maxTokens(1_000).temperature(0);
  private Seal seal = Seal.drawn();

  private Prompter(ChatModel model) {
    this.model = model;
  }

  private Prompter(Prompter other) {
    model = other.model;
    prompts = other.prompts;
    language = other.language;
    deadline = other.deadline;
    limits = other.limits;
    seal = other.seal;
  }

  /**
   * {@return a way to ask a model: in English, 30 seconds, up to 1,000 tokens of the likeliest
   * words (temperature 0)}
   *
   * @param model the model, best with a cache around a guard
   */
  public static Prompter of(ChatModel model) {
    return new Prompter(Objects.requireNonNull(model, "model"));
  }

  /**
   * {@return this with other prompts}
   *
   * @param own the prompts
   */
  public Prompter prompts(Prompts own) {
    Prompter copy = new Prompter(this);
    copy.prompts = Objects.requireNonNull(own, "own");
    return copy;
  }

  /**
   * {@return this with prompts of another language, which is that of replies unless a feature says
   * otherwise}
   *
   * @param spoken Chinese, or any other for English
   */
  public Prompter language(Locale spoken) {
    Prompter copy = new Prompter(this);
    copy.language = Objects.requireNonNull(spoken, "spoken");
    return copy;
  }

  /**
   * {@return this with the time that one question may take as a whole}
   *
   * @param time more than zero, up to a day
   */
  public Prompter deadline(Duration time) {
    Prompter copy = new Prompter(this);
    copy.deadline = Objects.requireNonNull(time, "time");
    return copy;
  }

  /**
   * {@return this with other limits}
   *
   * @param wanted the limits
   */
  public Prompter limits(ChatLimits wanted) {
    Prompter copy = new Prompter(this);
    copy.limits = Objects.requireNonNull(wanted, "wanted");
    return copy;
  }

  /**
   * {@return this with a seal of one's own}
   *
   * @param own the seal
   */
  public Prompter sealedBy(Seal own) {
    Prompter copy = new Prompter(this);
    copy.seal = Objects.requireNonNull(own, "own");
    return copy;
  }

  /** {@return the model} */
  public ChatModel model() {
    return model;
  }

  /** {@return the language of the prompts} */
  public Locale language() {
    return language;
  }

  /**
   * Begins to fill a prompt in.
   *
   * @param name the prompt's name
   * @return the filling, with all blanks open
   */
  public PromptFilling fill(String name) {
    return new PromptFilling(
        this, prompts.get(name, language), prompts.get(Prompts.DATA, language));
  }

  /**
   * Draws names for candidates, whose texts are cleaned and capped at 1,000 chars each.
   *
   * @param texts the texts, as strangers wrote them
   * @return the names
   */
  public Aliases aliases(List<String> texts) {
    return Aliases.of(
        seal, texts.stream().map(text -> UntrustedText.forModel(text, CANDIDATE_CHARS)).toList());
  }

  /**
   * {@return a way to ask the model for objects of a schema}
   *
   * @param schema the schema
   */
  public StructuredChat objects(String schema) {
    return StructuredChat.of(model, schema);
  }

  Duration deadline() {
    return deadline;
  }

  ChatLimits limits() {
    return limits;
  }

  Seal seal() {
    return seal;
  }
}
