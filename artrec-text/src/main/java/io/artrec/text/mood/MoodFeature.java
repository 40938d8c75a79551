package io.artrec.text.mood;

import io.artrec.feature.DerivedEncoder;
import io.artrec.feature.DerivedFeature;
import io.artrec.feature.Feature;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.similarity.Similarities;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The mood of works as a feature: valence and arousal as {@link MoodReader} reads them, compared by
 * Euclidean similarity. The name is {@value #NAME}, the facet {@code mood}. Immutable and
 * thread-safe.
 *
 * <p>Of records alone, unless features of images are added, which this is then derived from:
 *
 * <pre>{@code
 * MoodFeature.standard().and(ColorEmotionFeature.standard()).and(CompositionFeature.standard())
 * }</pre>
 *
 * <p>Other features of the facet are {@code color-emotion}, how colors feel and nothing else, and
 * {@code LabelFeature.mood} of artrec-llm, how a text is labelled by a model. Given as features of
 * their own beside this one, colors count twice.
 *
 * <p>Two works are called alike from a likeness of {@value #ALIKE}: of 20,000 pairs of painting
 * records of a museum one in a hundred reaches it. A work without any evidence is missing.
 */
public final class MoodFeature implements DerivedFeature {
  /** The name of the feature. */
  public static final String NAME = "affect";

  private static final double ALIKE = 0.98;

  private final MoodReader reader;
  private final List<Feature> images;

  private MoodFeature(MoodReader reader, List<Feature> images) {
    this.reader = reader;
    this.images = images;
  }

  /** {@return the feature of records alone, by {@link MoodReader#standard}} */
  public static MoodFeature standard() {
    return new MoodFeature(MoodReader.standard(), List.of());
  }

  /**
   * {@return this feature reading moods otherwise}
   *
   * @param other the reader, with learned weights for instance
   */
  public MoodFeature reading(MoodReader other) {
    return new MoodFeature(Objects.requireNonNull(other, "reader"), images);
  }

  /**
   * {@return this feature derived from a feature of images, too}
   *
   * @param image the feature {@value MoodReader#COLORS} or {@value MoodReader#COMPOSITION} of
   *     artrec-vision
   * @throws IllegalArgumentException when it is another, or one of its name was added already
   */
  public MoodFeature and(Feature image) {
    String name = image.spec().name();
    if (!List.of(MoodReader.COLORS, MoodReader.COMPOSITION).contains(name)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "moods are not read from feature '%s', only from '%s' and '%s' of artrec-vision",
              name,
              MoodReader.COLORS,
              MoodReader.COMPOSITION));
    }
    if (images.stream().anyMatch(earlier -> earlier.spec().name().equals(name))) {
      throw new IllegalArgumentException(
          "moods are read from feature '" + name + "' already; add it once");
    }
    List<Feature> longer = new ArrayList<>(images);
    longer.add(image);
    return new MoodFeature(reader, List.copyOf(longer));
  }

  @Override
  public FeatureSpec spec() {
    Set<FeatureSpec.Source> sources = new HashSet<>();
    inputs().forEach(input -> sources.addAll(input.spec().sources()));
    StringBuilder parameters = new StringBuilder(reader.fingerprint());
    images.forEach(image -> parameters.append(", ").append(image.spec().name()));
    return FeatureSpec.named(NAME)
        .facet("mood")
        .parameters(parameters.toString())
        .similarity(Similarities.euclidean())
        .alikeFrom(ALIKE)
        .sources(sources)
        .build();
  }

  @Override
  public List<Feature> inputs() {
    List<Feature> inputs = new ArrayList<>();
    inputs.add(new MoodRecordFeature(reader));
    inputs.addAll(images);
    return inputs;
  }

  /**
   * Learns nothing but how long vectors are.
   *
   * @throws IllegalArgumentException when an image feature has another length than artrec-vision's
   *     of that name
   */
  @Override
  public DerivedEncoder fit(List<FeatureMatrix> inputs) {
    for (int image = 0; image < images.size(); image++) {
      MoodReader.checkLength(name(image), inputs.get(1 + image).dimensions());
    }
    return encoder(inputs.get(0).dimensions());
  }

  @Override
  public DerivedEncoder read(StateReader in) {
    return encoder(in.getCount("record", MoodRecordFeature.DIMENSIONS));
  }

  private DerivedEncoder encoder(int recordValues) {
    return new Encoder(
        reader, IntStream.range(0, images.size()).mapToObj(this::name).toList(), recordValues);
  }

  private String name(int image) {
    return images.get(image).spec().name();
  }

  private record Encoder(MoodReader reader, List<String> images, int recordValues)
      implements DerivedEncoder {
    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public Optional<float[]> encode(List<Optional<float[]>> inputs) {
      MoodEvidence evidence = new MoodEvidence();
      inputs
          .get(0)
          .ifPresent(row -> MoodRecordFeature.add(Arrays.copyOf(row, recordValues), evidence));
      for (int image = 0; image < images.size(); image++) {
        String name = images.get(image);
        inputs.get(1 + image).ifPresent(row -> MoodReader.add(name, row, evidence));
      }
      return reader
          .mood(evidence)
          .map(
              mood ->
                  new float[] {(float) mood.affect().valence(), (float) mood.affect().arousal()});
    }

    @Override
    public void save(StateWriter out) {
      out.putLong("record", recordValues);
    }
  }
}
