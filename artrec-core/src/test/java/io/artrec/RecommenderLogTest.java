package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.log.FileLog;
import io.artrec.log.LogException;
import io.artrec.log.MemoryLog;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a log brings back, and whom it does not. */
class RecommenderLogTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);
  private static final String SECRET = "secret";

  @TempDir Path folder;
  private Path log;
  private Path model;

  @BeforeEach
  void files() {
    log = folder.resolve("events.log");
    model = folder.resolve("m.artrec");
  }

  private static List<Interaction> eventsWithSecret() {
    List<Interaction> events = new ArrayList<>(EVENTS);
    events.add(Interaction.favorite(SECRET, "w1-1"));
    events.add(Interaction.favorite(SECRET, "w1-2").at(Fixture.CLOCK.instant()));
    return events;
  }

  private static List<String> users(Recommender recommender) {
    return recommender.dataset().interactions().stream().map(Interaction::user).toList();
  }

  private static boolean holdsSecret(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).contains(SECRET);
  }

  @Test
  void modelFileFromBeforeTheForgetting_doesNotBringTheVisitorBack() throws IOException {
    Path aside = folder.resolve("backup.artrec");
    try (Recommender first = Fixture.builder(CATALOG, eventsWithSecret()).log(log).build()) {
      first.record(Interaction.favorite("ada", "w2-1"));
      first.save(model);
      Files.copy(model, aside, StandardCopyOption.REPLACE_EXISTING);
      first.forget(SECRET);
      first.record(Interaction.favorite(SECRET, "w3-3"));
    }
    assertThat(holdsSecret(aside)).isTrue();
    try (Recommender loaded = Recommender.loader(aside).log(log).load()) {
      loaded.awaitForgotten();
      assertThat(users(loaded)).hasSize(EVENTS.size()).doesNotContain(SECRET);
      assertThat(loaded.history("ada")).extracting(Interaction::artwork).containsExactly("w2-1");
      assertThat(loaded.history(SECRET)).extracting(Interaction::artwork).containsExactly("w3-3");
      assertThat(loaded.recommend(SECRET, 120)).hasSize(119);
    }
    try (Recommender again = Recommender.loader(aside).log(log).load()) {
      again.forget(SECRET);
      again.awaitForgotten();
    }
    assertThat(holdsSecret(aside)).as("the file was written again").isFalse();
  }

  @Test
  void trainingDataFromBeforeTheForgetting_isLeftOut_whatIsYoungerIsNot() {
    try (Recommender first = Fixture.builder(CATALOG, eventsWithSecret()).log(log).build()) {
      first.forget(SECRET);
    }
    List<Interaction> exported = eventsWithSecret();
    exported.add(
        Interaction.favorite(SECRET, "w3-3").at(Fixture.CLOCK.instant().plus(Duration.ofDays(1))));
    try (Recommender again = Fixture.builder(CATALOG, exported).log(log).build()) {
      assertThat(again.history(SECRET)).extracting(Interaction::artwork).containsExactly("w3-3");
      assertThat(users(again)).hasSize(EVENTS.size() + 1).contains(SECRET);
    }
  }

  /** Popularity that fails to train when told to. */
  private static final class Breakable implements Strategy {
    private boolean broken;

    @Override
    public String name() {
      return "popularity";
    }

    @Override
    public Scorer train(TrainingContext context) {
      if (broken) {
        throw new IllegalStateException("training failed on purpose");
      }
      return io.artrec.strategy.Popularity.allTime().train(context);
    }
  }

  @Test
  void forgettingThatACrashCutShort_isFinishedWhenLoading() throws IOException {
    Breakable strategy = new Breakable();
    Recommender first =
        Fixture.builder(CATALOG, eventsWithSecret()).strategy(strategy).log(log).build();
    strategy.broken = true;
    assertThat(first.forget(SECRET).pending()).isTrue();
    first.save(model);
    first.close();
    assertThat(holdsSecret(model)).as("what training knows is still pending").isTrue();
    try (Recommender loaded = Recommender.loader(model).log(log).load()) {
      loaded.awaitForgotten();
      assertThat(users(loaded)).hasSize(EVENTS.size()).doesNotContain(SECRET);
    }
    assertThat(holdsSecret(model)).isFalse();
  }

  @Test
  void visitorWhoComesBackWhileTheirErasureIsPending_keepsWhatTheyDidSince() {
    Breakable strategy = new Breakable();
    Recommender first =
        Fixture.builder(CATALOG, eventsWithSecret()).strategy(strategy).log(log).build();
    strategy.broken = true;
    assertThat(first.forget(SECRET).pending()).isTrue();
    first.record(Interaction.favorite(SECRET, "w3-3"));
    first.save(model);
    try (Recommender loaded = Recommender.load(model)) {
      assertThat(loaded.history(SECRET)).extracting(Interaction::artwork).containsExactly("w3-3");
    }
    assertThatThrownBy(first::retrain).hasMessage("training failed on purpose");
    strategy.broken = false;
    first.retrain();
    first.close();
    assertThat(first.dataset().interactions().stream())
        .filteredOn(event -> event.user().equals(SECRET))
        .extracting(Interaction::artwork)
        .containsExactly("w3-3");
  }

  @Test
  void passedLog_staysOpen_andServesTheNextRecommender() {
    MemoryLog memory = new MemoryLog();
    try (Recommender first = Fixture.builder(CATALOG, EVENTS).log(memory).build()) {
      first.record(Interaction.favorite("ada", "w2-1"));
      first.save(model);
      first.record(Interaction.favorite("ada", "w2-2"));
    }
    try (Recommender second = Fixture.builder(CATALOG, EVENTS).log(memory).build()) {
      assertThat(second.recommend("ada", 120)).hasSize(118);
    }
    try (Recommender third = Recommender.loader(model).log(memory).load()) {
      assertThat(third.history("ada"))
          .extracting(Interaction::artwork)
          .containsExactly("w2-1", "w2-2");
    }
  }

  @Test
  void buildingThatFails_closesTheLogItOpened() {
    Breakable strategy = new Breakable();
    strategy.broken = true;
    assertThatThrownBy(() -> Fixture.builder(CATALOG, EVENTS).strategy(strategy).log(log).build())
        .hasMessage("training failed on purpose");
    FileLog.open(log).close();
  }

  @Test
  void history_isOfTrainingAndSince_byTime() {
    List<Interaction> events = eventsWithSecret();
    Recommender recommender = Fixture.builder(CATALOG, events).build();
    Interaction old = Interaction.view(SECRET, "w0-1").at(Fixture.CLOCK.instant().minusSeconds(9));
    recommender.record(old.saying("first"));
    recommender.record(Interaction.view(SECRET, "w0-2"));
    assertThat(recommender.history(SECRET))
        .extracting(Interaction::artwork)
        .containsExactly("w1-1", "w0-1", "w1-2", "w0-2");
    assertThat(recommender.history(SECRET).get(1).comment()).contains("first");
    assertThat(recommender.history("nobody")).isEmpty();
    recommender.forget(SECRET);
    assertThat(recommender.history(SECRET)).isEmpty();
  }

  @Test
  void logThatEndsBeforeTheModel_isRefused() throws IOException {
    Path log = folder.resolve("behind");
    Path copy = folder.resolve("copy");
    Path file = folder.resolve("ahead.artrec");
    try (Recommender recommender =
        Fixture.builder(Fixture.catalog(4, 1), List.of()).log(log).build()) {
      recommender.record(Interaction.favorite("ada", "w1-1"));
    }
    copy(log, copy);
    try (Recommender recommender =
        Fixture.builder(Fixture.catalog(4, 1), List.of()).log(log).build()) {
      recommender.record(Interaction.favorite("ada", "w1-2"));
      recommender.save(file);
    }
    assertThatThrownBy(() -> Recommender.loader(file).log(copy).load())
        .isInstanceOf(LogException.class)
        .hasMessageContaining("ends with change 1, and the model was saved when it had 2")
        .hasMessageContaining("older copy");
    try (Recommender loaded = Recommender.loader(file).log(log).load()) {
      assertThat(loaded.history("ada")).hasSize(2);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
