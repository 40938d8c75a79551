package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.cleaning.StepReport;
import io.artrec.log.FileLog;
import io.artrec.model.ModelFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a visitor may be left behind, and who must not go with them. */
class RecommenderForgetTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);
  private static final String SECRET = "secret";
  private static final String NAMESAKE = "secret2";

  @TempDir Path folder;
  private Path log;
  private Path model;

  @BeforeEach
  void files() {
    log = folder.resolve("events.log");
    model = folder.resolve("m.artrec");
  }

  private static List<Interaction> eventsWith(String... users) {
    List<Interaction> events = new ArrayList<>(EVENTS);
    for (String user : users) {
      for (int i = 0; i < 3; i++) {
        events.add(Interaction.favorite(user, "w1-" + i).withEventId(user + "-trained" + i));
      }
    }
    return events;
  }

  private static void recordTwice(Recommender recommender, String user) {
    recommender.record(Interaction.favorite(user, "w2-1").withEventId(user + "-live1"));
    recommender.record(Interaction.favorite(user, "w2-2").withEventId(user + "-live2"));
  }

  private static boolean holds(Path file, String text) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
  }

  @Test
  void everyEventGoes_andEventIdsAreFreeAgain() {
    try (Recommender recommender = Fixture.builder(CATALOG, eventsWith(SECRET)).log(log).build()) {
      recordTwice(recommender, SECRET);

      assertThat(recommender.forget(SECRET)).satisfies(Fixture.erased(3, 2, 2, false));

      assertThat(recommender.dataset().interactions().stream())
          .hasSize(EVENTS.size())
          .noneMatch(event -> event.user().equals(SECRET));
      for (String id : List.of("secret-trained0", "secret-trained2", "secret-live2")) {
        assertThat(recommender.record(Interaction.view("ada", "w0-0").withEventId(id)))
            .as("event id %s is unknown again", id)
            .isTrue();
      }
    }
  }

  @Test
  void visitorOfASimilarName_stays() {
    try (Recommender recommender =
        Fixture.builder(CATALOG, eventsWith(SECRET, NAMESAKE)).log(log).build()) {
      recordTwice(recommender, SECRET);
      recordTwice(recommender, NAMESAKE);
      assertThat(recommender.forget(SECRET)).satisfies(Fixture.erased(3, 2, 2, false));
      recommender.retrain();
      assertThat(recommender.dataset().interactions().stream())
          .filteredOn(event -> event.user().equals(NAMESAKE))
          .hasSize(5);
    }
    try (FileLog again = FileLog.open(log)) {
      List<String> users = new ArrayList<>();
      again.replay(0, entry -> entry.change().user().ifPresent(users::add));
      assertThat(users).containsExactly(NAMESAKE, NAMESAKE);
    }
  }

  @Test
  void everyModelFile_savedOrLoaded_isWrittenAgain() throws IOException {
    Path second = folder.resolve("second.artrec");
    Recommender saved = Fixture.builder(CATALOG, EVENTS).build();
    recordTwice(saved, SECRET);
    saved.save(model);
    saved.save(second);
    assertThat(saved.forget(SECRET).pending()).isFalse();
    assertThat(holds(model, SECRET)).isFalse();
    assertThat(holds(second, SECRET)).isFalse();

    Fixture.builder(CATALOG, eventsWith(SECRET)).build().save(model);
    assertThat(holds(model, SECRET)).isTrue();
    Recommender loaded = Recommender.load(model);
    loaded.forget(SECRET);
    loaded.awaitForgotten();
    assertThat(holds(model, SECRET)).isFalse();
  }

  @Test
  void report_losesItsExampleRows() {
    List<Interaction> events = eventsWith(SECRET);
    events.add(Interaction.favorite(SECRET, "no-such-work"));
    Recommender recommender = Fixture.builder(CATALOG, events).build();
    assertThat(recommender.report().toString()).contains(SECRET);
    long dropped = dropped(recommender);

    recommender.forget(SECRET);

    assertThat(recommender.report().toString()).doesNotContain(SECRET);
    assertThat(dropped(recommender)).as("the counts stay").isEqualTo(dropped).isPositive();
  }

  private static long dropped(Recommender recommender) {
    return recommender.report().cleaning().steps().stream().mapToLong(StepReport::dropped).sum();
  }

  @Test
  void forgettingThatFailed_isFinishedByTheNextCall() throws IOException {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    recordTwice(recommender, SECRET);
    recommender.save(model);
    Path aside = folder.resolve("aside");
    Files.move(model, aside);
    Files.createDirectory(model);
    assertThat(recommender.forget(SECRET).pending()).isTrue();
    assertThatThrownBy(recommender::awaitForgotten)
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("it is a folder");
    Files.delete(model);
    Files.move(aside, model);

    assertThat(recommender.forget(SECRET).pending()).isFalse();
    assertThat(holds(model, SECRET)).isFalse();
  }

  @Test
  void eventsRecordedAfterForgetting_surviveARestart() {
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      recordTwice(recommender, SECRET);
      recommender.save(model);
      recommender.forget(SECRET);
    }
    try (Recommender loaded = Recommender.loader(model).log(log).load()) {
      loaded.record(Interaction.favorite("ada", "w3-1").saying("moonlit"));
    }
    try (Recommender again = Recommender.loader(model).log(log).load()) {
      again.retrain();
      assertThat(again.dataset().interactions().stream())
          .filteredOn(event -> event.user().equals("ada"))
          .singleElement()
          .satisfies(event -> assertThat(event.comment()).contains("moonlit"));
    }
  }

  @Test
  void eventThatTrainingAndLogBothHold_countsOnce() {
    Interaction event = Interaction.favorite("ada", "w3-1").withEventId("e1");
    try (Recommender first = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      first.record(event);
    }
    List<Interaction> exported = new ArrayList<>(EVENTS);
    exported.add(event.at(Fixture.CLOCK.instant()));
    try (Recommender rebuilt = Fixture.builder(CATALOG, exported).log(log).build()) {
      rebuilt.retrain();
      assertThat(rebuilt.dataset().size()).isEqualTo(EVENTS.size() + 1);
    }
  }
}
