package io.artrec.benchmarks;

import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.RefreshPolicy;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.CatalogChange;
import io.artrec.cf.CfStrategies;
import io.artrec.feature.AttributeFeature;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A day in the life of a recommender, as fast as it goes: 24 hours of a clock of its own with
 * 4,320,000 events and 1,728,000 answers of 10,000 works to 20,000 visitors, on three threads.
 * Works come and go each minute, visitors are forgotten, what is older than two hours expires, and
 * it learns and saves by its policy all the while. What is measured at the end of each hour: heap
 * after collection, threads, open files, bytes on the disk; and of each tenth of the day the 99th
 * percentile of what answers took.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:java
 * -Dexec.mainClass=io.artrec.benchmarks.Soak -Dexec.args=1}; the argument is the share of a day's
 * events and answers.
 */
public final class Soak {
  private static final int WORKS = 10_000;
  private static final int VISITORS = 20_000;
  private static final int THREADS = 3;
  private static final int BATCH = 8;
  private static final int EVENTS_A_SECOND = 50;
  private static final int ANSWERS_A_SECOND = 20;

  /**
   * Hours after which everything that is bounded, as the event ids that are remembered, is full.
   */
  private static final int SETTLED = 10;

  private final double share;
  private final Path folder;
  private final AtomicLong seconds = new AtomicLong();
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong minutes = new AtomicLong();
  private final AtomicLong added = new AtomicLong();
  private final List<long[]> latencies = new ArrayList<>();
  private final Recommender recommender;

  /** A clock that goes as far as the day has gone. */
  private final class Day extends Clock {
    @Override
    public Instant instant() {
      return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(seconds.get());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("the day is counted in UTC");
    }
  }

  private Soak(double share, Path folder) {
    this.share = share;
    this.folder = folder;
    recommender =
        Recommender.builder()
            .catalog(SyntheticData.catalog(WORKS))
            .feature(AttributeFeature.standard())
            .strategy(
                Hybrid.weighted()
                    .add(0.5, ContentBased.preferred())
                    .add(0.4, CfStrategies.parse("item-knn"))
                    .add(0.1, Popularity.allTime()))
            .log(folder.resolve("events"))
            .clock(new Day())
            .refresh(
                RefreshPolicy.none()
                    .every(Duration.ofMinutes(30))
                    .retrainEvery(Duration.ofHours(4))
                    .threads(1)
                    .saving(true))
            .threads(1)
            .build();
    recommender.save(folder.resolve("day.artrec"));
  }

  /**
   * Lives through a day.
   *
   * @param args the share of a day's events and answers, 1 unless given
   * @throws IOException when the log cannot be written or removed
   * @throws InterruptedException when this is interrupted
   */
  public static void main(String... args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("artrec-soak");
    try {
      new Soak(args.length == 0 ? 1 : Double.parseDouble(args[0]), folder).live();
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private void live() throws InterruptedException, IOException {
    long started = System.nanoTime();
    System.out.println("hour  minutes run  heap MB  threads  files  disk MB  events learned");
    List<long[]> hours = new ArrayList<>();
    for (int hour = 1; hour <= 24; hour++) {
      run(hour * 60L);
      recommender.awaitForgotten();
      long[] state = state();
      hours.add(state);
      System.out.printf(
          Locale.ROOT,
          "%4d  %11.1f  %7.1f  %7d  %5d  %7.1f  %,14d%n",
          hour,
          (System.nanoTime() - started) / 60e9,
          state[0] / 1e6,
          state[1],
          state[2],
          state[3] / 1e6,
          recommender.dataset().size());
    }
    report(hours);
    recommender.close();
  }

  /** All threads live until a minute of the day. */
  private void run(long until) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      Thread thread = new Thread(() -> minutesUntil(until));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void minutesUntil(long until) {
    while (true) {
      long minute = minutes.getAndIncrement();
      if (minute >= until) {
        minutes.decrementAndGet();
        return;
      }
      minute(minute);
    }
  }

  private void minute(long minute) {
    SplittableRandom random = new SplittableRandom(minute);
    int records = (int) Math.ceil(EVENTS_A_SECOND * 60 * share / BATCH);
    int answers = (int) Math.ceil(ANSWERS_A_SECOND * 60 * share);
    long[] took = new long[answers];
    int asked = 0;
    for (int batch = 0; batch < records; batch++) {
      seconds.accumulateAndGet(minute * 60 + batch * 60L / records, Math::max);
      recommender.recordAll(batch(random));
      for (; asked < (long) answers * (batch + 1) / records; asked++) {
        long before = System.nanoTime();
        recommender.recommend(RecommendationRequest.forUser(visitor(random)).n(12).build());
        took[asked] = System.nanoTime() - before;
      }
    }
    synchronized (latencies) {
      latencies.add(took);
    }
    change(random, minute);
  }

  private static String visitor(SplittableRandom random) {
    double unit = random.nextDouble();
    return "u" + (int) (VISITORS * unit * unit);
  }

  private List<Interaction> batch(SplittableRandom random) {
    List<Interaction> batch = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      double unit = random.nextDouble();
      String work = "w" + (int) (WORKS * unit * unit * unit);
      batch.add(
          Interaction.view(visitor(random), work).withEventId("e" + events.getAndIncrement()));
    }
    return batch;
  }

  /** A work comes and one goes, somebody is forgotten, and now and then what is old expires. */
  private void change(SplittableRandom random, long minute) {
    long number = added.getAndIncrement();
    Artwork work =
        Artwork.builder("n" + number % 100, "New " + number)
            .artist("Artist " + number % 50)
            .build();
    recommender.update(CatalogChange.put(work));
    if (number >= 50) {
      recommender.update(CatalogChange.withdraw("n" + (number - 50) % 100));
    }
    recommender.forget(visitor(random));
    if (minute % 30 == 29) {
      recommender.forgetBefore(new Day().instant().minus(Duration.ofHours(2)));
    }
  }

  private long[] state() throws IOException {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    long threads = ManagementFactory.getThreadMXBean().getThreadCount();
    long disk = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        disk += Files.size(file);
      }
    }
    return new long[] {heap, threads, openFiles(), disk};
  }

  /** How many files this process has open, where the system tells; −1 elsewhere. */
  private static long openFiles() throws IOException {
    Path open = Path.of("/proc/self/fd");
    if (!Files.isDirectory(open)) {
      return -1;
    }
    try (Stream<Path> files = Files.list(open)) {
      return files.count();
    }
  }

  private void report(List<long[]> hours) {
    long[] first = hours.get(SETTLED - 1);
    long[] last = hours.get(hours.size() - 1);
    System.out.printf(
        Locale.ROOT,
        "%,d events, %,d answers; heap of the last hour %.3f of the tenth's, threads %d and %d, files"
            + " %d and %d%n",
        events.get(),
        latencies.stream().mapToLong(took -> took.length).sum(),
        (double) last[0] / first[0],
        first[1],
        last[1],
        first[2],
        last[2]);
    StringBuilder tenths = new StringBuilder("p99 of answers by tenths, ms:");
    for (int tenth = 0; tenth < 10; tenth++) {
      int from = latencies.size() * tenth / 10;
      int to = latencies.size() * (tenth + 1) / 10;
      long[] sorted =
          latencies.subList(from, to).stream().flatMapToLong(Arrays::stream).sorted().toArray();
      tenths.append(
          String.format(Locale.ROOT, " %.2f", sorted[(int) (sorted.length * 0.99)] / 1e6));
    }
    System.out.println(tenths);
  }
}
