package io.artrec.log;

import static io.artrec.log.LogFolder.recorded;
import static io.artrec.log.LogFolder.replay;
import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasing and compacting over many segments. */
class FileLogEraseTest {
  @TempDir Path parent;

  private Path folder() {
    return parent.resolve("log");
  }

  private static void appendTurns(FileLog log, int count) {
    for (int i = 0; i < count; i++) {
      log.append(Interaction.view(i % 4 == 0 ? "secret" : "bob", "w" + i));
    }
  }

  @Test
  void visitorInManySegments_leavesAllOfThem_andNumbersStay() throws IOException {
    List<String> left;
    try (FileLog log = LogFolder.open(folder(), 300)) {
      appendTurns(log, 40);
      Erasure erasure = log.forget("secret", Instant.EPOCH);
      log.append(Interaction.view("bob", "last"));
      assertThat(erasure.finish()).isEqualTo(10);
      left = replay(log, 0);
      assertThat(left).hasSize(32).startsWith("2 bob w1").endsWith("42 bob last");
    }
    assertThat(LogFolder.text(folder())).doesNotContain("secret");
    try (FileLog again = LogFolder.open(folder(), 300)) {
      assertThat(replay(again, 0)).isEqualTo(left);
    }
  }

  /** Keeps what the folder holds before each step that changes it. */
  private final class Crashes extends DelegatingFiles {
    private final List<Path> folders = new ArrayList<>();

    Crashes() {
      super(new DiskFiles());
    }

    private void keep() throws IOException {
      Path crashed = parent.resolve("crashed" + folders.size());
      LogFolder.copy(folder(), crashed);
      folders.add(crashed);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      keep();
      super.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
      keep();
      super.delete(file);
    }
  }

  @Test
  void erasureCutShortAnywhere_isFinishedByOpening() throws IOException {
    try (FileLog log = LogFolder.open(folder(), 300)) {
      appendTurns(log, 40);
      log.forget("secret", Instant.EPOCH);
    }
    Crashes crashes = new Crashes();
    LogFolder.open(crashes, folder(), 300).close();
    assertThat(LogFolder.text(folder())).doesNotContain("secret");
    assertThat(crashes.folders).hasSizeGreaterThan(5);
    for (Path crashed : crashes.folders) {
      try (FileLog log = LogFolder.open(crashed, 300)) {
        assertThat(replay(log, 0)).as("%s", crashed).hasSize(31);
      }
      assertThat(LogFolder.text(crashed)).as("%s", crashed).doesNotContain("secret");
    }
  }

  @Test
  void appending_goesOnWhileSegmentsAreRewritten() throws Exception {
    CountDownLatch rewriting = new CountDownLatch(1);
    CountDownLatch appended = new CountDownLatch(1);
    LogFiles slow =
        new DelegatingFiles(new DiskFiles()) {
          @Override
          public LogFile write(Path file) throws IOException {
            if (file.toString().endsWith(Segment.name(1) + Segment.PART)
                && Files.exists(folder().resolve(Segment.name(1)))) {
              rewriting.countDown();
              await(appended);
            }
            return super.write(file);
          }
        };
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (FileLog log = LogFolder.open(slow, folder(), 300)) {
      appendTurns(log, 8);
      Erasure erasure = log.forget("secret", Instant.EPOCH);
      Future<Long> removed = executor.submit(erasure::finish);
      await(rewriting);
      appendTurns(log, 40);
      appended.countDown();
      assertThat(removed.get()).isEqualTo(2);
      assertThat(replay(log, 0)).hasSize(6 + 1 + 40);
    } finally {
      executor.shutdownNow();
    }
    try (FileLog again = FileLog.open(folder())) {
      assertThat(replay(again, 0)).hasSize(6 + 1 + 40);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void staleParts_areRemovedWhenOpening() throws IOException {
    FileLog.open(folder()).close();
    Path part = folder().resolve(Segment.name(1) + Segment.PART);
    Files.writeString(part, "somebody forgotten");
    try (FileLog log = FileLog.open(folder())) {
      assertThat(part).doesNotExist();
      assertThat(replay(log, 0)).isEmpty();
    }
  }

  @Test
  void partLeftByARewriting_neverHoldsWhoIsErased() throws IOException {
    List<String> parts = new ArrayList<>();
    LogFiles failing =
        new DelegatingFiles(new DiskFiles()) {
          @Override
          public void rename(Path from, Path to) throws IOException {
            if (Files.exists(to)) {
              parts.add(Files.readString(from, StandardCharsets.ISO_8859_1));
            }
            super.rename(from, to);
          }
        };
    try (FileLog log = LogFolder.open(failing, folder(), 300)) {
      appendTurns(log, 40);
      log.forget("secret", Instant.EPOCH).finish();
    }
    assertThat(parts).isNotEmpty().noneMatch(part -> part.contains("secret"));
  }

  @Test
  void erasingOften_leavesFewSegments() throws IOException {
    try (FileLog log = LogFolder.open(folder(), FileLog.SEGMENT_BYTES)) {
      for (int i = 0; i < 100; i++) {
        log.append(List.of(recorded("secret" + i, "w"), recorded("bob", "w" + i)));
        assertThat(log.forget("secret" + i, Instant.EPOCH).finish()).isEqualTo(1);
      }
      assertThat(replay(log, 0)).hasSize(200);
    }
    assertThat(LogFolder.segments(folder())).hasSizeLessThan(10);
    assertThat(LogFolder.text(folder())).doesNotContain("secret");
    try (FileLog again = FileLog.open(folder())) {
      assertThat(replay(again, 0)).hasSize(200);
      assertThat(again.lastNumber()).isEqualTo(300);
    }
  }

  @Test
  void compaction_deletesSegments_andKeepsMarksOfAllTimes() throws IOException {
    try (FileLog log = LogFolder.open(folder(), 300)) {
      for (int i = 0; i < 10; i++) {
        appendTurns(log, 8);
        log.forget("nobody" + i, Instant.EPOCH).finish();
      }
      int segments = LogFolder.segments(folder()).size();
      log.compact(85);
      assertThat(LogFolder.segments(folder()).size()).isLessThan(Math.min(segments, 4));
      assertThat(replay(log, 85)).hasSize(5).startsWith("86 secret w4").endsWith("90 forgotten");
      assertThat(log.forget("secret", Instant.EPOCH).finish()).isEqualTo(1);
    }
    try (FileLog again = LogFolder.open(folder(), 300)) {
      assertThat(again.compactedTo()).isEqualTo(85);
      List<Long> marks = new ArrayList<>();
      again.marks(entry -> marks.add(entry.number()));
      assertThat(marks).hasSize(11).startsWith(9L).endsWith(91L);
      again.compact(91);
      assertThat(again.append(Interaction.view("bob", "w"))).isEqualTo(92);
      assertThat(replay(again, 91)).containsExactly("92 bob w");
    }
    assertThat(LogFolder.text(folder())).doesNotContain("secret");
  }
}
