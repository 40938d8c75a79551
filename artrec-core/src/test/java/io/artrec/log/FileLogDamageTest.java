package io.artrec.log;

import static io.artrec.log.LogFolder.recorded;
import static io.artrec.log.LogFolder.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What disks, people and crashes do to a log's files is noticed, or does no harm. */
class FileLogDamageTest {
  private static final List<String> ALL =
      List.of("1 ada w1", "2 bob w2", "3 bob w3", "4 forgotten", "5 eve w4", "6 eve w5");

  @TempDir Path parent;
  private Path whole;
  private Path folder;
  private List<Path> segments;

  @BeforeEach
  void threeSegments() throws IOException {
    whole = parent.resolve("whole");
    folder = parent.resolve("log");
    try (FileLog log = LogFolder.open(whole, 120)) {
      log.append(Interaction.favorite("ada", "w1").saying("schön"));
      log.append(List.of(recorded("bob", "w2"), recorded("bob", "w3")));
      log.forget("nobody", Instant.EPOCH).finish();
      log.append(List.of(recorded("eve", "w4"), recorded("eve", "w5")));
    }
    assertThat(LogFolder.segments(whole)).hasSize(3);
    LogFolder.copy(whole, folder);
    segments = LogFolder.segments(folder);
  }

  private void assertRefused(String what, String... words) {
    assertThatThrownBy(() -> LogFolder.open(folder, 120))
        .as(what)
        .isInstanceOf(LogException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }

  @Test
  void everyBitFlip_isRefused_andNothingIsChanged() throws IOException {
    for (Path segment : segments) {
      byte[] bytes = Files.readAllBytes(segment);
      for (int bit = 0; bit < 8 * bytes.length; bit++) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(segment, flipped);
        assertRefused("bit " + bit + " of " + segment, segment.toString());
        assertThat(Files.readAllBytes(segment)).isEqualTo(flipped);
      }
      Files.write(segment, bytes);
    }
    try (FileLog log = LogFolder.open(folder, 120)) {
      assertThat(replay(log, 0)).isEqualTo(ALL);
    }
  }

  @Test
  void everyTruncationOfTheLastSegment_keepsTheBatchesBeforeIt() throws IOException {
    Path last = segments.get(2);
    byte[] bytes = Files.readAllBytes(last);
    for (int length = 0; length < bytes.length; length++) {
      LogFolder.copy(whole, folder);
      Files.write(last, Arrays.copyOf(bytes, length));
      try (FileLog log = LogFolder.open(folder, 120)) {
        assertThat(replay(log, 0)).as("%d bytes", length).isEqualTo(ALL.subList(0, 4));
        assertThat(log.append(Interaction.view("eve", "w6"))).isEqualTo(5);
      }
      try (FileLog again = LogFolder.open(folder, 120)) {
        assertThat(replay(again, 3)).containsExactly("4 forgotten", "5 eve w6");
      }
    }
  }

  @Test
  void everyTruncationOfAnEarlierSegment_isRefused() throws IOException {
    for (Path segment : segments.subList(0, 2)) {
      byte[] bytes = Files.readAllBytes(segment);
      for (int length = 0; length < bytes.length; length++) {
        Files.write(segment, Arrays.copyOf(bytes, length));
        assertRefused(length + " bytes of " + segment, segment.toString());
      }
      Files.write(segment, bytes);
    }
  }

  @Test
  void truncationOfAnOnlySegment_keepsWholeBatches() throws IOException {
    Path only = parent.resolve("only");
    List<String> all = List.of("1 ada w1", "2 bob w2", "3 bob w3", "4 eve w4");
    try (FileLog log = LogFolder.open(only, 1 << 20)) {
      log.append(Interaction.view("ada", "w1"));
      log.append(List.of(recorded("bob", "w2"), recorded("bob", "w3")));
      log.append(Interaction.view("eve", "w4"));
    }
    Path segment = LogFolder.segments(only).get(0);
    byte[] bytes = Files.readAllBytes(segment);
    for (int length = 0; length < bytes.length; length++) {
      Files.write(segment, Arrays.copyOf(bytes, length));
      try (FileLog log = LogFolder.open(only, 1 << 20)) {
        List<String> found = replay(log, 0);
        assertThat(found).as("%d bytes", length).isEqualTo(all.subList(0, found.size()));
        assertThat(found.size()).as("%d bytes: no half batch", length).isNotEqualTo(2);
      }
    }
  }

  @Test
  void missingSegment_isNoticed() throws IOException {
    String[] words = {"a segment before it is missing", "a segment before it is missing", "after"};
    for (int i = 0; i < 3; i++) {
      LogFolder.copy(whole, folder);
      Files.delete(segments.get(i));
      assertRefused("segment " + i, words[i]);
    }
  }

  @Test
  void swappedDoubledAndForeignSegments_areNoticed() throws IOException {
    Path aside = parent.resolve("aside");
    Files.move(segments.get(0), aside);
    Files.move(segments.get(1), segments.get(0));
    Files.move(aside, segments.get(1));
    assertRefused("swapped", "by its header it begins with change");

    LogFolder.copy(whole, folder);
    Files.copy(segments.get(1), folder.resolve(Segment.name(3)));
    assertRefused("doubled", "by its header it begins with change");

    LogFolder.copy(whole, folder);
    Path other = parent.resolve("other");
    LogFolder.open(other, 120).close();
    Files.copy(
        LogFolder.segments(other).get(0), segments.get(0), StandardCopyOption.REPLACE_EXISTING);
    assertRefused("foreign", "it is of log");
  }

