package io.artrec;

import io.artrec.behavior.ExplicitPreferences;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.InterestProfile;
import io.artrec.live.internal.LiveDraws;
import io.artrec.live.internal.LiveEvents;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Collects what is held about somebody, everywhere. Thread-safe. */
final class Exporting {
  /**
   * What memory holds, taken in one step.
   *
   * @param trained events of the training data
   * @param since events recorded since
   * @param shown what they were shown
   * @param chosen what they follow and block
   * @param interests what they are interested in
   * @param draws answers that were drawn for them, with what came of each
   * @param takenBack ids of events that they took back
   * @param optedOut whether nothing of them is kept
   * @param remembered whether what strategies made of their history is kept for their next question
   */
  record Held(
      List<Interaction> trained,
      List<Interaction> since,
      List<Interaction> shown,
      ExplicitPreferences chosen,
      InterestProfile interests,
      List<LiveDraws.Held> draws,
      Set<String> takenBack,
      boolean optedOut,
      boolean remembered) {}

  /**
   * What lies elsewhere.
   *
   * @param logged changes in the log
   * @param files model files
   * @param others what holders hold, by their names
   * @param failures why holders could not say, by their names
   */
  record Elsewhere(
      List<Change> logged,
      List<Path> files,
      Map<String, Map<String, Object>> others,
      Map<String, String> failures) {}

  private static final Comparator<Interaction> BY_TIME =
      Comparator.comparing(event -> event.time().orElse(Instant.MIN));

  private final LiveState live;
  private final ModelFiles files;
  private final Holders holders;
  private final Clock clock;

  Exporting(LiveState live, ModelFiles files, Holders holders, Clock clock) {
    this.live = live;
    this.files = files;
    this.holders = holders;
    this.clock = clock;
  }

  PersonalData export(String user) {
    Instant now = clock.instant();
    Held held = held(user, now.toEpochMilli());
    List<Change> logged = live.log().map(log -> logged(log, user)).orElse(List.of());
    Map<String, String> failures = new LinkedHashMap<>();
    Map<String, Map<String, Object>> others = holders.export(user, failures);
    return new PersonalData(
        new PersonalData.About(user, now, live.log().isPresent()),
        held,
        new Elsewhere(logged, files.existing(), others, failures));
  }

  private Held held(String user, long millis) {
    State[] at = new State[1];
    Held recent =
        live.alone(
            () -> {
              State now = live.now();
              at[0] = now;
              List<Interaction> since = new ArrayList<>();
              for (LiveEvents events : now.recorded()) {
                since.addAll(events.events(user));
              }
              return new Held(
                  List.of(),
                  since,
                  now.unlearned().shown().events(user),
                  now.chosen().of(user),
                  now.interests(user, millis),
                  now.draws().of(user),
                  new TreeSet<>(live.undone().getOrDefault(user, Set.of())),
                  live.optOuts().contains(user),
                  now.engine().remembers(user));
            });
    List<Interaction> trained = trained(at[0], user);
    trained.sort(BY_TIME);
    return new Held(
        List.copyOf(trained),
        recent.since().stream().sorted(BY_TIME).toList(),
        recent.shown().stream().sorted(BY_TIME).toList(),
        recent.chosen(),
        recent.interests(),
        recent.draws(),
        recent.takenBack(),
        recent.optedOut(),
        recent.remembered());
  }

  /** All that training data hold, events with works that the catalogue lacks included. */
  private static List<Interaction> trained(State state, String user) {
    Interactions events = state.engine().dataset().interactions();
    IntPredicate gone = state.engine().withheld().rows(events);
    List<Interaction> trained = new ArrayList<>();
    IntStream.range(0, events.size())
        .filter(row -> events.userId(events.user(row)).equals(user))
        .filter(gone.negate())
        .forEach(row -> trained.add(events.get(row)));
    return trained;
  }

  private static List<Change> logged(ChangeLog log, String user) {
    List<Change> changes = new ArrayList<>();
    log.replay(
        log.compactedTo(),
        entry -> {
          if (entry.change().user().filter(user::equals).isPresent()) {
            changes.add(entry.change());
          }
        });
    return changes;
  }
}
