package io.artrec.cf.content;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.YearRange;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.TrainingContext;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Visitors who rate works by what these are: styles, centuries and palettes please each visitor
 * differently, and all visitors together; what a work is painted on pleases nobody. Every fifth
 * work is rated by nobody.
 */
final class PlantedGallery {
  static final int STYLES = 8;
  static final int COLORS = 3;
  static final double MEAN = 1.5;
  static final double NOISE = 0.7;
  static final double VISITOR = 0.5;
  static final double WORK = 0.4;
  static final double STYLE = 0.6;
  static final double OWN_STYLE = 0.7;
  static final double OWN_CENTURY = 0.5;
  static final double OWN_PALETTE = 0.6;

  private static final int CENTURIES = 4;

  final Catalog catalog;
  final Dataset dataset;
  final FeatureStore features;

  /** What each visitor's rating of each work is without noise. */
  final double[][] truth;

  /** How much each visitor is above or below all for each style. */
  final double[][] tastes;

  PlantedGallery(int visitors, int works, int each, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Artwork> all = new ArrayList<>();
    FeatureMatrix.Builder palettes = FeatureMatrix.builder(works, COLORS);
    double[][] palette = normal(works, COLORS, OWN_PALETTE / Math.sqrt(COLORS), random);
    int[] style = new int[works];
    int[] century = new int[works];
    for (int work = 0; work < works; work++) {
      style[work] = random.nextInt(STYLES);
      century[work] = random.nextInt(CENTURIES);
      all.add(
          Artwork.builder("w" + work, "Work " + work)
              .movement("Style " + style[work])
              .medium("ground " + random.nextInt(6))
              .created(YearRange.of(1600 + 100 * century[work] + random.nextInt(20)))
              .build());
      float[] row = new float[COLORS];
      for (int c = 0; c < COLORS; c++) {
        row[c] = (float) (10 + palette[work][c]);
      }
      palettes.set(work, row);
    }
    catalog = Catalog.of(all);
    features =
        FeatureStore.of(
            works,
            List.of(
                new FeatureStore.Entry(FeatureSpec.named("palette").build(), palettes.build(), 1)));
    double[] ofVisitors = normal(1, visitors, VISITOR, random)[0];
    double[] ofWorks = normal(1, works, WORK, random)[0];
    double[] ofStyles = normal(1, STYLES, STYLE, random)[0];
    tastes = normal(visitors, STYLES, OWN_STYLE, random);
    double[][] ofCenturies = normal(visitors, CENTURIES, OWN_CENTURY, random);
    double[][] ofColors = normal(visitors, COLORS, 1, random);
    truth = new double[visitors][works];
    List<Interaction> events = new ArrayList<>();
    for (int visitor = 0; visitor < visitors; visitor++) {
      for (int work = 0; work < works; work++) {
        double sum =
            MEAN
                + ofVisitors[visitor]
                + ofWorks[work]
                + ofStyles[style[work]]
                + tastes[visitor][style[work]]
                + ofCenturies[visitor][century[work]];
        for (int c = 0; c < COLORS; c++) {
          sum += ofColors[visitor][c] * palette[work][c];
        }
        truth[visitor][work] = sum;
        if (work % 5 != 4 && random.nextDouble() < (double) each / works) {
          double rating = sum + NOISE * random.nextGaussian();
          events.add(Interaction.rating("u" + visitor, "w" + work, rating));
        }
      }
    }
    dataset = Dataset.of(catalog, Interactions.of(events));
  }

  private static double[][] normal(
      int rows, int columns, double deviation, SplittableRandom random) {
    double[][] drawn = new double[rows][columns];
    for (double[] row : drawn) {
      for (int k = 0; k < columns; k++) {
        row[k] = deviation * random.nextGaussian();
      }
    }
    return drawn;
  }

  TrainingContext context() {
    return TrainingContext.of(dataset, features);
  }

  Query query(int visitor) {
    int index = dataset.userIndex("u" + visitor).orElseThrow();
    var history = dataset.history(index);
    return Query.builder(history, PreferenceModel.standard().apply(history, 0))
        .user(OptionalInt.of(index))
        .build();
  }

  /** The root of the mean squared difference between prediction and truth, over some works. */
  double error(Scorer scorer, boolean rated) {
    double sum = 0;
    int count = 0;
    for (int visitor = 0; visitor < truth.length; visitor++) {
      var scores = scorer.score(query(visitor), Candidates.all(catalog.size()));
      for (int work = 0; work < catalog.size(); work++) {
        if (work % 5 != 4 == rated) {
          double error = scores.value(work) - truth[visitor][work];
          sum += error * error;
          count++;
        }
      }
    }
    return Math.sqrt(sum / count);
  }
}
