package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.artrec.behavior.DrawnAnswer;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interest;
import io.artrec.behavior.Stance;
import io.artrec.catalog.Trait;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import io.artrec.log.Erasure;
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
 * acknowledged, erase a visitor and remember that, drop what a model holds, serve many threads.
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
    changes.add(new Change.OptedOut("00fe", WHEN.toEpochMilli()));
    changes.add(new Change.OptedIn("00fe", WHEN.toEpochMilli()));
    changes.add(new Change.Undone("Ada \"🎨\"\n", "e/1"));
    for (Stance stance : Stance.values()) {
      changes.add(new Change.Preferred("Ada \"🎨\"\n", Trait.artist("Élise \"X\""), stance));
      changes.add(new Change.Preferred("ada", Trait.movement("浮世絵"), stance));
      changes.add(new Change.Preferred("ada", Trait.subject("sea"), stance));
    }
    for (Interest.Evidence evidence : Interest.Evidence.values()) {
      Interest interest = Interest.of(Trait.mood("安静"), -1.0 / 3, evidence).at(WHEN);
      changes.add(new Change.Learned("ada", interest, 5));
      changes.add(new Change.Learned("Ada \"🎨\"\n", interest.from("e/\"1\""), -5));
    }
    DrawnAnswer drawn = DrawnAnswer.of("a-1", "by \"content\"", 1.0 / 3);
    changes.add(new Change.Answered("ada", drawn));
    changes.add(
        new Change.Answered(
            "Ada \"🎨\"\n", drawn.segment("新/zh").works(List.of("浮世絵", "w\n1")).at(WHEN)));
    changes.add(new Change.Position("clicks/\"3\"", Long.MAX_VALUE));
    changes.add(new Change.Expired(-62_000_000_000_000L));
    try (ChangeLog log = open()) {
      log.append(changes);
      List<Change> found = new ArrayList<>();
      log.replay(0, entry -> found.add(entry.change()));
      assertThat(found).isEqualTo(changes);
    }
  }

  @Test
  void erasing_takesNotesOfAVisitorAlong_andKeepsPlacesOfStreams() {
    try (ChangeLog log = open()) {
      log.append(
          List.of(
              recorded("ada", "w1"),
              new Change.Undone("ada", "e1"),
              new Change.Preferred("ada", Trait.subject("sea"), Stance.FOLLOWED),
              new Change.Answered("ada", DrawnAnswer.of("a-1", "content", 0.5)),
              new Change.Undone("bob", "e1"),
              new Change.Position("clicks", 7)));
      Change.Mark mark = new Change.OptedOut(log.pseudonym("ada"), WHEN.toEpochMilli());
      assertThat(log.erase(mark).finish()).isEqualTo(4);
      List<Change> left = new ArrayList<>();
      log.replay(0, entry -> left.add(entry.change()));
      assertThat(left)
          .containsExactly(new Change.Undone("bob", "e1"), new Change.Position("clicks", 7), mark);
    }
  }

  @Test
  void closedLog_refusesAndComesBackWhole() {
    ChangeLog log = open();
    String id = log.id();
    log.append(Interaction.view("ada", "w1"));
    log.forget("bob", WHEN).finish();
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
    assertThat(log.forget("secret", WHEN).finish()).isEqualTo(2);
    assertThat(log.forget("nobody", WHEN).finish()).isZero();
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
    log.forget("secret-ada", WHEN).finish();
    log.forget("secret", WHEN).finish();
    log.close();
    assertThat(storesText("secret")).isFalse();
  }

  @Test
  void forgettingTheLast_doesNotGiveTheirNumbersAgain() {
    ChangeLog log = open();
    log.append(List.of(recorded("bob", "w1"), recorded("ada", "w1")));
    log.forget("ada", WHEN).finish();
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
  void erasure_takesWhatCameBeforeItsMark_notWhatCameBeforeItsEnd() {
    try (ChangeLog log = open()) {
      log.append(List.of(recorded("ada", "w1"), recorded("bob", "w1"), recorded("ada", "w2")));
      Erasure ada = log.forget("ada", WHEN);
      assertThat(ada.number()).isEqualTo(4).isEqualTo(log.lastNumber());
      log.append(List.of(recorded("ada", "w3"), recorded("bob", "w3")));
      Erasure bob = log.forget("bob", WHEN);
      log.append(Interaction.view("bob", "w4"));
      assertThat(bob.finish()).isEqualTo(2);
      assertThat(ada.finish()).isEqualTo(2);
      assertThat(ada.finish()).as("again").isEqualTo(2);
      List<String> left = replay(log, 0);
      assertThat(left).hasSize(4).startsWith("4 " + forgotten(log, "ada"), "5 ada w3");
      assertThat(left).endsWith("7 " + forgotten(log, "bob"), "8 bob w4");
      assertThat(log.append(Interaction.view("eve", "w5"))).isEqualTo(9);
    }
  }

  private static Change forgotten(ChangeLog log, String user) {
    return new Change.Forgotten(log.pseudonym(user), WHEN.toEpochMilli());
  }

  @Test
  void erasureThatWasNotFinished_isFinishedByOpening() {
    assumeTrue(isDurable(), "this log does not outlive its closing");
    ChangeLog log = open();
    log.append(List.of(recorded("secret", "w1"), recorded("bob", "w1")));
    log.forget("secret", WHEN);
    log.append(Interaction.view("bob", "w2"));
    log.close();
    ChangeLog again = open();
    assertThat(replay(again, 0))
        .containsExactly("2 bob w1", "3 " + forgotten(again, "secret"), "4 bob w2");
    again.close();
    assertThat(storesText("secret")).isFalse();
  }

  @Test
  void expiry_takesEventsBeforeATime() {
    Interaction event = Interaction.view("ada", "w1");
    try (ChangeLog log = open()) {
      log.append(event.at(WHEN.minusMillis(1)));
      log.append(event.at(WHEN));
      log.append(event);
      Change.Mark mark = new Change.Expired(WHEN.toEpochMilli());
      assertThat(log.erase(mark).finish()).isEqualTo(1);
      log.append(event.at(WHEN.minusMillis(1)));
      assertThat(replay(log, 0)).containsExactly("2 ada w1", "3 ada w1", "4 " + mark, "5 ada w1");
    }
  }

  @Test
  void compaction_dropsWhatAModelHolds_andKeepsMarks() {
    ChangeLog log = open();
    assertThat(log.compactedTo()).isZero();
    log.append(List.of(recorded("secret", "w1"), recorded("bob", "w1")));
    log.forget("ada", WHEN).finish();
    log.append(List.of(recorded("bob", "w2"), recorded("bob", "w3")));
    log.compact(4);
    log.compact(2);
    String mark = "3 " + forgotten(log, "ada");
    assertCompacted(log, mark);
    assertThatThrownBy(() -> log.compact(6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6");
    log.close();
    if (isDurable()) {
      try (ChangeLog again = open()) {
        assertCompacted(again, mark);
        again.compact(5);
        assertThat(again.append(Interaction.view("bob", "w4"))).isEqualTo(6);
        assertThat(replay(again, 5)).containsExactly("6 bob w4");
      }
    }
    assertThat(storesText("secret")).isFalse();
  }

  private static void assertCompacted(ChangeLog log, String mark) {
    assertThat(log.compactedTo()).isEqualTo(4);
    assertThat(log.lastNumber()).isEqualTo(5);
    assertThat(replay(log, 4)).containsExactly("5 bob w3");
    List<String> marks = new ArrayList<>();
    log.marks(entry -> marks.add(entry.number() + " " + entry.change()));
    assertThat(marks).containsExactly(mark);
    assertThatThrownBy(() -> replay(log, 3))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("changes up to 4 are only in a model file");
  }

  @Test
  void batch_isNeverSeenInPart() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (ChangeLog log = open()) {
      List<Change> batch = List.of(recorded("ada", "w1"), recorded("ada", "w2"));
      Future<?> appending =
          executor.submit(
              () -> {
                for (int i = 0; i < 50; i++) {
                  log.append(batch);
                }
              });
      boolean done;
      do {
        done = appending.isDone();
        assertThat(replay(log, 0).size() % 2).isZero();
      } while (!done);
      appending.get();
      assertThat(log.lastNumber()).isEqualTo(100);
    } finally {
      executor.shutdownNow();
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
