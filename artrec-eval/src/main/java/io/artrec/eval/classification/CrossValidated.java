package io.artrec.eval.classification;

import io.artrec.classification.LabelDistribution;
import io.artrec.classification.LabeledArtworks;
import io.artrec.eval.statistics.Bootstrap;
import io.artrec.eval.statistics.ConfidenceInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a {@link CrossValidation} found. Beside every figure stands its interval, by drawing groups,
 * not works, with replacement, since works of one artist are right or wrong together; and what
 * needs no features at all: always saying the most frequent label of the works learned from, and
 * guessing by their shares. Immutable and thread-safe.
 */
public final class CrossValidated {
  private static final double LEAST = 1e-12;
  private static final int BINS = 10;
  private static final int SHOWN = 5;

  private final LabeledArtworks works;
  private final Said said;
  private final String settings;
  private final List<String> notes;
  private final ConfusionMatrix confusion;
  private final ByGroup byGroup;
  private final Bootstrap bootstrap;

  /**
   * What was said of each work.
   *
   * @param answers by the classifier
   * @param majority the most frequent label of those learned from
   * @param chance how likely its label is to be guessed by the shares of those learned from
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the array
  record Said(List<LabelDistribution> answers, List<String> majority, double[] chance) {
    List<String> likeliest() {
      return answers.stream().map(LabelDistribution::likeliest).toList();
    }
  }

  CrossValidated(
      LabeledArtworks works, Said said, String settings, List<String> notes, Bootstrap bootstrap) {
    this.works = works;
    this.said = said;
    this.settings = settings;
    this.bootstrap = bootstrap;
    List<String> actual = IntStream.range(0, works.size()).mapToObj(works::label).toList();
    confusion = ConfusionMatrix.of(actual, said.likeliest());
    byGroup = ByGroup.of(works, said.likeliest(), said.majority());
    this.notes = notes(works, notes, confusion);
  }

  private static List<String> notes(
      LabeledArtworks works, List<String> ofFolds, ConfusionMatrix confusion) {
    List<String> notes = new ArrayList<>(ofFolds);
    notes.addAll(confusion.notes());
    if (!works.isGrouped()) {
      notes.add(
          "works of one artist stand on both sides: figures are those of recognizing known artists,"
              + " and too high for artists never seen; use groups");
    }
    return List.copyOf(notes);
  }

  /**
   * Returns what was said of a work by a classifier that had not learned from its group.
   *
   * @param example 0 to {@code size() - 1} of the works
   * @return how likely each label was
   */
  public LabelDistribution answer(int example) {
    return said.answers().get(example);
  }

  /**
   * Returns which labels were taken for which.
   *
   * @return the likeliest label of every work against its own
   */
  public ConfusionMatrix confusion() {
    return confusion;
  }

  /**
   * {@return the interval of {@link ConfusionMatrix#accuracy}; empty with fewer than two groups}
   */
  public Optional<ConfidenceInterval> accuracyInterval() {
    return interval(byGroup::accuracy);
  }

  /**
   * {@return the interval of {@link ConfusionMatrix#balancedAccuracy}; empty with fewer than two
   * groups}
   */
  public Optional<ConfidenceInterval> balancedAccuracyInterval() {
    return interval(byGroup::balancedAccuracy);
  }

  /** {@return the interval of {@link ConfusionMatrix#macroF1}; empty with fewer than two groups} */
  public Optional<ConfidenceInterval> macroF1Interval() {
    return interval(byGroup::macroF1);
  }

  /** {@return how often always saying the most frequent label is right, 0 to 1} */
  public double majorityAccuracy() {
    return (double)
            IntStream.range(0, works.size())
                .filter(i -> said.majority().get(i).equals(works.label(i)))
                .count()
        / works.size();
  }

  /**
   * {@return the interval of accuracy less {@link #majorityAccuracy}, both on the same groups;
   * where it holds 0 nothing was shown to be learned}
   */
  public Optional<ConfidenceInterval> gainInterval() {
    return interval(byGroup::gain);
  }

