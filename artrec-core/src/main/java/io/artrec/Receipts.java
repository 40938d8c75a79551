package io.artrec;

import io.artrec.ErasedPlace.Kind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The receipts that are not settled, filled in as what was learned and model files follow. Erasures
 * are counted in the order they took effect ({@link ModelFiles#erasures}). Thread-safe; waits for
 * nothing.
 */
final class Receipts {
  private final Clock clock;
  private final List<ForgetReport> open = new ArrayList<>();
  private long trained;
  private long followed;

  Receipts(Clock clock) {
    this.clock = clock;
  }

  /**
   * Opens the receipt of an erasure that has left memory.
   *
   * @param number how many erasures there have been
   * @param removed what left the state
   * @param withheld whether what was learned holds something that must go
   * @param files model files that may
   */
  synchronized ForgetReport open(
      long number, Erasing.Removed removed, boolean withheld, List<Path> files) {
    Instant now = clock.instant();
    List<ErasedPlace> places = new ArrayList<>();
    places.add(ErasedPlace.clean(Kind.MEMORY, "", removed.live(), now));
    places.add(
        withheld && trained < number
            ? ErasedPlace.pending(Kind.TRAINING, "", removed.trained())
            : ErasedPlace.clean(Kind.TRAINING, "", removed.trained(), now));
    for (Path file : files) {
      places.add(
          followed < number
              ? ErasedPlace.pending(Kind.MODEL_FILE, file.toString(), 0)
              : ErasedPlace.clean(Kind.MODEL_FILE, file.toString(), 0, now));
    }
    ForgetReport report = new ForgetReport(now, number, places);
    if (!report.isSettled()) {
      open.add(report);
    }
    return report;
  }

  /** The first erasures, up to a number, are out of what was learned. */
  synchronized void trained(long upTo) {
    trained = Math.max(trained, upTo);
    fill(upTo, report -> report.trained(clock.instant()));
  }

  /** The first erasures, up to a number, are out of all model files. */
  synchronized void followed(long upTo, List<Path> rewritten) {
    followed = Math.max(followed, upTo);
    fill(upTo, report -> report.followed(rewritten, clock.instant()));
  }

  /** A model file could not be written again. */
  synchronized void failed(Path file, RuntimeException why) {
    open.forEach(report -> report.failed(file, String.valueOf(why.getMessage()), clock.instant()));
  }

  private void fill(long upTo, Consumer<ForgetReport> news) {
    open.stream().filter(report -> report.number() <= upTo).forEach(news);
    open.removeIf(ForgetReport::isSettled);
  }

  /** Since when the longest is pending. */
  synchronized Optional<Instant> pendingSince() {
    return open.stream().map(ForgetReport::started).min(Comparator.naturalOrder());
  }
}
