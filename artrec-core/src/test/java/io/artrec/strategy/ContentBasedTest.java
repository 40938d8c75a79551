package io.artrec.strategy;

import static io.artrec.strategy.Gallery.MISSING;
import static io.artrec.strategy.Gallery.context;
import static io.artrec.strategy.Gallery.feature;
import static io.artrec.strategy.Gallery.query;
import static io.artrec.strategy.Gallery.scores;
import static io.artrec.strategy.Gallery.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureStore;
import io.artrec.similarity.Similarities;
import io.artrec.strategy.ContentBasedScorer.Known;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentBasedTest {
  private static final Offset<Double> ROUNDING = within(1e-6);
  private static final double NONE = Double.NaN;

  private static final FeatureStore.Entry PLANE =
      feature(
          "plane",
          "look",
          1,
          Similarities.cosine(),
          new float[] {1, 0},
          new float[] {0, 1},
          new float[] {1, 1},
          new float[] {-1, 0},
          MISSING,
          new float[] {3, 0});

  private static final FeatureStore.Entry LINE =
      feature(
          "line",
          "size",
          3,
          Similarities.euclidean(),
          new float[] {0},
          new float[] {1},
          new float[] {3},
          MISSING,
          MISSING,
          new float[] {7});

  private static double[] plane(ContentBased strategy, double... artworkAndWeight) {
    return scores(strategy.train(context(PLANE)), visitor(artworkAndWeight), 6);
  }

  @Test
  void profileOfOneLikedWork_isItsCosine() {
    assertThat(plane(ContentBased.cosine(), 0, 1))
        .containsExactly(new double[] {1, 0, Math.sqrt(0.5), -1, NONE, 1}, ROUNDING);
  }

  @Test
  void scoringTogether_givesWhatScoringAloneGives_whereOneFeatureSpeaksForEach() {
    FeatureStore.Entry first =
        feature(
            "first",
            "look",
            1,
            Similarities.cosine(),
            new float[] {1, 0},
            new float[] {0.6f, 0.8f},
            MISSING,
            MISSING);
    FeatureStore.Entry second =
        feature(
            "second",
            "size",
            1,
            Similarities.cosine(),
            MISSING,
            MISSING,
            new float[] {1, 0},
            new float[] {0.28f, 0.96f});
    Scorer scorer = ContentBased.cosine().train(context(first, second));
    List<Query> queries = List.of(visitor(0, 1), visitor(2, 1), visitor(3, 1));

    List<Scores> together = scorer.scoreAll(queries, Candidates.all(4));

    for (int q = 0; q < queries.size(); q++) {
      Scores alone = scorer.score(queries.get(q), Candidates.all(4));
      for (int work = 0; work < 4; work++) {
        assertThat(together.get(q).get(work)).isEqualTo(alone.get(work));
      }
    }
  }

  @Test
  void profile_weighsLikesByPreference() {
    // p = 2 (1, 0) + 1 (0, 1), |p| = √5
    assertThat(plane(ContentBased.cosine(), 0, 2, 1, 1))
        .containsExactly(
            new double[] {
              2 / Math.sqrt(5),
              1 / Math.sqrt(5),
              3 / Math.sqrt(10),
              -2 / Math.sqrt(5),
              NONE,
              2 / Math.sqrt(5)
            },
            ROUNDING);
  }

  @Test
  void profile_takesDislikesOffByTheNegativeWeight() {
    // p = 2 (1, 0) - 0.5 (0, 1), |p| = √4.25
    double length = Math.sqrt(4.25);
    assertThat(plane(ContentBased.cosine(), 0, 2, 1, -1))
        .containsExactly(
            new double[] {
              2 / length,
              -0.5 / length,
              1.5 * Math.sqrt(0.5) / length,
              -2 / length,
              NONE,
              2 / length
            },
            ROUNDING);
  }

  /** The cosine of 1 and 3 is 1, their Euclidean likeness 1 / (1 + 2). */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void likeness_isByTheFeaturesOwnSimilarity_whateverScores(int nearest) {
    ContentBased cosine = ContentBased.cosine();
    Scores scores =
        (nearest == 0 ? cosine : cosine.nearest(1))
            .train(context(LINE))
            .score(visitor(1, 1), Candidates.of(2));
    assertThat(scores.value(0)).isCloseTo(1, ROUNDING);
    Cause.KnownArtwork known = (Cause.KnownArtwork) scores.contributions(0).get(0).cause();
    assertThat(known.likeness().orElseThrow().share().orElseThrow()).isCloseTo(1.0 / 3, ROUNDING);
  }

  @Test
  void profile_namesLikedAndDislikedWorksAsCauses() {
    Scores scores =
        ContentBased.cosine().train(context(PLANE)).score(visitor(0, 2, 1, -1), Candidates.of(2));
    List<Contribution> contributions = scores.contributions(0);
    List<Cause.KnownArtwork> causes =
        contributions.stream()
            .map(Contribution::cause)
            .map(Cause.KnownArtwork.class::cast)
            .toList();
    assertThat(causes).extracting(Cause.KnownArtwork::artwork).containsExactly(0, 1);
    assertThat(causes).extracting(Cause.KnownArtwork::weight).containsExactly(2.0, -0.5);
    assertThat(causes).allMatch(cause -> cause.likeness().orElseThrow().feature().equals("plane"));
    assertThat(causes)
        .allSatisfy(
            cause ->
                assertThat(cause.likeness().orElseThrow().share().orElseThrow())
                    .isCloseTo(Math.sqrt(0.5), ROUNDING));
    assertThat(contributions.get(0).amount())
        .isCloseTo(2 * Math.sqrt(0.5) / Math.sqrt(4.25), ROUNDING);
    assertThat(contributions.get(1).amount())
        .isCloseTo(-0.5 * Math.sqrt(0.5) / Math.sqrt(4.25), ROUNDING);
  }

  @Test
  void negativeWeightZero_ignoresDislikes() {
    assertThat(plane(ContentBased.cosine().negativeWeight(0), 0, 1, 1, -1))
        .containsExactly(plane(ContentBased.cosine(), 0, 1));
    assertThat(plane(ContentBased.cosine().negativeWeight(0), 1, -1)).containsOnly(NONE);
  }

  @Test
  void dislikesAlone_pushAway() {
    assertThat(plane(ContentBased.cosine(), 0, -1))
        .containsExactly(new double[] {-1, 0, -Math.sqrt(0.5), 1, NONE, -1}, ROUNDING);
  }

  @Test
  void likesAndDislikesThatCancel_giveNoScoreInsteadOfRounding() {
    for (float factor = 1.1f; factor < 5; factor += 0.3f) {
      float[] row = {0.1f, 0.37f, 0.71f};
      float[] stretched = {factor * row[0], factor * row[1], factor * row[2]};
      FeatureStore.Entry feature =
          feature("f", "f", 1, Similarities.cosine(), row, stretched, new float[] {1, 0, 0});
      Scorer scorer = ContentBased.cosine().negativeWeight(1).train(context(feature));
      assertThat(scores(scorer, visitor(0, 1, 1, -1), 3))
          .as("factor %s", factor)
          .containsOnly(NONE);
    }
  }

  @Test
  void likesAndDislikesThatNearlyCancel_stillAddUp() {
    FeatureStore.Entry feature =
        feature(
            "f",
            "f",
            1,
            Similarities.cosine(),
            new float[] {0.1f, 0.2f, 0.7f},
            new float[] {0.1001f, 0.2f, 0.7f},
            new float[] {0.3f, -0.5f, 0.2f});
    Scorer scorer = ContentBased.cosine().negativeWeight(1).train(context(feature));
    assertThat(scores(scorer, visitor(0, 1, 1, -1), 3)).doesNotContain(NONE);
  }

  @Test
  void nobodyLikedAnything_givesNoScore() {
    assertThat(plane(ContentBased.cosine())).containsOnly(NONE);
    assertThat(plane(ContentBased.cosine(), 0, 0)).containsOnly(NONE);
    assertThat(plane(ContentBased.cosine(), 4, 1)).containsOnly(NONE);
    assertThat(plane(ContentBased.cosine().nearest(), 4, 1)).containsOnly(NONE);
  }

  @Test
  void kernelProfile_isTheWeightedMeanSimilarity() {
    Scorer scorer = ContentBased.preferred().train(context(LINE));
    // similarities to the works at 0 and 1: 1 / (1 + distance)
    assertThat(scores(scorer, visitor(0, 1, 1, 1), 6))
        .containsExactly(
            new double[] {
              (1 + 0.5) / 2,
              (0.5 + 1) / 2,
              (1 / 4.0 + 1 / 3.0) / 2,
              NONE,
              NONE,
              (1 / 8.0 + 1 / 7.0) / 2
            },
            ROUNDING);
    assertThat(scores(scorer, visitor(0, 1, 1, -1), 6)[2])
        .isCloseTo((1 / 4.0 - 0.5 / 3.0) / 1.5, ROUNDING);
  }

  @Test
  void featureThatTheCandidateLacks_countsAsOnAverage() {
    Scorer scorer = ContentBased.preferred().train(context(PLANE, LINE));
    double[] both = scores(scorer, visitor(0, 1), 6);
    assertThat(both[2]).isCloseTo((1 * Math.sqrt(0.5) + 3 * 0.25) / 4, ROUNDING);
    double meanOfLine = (1 + 1 / 2.0 + 1 / 4.0 + 1 / 8.0) / 4;
    assertThat(both[3]).isCloseTo((-1 + 3 * meanOfLine) / 4, ROUNDING);
    double[] nearest =
        scores(ContentBased.preferred().nearest().train(context(PLANE, LINE)), visitor(0, 1), 6);
    assertThat(nearest[3]).isCloseTo((-1 + 3 * meanOfLine) / 4, ROUNDING);
    assertThat(both[4]).isNaN();
  }

  @Test
  void facets_replaceTheWeights() {
    Scorer scorer = ContentBased.preferred().train(context(PLANE, LINE));
    assertThat(scores(scorer, query(Map.of("look", 1.0, "size", 1.0), 0, 1), 6)[2])
        .isCloseTo((Math.sqrt(0.5) + 0.25) / 2, ROUNDING);
    assertThat(scores(scorer, query(Map.of("look", 2.0), 0, 1), 6)[2])
        .isCloseTo(Math.sqrt(0.5), ROUNDING);
    assertThat(scores(scorer, query(Map.of("look", 0.0, "size", 1.0), 0, 1), 6)[2])
        .isCloseTo(0.25, ROUNDING);
    assertThat(scores(scorer, query(Map.of("look", 5.0, "plane", 0.0, "line", 1.0), 0, 1), 6)[2])
        .isCloseTo(0.25, ROUNDING);
  }

  @Test
  void badFacets_areRefused() {
    Scorer scorer = ContentBased.preferred().train(context(PLANE, LINE));
    Candidates all = Candidates.all(6);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(query(Map.of("smell", 1.0), 0, 1), all))
        .withMessage(
            "no feature is called 'smell' or shows that facet; there are plane (look), line"
                + " (size)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(query(Map.of("look", -1.0), 0, 1), all))
        .withMessage("weight of facet 'plane' is -1.0, expected 0 or more");
  }

  @Test
  void on_leavesOtherFeaturesOut() {
    ContentBased strategy = ContentBased.preferred().on("size");
    assertThat(scores(strategy.train(context(PLANE, LINE)), visitor(0, 1), 6)[2])
        .isCloseTo(0.25, ROUNDING);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContentBased.cosine().on("smell").train(context(PLANE)))
        .withMessageContaining("'smell'")
        .withMessageContaining("plane (look)");
  }

  @Test
  void nearest_isTheMostAlikeLikedWork() {
    assertThat(plane(ContentBased.cosine().nearest(), 0, 1, 1, 0.1))
        .containsExactly(new double[] {1, 1, Math.sqrt(0.5), 0, NONE, 1}, ROUNDING);
  }

  @Test
  void nearestWorks_isTheMeanOverTheMostAlike() {
    // likes (1, 0), (0, 1), (-1, 0); the two most alike to each work
    assertThat(plane(ContentBased.cosine().nearest(2), 0, 1, 1, 1, 3, 1))
        .containsExactly(new double[] {0.5, 0.5, Math.sqrt(0.5), 0.5, NONE, 0.5}, ROUNDING);
    assertThat(plane(ContentBased.cosine().nearest(5), 0, 1, 1, 1))
        .containsExactly(new double[] {0.5, 0.5, Math.sqrt(0.5), -0.5, NONE, 0.5}, ROUNDING);
  }

  @Test
  void nearest_takesDislikesOff() {
    assertThat(plane(ContentBased.cosine().nearest(), 0, 1, 1, -1))
        .containsExactly(new double[] {1, -0.5, 0.5 * Math.sqrt(0.5), -1, NONE, 1}, ROUNDING);
  }

  @Test
  void strongest_keepsTheGreatestWeightsOfEitherSign() {
    List<Known> known =
        List.of(new Known(3, 0.1), new Known(5, -2), new Known(6, 1), new Known(9, 1));
    assertThat(ContentBasedScorer.strongest(known, 2))
        .containsExactly(new Known(5, -2), new Known(6, 1));
    assertThat(ContentBasedScorer.strongest(known, 4)).isEqualTo(known);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void collapsedProfile_isTheSumOfItsSimilarities(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = 1 + random.nextInt(50);
    float[][] rows = new float[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = new float[7];
      for (int d = 0; d < 7; d++) {
        rows[i][d] = (float) (random.nextDouble() - 0.5);
      }
    }
    for (var similarity :
        List.of(Similarities.cosine(), Similarities.dot(), Similarities.pearson())) {
      Scorer scorer =
          ContentBased.using(similarity).train(context(feature("f", "f", 1, similarity, rows)));
      int other = size - 1;
      Query query = other > 0 ? visitor(0, 1, other, -0.7) : visitor(0, 1);
      double ownSquare = similarity.compare(rows[0], rows[0]);
      double square =
          other > 0
              ? ownSquare
                  - 2 * 0.35 * similarity.compare(rows[0], rows[other])
                  + 0.35 * 0.35 * similarity.compare(rows[other], rows[other])
              : ownSquare;
      double[] scores = scores(scorer, query, size);
      for (int i = 0; i < size; i++) {
        double sum = similarity.compare(rows[0], rows[i]);
        sum -= other > 0 ? 0.35 * similarity.compare(rows[other], rows[i]) : 0;
        assertThat(scores[i])
            .as("seed %d, %s", seed, similarity)
            .isCloseTo(sum / Math.sqrt(square), ROUNDING);
      }
    }
  }

  @Test
  void withoutFeatures_trainingSaysWhatToAdd() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContentBased.cosine().train(context(3)))
        .withMessage(
            "content-based scoring needs a feature and there is none; add one with"
                + " Recommender.builder().feature(...)");
  }

  @Test
  void badSettings_areRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContentBased.cosine().nearest(0))
        .withMessage("nearest works is 0, expected 1 to 200");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContentBased.cosine().negativeWeight(Double.NaN))
        .withMessage("negativeWeight is NaN, expected 0 or more, at most 1,000,000");
  }

  @Test
  void text_namesTheSettings() {
    assertThat(ContentBased.preferred().nearest(3).on("palette"))
        .hasToString("content-based(preferred, nearest 3, on [palette])");
  }
}
