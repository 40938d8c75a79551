package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import io.artrec.log.LogException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ChangeLog} must do: number changes in one order, keep all that was
 * acknowledged, erase a visitor and remember that, serve many threads.
 */
public abstract class ChangeLogContract {
  private static final Instant WHEN = Instant.parse("2026-01-02T03:04:05Z");

  /** For subclasses. */
  protected ChangeLogContract() {}

  /**
   * Opens the log of this test: an empty one at the first call, what is left of it at later calls,
   * each of which comes after the log was closed.
   *
   * @return the open log
   */
  protected abstract ChangeLog open();

  /**
   * Tells whether a log that was closed can be opened again and holds what it held.
   *
   * @return true unless overridden
   */
  protected boolean isDurable() {
    return true;
  }

  /**
   * Looks for a text in everything the log has stored, files on the disk included; called after the
   * log was closed.
   *
   * @param text what is looked for
   * @return false unless overridden
   */
  protected boolean storesText(String text) {
    return false;
  }

  private static Change recorded(String user, String artwork) {
    return new Change.Recorded(Interaction.view(user, artwork));
  }

  private static List<String> replay(ChangeLog log, long after) {
    List<String> lines = new ArrayList<>();
    log.replay(
        after,
        entry ->
            lines.add(
                entry.number()
                    + (entry.change() instanceof Change.Recorded event
                        ? " " + event.event().user() + " " + event.event().artwork()
                        : " " + entry.change())));
    return lines;
  }

  @Test
  void emptyLog_hasAnIdAndNothingElse() {
    try (ChangeLog log = open()) {
      assertThat(log.id()).isNotBlank().isEqualTo(log.id());
      assertThat(log.lastNumber()).isZero();
      assertThat(replay(log, 0)).isEmpty();
      assertThat(log.append(List.of())).isZero();
    }
  }

  @Test
  void changes_areNumberedFromOneAndReplayedInOrder() {
    try (ChangeLog log = open()) {
      assertThat(log.append(Interaction.view("ada", "w1"))).isEqualTo(1);
      assertThat(log.append(List.of(recorded("bob", "w1"), recorded("ada", "w2")))).isEqualTo(3);
      assertThat(log.lastNumber()).isEqualTo(3);
      assertThat(log.append(List.of())).isEqualTo(3);
      assertThat(replay(log, 0)).containsExactly("1 ada w1", "2 bob w1", "3 ada w2");
      assertThat(replay(log, 2)).containsExactly("3 ada w2");
      assertThat(replay(log, 3)).isEmpty();
    }
  }

  @Test
  void everyFieldOfAnEvent_comesBack() {
    List<Change> changes = new ArrayList<>();
    for (InteractionKind kind : InteractionKind.values()) {
      changes.add(new Change.Recorded(Interaction.of("ada", "w1", kind)));
    }
    changes.add(
        new Change.Recorded(
            Interaction.rating("Ada \"🎨\"\n\\ \u0000", "浮世絵", -1.5)
                .at(WHEN)
                .saying("für mich\r\n schön\u2028")
                .withEventId("e/1")));
    changes.add(new Change.Forgotten("00ff", WHEN.toEpochMilli()));
    try (ChangeLog log = open()) {
      log.append(changes);
      List<Change> found = new ArrayList<>();
      log.replay(0, entry -> found.add(entry.change()));
      assertThat(found).isEqualTo(changes);
    }
  }

  @Test
  void closedLog_refusesAndComesBackWhole() {
    ChangeLog log = open();
    String id = log.id();
    log.append(Interaction.view("ada", "w1"));
    log.forget("bob", WHEN);
    log.close();
    log.close();
    assertThatThrownBy(() -> log.append(Interaction.view("ada", "w2")))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("closed");
    if (isDurable()) {
      try (ChangeLog again = open()) {
        assertThat(again.id()).isEqualTo(id);
        assertThat(again.lastNumber()).isEqualTo(2);
        assertThat(again.append(Interaction.view("ada", "w3"))).isEqualTo(3);
        assertThat(replay(again, 0)).hasSize(3).startsWith("1 ada w1").endsWith("3 ada w3");
      }
    }
  }

  @Test
  void forgottenVisitor_leavesAPseudonymOnly() {
    ChangeLog log = open();
    log.append(List.of(recorded("secret-ada", "w1"), recorded("secret", "w1")));
    log.append(List.of(recorded("bob", "w2"), recorded("secret", "w3")));
    assertThat(log.forget("secret", WHEN)).isEqualTo(2);
    assertThat(log.forget("nobody", WHEN)).isZero();
    log.append(Interaction.view("secret", "w4"));
    String pseudonym = log.pseudonym("secret");
    assertThat(pseudonym).hasSize(64).isNotEqualTo(log.pseudonym("secret-ada"));
    assertThat(replay(log, 0))
        .as("they may come back as somebody new")
        .containsExactly(
            "1 secret-ada w1",
            "3 bob w2",
            "5 " + new Change.Forgotten(pseudonym, WHEN.toEpochMilli()),
            "6 " + new Change.Forgotten(log.pseudonym("nobody"), WHEN.toEpochMilli()),
            "7 secret w4");
    log.forget("secret-ada", WHEN);
    log.forget("secret", WHEN);
    log.close();
    assertThat(storesText("secret")).isFalse();
  }

  @Test
  void forgettingTheLast_doesNotGiveTheirNumbersAgain() {
    ChangeLog log = open();
    log.append(List.of(recorded("bob", "w1"), recorded("ada", "w1")));
    log.forget("ada", WHEN);
    assertThat(log.lastNumber()).isEqualTo(3);
    log.close();
    if (isDurable()) {
      try (ChangeLog again = open()) {
        assertThat(again.lastNumber()).isEqualTo(3);
        assertThat(again.append(Interaction.view("bob", "w2"))).isEqualTo(4);
      }
    }
  }

  @Test
  void manyThreads_getNumbersOfTheirOwn() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try (ChangeLog log = open()) {
      List<Future<Long>> numbers = new ArrayList<>();
      for (int i = 0; i < 160; i++) {
        List<Change> two = List.of(recorded("u" + i, "first"), recorded("u" + i, "second"));
        numbers.add(executor.submit(() -> log.append(two)));
      }
      Set<Long> given = new TreeSet<>();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 160; i++) {
        long last = numbers.get(i).get();
        given.add(last);
        expected.add(last - 1 + " u" + i + " first");
        expected.add(last + " u" + i + " second");
      }
      assertThat(given).hasSize(160);
      assertThat(replay(log, 0)).containsExactlyInAnyOrderElementsOf(expected);
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void changesSurviveAsText() {
    Change event = recorded("ada", "w1");
    assertThat(Change.parse(event.toJson())).isEqualTo(event);
    assertThat(event.toJson()).doesNotContain("\n");
    assertThatThrownBy(() -> Change.parse("{\"n\":1}")).isInstanceOf(LogException.class);
    assertThatThrownBy(() -> Change.parse("[")).isInstanceOf(LogException.class);
  }
}
