package io.artrec.llm.conversation;

import io.artrec.Recommendation;
import io.artrec.Recommender;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.elicitation.Belief;
import io.artrec.elicitation.Questions;
import io.artrec.elicitation.SplittingQuestion;
import io.artrec.llm.explain.RephrasedSentence;
import io.artrec.llm.explain.Rephrasing;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.wish.ParsedWish;
import io.artrec.llm.wish.WishCatalog;
import io.artrec.llm.wish.WishNote;
import io.artrec.llm.wish.WishPlan;
import io.artrec.llm.wish.WishSlot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Recommends in conversation, in English and Chinese: a wish, works with reasons, a correction
 * ("less blue", "older", "no dogs", "more like the second", 换一批), again. Wishes of all turns hold
 * together until a later one replaces them, "start over" drops them, or nothing meets all: then the
 * earliest is left aside, and said to be; what is refused is never. Where much is open, a question
 * follows the works, the one whose answer would split them best, at most three in a session and
 * none right after another; where nothing is known at all, the question alone.
 *
 * <p>No model is needed. With one, what the parser did not understand is read by it into the same
 * closed parts of wishes, and sentences are said better ({@link Rephrasing}), both checked: two
 * calls a turn at most, each within the {@link Prompter}'s deadline.
 *
 * <p>Nothing of a conversation is kept here, logged, or part of an exception: it is in the {@link
 * Session} alone. Immutable; thread-safe if the recommender's strategy and the model are. A turn
 * costs as much as a recommendation of 40 works, and a pass over the catalogue for each wish that
 * holds.
 *
 * <pre>{@code
 * Conversations conversations = Conversations.over(recommender);
 * Turn turn = conversations.say(conversations.start(), "a calm sea, no people");
 * turn = conversations.say(turn.session(), "older, and more like the second");
 * }</pre>
 */
public final class Conversations {
  private static final int MOST_CHARS = 1_000;
  private static final int ASKED_OVER = 1_000;
  private static final int ENOUGH = 4;

  private final Recommender recommender;
  private final WishCatalog works;
  private final Optional<Prompter> prompter;
  private final Locale language;
  private final int count;
  private final boolean inWords;
  private final Questions questions;
  private final Search search;
  private final Asking asking;
  private final UtteranceReader reader;

  private Conversations(Settings set) {
    recommender = set.recommender;
    works = set.works;
    prompter = set.prompter;
    language = set.language;
    count = set.count;
    inWords = set.inWords;
    questions = set.questions;
    search = new Search(recommender, works, inWords);
    asking = new Asking(questions, works.parser());
    reader =
        new UtteranceReader(
            works.parser(), prompter.map(model -> new ModelReader(model, works.parser())));
  }

  /** What was set. */
  private static final class Settings {
    private final Recommender recommender;
    private final WishCatalog works;
    private Optional<Prompter> prompter = Optional.empty();
    private Locale language = Locale.ENGLISH;
    private int count = 3;
    private boolean inWords;
    private Questions questions = Questions.standard();

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
   * Returns conversations over a recommender's works of now: without a model, three works a turn,
   * in English unless somebody speaks Chinese.
   *
   * @param recommender answers
   * @return the conversations
   */
  public static Conversations over(Recommender recommender) {
    return over(recommender, WishCatalog.of(recommender.catalog()));
  }

  /**
   * Returns conversations over works that were prepared for wishes, with measured colors say.
   *
   * @param recommender answers
   * @param works the recommender's works
   * @return the conversations
   */
  public static Conversations over(Recommender recommender, WishCatalog works) {
    return new Conversations(new Settings(recommender, works));
  }

  /**
   * Returns these conversations with a language model.
   *
   * @param model the model and how it is asked
   * @return the changed conversations
   */
  public Conversations with(Prompter model) {
    Settings set = new Settings(this);
    set.prompter = Optional.of(model);
    return new Conversations(set);
  }

  /**
   * Returns these conversations in a language, until somebody speaks another.
   *
   * @param spoken Chinese, or any other for English
   * @return the changed conversations
   */
  public Conversations language(Locale spoken) {
    Settings set = new Settings(this);
    set.language = Objects.requireNonNull(spoken, "spoken");
    return new Conversations(set);
  }

