package io.artrec.llm.conversation;

import io.artrec.Recommendation;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.elicitation.Belief;
import io.artrec.elicitation.SplittingQuestion;
import io.artrec.llm.explain.RephrasedSentence;
import io.artrec.llm.explain.internal.Rephrasing;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.Prompter;
import io.artrec.text.wish.ParsedWish;
import io.artrec.text.wish.WishCatalog;
import io.artrec.text.wish.WishNote;
import io.artrec.text.wish.WishPart;
import io.artrec.text.wish.WishPlan;
import io.artrec.text.wish.WishSlot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Answers what is said by what holds. Immutable; as thread-safe as what it asks. */
final class TurnTaking {
  private static final int ASKED_OVER = 1_000;
  private static final int ENOUGH = 4;

  private final WishCatalog works;
  private final Search search;
  private final Asking asking;
  private final UtteranceReader reader;
  private final Optional<Prompter> prompter;
  private final int count;

  TurnTaking(WishCatalog works, Search search, Conversations set) {
    this.works = works;
    this.search = search;
    prompter = set.prompter();
    count = set.count();
    asking = new Asking(set.questions(), works.parser());
    reader =
        new UtteranceReader(
            works.parser(), prompter.map(model -> new ModelReader(model, works.parser())));
  }

  /** Takes what somebody says. */
  Turn say(Session session, String text) {
    Session now = session.language(spoken(text, session.language()));
    if (UtteranceReader.isToStartAgain(text)) {
      return new Turn(
          now.again(),
          plain(List.of(TurnWords.in(now.language()).again())),
          List.of(),
          understood());
    }
    Optional<Asking.Answered> answered =
        session.question().flatMap(question -> asking.answer(question, text));
    return answered.isPresent()
        ? taken(session, answered.get())
        : take(now, reader.read(text, now));
  }

  /** Answers before anything is said. */
  Turn recommend(Session session) {
    return answer(session, session, new Heard(List.of(), Set.of(), Aim.MORE, understood()));
  }

  private Turn taken(Session session, Asking.Answered answered) {
    List<Held> held = new ArrayList<>(session.held());
    answered.held().ifPresent(held::add);
    List<String> sentences =
        answered.held().isPresent() ? List.of() : List.of(TurnWords.in(session.language()).noted());
    return answer(
        session,
        session.held(held),
        new Heard(
            sentences, Set.of(), answered.held().isPresent() ? Aim.WISH : Aim.MORE, understood()));
  }

  /**
   * What was made of an utterance.
   *
   * @param sentences what is to be said of it
   * @param excluded works that must not come back in this turn
   * @param aim what it is for
   * @param origin who read it
   */
  private record Heard(List<String> sentences, Set<String> excluded, Aim aim, Origin origin) {}

  /** What an utterance is for; decides which wishes may be left aside where nothing meets all. */
  private enum Aim {
    /** A wish, the last of those that hold: the earlier ones may. */
    WISH(1),
    /** Works like one that was shown: all may. */
    ALIKE(0),
    /** Works by what holds already: none may. */
    MORE(Integer.MAX_VALUE);

    private final int kept;

    Aim(int kept) {
      this.kept = kept;
    }
  }

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
    ParsedWish holding = utterance.wish().only(part -> holdsOn(utterance.wish(), part));
    Session now = wished(referred(before, utterance, sentences), utterance.wish(), holding);
    plan.notes().stream()
        .filter(note -> note.kind() != WishNote.Kind.NOTHING_FITS)
        .map(note -> words.note(note.words(before.language())))
        .filter(note -> !note.isEmpty())
        .forEach(sentences::add);
    Set<String> excluded = new LinkedHashSet<>(plan.excluded());
    if (utterance.isForMore()) {
      excluded.addAll(before.shown());
    }
    Aim aim =
        !holding.parts().isEmpty()
            ? Aim.WISH
            : utterance.references().alike().isEmpty() ? Aim.MORE : Aim.ALIKE;
    return answer(before, now, new Heard(sentences, excluded, aim, utterance.origin()));
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
    return isNewWish || !liked.isEmpty() ? now.anchor(Optional.empty()) : now;
  }

  private static List<String> ids(Session session, List<Integer> places) {
    return places.stream().map(session.last()::get).toList();
  }

  private Session wished(Session session, ParsedWish wish, ParsedWish holding) {
    if (wish.parts().isEmpty()) {
      return session;
    }
    List<Held> held = new ArrayList<>();
    session
        .held()
        .forEach(earlier -> held.add(earlier.before(wish, UtteranceReader.adds(wish.text()))));
    ParsedWish compared = wish.only(part -> part.slot() == WishSlot.COMPARE);
    boolean compares = !compared.parts().isEmpty() && !session.last().isEmpty();
    held.add(
        new Held(
            holding,
            compares
                ? works.plan(compared, session.last().stream().map(search::work).toList()).filter()
                : Optional.empty(),
            ""));
    return session.held(held);
  }

  /** Whether a part has an effect on later turns: not where records do not say what it needs. */
  private boolean holdsOn(ParsedWish wish, WishPart part) {
    return switch (part.slot()) {
      case COMPARE -> !part.value().equals("other");
      case MOOD, COUNT -> true;
      case LIKE -> !part.isWanted() || !works.plan(wish.only(part::equals)).likes().isEmpty();
      default -> works.plan(wish.only(part::equals)).filter().isPresent();
    };
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
    List<Artwork> some = some();
    Optional<SplittingQuestion> question =
        some.isEmpty() ? Optional.empty() : asking.best(before, Belief.uniform(some));
    return new Turn(before.asks(question), plain(sentences), List.of(), utterance.origin());
  }

  /** Works of all parts of the catalogue. */
  private List<Artwork> some() {
    Catalog catalog = works.catalog();
    int step = Math.max(1, catalog.size() / ASKED_OVER);
    return IntStream.iterate(0, i -> i < catalog.size(), i -> i + step)
        .mapToObj(catalog::get)
        .toList();
  }

  private Turn answer(Session before, Session wished, Heard heard) {
    TurnWords words = TurnWords.in(before.language());
    List<String> sentences = new ArrayList<>();
    Search.Found found = search.find(wished, heard.excluded(), heard.aim().kept);
    if (found.candidates().isEmpty()) {
      sentences.addAll(heard.sentences());
      if (heard.aim() != Aim.WISH) {
        sentences.add(words.nothingFurther());
      } else {
        Held last = wished.held().get(wished.held().size() - 1);
        sentences.add(words.nothing(last.words(before.language())));
        search
            .spare(wished)
            .map(spare -> words.spare(spare.part().words(before.language()), spare.works()))
            .ifPresent(sentences::add);
      }
      return new Turn(before, plain(sentences), List.of(), heard.origin());
    }
    Session now = wished.held(found.held());
    if (!now.wishes().isEmpty()) {
      sentences.add(words.wished(now.wishes()));
    }
    if (!found.leftAside().isEmpty()) {
      sentences.add(
          words.leftAside(
              found.leftAside().stream()
                  .map(wish -> wish.wantedAlone().words(before.language()))
                  .toList()));
    }
    sentences.addAll(heard.sentences());
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
    List<RephrasedSentence> said =
        new ArrayList<>(Rephrasing.with(prompter.get()).say(all, session.visitor()));
    for (int i = 0; i < best.size(); i++) {
      int at = sentences.size() + i;
      if (best.get(i).isPlaced()) {
        said.set(
            at, new RephrasedSentence(all.get(at), Origin.library("a set place is said as it is")));
      }
    }
    return said;
  }
}
