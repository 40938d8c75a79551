package io.artrec;

import io.artrec.behavior.ExplicitPreferences;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interest;
import io.artrec.behavior.Stance;
import io.artrec.live.internal.LiveDraws;
import io.artrec.log.Change;
import io.artrec.log.Erasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Takes visitors, events and what was kept long enough out of the state, in one step each, once the
 * log has taken note. What follows in log, training and files is the caller's to start.
 * Thread-safe.
 */
final class Erasing {
  /**
   * What left the state.
   *
   * @param trained events that training knows, now withheld
   * @param live events recorded since
   * @param inFiles whether model files may hold more than events that must go
   * @param erasure what is left to do in the log, which nothing must wait for
   */
  record Removed(int trained, int live, boolean inFiles, Optional<Erasure> erasure) {
    boolean outdatesFiles() {
      return trained + live > 0 || inFiles;
    }
  }

  /**
   * Events that changed hands.
   *
   * @param moved how many
   * @param removed of whom they were
   */
  record Merged(int moved, Removed removed) {}

  private final LiveState live;
  private final Runnable outdated;

  /**
   * Creates one.
   *
   * @param outdated is told that model files may hold what left the state, before anybody else can
   *     ask for the same
   */
  Erasing(LiveState live, Runnable outdated) {
    this.live = live;
    this.outdated = outdated;
  }

  private Removed removed(int trained, int live, boolean inFiles, Optional<Erasure> erasure) {
    Removed removed = new Removed(trained, live, inFiles, erasure);
    if (removed.outdatesFiles()) {
      this.live.swap(State::unacquainted);
      outdated.run();
    }
    return removed;
  }

  /**
   * Takes a visitor's events out of memory once the log is bound to erase them, and makes them a
   * stranger to what training knows or has taken.
   */
  Removed forget(String user, Instant when) {
    return live.alone(
        () -> remove(user, erase(name -> new Change.Forgotten(name, when.toEpochMilli()), user)));
  }

  /** Forgets a visitor for as long as they do not opt in. */
  Removed optOut(String user, Instant when) {
    return live.alone(
        () -> {
          Optional<Erasure> erasure =
              erase(name -> new Change.OptedOut(name, when.toEpochMilli()), user);
          live.optOuts().put(live.pseudonym(user), true);
          Removed removed = remove(user, erasure);
          return removed(removed.trained(), removed.live(), true, erasure);
        });
  }

  /** Ends an opting out; false when there was none. */
  boolean optIn(String user, Instant when) {
    return live.alone(
        () -> {
          boolean wasOut = live.optOuts().contains(user);
          if (wasOut) {
            String name = live.pseudonym(user);
            live.appendAll(List.of(), List.of(new Change.OptedIn(name, when.toEpochMilli())));
            live.optOuts().put(name, false);
          }
          return wasOut;
        });
  }

  private Optional<Erasure> erase(Function<String, Change.Mark> mark, String user) {
    return live.log().map(changes -> changes.erase(mark.apply(live.pseudonym(user))).about(user));
  }

  private Removed remove(String user, Optional<Erasure> erasure) {
    State now = live.now();
    live.eventIds().forget(user);
    boolean wroteTraces = live.undone().remove(user) != null;
    wroteTraces |= now.chosen().remove(user);
    wroteTraces |= now.interests().remove(user);
    wroteTraces |= now.draws().remove(user);
    int trained = now.trainedEvents(user);
    int taken = now.frozen().stream().mapToInt(events -> events.remove(user)).sum();
    int recorded = now.live().remove(user) + now.unlearned().shown().remove(user);
    if (trained + taken > 0) {
      live.swap(state -> state.withholding(withheld -> withheld.withUser(user)));
    }
    return removed(trained, taken + recorded, wroteTraces, erasure);
  }

  /** Takes one event back; empty when it is not there. */
  Optional<Removed> undo(String user, String eventId) {
    Predicate<Interaction> one = event -> event.eventId().filter(eventId::equals).isPresent();
    return live.alone(
        () -> {
          State now = live.now();
          if (now.history(user).stream().noneMatch(one)) {
            return Optional.empty();
          }
          Change.Undone back = new Change.Undone(user, eventId);
          live.appendAll(List.of(), List.of(back));
          live.remember(back);
          live.dropTraces(back);
          int trained = (int) now.trained(user).stream().filter(one).count();
          int taken = now.frozen().stream().mapToInt(events -> events.remove(user, one)).sum();
          int recorded = now.live().remove(user, one) + now.unlearned().shown().remove(user, one);
          if (trained + taken > 0) {
            Map<String, Set<String>> ids = Map.of(user, Set.of(eventId));
            live.swap(state -> state.withholding(withheld -> withheld.withEvents(ids)));
          }
          return Optional.of(removed(trained, taken + recorded, true, Optional.empty()));
        });
  }

