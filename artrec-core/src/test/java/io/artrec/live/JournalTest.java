package io.artrec.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

class JournalTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("journal");
  }

  private static List<String> events(Journal journal) {
    List<String> events = new ArrayList<>();
    journal.replay(
        0,
        entry ->
            events.add(
                entry.sequence() + " " + entry.event().user() + " " + entry.event().artwork()));
    return events;
  }

  @Test
  void events_comeBackInOrderWithTheirNumbers() {
    try (Journal journal = Journal.open(file())) {
      journal.append(Interaction.favorite("ada", "w1"));
      journal.append(Interaction.rating("bob", "w2", 4.5));
      assertThat(journal.lastSequence()).isEqualTo(2);
    }
    try (Journal again = Journal.open(file())) {
      assertThat(events(again)).containsExactly("1 ada w1", "2 bob w2");
      List<Long> later = new ArrayList<>();
      again.replay(1, entry -> later.add(entry.sequence()));
      assertThat(later).containsExactly(2L);
      again.append(Interaction.view("ada", "w3"));
      assertThat(again.lastSequence()).isEqualTo(3);
    }
  }

  @Test
  void interruptedThread_recordsAndForgetsAllTheSame() {
    try (Journal journal = Journal.open(file())) {
      Thread.currentThread().interrupt();
      journal.append(Interaction.favorite("ada", "w1"));
      journal.append(Interaction.favorite("bob", "w1"));
      assertThat(journal.forget("ada")).isEqualTo(1);
      assertThatThrownBy(() -> Journal.open(file())).hasMessageContaining("is open elsewhere");
      assertThat(Thread.interrupted()).isTrue();
      journal.append(Interaction.favorite("bob", "w2"));
    }
    try (Journal again = Journal.open(file())) {
      assertThat(events(again)).containsExactly("2 bob w1", "3 bob w2");
    }
  }

  @Test
  void batch_isAppendedAsAWhole_andCallersShareSyncs() throws Exception {
    try (Journal journal = Journal.open(file())) {
      assertThat(
              journal.append(List.of(Interaction.view("ada", "w1"), Interaction.view("ada", "w2"))))
          .isEqualTo(2);
      assertThat(journal.append(List.of())).isEqualTo(2);
      ExecutorService callers = Executors.newFixedThreadPool(8);
      List<Future<Long>> numbers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String user = "u" + i;
        numbers.add(callers.submit(() -> journal.append(Interaction.view(user, "w"))));
      }
      Set<Long> distinct = new HashSet<>();
      for (Future<Long> number : numbers) {
        distinct.add(number.get());
      }
      callers.shutdown();
      assertThat(distinct).hasSize(200);
      for (int i = 0; i < 200; i++) {
        assertThat(events(journal)).contains(numbers.get(i).get() + " u" + i + " w");
      }
    }
  }

  @Test
  void closedJournal_refusesEvents() {
    Journal journal = Journal.open(file());
    journal.close();
    journal.close();
    assertThatThrownBy(() -> journal.append(Interaction.favorite("ada", "w1")))
        .hasMessage("journal " + file() + " is closed");
  }

  @Test
  void placesWithoutAJournal_areNamed() {
    assertThatThrownBy(() -> Journal.open(folder))
        .isInstanceOf(JournalException.class)
        .hasMessageEndingWith("it is a folder");
    assertThatThrownBy(() -> Journal.open(folder.resolve("none/events.journal")))
        .isInstanceOf(JournalException.class)
        .hasMessageEndingWith("its folder does not exist; create it first");
  }

  @Test
  void secondOpening_isRefused() {
    try (Journal journal = Journal.open(file())) {
      journal.append(Interaction.favorite("ada", "w1"));
      assertThatThrownBy(() -> Journal.open(file()))
          .hasMessageContaining("is open elsewhere; close that recommender or use another file");
    }
  }

  @Test
  void everyCutOfTheLastLine_losesOnlyIt() throws IOException {
    try (Journal journal = Journal.open(file())) {
      journal.append(Interaction.favorite("ada", "w1"));
      journal.append(Interaction.favorite("ada", "w2"));
    }
    byte[] whole = Files.readAllBytes(file());
    int last = new String(whole, StandardCharsets.UTF_8).indexOf("\"w2\"");
    for (int length = last; length < whole.length - 1; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      try (Journal cut = Journal.open(file())) {
        assertThat(events(cut)).as("cut to %d bytes", length).containsExactly("1 ada w1");
        cut.append(Interaction.favorite("ada", "w3"));
      }
      try (Journal again = Journal.open(file())) {
        assertThat(events(again)).containsExactly("1 ada w1", "2 ada w3");
      }
    }
  }

  @Test
  void foreignFile_isRefusedAndKept() throws IOException {
    Files.writeString(file(), "id,title\n1,Water Lilies\n", StandardOpenOption.CREATE);
    assertThatThrownBy(() -> Journal.open(file()))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining(file().toString());
    assertThat(Files.readString(file())).isEqualTo("id,title\n1,Water Lilies\n");
  }

  private byte[] threeEvents() throws IOException {
    try (Journal journal = Journal.open(file())) {
      journal.append(Interaction.favorite("ada", "w1").saying("schön"));
      journal.append(Interaction.rating("bob", "w2", 3));
      journal.append(Interaction.favorite("ada", "w3"));
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
        try (Journal journal = Journal.open(file())) {
          assertThat(events(journal))
              .as("byte %d, bit %d", at, bit)
              .containsExactly("1 ada w1", "2 bob w2", "3 ada w3");
        } catch (JournalException e) {
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
      try (Journal journal = Journal.open(file())) {
        List<String> found = events(journal);
        assertThat(found).as("%d bytes", length).isEqualTo(all.subList(0, found.size()));
        long last = journal.lastSequence();
        assertThat(journal.append(Interaction.view("eve", "w4"))).isEqualTo(last + 1);
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
      assertThatThrownBy(() -> Journal.open(file()))
          .as("lines %s", Arrays.toString(order))
          .isInstanceOf(JournalException.class)
          .hasMessageMatching(
              "(?s).*(is damaged at line \\d+: it does not follow|not a journal of this version).*");
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
      try (Journal journal = Journal.open(file())) {
        assertThat(events(journal)).as("trial %d", trial).hasSize(3);
      }
      assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }
  }

  @Test
  void salvage_keepsWholeLines() throws IOException {
    byte[] whole = threeEvents();
    whole[new String(whole, StandardCharsets.ISO_8859_1).indexOf("bob")] ^= 1;
    Files.write(file(), whole);
    assertThatThrownBy(() -> Journal.open(file()))
        .hasMessageContaining("is damaged at line 3: its checksum does not match")
        .hasMessageContaining("Journal.salvage");
    Path saved = folder.resolve("saved");
    assertThat(Journal.salvage(file(), saved)).isEqualTo(2);
    try (Journal journal = Journal.open(saved)) {
      assertThat(events(journal)).containsExactly("1 ada w1", "3 ada w3");
      assertThat(journal.append(Interaction.view("eve", "w4"))).isEqualTo(4);
    }
    assertThatThrownBy(() -> Journal.salvage(file(), saved))
        .hasMessageContaining("is there already");
  }

  @Test
  void symbolicLink_staysAndLeadsToTheSameJournal() throws IOException {
    threeEvents();
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, file());
    try (Journal journal = Journal.open(link)) {
      assertThatThrownBy(() -> Journal.open(file())).hasMessageContaining("is open elsewhere");
      assertThat(journal.forget("ada")).isEqualTo(2);
    }
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(file())).doesNotContain("ada").contains("bob");
  }

  @Test
  void partOfAnInterruptedRewriting_isRemoved() throws IOException {
    threeEvents();
    Path part = folder.resolve("journal.part");
    Files.writeString(part, "somebody forgotten");
    try (Journal journal = Journal.open(file())) {
      assertThat(part).doesNotExist();
      assertThat(events(journal)).hasSize(3);
    }
  }
}
