package io.artrec;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.live.LiveEvents;
import io.artrec.strategy.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What answers are made of; replaced as a whole. Immutable but for the events in {@code live},
 * which grow, and for those of a visitor who leaves.
 *
 * @param engine what was trained
 * @param frozen events recorded since training that a training under way, or one that failed, has
 *     taken; no more are added to them
 * @param live events recorded since then
 */
record State(Engine engine, List<LiveEvents> frozen, LiveEvents live) {
  /** Of an engine, with nothing recorded yet. */
  static State of(Engine engine) {
    return new State(engine, List.of(), new LiveEvents(engine.catalog()));
  }

  State with(Engine other) {
    return new State(other, frozen, live);
  }

  /** The same, in which later events are kept apart from those so far. */
  State freezing() {
    return live.isEmpty() ? this : new State(engine, recorded(), new LiveEvents(engine.catalog()));
  }

  /** The frozen events are in what was learned from them; who was hidden meanwhile stays so. */
  State learned(Engine learned) {
    return new State(learned.hiding(engine.hidden()), List.of(), live);
  }

  /** The same, to which a visitor of the training data is a stranger. */
  State hiding(String user) {
    Set<String> hidden = new HashSet<>(engine.hidden());
    hidden.add(user);
    return with(engine.hiding(hidden));
  }

  /** A copy that later events do not reach. */
  State snapshot() {
    return new State(engine, frozen, live.copy());
  }

  /** All events since training, oldest collection first. */
  List<LiveEvents> recorded() {
    List<LiveEvents> all = new ArrayList<>(frozen);
    all.add(live);
    return all;
  }

  /** What training knows and what was recorded since. */
  Interactions events() {
    return events(recorded());
  }

  /** What training knows and what it takes next. */
  Interactions learnable() {
    return events(frozen);
  }

  private Interactions events(List<LiveEvents> recorded) {
    Interactions trained = engine.dataset().interactions();
    List<Interaction> since = LiveEvents.all(recorded);
    if (since.isEmpty()) {
      return trained;
    }
    Interactions.Builder builder = Interactions.builder();
    IntStream.range(0, trained.size()).forEach(row -> builder.addFrom(trained, row));
    since.forEach(builder::add);
    return builder.build();
  }

  /** How many events of a visitor training knows; none when they are hidden. */
  int trainedEvents(String user) {
    if (engine.hidden().contains(user)) {
      return 0;
    }
    Interactions events = engine.dataset().interactions();
    int number = 0;
    while (number < events.userCount() && !events.userId(number).equals(user)) {
      number++;
    }
    int count = 0;
    for (int row = 0; row < events.size() && number < events.userCount(); row++) {
      count += events.user(row) == number ? 1 : 0;
    }
    return count;
  }

  /** How many events of a visitor were recorded since training. */
  int liveEvents(String user) {
    return recorded().stream().mapToInt(events -> events.events(user).size()).sum();
  }

  /** A visitor as strategies see them. */
  Query query(Optional<String> user, History added, Map<String, Double> facets, long millis) {
    return engine.query(user, user.map(this::since).orElse(History.none()), added, facets, millis);
  }

  private History since(String user) {
    History history = History.none();
    for (LiveEvents earlier : frozen) {
      history = history.plus(earlier.history(user));
    }
    return history.plus(live.history(user));
  }

  /** What is known of a visitor, oldest first. */
  List<Interaction> history(String user) {
    List<Interaction> events = new ArrayList<>();
    Dataset dataset = engine.dataset();
    OptionalInt index =
        engine.hidden().contains(user) ? OptionalInt.empty() : dataset.userIndex(user);
    if (index.isPresent()) {
      for (int at = dataset.begin(index.getAsInt()); at < dataset.end(index.getAsInt()); at++) {
        events.add(dataset.event(at));
      }
    }
    recorded().forEach(since -> events.addAll(since.events(user)));
    events.sort(Comparator.comparing(event -> event.time().orElse(Instant.MIN)));
    return List.copyOf(events);
  }
}
