package io.artrec.log;

import static io.artrec.log.LogFolder.recorded;
import static io.artrec.log.LogFolder.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLogTest {
  @TempDir Path parent;

  private Path folder() {
    return parent.resolve("log");
  }

  @Test
  void events_comeBackInOrderWithTheirNumbers() throws IOException {
    try (FileLog log = FileLog.open(folder())) {
      log.append(Interaction.favorite("ada", "w1"));
      log.append(Interaction.rating("bob", "w2", 4.5));
      assertThat(log.lastNumber()).isEqualTo(2);
    }
    assertThat(LogFolder.names(folder())).containsExactly("00000000000000000001.log", "lock");
    try (FileLog again = FileLog.open(folder())) {
      assertThat(replay(again, 0)).containsExactly("1 ada w1", "2 bob w2");
      assertThat(replay(again, 1)).containsExactly("2 bob w2");
      again.append(Interaction.view("ada", "w3"));
      assertThat(again.lastNumber()).isEqualTo(3);
    }
  }

  @Test
  void fullSegment_isFollowedByTheNext() throws IOException {
    List<String> expected = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      try (FileLog log = LogFolder.open(folder(), 500)) {
        for (int i = 0; i < 20; i++) {
          long number = log.append(List.of(recorded("u" + i, "a"), recorded("u" + i, "b")));
          expected.add(number - 1 + " u" + i + " a");
          expected.add(number + " u" + i + " b");
        }
        assertThat(replay(log, 0)).isEqualTo(expected);
        assertThat(replay(log, 17)).isEqualTo(expected.subList(17, expected.size()));
      }
    }
    List<Path> segments = LogFolder.segments(folder());
    assertThat(segments).hasSizeGreaterThan(5);
    for (Path segment : segments) {
      assertThat(Files.size(segment)).as("%s", segment).isLessThan(700);
    }
  }

  @Test
  void interruptedThread_recordsAndForgetsAllTheSame() {
    Thread.currentThread().interrupt();
    try (FileLog log = LogFolder.open(folder(), 150)) {
      log.append(Interaction.favorite("ada", "w1"));
      log.append(Interaction.favorite("bob", "w1"));
      assertThat(log.forget("ada", Instant.EPOCH).finish()).isEqualTo(1);
      assertThatThrownBy(() -> FileLog.open(folder())).hasMessageContaining("is open elsewhere");
      log.compact(1);
      assertThat(Thread.interrupted()).isTrue();
      log.append(Interaction.favorite("bob", "w2"));
    }
    try (FileLog again = FileLog.open(folder())) {
      assertThat(replay(again, 1)).containsExactly("2 bob w1", "3 forgotten", "4 bob w2");
    }
  }

  @Test
  void batch_isAppendedAsAWhole_andCallersShareSyncs() throws Exception {
    try (FileLog log = FileLog.open(folder())) {
      assertThat(log.append(List.of(recorded("ada", "w1"), recorded("ada", "w2")))).isEqualTo(2);
      assertThat(log.append(List.of())).isEqualTo(2);
      ExecutorService callers = Executors.newFixedThreadPool(8);
      List<Future<Long>> numbers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String user = "u" + i;
        numbers.add(callers.submit(() -> log.append(Interaction.view(user, "w"))));
      }
      Set<Long> distinct = new HashSet<>();
      for (Future<Long> number : numbers) {
        distinct.add(number.get());
      }
      callers.shutdown();
      assertThat(distinct).hasSize(200);
      List<String> events = replay(log, 0);
      for (int i = 0; i < 200; i++) {
        assertThat(events).contains(numbers.get(i).get() + " u" + i + " w");
      }
    }
  }

  @Test
  void changeThatIsTooLong_isRefused_andNobodyElsesIs() {
    String words = "x".repeat(LogRecord.LONGEST);
    try (FileLog log = FileLog.open(folder())) {
      assertThatThrownBy(() -> log.append(Interaction.view("ada", "w1").saying(words)))
          .isInstanceOf(LogException.class)
          .hasMessageContaining("expected at most 67108864");
      assertThat(log.append(Interaction.view("ada", "w1"))).isEqualTo(1);
    }
  }

  @Test
  void closedLog_refusesEverything() {
    FileLog log = FileLog.open(folder());
    Erasure erasure = log.forget("ada", Instant.EPOCH);
    log.close();
    log.close();
    String closed = "log " + folder() + " is closed";
    assertThatThrownBy(() -> log.append(Interaction.favorite("ada", "w1"))).hasMessage(closed);
    assertThatThrownBy(() -> replay(log, 0)).hasMessage(closed);
    assertThatThrownBy(() -> log.compact(1)).hasMessage(closed);
    assertThatThrownBy(erasure::finish).hasMessage(closed);
  }

  @Test
  void placesWithoutALog_areNamed() throws IOException {
    assertThatThrownBy(() -> FileLog.open(parent.resolve("none/log")))
        .isInstanceOf(LogException.class)
        .hasMessageEndingWith("its parent folder does not exist; create it first");
    Path file = Files.writeString(parent.resolve("events.log"), "id,title\n1,Water Lilies\n");
    assertThatThrownBy(() -> FileLog.open(file))
        .isInstanceOf(LogException.class)
        .hasMessageEndingWith("it is a file, expected a folder; give the log a folder of its own");
    assertThat(file).hasContent("id,title\n1,Water Lilies\n");
    assertThatThrownBy(() -> FileLog.open(parent))
        .isInstanceOf(LogException.class)
        .hasMessageEndingWith(
            "it holds 'events.log' and no log; use an empty folder, or a new one");
    Path other = Files.createDirectory(parent.resolve("other"));
    Files.writeString(other.resolve(Segment.name(1)), "x".repeat(100));
    assertThatThrownBy(() -> FileLog.open(other))
        .hasMessageContaining("is no log segment of this version: expected format 'artrec-log-2'");
  }

  @Test
  void secondOpening_isRefused() {
    try (FileLog log = FileLog.open(folder())) {
      log.append(Interaction.favorite("ada", "w1"));
      assertThatThrownBy(() -> FileLog.open(folder()))
          .hasMessageContaining("is open elsewhere; close that recommender or use another folder");
    }
  }

  @Test
  void symbolicLink_staysAndLeadsToTheSameLog() throws IOException {
    FileLog.open(folder()).close();
    Path link = parent.resolve("link");
    Files.createSymbolicLink(link, folder());
    try (FileLog log = FileLog.open(link)) {
      log.append(List.of(recorded("vera", "w1"), recorded("bob", "w1")));
      assertThatThrownBy(() -> FileLog.open(folder())).hasMessageContaining("is open elsewhere");
      assertThat(log.forget("vera", Instant.EPOCH).finish()).isEqualTo(1);
    }
    assertThat(link).isSymbolicLink();
    assertThat(LogFolder.text(folder())).doesNotContain("vera").contains("bob");
  }

  @Test
  void usingTheLogWhileItHandsOver_isRefused() {
    try (FileLog log = FileLog.open(folder())) {
      log.append(Interaction.view("ada", "w1"));
      assertThatThrownBy(() -> log.replay(0, entry -> log.compact(1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("while handing over its changes");
    }
  }

  /** Opens, replays, forgets and compacts a log that is larger than the memory of the process. */
  static final class Small {
    private Small() {}

    public static void main(String[] args) {
      long[] count = {0};
      try (FileLog log = FileLog.open(Path.of(args[0]))) {
        log.replay(0, entry -> count[0]++);
        count[0] += log.forget("u7", Instant.EPOCH).finish();
        log.compact(log.lastNumber() - 10);
      }
      System.out.println(count[0]);
    }
  }

  @Test
  void logLargerThanMemory_isOpenedReplayedAndRewritten() throws Exception {
    String words = "x".repeat(2000);
    try (FileLog log = FileLog.open(folder())) {
      for (int i = 0; i < 100; i++) {
        List<Change> changes = new ArrayList<>();
        for (int j = 0; j < 350; j++) {
          changes.add(new Change.Recorded(Interaction.view("u" + i, "w" + j).saying(words)));
        }
        log.append(changes);
      }
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx20m",
                "-cp",
                System.getProperty("java.class.path"),
                Small.class.getName(),
                folder().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(said.strip()).isEqualTo("35350");
  }
}
