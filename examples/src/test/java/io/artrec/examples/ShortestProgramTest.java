package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommendation;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import io.artrec.cf.als.ImplicitAls;
import io.artrec.cf.neighbors.ItemKnn;
import io.artrec.examples.collection.BundledWorks;
import io.artrec.examples.collection.SyntheticVisitors;
import io.artrec.llm.embedding.TextEmbedding;
import io.artrec.rerank.Mmr;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.vision.color.ColorHistogram;
import io.artrec.vision.texture.GaborTexture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program the library is made for: images, texts and behaviour in one recommender. */
class ShortestProgramTest {
  @Test
  void imagesTextsAndBehaviour_answerTogether_andLearnAtOnce() {
    Catalog catalog = BundledWorks.load().catalog();
    Interactions interactions = SyntheticVisitors.visit(catalog, SyntheticVisitors.SEED);
    String visitor = interactions.userId(interactions.user(0));
    try (Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .interactions(interactions)
            .feature(ColorHistogram.hsv())
            .feature(GaborTexture.standard())
            .feature(TextEmbedding.miniLm())
            .strategy(
                Hybrid.weighted()
                    .add(0.5, ContentBased.cosine())
                    .add(0.3, ItemKnn.neighbors(50))
                    .add(0.2, ImplicitAls.factors(64)))
            .rerank(Mmr.lambda(0.7))
            .build()) {
      List<Recommendation> first = recommender.recommend(visitor, 10);
      assertThat(first).hasSize(10);
      assertThat(first).allMatch(r -> !r.explanation().isFallback());
      assertThat(first)
          .anyMatch(r -> r.explanation().facets().getOrDefault("meaning", 0.0) > 0)
          .anyMatch(r -> r.explanation().strategies().size() == 3);

      String taken = first.get(0).artwork().id();
      recommender.record(Interaction.favorite(visitor, taken));
      assertThat(recommender.recommend(visitor, 10))
          .hasSize(10)
          .noneMatch(r -> r.artwork().id().equals(taken));
    }
  }
}
