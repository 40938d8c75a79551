package io.artrec.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("journal");
  }

  private static List<String> events(Journal journal) {
    return journal.takeOpened().stream()
        .map(entry -> entry.sequence() + " " + entry.event().user() + " " + entry.event().artwork())
        .toList();
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
      assertThat(again.takeOpened()).isEmpty();
      again.append(Interaction.view("ada", "w3"));
      assertThat(again.lastSequence()).isEqualTo(3);
    }
  }

  @Test
  void interruptedThread_losesItsEventOnly() {
    try (Journal journal = Journal.open(file())) {
      journal.append(Interaction.favorite("ada", "w1"));
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> journal.append(Interaction.favorite("ada", "lost")))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("the event was not recorded");
      assertThat(Thread.interrupted()).isTrue();
      journal.append(Interaction.favorite("ada", "w2"));
    }
    try (Journal again = Journal.open(file())) {
      assertThat(events(again)).containsExactly("1 ada w1", "2 ada w2");
    }
  }

  @Test
  void interruptedThread_doesNotStopForgetting() {
    try (Journal journal = Journal.open(file())) {
      journal.append(Interaction.favorite("ada", "w1"));
      journal.append(Interaction.favorite("bob", "w1"));
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> journal.append(Interaction.favorite("ada", "lost")))
          .isInstanceOf(JournalException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(journal.forget("ada")).isEqualTo(1);
      journal.append(Interaction.favorite("bob", "w2"));
    }
    try (Journal again = Journal.open(file())) {
      assertThat(events(again)).containsExactly("2 bob w1", "3 bob w2");
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
    for (int length = last; length < whole.length; length++) {
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
}
