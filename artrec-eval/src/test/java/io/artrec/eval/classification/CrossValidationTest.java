package io.artrec.eval.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Dimensions;
import io.artrec.classification.ArtworkClassifier;
import io.artrec.classification.ClassifierTrainer;
import io.artrec.classification.LabeledArtworks;
import io.artrec.classification.LogisticRegression;
import io.artrec.classification.NearestNeighbors;
import io.artrec.eval.statistics.ConfidenceInterval;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.SizeFeature;
import io.artrec.feature.WeightedFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossValidationTest {
  private static final ClassifierTrainer LINES =
      ArtworkClassifier.trainer().learner(LogisticRegression.standard().regularization(0.01));
  private static final ClassifierTrainer NEIGHBORS =
      ArtworkClassifier.trainer().learner(NearestNeighbors.standard().neighbors(3));

  private static Artwork work(int number, String artist, String label, double width) {
    return Artwork.builder("w" + number, "Work")
        .artist(artist)
        .movement(label)
        .dimensions(Dimensions.ofCm(width, 50))
        .build();
  }

  private static LabeledArtworks works(List<Artwork> works) {
    Catalog catalog = Catalog.of(works);
    return LabeledArtworks.of(
        catalog,
        FeatureExtraction.standard()
            .threads(1)
            .run(catalog, List.of(new WeightedFeature(1, SizeFeature.standard()))),
        work -> work.movements().stream().findFirst());
  }

  /** Four artists paint wide, two tall, four works each: 24 works, all told apart. */
  private static LabeledArtworks wideAndTall() {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      boolean wide = i % 6 < 4;
      works.add(work(i, "artist " + i % 6, wide ? "wide" : "tall", (wide ? 200 : 20) + i));
    }
    return works(works);
  }

  /** With two folds each learns from two wide artists and one tall one. */
  @Test
  void figures_byHand() {
    CrossValidated found = CrossValidation.standard().folds(2).run(LINES, wideAndTall());
    assertThat(found.confusion().accuracy()).isEqualTo(1);
    assertThat(found.majorityAccuracy()).isEqualTo(2 / 3.0);
    assertThat(found.chanceAccuracy()).isEqualTo(4 / 9.0 + 1 / 9.0, within(1e-12));
    ConfidenceInterval interval = found.accuracyInterval().orElseThrow();
    assertThat(interval.lower()).isEqualTo(1);
    assertThat(found.gainInterval().orElseThrow().contains(1 / 3.0)).isTrue();
    assertThat(found.balancedAccuracyInterval().orElseThrow().lower()).isEqualTo(1);
    assertThat(found.macroF1Interval().orElseThrow().lower()).isEqualTo(1);
    assertThat(found.notes()).isEmpty();
    assertThat(found.sureShare()).as("with six artists nothing is sure").isZero();
    assertThat(found.surePrecision()).isEmpty();
    assertThat(found.answer(0).likeliest()).isEqualTo("wide");
    assertThat(found.toString())
        .startsWith(
            """
            logistic regression, regularization 0.01, scaled by whole-feature, 2 folds, seed 0
            24 works, 6 groups, none on both sides
            accuracy              1.000  [1.0000, 1.0000]
            most frequent label   0.667
            guessing by shares    0.556
            """)
        .contains("tall       8       0       1.000   1.000   1.000         8\n");
  }

  /**
   * Every artist has a format of their own and, by chance, a label. Where the same artist is on
   * both sides labels are found by recognizing the hand; for artists never seen there is nothing to
   * find.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void artistsOnBothSides_pretendWhatIsNotThere(long seed) {
    Random random = new Random(seed);
    List<Artwork> all = new ArrayList<>();
    for (int artist = 0; artist < 60; artist++) {
      String label = random.nextBoolean() ? "a" : "b";
      double width = 20 + 400 * random.nextDouble();
      for (int i = 0; i < 5; i++) {
        all.add(work(all.size(), "artist " + artist, label, width * (1 + 0.0001 * i)));
      }
    }
    LabeledArtworks works = works(all);
    CrossValidated honest = CrossValidation.standard().run(NEIGHBORS, works);
    CrossValidated careless = CrossValidation.standard().run(NEIGHBORS, works.ungrouped());
    assertThat(careless.confusion().accuracy()).isGreaterThan(0.9);
    assertThat(honest.confusion().accuracy()).isBetween(0.25, 0.75);
    assertThat(careless.notes())
        .containsExactly(
            "works of one artist stand on both sides: figures are those of recognizing known"
                + " artists, and too high for artists never seen; use groups");
    assertThat(careless.toString()).contains("300 works, 300 groups, not in groups\n");
    ConfidenceInterval byArtist = honest.accuracyInterval().orElseThrow();
    assertThat(byArtist.upper() - byArtist.lower())
        .as("60 artists tell as much as 60 works, not as 300")
        .isGreaterThan(0.2);
  }

  @Test
  void equalSeeds_giveEqualAnswers_andFoldsAreTold() {
    List<Long> folds = new ArrayList<>();
    CrossValidation settings = CrossValidation.standard().folds(3).seed(4);
    CrossValidated one =
        settings.progress((stage, done, all) -> folds.add(done)).run(NEIGHBORS, wideAndTall());
    CrossValidated other = settings.run(NEIGHBORS.threads(2), wideAndTall());
    assertThat(other).hasToString(one.toString());
    assertThat(folds).containsExactly(0L, 1L, 2L, 3L);
  }

  /** All labels are right: each bin lacks what its probabilities lack to 1. */
  @Test
  void calibrationAndLoss_followFromTheAnswers() {
    CrossValidated found = CrossValidation.standard().folds(2).run(LINES, wideAndTall());
    double gap = 0;
    double loss = 0;
    for (int i = 0; i < 24; i++) {
      double p = found.answer(i).probability(i % 6 < 4 ? "wide" : "tall");
      gap += (1 - p) / 24;
      loss -= Math.log(p) / 24;
    }
    assertThat(found.confusion().accuracy()).isEqualTo(1);
    assertThat(found.calibrationError()).isEqualTo(gap, within(1e-12));
    assertThat(found.logLoss()).isEqualTo(loss, within(1e-12));
  }

  @Test
  void unfitValues_areRefused() {
    assertThatThrownBy(() -> CrossValidation.standard().folds(1))
        .hasMessage("folds is 1, expected 2 or more");
    assertThatThrownBy(() -> CrossValidation.standard().folds(7).run(LINES, wideAndTall()))
        .hasMessage(
            "cannot deal 24 works of 6 groups into 7 folds; expected 2 folds or more, and not more"
                + " than groups");
  }
}
