package io.artrec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Answers that are given again to equal requests. Nothing has to invalidate them to be right: each
 * is kept with the {@linkplain State#marks marks} of what it was made of, read before it was made,
 * and is given while the state has the same. They are dropped as well, for the memory's sake and
 * because they hold visitors' ids: {@link #clear}, {@link #forget}. Who drops changes the state
 * first, and who keeps looks at the state afterwards, so that none stays behind. Thread-safe.
 */
final class KeptAnswers implements PersonalDataHolder {
  /** What answers stand on. */
  interface Ground {
    /** What an answer to a request would be made of now, as {@link State#marks}. */
    List<Object> marks(Request request);

    /** Whether nobody whom the request mentions has opted out. */
    boolean mayKeep(Request request);
  }

  /** An answer, equal to itself alone. */
  private static final class Kept {
    private final List<Object> marks;
    private final Recommendations answer;

    Kept(List<Object> marks, Recommendations answer) {
      this.marks = marks;
      this.answer = answer;
    }
  }

  /** An answer that is being made, for others with an equal request and the same marks. */
  private static final class Flight {
    private final List<Object> marks;
    private final CompletableFuture<Optional<Recommendations>> landing = new CompletableFuture<>();

    Flight(List<Object> marks) {
      this.marks = marks;
    }
  }

  private final Cache<Request, Kept> cache;
  private final ConcurrentMap<Request, Flight> flights = new ConcurrentHashMap<>();
  private final LongSupplier nanos;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /**
   * Keeps nothing yet.
   *
   * @param clock tells how old answers are
   * @param nanos tells what it takes to find them
   */
  KeptAnswers(AnswerCache settings, Clock clock, LongSupplier nanos) {
    this.nanos = nanos;
    cache =
        Caffeine.newBuilder()
            .maximumSize(settings.most())
            .expireAfterWrite(settings.time())
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run)
            .build();
  }

  /**
   * Gives an answer again, shares one that is being made, or makes it.
   *
   * @param ground what the answer stands on
   * @param maker makes it
   */
  Recommendations answer(Request request, Ground ground, Supplier<Recommendations> maker) {
    long start = nanos.getAsLong();
    while (true) {
      List<Object> now = ground.marks(request);
      Optional<Recommendations> kept = kept(request, now);
      if (kept.isPresent()) {
        return given(kept.get(), start);
      }
      Flight own = new Flight(now);
      Flight other = flights.putIfAbsent(request, own);
      if (other == null) {
        return lead(request, own, ground, maker, start);
      }
      if (!same(other.marks, now)) {
        return made(request, now, ground, maker);
      }
      Optional<Recommendations> shared = other.landing.join();
      if (shared.isPresent()) {
        return given(shared.get(), start);
      }
    }
  }

  private Optional<Recommendations> kept(Request request, List<Object> now) {
    Kept kept = cache.getIfPresent(request);
    return kept != null && same(kept.marks, now) ? Optional.of(kept.answer) : Optional.empty();
  }

  private Recommendations given(Recommendations answer, long start) {
    hits.increment();
    return answer.fromCache(nanos.getAsLong() - start);
  }

  private Recommendations lead(
      Request request, Flight own, Ground ground, Supplier<Recommendations> maker, long start) {
    Optional<Recommendations> landed = Optional.empty();
    try {
      landed = kept(request, own.marks);
      if (landed.isPresent()) {
        // Another flight landed between the first look and this one's taking off.
        return given(landed.get(), start);
      }
      Recommendations answer = made(request, own.marks, ground, maker);
      landed = Optional.of(answer);
      return answer;
    } finally {
      flights.remove(request, own);
      own.landing.complete(landed);
    }
  }

  private Recommendations made(
      Request request, List<Object> now, Ground ground, Supplier<Recommendations> maker) {
    misses.increment();
    Recommendations answer = maker.get();
    if (!answer.isPartial() && ground.mayKeep(request)) {
      Kept kept = new Kept(now, answer);
      cache.put(request, kept);
      if (!same(ground.marks(request), now) || !ground.mayKeep(request)) {
        cache.asMap().remove(request, kept);
      }
    }
    return answer;
  }

  /** Whether all are the same objects. */
  @SuppressWarnings("ReferenceEquality") // marks are told apart by being other objects
  private static boolean same(List<Object> a, List<Object> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i) != b.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** Drops everything; what is being made drops itself. */
  void clear() {
    cache.invalidateAll();
  }

  CacheStatistics statistics() {
    cache.cleanUp();
    return new CacheStatistics(hits.sum(), misses.sum(), cache.estimatedSize());
  }

  @Override
  public String name() {
    return "answer cache";
  }

  @Override
  public Map<String, Object> export(String visitor) {
    List<Map<String, Object>> answers =
        cache.asMap().entrySet().stream()
            .filter(entry -> entry.getKey().visitors().contains(visitor))
            .map(entry -> entry.getValue().answer.plain())
            .toList();
    return answers.isEmpty() ? Map.of() : Map.of("answers", answers);
  }

  /** Drops what was answered to somebody, alone or in a group, or made of a history of theirs. */
  @Override
  public int forget(String visitor) {
    int dropped = 0;
    for (Map.Entry<Request, Kept> entry : cache.asMap().entrySet()) {
      if (entry.getKey().visitors().contains(visitor)) {
        dropped += cache.asMap().remove(entry.getKey(), entry.getValue()) ? 1 : 0;
      }
    }
    return dropped;
  }
}
