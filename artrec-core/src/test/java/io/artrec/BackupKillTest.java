package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that records on one thread and makes backups on another is killed with {@code -9}: each
 * backup that is there is whole, and holds what was acknowledged before it began.
 */
class BackupKillTest {
  private static final Catalog CATALOG = Fixture.catalog(8, 1);
  private static final String USER = "ada";

  @TempDir Path folder;

  /** What a process said: how many events were acknowledged before each backup began. */
  private final Map<Integer, Integer> before = new HashMap<>();

  private int events;

  @Test
  void backupsOfAKilledProcess_areWholeOrNotThere() throws Exception {
    SplittableRandom random = new SplittableRandom(Campaign.seed());
    int found = 0;
    for (int kill = 1; kill <= Campaign.rounds(2, 60); kill++) {
      Path place = Files.createDirectory(folder.resolve("kill" + kill));
      before.clear();
      events = 0;
      runAndKill(place, 20 + random.nextInt(80));
      for (Map.Entry<Integer, Integer> backup : before.entrySet()) {
        Path there = place.resolve("backup" + backup.getKey());
        if (Files.exists(there)) {
          found++;
          check(there, backup.getValue(), "seed " + Campaign.seed() + ", kill " + kill);
        }
      }
      try (Recommender recommender = Worker.recommender(place)) {
        recommender.backup(place.resolve("last")).verify();
        int last = before.size();
        recommender.backup(place.resolve("backup" + (last + 1))).verify();
      }
    }
    assertThat(found).as("backups that were done before a kill").isPositive();
  }

  private void check(Path backup, int acknowledged, String when) {
    Path restored = backup.resolveSibling(backup.getFileName() + "-restored");
    try (Recommender recommender =
        Backup.of(backup).encryption(KilledProgram.encryption(true, 1)).restore(restored).load()) {
      List<String> ids =
          recommender.history(USER).stream().map(it -> it.eventId().orElseThrow()).toList();
      assertThat(ids.size()).as("%s, %s", when, backup).isBetween(acknowledged, events + 1);
      assertThat(ids).isEqualTo(IntStream.range(0, ids.size()).mapToObj(i -> "e" + i).toList());
    }
  }

  /** Kills it after so many lines, and not before the second backup has begun: one is done then. */
  private void runAndKill(Path place, int lines) throws IOException, InterruptedException {
    Path errors = place.resolve("errors");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                place.toString())
            .redirectError(errors.toFile())
            .start();
    List<String> heard = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        heard.add(line);
        if (line.equals("e .")) {
          events++;
        } else if (line.endsWith(" .")) {
          before.put(Integer.parseInt(line.substring(0, line.length() - 2)), events);
        }
        if (heard.size() >= lines && before.size() > 1) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(process.waitFor()).as(Files.readString(errors)).isEqualTo(137);
  }

  /** Records and makes backups, until it is killed. */
  static final class Worker {
    private Worker() {}

    static Recommender recommender(Path place) {
      return Fixture.builder(CATALOG, List.of())
          .encryption(KilledProgram.encryption(true, 1))
          .log(place.resolve("log"))
          .build();
    }

    private static synchronized void say(String what) {
      System.out.print(what + " .\n");
      System.out.flush();
    }

    public static void main(String[] args) {
      Path place = Path.of(args[0]);
      Recommender recommender = recommender(place);
      Thread backups =
          new Thread(
              () -> {
                for (int n = 1; ; n++) {
                  say(String.valueOf(n));
                  recommender.backup(place.resolve("backup" + n));
                }
              });
      backups.setUncaughtExceptionHandler(
          (thread, why) -> {
            why.printStackTrace();
            Runtime.getRuntime().halt(3);
          });
      backups.start();
      for (int i = 0; ; i++) {
        recommender.record(Interaction.view(USER, "w1-1").withEventId("e" + i));
        say("e");
      }
    }
  }
}
