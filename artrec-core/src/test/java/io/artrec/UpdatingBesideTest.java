package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.answering.internal.Course;
import io.artrec.answering.internal.Question;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.feature.AttributeFeature;
import io.artrec.promotion.Promotions;
import io.artrec.strategy.Circumstances;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue changes while other things go on. */
@Timeout(120)
class UpdatingBesideTest {
  private static final Catalog CATALOG = Fixture.catalog(12, 1);

  @TempDir Path folder;

  /** Content-based scoring whose trainings wait at a gate while it is shut. */
  private static final class Gated implements Strategy {
    private volatile CountDownLatch entered = new CountDownLatch(1);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    void shut() {
      entered = new CountDownLatch(1);
      gate = new CountDownLatch(1);
    }

    @Override
    public String name() {
      return "content";
    }

    @Override
    public Scorer train(TrainingContext context) {
      entered.countDown();
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return ContentBased.preferred().train(context);
    }
  }

  private static Artwork work(String id, String artist) {
    return Artwork.builder(id, "Title " + id).artist(artist).subject("harbour").build();
  }

  private static List<String> ids(List<Recommendation> answer) {
    return answer.stream().map(given -> given.artwork().id()).toList();
  }

  @Test
  void update_returnsBeforeATrainingDoes_whichThenKnowsTheWorks() throws Exception {
    Gated gated = new Gated();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .feature(AttributeFeature.standard())
            .strategy(gated)
            .log(folder.resolve("log"))
            .build()) {
      recommender.update(CatalogChange.add(work("early", "Ada")));
      recommender.record(Interaction.favorite("fan", "early"));
      gated.shut();
      Future<?> training = executor.submit(recommender::retrain);
      gated.entered.await();

      recommender.update(CatalogChange.add(work("late", "Ada")), CatalogChange.withdraw("w1-1"));
      assertThat(ids(recommender.recommend("fan", 3))).startsWith("late");
      recommender.record(Interaction.favorite("other", "late"));
      recommender.update(CatalogChange.replace(work("early", "Bruno")));
      assertThat(training.isDone()).isFalse();
      gated.gate.countDown();
      training.get();

      assertThat(recommender.catalog().find("early").orElseThrow().artists().get(0).name())
          .isEqualTo("Bruno");
      assertThat(recommender.catalog().isWithdrawn(recommender.catalog().requireIndex("w1-1")))
          .isTrue();
      assertThat(ids(recommender.recommend("fan", 3))).startsWith("late");
      assertThat(recommender.history("other")).hasSize(1);
      assertThat(ids(recommender.recommend("other", 3))).startsWith("early");
      try (Recommender anew =
          Recommender.builder()
              .catalog(recommender.catalog())
              .feature(AttributeFeature.standard())
              .strategy(ContentBased.preferred())
              .build()) {
        recommender.retrain();
        assertThat(recommender.features().entries().get(0).matrix())
            .isEqualTo(anew.features().entries().get(0).matrix());
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void visitorForgottenAroundAnUpdate_staysForgotten() throws Exception {
    Gated gated = new Gated();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    List<Interaction> events = new ArrayList<>(Fixture.interactions(CATALOG, 5, 4, 2));
    events.add(Interaction.favorite("secret", "w1-1"));
    try (Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(events)
            .feature(AttributeFeature.standard())
            .strategy(gated)
            .build()) {
      gated.shut();
      Future<?> training = executor.submit(recommender::retrain);
      gated.entered.await();
      assertThat(recommender.forget("secret").pending()).isTrue();
      recommender.update(CatalogChange.add(work("late", "Ada")));
      assertThat(recommender.history("secret")).isEmpty();
      gated.gate.countDown();
      training.get();
      recommender.awaitForgotten();
      assertThat(recommender.dataset().userIndex("secret")).isEmpty();
      assertThat(recommender.catalog().find("late")).isPresent();
      assertThat(recommender.history("secret")).isEmpty();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void answerBegunBeforeAnUpdate_knowsNothingOfItsWorks() {
    try (Recommender recommender =
        Recommender.builder().catalog(CATALOG).feature(AttributeFeature.standard()).build()) {
      recommender.record(Interaction.favorite("fan", "w1-1"));
      State before = recommender.live().now();
      recommender.update(CatalogChange.add(work("late", "Ada")));
      recommender.record(Interaction.favorite("fan", "late"));
      Query query =
          before.query(
              new Asker(Optional.of("fan"), History.none(), Map.of(), 0, 1, Circumstances.none()));
      assertThat(query.history().size()).isEqualTo(1);
      RecommendationRequest request = RecommendationRequest.forUser("fan").n(5).build();
      Question question =
          before
              .engine()
              .question(request, List.of(query), List.of(), Promotions.none(), query.history());
      assertThat(before.engine().residence().host().answer(question, new Course(() -> 0)).places())
          .hasSize(5);
      assertThat(recommender.history("fan")).hasSize(2);
    }
  }

  @Test
  void manyAtOnce_allCount() throws Exception {
    int threads = 4;
    int each = 8;
    ExecutorService executor = Executors.newFixedThreadPool(threads + 1);
    AtomicInteger learned = new AtomicInteger();
    try (Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .feature(AttributeFeature.standard())
            .log(folder.resolve("log"))
            .build()) {
      List<Future<?>> futures = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int number = thread;
        futures.add(
            executor.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    String id = "n" + number + "-" + i;
                    recommender.update(CatalogChange.add(work(id, "Artist " + i)));
                    recommender.record(Interaction.favorite("u" + number, id));
                    assertThat(ids(recommender.recommend("u" + number, 200))).doesNotContain(id);
                  }
                }));
      }
      futures.add(
          executor.submit(
              () -> {
                for (int i = 0; i < 5; i++) {
                  recommender.retrain();
                  recommender.refresh();
                  learned.incrementAndGet();
                }
              }));
      for (Future<?> future : futures) {
        future.get();
      }
      assertThat(learned).hasValue(5);
      assertThat(recommender.catalog().size()).isEqualTo(CATALOG.size() + threads * each);
      for (int thread = 0; thread < threads; thread++) {
        assertThat(recommender.history("u" + thread)).hasSize(each);
      }
    } finally {
      executor.shutdownNow();
    }
    try (Recommender again =
        Recommender.builder()
            .catalog(CATALOG)
            .feature(AttributeFeature.standard())
            .log(folder.resolve("log"))
            .build()) {
      assertThat(again.catalog().size()).isEqualTo(CATALOG.size() + threads * each);
      assertThat(again.history("u1")).hasSize(each);
    }
  }
}
