package io.artrec.log;

import static io.artrec.log.LogFolder.places;
import static io.artrec.log.LogFolder.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.encryption.Encryption;
import io.artrec.encryption.KeyRing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody without the key writes into the folder of an encrypted log steers nothing. */
class FileLogForgeryTest {
  private static final long SEGMENT_BYTES = 500;
  private static final KeyRing KEYS = KeyRing.of("autumn", new byte[32]);

  @TempDir Path parent;
  private Path folder;
  private List<String> all;
  private UUID id;

  @BeforeEach
  void segmentsOfSomeChanges() throws IOException {
    folder = parent.resolve("log");
    try (FileLog log = open()) {
      for (int i = 0; i < 9; i++) {
        log.append(Interaction.view("ada", "w" + i));
      }
      all = replay(log, 0);
      id = UUID.fromString(log.id());
    }
    assertThat(LogFolder.segments(folder)).hasSize(2);
  }

  private FileLog open() {
    return LogFolder.open(folder, SEGMENT_BYTES, Encryption.with(KEYS));
  }

  /** A segment without its last change, with records instead whose checksums fit. */
  private static byte[] cut(byte[] segment, int number, int... kinds) {
    List<Integer> places = places(segment);
    int last = places.size() - 4;
    RecordWriter records =
        new RecordWriter(LogRecord.intAt(segment, places.get(last)), RecordCipher.PLAIN);
    int room = segment.length - places.get(last + 1) - 2 * LogRecord.OVERHEAD;
    for (int kind : kinds) {
      byte[] payload = new byte[kind == LogRecord.CLEAN ? room : 0];
      records.add(number, kind | LogRecord.LAST, payload, 0, payload.length);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(segment, 0, places.get(last + 1));
    out.write(records.bytes(), 0, records.size());
    return out.toByteArray();
  }

  @Test
  void changesCutFromTheEndOfASealedSegment_areNoticed_howeverItIsSealed() throws IOException {
    Path segment = LogFolder.segments(folder).get(0);
    byte[] bytes = Files.readAllBytes(segment);
    int number = (int) LogRecord.longAt(bytes, seal(bytes) + LogRecord.NUMBER_AT);
    assertThat(LogRecord.kind(bytes[seal(bytes) + LogRecord.KIND_AT])).isEqualTo(LogRecord.SEAL);
    for (byte[] forged :
        List.of(
            cut(bytes, number, LogRecord.SEAL),
            cut(bytes, number, LogRecord.CLEAN, LogRecord.SEAL))) {
      Files.write(segment, forged);
      assertThatThrownBy(this::open)
          .isInstanceOf(LogException.class)
          .hasMessageContaining(segment.toString())
          .hasMessageContaining("does not open under the segment's key");
    }
  }

  @Test
  void changesCutWhileTheLogIsOpen_areNoticedByWhoReadsThem() throws IOException {
    Path segment = LogFolder.segments(folder).get(0);
    byte[] bytes = Files.readAllBytes(segment);
    int number = (int) LogRecord.longAt(bytes, seal(bytes) + LogRecord.NUMBER_AT);
    byte[] forged = cut(bytes, number, LogRecord.CLEAN, LogRecord.SEAL);
    assertThat(forged).hasSameSizeAs(bytes);
    try (FileLog log = open()) {
      Files.write(segment, forged);
      assertThatThrownBy(() -> replay(log, 0))
          .isInstanceOf(LogException.class)
          .hasMessageContaining("does not open under the segment's key");
    }
  }

  private static int seal(byte[] segment) {
    List<Integer> places = places(segment);
    return places.get(places.size() - 2);
  }

  @Test
  void plainSealThatSaysSomething_isRefused() throws IOException {
    Path plain = parent.resolve("plain");
    try (FileLog log = LogFolder.open(plain, 90)) {
      log.append(Interaction.view("ada", "w1"));
      log.append(Interaction.view("ada", "w2"));
    }
    Path segment = LogFolder.segments(plain).get(0);
    byte[] bytes = Files.readAllBytes(segment);
    int seal = seal(bytes);
    RecordWriter longer =
        new RecordWriter(LogRecord.intAt(bytes, seal + LogRecord.PREVIOUS_AT), RecordCipher.PLAIN);
    longer.add(1, LogRecord.SEAL | LogRecord.LAST, new byte[3], 0, 3);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, seal);
    out.write(longer.bytes(), 0, longer.size());
    Files.write(segment, out.toByteArray());
    assertThatThrownBy(() -> LogFolder.open(plain, 90))
        .isInstanceOf(LogException.class)
        .hasMessageContaining(segment.toString())
        .hasMessageContaining("a record of kind 5 has a payload of 3 bytes, expected 0");
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 10})
  void headerWithoutAKey_isNotBelieved_insideTheLogOrAfterIt(long first) throws IOException {
    long far = 1L << 62;
    Files.write(
        folder.resolve(Segment.name(first)), new SegmentHeader(id, first, far, far).toBytes());
    for (int opening = 0; opening < 2; opening++) {
      try (FileLog log = open()) {
        assertThat(log.compactedTo()).isZero();
        assertThat(replay(log, 0)).isEqualTo(all);
        assertThat(log.forget("nobody", Instant.EPOCH).finish()).isZero();
        all = replay(log, 0);
      }
    }
    try (FileLog log = open()) {
      assertThat(log.forget("ada", Instant.EPOCH).finish()).isEqualTo(9);
      log.compact(5);
    }
    try (FileLog log = open()) {
      assertThat(log.compactedTo()).as("that of a header under the key").isEqualTo(5);
    }
  }

  @Test
  void erasureThatWasNotFinished_isFinished_whateverAForgedHeaderSays() throws IOException {
    try (FileLog log = open()) {
      log.forget("ada", Instant.EPOCH);
    }
    long far = 1L << 62;
    Files.write(folder.resolve(Segment.name(2)), new SegmentHeader(id, 2, far, far).toBytes());
    try (FileLog log = open()) {
      assertThat(replay(log, 0)).containsExactly("10 forgotten");
    }
  }

  @Test
  void salvage_takesNothingEncryptedForPlainChanges_whenTheKeyIsDamaged() throws IOException {
    Path segment = LogFolder.segments(folder).get(0);
    byte[] bytes = Files.readAllBytes(segment);
    int lost = 0;
    for (int place : places(bytes).subList(1, places(bytes).size() - 1)) {
      lost += LogRecord.kind(bytes[place + LogRecord.KIND_AT]) <= LogRecord.MARK ? 1 : 0;
    }
    bytes[SegmentHeader.BYTES + LogRecord.OVERHEAD + 20] ^= 1;
    Files.write(segment, bytes);
    assertThat(FileLog.salvage(folder, parent.resolve("none"))).as("without keys").isZero();
    Path saved = parent.resolve("saved");
    Encryption either = Encryption.with(KEYS).acceptingPlain();
    assertThat(lost).isPositive();
    assertThat(FileLog.salvage(folder, saved, either)).isEqualTo(9 - lost);
    try (FileLog log = LogFolder.open(saved, SEGMENT_BYTES, Encryption.with(KEYS))) {
      assertThat(replay(log, 0)).isEqualTo(all.subList(lost, 9));
    }
  }
}
