package io.artrec.classification;

import io.artrec.catalog.Artwork;
import io.artrec.feature.EncodedArtwork;
import io.artrec.feature.Feature;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.feature.FittedFeatures;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells how likely each of a few labels is for a work, by a mix of its features, learned from works
 * that were labelled: styles, schools, periods, subjects.
 *
 * <pre>{@code
 * LabeledArtworks works = LabeledArtworks.of(catalog, extracted, work -> styles.get(work.id()));
 * ArtworkClassifier classifier = ArtworkClassifier.trainer().train(works);
 * LabelDistribution style = classifier.classify(extraction, newWork);
 * String word = style.sure().orElse("unsure");
 * }</pre>
 *
 * <p>{@link LabelDistribution#ranked} has labels by probability, {@link LabelDistribution#sure} one
 * only where it is right often enough. A work that lacks some of the features is judged by the
 * others; one that lacks all is not readable. Immutable, thread-safe and deterministic; a loaded
 * classifier answers bit-equal to the one that was saved.
 */
public final class ArtworkClassifier {
  private static final String KIND = "artwork-classifier";
  private static final int VERSION = 1;

  private final Learned learned;

  /** The parts of a classifier. */
  record Learned(
      List<String> labels,
      FeatureMix mix,
      ScoreModel model,
      Calibration calibration,
      double sureFrom,
      FittedFeatures fitted,
      TrainingReport report) {}

  ArtworkClassifier(Learned learned) {
    this.learned = learned;
  }

  /**
   * Starts a training.
   *
   * @return the trainer, with its standard settings
   */
  public static ClassifierTrainer trainer() {
    return new ClassifierTrainer();
  }

  /**
   * Returns the labels.
   *
   * @return two or more, in the order of their characters
   */
  public List<String> labels() {
    return learned.labels();
  }

  /**
   * Returns what features the classifier reads.
   *
   * @return their specs, in order
   */
  public List<FeatureSpec> features() {
    FeatureMix mix = learned.mix();
    return IntStream.range(0, mix.features()).mapToObj(mix::spec).toList();
  }

  /**
   * Returns the probability from which a label is sure.
   *
   * @return above 1 when none ever is
   */
  public double sureFrom() {
    return learned.sureFrom();
  }

  /** {@return what was learned from, and how that went} */
  public TrainingReport report() {
    return learned.report();
  }

  /**
   * Classifies a work, by features encoded as those of the examples were.
   *
   * @param extraction where images are read from
   * @param work the work, of the catalogue or not
   * @return how likely each label is
   */
  public LabelDistribution classify(FeatureExtraction extraction, Artwork work) {
    return classify(extraction.encode(learned.fitted(), work, spec -> true));
  }

  /**
   * Classifies a work whose features are at hand.
   *
   * @param work its vectors by feature name, encoded by the features trained on; others are not
   *     read
   * @return how likely each label is; {@link LabelDistribution#unreadable} when it has none of the
   *     features
   * @throws IllegalArgumentException when a vector is of another length
   */
  public LabelDistribution classify(EncodedArtwork work) {
    return distribution(mixed(work));
  }

  /**
   * Classifies works whose features are extracted.
   *
   * @param store features, among them those trained on
   * @return an answer for each row, in order
   * @throws IllegalArgumentException when a feature is missing or another than the one trained on;
   *     the message says which
   */
  public List<LabelDistribution> classifyAll(FeatureStore store) {
    FeatureStore own = ownFeatures(store);
    return IntStream.range(0, own.artworks())
        .mapToObj(work -> distribution(learned.mix().of(own, work)))
        .toList();
  }

  /** The features trained on, in their order, of those given. */
  private FeatureStore ownFeatures(FeatureStore store) {
    List<FeatureStore.Entry> own = new ArrayList<>();
    for (FeatureSpec spec : features()) {
      FeatureStore.Entry found =
          store.entries().stream()
              .filter(entry -> entry.spec().name().equals(spec.name()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "cannot classify: feature '"
                              + spec.name()
                              + "' is not there; extract the features "
                              + names()));
      if (!found.spec().identity().equals(spec.identity())) {
        throw new IllegalArgumentException(
            "cannot classify: the classifier was trained on "
                + spec.identity()
                + ", given is "
                + found.spec().identity()
                + "; extract that feature or train anew");
      }
      own.add(found);
    }
    return FeatureStore.of(store.artworks(), own);
  }

  private String names() {
    return features().stream().map(FeatureSpec::name).collect(Collectors.joining(", "));
  }

  private MixedArtwork mixed(EncodedArtwork work) {
    return learned
        .mix()
        .of(
            features().stream()
                .map(spec -> Optional.ofNullable(work.vectors().get(spec.name())))
                .toList());
  }

  private LabelDistribution distribution(MixedArtwork work) {
    LabelDistribution answer =
        work.isEmpty()
            ? LabelDistribution.unreadable(labels())
            : LabelDistribution.of(
                labels(), learned.calibration().probabilities(learned.model().scores(work)));
    return answer.sureFrom(sureFrom());
  }

  /**
   * Tells what speaks for a label, of learners that add up ({@link LogisticRegression}, {@link
   * LinearSvm}). With the constant of the label, {@code constant} below, values sum to the label's
   * product {@code w·x + b} less the mean product of all labels.
   *
   * @param work vectors by feature name
   * @param label one of {@link #labels}
   * @return for each feature that the work has what it adds, then {@code constant}; none for other
   *     learners
   * @throws IllegalArgumentException for another label
   */
  public List<FeatureShare> why(EncodedArtwork work, String label) {
    int target = labels().indexOf(label);
    if (target < 0) {
      throw new IllegalArgumentException(
          "there is no label '" + label + "', expected one of " + String.join(", ", labels()));
    }
    if (!(learned.model() instanceof LinearScores linear)) {
      return List.of();
    }
    MixedArtwork mixed = mixed(work);
    double[] values = linear.shares(target, learned.mix(), mixed.row());
    List<FeatureShare> shares = new ArrayList<>();
    for (int f = 0; f < learned.mix().features(); f++) {
      if (mixed.vectors().get(f).isPresent()) {
        shares.add(new FeatureShare(learned.mix().spec(f).name(), values[f]));
      }
    }
    shares.add(new FeatureShare("constant", values[values.length - 1]));
    return shares;
  }

  /**
   * Saves the classifier with what its features learned.
   *
   * @param file the destination; its folder must exist
   * @throws ModelFileException when it cannot be written; the destination is then as before
   */
  public void save(Path file) {
    ModelFile.write(file, this::save);
  }

  private void save(StateWriter out) {
    out.putString("kind", KIND);
    out.putLong("version", VERSION);
    out.putStrings("labels", labels());
    learned.mix().save(out);
    learned.fitted().save(out);
    out.putString("learned", learned.model().kind());
    learned.model().save(out);
    learned.calibration().save(out);
    out.putDouble("sure from", learned.sureFrom());
    learned.report().save(out);
  }

  /**
   * Loads a classifier.
   *
   * @param file what {@link #save(Path)} wrote
   * @param features the features it was trained on; core's own of records need not be passed
   * @return the classifier, answering as the saved one
   * @throws ModelFileException when the file is missing, damaged or foreign, when a feature is not
   *     passed, or another version of it is; the message says which
   */
  public static ArtworkClassifier load(Path file, Collection<? extends Feature> features) {
    return ModelFile.read(file, in -> load(file, List.copyOf(features), in));
  }

  private static ArtworkClassifier load(Path file, List<Feature> passed, StateReader in) {
    ModelFile.requireKind(in, file, KIND);
    long version = in.getLong("version");
    if (version != VERSION) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "%s holds a classifier of version %d, this version of artrec reads version %d; load"
                  + " it with the version that saved it",
              file,
              version,
              VERSION));
    }
    List<String> labels = List.copyOf(in.getStrings("labels"));
    if (labels.size() < 2 || new TreeSet<>(labels).size() < labels.size()) {
      throw new ModelFileException(
          file + " has the labels " + labels + ", expected different ones");
    }
    FeatureMix mix = FeatureMix.read(name -> similarity(name, passed), in);
    checkPassed(file, mix, passed);
    FittedFeatures fitted = FittedFeatures.read(mix.specs(), passed, in);
    if (!fitted.unknown().isEmpty()) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "%s was trained on feature '%s', which was not passed; pass it:"
                  + " ArtworkClassifier.load(file, features)",
              file,
              String.join("', '", fitted.unknown())));
    }
    ScoreModel model = ScoreModel.read(mix, labels.size(), in);
    Calibration calibration = Calibration.read(labels.size(), in);
    double sureFrom = in.getFinite("sure from");
    if (!(sureFrom > 0)) {
      throw new ModelFileException(file + " is sure from " + sureFrom + ", expected above 0");
    }
    TrainingReport report = TrainingReport.read(labels, mix, in);
    return new ArtworkClassifier(
        new Learned(labels, mix, model, calibration, sureFrom, fitted, report));
  }

  private static void checkPassed(Path file, FeatureMix mix, List<Feature> passed) {
    for (int f = 0; f < mix.features(); f++) {
      FeatureSpec spec = mix.spec(f);
      for (Feature feature : passed) {
        String given = feature.spec().identity();
        if (feature.spec().name().equals(spec.name()) && !given.equals(spec.identity())) {
          throw new ModelFileException(
              file
                  + " was trained on "
                  + spec.identity()
                  + ", passed is "
                  + given
                  + "; pass the same feature or train anew");
        }
      }
    }
  }

  private static Similarity similarity(String name, List<Feature> passed) {
    return passed.stream()
        .map(feature -> feature.spec().similarity())
        .filter(similarity -> similarity.name().equals(name))
        .findFirst()
        .or(() -> Similarities.named(name))
        .orElseThrow(
            () ->
                new ModelFileException(
                    "the classifier compares by '"
                        + name
                        + "', which no feature that was passed has; pass the features it was"
                        + " trained on"));
  }
}
