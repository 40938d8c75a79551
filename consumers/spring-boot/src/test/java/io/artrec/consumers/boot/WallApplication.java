package io.artrec.consumers.boot;

import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.RecommenderListener;
import io.artrec.WhyNot;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.Feature;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A wall of works by HTTP. */
@SpringBootApplication
public class WallApplication {
  static final AtomicInteger LEARNED = new AtomicInteger();

  @Bean
  Catalog catalog() {
    return Catalog.of(
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    Artwork.builder("w" + i, "Work <" + i + ">")
                        .artist("Artist " + i % 5)
                        .movement(i % 2 == 0 ? "Ukiyo-e" : "Baroque")
                        .build())
            .toList());
  }

  @Bean
  Feature attributes() {
    return AttributeFeature.standard();
  }

  @Bean
  RecommenderListener listener() {
    return new RecommenderListener() {
      @Override
      public void learned(Learned engine) {
        LEARNED.incrementAndGet();
      }
    };
  }

  /** Asks a recommender that stands behind a proxy, as with a refresh scope. */
  @RestController
  static class Wall {
    private final Recommender recommender;

    Wall(@Lazy Recommender recommender) {
      this.recommender = recommender;
    }

    @GetMapping("/wall/{user}")
    Recommendations wall(@PathVariable String user) {
      return recommender.recommend(user, 5);
    }

    @GetMapping("/walls/{user}")
    Map<String, Object> walls(@PathVariable String user) {
      return Map.of("user", user, "first", recommender.recommend(user, 5).get(0));
    }

    @GetMapping("/why-not/{user}/{work}")
    WhyNot whyNot(@PathVariable String user, @PathVariable String work) {
      return recommender.whyNot(user, work);
    }

    @PostMapping("/like/{user}/{work}")
    List<String> like(@PathVariable String user, @PathVariable String work) {
      recommender.record(Interaction.favorite(user, work));
      return recommender.history(user).stream().map(Interaction::artwork).toList();
    }
  }
}
