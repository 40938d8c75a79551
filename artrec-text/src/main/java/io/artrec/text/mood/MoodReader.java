package io.artrec.text.mood;

import io.artrec.catalog.Artwork;
import io.artrec.feature.FeatureStore;
import io.artrec.text.subject.FoundSubject;
import io.artrec.text.subject.SubjectFinder;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the mood of works from what there is of them: how their colors feel and how they are
 * composed, where a recommender has the features {@value #COLORS} and {@value #COMPOSITION} of
 * artrec-vision; the subjects and words of their records. Any of them is enough; a work without all
 * of them has no mood.
 *
 * <p>Immutable and thread-safe. O(characters of the record) a work.
 */
public final class MoodReader {
  /** The feature of how colors feel: activity, weight, heat and pleasure, standardized. */
  public static final String COLORS = "color-emotion";

  /** The feature of composition: ten standardized properties divided by √10. */
  public static final String COMPOSITION = "composition";

  private static final int COLOR_VALUES = 4;
  private static final int COMPOSITION_VALUES = 10;

  private static final int CONTRAST_AT = 1;
  private static final int SYMMETRY_AT = 6;
  private static final int EDGE_DENSITY_AT = 9;

  private static final double IN_TITLE = SubjectFinder.TITLE;
  private static final double IN_DESCRIPTION = SubjectFinder.DESCRIPTION;

  /** More of one source than this counts no more: several words of one record agree by habit. */
  private static final double MOST = 2;

  private static final class Standard {
    static final MoodReader READER =
        new MoodReader(SubjectFinder.standard(), MoodLexicon.standard(), MoodWeights.stated());
  }

  private final SubjectFinder finder;
  private final SubjectFeelings feelings;
  private final MoodLexicon lexicon;
  private final MoodWeights weights;

  private MoodReader(SubjectFinder finder, MoodLexicon lexicon, MoodWeights weights) {
    this.finder = finder;
    this.lexicon = lexicon;
    this.weights = weights;
    feelings = SubjectFeelings.of(finder.tree());
  }

  /**
   * Returns a reader by the standard tree of subjects, the standard words and the stated weights.
   *
   * @return the same reader at every call
   */
  public static MoodReader standard() {
    return Standard.READER;
  }

  /**
   * {@return this reader finding subjects otherwise, in a larger tree for instance}
   *
   * @param other finds the subjects
   */
  public MoodReader finding(SubjectFinder other) {
    return new MoodReader(Objects.requireNonNull(other, "finder"), lexicon, weights);
  }

  /**
   * {@return this reader with other weights, such as those that a {@link MoodFit} learned}
   *
   * @param other the weights
   */
  public MoodReader weighing(MoodWeights other) {
    return new MoodReader(finder, lexicon, Objects.requireNonNull(other, "weights"));
  }

  /**
   * Returns the weights.
   *
   * @return the stated ones unless others were set
   */
  public MoodWeights weights() {
    return weights;
  }

  /** {@return what finds subjects} */
  public SubjectFinder finder() {
    return finder;
  }

  /** Identifies what is read from records: equal texts promise equal readings. */
  String fingerprint() {
    return "tree "
        + finder.tree().fingerprint()
        + ", feelings "
        + feelings.fingerprint()
        + ", words "
        + lexicon.fingerprint()
        + ", "
        + weights;
  }

  /**
   * Reads a work by its record alone.
   *
   * @param artwork the record
   * @return its mood; empty where the record has no subject with a feeling and no word of mood
   */
  public Optional<ArtworkMood> read(Artwork artwork) {
    return read(artwork, feature -> Optional.empty());
  }

  /**
   * Reads a work of a catalogue by its record and those of the two features that are there.
   *
   * @param artwork the record
   * @param features the features of the catalogue
   * @param index where the work stands in it
   * @return its mood; empty where there is no evidence of any kind
   * @throws IllegalArgumentException when a feature of one of the names is another than
   *     artrec-vision has
   */
  public Optional<ArtworkMood> read(Artwork artwork, FeatureStore features, int index) {
    check(features);
    return read(artwork, feature -> features.find(feature).flatMap(matrix -> matrix.row(index)));
  }

  private Optional<ArtworkMood> read(Artwork artwork, Function<String, Optional<float[]>> rows) {
    MoodEvidence evidence = new MoodEvidence();
    for (String name : List.of(COLORS, COMPOSITION)) {
      rows.apply(name).ifPresent(row -> add(name, row, evidence));
    }
    read(artwork, evidence);
    return mood(evidence);
  }

  /** Adds what a record says. */
  void read(Artwork artwork, MoodEvidence evidence) {
    List<FoundSubject> subjects = subjects(artwork, evidence);
    evidence.found(words(artwork, evidence), subjects);
  }

  /** Weighs evidence; empty where there is none. */
  Optional<ArtworkMood> mood(MoodEvidence evidence) {
    return evidence.isEmpty() ? Optional.empty() : Optional.of(new ArtworkMood(evidence, weights));
  }

  /** Checks that features of the two names are those of artrec-vision, as far as can be seen. */
  private static void check(FeatureStore features) {
    for (String name : List.of(COLORS, COMPOSITION)) {
      features
          .find(name)
          .map(FeatureMatrix::dimensions)
          .ifPresent(found -> checkLength(name, found));
    }
  }

  static void checkLength(String name, int found) {
    int expected = name.equals(COLORS) ? COLOR_VALUES : COMPOSITION_VALUES;
    if (found != expected) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "reading moods: feature '%s' has %d values, expected the %d of artrec-vision's"
                  + " feature of that name; give another feature another name",
              name,
              found,
              expected));
    }
  }

  /** Adds a row of one of the two features. */
  static void add(String name, float[] row, MoodEvidence evidence) {
    if (name.equals(COLORS)) {
      colors(row, evidence);
    } else {
      composition(row, evidence);
    }
  }

  private static void colors(float[] row, MoodEvidence evidence) {
    evidence.add(MoodSource.COLORS, 1);
    evidence.set(MoodInput.COLOR_ACTIVITY, row[0]);
    evidence.set(MoodInput.COLOR_WEIGHT, row[1]);
    evidence.set(MoodInput.COLOR_HEAT, row[2]);
    evidence.set(MoodInput.COLOR_PLEASURE, row[3]);
  }

  private static void composition(float[] row, MoodEvidence evidence) {
    double scale = Math.sqrt(COMPOSITION_VALUES);
    evidence.add(MoodSource.COMPOSITION, 1);
    evidence.set(MoodInput.CONTRAST, scale * row[CONTRAST_AT]);
    evidence.set(MoodInput.SYMMETRY, scale * row[SYMMETRY_AT]);
    evidence.set(MoodInput.EDGE_DENSITY, scale * row[EDGE_DENSITY_AT]);
  }

  private List<FoundSubject> subjects(Artwork artwork, MoodEvidence evidence) {
    List<FoundSubject> found =
        finder.find(artwork).stream()
            .filter(subject -> feelings.of(subject.subject()).isPresent())
            .toList();
    Mean mean = new Mean();
    found.forEach(
        subject -> mean.add(feelings.of(subject.subject()).orElseThrow(), subject.weight()));
    if (mean.weight > 0) {
      evidence.add(MoodSource.SUBJECTS, Math.min(MOST, mean.weight));
      evidence.set(MoodInput.SUBJECT_VALENCE, mean.valence / mean.weight);
      evidence.set(MoodInput.SUBJECT_AROUSAL, mean.arousal / mean.weight);
    }
    return found;
  }

  private List<MoodWord> words(Artwork artwork, MoodEvidence evidence) {
    List<MoodWord> found = new ArrayList<>();
    Mean mean = new Mean();
    artwork.subjects().forEach(subject -> words(subject, 1, found, mean));
    words(artwork.titleWords(), IN_TITLE, found, mean);
    artwork.description().ifPresent(text -> words(text, IN_DESCRIPTION, found, mean));
    if (mean.weight > 0) {
      evidence.add(MoodSource.WORDS, Math.min(MOST, mean.weight));
      evidence.set(MoodInput.WORD_VALENCE, mean.valence / mean.weight);
      evidence.set(MoodInput.WORD_AROUSAL, mean.arousal / mean.weight);
    }
    return found;
  }

  private void words(String text, double weight, List<MoodWord> found, Mean mean) {
    for (MoodWord word : lexicon.in(text)) {
      found.add(word);
      mean.add(word.affect(), weight);
    }
  }

  /** Sums up a weighted mean. */
  private static final class Mean {
    private double weight;
    private double valence;
    private double arousal;

    void add(Affect affect, double by) {
      weight += by;
      valence += by * affect.valence();
      arousal += by * affect.arousal();
    }
  }
}
