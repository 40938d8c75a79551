package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.log.LogException;
import io.artrec.log.MemoryLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept for how long, and where. */
class RecommenderRetentionTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);
  private static final Instant YEAR_AGO = Instant.parse("2025-01-01T00:00:00Z");

  @TempDir Path folder;
  private Path log;
  private Path model;

  @BeforeEach
  void files() {
    log = folder.resolve("events.log");
    model = folder.resolve("m.artrec");
  }

  private static List<Interaction> trained() {
    List<Interaction> events = new ArrayList<>(EVENTS);
    events.add(Interaction.favorite("ada", "w1-1").at(YEAR_AGO.minusMillis(1)).saying("outworn"));
    events.add(Interaction.favorite("ada", "w1-2").at(YEAR_AGO));
    events.add(Interaction.favorite("ada", "w1-3"));
    return events;
  }

  private static List<String> works(Recommender recommender, String user) {
    return recommender.history(user).stream().map(Interaction::artwork).toList();
  }

  @Test
  void olderEvents_leaveAnswersLogTrainingAndFiles() throws IOException {
    Path aside = folder.resolve("backup.artrec");
    try (Recommender recommender = Fixture.builder(CATALOG, trained()).log(log).build()) {
      recommender.record(
          Interaction.favorite("bob", "w2-1").at(YEAR_AGO.minusSeconds(1)).saying("outworn"));
      recommender.record(Interaction.favorite("bob", "w2-2"));
      recommender.save(model);
      Files.copy(model, aside);
      assertThat(recommender.forgetBefore(YEAR_AGO)).satisfies(Fixture.erased(1, 1, 1, false));
      assertThat(works(recommender, "ada")).containsExactly("w1-3", "w1-2");
      assertThat(works(recommender, "bob")).containsExactly("w2-2");
      assertThat(recommender.dataset().size()).isEqualTo(EVENTS.size() + 2);
      assertThat(recommender.forgetBefore(YEAR_AGO)).satisfies(Fixture.erased(0, 0, 0, false));
    }
    assertThat(Fixture.holds(log, "outworn")).isFalse();
    assertThat(Fixture.holds(model, "outworn")).isFalse();
    try (Recommender loaded = Recommender.loader(aside).log(log).load()) {
      assertThat(works(loaded, "ada")).as("of an older file").containsExactly("w1-3", "w1-2");
      assertThat(works(loaded, "bob")).containsExactly("w2-2");
      loaded.awaitForgotten();
    }
    assertThat(Fixture.holds(aside, "outworn")).isFalse();
    try (Recommender rebuilt = Fixture.builder(CATALOG, trained()).log(log).build()) {
      assertThat(works(rebuilt, "ada")).as("of an export").containsExactly("w1-3", "w1-2");
    }
  }

  @Test
  void compactedLog_startsItsModelFile_andNothingElse() throws IOException {
    Path second = folder.resolve("second.artrec");
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      assertThatThrownBy(recommender::compactLog)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("call save(...) first");
      recommender.record(Interaction.favorite("ada", "w2-1").saying("first").withEventId("e1"));
      recommender.recordAll(List.of(), "clicks", 5);
      recommender.optOut("bob");
      recommender.save(model);
      recommender.record(Interaction.favorite("ada", "w2-2").saying("second"));
      recommender.save(second);
      recommender.record(Interaction.favorite("ada", "w2-3").saying("third"));
      assertThat(recommender.compactLog())
          .as("what the older file holds")
          .isGreaterThanOrEqualTo(2);
    }
    assertThat(Fixture.holds(log, "first")).isFalse();
    try (Recommender loaded = Recommender.loader(model).log(log).load()) {
      assertThat(works(loaded, "ada")).containsExactly("w2-1", "w2-2", "w2-3");
      assertThat(loaded.position("clicks")).isEqualTo(OptionalLong.of(5));
      assertThat(loaded.isOptedOut("bob")).isTrue();
      assertThat(loaded.record(Interaction.view("ada", "w0-1").withEventId("e1"))).isFalse();
    }
    assertThatThrownBy(() -> Fixture.builder(CATALOG, EVENTS).log(log).build())
        .isInstanceOf(LogException.class)
        .hasMessageContaining("are only in a model file");
  }

  @Test
  void fileThatNeedsTheLog_isNotCutOff_unlessItIsGone() throws IOException {
    MemoryLog memory = new MemoryLog();
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(memory).build()) {
      recommender.save(model);
      recommender.record(Interaction.favorite("ada", "w2-1"));
      Path second = folder.resolve("second.artrec");
      recommender.save(second);
      assertThat(recommender.compactLog()).as("the first file holds none of it").isZero();
      Files.delete(model);
      assertThat(recommender.compactLog()).isEqualTo(1);
      Files.delete(second);
      assertThatThrownBy(recommender::compactLog).isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> Fixture.builder(CATALOG, EVENTS).build().compactLog())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("pass log(...) when building or loading");
  }
}
