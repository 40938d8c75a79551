package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.feature.AttributeFeature;
import io.artrec.strategy.Popularity;
import io.artrec.task.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecommenderWorkersTest {
  private static Recommender on(Workers workers) {
    return builder().workers(workers).build();
  }

  private static RecommenderBuilder builder() {
    return Recommender.builder()
        .catalog(Fixture.catalog(50, 1))
        .feature(AttributeFeature.standard());
  }

  private static List<RecommendationRequest> requests() {
    List<RecommendationRequest> requests = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      requests.add(RecommendationRequest.forUser("v" + i).n(3).seed(7).build());
    }
    return requests;
  }

  /** Two recommenders on the same executor answer as one on a thread of its own. */
  @Test
  void recommenders_shareAnExecutorOfTheApplication() {
    AtomicInteger asked = new AtomicInteger();
    ExecutorService executor = Executors.newFixedThreadPool(2);
    Workers shared =
        Workers.on(
            task -> {
              asked.incrementAndGet();
              executor.execute(task);
            },
            3);
    try (Recommender one = on(shared);
        Recommender other = on(shared);
        Recommender alone = builder().threads(1).build()) {
      assertThat(one.recommendAll(requests())).isEqualTo(alone.recommendAll(requests()));
      assertThat(other.recommendAll(requests())).isEqualTo(alone.recommendAll(requests()));
    } finally {
      executor.shutdownNow();
    }
    assertThat(asked.get()).as("tasks that the executor was given").isPositive();
  }

  @Test
  void threadsAndWorkers_areOneOrTheOther() {
    RecommenderBuilder builder = Recommender.builder().strategy(Popularity.allTime()).threads(2);
    assertThatThrownBy(() -> builder.workers(Workers.of(2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("threads and workers are both set; workers say how many threads there are");
  }
}
