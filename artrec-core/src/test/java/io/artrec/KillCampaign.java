package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.encryption.Encryption;
import io.artrec.log.ChangeLog;
import io.artrec.model.ModelFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes killed with {@code -9} at random points of recording, forgetting, saving, learning and
 * opening, one after another on the same log and model file: no acknowledged event is lost, nobody
 * forgotten is found in what is stored, and log and model file can always be read.
 */
public abstract class KillCampaign {
  static final Pattern ID = Pattern.compile("(ev|vi)[0-9]+x");

  private final SplittableRandom random = new SplittableRandom(Campaign.seed());
  private final Acknowledged acknowledged = new Acknowledged();

  private Encryption encryption = Encryption.none();

  @TempDir Path folder;
  @TempDir Path elsewhere;

  /** For subclasses. */
  protected KillCampaign() {}

  /**
   * Returns how many processes are killed.
   *
   * @return the number
   */
  protected abstract int kills();

  /**
   * Returns the class whose {@code main} calls {@link KilledProgram#run} with the same log.
   *
   * @return the class
   */
  protected abstract Class<?> program();

  /**
   * Returns what {@link #program} gets behind what {@link KilledProgram#run} takes.
   *
   * @return arguments
   */
  protected List<String> arguments() {
    return List.of();
  }

  /**
   * Opens the log.
   *
   * @param in the folder of this test
   * @return the open log
   */
  protected abstract ChangeLog log(Path in);

  /**
   * Hands over all that is stored, as texts of one character a byte, with the places where they
   * are.
   *
   * @param in the folder of this test
   * @param closed whether the log was closed, not killed, since it was written to
   * @param consumer takes places and texts
   */
  protected abstract void stored(Path in, boolean closed, BiConsumer<String, String> consumer);

  /**
   * Returns how the model file is encrypted that is opened after a kill.
   *
   * @param kill which kill, from 1
   * @return none unless overridden
   */
  protected Encryption encryption(int kill) {
    return Encryption.none();
  }

  final Encryption encryption() {
    return encryption;
  }

  /** Does what else is to happen after a kill and before the log is opened. */
  protected void killed() {}

  @Test
  void acknowledged_isThere_andForgotten_isNowhere_howeverTheProcessEnds() throws Exception {
    int kills = kills();
    int compacting = kills / 2;
    for (int kill = 1; kill <= kills; kill++) {
      String when = "seed " + Campaign.seed() + ", kill " + kill;
      encryption = encryption(kill);
      runAndKill(kill, kill > compacting, when);
      killed();
      assertNobodyForgottenIsStored(false, when + ", before opening");
      if (Files.exists(KilledProgram.model(folder))) {
        ModelFile.read(KilledProgram.model(folder), encryption, in -> in.getString("provenance"));
      }
      open(random.nextBoolean(), when);
    }
    System.out.println(kills + " kills: " + acknowledged);
  }

  /** Opens both ways; the second settles what is now known, and saves. */
  private void open(boolean modelFirst, String when) throws IOException {
    try (KilledProgram.Session first =
        KilledProgram.open(folder, () -> log(folder), modelFirst, encryption)) {
      for (String visitor : visitors()) {
        acknowledged.check(visitor, eventsAndAnswers(first, visitor), when + ", opened");
      }
      acknowledged.check(first.recommender().catalog(), when + ", opened");
      acknowledged.checkPositions(
          source -> first.recommender().position(source).orElse(-1), when + ", opened");
    }
    try (KilledProgram.Session second =
        KilledProgram.open(folder, () -> log(folder), !modelFirst, encryption)) {
      Map<String, List<String>> found = new HashMap<>();
      for (String visitor : visitors()) {
        found.put(visitor, eventsAndAnswers(second, visitor));
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
    assertNobodyForgottenIsStored(true, when + ", opened and saved");
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

  private static List<String> eventsAndAnswers(KilledProgram.Session session, String visitor) {
    List<String> found = new ArrayList<>();
    session
        .recommender()
        .history(visitor)
        .forEach(event -> found.add(event.eventId().orElse("none")));
    session
        .recommender()
        .export(visitor)
        .drawnAnswers()
        .keySet()
        .forEach(answer -> found.add(answer.id()));
    return found;
  }

  private void assertNobodyForgottenIsStored(boolean closed, String when) {
    stored(
        folder,
        closed,
        (place, text) -> {
          Matcher ids = ID.matcher(text);
          while (ids.find()) {
            assertThat(acknowledged.mustBeGone(ids.group()))
                .as(
                    () ->
                        when
                            + ": "
                            + ids.group()
                            + " was forgotten and is in "
                            + place
                            + "; what was said: "
                            + acknowledged.story(ids.group()))
                .isFalse();
          }
        });
  }

  /**
   * Hands over the content of all files in a folder and those below.
   *
   * @param in the folder
   * @param consumer takes paths and texts
   */
  protected static void files(Path in, BiConsumer<String, String> consumer) {
    try (Stream<Path> files = Files.walk(in)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        consumer.accept(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                program().getName(),
                folder.toString(),
                String.valueOf(round),
                String.valueOf(compacts)));
    command.addAll(arguments());
    return new ProcessBuilder(command);
  }
}
