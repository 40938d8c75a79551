package io.artrec.log;

import static io.artrec.log.LogFolder.recorded;
import static io.artrec.log.LogFolder.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.Campaign;
import io.artrec.behavior.Interaction;
import io.artrec.encryption.Encryption;
import io.artrec.encryption.KeyRing;
import io.artrec.encryption.KeySource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logs whose payloads nobody can read or forge without the application's keys. */
class FileLogEncryptionTest {
  private static final long SEGMENT_BYTES = 500;
  private static final KeyRing AUTUMN = KeyRing.of("autumn", key(1));
  private static final KeyRing WINTER = KeyRing.of("winter", key(2)).withEarlier("autumn", key(1));
  private static final KeyRing WINTER_ALONE = KeyRing.of("winter", key(2));

  @TempDir Path parent;

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  private Path folder() {
    return parent.resolve("log");
  }

  private static FileLog open(Path folder, Encryption encryption) {
    return LogFolder.open(folder, SEGMENT_BYTES, encryption);
  }

  private FileLog open(KeyRing keys) {
    return open(folder(), Encryption.with(keys));
  }

  private static void fill(FileLog log) {
    for (int i = 0; i < 12; i++) {
      log.append(Interaction.view(i % 3 == 0 ? "secret" : "bob", "w" + i).saying("lovely"));
    }
  }

  @Test
  void whatIsAppended_comesBack_andIsReadableNowhere() throws IOException {
    List<String> all;
    try (FileLog log = open(AUTUMN)) {
      fill(log);
      all = replay(log, 0);
      assertThat(all).hasSize(12).startsWith("1 secret w0", "2 bob w1");
    }
    assertThat(LogFolder.segments(folder())).hasSizeGreaterThan(2);
    assertThat(LogFolder.text(folder())).doesNotContain("secret", "bob", "lovely", "w1", "view");
    try (FileLog log = open(AUTUMN)) {
      assertThat(replay(log, 0)).isEqualTo(all);
      assertThat(log.forget("secret", Instant.EPOCH).finish()).isEqualTo(4);
      log.compact(5);
      assertThat(replay(log, 5)).hasSize(6).startsWith("6 bob w5").endsWith("13 forgotten");
    }
    assertThat(LogFolder.text(folder())).doesNotContain("secret", "bob", "lovely", "w1", "view");
    try (FileLog log = open(AUTUMN)) {
      assertThat(replay(log, 5)).hasSize(6);
    }
  }

  @Test
  void keysThatAreMissing_other_orNotExpected_areTold() {
    open(AUTUMN).close();
    assertThatThrownBy(() -> FileLog.open(folder()))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("cannot open log segment")
        .hasMessageContaining("encrypted under key 'autumn', and no keys were passed");
    assertThatThrownBy(() -> open(WINTER_ALONE))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("key 'autumn' is needed");
    assertThatThrownBy(() -> open(KeyRing.of("autumn", key(9))))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("another key of this id");
    open(AUTUMN).close();
  }

  @Test
  void plainLog_isRefused_untilItIsTakenOver() throws IOException {
    try (FileLog log = LogFolder.open(folder(), SEGMENT_BYTES)) {
      fill(log);
    }
    assertThatThrownBy(() -> open(AUTUMN))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("is not encrypted, expected one that is")
        .hasMessageContaining("encryption.acceptingPlain()");
    try (FileLog log = open(folder(), Encryption.with(AUTUMN).acceptingPlain())) {
      log.append(Interaction.view("hidden", "w"));
      assertThat(LogFolder.text(folder())).contains("secret").doesNotContain("hidden");
      log.rotateKeys();
      assertThat(LogFolder.text(folder())).doesNotContain("secret", "bob", "lovely");
    }
    try (FileLog log = open(AUTUMN)) {
      assertThat(replay(log, 0)).hasSize(13);
    }
  }

  @Test
  void rotation_leavesNothingUnderTheOldKey_andNumbersStay() throws IOException {
    List<String> all;
    try (FileLog log = open(AUTUMN)) {
      fill(log);
    }
    try (FileLog log = open(WINTER)) {
      log.append(Interaction.view("eve", "w12"));
      assertThat(LogFolder.text(folder())).contains("autumn", "winter");
      all = replay(log, 0);
      log.rotateKeys();
      assertThat(LogFolder.text(folder())).contains("winter").doesNotContain("autumn");
      assertThat(replay(log, 0)).isEqualTo(all).hasSize(13);
      int segments = LogFolder.segments(folder()).size();
      log.rotateKeys();
      assertThat(LogFolder.segments(folder())).as("nothing to do").hasSize(segments);
    }
    try (FileLog log = open(WINTER_ALONE)) {
      assertThat(replay(log, 0)).isEqualTo(all);
      assertThat(log.append(Interaction.view("eve", "w13"))).isEqualTo(14);
    }
  }