  /**
   * Returns these conversations with another number of works in a turn, unless a wish says one.
   *
   * @param shown 1 to 20
   * @return the changed conversations
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
   * Returns these conversations that also give the recommender what is wanted in words, to rank by;
   * needs a strategy that can {@link io.artrec.strategy.Capability#TEXT_QUERY}.
   *
   * @return the changed conversations
   */
  public Conversations searchingInWords() {
    Settings set = new Settings(this);
    set.inWords = true;
    return new Conversations(set);
  }

  /**
   * Returns these conversations with other questions.
   *
   * @param asked how many choices they have, and from which gain on they are asked; their aspects
   *     are chosen here, of those that no wish is about
   * @return the changed conversations
   */
  public Conversations questions(Questions asked) {
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
    String text = said.length() <= MOST_CHARS ? said : said.substring(0, MOST_CHARS);
    Session now = session.language(spoken(text, session.language()));
    TurnWords words = TurnWords.in(now.language());
    if (UtteranceReader.isToStartAgain(text)) {
      return new Turn(now.again(), plain(List.of(words.again())), List.of(), understood());
    }
    Optional<Asking.Answered> answered =
        session.question().flatMap(question -> asking.answer(question, text));
    if (answered.isPresent()) {
      List<Held> held = new ArrayList<>(now.held());
      answered.get().held().ifPresent(held::add);
      List<String> sentences =
          answered.get().held().isPresent() ? List.of() : List.of(words.noted());
      return answer(now, now.held(held), new Heard(sentences, Set.of(), understood()));
    }
    return take(now, reader.read(text, now));
  }

  /**
   * What was made of an utterance.
   *
   * @param sentences what is to be said of it
   * @param excluded works that must not come back in this turn
   * @param origin who read it
   */
  private record Heard(List<String> sentences, Set<String> excluded, Origin origin) {}

  private static Origin understood() {
    return Origin.library("it was understood");
  }

  private static Locale spoken(String text, Locale before) {
    if (text.codePoints().anyMatch(Character::isIdeographic)) {
      return Locale.CHINESE;
    }
    return text.codePoints().anyMatch(Character::isAlphabetic) ? Locale.ENGLISH : before;
  }

  private Turn take(Session before, Utterance utterance) {
    TurnWords words = TurnWords.in(before.language());
    List<String> sentences = new ArrayList<>();
    if (!utterance.references().missing().isEmpty()) {
      sentences.add(words.missing(utterance.references().missing(), before.last().size()));
    }
    if (utterance.isEmpty()) {
      return misunderstood(before, utterance, sentences);
    }
    WishPlan plan = works.plan(utterance.wish(), before.last().stream().map(search::work).toList());
    Session now = wished(referred(before, utterance, sentences), utterance.wish(), plan);
    plan.notes().stream()
        .filter(note -> note.kind() != WishNote.Kind.NOTHING_FITS)
        .map(note -> words.note(note.words(before.language())))
        .forEach(sentences::add);
    Set<String> excluded = new LinkedHashSet<>(plan.excluded());
    if (utterance.isForMore()) {
      excluded.addAll(before.shown());
    }
    return answer(before, now, new Heard(sentences, excluded, utterance.origin()));
  }

  /** What is said of works by their places. */
  private Session referred(Session before, Utterance utterance, List<String> sentences) {
    TurnWords words = TurnWords.in(before.language());
    Utterance.References named = utterance.references();
    Session now = before;
    List<String> liked = ids(before, named.liked());
    List<String> disliked = ids(before, named.disliked());
    if (!liked.isEmpty()) {
      now = now.likes(liked);
      sentences.add(words.likes(liked.stream().map(search::work).toList()));
    }
    if (!disliked.isEmpty()) {
      now = now.dislikes(disliked);
      sentences.add(words.dislikes(disliked.stream().map(search::work).toList()));
    }
    if (!named.alike().isEmpty()) {
      String anchor = before.last().get(named.alike().get(0));
      sentences.add(words.alike(search.work(anchor)));
      return now.anchor(Optional.of(anchor)).likes(ids(before, named.alike()));
    }
    boolean isNewWish =
        utterance.wish().parts().stream()
            .anyMatch(part -> part.isWanted() && part.slot() != WishSlot.COMPARE);
    return isNewWish ? now.anchor(Optional.empty()) : now;
  }

  private static List<String> ids(Session session, List<Integer> places) {
    return places.stream().map(session.last()::get).toList();
  }

