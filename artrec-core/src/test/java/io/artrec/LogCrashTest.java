package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.log.ChangeLog;
import io.artrec.log.FileLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An acknowledged event survives {@code kill -9}: a process records and says so, and is killed in
 * the middle of it.
 */
class LogCrashTest {
  @TempDir Path folder;

  @Test
  void everyAcknowledgedEvent_isThereAfterTheProcessWasKilled() throws Exception {
    Path file = folder.resolve("events.log");
    int total = 0;
    for (int trial = 0; trial < 3; trial++) {
      total += killAfter(file, 150 + 70 * trial, total);
      try (FileLog log = FileLog.open(file)) {
        List<ChangeLog.Entry> entries = new ArrayList<>();
        log.replay(0, entries::add);
        assertThat(entries.size()).as("trial %d", trial).isGreaterThanOrEqualTo(total);
        for (int i = 0; i < entries.size(); i++) {
          assertThat(entries.get(i).number()).isEqualTo(i + 1L);
        }
        total = entries.size();
      }
    }
  }

  @Test
  void secondProcess_isRefused_andNothingIsLost() throws Exception {
    Path file = folder.resolve("events.log");
    try (FileLog log = FileLog.open(file)) {
      assertThatThrownBy(() -> FileLog.open(file)).hasMessageContaining("is open elsewhere");
      for (int i = 0; i < 20; i++) {
        log.append(Interaction.view("here" + i, "w"));
        if (i == 5) {
          log.forget("here0", Instant.EPOCH).finish();
        }
      }
      Process other = start(file).redirectError(ProcessBuilder.Redirect.PIPE).start();
      String said = new String(other.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(other.waitFor()).isNotZero();
      assertThat(said).contains("is open elsewhere");
      log.append(Interaction.view("here20", "w"));
      assertThat(log.lastNumber()).isEqualTo(22);
    }
    List<ChangeLog.Entry> entries = new ArrayList<>();
    try (FileLog log = FileLog.open(file)) {
      log.replay(0, entries::add);
    }
    assertThat(entries).hasSize(21);
  }

  private static ProcessBuilder start(Path file) {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Endless.class.getName(),
        file.toString());
  }

  private static int killAfter(Path file, int acknowledged, int before) throws IOException {
    Process process = start(file).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    int count = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        count++;
        if (count == acknowledged) {
          process.toHandle().destroyForcibly();
        }
        line = lines.readLine();
      }
    }
    assertThat(count)
        .as("acknowledged after %d earlier ones", before)
        .isGreaterThanOrEqualTo(acknowledged);
    return count;
  }

  /** Records until it is killed, and prints a line for each event that is acknowledged. */
  static final class Endless {
    private Endless() {}

    public static void main(String[] args) {
      try (FileLog log = FileLog.open(Path.of(args[0]))) {
        for (int i = 0; ; i++) {
          log.append(Interaction.favorite("user" + i, "work" + i));
          System.out.println(i);
          System.out.flush();
        }
      }
    }
  }
}