  /** Where the records of a segment begin, and its end. */
  private static List<Integer> places(byte[] segment) {
    List<Integer> places = new ArrayList<>(List.of(SegmentHeader.BYTES));
    int at = SegmentHeader.BYTES;
    while (at < segment.length) {
      at += LogRecord.OVERHEAD + LogRecord.intAt(segment, at + LogRecord.LENGTH_AT);
      places.add(at);
    }
    return places;
  }

  @Test
  void recordsRemovedDoubledOrMoved_areRefused() throws IOException {
    Path only = parent.resolve("only");
    try (FileLog log = LogFolder.open(only, 1 << 20)) {
      for (int i = 0; i < 3; i++) {
        log.append(Interaction.view("ada", "w" + i));
      }
    }
    folder = only;
    Path segment = LogFolder.segments(only).get(0);
    byte[] bytes = Files.readAllBytes(segment);
    List<Integer> places = places(bytes);
    for (int[] order : new int[][] {{1, 2}, {0, 2}, {0, 0, 1, 2}, {1, 0, 2}, {0, 2, 1}}) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(bytes, 0, SegmentHeader.BYTES);
      for (int record : order) {
        out.write(bytes, places.get(record), places.get(record + 1) - places.get(record));
      }
      Files.write(segment, out.toByteArray());
      assertRefused(Arrays.toString(order), "a record does not follow the one before it");
    }
  }

  @Test
  void anyBytesAfterTheLastRecord_areRemoved() throws IOException {
    Random random = new Random(7);
    Path last = segments.get(2);
    byte[] bytes = Files.readAllBytes(last);
    for (int trial = 0; trial < 300; trial++) {
      byte[] garbage = new byte[1 + random.nextInt(5000)];
      if (trial % 3 > 0) {
        random.nextBytes(garbage);
      }
      Files.write(last, garbage, StandardOpenOption.APPEND);
      try (FileLog log = LogFolder.open(folder, 120)) {
        assertThat(replay(log, 0)).as("trial %d", trial).isEqualTo(ALL);
      }
      assertThat(Files.readAllBytes(last)).isEqualTo(bytes);
    }
  }

  @Test
  void overwrittenRecord_isDamageWhenALaterWriteIsThere_andUnfinishedWhenNot() throws IOException {
    Path only = parent.resolve("only");
    try (FileLog log = LogFolder.open(only, 1 << 20)) {
      log.append(Interaction.view("ada", "w1"));
      log.append(List.of(recorded("bob", "w2"), recorded("bob", "w3")));
    }
    folder = only;
    Path segment = LogFolder.segments(only).get(0);
    byte[] bytes = Files.readAllBytes(segment);
    List<Integer> places = places(bytes);
    byte[] torn = bytes.clone();
    Arrays.fill(torn, places.get(1), places.get(1) + 12, (byte) 0);
    Files.write(segment, torn);
    try (FileLog log = LogFolder.open(only, 1 << 20)) {
      assertThat(replay(log, 0)).as("one write, of which a part is lost").hasSize(1);
    }
    Arrays.fill(bytes, places.get(0), places.get(0) + 12, (byte) 0);
    Files.write(segment, bytes);
    assertRefused("an earlier write", "is damaged at byte 64", "FileLog.salvage");
  }

  @Test
  void salvage_keepsWholeChangesUnderTheSameId() throws IOException {
    byte[] bytes = Files.readAllBytes(segments.get(0));
    int at = places(bytes).get(1);
    bytes[at + 30] ^= 1;
    Files.write(segments.get(0), bytes);
    assertRefused("damaged", "is damaged at byte " + at, "FileLog.salvage");
    Path saved = parent.resolve("saved");
    assertThat(FileLog.salvage(folder, saved)).isEqualTo(5);
    String id;
    try (FileLog log = FileLog.open(whole)) {
      id = log.id();
    }
    long next = 6 + LogSalvage.GAP + 1;
    try (FileLog log = FileLog.open(saved)) {
      assertThat(log.id()).isEqualTo(id);
      assertThat(replay(log, 0)).isEqualTo(without(ALL, 1));
      assertThat(log.append(Interaction.view("eve", "w6"))).isEqualTo(next);
    }
    try (FileLog log = FileLog.open(saved)) {
      assertThat(replay(log, 6)).containsExactly(next + " eve w6");
    }
    assertThatThrownBy(() -> FileLog.salvage(folder, saved))
        .hasMessageContaining("is there already");
  }

  private static List<String> without(List<String> lines, int index) {
    List<String> rest = new ArrayList<>(lines);
    rest.remove(index);
    return rest;
  }

  @Test
  void oneWrongBit_isFoundWhereverItIs() {
    Random random = new Random(11);
    for (int length : new int[] {0, 1, 2, 7, 31, 1021}) {
      byte[] payload = new byte[length];
      random.nextBytes(payload);
      RecordWriter writer = new RecordWriter(5, RecordCipher.PLAIN);
      writer.add(9, LogRecord.EVENT | LogRecord.LAST, payload, 0, length);
      byte[] record = Arrays.copyOf(writer.bytes(), writer.size() + random.nextInt(40));
      for (int bit = 0; bit < 8 * writer.size(); bit++) {
        byte[] flipped = record.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        boolean longer = bit / 8 >= LogRecord.LENGTH_AT && bit / 8 < LogRecord.PREVIOUS_AT;
        assertThat(LogTail.isWholeButOneBit(flipped))
            .as("bit %d of %d bytes%s", bit, length, longer ? ", in the length" : "")
            .isTrue();
        flipped[(bit / 8 + 9) % writer.size()] ^= 16;
        assertThat(LogTail.isWholeButOneBit(flipped)).as("two bits").isFalse();
      }
    }
  }
}
