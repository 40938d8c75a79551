package io.artrec;

import io.artrec.behavior.Interaction;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns when a policy says that it is due. Holds no lock while it learns or asks others.
 * Thread-safe.
 */
final class Upkeep implements RecommenderListener {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final long NEVER = Long.MAX_VALUE;

  private final RefreshPolicy policy;
  private final LiveState live;
  private final Learning learning;
  private final Clock clock;
  private final Executor background;
  private final Runnable saving;
  private final LongSupplier freeHeap;
  private final Optional<Foresight> foresight;
  private final Cancellation cancellation = new Cancellation();
  private final AtomicBoolean busy = new AtomicBoolean();

  private final boolean isNone;

  /** After how many milliseconds; {@link #NEVER} for never. */
  private final long refreshAfter;

  private final long retrainAfter;

  private volatile LearningStatus.Trouble trouble = LearningStatus.Trouble.none();

  /**
   * Whether model files and log are yet to follow what was learned, and how often they could not.
   */
  private volatile boolean unsaved;

  private volatile int notSaved;

  /** When it was last gone back, and how many events that left unlearned: from there it counts. */
  private volatile long returnedMillis;

  private volatile long returnedCount;

  /**
   * Creates one.
   *
   * @param saving writes model files again and compacts the log
   * @param freeHeap tells how many bytes of heap are free
   */
  Upkeep(
      RefreshPolicy policy,
      LiveState live,
      Learning learning,
      Surroundings around,
      Runnable saving,
      LongSupplier freeHeap) {
    this.policy = policy;
    this.live = live;
    this.learning = learning;
    this.saving = saving;
    this.freeHeap = freeHeap;
    clock = around.clock();
    background = around.background();
    isNone = policy.isNone();
    refreshAfter = policy.every().map(Duration::toMillis).orElse(NEVER);
    retrainAfter = policy.retrainEvery().map(Duration::toMillis).orElse(NEVER);
    foresight =
        policy.drift().isPresent()
            ? Optional.of(new Foresight(clock, policy.drift().getAsDouble()))
            : Optional.empty();
  }

  /** Records events, and learns what they say of the model before they are recorded. */
  int recordingAll(List<Interaction> events, IntSupplier record) {
    List<Double> standings = foresight.map(it -> measured(it, events)).orElse(List.of());
    int recorded = record.getAsInt();
    if (recorded > 0) {
      standings.forEach(standing -> foresight.orElseThrow().take(standing));
      look();
    }
    return recorded;
  }

  private List<Double> measured(Foresight by, List<Interaction> events) {
    try {
      List<Double> standings = new ArrayList<>();
      events.forEach(event -> by.measure(live.now(), event).ifPresent(standings::add));
      return standings;
    } catch (RuntimeException e) {
      LOG.warn("how well an event was foreseen cannot be measured; it is recorded all the same", e);
      return List.of();
    }
  }

  /**
   * Has the background learn what is due, now that something was recorded or time has passed. Never
   * throws: who recorded or asked has nothing to do with it.
   */
  void look() {
    if (!isNone
        && !busy.get()
        && !cancellation.isCancelled()
        && isAnythingDue()
        && busy.compareAndSet(false, true)) {
      try {
        background.execute(this::learnWhatIsDue);
      } catch (RuntimeException | Error e) {
        busy.set(false);
        putOff("the executor for the background takes no task: " + e);
        LOG.warn("the executor for the background takes no task; nothing is learned", e);
      }
    }
  }

  private boolean isAnythingDue() {
    long millis = clock.millis();
    return (unsaved && mayTry(millis)) || due(live.now(), millis).isPresent();
  }

  private boolean mayTry(long millis) {
    Optional<Instant> next = trouble.nextTry();
    return next.isEmpty() || millis >= next.get().toEpochMilli();
  }

  /** How to learn now, by the policy. */
  private Optional<How> due(State now, long millis) {
    long events = now.recordedCount() - returnedCount;
    if (events <= 0 || !mayTry(millis)) {
      return Optional.empty();
    }
    long learned = Math.max(now.engine().context().nowMillis(), returnedMillis);
    long trained = Math.max(now.engine().retrainedMillis(), returnedMillis);
    if (millis - trained >= retrainAfter || foresight.filter(Foresight::hasFallen).isPresent()) {
      return Optional.of(How.RETRAINED);
    }
    boolean refreshing =
        millis - learned >= refreshAfter
            || events >= policy.eventsAfter(now.engine().dataset().size());
    return refreshing ? Optional.of(How.REFRESHED) : Optional.empty();
  }

