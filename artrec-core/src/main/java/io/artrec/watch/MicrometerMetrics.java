package io.artrec.watch;

import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.RecommenderListener;
import io.artrec.Request;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Binds a recommender's figures to Micrometer, an optional dependency:
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>name</th><th>kind</th><th>tags</th></tr>
 * <tr><td>{@code artrec.answers}</td><td>timer</td><td>{@code kind}: visitor, group, history, similar; {@code cached}: true, false</td></tr>
 * <tr><td>{@code artrec.answers.stage}</td><td>timer</td><td>{@code stage}: scoring, choosing, reranking, explaining</td></tr>
 * <tr><td>{@code artrec.answers.works}</td><td>summary of works in an answer</td><td></td></tr>
 * <tr><td>{@code artrec.answers.fallback}</td><td>summary of shares of places, 0 to 1</td><td></td></tr>
 * <tr><td>{@code artrec.answers.empty}, {@code .partial}</td><td>counters</td><td></td></tr>
 * <tr><td>{@code artrec.events}</td><td>counter</td><td>{@code result}: recorded, ignored, refused (calls)</td></tr>
 * <tr><td>{@code artrec.learning}</td><td>timer</td><td>{@code how}, {@code outcome}: success, failure</td></tr>
 * <tr><td>{@code artrec.forgotten}</td><td>counter of visitors</td><td></td></tr>
 * <tr><td>{@code artrec.forgetting.pending}</td><td>gauge, seconds since the longest pending erasure, 0 without</td><td></td></tr>
 * <tr><td>{@code artrec.catalog.works}</td><td>gauge</td><td></td></tr>
 * <tr><td>{@code artrec.health}</td><td>gauge, 1 when up, 0 when degraded</td><td></td></tr>
 * </table>
 *
 * <p>Percentiles are the registry's to choose. Nothing is tagged by visitor or variant.
 * Thread-safe.
 */
public final class MicrometerMetrics implements MeterBinder, AutoCloseable {
  private static final String ANSWERS = "artrec.answers";

  private final Recommender recommender;
  private final Clock clock;
  private final List<RecommenderListener> bound = new CopyOnWriteArrayList<>();

  private MicrometerMetrics(Recommender recommender, Clock clock) {
    this.recommender = recommender;
    this.clock = clock;
  }

  /**
   * Creates a binder.
   *
   * @param recommender the recommender
   * @return the binder, which has bound nothing yet
   */
  public static MicrometerMetrics of(Recommender recommender) {
    return of(recommender, Clock.systemUTC());
  }

  /**
   * Creates a binder with a clock, the recommender's, by which pending erasures age.
   *
   * @param recommender the recommender
   * @param clock the clock
   * @return the binder, which has bound nothing yet
   */
  public static MicrometerMetrics of(Recommender recommender, Clock clock) {
    return new MicrometerMetrics(
        Objects.requireNonNull(recommender, "recommender"), Objects.requireNonNull(clock, "clock"));
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    RecommenderListener meters = new Meters(registry);
    bound.add(meters);
    recommender.addListener(meters);
    Gauge.builder("artrec.health", recommender, it -> it.health().isUp() ? 1 : 0)
        .description("1 when nothing is wrong, 0 when the recommender is degraded")
        .register(registry);
    Gauge.builder("artrec.catalog.works", recommender, it -> it.catalog().size())
        .description("Works in the catalogue, withdrawn ones included")
        .register(registry);
    Gauge.builder("artrec.forgetting.pending", this, it -> it.pendingSeconds())
        .description("How long the longest pending erasure has been pending")
        .baseUnit("seconds")
        .register(registry);
  }

  private double pendingSeconds() {
    return recommender
        .forgettingPendingSince()
        .map(since -> Duration.between(since, clock.instant()).toMillis() / 1e3)
        .orElse(0.0);
  }

  /** Tells registries nothing any more. Meters stay in them. */
  @Override
  public void close() {
    bound.forEach(recommender::removeListener);
    bound.clear();
  }

  private static final class Meters implements RecommenderListener {
    private final MeterRegistry registry;
    private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
    private final DistributionSummary works;
    private final DistributionSummary fallback;
    private final Counter empty;
    private final Counter partial;

    Meters(MeterRegistry registry) {
      this.registry = registry;
      for (Stage stage : Stage.values()) {
        if (stage != Stage.TOTAL) {
          String name = stage.name().toLowerCase(Locale.ROOT);
          stages.put(stage, registry.timer(ANSWERS + ".stage", "stage", name));
        }
      }
      works = registry.summary(ANSWERS + ".works");
      fallback = registry.summary(ANSWERS + ".fallback");
      empty = registry.counter(ANSWERS + ".empty");
      partial = registry.counter(ANSWERS + ".partial");
    }

    @Override
    public void answered(Recommendations answer) {
      registry.timer(ANSWERS, "kind", kind(answer.request())).record(answer.timings().total());
      if (!answer.isCached()) {
        stages.forEach((stage, timer) -> timer.record(stage.of(answer.timings())));
      }
      works.record(answer.size());
      fallback.record(answer.fallbackShare());
      if (answer.isEmpty()) {
        empty.increment();
      }
      if (answer.isPartial()) {
        partial.increment();
      }
    }

    private static String kind(Request request) {
      if (!(request instanceof RecommendationRequest asked)) {
        return "similar";
      }
      if (!asked.group().isEmpty()) {
        return "group";
      }
      return asked.user().isPresent() ? "visitor" : "history";
    }

    @Override
    public void recorded(int kept, int ignored) {
      events("recorded").increment(kept);
      events("ignored").increment(ignored);
    }

    @Override
    public void refused(RuntimeException why) {
      events("refused").increment();
    }

    private Counter events(String result) {
      return registry.counter("artrec.events", "result", result);
    }

    @Override
    public void learningEnded(Effort effort) {
      registry
          .timer(
              "artrec.learning",
              "how",
              effort.how().name().toLowerCase(Locale.ROOT),
              "outcome",
              effort.failure().isPresent() ? "failure" : "success")
          .record(effort.took());
    }

    @Override
    public void forgotten(String user) {
      registry.counter("artrec.forgotten").increment();
    }
  }
}
