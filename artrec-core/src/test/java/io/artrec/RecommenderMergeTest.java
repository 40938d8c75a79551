package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.log.LogException;
import io.artrec.log.MemoryLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An anonymous visitor becomes a known one. */
class RecommenderMergeTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);
  private static final Instant EARLIER = Instant.parse("2025-12-31T23:00:00Z");

  @TempDir Path folder;

  private static List<Interaction> trained() {
    List<Interaction> events = new ArrayList<>(EVENTS);
    events.add(Interaction.favorite("cookie", "w1-1").at(EARLIER).withEventId("e1"));
    events.add(Interaction.favorite("cookie", "w1-2").at(EARLIER));
    events.add(Interaction.view("ada", "w3-1").at(EARLIER.minusSeconds(9)));
    return events;
  }

  private static void recordMore(Recommender recommender) {
    recommender.record(Interaction.view("cookie", "w2-1"));
    recommender.record(Interaction.view("cookie", "w2-1"));
    recommender.record(Interaction.rating("cookie", "w2-2", 4.3).saying("calm"));
  }

  private static List<String> works(Recommender recommender, String user) {
    return recommender.history(user).stream().map(Interaction::artwork).toList();
  }

  @Test
  void everyEvent_becomesTheKnownVisitors_withItsTime() throws IOException {
    Path log = folder.resolve("events.log");
    Path model = folder.resolve("m.artrec");
    List<String> all = List.of("w3-1", "w1-1", "w1-2", "w2-1", "w2-1", "w2-2");
    try (Recommender recommender = Fixture.builder(CATALOG, trained()).log(log).build()) {
      recordMore(recommender);
      recommender.save(model);
      assertThat(recommender.merge("cookie", "ada")).isEqualTo(5);
      assertThat(works(recommender, "ada")).isEqualTo(all);
      assertThat(recommender.history("ada").get(1).time()).contains(EARLIER);
      assertThat(recommender.history("ada").get(5).comment()).contains("calm");
      assertThat(recommender.history("cookie")).isEmpty();
      assertThat(recommender.recommend("cookie", 120)).as("a stranger").hasSize(120);
      assertThat(recommender.dataset().userIndex("cookie")).isEmpty();
      assertThat(recommender.merge("cookie", "ada")).isZero();
      assertThat(recommender.record(Interaction.view("ada", "w1-1").withEventId("e1"))).isFalse();
    }
    for (Path file : List.of(log, model)) {
      assertThat(Fixture.holds(file, "cookie")).isFalse();
    }
    try (Recommender loaded = Recommender.loader(model).log(log).load()) {
      assertThat(works(loaded, "ada")).isEqualTo(all);
      assertThat(works(loaded, "cookie")).isEmpty();
    }
  }

  @Test
  void mergeCutShortBetweenItsSteps_movesEachEventOnce_whenItIsCalledAgain() {
    GatedLog log = GatedLog.open();
    Path model = folder.resolve("m.artrec");
    try (Recommender recommender = Fixture.builder(CATALOG, trained()).log(log).build()) {
      recordMore(recommender);
      recommender.save(model);
      log.failingToErase = true;
      assertThatThrownBy(() -> recommender.merge("cookie", "ada")).isInstanceOf(LogException.class);
      log.failingToErase = false;
    }
    List<Interaction> exported = trained();
    try (Recommender rebuilt = Fixture.builder(CATALOG, exported).log(log).build()) {
      assertThat(works(rebuilt, "cookie")).as("as if the process had died").hasSize(5);
      assertThat(rebuilt.merge("cookie", "ada")).as("all were there").isZero();
      assertThat(works(rebuilt, "ada")).hasSize(6);
      assertThat(works(rebuilt, "cookie")).isEmpty();
    }
    try (Recommender loaded = Recommender.loader(model).log(log).load()) {
      assertThat(works(loaded, "ada")).hasSize(6);
      assertThat(works(loaded, "cookie")).isEmpty();
    }
  }

  @Test
  void visitorsWhoCannotBeMerged() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    assertThatThrownBy(() -> recommender.merge("ada", "ada"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot merge visitor 'ada' with themselves; pass two ids");
    assertThat(recommender.merge("nobody", "ada")).isZero();
    recommender.record(Interaction.view("cookie", "w2-1"));
    recommender.optOut("ada");
    assertThat(recommender.merge("cookie", "ada")).as("ada has opted out").isZero();
    assertThat(recommender.history("ada")).isEmpty();
    assertThat(recommender.history("cookie")).isEmpty();
  }

  @Test
  void visitorWhoTookEverythingBack_leavesNothingInTheLogEither() {
    MemoryLog log = new MemoryLog();
    try (Recommender recommender =
        Recommender.builder().catalog(Fixture.catalog(4, 1)).log(log).build()) {
      recommender.record(Interaction.favorite("cookie", "w1-1").withEventId("taken-back"));
      assertThat(recommender.undo("cookie", "taken-back")).isTrue();
      assertThat(recommender.merge("cookie", "ada")).isZero();
      List<String> changes = new ArrayList<>();
      log.replay(0, entry -> changes.add(entry.change().toJson()));
      assertThat(changes).noneMatch(json -> json.contains("cookie") || json.contains("taken-back"));
    }
  }
}