  private Session wished(Session session, ParsedWish wish, WishPlan plan) {
    List<Held> held = new ArrayList<>();
    session.held().forEach(earlier -> held.add(earlier.before(wish)));
    ParsedWish compared = wish.only(part -> part.slot() == WishSlot.COMPARE);
    boolean compares = !compared.parts().isEmpty() && !session.last().isEmpty();
    held.add(
        new Held(
            wish.only(part -> true),
            compares
                ? works.plan(compared, session.last().stream().map(search::work).toList()).filter()
                : Optional.empty(),
            ""));
    return plan.wish().parts().isEmpty() ? session : session.held(held);
  }

  private Turn misunderstood(Session before, Utterance utterance, List<String> sentences) {
    TurnWords words = TurnWords.in(before.language());
    boolean isStranger =
        before.held().isEmpty() && before.last().isEmpty() && before.known().isEmpty();
    if (!isStranger || before.question().isPresent()) {
      if (sentences.isEmpty()) {
        sentences.add(words.misunderstood());
      }
      return new Turn(before, plain(sentences), List.of(), utterance.origin());
    }
    sentences.add(words.welcome());
    Optional<SplittingQuestion> question = asking.best(before, Belief.uniform(some()));
    return new Turn(before.asks(question), plain(sentences), List.of(), utterance.origin());
  }

  /** Works of all parts of the catalogue. */
  private List<Artwork> some() {
    Catalog catalog = recommender.catalog();
    int step = Math.max(1, catalog.size() / ASKED_OVER);
    return IntStream.iterate(0, i -> i < catalog.size(), i -> i + step)
        .mapToObj(catalog::get)
        .toList();
  }

  private Turn answer(Session before, Session wished, Heard heard) {
    TurnWords words = TurnWords.in(before.language());
    List<String> sentences = new ArrayList<>();
    Search.Found found = search.find(wished, heard.excluded());
    if (found.candidates().isEmpty()) {
      sentences.addAll(heard.sentences());
      boolean isMore = wished.held().equals(before.held());
      sentences.add(isMore ? words.nothingFurther() : words.nothing());
      return new Turn(before, plain(sentences), List.of(), heard.origin());
    }
    Session now = wished.held(found.held());
    if (!now.wishes().isEmpty()) {
      sentences.add(words.wished(now.wishes()));
    }
    sentences.addAll(heard.sentences());
    if (!found.leftAside().isEmpty()) {
      sentences.add(
          words.leftAside(
              found.leftAside().stream().map(wish -> wish.words(before.language())).toList()));
    }
    int shown = Math.min(wanted(now), found.candidates().size());
    List<Recommendation> best = found.candidates().subList(0, shown);
    Optional<SplittingQuestion> question =
        before.question().isEmpty() && found.candidates().size() > ENOUGH * shown
            ? asking.next(now, found.candidates())
            : Optional.empty();
    Session after = now.shows(best.stream().map(work -> work.artwork().id()).toList());
    return new Turn(after.asks(question), phrased(sentences, best, after), best, heard.origin());
  }

  private int wanted(Session session) {
    int wanted = count;
    for (Held wish : session.held()) {
      wanted = works.plan(wish.standing()).count().orElse(wanted);
    }
    return Math.max(1, Math.min(20, wanted));
  }

  private static List<RephrasedSentence> plain(List<String> sentences) {
    return sentences.stream()
        .map(sentence -> new RephrasedSentence(sentence, Origin.library("it is a set phrase")))
        .toList();
  }

  /** Sentences and reasons, by one call. */
  private List<RephrasedSentence> phrased(
      List<String> sentences, List<Recommendation> best, Session session) {
    List<String> all = new ArrayList<>(sentences);
    best.forEach(work -> all.add(work.explanation().sentence(session.language())));
    if (prompter.isEmpty()) {
      Origin own = Origin.library("no model is set");
      return all.stream().map(sentence -> new RephrasedSentence(sentence, own)).toList();
    }
    List<RephrasedSentence> said = new ArrayList<>(Rephrasing.with(prompter.get()).say(all));
    for (int i = 0; i < best.size(); i++) {
      int at = sentences.size() + i;
      if (best.get(i).isPlaced()) {
        said.set(
            at, new RephrasedSentence(all.get(at), Origin.library("a set place is said as it is")));
      }
    }
    return said;
  }

  @Override
  public String toString() {
    return "conversations over "
        + recommender.catalog().size()
        + " works"
        + prompter.map(model -> " with " + model.model().name()).orElse(", without a model");
  }
}
