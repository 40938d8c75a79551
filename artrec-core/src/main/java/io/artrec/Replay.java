package io.artrec;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.CatalogChange;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import io.artrec.log.LogException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a log's changes back into memory, and keeps back what it says is erased. */
final class Replay {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  private final ChangeLog log;
  private final Marks marks;

  Replay(ChangeLog log) {
    this.log = log;
    marks = Marks.of(log);
  }

  /** Replays all into what was trained on what {@link #left} gave. */
  void into(Recommender recommender) {
    into(recommender, 0);
  }

  /**
   * Replays what a model file does not hold, and keeps back what was erased since: of a file that
   * holds changes of this log, by their order; of another, by time, and visitors of its training
   * data as a whole.
   */
  void into(Recommender recommender, ModelContent.Loaded loaded) {
    boolean same = log.id().equals(loaded.logId());
    if (same && loaded.logNumber() > log.lastNumber()) {
      throw new LogException(
          String.format(
              Locale.ROOT,
              "the log ends with change %d, and the model was saved when it had %d: it is an older copy, or has lost its end; restore all of it, or load the model with a new log",
              log.lastNumber(),
              loaded.logNumber()),
          null);
    }
    long number = same ? loaded.logNumber() : 0;
    Set<String> hidden = new HashSet<>();
    Dataset dataset = recommender.dataset();
    for (int user = 0; user < dataset.userCount(); user++) {
      String id = dataset.userId(user);
      if (same
          ? marks.forgottenAfter(number, id)
          : marks.forgottenAt(id, dataset.epochMillis(dataset.begin(user)))) {
        hidden.add(id);
      }
    }
    long before = marks.expiredBefore(number);
    recommender.withhold(withheld -> withheld.withUsers(hidden).withBefore(before));
    Stream.of(
            loaded.content().undone().keySet(),
            loaded.content().chosen().keySet(),
            loaded.content().interests().keySet(),
            loaded.content().draws().keySet())
        .flatMap(Set::stream)
        .filter(
            user ->
                same
                    ? marks.forgottenAfter(number, user)
                    : marks.forgottenAt(user, Interactions.NO_TIME))
        .forEach(hidden::add);
    recommender.live().forgetTraces(hidden);
    boolean someExpired =
        recommender
            .live()
            .now()
            .interests()
            .removeIf(interest -> Change.Learned.isOlder(interest, before));
    someExpired |= recommender.live().now().draws().removeBefore(before);
    List<Interaction> kept =
        loaded.since().stream()
            .filter(event -> !(same ? marks.erase(number, event) : marks.eraseByTime(event)))
            .toList();
    kept.forEach(recommender::replay);
    boolean someUndone = into(recommender, number);
    if (someUndone || someExpired || !hidden.isEmpty() || kept.size() < loaded.since().size()) {
      recommender.outdateFiles();
    }
  }

  /**
   * Events come first, whatever their works, so that their order stays; then the catalogue as all
   * changes left it. Events with artworks that are gone stay in the log and are counted.
   *
   * @return whether some events were taken back
   */
  private boolean into(Recommender recommender, long number) {
    List<CatalogChange> changes = new ArrayList<>();
    Map<String, Set<String>> undone = new HashMap<>();
    marks.outs().forEach((pseudonym, isOut) -> recommender.live().optOuts().put(pseudonym, isOut));
    log.replay(
        number,
        entry -> {
          if (entry.change() instanceof Change.Recorded recorded
              && !marks.erase(entry.number(), recorded.event())) {
            recommender.replay(recorded.event());
          } else if (entry.change() instanceof Change.Cataloged cataloged) {
            changes.add(cataloged.change());
          } else if (entry.change() instanceof Change.Undone back
              && !marks.forgottenAfter(entry.number(), back.visitor())) {
            recommender.live().replay(back);
            undone.computeIfAbsent(back.visitor(), user -> new HashSet<>()).add(back.eventId());
          } else if (entry.change() instanceof Change.Preferred choice
              && !marks.forgottenAfter(entry.number(), choice.visitor())) {
            recommender.live().replay(choice);
          } else if (entry.change() instanceof Change.Learned learned
              && !marks.forgottenAfter(entry.number(), learned.visitor())
              && !learned.isOlderThan(marks.expiredBefore(entry.number()))) {
            recommender.live().replay(learned);
          } else if (entry.change() instanceof Change.Answered drawn
              && !marks.forgottenAfter(entry.number(), drawn.visitor())
              && !drawn.isOlderThan(marks.expiredBefore(entry.number()))) {
            recommender.live().replay(drawn);
          } else if (entry.change() instanceof Change.Position position) {
            recommender.live().replay(position);
          }
        });
    recommender.withhold(withheld -> withheld.withEvents(undone));
    int unknown = recommender.replay(changes);
    if (unknown > 0) {
      LOG.warn("{} events of the log are with artworks that the catalogue does not hold", unknown);
    }
    return !undone.isEmpty();
  }

  /**
   * Leaves out what visitors did before they were forgotten, undated events included, or took back,
   * and what was kept long enough, so that training data from elsewhere does not bring it back.
   */
  Interactions left(Interactions events) {
    if (events.size() == 0) {
      return events;
    }
    Map<String, Set<String>> undone = new HashMap<>();
    log.replay(
        0,
        entry -> {
          if (entry.change() instanceof Change.Undone back) {
            undone.computeIfAbsent(back.visitor(), user -> new HashSet<>()).add(back.eventId());
          }
        });
    IntPredicate back = Withheld.nothing().withEvents(undone).rows(events);
    Interactions kept = events.filter(marks.rows(events).or(back).negate());
    if (kept.size() < events.size()) {
      LOG.info("{} events that the log says are erased are left out", events.size() - kept.size());
      return kept;
    }
    return events;
  }
}
