package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.log.MemoryLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visitors of whom nothing is kept. */
class RecommenderOptOutTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);
  private static final String SECRET = "secret";

  @TempDir Path folder;

  private static List<Interaction> eventsWithSecret() {
    List<Interaction> events = new ArrayList<>(EVENTS);
    events.add(Interaction.favorite(SECRET, "w1-1"));
    events.add(
        Interaction.favorite(SECRET, "w1-2").at(Fixture.CLOCK.instant().plus(Duration.ofDays(1))));
    return events;
  }

  private static boolean holdsSecret(Path file) throws IOException {
    return Fixture.holds(file, SECRET);
  }

  @Test
  void whoOptsOut_isForgotten_andNotRecordedUntilTheyOptIn() {
    Recommender recommender = Fixture.builder(CATALOG, eventsWithSecret()).build();
    recommender.record(Interaction.favorite(SECRET, "w2-1"));
    assertThat(recommender.isOptedOut(SECRET)).isFalse();
    assertThat(recommender.optOut(SECRET)).satisfies(Fixture.erased(2, 1, 0, false));
    assertThat(recommender.isOptedOut(SECRET)).isTrue();
    assertThat(recommender.record(Interaction.favorite(SECRET, "w2-1"))).isFalse();
    assertThat(
            recommender.recordAll(
                List.of(Interaction.view(SECRET, "w2-1"), Interaction.view("ada", "w2-1"))))
        .isEqualTo(1);
    assertThat(recommender.recommend(SECRET, 120)).as("a stranger").hasSize(120);
    assertThat(
            recommender.recommend(
                RecommendationRequest.forUser(SECRET)
                    .history(List.of(Interaction.favorite(SECRET, "w2-1")))
                    .n(120)
                    .build()))
        .as("what the request says counts")
        .hasSize(119);
    assertThat(recommender.record(Interaction.view("secret2", "w2-1"))).isTrue();

    assertThat(recommender.optIn(SECRET)).isTrue();
    assertThat(recommender.optIn(SECRET)).isFalse();
    assertThat(recommender.record(Interaction.favorite(SECRET, "w3-1"))).isTrue();
    assertThat(recommender.history(SECRET)).hasSize(1);
  }

  @Test
  void optingOut_outlivesRestarts_andKeepsExportsOut() throws IOException {
    Path log = folder.resolve("events.log");
    Path model = folder.resolve("m.artrec");
    Path aside = folder.resolve("backup.artrec");
    try (Recommender recommender = Fixture.builder(CATALOG, eventsWithSecret()).log(log).build()) {
      recommender.record(Interaction.favorite(SECRET, "w2-1"));
      recommender.save(model);
      Files.copy(model, aside);
      assertThat(recommender.optOut(SECRET).loggedEvents()).isEqualTo(1);
    }
    assertThat(holdsSecret(log)).isFalse();
    assertThat(holdsSecret(model)).isFalse();
    try (Recommender loaded = Recommender.load(model)) {
      assertThat(loaded.isOptedOut(SECRET)).as("without the log").isTrue();
      assertThat(loaded.isOptedOut("ada")).isFalse();
    }
    try (Recommender loaded = Recommender.loader(aside).log(log).load()) {
      assertThat(loaded.isOptedOut(SECRET)).isTrue();
      assertThat(loaded.history(SECRET)).isEmpty();
      loaded.awaitForgotten();
    }
    assertThat(holdsSecret(aside)).isFalse();
    try (Recommender rebuilt = Fixture.builder(CATALOG, eventsWithSecret()).log(log).build()) {
      assertThat(rebuilt.history(SECRET)).as("younger events included").isEmpty();
      assertThat(rebuilt.record(Interaction.view(SECRET, "w2-1"))).isFalse();
      rebuilt.optIn(SECRET);
    }
    try (Recommender rebuilt = Fixture.builder(CATALOG, eventsWithSecret()).log(log).build()) {
      assertThat(rebuilt.isOptedOut(SECRET)).isFalse();
      assertThat(rebuilt.history(SECRET)).as("what is younger").hasSize(1);
    }
    try (Recommender loaded = Recommender.loader(model).log(log).load()) {
      assertThat(loaded.isOptedOut(SECRET)).isFalse();
    }
  }

  @Test
  void optingOut_isCarriedByModelFiles_alsoToOtherLogs() throws IOException {
    Path model = folder.resolve("m.artrec");
    try (Recommender recommender = Fixture.builder(CATALOG, eventsWithSecret()).build()) {
      recommender.save(model);
      assertThat(recommender.optOut(SECRET).pending()).isFalse();
    }
    assertThat(holdsSecret(model)).isFalse();
    try (Recommender loaded = Recommender.load(model)) {
      assertThat(loaded.isOptedOut(SECRET)).isTrue();
      assertThat(loaded.record(Interaction.view(SECRET, "w2-1"))).isFalse();
    }
    MemoryLog log = new MemoryLog();
    try (Recommender loaded = Recommender.loader(model).log(log).load()) {
      assertThat(loaded.isOptedOut(SECRET)).isTrue();
      assertThat(loaded.optIn(SECRET)).isTrue();
      assertThat(loaded.isOptedOut(SECRET)).isFalse();
    }
    try (Recommender again = Recommender.loader(model).log(log).load()) {
      assertThat(again.isOptedOut(SECRET)).isFalse();
    }
  }
}
