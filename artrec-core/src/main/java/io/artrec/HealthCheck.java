package io.artrec;

import io.artrec.Health.Kind;
import io.artrec.Health.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks whether something is wrong. Thread-safe. */
final class HealthCheck {
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final int UNLUCKY = 5;

  private final LiveState live;
  private final Receipts receipts;
  private final Holders holders;
  private final Vitals vitals;
  private final Clock clock;

  HealthCheck(LiveState live, Receipts receipts, Holders holders, Vitals vitals, Clock clock) {
    this.live = live;
    this.receipts = receipts;
    this.holders = holders;
    this.vitals = vitals;
    this.clock = clock;
  }

  /** Since when something that must be forgotten is held somewhere. */
  Optional<Instant> pendingSince() {
    return Stream.of(receipts.pendingSince(), holders.owedSince())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  Health health(boolean closed) {
    List<Problem> problems = new ArrayList<>();
    if (closed) {
      problems.add(new Problem(Kind.CLOSED, "The recommender is closed: nothing is recorded."));
    }
    vitals
        .log()
        .ifPresent(
            failure ->
                problems.add(
                    new Problem(
                        Kind.LOG, "The log takes no events since " + words(failure) + ".")));
    forgetting(problems);
    vitals
        .learning()
        .ifPresent(
            failure ->
                problems.add(
                    new Problem(
                        Kind.LEARNING,
                        "Learning failed at "
                            + words(failure)
                            + "; what was learned before answers.")));
    live.now()
        .engine()
        .settings()
        .matrices()
        .failing()
        .ifPresent(
            backend ->
                problems.add(
                    new Problem(
                        Kind.SCORING,
                        "Scoring backend " + backend + " fails; the host computes instead.")));
    if (vitals.notReordered() >= UNLUCKY) {
      problems.add(
          new Problem(
              Kind.RERANKING,
              "The last " + vitals.notReordered() + " answers lack their re-ranking."));
    }
    return new Health(problems);
  }

  private void forgetting(List<Problem> problems) {
    vitals
        .forgetting()
        .ifPresent(
            failure ->
                problems.add(
                    new Problem(
                        Kind.FORGETTING,
                        "Forgetting failed at "
                            + words(failure)
                            + "; call awaitForgotten to try again.")));
    holders
        .owedSince()
        .ifPresent(
            since ->
                problems.add(
                    new Problem(
                        Kind.FORGETTING,
                        "A holder of personal data has owed an erasure since "
                            + since
                            + "; call awaitForgotten to try again.")));
    receipts
        .pendingSince()
        .filter(since -> Duration.between(since, clock.instant()).compareTo(PATIENCE) > 0)
        .ifPresent(
            since ->
                problems.add(
                    new Problem(
                        Kind.FORGETTING,
                        "Forgetting has been pending since "
                            + since
                            + "; see whether the background executor runs, or call"
                            + " awaitForgotten.")));
  }

  private static String words(Vitals.Failure failure) {
    return failure.time() + " (" + failure.what() + ")";
  }
}
