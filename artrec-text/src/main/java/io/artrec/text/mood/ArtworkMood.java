package io.artrec.text.mood;

import io.artrec.text.subject.FoundSubject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The mood of a work as far as there is evidence of it: valence and arousal, how sure, and what
 * they rest on. Immutable and thread-safe.
 *
 * <p>Each source k that the work has says something, e(k) of valence, with a weight w(k) ({@link
 * MoodSource}); knowing nothing says 0 and weighs 1. The valence is the mean by weight, {@code Σ
 * w(k) e(k) / (1 + Σ w(k))}, which is the posterior mean where works vary about 0 with a deviation
 * of 0.4 and a source's errors have the variance 0.4² / w(k); the deviation left is {@code 0.4 /
 * √(1 + Σ w(k))}. So little evidence keeps near neutral, and contributions add up to the whole.
 * Arousal likewise.
 */
public final class ArtworkMood {
  /** The deviation of works about neutral, assumed. */
  static final double SPREAD = 0.4;

  private final Affect affect;
  private final Affect deviation;
  private final List<MoodContribution> contributions;
  private final MoodEvidence evidence;

  ArtworkMood(MoodEvidence evidence, MoodWeights weights) {
    this.evidence = evidence;
    contributions = List.copyOf(weights.contributions(evidence));
    affect =
        Affect.clamped(
            contributions.stream().mapToDouble(MoodContribution::valence).sum(),
            contributions.stream().mapToDouble(MoodContribution::arousal).sum());
    deviation =
        new Affect(
            SPREAD / Math.sqrt(1 + evidence.valenceWeight()),
            SPREAD / Math.sqrt(1 + evidence.arousalWeight()));
  }

  /**
   * Returns where the work lies.
   *
   * @return valence and arousal, which are the sums of the contributions, brought to -1 to 1 where
   *     learned weights leave it
   */
  public Affect affect() {
    return affect;
  }

  /**
   * Returns how unsure the valence is.
   *
   * @return its deviation, above 0 and at most 0.4, which is knowing nothing of it
   */
  public double valenceDeviation() {
    return deviation.valence();
  }

  /**
   * Returns how unsure the arousal is.
   *
   * @return its deviation, above 0 and at most 0.4, which is knowing nothing of it
   */
  public double arousalDeviation() {
    return deviation.arousal();
  }

  /**
   * Returns how much evidence there is.
   *
   * @return the share of it against knowing nothing, the mean over valence and arousal, above 0 and
   *     below 1; 0.5 where it weighs as much as knowing nothing, as colors alone do
   */
  public double evidence() {
    double valence = evidence.valenceWeight();
    double arousal = evidence.arousalWeight();
    return (valence / (1 + valence) + arousal / (1 + arousal)) / 2;
  }

  /**
   * Returns what the mood rests on.
   *
   * @return for each source that the work has what it adds, in the order of {@link MoodSource}
   */
  public List<MoodContribution> contributions() {
    return contributions;
  }

  /**
   * {@return the words of mood in the record, in the order of list of subjects, title and
   * description; may be empty}
   */
  public List<MoodWord> words() {
    return evidence.words();
  }

  /**
   * {@return the subjects that bring a feeling along, in the order in which they were found; may be
   * empty}
   */
  public List<FoundSubject> subjects() {
    return evidence.subjects();
  }

  /**
   * Finds the mood whose share that works can show ({@link MoodMatch#STRENGTH}) lies nearest.
   *
   * @param moods the moods to choose from
   * @return the mood, the first of equally near ones; empty where none lies within {@link
   *     MoodMatch#REACH}, or nearer than no feeling at all
   */
  public Optional<Mood> nearest(List<Mood> moods) {
    Optional<Mood> nearest = Optional.empty();
    double least = Math.min(MoodMatch.REACH, affect.distance(Affect.NEUTRAL));
    for (Mood mood : moods) {
      Affect shown = Affect.NEUTRAL.towards(mood.affect(), MoodMatch.STRENGTH);
      double distance = affect.distance(shown);
      if (distance < least) {
        nearest = Optional.of(mood);
        least = distance;
      }
    }
    return nearest;
  }

  MoodEvidence read() {
    return evidence;
  }

  /**
   * Describes the mood.
   *
   * @return for instance {@code valence -0.38±0.24, arousal -0.12±0.24}
   */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "valence %+.2f±%.2f, arousal %+.2f±%.2f",
        affect.valence(),
        valenceDeviation(),
        affect.arousal(),
        arousalDeviation());
  }
}
