package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.similarity.Similarity;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Works {@code w0, w1, ...}, features written down by hand, and what is asked about them. */
final class Gallery {
  static final float[] MISSING = {};

  private Gallery() {}

  static Catalog works(int size) {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      works.add(Artwork.builder("w" + i, "Work " + i).build());
    }
    return Catalog.of(works);
  }

  static FeatureStore.Entry feature(
      String name, String facet, double weight, Similarity similarity, float[]... rows) {
    int dimensions = 1;
    for (float[] row : rows) {
      dimensions = Math.max(dimensions, row.length);
    }
    FeatureMatrix.Builder matrix = FeatureMatrix.builder(rows.length, dimensions);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length > 0) {
        matrix.set(i, rows[i]);
      }
    }
    return new FeatureStore.Entry(
        FeatureSpec.named(name).facet(facet).similarity(similarity).build(),
        matrix.build(),
        weight);
  }

  static TrainingContext context(FeatureStore.Entry... features) {
    int size = features[0].matrix().size();
    return TrainingContext.of(
        Dataset.of(works(size), Interactions.none()), FeatureStore.of(size, List.of(features)));
  }

  static TrainingContext context(int size) {
    return TrainingContext.of(
        Dataset.of(works(size), Interactions.none()), FeatureStore.empty(size));
  }

  /** A visitor by their preferences, given as artwork, weight, artwork, weight, ... */
  static Query query(Map<String, Double> facets, double... artworkAndWeight) {
    int[] artworks = new int[artworkAndWeight.length / 2];
    double[] weights = new double[artworks.length];
    for (int i = 0; i < artworks.length; i++) {
      artworks[i] = (int) artworkAndWeight[2 * i];
      weights[i] = artworkAndWeight[2 * i + 1];
    }
    return Query.builder(History.none(), Preferences.of(artworks, weights))
        .seed(42)
        .facets(facets)
        .build();
  }

  static Query visitor(double... artworkAndWeight) {
    return query(Map.of(), artworkAndWeight);
  }

  /** Scores of all works; NaN for those without one. */
  static double[] scores(Scorer scorer, Query query, int size) {
    Scores scores = scorer.score(query, Candidates.all(size));
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = scores.get(i).orElse(Double.NaN);
      if (scores.isScored(i)) {
        double sum = scores.contributions(i).stream().mapToDouble(Contribution::amount).sum();
        assertThat(sum).as("contributions of work %d", i).isCloseTo(values[i], within(1e-6));
      }
    }
    return values;
  }

  /** Scores that a blend of fixed scores gives to all works. */
  static double[] blended(Strategy blend, int size) {
    return scores(blend.train(context(size)), visitor(), size);
  }
}
