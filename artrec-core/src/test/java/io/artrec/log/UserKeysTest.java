package io.artrec.log;

import static io.artrec.log.LogFolder.recorded;
import static io.artrec.log.LogFolder.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.Campaign;
import io.artrec.behavior.Interaction;
import io.artrec.encryption.Encryption;
import io.artrec.encryption.KeyRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logs in which each visitor's changes are under a key that goes with them. */
class UserKeysTest {
  private static final long SEGMENT_BYTES = 900;
  private static final KeyRing AUTUMN = KeyRing.of("autumn", key(1));
  private static final KeyRing WINTER = KeyRing.of("winter", key(2)).withEarlier("autumn", key(1));

  @TempDir Path parent;

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  private Path at(String name) {
    return parent.resolve(name);
  }

  private Encryption encryption(KeyRing keys) {
    return Encryption.with(keys).userKeys(at("visitors.keys"));
  }

  private FileLog open(String name) {
    return LogFolder.open(at(name), SEGMENT_BYTES, encryption(AUTUMN));
  }

  private static void fill(FileLog log) {
    for (int i = 0; i < 9; i++) {
      log.append(Interaction.view(i % 3 == 0 ? "ada" : "bob", "w" + i));
    }
  }

  @Test
  void copiesOfTheLog_doNotBringBack_whoWasForgottenSince() throws IOException {
    try (FileLog log = open("log")) {
      fill(log);
      assertThat(replay(log, 0)).hasSize(9).contains("1 ada w0", "2 bob w1");
      log.copyTo(at("copy"));
      assertThatThrownBy(() -> open("copy"))
          .as("one file of keys is open once")
          .hasMessageContaining("visitors.keys is open elsewhere");
      assertThat(log.forget("ada", Instant.EPOCH).finish()).isEqualTo(3);
      assertThat(replay(log, 0)).hasSize(7).noneMatch(line -> line.contains("ada"));
    }
    try (FileLog copy = open("copy")) {
      assertThat(replay(copy, 0)).hasSize(6).allMatch(line -> line.contains("bob"));
      assertThat(copy.lastNumber()).isEqualTo(9);
    }
    try (FileLog log = open("log")) {
      assertThat(replay(log, 0)).hasSize(7);
    }
  }

  @Test
  void whoComesBack_hasAnotherKey_andKeepsWhatCameAfter() {
    try (FileLog log = open("log")) {
      log.append(Interaction.view("ada", "w1"));
      log.copyTo(at("before"));
      Erasure erasure = log.forget("ada", Instant.EPOCH);
      log.append(List.of(recorded("ada", "w2"), recorded("bob", "w3")));
      erasure.finish();
      log.append(Interaction.view("ada", "w4"));
      log.copyTo(at("after"));
    }
    for (String name : List.of("log", "after")) {
      try (FileLog log = open(name)) {
        assertThat(replay(log, 0))
            .containsExactly("2 forgotten", "3 ada w2", "4 bob w3", "5 ada w4");
      }
    }
    try (FileLog before = open("before")) {
      assertThat(replay(before, 0)).isEmpty();
    }
  }

  @Test
  void marksAndChangesInOneStep_areToldApart_alsoWhenAProcessEndsBetween() throws IOException {
    try (FileLog log = open("log")) {
      log.append(Interaction.view("ada", "w1"));
      log.append(
          List.of(
              recorded("ada", "w2"),
              new Change.Forgotten(log.pseudonym("ada"), 5),
              recorded("ada", "w3")));
    }
    try (FileLog log = open("log")) {
      assertThat(replay(log, 0)).containsExactly("3 forgotten", "4 ada w3");
    }
    try (FileLog log = open("log")) {
      assertThat(replay(log, 0)).containsExactly("3 forgotten", "4 ada w3");
    }
  }

