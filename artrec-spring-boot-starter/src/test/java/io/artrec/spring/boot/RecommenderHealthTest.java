package io.artrec.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommender;
import io.artrec.catalog.Artwork;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecommenderHealthTest {
  @Test
  void aRecommenderThatTakesNothing_isDown() {
    Recommender recommender =
        Recommender.builder().catalog(List.of(Artwork.builder("w", "W").build())).build();
    RecommenderHealth health = new RecommenderHealth(recommender);
    assertThat(health.isUp()).isTrue();
    assertThat(health.details()).containsEntry("works", 1).containsEntry("problems", List.of());
    recommender.close();
    assertThat(health.isUp()).isFalse();
    assertThat(health.details())
        .containsEntry("problems", List.of("The recommender is closed: nothing is recorded."));
  }
}