  @Test
  void rotationOfAnEmptyLog_whoseKeyChangesWhileItIsOpen_changesIt() throws IOException {
    KeyRing[] keys = {AUTUMN};
    Encryption changing =
        Encryption.with(
            new KeySource() {
              @Override
              public String currentKeyId() {
                return keys[0].currentKeyId();
              }

              @Override
              public Optional<SecretKey> key(String id) {
                return keys[0].key(id);
              }
            });
    try (FileLog log = open(folder(), changing)) {
      keys[0] = WINTER;
      log.rotateKeys();
      keys[0] = WINTER_ALONE;
      log.append(Interaction.view("eve", "w"));
      assertThat(replay(log, 0)).hasSize(1);
    }
    assertThat(LogFolder.text(folder())).doesNotContain("autumn");
    try (FileLog log = open(WINTER_ALONE)) {
      assertThat(replay(log, 0)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFailureOfRotation_losesNothing_andTheNextOneFinishes(FaultyFiles.Effect effect)
      throws IOException {
    List<String> all;
    try (FileLog log = open(AUTUMN)) {
      fill(log);
      all = replay(log, 0);
    }
    int failures = 0;
    boolean failed = true;
    for (int n = 1; failed; n += Campaign.rounds(4, 1)) {
      Path copy = parent.resolve("copy" + n);
      LogFolder.copy(folder(), copy);
      FaultyFiles files = new FaultyFiles(n, effect, false);
      try (FileLog log =
          FileLog.open(new LogStorage(files, Encryption.with(WINTER)), copy, SEGMENT_BYTES)) {
        log.rotateKeys();
      } catch (LogException e) {
        failures++;
      }
      failed = files.hasFailed();
      try (FileLog log = open(copy, Encryption.with(WINTER))) {
        assertThat(replay(log, 0)).as("operation %d", n).isEqualTo(all);
        log.rotateKeys();
      }
      assertThat(LogFolder.text(copy)).as("operation %d", n).doesNotContain("autumn");
      try (FileLog log = open(copy, Encryption.with(WINTER_ALONE))) {
        assertThat(replay(log, 0)).as("operation %d", n).isEqualTo(all);
      }
    }
    assertThat(failures).as("operations that failed").isGreaterThan(Campaign.rounds(8, 32));
  }

  @Test
  void everyBitFlip_isRefused() throws IOException {
    try (FileLog log = open(AUTUMN)) {
      log.append(List.of(recorded("ada", "w1"), recorded("bob", "w2")));
      log.forget("nobody", Instant.EPOCH).finish();
      log.append(Interaction.view("eve", "w3"));
    }
    Encryption encryption = Encryption.with(AUTUMN);
    assertThat(LogFolder.segments(folder())).hasSize(2);
    int step = Campaign.rounds(37, 1);
    for (Path segment : LogFolder.segments(folder())) {
      byte[] bytes = Files.readAllBytes(segment);
      for (int bit = 0; bit < 8 * bytes.length; bit += step) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(segment, flipped);
        assertThatThrownBy(() -> open(folder(), encryption))
            .as("bit %d of %s", bit, segment)
            .isInstanceOf(LogException.class)
            .hasMessageContaining(segment.toString());
      }
      Files.write(segment, bytes);
    }
    try (FileLog log = open(AUTUMN)) {
      assertThat(replay(log, 0)).hasSize(4);
    }
  }

  @Test
  void everyTruncationOfTheLastSegment_keepsWholeBatches_andGoesOnEncrypted() throws IOException {
    try (FileLog log = open(AUTUMN)) {
      log.append(List.of(recorded("ada", "w1"), recorded("bob", "w2")));
      log.append(Interaction.view("eve", "w3"));
    }
    Path segment = LogFolder.segments(folder()).get(0);
    byte[] bytes = Files.readAllBytes(segment);
    List<String> all = List.of("1 ada w1", "2 bob w2", "3 eve w3");
    for (int length = 0; length < bytes.length; length++) {
      Files.write(segment, Arrays.copyOf(bytes, length));
      try (FileLog log = open(AUTUMN)) {
        List<String> found = replay(log, 0);
        assertThat(found).as("%d bytes", length).isEqualTo(all.subList(0, found.size()));
        assertThat(found.size()).as("%d bytes: no half batch", length).isNotEqualTo(1);
        log.append(Interaction.view("later", "w"));
      }
      assertThat(LogFolder.text(folder())).as("%d bytes", length).doesNotContain("later");
      try (FileLog log = open(AUTUMN)) {
        assertThat(replay(log, 0)).as("%d bytes", length).anyMatch(line -> line.contains("later"));
      }
      for (Path other : LogFolder.segments(folder())) {
        Files.delete(other);
      }
    }
  }

  /** A record of a segment: where it begins, and where the next does. */
  private static List<Integer> places(byte[] segment) {
    List<Integer> places = new ArrayList<>(List.of(SegmentHeader.BYTES));
    int at = SegmentHeader.BYTES;
    while (at < segment.length) {
      at += LogRecord.OVERHEAD + LogRecord.intAt(segment, at + LogRecord.LENGTH_AT);
      places.add(at);
    }
    return places;
  }

  /** What somebody can do who can write to the disk and knows how to make checksums. */
  private static byte[] rechained(byte[] segment) {
    List<Integer> places = places(segment);
    CRC32C crc = new CRC32C();
    int chain = SegmentHeader.crc(segment);
    for (int i = 0; i < places.size() - 1; i++) {
      int at = places.get(i);
      LogRecord.putInt(segment, at + LogRecord.PREVIOUS_AT, chain);
      chain = LogRecord.crc(crc, segment, at, places.get(i + 1) - at - LogRecord.OVERHEAD);
      LogRecord.putInt(segment, at, chain);
    }
    return segment;
  }

  @Test
  void forgedRecords_doNotOpen_howeverWellTheirChecksumsFit() throws IOException {
    Encryption encryption = Encryption.with(AUTUMN);
    try (FileLog log = LogFolder.open(folder(), FileLog.SEGMENT_BYTES, encryption)) {
      for (int i = 0; i < 4; i++) {
        log.append(Interaction.view("ada", "w" + i));
      }
    }
    Path segment = LogFolder.segments(folder()).get(0);
    byte[] bytes = Files.readAllBytes(segment);
    List<Integer> places = places(bytes);
    byte[] without = new byte[bytes.length - (places.get(3) - places.get(2))];
    System.arraycopy(bytes, 0, without, 0, places.get(2));
    System.arraycopy(bytes, places.get(3), without, places.get(2), bytes.length - places.get(3));
    byte[] changed = bytes.clone();
    changed[places.get(3) - 20] ^= 1;
    byte[] exchanged = bytes.clone();
    int length = places.get(2) - places.get(1) - LogRecord.OVERHEAD;
    for (int[] move : new int[][] {{1, 2}, {2, 1}}) {
      System.arraycopy(
          bytes,
          places.get(move[0]) + LogRecord.OVERHEAD,
          exchanged,
          places.get(move[1]) + LogRecord.OVERHEAD,
          length);
    }
    for (byte[] forged : List.of(without, changed, exchanged)) {
      Files.write(segment, rechained(forged));
      try (FileLog log = open(AUTUMN)) {
        assertThatThrownBy(() -> replay(log, 0))
            .isInstanceOf(LogException.class)
            .hasMessageContaining("does not open under the segment's key");
      }
    }
  }

  @Test
  void noNonce_isUsedTwice_alsoWhenTornRecordsAreWrittenAnew() throws IOException {
    Set<ByteBuffer> nonces = new HashSet<>();
    try (FileLog log = open(AUTUMN)) {
      log.append(Interaction.view("ada", "w"));
    }
    Path segment = LogFolder.segments(folder()).get(0);
    byte[] begun = Files.readAllBytes(segment);
    int records = 0;
    for (int life = 0; life < 20; life++) {
      Files.write(segment, begun);
      try (FileLog log = open(AUTUMN)) {
        log.append(List.of(recorded("ada", "w" + life), recorded("ada", "v" + life)));
      }
      byte[] bytes = Files.readAllBytes(segment);
      List<Integer> places = places(bytes);
      for (int i = life == 0 ? 1 : 2; i < places.size() - 1; i++) {
        nonces.add(ByteBuffer.wrap(bytes, places.get(i) + LogRecord.OVERHEAD, 12).slice());
        records++;
      }
    }
    assertThat(records).isEqualTo(1 + 20 * 2);
    assertThat(nonces).hasSize(records);
  }

  @Test
  void salvage_keepsWholeChanges_andEncryptsThemAnew() throws IOException {
    try (FileLog log = open(AUTUMN)) {
      log.append(Interaction.view("ada", "w1"));
      log.append(Interaction.view("bob", "w2"));
      log.append(Interaction.view("eve", "w3"));
    }
    Path segment = LogFolder.segments(folder()).get(0);
    byte[] bytes = Files.readAllBytes(segment);
    bytes[places(bytes).get(2) + 30] ^= 1;
    Files.write(segment, bytes);
    Path saved = parent.resolve("saved");
    assertThat(FileLog.salvage(folder(), saved, Encryption.with(WINTER))).isEqualTo(2);
    assertThat(LogFolder.text(saved)).doesNotContain("ada", "eve", "autumn");
    try (FileLog log = open(saved, Encryption.with(WINTER_ALONE))) {
      assertThat(replay(log, 0)).containsExactly("1 ada w1", "3 eve w3");
    }
    Path none = parent.resolve("none");
    assertThat(FileLog.salvage(folder(), none, Encryption.with(WINTER_ALONE)))
        .as("without the key")
        .isZero();
  }

  @Test
  void longestChange_goesInAndOut() {
    String comment = "x".repeat(1 << 20);
    try (FileLog log = open(AUTUMN)) {
      log.append(Interaction.view("ada", "w").saying(comment));
      List<String> comments = new ArrayList<>();
      log.replay(
          0,
          entry ->
              comments.add(((Change.Recorded) entry.change()).event().comment().orElseThrow()));
      assertThat(comments).containsExactly(comment);
    }
  }
}
