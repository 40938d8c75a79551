package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.live.Journal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An acknowledged event survives {@code kill -9}: a process records and says so, and is killed in
 * the middle of it.
 */
class JournalCrashTest {
  @TempDir Path folder;

  @Test
  void everyAcknowledgedEvent_isThereAfterTheProcessWasKilled() throws Exception {
    Path file = folder.resolve("events.journal");
    int total = 0;
    for (int trial = 0; trial < 3; trial++) {
      total += killAfter(file, 150 + 70 * trial, total);
      try (Journal journal = Journal.open(file)) {
        List<Journal.Entry> entries = journal.takeOpened();
        assertThat(entries.size()).as("trial %d", trial).isGreaterThanOrEqualTo(total);
        for (int i = 0; i < entries.size(); i++) {
          assertThat(entries.get(i).sequence()).isEqualTo(i + 1L);
        }
        total = entries.size();
      }
    }
  }

  private static int killAfter(Path file, int acknowledged, int before) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Endless.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
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
      try (Journal journal = Journal.open(Path.of(args[0]))) {
        for (int i = 0; ; i++) {
          journal.append(Interaction.favorite("user" + i, "work" + i));
          System.out.println(i);
          System.out.flush();
        }
      }
    }
  }
}
