package io.artrec.text.mood;

/** What a reading of a work's mood rests on. */
public enum MoodSource {
  /**
   * How the colors feel: the feature {@code color-emotion} of artrec-vision, read by name. Weighs 1
   * where a work has it.
   */
  COLORS(1, 1),

  /**
   * How busy and how rich in contrast the picture is: the feature {@code composition} of
   * artrec-vision, read by name. Weighs 0.5 for arousal and says nothing of valence.
   */
  COMPOSITION(0, 0.5),

  /**
   * What is shown, by {@link io.artrec.text.subject.SubjectFinder}. Weighs 1.5 for each found
   * subject with a feeling, times the weight that it was found with, at most 3.
   */
  SUBJECTS(1.5, 1.5),

  /**
   * Words of mood in title, list of subjects and description, by {@link MoodLexicon}. Each weighs 2
   * times 1 in the list of subjects, 0.7 in a title and 0.5 in a description, all at most 4.
   */
  WORDS(2, 2),

  /** What ratings taught of the collection as a whole; never there without a fit. */
  COLLECTION(0, 0);

  private final double valenceWeight;
  private final double arousalWeight;

  MoodSource(double valenceWeight, double arousalWeight) {
    this.valenceWeight = valenceWeight;
    this.arousalWeight = arousalWeight;
  }

  /** What one unit of it weighs for valence, where not knowing anything weighs 1. */
  double valenceWeight() {
    return valenceWeight;
  }

  /** What one unit of it weighs for arousal. */
  double arousalWeight() {
    return arousalWeight;
  }
}
