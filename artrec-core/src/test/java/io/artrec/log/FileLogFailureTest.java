package io.artrec.log;

import static io.artrec.log.LogFolder.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.encryption.Encryption;
import io.artrec.encryption.KeyRing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every operation on the disk fails once, in every way: what was acknowledged stays, and what
 * failed is done wholly or not at all.
 */
class FileLogFailureTest {
  private static final List<Consumer<ChangeLog>> SCRIPT =
      List.of(
          log -> log.append(Interaction.view("ada", "w1")),
          log -> log.append(List.of(recorded("bob", "w2"), recorded("ada", "w3"))),
          log -> log.append(Interaction.view("bob", "w4").at(Instant.ofEpochMilli(5))),
          log -> log.append(Interaction.view("ada", "w5")),
          log -> log.forget("ada", Instant.EPOCH).finish(),
          log -> log.append(Interaction.view("ada", "w6")),
          log -> log.compact(log.lastNumber() - 4),
          log -> log.append(List.of(recorded("bob", "w7"), recorded("eve", "w8"))),
          log -> log.erase(new Change.Expired(6)).finish(),
          log -> log.append(Interaction.view("eve", "w9")),
          log -> log.compact(log.lastNumber() - 1),
          log -> log.append(Interaction.view("eve", "w10")));

  private Encryption encryption = Encryption.none();
  private long segmentBytes = 170;

  @TempDir Path parent;

  private static List<String> describe(ChangeLog log) {
    List<String> lines = LogFolder.replay(log, log.compactedTo());
    lines.add("last " + log.lastNumber() + ", compacted to " + log.compactedTo());
    log.marks(entry -> lines.add("mark " + entry.number() + LogFolder.line(entry.change())));
    return lines;
  }

  /** What a log holds after the first steps but one. */
  private static List<String> expected(int steps, int without) {
    try (MemoryLog log = new MemoryLog()) {
      for (int i = 0; i < steps; i++) {
        if (i != without) {
          SCRIPT.get(i).accept(log);
        }
      }
      return describe(log);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NOTHING,false,false",
    "HALF,false,false",
    "ALL,false,false",
    "NOTHING,true,false",
    "HALF,true,false",
    "ALL,true,false",
    "HALF,false,true",
    "ALL,true,true"
  })
  void everyFailure_leavesTheOldOrTheNew(FaultyFiles.Effect effect, boolean dies, boolean encrypted)
      throws IOException {
    if (encrypted) {
      encryption = Encryption.with(KeyRing.of("key", new byte[32]));
      segmentBytes = 500;
    }
    int failures = 0;
    boolean failed = true;
    for (int n = 1; failed; n++) {
      FaultyFiles files = new FaultyFiles(n, effect, dies);
      Path folder = parent.resolve("log" + n);
      Outcome outcome = run(files, folder, dies);
      failed = files.hasFailed();
      String what = "operation " + n + ", step " + outcome.failed;
      try (FileLog again = LogFolder.open(folder, segmentBytes, encryption)) {
        List<String> found = describe(again);
        assertThat(List.of(expected(outcome.steps, -1), expected(outcome.steps, outcome.failed)))
            .as(what)
            .contains(found);
        long last = again.lastNumber();
        assertThat(again.append(Interaction.view("eve", "w11"))).isEqualTo(last + 1);
      }
      assertThat(LogFolder.names(folder)).as(what).noneMatch(name -> name.endsWith(".part"));
      failures += outcome.failed >= 0 ? 1 : 0;
    }
    assertThat(failures).as("operations that failed a step").isGreaterThan(50);
  }

  /** How many steps were tried, and which failed. */
  private static final class Outcome {
    private int steps;
    private int failed = -1;
  }

  private Outcome run(FaultyFiles files, Path folder, boolean dies) {
    Outcome outcome = new Outcome();
    List<LogException> closing = new ArrayList<>();
    FileLog log;
    try {
      log = FileLog.open(new LogStorage(files, encryption), folder, segmentBytes);
    } catch (LogException e) {
      return outcome;
    }
    for (Consumer<ChangeLog> step : SCRIPT) {
      try {
        outcome.steps++;
        step.accept(log);
      } catch (LogException e) {
        assertThat(outcome.failed).as("fails once").isNegative();
        outcome.failed = outcome.steps - 1;
        if (dies) {
          break;
        }
      }
    }
    try {
      log.close();
    } catch (LogException e) {
      closing.add(e);
    }
    assertThat(closing.size()).isLessThanOrEqualTo(1);
    return outcome;
  }
}
