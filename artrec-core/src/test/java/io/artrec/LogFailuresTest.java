package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.encryption.Encryption;
import io.artrec.log.FileLog;
import io.artrec.log.LogException;
import io.artrec.log.SmallSegments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A recommender on a log whose disk fails once: what failed is neither in memory nor in the log,
 * what was acknowledged is in both, and who was forgotten is in neither.
 */
class LogFailuresTest {
  private static final Catalog CATALOG = Fixture.catalog(2, 1);
  private static final List<String> USERS = List.of("ada", "bob", "eve");

  private Encryption encryption = Encryption.none();

  @TempDir Path folder;

  private static Recommender recommender(FileLog log) {
    return Fixture.builder(CATALOG, List.of()).log(log).threads(1).build();
  }

  private static List<List<String>> histories(Recommender recommender) {
    return USERS.stream()
        .map(user -> recommender.history(user).stream().map(LogFailuresTest::id).toList())
        .toList();
  }

  private static String id(Interaction event) {
    return event.eventId().orElse("none");
  }

  /** Does as much as the disk lets it do; returns what must be there of each user. */
  private static List<List<String>> run(Recommender recommender) {
    List<TreeSet<String>> there = USERS.stream().map(user -> new TreeSet<String>()).toList();
    for (int i = 0; i < 24; i++) {
      int user = i % USERS.size();
      String id = "event" + (char) ('a' + i);
      try {
        if (i % 11 == 10) {
          there.get(user).clear();
          recommender.forget(USERS.get(user));
        } else {
          recommender.record(Interaction.view(USERS.get(user), "w1-1").withEventId(id));
          there.get(user).add(id);
        }
      } catch (LogException e) {
        if (i % 11 == 10) {
          recommender.forget(USERS.get(user));
        }
      }
    }
    return there.stream().map(events -> List.copyOf(events)).toList();
  }

  @ParameterizedTest
  @CsvSource({"true,false", "false,false", "true,true"})
  void everyFailure_leavesMemoryAndLogAlike(boolean half, boolean encrypted) throws IOException {
    encryption = KilledProgram.encryption(encrypted, 1);
    SplittableRandom random = new SplittableRandom(Campaign.seed());
    boolean failed = true;
    int operation = 1;
    for (; failed; operation += random.nextInt(Campaign.rounds(15, 1)) + 1) {
      SmallSegments.FailingDisk disk = new SmallSegments.FailingDisk(operation, half);
      Path log = folder.resolve("log" + operation);
      List<List<String>> expected = runOn(disk, log, "operation " + operation);
      failed = disk.hasFailed();
      try (FileLog again = FileLog.open(log, encryption)) {
        assertThat(histories(recommender(again)))
            .as("operation %d, opened again", operation)
            .isEqualTo(expected);
      }
      List<String> gone = new ArrayList<>();
      for (char event = 'a'; event < 'a' + 24; event++) {
        gone.add("event" + event);
      }
      expected.forEach(gone::removeAll);
      assertThat(content(log)).as("operation %d", operation).doesNotContain(gone);
    }
    assertThat(operation).as("how far it went").isGreaterThan(50);
  }

  private List<List<String>> runOn(SmallSegments.FailingDisk disk, Path folder, String what) {
    FileLog log;
    try {
      log = disk.open(folder, encryption);
    } catch (LogException e) {
      return USERS.stream().map(user -> List.<String>of()).toList();
    }
    Recommender recommender = recommender(log);
    List<List<String>> expected = run(recommender);
    assertThat(histories(recommender)).as(what).isEqualTo(expected);
    try {
      log.close();
    } catch (LogException e) {
      assertThat(e).as(what).hasMessageContaining("cannot close");
    }
    return expected;
  }

  private static String content(Path log) throws IOException {
    StringBuilder content = new StringBuilder();
    try (Stream<Path> files = Files.list(log)) {
      for (Path file : files.toList()) {
        content.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return content.toString();
  }
}
