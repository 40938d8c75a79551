package io.artrec.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLogTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("log");
  }

  private static List<String> events(FileLog log) {
    List<String> events = new ArrayList<>();
    log.replay(
        0,
        entry -> {
          if (entry.change() instanceof Change.Recorded recorded) {
            events.add(
                entry.number() + " " + recorded.event().user() + " " + recorded.event().artwork());
          }
        });
    return events;
  }

  @Test
  void events_comeBackInOrderWithTheirNumbers() {
    try (FileLog log = FileLog.open(file())) {
      log.append(Interaction.favorite("ada", "w1"));
      log.append(Interaction.rating("bob", "w2", 4.5));
      assertThat(log.lastNumber()).isEqualTo(2);
    }
    try (FileLog again = FileLog.open(file())) {
      assertThat(events(again)).containsExactly("1 ada w1", "2 bob w2");
      List<Long> later = new ArrayList<>();
      again.replay(1, entry -> later.add(entry.number()));
      assertThat(later).containsExactly(2L);
      again.append(Interaction.view("ada", "w3"));
      assertThat(again.lastNumber()).isEqualTo(3);
    }
  }

  @Test
  void interruptedThread_recordsAndForgetsAllTheSame() {
    try (FileLog log = FileLog.open(file())) {
      Thread.currentThread().interrupt();
      log.append(Interaction.favorite("ada", "w1"));
      log.append(Interaction.favorite("bob", "w1"));
      assertThat(log.forget("ada", Instant.EPOCH).finish()).isEqualTo(1);
      assertThatThrownBy(() -> FileLog.open(file())).hasMessageContaining("is open elsewhere");
      assertThat(Thread.interrupted()).isTrue();
      log.append(Interaction.favorite("bob", "w2"));
    }
    try (FileLog again = FileLog.open(file())) {
      assertThat(events(again)).containsExactly("2 bob w1", "4 bob w2");
    }
  }

  @Test
  void batch_isAppendedAsAWhole_andCallersShareSyncs() throws Exception {
    try (FileLog log = FileLog.open(file())) {
      assertThat(
              log.append(
                  List.of(
                      new Change.Recorded(Interaction.view("ada", "w1")),
                      new Change.Recorded(Interaction.view("ada", "w2")))))
          .isEqualTo(2);
      assertThat(log.append(List.of())).isEqualTo(2);
      ExecutorService callers = Executors.newFixedThreadPool(8);
      List<Future<Long>> numbers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String user = "u" + i;
        numbers.add(callers.submit(() -> log.append(Interaction.view(user, "w"))));
      }
      Set<Long> distinct = new HashSet<>();
      for (Future<Long> number : numbers) {
        distinct.add(number.get());
      }
      callers.shutdown();
      assertThat(distinct).hasSize(200);
      for (int i = 0; i < 200; i++) {
        assertThat(events(log)).contains(numbers.get(i).get() + " u" + i + " w");
      }
    }
  }

  @Test
  void closedLog_refusesEvents() {
    FileLog log = FileLog.open(file());
    log.close();
    log.close();
    assertThatThrownBy(() -> log.append(Interaction.favorite("ada", "w1")))
        .hasMessage("log " + file() + " is closed");
  }

  @Test
  void placesWithoutALog_areNamed() {
    assertThatThrownBy(() -> FileLog.open(folder))
        .isInstanceOf(LogException.class)
        .hasMessageEndingWith("it is a folder");
    assertThatThrownBy(() -> FileLog.open(folder.resolve("none/events.log")))
        .isInstanceOf(LogException.class)
        .hasMessageEndingWith("its folder does not exist; create it first");
  }

  @Test
  void secondOpening_isRefused() {
    try (FileLog log = FileLog.open(file())) {
      log.append(Interaction.favorite("ada", "w1"));
      assertThatThrownBy(() -> FileLog.open(file()))
          .hasMessageContaining("is open elsewhere; close that recommender or use another file");
    }
  }

  @Test
  void everyCutOfTheLastLine_losesOnlyIt() throws IOException {
    try (FileLog log = FileLog.open(file())) {
      log.append(Interaction.favorite("ada", "w1"));
      log.append(Interaction.favorite("ada", "w2"));
    }
    byte[] whole = Files.readAllBytes(file());
    int last = new String(whole, StandardCharsets.UTF_8).indexOf("\"w2\"");
    for (int length = last; length < whole.length - 1; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      try (FileLog cut = FileLog.open(file())) {
        assertThat(events(cut)).as("cut to %d bytes", length).containsExactly("1 ada w1");
        cut.append(Interaction.favorite("ada", "w3"));
      }
      try (FileLog again = FileLog.open(file())) {
        assertThat(events(again)).containsExactly("1 ada w1", "2 ada w3");
      }
    }
  }

  @Test
  void foreignFile_isRefusedAndKept() throws IOException {
    Files.writeString(file(), "id,title\n1,Water Lilies\n", StandardOpenOption.CREATE);
    assertThatThrownBy(() -> FileLog.open(file()))
        .isInstanceOf(LogException.class)
        .hasMessageContaining(file().toString());
    assertThat(Files.readString(file())).isEqualTo("id,title\n1,Water Lilies\n");
  }

  private byte[] threeEvents() throws IOException {
    try (FileLog log = FileLog.open(file())) {
      log.append(Interaction.favorite("ada", "w1").saying("schön"));
      log.append(Interaction.rating("bob", "w2", 3));
      log.append(Interaction.favorite("ada", "w3"));
    }
    return Files.readAllBytes(file());
  }

  @Test
  void everyBitFlip_isRefusedOrHarmless() throws IOException {
    byte[] whole = threeEvents();
    for (int at = 0; at < whole.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = whole.clone();
        flipped[at] ^= (byte) (1 << bit);
        Files.write(file(), flipped);
        try (FileLog log = FileLog.open(file())) {
          assertThat(events(log))
              .as("byte %d, bit %d", at, bit)
              .containsExactly("1 ada w1", "2 bob w2", "3 ada w3");
        } catch (LogException e) {
          assertThat(Files.readAllBytes(file())).as("stays as it was").isEqualTo(flipped);
        }
      }
    }
  }

  @Test
  void everyTruncation_keepsTheEventsBeforeIt() throws IOException {
    byte[] whole = threeEvents();
    List<String> all = List.of("1 ada w1", "2 bob w2", "3 ada w3");
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      try (FileLog log = FileLog.open(file())) {
        List<String> found = events(log);
        assertThat(found).as("%d bytes", length).isEqualTo(all.subList(0, found.size()));
        long last = log.lastNumber();
        assertThat(log.append(Interaction.view("eve", "w4"))).isEqualTo(last + 1);
      }
    }
  }

  @Test
  void linesRemovedDoubledOrMoved_areRefused() throws IOException {
    List<String> lines = new String(threeEvents(), StandardCharsets.UTF_8).lines().toList();
    int[][] orders = {{0, 2, 3}, {0, 1, 3}, {0, 1, 1, 2, 3}, {0, 2, 1, 3}, {0, 1, 3, 2}, {1, 2, 3}};
    for (int[] order : orders) {
      StringBuilder text = new StringBuilder();
      for (int line : order) {
        text.append(lines.get(line)).append('\n');
      }
      Files.writeString(file(), text);
      assertThatThrownBy(() -> FileLog.open(file()))
          .as("lines %s", Arrays.toString(order))
          .isInstanceOf(LogException.class)
          .hasMessageMatching(
              "(?s).*(is damaged at line \\d+: it does not follow|not a log of this version).*");
    }
  }

  @Test
  void anyBytesAfterTheLastEvent_areRemoved() throws IOException {
    byte[] whole = threeEvents();
    Random random = new Random(7);
    for (int trial = 0; trial < 300; trial++) {
      byte[] garbage = new byte[1 + random.nextInt(5000)];
      random.nextBytes(garbage);
      Files.write(file(), whole);
      Files.write(file(), garbage, StandardOpenOption.APPEND);
      try (FileLog log = FileLog.open(file())) {
        assertThat(events(log)).as("trial %d", trial).hasSize(3);
      }
      assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }
  }

  @Test
  void salvage_keepsWholeLines() throws IOException {
    byte[] whole = threeEvents();
    whole[new String(whole, StandardCharsets.ISO_8859_1).indexOf("bob")] ^= 1;
    Files.write(file(), whole);
    assertThatThrownBy(() -> FileLog.open(file()))
        .hasMessageContaining("is damaged at line 3: its checksum does not match")
        .hasMessageContaining("FileLog.salvage");
    Path saved = folder.resolve("saved");
    assertThat(FileLog.salvage(file(), saved)).isEqualTo(2);
    try (FileLog log = FileLog.open(saved)) {
      assertThat(events(log)).containsExactly("1 ada w1", "3 ada w3");
      assertThat(log.append(Interaction.view("eve", "w4"))).isEqualTo(4);
    }
    assertThatThrownBy(() -> FileLog.salvage(file(), saved))
        .hasMessageContaining("is there already");
  }

  @Test
  void symbolicLink_staysAndLeadsToTheSameLog() throws IOException {
    threeEvents();
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, file());
    try (FileLog log = FileLog.open(link)) {
      assertThatThrownBy(() -> FileLog.open(file())).hasMessageContaining("is open elsewhere");
      assertThat(log.forget("ada", Instant.EPOCH).finish()).isEqualTo(2);
    }
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(file())).doesNotContain("ada").contains("bob");
  }

  @Test
  void partOfAnInterruptedRewriting_isRemoved() throws IOException {
    threeEvents();
    Path part = folder.resolve("log.part");
    Files.writeString(part, "somebody forgotten");
    try (FileLog log = FileLog.open(file())) {
      assertThat(part).doesNotExist();
      assertThat(events(log)).hasSize(3);
    }
  }
}
