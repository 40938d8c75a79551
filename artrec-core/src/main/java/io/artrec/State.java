package io.artrec;

import io.artrec.answering.internal.Exposure;
import io.artrec.answering.internal.Steering;
import io.artrec.behavior.ExplicitPreferences;
import io.artrec.behavior.History;
import io.artrec.behavior.ImpressionDiscount;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.InterestProfile;
import io.artrec.live.internal.LiveDraws;
import io.artrec.live.internal.LiveEvents;
import io.artrec.live.internal.LiveInterests;
import io.artrec.live.internal.LivePreferences;
import io.artrec.log.Change;
import io.artrec.promotion.Promotions;
import io.artrec.strategy.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What answers are made of; replaced as a whole. Immutable but for the events in {@code live},
 * which grow, for those of a visitor who leaves, and for what visitors choose.
 *
 * @param engine what was trained
 * @param frozen events recorded since training that a training under way, or one that failed, has
 *     taken; no more are added to them
 * @param live events recorded since then
 * @param since what was erased since a training or the settling of erasures began: not yet in what
 *     that will bring
 * @param unlearned what visitors chose, are interested in and were shown, and what came of draws
 * @param promotions what the house wants for everybody
 * @param before what answered before the last learning, as long as nothing was erased since
 */
record State(
    Engine engine,
    List<LiveEvents> frozen,
    LiveEvents live,
    Withheld since,
    Unlearned unlearned,
    Promotions promotions,
    Optional<Before> before) {
  /**
   * What answered before.
   *
   * @param engine what had been trained
   * @param events what was recorded since, and learned then
   */
  record Before(Engine engine, List<LiveEvents> events) {}

  /** Of an engine, with nothing recorded yet. */
  static State of(Engine engine) {
    return new State(
        engine,
        List.of(),
        new LiveEvents(engine.catalog()),
        Withheld.nothing(),
        Unlearned.over(engine),
        Promotions.none(),
        Optional.empty());
  }

  /** The same, at the beginning of a training, in which later events are kept apart. */
  State freezing() {
    return live.isEmpty()
        ? settling()
        : new State(
            engine,
            recorded(),
            new LiveEvents(engine.catalog()),
            Withheld.nothing(),
            unlearned,
            promotions,
            before);
  }

  /** The same, at the beginning of taking what is withheld out of what was learned. */
  State settling() {
    return new State(engine, frozen, live, Withheld.nothing(), unlearned, promotions, before);
  }

  /** With the same engine over a changed catalogue. */
  State grown(Engine over) {
    return new State(
        over.withholding(engine.withheld()), frozen, live, since, unlearned, promotions, before);
  }

  /**
   * With an engine that knows the frozen events.
   *
   * @param keeping whether the present one is kept; it is not where it knows what was erased
   */
  State learned(Engine learned, boolean keeping) {
    boolean isClean = engine.withheld().isEmpty() && since.isEmpty();
    return new State(
        learned.withholding(since),
        List.of(),
        live,
        Withheld.nothing(),
        unlearned,
        promotions,
        keeping && isClean ? Optional.of(new Before(engine, frozen)) : Optional.empty());
  }

  /** With what answered before, brought to the present catalogue, and with all events since. */
  State returned(Engine again) {
    List<LiveEvents> since = new ArrayList<>(before.orElseThrow().events());
    since.forEach(events -> events.over(again.catalog()));
    since.addAll(frozen);
    return new State(
        again, since, live, Withheld.nothing(), unlearned, promotions, Optional.empty());
  }

  /** With an engine that does not know any more what was withheld. */
  State settled(Engine without) {
    return new State(
        without.withholding(since),
        frozen,
        live,
        Withheld.nothing(),
        unlearned,
        promotions,
        Optional.empty());
  }

  /** The same, which has forgotten how visitors last asked, and what answered before. */
  State unacquainted() {
    return new State(
        engine.unacquainted(), frozen, live, since, unlearned, promotions, Optional.empty());
  }

  /** The same, which withholds more of what training knows or has taken. */
  State withholding(UnaryOperator<Withheld> more) {
    return new State(
        engine.withholding(more.apply(engine.withheld())),
        frozen,
        live,
        more.apply(since),
        unlearned,
        promotions,
        Optional.empty());
  }

  /** The same, with what the house wants from now on. */
  State promoting(Promotions wanted) {
    return new State(engine, frozen, live, since, unlearned, wanted, before);
  }

  /** A copy that later events do not reach. */
  State snapshot() {
    return new State(
        engine,
        frozen,
        live.copy(),
        since,
        new Unlearned(
            unlearned.chosen(), unlearned.interests(), unlearned.shown().copy(), unlearned.draws()),
        promotions,
        Optional.empty());
  }

  /** All events since training, oldest collection first. */
  List<LiveEvents> recorded() {
    List<LiveEvents> all = new ArrayList<>(frozen);
    all.add(live);
    return all;
  }

  /** How many events were recorded since training. */
  long recordedCount() {
    long count = live.size();
    for (LiveEvents taken : frozen) {
      count += taken.size();
    }
    return count;
  }

  /** The same, and what visitors were shown. */
  List<LiveEvents> kept() {
    List<LiveEvents> all = recorded();
    all.add(unlearned.shown());
    return all;
  }

  /** Keeps an event that is durable. */
  void add(Interaction event) {
    (event.isImpression() ? unlearned.shown() : live).add(event);
    draws().add(event);
  }

  /**
   * Keeps that an answer was drawn and shown, with what its visitor did since, learned or not. The
   * answer goes in before events are looked up: one that is recorded meanwhile finds the answer, or
   * is found.
   */
  void add(Change.Answered drawn) {
    String user = drawn.visitor();
    long millis = drawn.answer().epochMillis();
    draws().add(user, drawn.answer(), List.of());
    List<Interaction> since = engine.withheld().leftSince(engine.dataset(), user, millis);
    recorded().forEach(events -> since.addAll(events.since(user, millis)));
    draws().add(user, drawn.answer(), since);
  }

  /** Which answers were drawn, and what came of them. */
  LiveDraws draws() {
    return unlearned.draws();
  }

  /** Which variant of the experiment a visitor is in. */
  Optional<String> variant(String user) {
    return engine.settings().experiment().map(experiment -> experiment.of(user));
  }

  /** What visitors follow and block. */
  LivePreferences chosen() {
    return unlearned.chosen();
  }

  /** What visitors are interested in. */
  LiveInterests interests() {
    return unlearned.interests();
  }

  /** What a visitor is interested in at a time. */
  InterestProfile interests(String user, long millis) {
    return InterestProfile.of(
        interests().of(user).interests(), engine.settings().rules().interests(), millis);
  }

  /** What training knows, withheld or not, and then what was recorded since or shown. */
  Interactions events() {
    return plus(engine.dataset().interactions(), kept());
  }

  /** What training may still say, and what it takes next. */
  Interactions learnable() {
    return plus(left(), frozen);
  }

  /** What training may still say. */
  Interactions left() {
    Interactions trained = engine.dataset().interactions();
    return engine.withheld().isEmpty()
        ? trained
        : trained.filter(engine.withheld().rows(trained).negate());
  }

  private static Interactions plus(Interactions trained, List<LiveEvents> recorded) {
    List<Interaction> since = LiveEvents.all(recorded);
    if (since.isEmpty()) {
      return trained;
    }
    Interactions.Builder builder = Interactions.builder();
    IntStream.range(0, trained.size()).forEach(row -> builder.addFrom(trained, row));
    since.forEach(builder::add);
    return builder.build();
  }

  /** What training may still say of a visitor, of works in the catalogue. */
  List<Interaction> trained(String user) {
    return engine.withheld().left(engine.dataset(), user);
  }

  /** How many events of a visitor training may still know. */
  int trainedEvents(String user) {
    return engine.dataset().leftOut() == 0
        ? trained(user).size()
        : trainedEvents(Withheld.nothing().withUser(user));
  }

  /** How many events training knows that an erasure would take, and that are not withheld yet. */
  int trainedEvents(Withheld erasure) {
    Interactions events = engine.dataset().interactions();
    IntPredicate taken = erasure.rows(events).and(engine.withheld().rows(events).negate());
    return (int) IntStream.range(0, events.size()).filter(taken).count();
  }

  /** A visitor as strategies see them. */
  Query query(Asker asker) {
    return engine.query(asker, asker.user().map(this::since).orElse(History.none()));
  }

  /**
   * What moves the answers of somebody beside their taste.
   *
   * @param query what they did
   * @param added what the request says they did or were shown
   */
  Steering steering(Optional<String> user, Query query, List<Interaction> added) {
    ExplicitPreferences preferences = user.map(chosen()::of).orElseGet(ExplicitPreferences::none);
    InterestProfile interests =
        user.map(id -> interests(id, query.nowMillis())).orElseGet(InterestProfile::none);
    ImpressionDiscount discount = engine.settings().rules().discount();
    List<Interaction> shown = new ArrayList<>();
    if (!discount.isNone()) {
      user.ifPresent(id -> shown.addAll(unlearned.shown().events(id)));
      added.stream().filter(Interaction::isImpression).forEach(shown::add);
    }
    return preferences.isEmpty() && interests.isEmpty() && shown.isEmpty()
        ? Steering.none()
        : new Steering(
            preferences, interests, Exposure.of(shown, engine.catalog(), query, discount));
  }

  private History since(String user) {
    History history = History.none();
    for (LiveEvents earlier : frozen) {
      history = history.plus(earlier.history(user));
    }
    return history.plus(live.history(user));
  }

  /**
   * What an answer to a request is made of, beside the time, as objects that are others once it has
   * changed: what was trained and what the house wants for everybody; of those who ask what they
   * did and were shown since, what they chose and are interested in. What others did since training
   * counts for nobody else before strategies learn. None of them holds events.
   */
  List<Object> marks(Request request) {
    List<Object> marks = new ArrayList<>();
    marks.add(engine.mark());
    marks.add(promotions);
    if (request instanceof RecommendationRequest asked) {
      boolean shown = !engine.settings().rules().discount().isNone();
      for (String user : asked.askers()) {
        (shown ? kept() : recorded()).forEach(events -> events.mark(user).ifPresent(marks::add));
        marks.add(chosen().of(user));
        marks.add(interests().of(user));
      }
    }
    return marks;
  }

  /**
   * Who training knows, or did or chose something or was found interested since, whether or not
   * anything of it is withheld.
   */
  Set<String> users() {
    Set<String> users = new LinkedHashSet<>();
    for (int user = 0; user < engine.dataset().userCount(); user++) {
      users.add(engine.dataset().userId(user));
    }
    recorded().forEach(events -> users.addAll(new TreeSet<>(events.users())));
    users.addAll(new TreeSet<>(chosen().users()));
    users.addAll(new TreeSet<>(interests().users()));
    return users;
  }

  /** What is known of a visitor, oldest first. */
  List<Interaction> history(String user) {
    List<Interaction> events = trained(user);
    kept().forEach(since -> events.addAll(since.events(user)));
    events.sort(Comparator.comparing(event -> event.time().orElse(Instant.MIN)));
    return List.copyOf(events);
  }
}
