package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.log.LogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One event taken back, wherever it had got to. */
class RecommenderUndoTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);
  private static final Interaction FIRST = Interaction.favorite("ada", "w2-1").withEventId("e1");
  private static final Interaction SECOND = Interaction.favorite("ada", "w2-2").withEventId("e2");

  @TempDir Path folder;
  private Path log;
  private Path model;

  @BeforeEach
  void files() {
    log = folder.resolve("events.log");
    model = folder.resolve("m.artrec");
  }

  private static List<String> works(Recommender recommender, String user) {
    return recommender.history(user).stream().map(Interaction::artwork).toList();
  }

  private static List<Interaction> eventsWith(Interaction... more) {
    List<Interaction> events = new ArrayList<>(EVENTS);
    events.addAll(List.of(more));
    return events;
  }

  private static List<String> lines(Recommender recommender, String... users) {
    List<String> lines = new ArrayList<>();
    for (String user : users) {
      recommender.recommend(user, 30).forEach(r -> lines.add(r.artwork().id() + " " + r.score()));
    }
    return lines;
  }

  @Test
  void recordedEvent_isGoneAtOnce_andItsIdStaysKnown() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    recommender.record(FIRST);
    recommender.record(SECOND);
    assertThat(recommender.undo("ada", "e1")).isTrue();
    assertThat(works(recommender, "ada")).containsExactly("w2-2");
    assertThat(recommender.recommend("ada", 120)).hasSize(119);
    assertThat(recommender.record(FIRST)).as("sent again").isFalse();
    assertThat(recommender.undo("ada", "e1")).as("a second time").isFalse();
    assertThat(recommender.undo("ada", "e3")).isFalse();
    assertThat(recommender.undo("bob", "e2")).as("somebody else's").isFalse();
    assertThat(works(recommender, "ada")).containsExactly("w2-2");
  }

  @Test
  void trainedEvent_leavesAnswersAndWhatWasLearned() {
    Recommender undone = Fixture.builder(CATALOG, eventsWith(FIRST, SECOND)).build();
    assertThat(undone.undo("ada", "e1")).isTrue();
    Recommender never = Fixture.builder(CATALOG, eventsWith(SECOND)).build();
    assertThat(undone.dataset().interactions().stream())
        .containsExactlyElementsOf(never.dataset().interactions().stream().toList());
    assertThat(lines(undone, "ada", "u1", "nobody")).isEqualTo(lines(never, "ada", "u1", "nobody"));
  }

  @Test
  void eventTakenBack_staysAway_afterARestartFromTheLog() throws IOException {
    Path aside = folder.resolve("backup.artrec");
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      recommender.record(FIRST.saying("moonlit"));
      recommender.record(SECOND);
      recommender.save(model);
      Files.copy(model, aside);
      recommender.undo("ada", "e1");
    }
    try (Recommender rebuilt = Fixture.builder(CATALOG, eventsWith(FIRST)).log(log).build()) {
      assertThat(works(rebuilt, "ada")).as("exports included").containsExactly("w2-2");
      assertThat(rebuilt.record(FIRST)).isFalse();
    }
    for (Path file : List.of(model, aside)) {
      try (Recommender loaded = Recommender.loader(file).log(log).load()) {
        assertThat(works(loaded, "ada")).containsExactly("w2-2");
        assertThat(loaded.record(FIRST)).isFalse();
        loaded.awaitForgotten();
      }
      assertThat(Fixture.holds(file, "moonlit")).isFalse();
    }
  }

  @Test
  void eventTakenBack_leavesModelFiles_whichRememberItsId() throws IOException {
    Path aside = folder.resolve("backup.artrec");
    try (Recommender recommender =
        Fixture.builder(CATALOG, eventsWith(FIRST.saying("moonlit"), SECOND)).log(log).build()) {
      recommender.save(model);
      Files.copy(model, aside);
      recommender.undo("ada", "e1");
      recommender.save(model);
    }
    assertThat(Fixture.holds(model, "moonlit")).isFalse();
    try (Recommender loaded = Recommender.load(model)) {
      assertThat(works(loaded, "ada")).containsExactly("w2-2");
      assertThat(loaded.record(FIRST)).as("known without the log, too").isFalse();
    }
    try (Recommender loaded = Recommender.loader(aside).log(log).load()) {
      assertThat(works(loaded, "ada")).as("of an older file").containsExactly("w2-2");
      loaded.awaitForgotten();
      assertThat(loaded.dataset().size()).isEqualTo(EVENTS.size() + 1);
    }
    assertThat(Fixture.holds(aside, "moonlit")).isFalse();
  }

  @Test
  void forgetting_takesTheNoteAlong() throws IOException {
    Path aside = folder.resolve("backup.artrec");
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      recommender.record(Interaction.favorite("secret", "w2-1").withEventId("e1"));
      recommender.undo("secret", "e1");
      recommender.save(model);
      Files.copy(model, aside);
      assertThat(recommender.forget("secret").loggedEvents()).isEqualTo(2);
    }
    Recommender.loader(aside).log(log).background(Runnable::run).load().close();
    for (Path file : List.of(log, model, aside)) {
      assertThat(Fixture.holds(file, "secret")).isFalse();
    }
  }

  @Test
  void logThatCannotTakeNote_leavesTheEvent() {
    GatedLog failing = GatedLog.open();
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(failing).build()) {
      recommender.record(FIRST);
      failing.failing = true;
      assertThatThrownBy(() -> recommender.undo("ada", "e1")).isInstanceOf(LogException.class);
      assertThat(works(recommender, "ada")).containsExactly("w2-1");
      failing.failing = false;
      assertThat(recommender.undo("ada", "e1")).isTrue();
    }
  }
}