  /** {@return how often guessing labels by their shares is right, 0 to 1} */
  public double chanceAccuracy() {
    return Arrays.stream(said.chance()).average().orElseThrow();
  }

  /**
   * {@return the mean of {@code -ln P(label)}, a probability of 0 counting as 10⁻¹²; 0 or more,
   * less is better}
   */
  public double logLoss() {
    double loss = 0;
    for (int i = 0; i < works.size(); i++) {
      loss -= Math.log(Math.max(LEAST, answer(i).probability(works.label(i))));
    }
    return loss / works.size();
  }

  /**
   * Returns the expected calibration error: works in ten bins by the probability of their likeliest
   * label; the mean over works of how far the share of right ones is from the mean probability of
   * their bin (Guo, Pleiss, Sun and Weinberger, On calibration of modern neural networks, ICML
   * 2017). With few works it is above 0 by chance.
   *
   * @return 0 to 1
   */
  public double calibrationError() {
    double[] gaps = new double[BINS];
    for (int i = 0; i < works.size(); i++) {
      LabelDistribution.Likely first = answer(i).ranked().get(0);
      int bin = Math.min(BINS - 1, (int) (BINS * first.probability()));
      gaps[bin] += first.probability() - (first.label().equals(works.label(i)) ? 1 : 0);
    }
    return Arrays.stream(gaps).map(Math::abs).sum() / works.size();
  }

  /** {@return the share of works whose label was sure, 0 to 1} */
  public double sureShare() {
    return (double) sure().length / works.size();
  }

  /** {@return the share of sure labels that were right, 0 to 1; empty when none was sure} */
  public OptionalDouble surePrecision() {
    return Arrays.stream(sure())
        .mapToDouble(i -> answer(i).likeliest().equals(works.label(i)) ? 1 : 0)
        .average();
  }

  private int[] sure() {
    return IntStream.range(0, works.size()).filter(i -> answer(i).sure().isPresent()).toArray();
  }

  /**
   * Returns what a reader of the numbers must know: labels of too few groups, labels never said,
   * works that were not in groups.
   *
   * @return sentences; none when nothing is missing
   */
  public List<String> notes() {
    return notes;
  }

  private Optional<ConfidenceInterval> interval(ToDoubleFunction<int[]> statistic) {
    return bootstrap.statistic(byGroup.size(), statistic);
  }

  /**
   * Returns the figures, the confusion matrix and the notes.
   *
   * @return text, for people
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(settings).append('\n');
    String sides = works.isGrouped() ? "none on both sides" : "not in groups";
    text.append(works.size() + " works, " + byGroup.size() + " groups, " + sides + "\n");
    line(text, "accuracy", confusion.accuracy(), accuracyInterval());
    line(text, "most frequent label", majorityAccuracy(), Optional.empty());
    line(text, "guessing by shares", chanceAccuracy(), Optional.empty());
    double gain = confusion.accuracy() - majorityAccuracy();
    line(text, "above most frequent", gain, gainInterval());
    line(text, "balanced accuracy", confusion.balancedAccuracy(), balancedAccuracyInterval());
    line(text, "macro F1", confusion.macroF1(), macroF1Interval());
    line(text, "log loss", logLoss(), Optional.empty());
    line(text, "calibration error", calibrationError(), Optional.empty());
    line(text, "sure", sureShare(), Optional.empty());
    surePrecision().ifPresent(p -> line(text, "right when sure", p, Optional.empty()));
    text.append('\n').append(confusion);
    confusion.topConfusions(SHOWN).forEach(c -> text.append(c).append('\n'));
    notes.forEach(note -> text.append("note: ").append(note).append('\n'));
    return text.toString();
  }

  private static void line(
      StringBuilder text, String name, double value, Optional<ConfidenceInterval> interval) {
    text.append(String.format(Locale.ROOT, "%-20s %6.3f", name, value));
    interval.ifPresent(i -> text.append("  ").append(i));
    text.append('\n');
  }
}
