package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.encryption.Encryption;
import io.artrec.model.ModelFile;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Processes killed with {@code -9} at random points of recording, forgetting, saving, learning and
 * opening, one after another on the same files: no acknowledged event is lost, nobody forgotten is
 * found in any file, and log and model file can always be read. Encrypted, nobody at all is
 * readable in a file, and the keys change with every process.
 */
class KillCampaignTest {
  private static final Pattern ID = Pattern.compile("(ev|vi)[0-9]+x");

  private final SplittableRandom random = new SplittableRandom(Campaign.seed());
  private final Acknowledged acknowledged = new Acknowledged();

  private boolean encrypted;
  private Encryption encryption = Encryption.none();

  @TempDir Path folder;
  @TempDir Path elsewhere;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void acknowledged_isThere_andForgotten_isNowhere_howeverTheProcessEnds(boolean encrypts)
      throws Exception {
    encrypted = encrypts;
    int kills = Campaign.rounds(15, 500);
    int compacting = kills / 2;
    for (int kill = 1; kill <= kills; kill++) {
      String when =
          (encrypted ? "encrypted, seed " : "plain, seed ") + Campaign.seed() + ", kill " + kill;
      encryption = KilledProgram.encryption(encrypted, kill + 1, folder);
      runAndKill(kill, kill > compacting, when);
      assertNobodyForgottenIsInAFile(when + ", before opening");
      if (Files.exists(KilledProgram.model(folder))) {
        ModelFile.read(KilledProgram.model(folder), encryption, in -> in.getString("provenance"));
      }
      open(random.nextBoolean(), when);
    }
    System.out.println(kills + (encrypted ? " kills, encrypted: " : " kills: ") + acknowledged);
  }

  /** Opens both ways; the second settles what is now known, and saves. */
  private void open(boolean modelFirst, String when) throws IOException {
    try (KilledProgram.Session first = KilledProgram.open(folder, modelFirst, encryption)) {
      for (String visitor : visitors()) {
        acknowledged.check(visitor, events(first, visitor), when + ", opened");
      }
      acknowledged.check(first.recommender().catalog(), when + ", opened");
      acknowledged.checkPositions(
          source -> first.recommender().position(source).orElse(-1), when + ", opened");
    }
    try (KilledProgram.Session second = KilledProgram.open(folder, !modelFirst, encryption)) {
      Map<String, List<String>> found = new HashMap<>();
      for (String visitor : visitors()) {
        found.put(visitor, events(second, visitor));
        acknowledged.check(visitor, found.get(visitor), when + ", opened again");
      }
      acknowledged.check(second.recommender().catalog(), when + ", opened again");
      acknowledged.checkPositions(
          source -> second.recommender().position(source).orElse(-1), when + ", opened again");
      acknowledged.settle(second.recommender().catalog());
      second.recommender().awaitForgotten();
      second.save();
      acknowledged.settle(found);
    }
    assertNobodyForgottenIsInAFile(when + ", opened and saved");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("%s, opened and saved", when)
          .noneMatch(name -> name.endsWith(".part"));
    }
  }

  private static List<String> visitors() {
    List<String> visitors = new ArrayList<>();
    for (int thread = 0; thread < KilledProgram.THREADS; thread++) {
      for (int number = 0; number < KilledProgram.VISITORS; number++) {
        visitors.add(KilledProgram.visitor(thread, number));
      }
    }
    return visitors;
  }

  private static List<String> events(KilledProgram.Session session, String visitor) {
    return session.recommender().history(visitor).stream()
        .map(Interaction::eventId)
        .map(id -> id.orElse("none"))
        .toList();
  }

  private void assertNobodyForgottenIsInAFile(String when) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.filter(Files::isRegularFile).toList();
    }
    for (Path file : all) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (encrypted) {
        assertThat(ID.matcher(text).find()).as("%s: readable text in %s", when, file).isFalse();
      }
      assertNobodyForgottenIsIn(text, file, when);
    }
    if (encrypted) {
      Path model = KilledProgram.model(folder);
      if (Files.exists(model)) {
        String text = DecryptedModel.of(model, encryption);
        assertNobodyForgottenIsIn(text, model, when + ", decrypted");
      }
    }
  }

  private void assertNobodyForgottenIsIn(String text, Path file, String when) {
    Matcher ids = ID.matcher(text);
    while (ids.find()) {
      assertThat(acknowledged.mustBeGone(ids.group()))
          .as(
              () ->
                  when
                      + ": "
                      + ids.group()
                      + " was forgotten and is in "
                      + file
                      + "; what was said: "
                      + acknowledged.story(ids.group()))
          .isFalse();
    }
  }

  private void runAndKill(int round, boolean compacts, String when) throws Exception {
    Path errors = elsewhere.resolve("errors");
    Process process =
        program(Campaign.seed() * 1000 + round, compacts).redirectError(errors.toFile()).start();
    int last =
        random.nextInt(10) == 0 ? random.nextInt(3) : 3 + random.nextInt(Campaign.rounds(120, 400));
    int count = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      String line = lines.readLine();
      while (line != null) {
        if (line.endsWith(" .")) {
          acknowledged.hear(line);
        }
        if (count++ == last) {
          process.toHandle().destroyForcibly();
        }
        line = lines.readLine();
      }
    }
    assertThat(process.waitFor())
        .as("%s, after %d lines of %d: %s", when, count, last, Files.readString(errors))
        .isEqualTo(137);
  }

  private ProcessBuilder program(long round, boolean compacts) {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        "-Xshare:auto",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
        "-cp",
        System.getProperty("java.class.path"),
        KilledProgram.class.getName(),
        folder.toString(),
        String.valueOf(round),
        String.valueOf(compacts),
        String.valueOf(encrypted));
  }
}