  /** Takes out what is older than a time; undated events stay. */
  Removed expire(Instant before) {
    long millis = before.toEpochMilli();
    Predicate<Interaction> older =
        event -> event.time().filter(time -> time.toEpochMilli() < millis).isPresent();
    return live.alone(
        () -> {
          Optional<Erasure> erasure =
              live.log().map(changes -> changes.erase(new Change.Expired(millis)));
          State now = live.now();
          int trained = now.trainedEvents(Withheld.nothing().withBefore(millis));
          int taken = now.frozen().stream().mapToInt(events -> events.removeIf(older)).sum();
          int recorded = now.live().removeIf(older) + now.unlearned().shown().removeIf(older);
          boolean anyTrace =
              now.interests().removeIf(interest -> Change.Learned.isOlder(interest, millis));
          anyTrace |= now.draws().removeBefore(millis);
          if (trained + taken > 0) {
            live.swap(state -> state.withholding(withheld -> withheld.withBefore(millis)));
          }
          return removed(trained, taken + recorded, anyTrace, erasure);
        });
  }

  /**
   * Gives a visitor's events, choices, interests and drawn answers to another and forgets the
   * first; empty when there are none. Events without an id get one that follows from what they are,
   * so that doing it again moves none twice.
   */
  Optional<Merged> merge(String from, String to, Instant when) {
    return live.alone(
        () -> {
          List<Interaction> events = live.now().history(from);
          ExplicitPreferences chosen = live.now().chosen().of(from);
          List<Interest> interests = live.now().interests().of(from).interests();
          List<LiveDraws.Held> draws = live.now().draws().of(from);
          if (events.isEmpty()
              && chosen.isEmpty()
              && interests.isEmpty()
              && draws.isEmpty()
              && !live.undone().containsKey(from)) {
            return Optional.empty();
          }
          boolean isOut = live.optOuts().contains(to);
          List<Interaction> moved =
              isOut
                  ? List.of()
                  : moved(events, to).stream()
                      .filter(event -> !live.eventIds().isKnown(to, event.eventId().orElseThrow()))
                      .toList();
          List<Change> choices = isOut ? List.of() : choices(chosen, to);
          List<Change.Learned> learned =
              isOut
                  ? List.of()
                  : interests.stream()
                      .map(interest -> new Change.Learned(to, interest, when.toEpochMilli()))
                      .toList();
          List<Change.Answered> drawn =
              isOut
                  ? List.of()
                  : draws.stream().map(held -> new Change.Answered(to, held.answer())).toList();
          live.appendAll(
              moved, Stream.of(choices, learned, drawn).<Change>flatMap(List::stream).toList());
          learned.forEach(live::replay);
          live.now().chosen().putAll(to, isOut ? ExplicitPreferences.none() : chosen);
          for (Interaction event : moved) {
            live.now().add(event);
            live.eventIds().add(to, event.eventId().orElseThrow());
          }
          drawn.forEach(live.now()::add);
          Optional<Erasure> erasure =
              erase(name -> new Change.Forgotten(name, when.toEpochMilli()), from);
          return Optional.of(new Merged(moved.size(), remove(from, erasure)));
        });
  }

  private static List<Change> choices(ExplicitPreferences chosen, String to) {
    List<Change> choices = new ArrayList<>();
    chosen.followed().forEach(it -> choices.add(new Change.Preferred(to, it, Stance.FOLLOWED)));
    chosen.blocked().forEach(it -> choices.add(new Change.Preferred(to, it, Stance.BLOCKED)));
    return choices;
  }

  private List<Interaction> moved(List<Interaction> events, String to) {
    Map<String, Integer> alike = new HashMap<>();
    List<Interaction> moved = new ArrayList<>();
    for (Interaction event : events) {
      String what =
          String.join(
              "\n",
              event.user(),
              event.artwork(),
              event.kind().code(),
              Integer.toString(Float.floatToIntBits((float) event.value())),
              event.time().map(time -> Long.toString(time.toEpochMilli())).orElse(""),
              event.comment().orElse(""));
      String id =
          event
              .eventId()
              .orElseGet(
                  () ->
                      "merged-" + live.pseudonym(what + "\n" + alike.merge(what, 1, Integer::sum)));
      moved.add(
          new Interaction(
              to,
              event.artwork(),
              event.kind(),
              event.value(),
              event.time(),
              event.comment(),
              Optional.of(id)));
    }
    return moved;
  }
}
