package io.artrec.llm.label;

import io.artrec.catalog.Catalog;
import io.artrec.classification.LabelDistribution;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.similarity.Similarities;
import io.artrec.text.analysis.ArtworkText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The labels of a work's text as a vector: a dimension for each label of a {@link TextLabeler}, its
 * value the label's probability; compared by histogram intersection, the share two distributions
 * have in common. The text is title, description and subjects; a work whose text cannot be read is
 * missing.
 *
 * <p>Immutable and thread-safe if the labeler is; costs one labelling a work, in batches where the
 * labeler gains by them.
 */
public final class LabelFeature implements FeatureExtractor {
  private final String name;
  private final String facet;
  private final TextLabeler labeler;

  private LabelFeature(String name, String facet, TextLabeler labeler) {
    this.name = name;
    this.facet = facet;
    this.labeler = labeler;
  }

  /**
   * {@return a feature}
   *
   * @param name lower-case letters, digits and hyphens
   * @param facet what a visitor would call it, for instance {@code mood}
   * @param labeler labels the texts
   */
  public static LabelFeature of(String name, String facet, TextLabeler labeler) {
    return new LabelFeature(name, facet, Objects.requireNonNull(labeler, "labeler"));
  }

  /**
   * Returns the moods of works.
   *
   * @param labeler labels texts by mood, for instance {@link DescribedLabels} of {@link
   *     LabelSet#moods}
   * @return the feature {@code mood} of facet {@code mood}
   */
  public static LabelFeature mood(TextLabeler labeler) {
    return of("mood", "mood", labeler);
  }

  /** {@return the labeler, for instance to ask for a work's distribution over moods} */
  public TextLabeler labeler() {
    return labeler;
  }

  @Override
  public FeatureSpec spec() {
    return FeatureSpec.named(name)
        .facet(facet)
        .parameters(labeler.name())
        .similarity(Similarities.histogramIntersection())
        .build();
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    return new Encoder(labeler, labeler.labels().size());
  }

  /**
   * Reads the name of the labeler, which is passed and not saved, and its labels.
   *
   * @throws ModelFileException when the feature was saved with another labeler than this one's
   */
  @Override
  public FeatureEncoder read(StateReader in) {
    String saved = in.getString("labeler");
    List<String> labels = in.getStrings("labels");
    if (!saved.equals(labeler.name()) || !labels.equals(labeler.labels())) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "feature '%s' was saved with labeler '%s' of labels %s, this one has '%s' of %s; pass that labeler, or build the model again",
              name,
              saved,
              labels,
              labeler.name(),
              labeler.labels()));
    }
    return new Encoder(labeler, labels.size());
  }

  private record Encoder(TextLabeler labeler, int dimensions) implements FeatureEncoder {
    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      return vector(labeler.label(ArtworkText.of(input.artwork())));
    }

    private Optional<float[]> vector(LabelDistribution labels) {
      if (!labels.isReadable()) {
        return Optional.empty();
      }
      float[] vector = new float[dimensions];
      for (int l = 0; l < dimensions; l++) {
        vector[l] = (float) labels.probability(l);
      }
      return Optional.of(vector);
    }

    @Override
    public int batchSize() {
      return labeler.batchSize();
    }

    @Override
    public List<Optional<float[]>> encodeAll(List<ArtworkInput> inputs) {
      if (batchSize() == 1) {
        return FeatureEncoder.super.encodeAll(inputs);
      }
      List<String> texts = inputs.stream().map(input -> ArtworkText.of(input.artwork())).toList();
      return labeler.labelAll(texts).stream().map(this::vector).toList();
    }

    @Override
    public double batchTolerance() {
      return labeler.batchTolerance();
    }

    @Override
    public String fingerprint() {
      return labeler.name() + labeler.labels();
    }

    @Override
    public void save(StateWriter out) {
      out.putString("labeler", labeler.name());
      out.putStrings("labels", labeler.labels());
    }
  }
}
