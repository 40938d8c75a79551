package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.UnknownArtworkException;
import io.artrec.log.LogException;
import io.artrec.log.MemoryLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Batches, and streams that are taken in from where they were left. */
@Timeout(120)
class RecommenderBatchTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);
  private static final List<Interaction> BATCH =
      List.of(
          Interaction.favorite("ada", "w2-1").withEventId("e1"),
          Interaction.favorite("ada", "w2-2"),
          Interaction.favorite("bob", "w2-1").withEventId("e1"),
          Interaction.view("ada", "w2-9").withEventId("e1"));

  @TempDir Path folder;

  private static List<String> works(Recommender recommender, String user) {
    return recommender.history(user).stream().map(Interaction::artwork).toList();
  }

  @Test
  void batch_isRecordedOnce_andIsThereAfterARestart() {
    Path log = folder.resolve("events.log");
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      assertThat(recommender.recordAll(BATCH)).as("the last has the first one's id").isEqualTo(3);
      assertThat(recommender.recordAll(BATCH)).as("the one without an id").isEqualTo(1);
      assertThat(recommender.recordAll(List.of())).isZero();
    }
    try (Recommender again = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      assertThat(works(again, "ada")).containsExactly("w2-1", "w2-2", "w2-2");
      assertThat(works(again, "bob")).containsExactly("w2-1");
      assertThat(again.record(BATCH.get(0))).isFalse();
    }
  }

  @Test
  void batchThatCannotBeRecordedWhole_isNotRecordedAtAll() {
    GatedLog log = GatedLog.open();
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      List<Interaction> unknown = new ArrayList<>(BATCH);
      unknown.add(Interaction.view("ada", "no-such-work"));
      assertThatThrownBy(() -> recommender.recordAll(unknown, "clicks", 4))
          .isInstanceOf(UnknownArtworkException.class);
      log.failing = true;
      assertThatThrownBy(() -> recommender.recordAll(BATCH, "clicks", 4))
          .isInstanceOf(LogException.class);
      assertThat(recommender.history("ada")).isEmpty();
      assertThat(recommender.position("clicks")).isEmpty();
      log.failing = false;
      assertThat(recommender.recordAll(BATCH, "clicks", 4)).as("the ids are free").isEqualTo(3);
    }
  }

  @Test
  void stream_goesOnWhereItWasLeft_fromTheLogAndFromAModelFile() {
    MemoryLog log = new MemoryLog();
    Path model = folder.resolve("m.artrec");
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      assertThat(recommender.position("clicks")).isEmpty();
      assertThat(recommender.recordAll(BATCH, "clicks", 7)).isEqualTo(3);
      assertThat(recommender.recordAll(BATCH, "clicks", 7)).isZero();
      assertThat(recommender.recordAll(BATCH, "clicks", 6)).isZero();
      assertThat(recommender.recordAll(List.of(), "sales", 0)).isZero();
      recommender.save(model);
      assertThat(recommender.recordAll(List.of(), "sales", 3)).isZero();
      assertThat(recommender.position("clicks")).isEqualTo(OptionalLong.of(7));
      assertThat(works(recommender, "ada")).containsExactly("w2-1", "w2-2");
    }
    try (Recommender again = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      assertThat(again.position("clicks")).isEqualTo(OptionalLong.of(7));
      assertThat(again.position("sales")).isEqualTo(OptionalLong.of(3));
      assertThat(again.recordAll(BATCH, "clicks", 7)).isZero();
    }
    try (Recommender loaded = Recommender.load(model)) {
      assertThat(loaded.position("clicks")).isEqualTo(OptionalLong.of(7));
      assertThat(loaded.position("sales")).isEqualTo(OptionalLong.of(0));
    }
    try (Recommender loaded = Recommender.loader(model).log(log).load()) {
      assertThat(loaded.position("sales")).isEqualTo(OptionalLong.of(3));
    }
  }

  @Test
  void placesOfNoStream_areRefused() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    assertThatThrownBy(() -> recommender.recordAll(BATCH, " ", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the name of a stream is ' ', expected valid Unicode that is not blank");
    assertThatThrownBy(() -> recommender.recordAll(BATCH, "clicks", -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the offset in stream 'clicks' is -1, expected 0 or more");
    recommender.close();
    assertThatThrownBy(() -> recommender.recordAll(BATCH))
        .hasMessage("cannot record an event: the recommender is closed");
  }

  @Test
  void batchesOfManyThreads_withTheSameIds_areRecordedOnce() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(6);
    try (Recommender recommender =
        Fixture.builder(CATALOG, EVENTS).log(folder.resolve("events.log")).build()) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int thread = 0; thread < 6; thread++) {
        int first = thread;
        all.add(
            executor.submit(
                () -> {
                  int kept = 0;
                  for (int i = 0; i < 40; i++) {
                    List<Interaction> batch = new ArrayList<>();
                    for (int k = 0; k < 5; k++) {
                      int id = (first * 7 + i * 3 + (first % 2 == 0 ? k : 4 - k)) % 97;
                      batch.add(Interaction.view("ada", "w1-1").withEventId("e" + id));
                    }
                    kept +=
                        first == 0
                            ? recommender.recordAll(batch, "clicks", i)
                            : recommender.recordAll(batch);
                    recommender.record(batch.get(2));
                  }
                  return kept;
                }));
      }
      int kept = 0;
      for (Future<Integer> one : all) {
        kept += one.get();
      }
      assertThat(recommender.history("ada"))
          .extracting(event -> event.eventId().orElseThrow())
          .doesNotHaveDuplicates()
          .hasSizeGreaterThanOrEqualTo(kept);
      assertThat(recommender.position("clicks")).isEqualTo(OptionalLong.of(39));
    } finally {
      executor.shutdownNow();
    }
  }
}
