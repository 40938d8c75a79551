package io.artrec.examples.gallery.collection;

import io.artrec.PersonalDataHolder;
import io.artrec.behavior.Interaction;
import io.artrec.eval.online.ExperimentMonitor;
import io.artrec.eval.online.ExperimentReport;
import io.artrec.experiment.OnlineExperiment;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * The running experiment: whether visitors like something within half an hour of their first wall.
 * It reads what they did from the log, so it goes on where it was after a restart, and whoever was
 * forgotten is in it no more. A like that is taken back has been one. Thread-safe.
 */
public final class Trial implements PersonalDataHolder {
  /** How long after their first wall visitors have for a like that counts. */
  public static final Duration HORIZON = Duration.ofMinutes(30);

  private static final double MARGIN = 0.05;
  private static final int PLANNED = 400;
  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

  private final ChangeLog log;
  private final ExperimentMonitor monitor;
  private long readTo;
  private Optional<Instant> nextLook = Optional.empty();
  private Instant lastLook = Instant.MIN;

  /**
   * Begins with what a log holds.
   *
   * @param log the recommender's
   * @param experiment which visitor belongs where
   */
  public Trial(ChangeLog log, OnlineExperiment experiment) {
    this.log = log;
    monitor =
        ExperimentMonitor.of(experiment)
            .horizon(HORIZON)
            .margin(MARGIN)
            .plannedUsers(PLANNED)
            .bounded()
            .start();
  }

  /**
   * Looks how it stands. It was also looked at once in each hour that had events before.
   *
   * @param now the time
   * @return the report
   */
  public synchronized ExperimentReport look(Instant now) {
    read();
    lastLook = now;
    return monitor.look(now);
  }

  private void read() {
    log.replay(
        Math.max(readTo, log.compactedTo()),
        entry -> {
          readTo = entry.number();
          if (entry.change() instanceof Change.Recorded recorded) {
            add(recorded.event());
          }
        });
  }

  private void add(Interaction event) {
    if (event.time().isEmpty()) {
      return;
    }
    Instant time = event.time().get();
    if (nextLook.filter(time::isAfter).isPresent()) {
      if (nextLook.get().isAfter(lastLook)) {
        lastLook = nextLook.get();
        monitor.look(lastLook);
      }
      nextLook = Optional.empty();
    }
    if (nextLook.isEmpty()) {
      nextLook = Optional.of(time.truncatedTo(ChronoUnit.HOURS).plus(BETWEEN_LOOKS));
    }
    monitor.add(event);
  }

  @Override
  public String name() {
    return "the gallery's experiment";
  }

  /** What it counts is the log's, which tells of it itself. */
  @Override
  public Map<String, Object> export(String visitor) {
    return Map.of();
  }

  /** Forgets a visitor, also what the log may still hold of them. */
  @Override
  public synchronized int forget(String visitor) {
    read();
    return monitor.forget(visitor) ? 1 : 0;
  }
}
