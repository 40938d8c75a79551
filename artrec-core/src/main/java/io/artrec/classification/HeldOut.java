package io.artrec.classification;

import io.artrec.classification.internal.Certainty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a learner says of works it has not seen: each fold is scored by what was learned of the
 * others. A work whose label none of the others has is left out, since it could not be said.
 */
final class HeldOut {
  private static final double LEAST = 1e-12;

  private final LabeledArtworks works;
  private final GroupFolds folds;
  private final double[] weights;
  private final boolean calibrated;

  /** For each example what was learned without it says; empty where it is left out. */
  private final double[][] scores;

  /** The same as probabilities, by a calibration without its fold. */
  private final double[][] probabilities;

  HeldOut(LabeledArtworks works, GroupFolds folds, boolean balanced, boolean calibrated) {
    this.works = works;
    this.folds = folds;
    this.calibrated = calibrated;
    int[] targets = IntStream.range(0, works.size()).map(works::target).toArray();
    weights = TrainingSet.weights(targets, works.labels().size(), balanced);
    scores = new double[works.size()][0];
    probabilities = new double[works.size()][0];
  }

  void put(int example, double[] said) {
    scores[example] = said;
  }

  /** The calibration of all works that were scored. */
  Calibration calibration() {
    return calibration(IntStream.range(0, scores.length).toArray());
  }

  /** Turns scores into probabilities, each fold by what the others showed. */
  void calibrate() {
    for (int fold = 0; fold < folds.size(); fold++) {
      Calibration others = calibration(folds.without(fold));
      for (int example : folds.within(fold)) {
        if (scores[example].length > 0) {
          probabilities[example] = others.probabilities(scores[example]);
        }
      }
    }
  }

  private Calibration calibration(int[] examples) {
    int[] scored = Arrays.stream(examples).filter(i -> scores[i].length > 0).toArray();
    if (!calibrated || scored.length == 0) {
      return Calibration.none(works.labels().size());
    }
    return Calibration.fit(
        Arrays.stream(scored).mapToObj(i -> scores[i]).toArray(double[][]::new),
        Arrays.stream(scored).map(works::target).toArray(),
        Arrays.stream(scored).mapToDouble(i -> weights[i]).toArray());
  }

  /** The weighted mean of {@code -ln P(label)}; infinite when nothing was scored. */
  double logLoss() {
    double loss = 0;
    double whole = 0;
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i].length > 0) {
        loss -= weights[i] * Math.log(Math.max(LEAST, probabilities[i][works.target(i)]));
        whole += weights[i];
      }
    }
    return whole > 0 ? loss / whole : Double.POSITIVE_INFINITY;
  }

  /** How many works were scored. */
  int scored() {
    return (int) Arrays.stream(probabilities).filter(p -> p.length > 0).count();
  }

  /** How many were scored and right. */
  int right() {
    return (int)
        IntStream.range(0, probabilities.length)
            .filter(i -> probabilities[i].length > 0 && isRight(i))
            .count();
  }

  private boolean isRight(int example) {
    return best(probabilities[example]) == works.target(example);
  }

  private static int best(double[] p) {
    int best = 0;
    for (int c = 1; c < p.length; c++) {
      best = p[c] > p[best] ? c : best;
    }
    return best;
  }

  /**
   * One answer of each group, drawn by chance: works of one group are right or wrong together, and
   * would make sure what is not.
   */
  List<Certainty.Answer> answers(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Integer, Integer> drawn = new LinkedHashMap<>();
    Map<Integer, Integer> seen = new LinkedHashMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i].length > 0) {
        int count = seen.merge(works.group(i), 1, Integer::sum);
        if (random.nextInt(count) == 0) {
          drawn.put(works.group(i), i);
        }
      }
    }
    List<Certainty.Answer> answers = new ArrayList<>();
    for (int i : drawn.values()) {
      double most = probabilities[i][best(probabilities[i])];
      answers.add(new Certainty.Answer(most, isRight(i)));
    }
    return answers;
  }
}
