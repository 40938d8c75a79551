package io.artrec.watch;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.RecommenderListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Watches a recommender: counts what it answers and records over a sliding window, and says in a
 * {@link #report} a person can read how quick it is, how much of the catalogue it shows, whether
 * everybody gets the same, and what is wrong.
 *
 * <p>Counting costs an answer less than a microsecond on its own thread, without locks. Memory is
 * bounded: counters, percentiles to a sixteenth, and a uniform sample of {@value #SAMPLE} answers
 * in each twelfth of the window, of which the first hundred works are kept, with a hash of the
 * visitor that goes when they are forgotten. What is shown, shared and scored is told by the
 * sample, which is everything up to that many answers; all else is counted. Thread-safe.
 */
public final class RecommenderWatch implements AutoCloseable {
  /** So many answers of each twelfth of the window are in the sample. */
  public static final int SAMPLE = Slice.SAMPLE;

  private static final int SLICES = 12;
  private static final Duration SHORTEST = Duration.ofSeconds(12);

  private final Recommender recommender;
  private final Clock clock;
  private final Duration window;
  private final long salt;
  private final Instant started;
  private final AtomicReferenceArray<Slice> slices = new AtomicReferenceArray<>(SLICES + 1);
  private final LongAdder sinceLearning = new LongAdder();
  private final Ears ears = new Ears();
  private volatile ReferenceScores reference = new ReferenceScores(0);

  private RecommenderWatch(Recommender recommender, Builder builder) {
    this.recommender = recommender;
    clock = builder.clock;
    window = builder.window;
    salt = builder.seed;
    started = clock.instant();
    recommender.addListener(ears);
  }

  /**
   * Watches a recommender over windows of an hour.
   *
   * @param recommender the recommender
   * @return a watch that has begun
   */
  public static RecommenderWatch of(Recommender recommender) {
    return builder().watch(recommender);
  }

  /**
   * Starts a watch.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects how to watch; every setter validates at once. Not thread-safe. */
  public static final class Builder {
    private Duration window = Duration.ofHours(1);
    private Clock clock = Clock.systemUTC();
    private long seed = 42;

    private Builder() {}

    /**
     * Sets how far reports look back, to a twelfth; an hour unless set.
     *
     * @param time 12 seconds or more
     * @return this builder
     */
    public Builder window(Duration time) {
      if (time.compareTo(SHORTEST) < 0) {
        throw new IllegalArgumentException(
            "window is " + time + ", expected " + SHORTEST + " or more");
      }
      window = time;
      return this;
    }

    /**
     * Sets the clock by which the window slides; the system's in UTC unless set.
     *
     * @param source the clock
     * @return this builder
     */
    public Builder clock(Clock source) {
      clock = Objects.requireNonNull(source, "source");
      return this;
    }

    /**
     * Sets what decides which answers are in the sample, and salts hashes of visitors; 42 unless
     * set.
     *
     * @param number any number
     * @return this builder
     */
    public Builder seed(long number) {
      seed = number;
      return this;
    }

    /**
     * Begins to watch.
     *
     * @param recommender the recommender
     * @return the watch
     */
    public RecommenderWatch watch(Recommender recommender) {
      return new RecommenderWatch(Objects.requireNonNull(recommender, "recommender"), this);
    }
  }

  private final class Ears implements RecommenderListener {
    @Override
    public void answered(Recommendations answer) {
      note(answer);
    }

    @Override
    public void recorded(int kept, int ignored) {
      Slice now = slice();
      now.add(Counted.RECORDED, kept);
      now.add(Counted.IGNORED, ignored);
      sinceLearning.add(kept);
    }

    @Override
    public void refused(RuntimeException why) {
      slice().add(Counted.REFUSED, 1);
    }

    @Override
    public void learned(Learned engine) {
      reference = new ReferenceScores(reference.lesson() + 1);
      if (engine.how() == How.RETRAINED || engine.how() == How.REFRESHED) {
        sinceLearning.reset();
      }
    }

    @Override
    public void learningEnded(Effort effort) {
      slice().add(Counted.FAILED_LESSONS, effort.failure().isPresent() ? 1 : 0);
    }

    @Override
    public void forgotten(String user) {
      long visitor = hash(user);
      for (int i = 0; i < slices.length(); i++) {
        Slice slice = slices.get(i);
        if (slice != null) {
          slice.forget(visitor);
        }
      }
    }
  }

  private void note(Recommendations answer) {
    Slice now = slice();
    boolean forSomebody = answer.request() instanceof RecommendationRequest;
    now.add(forSomebody ? Counted.RECOMMENDED : Counted.SIMILAR, 1);
    now.add(Counted.CACHED, answer.isCached() ? 1 : 0);
    now.add(Counted.EMPTY, answer.isEmpty() ? 1 : 0);
    now.add(Counted.PARTIAL, answer.isPartial() ? 1 : 0);
    now.add(Counted.PLACES, answer.size());
    now.add(Counted.FALLBACKS, answer.stream().filter(Recommendation::isFallback).count());
    now.time(answer);
    long visitor =
        answer.request() instanceof RecommendationRequest request
            ? request.user().map(this::hash).orElse(0L)
            : 0;
    now.sample(shown(answer, visitor), place -> mixed(place ^ salt));
  }

  private ShownAnswer shown(Recommendations answer, long visitor) {
    List<String> works = new ArrayList<>();
    double score = Double.NaN;
    for (int i = 0; i < Math.min(ShownAnswer.MOST, answer.size()); i++) {
      Recommendation place = answer.get(i);
      works.add(place.artwork().id());
      if (Double.isNaN(score) && visitor != 0 && !place.isFallback() && !place.isPlaced()) {
        score = place.score();
      }
    }
    ReferenceScores before = reference;
    boolean counts = !Double.isNaN(score) && !before.take(score);
    return new ShownAnswer(visitor, works, score, counts ? before.lesson() : -1);
  }

  /** A hash that says nothing without this watch, and is not 0. */
  private long hash(String user) {
    long hash = salt;
    for (int i = 0; i < user.length(); i++) {
      hash = mixed(hash ^ user.charAt(i));
    }
    return hash == 0 ? 1 : hash;
  }

  /** SplitMix64's finalizer (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mixed(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private long sliceMillis() {
    return Math.max(1, window.toMillis() / SLICES);
  }

  private Slice slice() {
    long number = Math.floorDiv(clock.millis(), sliceMillis());
    int place = Math.floorMod(number, slices.length());
    while (true) {
      Slice there = slices.get(place);
      if (there != null && there.number() >= number) {
        return there;
      }
      Slice fresh = new Slice(number);
      if (slices.compareAndSet(place, there, fresh)) {
        return fresh;
      }
    }
  }

  /**
   * Says how the recommender does: what was counted in the window that ends now, and its health.
   * Cost: O(the sample), some milliseconds.
   *
   * @return the report
   */
  public WatchReport report() {
    Instant now = clock.instant();
    long last = Math.floorDiv(now.toEpochMilli(), sliceMillis());
    List<Slice> within = new ArrayList<>();
    for (long number = last - SLICES; number <= last; number++) {
      Slice slice = slices.get(Math.floorMod(number, slices.length()));
      if (slice != null && slice.number() == number) {
        within.add(slice);
      }
    }
    Instant from = Instant.ofEpochMilli((last - SLICES) * sliceMillis());
    return new WatchReport(
        new WatchReport.Period(from.isBefore(started) ? started : from, now),
        new Tally(within, reference),
        new WatchReport.Surroundings(
            recommender.health(),
            recommender.forgettingPendingSince(),
            recommender.catalog().size() - recommender.catalog().withdrawn().cardinality(),
            sinceLearning.sum()));
  }

  /** Stops watching; a last report may still be had. */
  @Override
  public void close() {
    recommender.removeListener(ears);
  }
}