  @Test
  void missingForeignAndDamagedKeyFiles_areTold() throws IOException {
    Path keys = at("visitors.keys");
    try (FileLog log = open("log")) {
      fill(log);
    }
    byte[] bytes = Files.readAllBytes(keys);
    assertThat(bytes).hasSize(512 + 2 * 128);
    assertThatThrownBy(() -> LogFolder.open(at("log"), SEGMENT_BYTES, Encryption.with(AUTUMN)))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("under keys of visitors, and no file of these was passed");
    assertThatThrownBy(() -> open("other"))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("is of another log");
    for (int bit = 0; bit < 8 * bytes.length; bit += 61) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(keys, changed);
      assertThatThrownBy(() -> open("log"))
          .as("bit %d", bit)
          .isInstanceOf(LogException.class)
          .hasMessageContaining("visitors.keys");
    }
    Files.delete(keys);
    assertThatThrownBy(() -> open("log"))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("is missing; put it back");
    Files.write(keys, bytes);
    try (FileLog log = open("log")) {
      assertThat(replay(log, 0)).hasSize(9);
    }
  }

  @Test
  void rotation_putsTheKeyFileUnderTheNewKey_too() throws IOException {
    try (FileLog log = open("log")) {
      fill(log);
      log.copyTo(at("copy"));
    }
    Encryption both = encryption(WINTER);
    try (FileLog log = LogFolder.open(at("log"), SEGMENT_BYTES, both)) {
      log.rotateKeys();
      log.append(Interaction.view("eve", "w"));
    }
    assertThat(LogFolder.text(at("log"))).doesNotContain("autumn");
    assertThat(Files.readString(at("visitors.keys"), StandardCharsets.ISO_8859_1))
        .contains("winter")
        .doesNotContain("autumn");
    try (FileLog log =
        LogFolder.open(at("log"), SEGMENT_BYTES, encryption(KeyRing.of("winter", key(2))))) {
      assertThat(replay(log, 0)).hasSize(10);
    }
    try (FileLog copy = LogFolder.open(at("copy"), SEGMENT_BYTES, both)) {
      assertThat(replay(copy, 0)).as("under the old key, with keys of visitors").hasSize(9);
    }
  }

  @Test
  void salvage_keepsWhatHasAKey() throws IOException {
    try (FileLog log = open("log")) {
      fill(log);
      log.copyTo(at("copy"));
      log.forget("ada", Instant.EPOCH).finish();
    }
    assertThat(FileLog.salvage(at("copy"), at("saved"), encryption(AUTUMN))).isEqualTo(9);
    try (FileLog saved = open("saved")) {
      assertThat(replay(saved, 0)).hasSize(6);
    }
  }

  /** Where it fails, the number that the visitor's key was made for is given to a later change. */
  private static List<Change> afterOthers() {
    return List.of(
        recorded("bob", "w"),
        recorded("bob", "w"),
        recorded("bob", "w"),
        recorded("bob", "w"),
        recorded("ada", "w0"));
  }

  @ParameterizedTest
  @EnumSource
  void everyFailure_losesNothingAcknowledged_andNobodyComesBack(FaultyFiles.Effect effect)
      throws IOException {
    boolean failed = true;
    for (int n = 1; failed; n += Campaign.rounds(5, 1)) {
      Files.deleteIfExists(at("visitors.keys"));
      FaultyFiles files = new FaultyFiles(n, effect, false);
      Path folder = at("log" + n);
      int acknowledged = 0;
      boolean forgotten = false;
      try (FileLog log =
          FileLog.open(new LogStorage(files, encryption(AUTUMN)), folder, SEGMENT_BYTES)) {
        log.copyTo(at("copy" + n));
        for (int i = 0; i < 6; i++) {
          try {
            log.append(i == 0 ? afterOthers() : List.of(recorded("ada", "w" + i)));
            acknowledged = forgotten ? acknowledged + 1 : acknowledged;
          } catch (LogException e) {
            continue;
          }
          if (i == 2) {
            Files.createDirectories(at("copied" + n));
            LogFolder.copy(folder, at("copied" + n));
            try {
              log.forget("ada", Instant.EPOCH).finish();
            } catch (LogException e) {
              log.forget("ada", Instant.EPOCH).finish();
            }
            forgotten = true;
          }
        }
        log.rotateKeys();
      } catch (LogException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
      failed = files.hasFailed();
      try (FileLog log = LogFolder.open(folder, SEGMENT_BYTES, encryption(AUTUMN))) {
        long found = replay(log, 0).stream().filter(line -> line.contains("ada")).count();
        if (forgotten) {
          assertThat(found).as("operation %d", n).isEqualTo(acknowledged);
        }
      }
      if (forgotten) {
        try (FileLog copy = LogFolder.open(at("copied" + n), SEGMENT_BYTES, encryption(AUTUMN))) {
          assertThat(replay(copy, 0)).as("operation %d", n).noneMatch(line -> line.contains("ada"));
        }
      }
    }
  }
}
