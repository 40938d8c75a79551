package io.artrec.llm.label;

import io.artrec.catalog.Artwork;
import io.artrec.classification.ArtworkClassifier;
import io.artrec.classification.LabelDistribution;
import io.artrec.feature.FeatureExtraction;
import io.artrec.text.analysis.ArtworkText;
import java.util.List;
import java.util.function.Function;

/**
 * Labels works by whatever is known of them: texts, images, or what a model makes of both. An
 * extension point. Thread-safe.
 */
public interface ArtworkLabeler {
  /** {@return the labeler's name, which changes when its answers do} */
  String name();

  /**
   * Returns the labels.
   *
   * @return one or more, in a fixed order
   */
  List<String> labels();

  /**
   * Labels a work.
   *
   * @param artwork the work
   * @return its labels; {@linkplain LabelDistribution#unreadable unreadable} where nothing is known
   *     of it that the labeler reads
   */
  LabeledArtwork label(Artwork artwork);

  /**
   * Returns a labeler that reads titles, descriptions and subjects.
   *
   * @param labeler labels texts
   * @return labels works
   */
  static ArtworkLabeler of(TextLabeler labeler) {
    return new LibraryLabeler(
        labeler.name(), labeler.labels(), work -> labeler.label(ArtworkText.of(work)));
  }

  /**
   * Returns a labeler that goes by features of images and records.
   *
   * @param classifier labels works by their features
   * @param extraction measures the features that the classifier learned from
   * @return labels works
   */
  static ArtworkLabeler of(ArtworkClassifier classifier, FeatureExtraction extraction) {
    return new LibraryLabeler(
        "classifier of " + classifier.features().stream().map(spec -> spec.name()).toList(),
        classifier.labels(),
        work -> classifier.classify(extraction, work));
  }

  /**
   * {@return this labeler with its probabilities and certainty measured, so that nine in ten sure
   * labels of works like these are right; calibrated}
   *
   * @param heldOut works that it did not learn from, some 50 at the least; those whose right label
   *     it does not have count, too
   * @param right gives a work's right label
   */
  default ArtworkLabeler calibrated(List<Artwork> heldOut, Function<Artwork, String> right) {
    List<LabelDistribution> answers =
        heldOut.stream().map(work -> label(work).distribution()).toList();
    Calibration calibration =
        Calibration.measured(answers, heldOut.stream().map(right).toList(), 0.9);
    ArtworkLabeler measured = this;
    return new ArtworkLabeler() {
      @Override
      public String name() {
        return measured.name()
            + ", calibrated "
            + calibration.temperature()
            + " sure from "
            + calibration.sureFrom();
      }

      @Override
      public List<String> labels() {
        return measured.labels();
      }

      @Override
      public LabeledArtwork label(Artwork artwork) {
        LabeledArtwork answer = measured.label(artwork);
        return new LabeledArtwork(calibration.apply(answer.distribution()), answer.origin());
      }
    };
  }
}
