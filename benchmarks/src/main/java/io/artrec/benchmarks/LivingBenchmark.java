package io.artrec.benchmarks;

import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.cf.CfStrategies;
import io.artrec.feature.AttributeFeature;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a recommender cost that lives? 10,000 works, 5,000 visitors, 300,000 events, a blend of
 * content, works bought together and popularity, a log on the disk. {@code record} has eight
 * callers record events, each durable when the call returns; {@code sync} is the floor of that: 100
 * bytes written and synced by one caller, which a group of callers shares. {@code
 * recordThenRecommend} is one event and the answer right after it; {@code recommend} an answer
 * alone, {@code learning} says whether a training goes on beside it all the time.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="LivingBenchmark"}
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "--add-modules", "jdk.incubator.vector"})
public class LivingBenchmark {
  private static final int WORKS = 10_000;
  private static final int VISITORS = 5_000;

  /** A recommender over a log of its own. */
  @State(Scope.Benchmark)
  public static class Living {
    private Path folder = Path.of("");
    private Recommender recommender = Recommender.builder().catalog(List.of()).build();
    private final AtomicInteger next = new AtomicInteger();

    /**
     * Trains.
     *
     * @throws IOException when there is no room for the log
     */
    @Setup
    public void build() throws IOException {
      folder = Files.createTempDirectory("artrec-living");
      recommender =
          Recommender.builder()
              .catalog(SyntheticData.catalog(WORKS))
              .interactions(SyntheticData.interactions(VISITORS, WORKS, 300_000, 1))
              .feature(AttributeFeature.standard())
              .strategy(
                  Hybrid.weighted()
                      .add(0.5, ContentBased.preferred())
                      .add(0.4, CfStrategies.parse("item-knn"))
                      .add(0.1, Popularity.allTime()))
              .log(folder.resolve("events"))
              .threads(1)
              .build();
    }

    /**
     * Lets go.
     *
     * @throws IOException when the log cannot be removed
     */
    @TearDown
    public void close() throws IOException {
      recommender.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }

    Interaction event() {
      int number = next.getAndIncrement();
      int work = ThreadLocalRandom.current().nextInt(WORKS);
      return Interaction.view("u" + number % VISITORS, "w" + work).withEventId("e" + number);
    }

    Recommendations answer() {
      return recommender.recommend("u" + ThreadLocalRandom.current().nextInt(VISITORS), 12);
    }
  }

  /** A training that goes on beside answers, again and again. */
  @State(Scope.Benchmark)
  public static class Beside {
    @Param({"false", "true"})
    private boolean learning;

    private final AtomicBoolean ending = new AtomicBoolean();
    private Thread thread = new Thread(() -> {});

    /**
     * Begins to train.
     *
     * @param living what is trained
     */
    @Setup
    public void begin(Living living) {
      thread =
          new Thread(
              () -> {
                while (learning && !ending.get()) {
                  living.recommender.retrain();
                }
              });
      thread.start();
    }

    /**
     * Ends the training.
     *
     * @throws InterruptedException when this is interrupted
     */
    @TearDown
    public void end() throws InterruptedException {
      ending.set(true);
      thread.join();
    }
  }

  /** A file that is written and synced. */
  @State(Scope.Benchmark)
  public static class Synced {
    private Path file = Path.of("");
    private @Nullable FileChannel channel;

    /**
     * Opens it.
     *
     * @throws IOException when it cannot be
     */
    @Setup
    public void open() throws IOException {
      file = Files.createTempFile("artrec-sync", ".bin");
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
    }

    /**
     * Removes it.
     *
     * @throws IOException when it cannot be
     */
    @TearDown
    public void close() throws IOException {
      opened().close();
      Files.delete(file);
    }

    FileChannel opened() {
      return Objects.requireNonNull(channel);
    }
  }

  /**
   * Records an event, as seven others do at the same time.
   *
   * @param living a recommender with a log
   * @return whether it was recorded
   */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Threads(8)
  public boolean record(Living living) {
    return living.recommender.record(living.event());
  }

  /**
   * Writes and syncs.
   *
   * @param synced the file
   * @return how much was written
   * @throws IOException when it was not
   */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  public int sync(Synced synced) throws IOException {
    int written = synced.opened().write(ByteBuffer.allocate(100));
    synced.opened().force(false);
    return written;
  }

  /**
   * Records an event and asks for what follows of it.
   *
   * @param living a recommender with a log
   * @return the answer
   */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public Recommendations recordThenRecommend(Living living) {
    Interaction event = living.event();
    living.recommender.record(event);
    return living.recommender.recommend(event.user(), 12);
  }

  /**
   * Asks.
   *
   * @param living a recommender
   * @param beside what trains it meanwhile
   * @return the answer
   */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public Recommendations recommend(Living living, Beside beside) {
    return living.answer();
  }
}
