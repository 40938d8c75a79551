package io.artrec.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Dimensions;
import io.artrec.classification.internal.Blobs;
import io.artrec.classification.internal.Certainty;
import io.artrec.feature.EncodedArtwork;
import io.artrec.feature.ExtractionResult;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.FeatureStore;
import io.artrec.feature.SizeFeature;
import io.artrec.feature.WeightedFeature;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArtworkClassifierTest {
  @TempDir Path folder;

  static Stream<Learner> learners() {
    return Stream.of(
        LogisticRegression.standard(),
        LinearSvm.standard(),
        RandomForest.standard().trees(40).leastLeaf(3),
        NearestNeighbors.standard());
  }

  /** Two features, each work lacking the second one time in five; three works of an artist. */
  private static Examples examples(int count, long seed) {
    Blobs data = Blobs.of(count, 3, seed);
    float[][] first = new float[count][];
    float[][] second = new float[count][];
    for (int i = 0; i < count; i++) {
      first[i] = new float[] {data.rows()[i][0], data.rows()[i][1]};
      second[i] = i % 5 == 4 ? new float[0] : new float[] {data.rows()[i][2], 7};
    }
    return Examples.works(count, i -> "artist " + i / 3, i -> Examples.label(data.targets()[i]))
        .feature("place", 2, first)
        .feature("noise", 1, second);
  }

  private static EncodedArtwork encoded(float... place) {
    return new EncodedArtwork(Map.of("place", place), List.of());
  }

  private static double accuracy(ArtworkClassifier classifier, LabeledArtworks works) {
    List<LabelDistribution> answers = classifier.classifyAll(works.extracted().features());
    return IntStream.range(0, works.size())
        .mapToDouble(i -> answers.get(works.row(i)).likeliest().equals(works.label(i)) ? 1 : 0)
        .average()
        .orElseThrow();
  }

  /** The label of each third of the circle; the best any rule does on such data is 0.78. */
  @ParameterizedTest
  @MethodSource("learners")
  void everyLearner_findsWhatThereIs(Learner learner) {
    ArtworkClassifier classifier =
        ArtworkClassifier.trainer().learner(learner).train(examples(210, 1).labeled());
    assertThat(accuracy(classifier, examples(600, 2).labeled())).isBetween(0.68, 0.84);
    LabelDistribution answer = classifier.classify(encoded(1.5f, 0));
    assertThat(answer.likeliest()).isEqualTo("a");
    assertThat(answer.ranked()).hasSize(3);
    assertThat(classifier.labels()).containsExactly("a", "b", "c");
    assertThat(classifier.report().heldOutAccuracy().orElseThrow()).isBetween(0.62, 0.86);
  }

  @ParameterizedTest
  @MethodSource("learners")
  void threads_changeNothing(Learner learner) {
    LabeledArtworks works = examples(60, 3).labeled();
    FeatureStore features = works.extracted().features();
    ClassifierTrainer trainer = ArtworkClassifier.trainer().learner(learner).balanced().seed(5);
    ArtworkClassifier one = trainer.train(works);
    ArtworkClassifier three = trainer.threads(3).train(works);
    assertThat(ranked(three.classifyAll(features))).isEqualTo(ranked(one.classifyAll(features)));
    assertThat(three.sureFrom()).isEqualTo(one.sureFrom());
    assertThat(three.report()).hasToString(one.report().toString());
  }

  private static List<List<LabelDistribution.Likely>> ranked(List<LabelDistribution> answers) {
    return answers.stream().map(LabelDistribution::ranked).toList();
  }

  @ParameterizedTest
  @MethodSource("learners")
  void loaded_answersAsTheSaved(Learner learner) {
    Examples examples = examples(60, 4);
    LabeledArtworks works = examples.labeled();
    FeatureStore features = works.extracted().features();
    ArtworkClassifier saved = ArtworkClassifier.trainer().learner(learner).train(works);
    Path file = folder.resolve("style.model");
    saved.save(file);
    ArtworkClassifier loaded = ArtworkClassifier.load(file, examples.features());
    assertThat(ranked(loaded.classifyAll(features))).isEqualTo(ranked(saved.classifyAll(features)));
    assertThat(loaded.sureFrom()).isEqualTo(saved.sureFrom());
    assertThat(loaded.features()).isEqualTo(saved.features());
    assertThat(loaded.report()).hasToString(saved.report().toString());
    Artwork work = examples.catalog().get(0);
    assertThat(loaded.classify(FeatureExtraction.standard(), work).ranked())
        .isEqualTo(saved.classifyAll(features).get(0).ranked());
  }

  /**
   * Labels by chance with known probabilities: in each tenth of the stated probability as many are
   * right as stated.
   */
  @ParameterizedTest
  @MethodSource("learners")
  void probabilities_areCalibrated(Learner learner) {
    Examples train = known(400, 1);
    LabeledArtworks test = known(1_000, 2).labeled();
    ArtworkClassifier classifier =
        ArtworkClassifier.trainer().learner(learner).train(train.labeled());
    List<LabelDistribution> answers = classifier.classifyAll(test.extracted().features());
    double[] stated = new double[10];
    double[] right = new double[10];
    for (int i = 0; i < test.size(); i++) {
      double p = answers.get(i).probability("b");
      int tenth = Math.min(9, (int) (10 * p));
      stated[tenth] += p;
      right[tenth] += test.label(i).equals("b") ? 1 : 0;
    }
    double error = 0;
    for (int tenth = 0; tenth < 10; tenth++) {
      error += Math.abs(stated[tenth] - right[tenth]) / test.size();
    }
    assertThat(error).as("expected calibration error").isLessThan(0.06);
  }

  /** P(b) = 1 / (1 + exp(-2 x)), x being normal. */
  private static Examples known(int count, long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[count][2];
    int[] targets = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i][0] = (float) random.nextGaussian();
      rows[i][1] = (float) random.nextGaussian();
      targets[i] = random.nextDouble() < 1 / (1 + Math.exp(-2 * rows[i][0])) ? 1 : 0;
    }
    return Examples.works(count, i -> "", i -> Examples.label(targets[i])).feature("f", 1, rows);
  }

  @Test
  void rareLabels_areSaidMoreOften_whenBalanced() {
    Random random = new Random(8);
    float[][] rows = new float[300][1];
    for (int i = 0; i < 300; i++) {
      rows[i][0] = (float) (random.nextGaussian() + (i % 10 == 0 ? 1.5 : 0));
    }
    LabeledArtworks works =
        Examples.works(300, i -> "", i -> i % 10 == 0 ? "rare" : "usual")
            .feature("f", 1, rows)
            .labeled();
    for (Learner learner : learners().toList()) {
      ClassifierTrainer trainer = ArtworkClassifier.trainer().learner(learner);
      FeatureStore features = works.extracted().features();
      long plain = count(trainer.train(works).classifyAll(features));
      long balanced = count(trainer.balanced().train(works).classifyAll(features));
      assertThat(balanced).as(learner.toString()).isGreaterThan(plain + 20).isBetween(50L, 140L);
    }
  }

  private static long count(List<LabelDistribution> answers) {
    return answers.stream().filter(answer -> answer.likeliest().equals("rare")).count();
  }

  @Test
  void unsure_belowTheThreshold() {
    LabeledArtworks works = examples(300, 1).labeled();
    ArtworkClassifier strict = ArtworkClassifier.trainer().sureFrom(0.8).train(works);
    assertThat(strict.classify(encoded(3, 0)).sure()).hasValue("a");
    assertThat(strict.classify(encoded(0, 0)).sure()).isEmpty();
    ArtworkClassifier measured = ArtworkClassifier.trainer().precision(0.8).train(works);
    assertThat(measured.sureFrom()).isBetween(0.5, 1.0);
    ArtworkClassifier few = ArtworkClassifier.trainer().train(examples(60, 1).labeled());
    assertThat(few.sureFrom()).as("20 artists say too little").isEqualTo(Certainty.NEVER);
  }

  @Test
  void missingFeatures_areCounted_andSayNothing() {
    LabeledArtworks works = examples(90, 1).labeled();
    ArtworkClassifier classifier = ArtworkClassifier.trainer().train(works);
    assertThat(classifier.report().missing())
        .containsOnly(Map.entry("place", 0), Map.entry("noise", 18));
    List<FeatureShare> why = classifier.why(encoded(1, 0), "a");
    assertThat(why.stream().map(FeatureShare::feature)).containsExactly("place", "constant");
    assertThat(why.get(0).value()).isPositive();
    LabelDistribution none = classifier.classify(new EncodedArtwork(Map.of(), List.of()));
    assertThat(none.isReadable()).isFalse();
    assertThat(none.sure()).isEmpty();
  }

  /** Shares of all labels sum to 0, those of one label to the difference its odds show. */
  @Test
  void why_addsUp() {
    LabeledArtworks works = examples(90, 2).labeled();
    ArtworkClassifier classifier = ArtworkClassifier.trainer().uncalibrated().train(works);
    EncodedArtwork work =
        new EncodedArtwork(
            Map.of("place", new float[] {0.3f, 0.8f}, "noise", new float[] {1, 7}), List.of());
    double a = classifier.why(work, "a").stream().mapToDouble(FeatureShare::value).sum();
    double b = classifier.why(work, "b").stream().mapToDouble(FeatureShare::value).sum();
    double c = classifier.why(work, "c").stream().mapToDouble(FeatureShare::value).sum();
    assertThat(a + b + c).isEqualTo(0, within(1e-9));
    LabelDistribution answer = classifier.classify(work);
    assertThat(a - b)
        .isEqualTo(Math.log(answer.probability("a") / answer.probability("b")), within(1e-9));
    assertThatThrownBy(() -> classifier.why(work, "z"))
        .hasMessage("there is no label 'z', expected one of a, b, c");
    ArtworkClassifier forest =
        ArtworkClassifier.trainer().learner(RandomForest.standard().trees(3)).train(works);
    assertThat(forest.why(work, "a")).isEmpty();
  }

  @Test
  void otherVersionsOfAFeature_andFeaturesNotPassed_areRefused() {
    Examples examples = examples(30, 1);
    LabeledArtworks works = examples.labeled();
    ArtworkClassifier classifier = ArtworkClassifier.trainer().train(works);
    Path file = folder.resolve("style.model");
    classifier.save(file);
    List<KnownVectors> features = examples.features();
    KnownVectors other = features.get(1).version(2);
    assertThatThrownBy(() -> ArtworkClassifier.load(file, List.of(features.get(0), other)))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            file
                + " was trained on feature 'noise', version 1 (), passed is feature 'noise',"
                + " version 2 (); pass the same feature or train anew");
    assertThatThrownBy(() -> ArtworkClassifier.load(file, List.of(features.get(1))))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            file
                + " was trained on feature 'place', which was not passed; pass it:"
                + " ArtworkClassifier.load(file, features)");
    FeatureStore store = works.extracted().features();
    FeatureStore.Entry noise = store.entries().get(1);
    FeatureStore changed =
        FeatureStore.of(
            30,
            List.of(
                store.entries().get(0),
                new FeatureStore.Entry(other.spec(), noise.matrix(), noise.weight())));
    assertThatThrownBy(() -> classifier.classifyAll(changed))
        .hasMessage(
            "cannot classify: the classifier was trained on feature 'noise', version 1 (), given is"
                + " feature 'noise', version 2 (); extract that feature or train anew");
    assertThatThrownBy(() -> classifier.classifyAll(FeatureStore.of(30, List.of(noise))))
        .hasMessage(
            "cannot classify: feature 'place' is not there; extract the features place, noise");
  }

  @Test
  void damagedAndForeignFiles_areRefused() throws IOException {
    Examples examples = examples(30, 1);
    Path file = folder.resolve("style.model");
    ModelFile.write(file, out -> out.putString("kind", "song"));
    assertThatThrownBy(() -> ArtworkClassifier.load(file, List.of()))
        .hasMessage(file + " holds a model of kind 'song', expected 'artwork-classifier'");
    ArtworkClassifier.trainer()
        .learner(RandomForest.standard().trees(2))
        .train(examples.labeled())
        .save(file);
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at += 331) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 4;
      Files.write(file, damaged);
      assertThatThrownBy(() -> ArtworkClassifier.load(file, examples.features()))
          .isInstanceOf(ModelFileException.class);
    }
  }

  @Test
  void progressIsTold_andCancellationHeard() {
    LabeledArtworks works = examples(30, 1).labeled();
    List<Long> done = new ArrayList<>();
    ClassifierTrainer trainer =
        ArtworkClassifier.trainer()
            .learner(LinearSvm.standard().regularization(0.1))
            .progress((stage, now, all) -> done.add(now));
    trainer.train(works);
    assertThat(done).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    Cancellation token = new Cancellation();
    token.cancel();
    assertThatThrownBy(() -> trainer.cancellation(token).train(works))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void hopelessExamples_areRefused_oneGroupIsTaken() {
    LabeledArtworks one =
        Examples.works(2, i -> "", i -> "a").feature("f", 1, new float[][] {{1}, {}}).labeled();
    assertThatThrownBy(() -> ArtworkClassifier.trainer().train(one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "cannot learn labels: 1 works with features have the labels [a], 1 works with a label"
                + " have no feature; give works of two labels or more");
    LabeledArtworks alone =
        Examples.works(4, i -> "Ada", i -> i < 2 ? "a" : "b")
            .feature("f", 1, new float[][] {{1}, {2}, {5}, {6}})
            .labeled();
    ArtworkClassifier classifier = ArtworkClassifier.trainer().train(alone);
    assertThat(classifier.report().notes())
        .singleElement()
        .asString()
        .startsWith("all works are of one group");
    assertThat(classifier.report().heldOutAccuracy()).isEmpty();
    assertThat(classifier.classifyAll(alone.extracted().features()).get(3).likeliest())
        .isEqualTo("b");
    LabeledArtworks ungrouped = examples(30, 1).labeled().ungrouped();
    assertThat(ArtworkClassifier.trainer().train(ungrouped).report().notes())
        .singleElement()
        .asString()
        .startsWith("works were held out one by one");
  }

  /** Without the artist of a label there is no such label: nothing can be chosen or calibrated. */
  @Test
  void labelsOfOneArtistEach_leaveTheUsualSettings() {
    LabeledArtworks works =
        Examples.works(4, i -> "artist " + i / 2, i -> Examples.label(i / 2))
            .feature("f", 1, new float[][] {{1}, {2}, {5}, {6}})
            .labeled();
    TrainingReport report = ArtworkClassifier.trainer().train(works).report();
    assertThat(report.settings())
        .isEqualTo("logistic regression, regularization 0.01, scaled by whole-feature");
    assertThat(report.heldOutAccuracy()).isEmpty();
    assertThat(report.heldOutLogLoss()).isEmpty();
    assertThat(report.notes()).hasSize(2).allMatch(note -> note.contains("of one group alone"));
  }

  @Test
  void unfitValues_areRefused() {
    ClassifierTrainer trainer = ArtworkClassifier.trainer();
    assertThatThrownBy(() -> trainer.sureFrom(0))
        .hasMessage("sureFrom is 0.0, expected above 0 and at most 1");
    assertThatThrownBy(() -> trainer.precision(0.4))
        .hasMessage("precision is 0.4, expected above 0.5 and below 1");
    assertThatThrownBy(() -> trainer.threads(0)).hasMessage("threads is 0, expected 1 or more");
    assertThat(trainer.balanced().uncalibrated().scaling(FeatureScaling.EACH_DIMENSION))
        .hasToString(
            "logistic regression, scaled by each-dimension, labels balanced, uncalibrated");
  }

  @Test
  void coresOwnFeatures_needNotBePassed() {
    List<Artwork> sizes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Dimensions size = Dimensions.ofCm(i % 2 == 0 ? 20 + i : 200 + i, 30);
      sizes.add(Artwork.builder("w" + i, "Work").dimensions(size).build());
    }
    Catalog catalog = Catalog.of(sizes);
    ExtractionResult extracted =
        FeatureExtraction.standard()
            .run(catalog, List.of(new WeightedFeature(1, SizeFeature.standard())));
    LabeledArtworks works =
        LabeledArtworks.of(
            catalog,
            extracted,
            work ->
                Optional.of(catalog.indexOf(work.id()).orElseThrow() % 2 == 0 ? "tall" : "wide"));
    Path file = folder.resolve("format.model");
    ArtworkClassifier.trainer().train(works).save(file);
    ArtworkClassifier loaded = ArtworkClassifier.load(file, List.of());
    Artwork other = Artwork.builder("new", "New").dimensions(Dimensions.ofCm(180, 30)).build();
    assertThat(loaded.classify(FeatureExtraction.standard(), other).likeliest()).isEqualTo("wide");
  }
}
