package io.artrec.log;

import static io.artrec.log.LogFolder.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.encryption.Encryption;
import io.artrec.encryption.EncryptionException;
import io.artrec.encryption.KeyRing;
import io.artrec.encryption.KeySource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The current key changes while a log is open whose last segment holds no change yet. */
class FileLogRotationTest {
  private static final long SEGMENT_BYTES = 500;
  private static final KeyRing AUTUMN = KeyRing.of("autumn", key(1));
  private static final KeyRing MIDWINTER =
      KeyRing.of("midwinter", key(2)).withEarlier("autumn", key(1));
  private static final KeyRing MIDWINTER_ALONE = KeyRing.of("midwinter", key(2));

  @TempDir Path parent;
  private Path folder;
  private List<String> all;

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  /** Keys that are exchanged while they are in use. */
  private static final class ChangingKeys implements KeySource {
    private KeySource now = AUTUMN;

    @Override
    public String currentKeyId() {
      return now.currentKeyId();
    }

    @Override
    public Optional<SecretKey> key(String id) {
      return now.key(id);
    }
  }

  @BeforeEach
  void logWhoseLastSegmentIsEmpty() throws IOException {
    folder = parent.resolve("log");
    try (FileLog log = LogFolder.open(folder, SEGMENT_BYTES, Encryption.with(AUTUMN))) {
      for (int i = 0; i < 4; i++) {
        log.append(Interaction.view(i == 2 ? "ada" : "bob", "w" + i));
      }
      log.forget("ada", Instant.EPOCH).finish();
      all = replay(log, 0);
    }
    assertThat(all).hasSize(4).endsWith("5 forgotten");
    List<Path> segments = LogFolder.segments(folder);
    assertThat(segments).as("the last one is empty").endsWith(folder.resolve(Segment.name(6)));
  }

  @ParameterizedTest
  @CsvSource({"NOTHING,false", "HALF,false", "ALL,false", "NOTHING,true", "HALF,true", "ALL,true"})
  void everyFailure_losesNothing_andTheNextRotationFinishes(FaultyFiles.Effect effect, boolean dies)
      throws IOException {
    int failures = 0;
    boolean failed = true;
    for (int n = 1; failed; n++) {
      Path copy = parent.resolve("copy" + n);
      LogFolder.copy(folder, copy);
      List<String> expected = new ArrayList<>(all);
      FaultyFiles files = new FaultyFiles(n, effect, dies);
      failures += rotate(files, copy, expected) ? 1 : 0;
      failed = files.hasFailed();
      String what = "operation " + n;
      try (FileLog log = LogFolder.open(copy, SEGMENT_BYTES, Encryption.with(MIDWINTER))) {
        List<String> found = replay(log, 0);
        if (files.isDead() && found.size() > expected.size()) {
          expected.add("6 eve w");
        }
        assertThat(found).as(what).isEqualTo(expected);
        log.rotateKeys();
      }
      assertThat(LogFolder.text(copy)).as(what).doesNotContain("autumn");
      try (FileLog log = LogFolder.open(copy, SEGMENT_BYTES, Encryption.with(MIDWINTER_ALONE))) {
        assertThat(replay(log, 0)).as(what).isEqualTo(expected);
        assertThat(log.append(Interaction.view("eve", "later"))).isEqualTo(expected.size() + 2L);
      }
    }
    assertThat(failures).as("operations that failed the rotation").isGreaterThan(12);
  }

  /**
   * Rotates on a disk that fails, and appends after it.
   *
   * @param expected receives what was acknowledged
   * @return whether the rotation failed
   */
  private static boolean rotate(FaultyFiles files, Path folder, List<String> expected) {
    ChangingKeys keys = new ChangingKeys();
    boolean failed = false;
    FileLog log;
    try {
      log = FileLog.open(new LogStorage(files, Encryption.with(keys)), folder, SEGMENT_BYTES);
    } catch (LogException e) {
      return false;
    }
    try (log) {
      keys.now = MIDWINTER;
      try {
        log.rotateKeys();
      } catch (LogException e) {
        failed = true;
        if (!files.isDead()) {
          assertThat(replay(log, 0)).isEqualTo(expected);
        }
      }
      long number = log.append(Interaction.view("eve", "w"));
      expected.add(number + " eve w");
      assertThat(replay(log, 0)).isEqualTo(expected);
    } catch (LogException e) {
      assertThat(files.hasFailed()).isTrue();
    }
    return failed;
  }

  @Test
  void rotationLeavesOutNoNumber() throws IOException {
    ChangingKeys keys = new ChangingKeys();
    List<Path> before = LogFolder.segments(folder);
    try (FileLog log = LogFolder.open(folder, 1, Encryption.with(keys))) {
      keys.now = MIDWINTER;
      log.rotateKeys();
      assertThat(LogFolder.segments(folder)).isEqualTo(before);
      assertThat(log.append(Interaction.view("eve", "w"))).isEqualTo(6);
    }
  }

  @Test
  void keyThatIsNotThere_stopsAppending_untilItIs() {
    ChangingKeys keys = new ChangingKeys();
    try (FileLog log = LogFolder.open(folder, SEGMENT_BYTES, Encryption.with(keys))) {
      keys.now =
          new KeySource() {
            @Override
            public String currentKeyId() {
              return "gone";
            }

            @Override
            public Optional<SecretKey> key(String id) {
              return AUTUMN.key(id);
            }
          };
      assertThatThrownBy(log::rotateKeys).isInstanceOf(EncryptionException.class);
      assertThatThrownBy(() -> log.append(Interaction.view("eve", "w")))
          .isInstanceOf(LogException.class)
          .hasRootCauseInstanceOf(EncryptionException.class);
      assertThat(replay(log, 0)).isEqualTo(all);
      keys.now = MIDWINTER;
      assertThat(log.append(Interaction.view("eve", "w"))).isEqualTo(6);
      log.rotateKeys();
      keys.now = MIDWINTER_ALONE;
      assertThat(replay(log, 0)).hasSize(5);
    }
  }
}
