package io.artrec.text.mood;

import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the record of a work says of its mood: how much of subjects and of words there is, and their
 * means. The input of {@link MoodFeature} that needs no image.
 */
final class MoodRecordFeature implements FeatureExtractor {
  private static final List<MoodInput> SUBJECTS =
      List.of(MoodInput.SUBJECT_VALENCE, MoodInput.SUBJECT_AROUSAL);
  private static final List<MoodInput> WORDS =
      List.of(MoodInput.WORD_VALENCE, MoodInput.WORD_AROUSAL);
  static final int DIMENSIONS = 6;

  private final MoodReader reader;

  MoodRecordFeature(MoodReader reader) {
    this.reader = reader;
  }

  @Override
  public FeatureSpec spec() {
    return FeatureSpec.named("affect-record")
        .facet("mood")
        .parameters(reader.fingerprint())
        .build();
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    return new Encoder(reader);
  }

  @Override
  public FeatureEncoder read(StateReader in) {
    return new Encoder(reader);
  }

  /** Adds what a row of this feature says; a shorter one is one of zeros at its end. */
  static void add(float[] values, MoodEvidence evidence) {
    float[] row = Arrays.copyOf(values, DIMENSIONS);
    add(row, 0, MoodSource.SUBJECTS, SUBJECTS, evidence);
    add(row, 1 + SUBJECTS.size(), MoodSource.WORDS, WORDS, evidence);
  }

  private static void add(
      float[] row, int at, MoodSource source, List<MoodInput> inputs, MoodEvidence evidence) {
    if (row[at] > 0) {
      evidence.add(source, row[at]);
      for (int i = 0; i < inputs.size(); i++) {
        evidence.set(inputs.get(i), row[at + 1 + i]);
      }
    }
  }

  private record Encoder(MoodReader reader) implements FeatureEncoder {
    @Override
    public int dimensions() {
      return DIMENSIONS;
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      MoodEvidence evidence = new MoodEvidence();
      reader.read(input.artwork(), evidence);
      if (evidence.isEmpty()) {
        return Optional.empty();
      }
      float[] row = new float[DIMENSIONS];
      put(evidence, MoodSource.SUBJECTS, SUBJECTS, row, 0);
      put(evidence, MoodSource.WORDS, WORDS, row, 1 + SUBJECTS.size());
      return Optional.of(row);
    }

    private static void put(
        MoodEvidence evidence, MoodSource source, List<MoodInput> inputs, float[] row, int at) {
      row[at] = (float) evidence.amount(source);
      for (int i = 0; i < inputs.size(); i++) {
        row[at + 1 + i] = (float) evidence.get(inputs.get(i));
      }
    }

    @Override
    public String whyMissing(ArtworkInput input) {
      return "records without a subject with a feeling and without a word of mood";
    }

    @Override
    public String fingerprint() {
      return "";
    }

    /** Nothing is learned. */
    @Override
    public void save(StateWriter out) {}
  }
}
