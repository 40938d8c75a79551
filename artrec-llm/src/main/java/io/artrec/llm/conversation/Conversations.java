package io.artrec.llm.conversation;

import io.artrec.Recommender;
import io.artrec.elicitation.SplittingQuestions;
import io.artrec.llm.explain.internal.Rephrasing;
import io.artrec.llm.prompt.Prompter;
import io.artrec.text.wish.WishCatalog;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Recommends in conversation, in English and Chinese: a wish, works with reasons, a correction
 * ("less blue", "older", "no dogs", "more like the second", 换一批), again. Wishes of all turns hold
 * together until a later one of the same sort replaces them ("snow" the sea, "with snow" does not),
 * "start over" drops them, or nothing meets all: then the earliest is left aside, and said to be;
 * what is refused is never. Where much is open, a question follows the works, the one whose answer
 * would split them best, at most three in a session and none right after another; where nothing is
 * known at all, the question alone.
 *
 * <p>No model is needed. With one, what the parser did not understand is read by it into the same
 * closed parts of wishes, and sentences are said better ({@link Rephrasing}), both checked: two
 * calls a turn at most, each within the {@link Prompter}'s deadline.
 *
 * <p>Chance follows from the session, so without a model the same session and words are answered
 * the same by the same state of the recommender, as far as preferences and trends do not fade.
 * Nothing of a conversation is kept here, logged, or part of an exception: it is in the {@link
 * Session} alone. Immutable; thread-safe if the recommender's strategy and the model are. A turn
 * costs as much as a recommendation of 40 works, and a few passes over the catalogue for each wish
 * that holds.
 *
 * <pre>{@code
 * Conversations conversations = Conversations.over(recommender);
 * Turn turn = conversations.say(conversations.start(), "a calm sea, no people");
 * turn = conversations.say(turn.session(), "older, and more like the second");
 * }</pre>
 */
public final class Conversations {
  private static final int MOST_CHARS = 1_000;

  private final Recommender recommender;
  private final WishCatalog works;
  private final Optional<Prompter> prompter;
  private final Locale language;
  private final int count;
  private final boolean inWords;
  private final SplittingQuestions questions;
  private final TurnTaking turns;

  private Conversations(Settings set) {
    recommender = set.recommender;
    works = set.works;
    prompter = set.prompter;
    language = set.language;
    count = set.count;
    inWords = set.inWords;
    questions = set.questions;
    turns = new TurnTaking(works, new Search(recommender, works, inWords), this);
  }

  /** What was set. */
  private static final class Settings {
    private final Recommender recommender;
    private final WishCatalog works;
    private Optional<Prompter> prompter = Optional.empty();
    private Locale language = Locale.ENGLISH;
    private int count = 3;
    private boolean inWords;
    private SplittingQuestions questions = SplittingQuestions.standard();

    Settings(Recommender recommender, WishCatalog works) {
      this.recommender = Objects.requireNonNull(recommender, "recommender");
      this.works = Objects.requireNonNull(works, "works");
    }

    Settings(Conversations from) {
      this(from.recommender, from.works);
      prompter = from.prompter;
      language = from.language;
      count = from.count;
      inWords = from.inWords;
      questions = from.questions;
    }
  }

  /**
   * {@return conversations over a recommender's works of now: without a model, three works a turn,
   * in English unless somebody speaks Chinese}
   *
   * @param recommender answers
   */
  public static Conversations over(Recommender recommender) {
    return over(recommender, WishCatalog.of(recommender.catalog()));
  }

  /**
   * {@return conversations over works that were prepared for wishes, with measured colors say}
   *
   * @param recommender answers
   * @param works the recommender's works
   */
  public static Conversations over(Recommender recommender, WishCatalog works) {
    return new Conversations(new Settings(recommender, works));
  }

  /**
   * {@return these conversations with a language model}
   *
   * @param model the model and how it is asked
   */
  public Conversations with(Prompter model) {
    Settings set = new Settings(this);
    set.prompter = Optional.of(model);
    return new Conversations(set);
  }

  /**
   * {@return these conversations in a language, until somebody speaks another}
   *
   * @param spoken Chinese, or any other for English
   */
  public Conversations language(Locale spoken) {
    Settings set = new Settings(this);
    set.language = Objects.requireNonNull(spoken, "spoken");
    return new Conversations(set);
  }

  /**
   * {@return these conversations with another number of works in a turn, unless a wish says one}
   *
   * @param shown 1 to 20
   */
  public Conversations count(int shown) {
    if (shown < 1 || shown > 20) {
      throw new IllegalArgumentException("count is " + shown + ", expected 1 to 20");
    }
    Settings set = new Settings(this);
    set.count = shown;
    return new Conversations(set);
  }

  /**
   * {@return these conversations that also give the recommender what is wanted in words, to rank
   * by; needs a strategy that can {@link io.artrec.strategy.Capability#TEXT_QUERY}}
   */
  public Conversations searchingInWords() {
    Settings set = new Settings(this);
    set.inWords = true;
    return new Conversations(set);
  }

  /**
   * {@return these conversations with other questions}
   *
   * @param asked how many choices they have, and from which gain on they are asked; their aspects
   *     are chosen here, of those that no wish is about
   */
  public Conversations questions(SplittingQuestions asked) {
    Settings set = new Settings(this);
    set.questions = Objects.requireNonNull(asked, "asked");
    return new Conversations(set);
  }

  /**
   * Begins with somebody of whom nothing is known.
   *
   * @return the session before the first turn
   */
  public Session start() {
    return Session.in(language);
  }

  /**
   * Takes what somebody says.
   *
   * @param session where the conversation stands
   * @param said any text in English or Chinese; of a longer one the first 1,000 characters
   * @return what is answered, and the session after
   */
  public Turn say(Session session, String said) {
    return turns.say(session, said.length() <= MOST_CHARS ? said : said.substring(0, MOST_CHARS));
  }

  /**
   * Recommends by what is known, before anything is said: after a first meeting, or for a visitor
   * whom the recommender knows.
   *
   * @param session where the conversation stands
   * @return works by the visitor's taste and the wishes that hold, and the session after
   */
  public Turn recommend(Session session) {
    return turns.recommend(session);
  }

  Optional<Prompter> prompter() {
    return prompter;
  }

  int count() {
    return count;
  }

  SplittingQuestions questions() {
    return questions;
  }

  @Override
  public String toString() {
    return "conversations over "
        + recommender.catalog().size()
        + " works"
        + prompter.map(model -> " with " + model.model().name()).orElse(", without a model");
  }
}