  private void learnWhatIsDue() {
    try {
      if (unsaved) {
        save();
      }
      Optional<How> how = due(live.now(), clock.millis());
      if (how.isPresent() && hasRoom()) {
        learn(how.get());
      }
    } finally {
      busy.set(false);
    }
  }

  private boolean hasRoom() {
    long free = policy.freeHeap() == 0 ? 0 : freeHeap.getAsLong();
    if (free >= policy.freeHeap()) {
      return true;
    }
    putOff(
        String.format(
            Locale.ROOT,
            "%,d bytes of heap are free, and the policy wants %,d",
            free,
            policy.freeHeap()));
    return false;
  }

  private void putOff(String why) {
    trouble =
        new LearningStatus.Trouble(
            trouble.failures(),
            trouble.failure(),
            Optional.of(why),
            Optional.of(clock.instant().plus(policy.retryAfter())));
  }

  private void learn(How how) {
    try {
      learning.learn(
          how,
          (engine, dataset, now) ->
              how == How.RETRAINED
                  ? engine.retrained(dataset, now, this::within)
                  : engine.refreshed(dataset, now, this::within));
    } catch (CancelledException e) {
      LOG.debug("learning was cancelled", e);
      return;
    } catch (RuntimeException | Error e) {
      failed(trouble.failures() + 1, e.toString());
      LOG.warn("learning by the policy failed; what answered before goes on", e);
      if (e instanceof Error error) {
        throw error;
      }
      return;
    }
    save();
  }

  /** Saves where the policy does; what cannot be saved is tried again, whatever is due. */
  void save() {
    if (!policy.saves() || cancellation.isCancelled()) {
      return;
    }
    try {
      saving.run();
      unsaved = false;
      notSaved = 0;
      trouble = LearningStatus.Trouble.none();
    } catch (RuntimeException e) {
      unsaved = true;
      int failures = notSaved + 1;
      notSaved = failures;
      failed(failures, "saving failed: " + e);
      LOG.warn("model files or the log cannot follow what was learned; it is tried again", e);
    }
  }

  private TrainingContext within(TrainingContext context) {
    Workers workers = context.workers().cancellation(cancellation);
    return context.workers(
        policy.threads().isPresent() ? workers.atMost(policy.threads().getAsInt()) : workers);
  }

  private void failed(int failures, String why) {
    Duration wait = policy.retryAfter();
    for (int i = 1; i < failures && wait.compareTo(LONGEST_WAIT) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    Duration longest =
        policy.retryAfter().compareTo(LONGEST_WAIT) > 0 ? policy.retryAfter() : LONGEST_WAIT;
    trouble =
        new LearningStatus.Trouble(
            failures,
            Optional.of(why),
            Optional.empty(),
            Optional.of(clock.instant().plus(wait.compareTo(longest) > 0 ? longest : wait)));
  }

  /** Whoever learned, and why: what follows counts from here. */
  @Override
  public void learned(Learned engine) {
    long millis = clock.millis();
    switch (engine.how()) {
      case RETRAINED -> {
        begin();
        foresight.ifPresent(Foresight::restart);
      }
      case REFRESHED -> begin();
      case RETURNED -> {
        begin();
        foresight.ifPresent(Foresight::restart);
        returnedMillis = millis;
        returnedCount = live.now().recordedCount();
      }
      case ERASED -> {}
    }
  }

  @Override
  public void forgotten(String user) {
    countAgain();
  }

  @Override
  public void expired(Instant before) {
    countAgain();
  }

  @Override
  public void historyChanged(String user) {
    countAgain();
  }

  /** Some of the events that were unlearned when it was gone back may be erased. */
  private void countAgain() {
    returnedCount = Math.min(returnedCount, live.now().recordedCount());
  }

  private void begin() {
    trouble = LearningStatus.Trouble.none();
    returnedCount = 0;
  }

  LearningStatus status() {
    return new LearningStatus(live.now(), trouble, foresight.map(Foresight::accuracy), busy.get());
  }

  void close() {
    cancellation.cancel();
  }
}
