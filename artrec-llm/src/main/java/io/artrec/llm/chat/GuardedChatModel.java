package io.artrec.llm.chat;

import io.artrec.task.CancelledException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Another model, asked again when it fails for a while, and never too often. Refined by chained
 * copies, each of which counts for itself; thread-safe. Unless said otherwise: three attempts,
 * eight calls at once, a rest of 30 s after five failures in a row, no limit of rate or tokens.
 *
 * <p>All attempts of a call share its deadline. A call is tried again after a {@linkplain
 * ChatException#isTransient passing} failure, unless a piece of its reply went out, after the time
 * that the server wants ({@link ChatException#retryAfter}), else after 0.5 s, doubled each time. A
 * wait that the deadline does not allow is not begun.
 */
public final class GuardedChatModel extends ChatModel {
  /** Waits between attempts; tests give one that does not. */
  @FunctionalInterface
  public interface Sleeper {
    /**
     * Waits.
     *
     * @param time how long, zero or more
     * @throws InterruptedException when interrupted
     */
    void sleep(Duration time) throws InterruptedException;
  }

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final int MOST_ATTEMPTS = 10;
  private static final Sleeper REAL = time -> TimeUnit.NANOSECONDS.sleep(time.toNanos());

  private final ChatModel model;
  private final Settings settings;
  private final Semaphore places;
  private final CircuitBreaker breaker;
  private final Optional<RequestBucket> bucket;
  private final UsageLedger ledger;

  private GuardedChatModel(ChatModel model, Settings settings) {
    this.model = model;
    this.settings = settings;
    places = new Semaphore(settings.atOnce, true);
    breaker = new CircuitBreaker(settings.failures, settings.rest, settings.clock);
    bucket = settings.perMinute.map(most -> new RequestBucket(most, settings.clock));
    ledger = new UsageLedger(settings.clock);
  }

  /** What is set; not changed once a model has it. */
  private static final class Settings {
    private int attempts = 3;
    private int atOnce = 8;
    private int failures = 5;
    private Duration rest = Duration.ofSeconds(30);
    private Optional<Integer> perMinute = Optional.empty();
    private long dailyTokens = Long.MAX_VALUE;
    private Clock clock = Clock.systemUTC();
    private Sleeper sleeper = REAL;

    private Settings() {}

    private Settings(Settings other) {
      attempts = other.attempts;
      atOnce = other.atOnce;
      failures = other.failures;
      rest = other.rest;
      perMinute = other.perMinute;
      dailyTokens = other.dailyTokens;
      clock = other.clock;
      sleeper = other.sleeper;
    }
  }

  private GuardedChatModel with(Consumer<Settings> change) {
    Settings copy = new Settings(settings);
    change.accept(copy);
    return new GuardedChatModel(model, copy);
  }

  /**
   * Returns a model under the usual guard.
   *
   * @param model the model
   * @return the guarded model
   */
  public static GuardedChatModel around(ChatModel model) {
    return new GuardedChatModel(Objects.requireNonNull(model, "model"), new Settings());
  }

  /**
   * {@return this model with another number of attempts}
   *
   * @param most attempts of a call, 1 to 10
   */
  public GuardedChatModel attempts(int most) {
    if (most > MOST_ATTEMPTS) {
      throw new IllegalArgumentException("attempts is " + most + ", expected 1 to 10");
    }
    long checked = positive("attempts", most);
    return with(copy -> copy.attempts = (int) checked);
  }

  /**
   * {@return this model with another number of calls at once} More wait for a place, earliest
   * first, until their deadline.
   *
   * @param most calls, 1 or more
   */
  public GuardedChatModel atOnce(int most) {
    long checked = positive("atOnce", most);
    return with(copy -> copy.atOnce = (int) checked);
  }

  /**
   * {@return this model with another rest} During it nothing is asked; after it one attempt is, and
   * the rest begins again when that fails. Failures are those that say something of the server: it
   * is unavailable, or does not answer until the deadline.
   *
   * @param inARow failures in a row after which the model rests, 1 or more
   * @param time how long, more than zero
   */
  public GuardedChatModel restAfter(int inARow, Duration time) {
    long checked = positive("failures in a row", inARow);
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("the rest is " + time + ", expected more than zero");
    }
    return with(
        copy -> {
          copy.failures = (int) checked;
          copy.rest = time;
        });
  }

  /**
   * {@return this model with a rate} Attempts beyond it wait; those that would wait past their
   * deadline are refused at once.
   *
   * @param most attempts a minute, 1 or more; as many may come at once after a quiet minute
   */
  public GuardedChatModel perMinute(int most) {
    long checked = positive("perMinute", most);
    return with(copy -> copy.perMinute = Optional.of((int) checked));
  }

  /**
   * {@return this model with a budget} Once a day's replies (UTC) have used it up, nothing is asked
   * until the next; the calls that are under way then may go over it. A server that does not count
   * is taken to use a token for every three chars.
   *
   * @param most tokens a day, read and written, 1 or more
   */
  public GuardedChatModel dailyTokens(long most) {
    long checked = positive("dailyTokens", most);
    return with(copy -> copy.dailyTokens = checked);
  }

  /**
   * {@return this model with a clock and a way to wait, for tests that do not}
   *
   * @param own the clock by which rests, rates, days and latencies are kept
   * @param waits waits between attempts
   */
  public GuardedChatModel timedBy(Clock own, Sleeper waits) {
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(waits, "waits");
    return with(
        copy -> {
          copy.clock = own;
          copy.sleeper = waits;
        });
  }

  private static long positive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 1 or more");
    }
    return value;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Set<ChatCapability> capabilities() {
    return model.capabilities();
  }

  /**
   * Returns what this copy was asked so far.
   *
   * @return attempts, tokens and failures
   */
  public UsageReport usage() {
    return ledger.all();
  }

  /**
   * Returns the same by the names of prompts.
   *
   * @return reports by name; requests without a prompt are under the empty name
   */
  public Map<String, UsageReport> usageByPrompt() {
    return ledger.byPrompt();
  }

  @Override
  protected ChatReply answer(ChatCall call) throws InterruptedException {
    ledger.check(name(), settings.dailyTokens);
    if (!places.tryAcquire(call.left().toNanos(), TimeUnit.NANOSECONDS)) {
      throw new ChatTimeoutException(
          name() + " was not asked, since " + settings.atOnce + " calls held it to the deadline");
    }
    try {
      int attempt = 1;
      while (true) {
        awaitRate(call);
        breaker.enter(name());
        try {
          return attempt(call);
        } catch (ChatException e) {
          Duration pause = e.retryAfter().orElse(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
          boolean late = pause.compareTo(call.left()) >= 0;
          if (!e.isTransient() || call.hasSpoken() || attempt >= settings.attempts || late) {
            throw e;
          }
          settings.sleeper.sleep(pause);
          attempt++;
        }
      }
    } finally {
      places.release();
    }
  }

  @Override
  void note(ChatRequest request, Note note) {
    ledger.noted(request, note);
    model.note(request, note);
  }

  private ChatReply attempt(ChatCall call) throws InterruptedException {
    Instant start = settings.clock.instant();
    boolean told = false;
    try {
      ChatReply reply = model.answer(call);
      breaker.succeeded();
      told = true;
      ledger.replied(call.request(), reply, Duration.between(start, settings.clock.instant()));
      return reply;
    } catch (ChatException e) {
      told = true;
      if (e instanceof ModelUnavailableException || e instanceof ChatTimeoutException) {
        breaker.failed();
      } else {
        breaker.succeeded();
      }
      ledger.failed(call.request(), e.getClass().getSimpleName());
      throw e;
    } catch (InterruptedException | CancelledException e) {
      if (call.left().isZero()) {
        told = true;
        breaker.failed();
        ledger.failed(call.request(), ChatTimeoutException.class.getSimpleName());
      }
      throw e;
    } finally {
      if (!told) {
        breaker.abandoned();
      }
    }
  }

  private void awaitRate(ChatCall call) throws InterruptedException {
    if (bucket.isEmpty()) {
      return;
    }
    Optional<Duration> wait = bucket.get().take(call.left());
    if (wait.isEmpty()) {
      throw new RateLimitedException(
          name()
              + " was not asked, since its "
              + settings.perMinute.orElseThrow()
              + " attempts a minute are used up past the deadline; raise perMinute or ask less",
          Optional.of(call.left()));
    }
    settings.sleeper.sleep(wait.get());
  }
}
