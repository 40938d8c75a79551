package io.artrec;

import io.artrec.answering.internal.Residence;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.Interest;
import io.artrec.behavior.InterestRule;
import io.artrec.behavior.Stance;
import io.artrec.live.internal.EventIds;
import io.artrec.live.internal.HeldInterests;
import io.artrec.live.internal.LivePreferences;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The state that answers read, what else is remembered of visitors, and the log behind both. Events
 * go in under a lock that callers share; whatever replaces the state goes through {@link #swap},
 * which holds it alone. Thread-safe; reading the state never waits.
 */
final class LiveState {
  /** What is to be saved, taken in one step; its events are put together after that. */
  private record Moment(State state, LiveContent content, long number) {}

  private final Optional<ChangeLog> log;
  private final String key;
  private final EventIds eventIds = new EventIds();
  private final OptOuts optOuts;

  /** Ids of events that were taken back, by visitor; guarded by the lock, held alone. */
  private final Map<String, Set<String>> undone = new HashMap<>();

  /** How far outside streams were taken in; its monitor is held while one goes on. */
  private final Map<String, Long> positions = new ConcurrentHashMap<>();

  /** One is held while a visitor's choice, interests or drawn answer go to log and memory. */
  private final Object[] choosing = Stream.generate(Object::new).limit(64).toArray();

  private final ReadWriteLock recording = new ReentrantReadWriteLock();
  private final Runnable renewed;
  private volatile State state;

  /**
   * Starts with nothing recorded.
   *
   * @param key what pseudonyms are made with where there is no log
   * @param renewed is run once anybody's answers may be others
   */
  LiveState(Engine engine, Optional<ChangeLog> log, String key, Runnable renewed) {
    this.log = log;
    this.renewed = renewed;
    this.key = log.map(ChangeLog::id).orElse(key);
    optOuts = new OptOuts(this.key, this::pseudonym);
    state = State.of(engine);
    Interactions trained = engine.dataset().interactions();
    for (int row = 0; row < trained.size(); row++) {
      String user = trained.userId(trained.user(row));
      trained.eventId(row).ifPresent(id -> eventIds.add(user, id));
    }
  }

  Optional<ChangeLog> log() {
    return log;
  }

  EventIds eventIds() {
    return eventIds;
  }

  OptOuts optOuts() {
    return optOuts;
  }

  /** Ids of events that were taken back; for those who hold the lock alone. */
  Map<String, Set<String>> undone() {
    return undone;
  }

  private Object choosing(String user) {
    return choosing[Math.floorMod(user.hashCode(), choosing.length)];
  }

  /** What stands for a text where it must not be readable: the same for all of a log's life. */
  String pseudonym(String text) {
    return log.map(changes -> changes.pseudonym(text)).orElseGet(() -> KeyedHash.of(key, text));
  }

  /** The state of this moment. */
  State now() {
    return state;
  }

  /**
   * Replaces the state while nothing is recorded. Whoever prepared something for long beforehand
   * brings it to the state given, which may have another engine than the one they started from.
   *
   * @param change makes the next state of the present one, quickly; must not record
   * @return the next state
   */
  State swap(UnaryOperator<State> change) {
    State[] before = new State[1];
    State after =
        alone(
            () -> {
              before[0] = state;
              state = change.apply(state);
              return state;
            });
    retire(before[0].engine().residence(), after);
    if (!before[0].engine().mark().equals(after.engine().mark())
        || !before[0].promotions().equals(after.promotions())) {
      renewed.run();
    }
    return after;
  }

  /** Gives up what a state that was replaced had loaded, once its readers have left. */
  private static void retire(Residence before, State after) {
    if (!before.equals(after.engine().residence())) {
      before.retire();
    }
  }

  /** Does something quick while nothing is recorded and the state is not replaced by others. */
  <T> T alone(Supplier<T> action) {
    recording.writeLock().lock();
    try {
      return action.get();
    } finally {
      recording.writeLock().unlock();
    }
  }

  /**
   * Replaces an engine by one of a changed catalogue, once the changes are in the log.
   *
   * @param base what the next was made of
   * @return false when another engine stands meanwhile; nothing is changed then
   */
  boolean replace(Engine base, Engine next, List<Change> changes) {
    recording.writeLock().lock();
    try {
      State now = state;
      if (!now.engine().answersAs(base)) {
        return false;
      }
      if (!changes.isEmpty()) {
        log.ifPresent(open -> open.append(changes));
      }
      now.kept().forEach(events -> events.over(next.catalog()));
      state = now.grown(next);
    } finally {
      recording.writeLock().unlock();
    }
    base.residence().retire();
    renewed.run();
    return true;
  }

  /**
   * Keeps what a visitor chose to follow or block, where it applies to what they chose before;
   * false when it does not, or they have opted out. Choices of one visitor come one after the
   * other, in memory as in the log.
   */
  boolean choose(Change.Preferred choice, Predicate<Stance> applies) {
    recording.readLock().lock();
    try {
      synchronized (choosing(choice.visitor())) {
        LivePreferences chosen = state.chosen();
        if (optOuts.contains(choice.visitor())
            || !applies.test(chosen.of(choice.visitor()).stance(choice.trait()))) {
          return false;
        }
        log.ifPresent(open -> open.append(List.of(choice)));
        chosen.put(choice.visitor(), choice.trait(), choice.stance());
        return true;
      }
    } finally {
      recording.readLock().unlock();
    }
  }

  /**
   * Keeps what a visitor is interested in, as far as the bounds let it in; returns how many
   * interests changed what is held.
   */
  int learn(String user, List<Interest> interests, long millis) {
    recording.readLock().lock();
    try {
      synchronized (choosing(user)) {
        if (optOuts.contains(user)) {
          return 0;
        }
        List<Change.Learned> changes = admitted(user, interests, millis);
        if (!changes.isEmpty()) {
          log.ifPresent(open -> open.append(List.<Change>copyOf(changes)));
          changes.forEach(this::replay);
        }
        return changes.size();
      }
    } finally {
      recording.readLock().unlock();
    }
  }

  /**
   * What of a visitor's new interests the bounds let in, one after the other, for those who hold
   * the lock; what was learned from an event that was taken back meanwhile is not.
   */
  List<Change.Learned> admitted(String user, List<Interest> interests, long millis) {
    InterestRule rule = state.engine().settings().rules().interests();
    HeldInterests held = state.interests().of(user);
    Set<String> gone = undone.getOrDefault(user, Set.of());
    List<Change.Learned> changes = new ArrayList<>();
    for (Interest interest : interests) {
      Optional<Interest> kept =
          interest.reference().filter(gone::contains).isPresent()
              ? Optional.empty()
              : held.admitted(interest, millis, rule);
      if (kept.isPresent()) {
        held = held.with(kept.get(), millis, rule);
        changes.add(new Change.Learned(user, kept.get(), millis));
      }
    }
    return changes;
  }

  /** Takes in an interest of the log or, for those who hold the lock alone, of another visitor. */
  void replay(Change.Learned learned) {
    if (!optOuts.contains(learned.visitor())) {
      InterestRule rule = state.engine().settings().rules().interests();
      state
          .interests()
          .change(
              learned.visitor(),
              held -> held.with(learned.interest(), learned.epochMillis(), rule));
    }
  }

  /** Takes in a choice of the log. */
  void replay(Change.Preferred choice) {
    if (!optOuts.contains(choice.visitor())) {
      state.chosen().put(choice.visitor(), choice.trait(), choice.stance());
    }
  }

  /** Keeps an event; false when its id is known, or the visitor has opted out. */
  boolean record(Interaction event) {
    recording.readLock().lock();
    try {
      if (optOuts.contains(event.user())) {
        return false;
      }
      if (event.eventId().isPresent()) {
        return eventIds.once(event.user(), event.eventId().get(), () -> keep(event));
      }
      keep(event);
      return true;
    } finally {
      recording.readLock().unlock();
    }
  }

  private void keep(Interaction event) {
    log.ifPresent(changes -> changes.append(event));
    state.add(event);
  }

  /** Keeps a batch, all or nothing, but for events that {@link #record} would not keep. */
  int recordAll(List<Interaction> events) {
    recording.readLock().lock();
    try {
      return keepAll(events, List.of());
    } finally {
      recording.readLock().unlock();
    }
  }

  /** Keeps a batch of an outside stream with its place, unless that was passed already. */
  int recordAll(List<Interaction> events, Change.Position position) {
    recording.readLock().lock();
    try {
      synchronized (positions) {
        if (position.offset() <= positions.getOrDefault(position.source(), -1L)) {
          return 0;
        }
        int kept = keepAll(events, List.of(position));
        positions.put(position.source(), position.offset());
        return kept;
      }
    } finally {
      recording.readLock().unlock();
    }
  }

  private int keepAll(List<Interaction> events, List<Change> more) {
    return eventIds.onceForAll(
        events.stream().filter(event -> !optOuts.contains(event.user())).toList(),
        fresh -> {
          appendAll(fresh, more);
          fresh.forEach(state::add);
        });
  }

  /** Appends events and then other changes, in one step. */
  void appendAll(List<Interaction> events, List<Change> more) {
    List<Change> changes = new ArrayList<>();
    events.forEach(event -> changes.add(new Change.Recorded(event)));
    changes.addAll(more);
    if (!changes.isEmpty()) {
      log.ifPresent(open -> open.append(changes));
    }
  }

  /**
   * Keeps what of somebody's impressions is new, and that the answer was drawn unless it is held,
   * in one step. Returns how many impressions are new.
   */
  int recordShown(List<Interaction> impressions, Optional<Change.Answered> drawn) {
    recording.readLock().lock();
    try {
      return eventIds.onceForAll(
          impressions.stream().filter(event -> !optOuts.contains(event.user())).toList(),
          fresh -> {
            if (drawn.isEmpty() || optOuts.contains(drawn.get().visitor())) {
              appendAll(fresh, List.of());
              fresh.forEach(state::add);
            } else {
              keep(fresh, drawn.get());
            }
          });
    } finally {
      recording.readLock().unlock();
    }
  }

  private void keep(List<Interaction> fresh, Change.Answered drawn) {
    synchronized (choosing(drawn.visitor())) {
      boolean held = state.draws().holds(drawn.visitor(), drawn.answer().id());
      appendAll(fresh, held ? List.of() : List.of(drawn));
      fresh.forEach(state::add);
      if (!held) {
        state.add(drawn);
      }
    }
  }

  /** Takes in a drawn answer of the log. */
  void replay(Change.Answered drawn) {
    if (!optOuts.contains(drawn.visitor())) {
      state.add(drawn);
    }
  }

  OptionalLong position(String source) {
    Long known = positions.get(source);
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }

  /** Takes in an event of the log or of a model file. */
  void replay(Interaction event) {
    if (!optOuts.contains(event.user())
        && event.eventId().map(id -> eventIds.add(event.user(), id)).orElse(true)) {
      state.add(event);
    }
  }

  /** Drops replayed events with works that are not in the catalogue; returns how many. */
  int dropUnknown() {
    return state.live().dropUnknown() + state.unlearned().shown().dropUnknown();
  }

  /** Takes in how far an outside stream was taken in. */
  void replay(Change.Position position) {
    positions.merge(position.source(), position.offset(), Math::max);
  }

  /** Takes in that an event was taken back; training may still know it. */
  void replay(Change.Undone back) {
    Predicate<Interaction> one =
        event -> event.eventId().filter(back.eventId()::equals).isPresent();
    state.kept().forEach(events -> events.remove(back.visitor(), one));
    dropTraces(back);
    remember(back);
  }

  /** What was learned from an event goes with it. */
  void dropTraces(Change.Undone back) {
    state.draws().undo(back.visitor(), back.eventId());
    state
        .interests()
        .removeIf(
            back.visitor(),
            interest -> interest.reference().filter(back.eventId()::equals).isPresent());
  }

  /** Remembers that an event was taken back; for those who hold the lock alone. */
  void remember(Change.Undone back) {
    eventIds.add(back.visitor(), back.eventId());
    undone.computeIfAbsent(back.visitor(), user -> new HashSet<>()).add(back.eventId());
  }

  /** Visitors whom the log says were forgotten had no event ids and chose nothing. */
  void forgetTraces(Set<String> users) {
    eventIds.forget(users);
    undone.keySet().removeAll(users);
    users.forEach(state.chosen()::remove);
    users.forEach(state.interests()::remove);
    users.forEach(state.draws()::remove);
  }

  /** Takes in what a model file remembers. */
  void replay(LiveContent content) {
    positions.putAll(content.positions());
    content
        .undone()
        .forEach((user, ids) -> ids.forEach(id -> remember(new Change.Undone(user, id))));
    content
        .optOuts()
        .forEach(
            (ofKey, outs) ->
                outs.forEach((pseudonym, isOut) -> optOuts.put(ofKey, pseudonym, isOut)));
    content.chosen().forEach(state.chosen()::putAll);
    content.interests().forEach((user, held) -> state.interests().change(user, none -> held));
    content.draws().forEach(state.draws()::putAll);
  }

  /** What a model file holds of this moment. */
  ModelContent.Saving saving() {
    Moment moment =
        alone(
            () ->
                new Moment(
                    state.snapshot(),
                    new LiveContent(
                        key,
                        new TreeMap<>(positions),
                        copy(undone),
                        optOuts.copy(),
                        state.chosen().copy(),
                        state.interests().copy(),
                        state.draws().copy()),
                    log.map(ChangeLog::lastNumber).orElse(0L)));
    return new ModelContent.Saving(
        moment.state().engine(),
        moment.state().events(),
        moment.content(),
        log.map(ChangeLog::id).orElse(""),
        moment.number());
  }

  private static Map<String, Set<String>> copy(Map<String, Set<String>> ids) {
    Map<String, Set<String>> copy = new HashMap<>();
    ids.forEach((user, ofUser) -> copy.put(user, Set.copyOf(ofUser)));
    return copy;
  }
}
