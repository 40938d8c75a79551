package io.artrec.text.mood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Weights of one scale, valence or arousal, learned by {@link TowardsRidge} and compared with the
 * stated ones on artists left out; the better ones. See {@link MoodFit}.
 */
final class ScaleFit {
  private static final int FOLDS = 10;
  private static final double BEYOND_CHANCE = 1.645;
  private static final long SEED = 1970;

  private final double[] stated;
  private double[] weights;
  private MoodFit.Check check;

  private ScaleFit(double[] stated) {
    this.stated = stated;
    weights = stated;
    check = new MoodFit.Check(0, 0, false);
  }

  static ScaleFit towards(double[] stated) {
    return new ScaleFit(stated);
  }

  double[] weights() {
    return weights.clone();
  }

  MoodFit.Check check() {
    return check;
  }

  /** Learns from rows, targets and the artist of each, numbered from 0. */
  ScaleFit fit(double[][] rows, double[] targets, int[] artists) {
    double[] statedErrors = new double[rows.length];
    Arrays.setAll(statedErrors, i -> squared(rows[i], targets[i], stated));
    int count = (int) Arrays.stream(artists).distinct().count();
    if (rows.length < MoodFit.FEWEST || count < FOLDS) {
      check = new MoodFit.Check(root(statedErrors), root(statedErrors), false);
      return this;
    }
    int[] folds = folds(artists, count);
    double[] learnedErrors = new double[rows.length];
    for (int fold = 0; fold < FOLDS; fold++) {
      double[] learned = learned(rows, targets, folds, fold);
      for (int i = 0; i < rows.length; i++) {
        if (folds[i] == fold) {
          learnedErrors[i] = squared(rows[i], targets[i], learned);
        }
      }
    }
    boolean better = isBetter(statedErrors, learnedErrors, artists, count);
    check = new MoodFit.Check(root(statedErrors), root(learnedErrors), better);
    weights = better ? learned(rows, targets, folds, FOLDS) : stated;
    return this;
  }

  /** Learns from all folds but one. */
  private double[] learned(double[][] rows, double[] targets, int[] folds, int without) {
    TowardsRidge ridge = new TowardsRidge(stated);
    for (int i = 0; i < rows.length; i++) {
      if (folds[i] != without) {
        ridge.add(rows[i], targets[i]);
      }
    }
    return ridge.solve();
  }

  private static double squared(double[] row, double target, double[] weights) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * weights[i];
    }
    return (target - sum) * (target - sum);
  }

  private static double root(double[] squares) {
    return Math.sqrt(Arrays.stream(squares).average().orElse(0));
  }

  /** Deals artists out in an order of chance, the same at every call. */
  private static int[] folds(int[] artists, int count) {
    double[] keys = new SplittableRandom(SEED).doubles(count).toArray();
    List<Integer> order = new ArrayList<>();
    for (int artist = 0; artist < count; artist++) {
      order.add(artist);
    }
    order.sort(Comparator.comparingDouble((Integer artist) -> keys[artist]));
    int[] ofArtist = new int[count];
    for (int place = 0; place < count; place++) {
      ofArtist[order.get(place)] = place % FOLDS;
    }
    return Arrays.stream(artists).map(artist -> ofArtist[artist]).toArray();
  }

  /** Whether the mean gain is beyond chance; artists, not works, are what was drawn. */
  private static boolean isBetter(
      double[] statedErrors, double[] learnedErrors, int[] artists, int count) {
    double[] gains = new double[count];
    for (int i = 0; i < artists.length; i++) {
      gains[artists[i]] += statedErrors[i] - learnedErrors[i];
    }
    double mean = Arrays.stream(gains).average().orElse(0);
    double variance =
        Arrays.stream(gains).map(gain -> (gain - mean) * (gain - mean)).sum() / (count - 1);
    return mean > BEYOND_CHANCE * Math.sqrt(variance / count);
  }
}
