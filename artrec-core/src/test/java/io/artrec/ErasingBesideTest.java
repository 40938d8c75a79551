package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.log.LogException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing waits while the log is rewritten without a visitor. */
@Timeout(120)
class ErasingBesideTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);

  @TempDir Path folder;

  @Test
  void everythingElse_returnsBeforeTheLogIsRewritten() throws Exception {
    GatedLog log = new GatedLog();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    Path model = folder.resolve("m.artrec");
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      recommender.record(Interaction.favorite("secret", "w2-1"));
      Future<ForgetReport> forgetting = executor.submit(() -> recommender.forget("secret"));
      log.entered.await();

      assertThat(recommender.record(Interaction.favorite("ada", "w2-1"))).isTrue();
      assertThat(recommender.recommend("ada", 120)).hasSize(119);
      assertThat(recommender.recommend("secret", 120)).as("a stranger").hasSize(120);
      recommender.save(model);
      recommender.retrain();
      assertThat(recommender.record(Interaction.favorite("secret", "w3-3"))).isTrue();
      assertThat(forgetting.isDone()).isFalse();

      log.gate.countDown();
      assertThat(forgetting.get()).satisfies(Fixture.erased(0, 1, 1, false));
      assertThat(recommender.history("secret"))
          .extracting(Interaction::artwork)
          .containsExactly("w3-3");
    } finally {
      log.gate.countDown();
      executor.shutdownNow();
    }
    try (Recommender loaded = Recommender.loader(model).log(log).load()) {
      assertThat(loaded.history("secret")).extracting(Interaction::artwork).containsExactly("w3-3");
    }
  }

  @Test
  void logThatCannotTakeNote_leavesEverythingAsItWas() {
    GatedLog log = GatedLog.open();
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      recommender.record(Interaction.favorite("ada", "w2-1"));
      log.failingToErase = true;
      assertThatThrownBy(() -> recommender.forget("ada")).isInstanceOf(LogException.class);
      assertThat(recommender.history("ada")).hasSize(1);
      log.failingToErase = false;
      assertThat(recommender.forget("ada").liveEvents()).isEqualTo(1);
    }
  }
}
