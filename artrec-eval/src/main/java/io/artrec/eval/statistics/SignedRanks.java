package io.artrec.eval.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/** Wilcoxon's rank sum of differences of which at least one is not 0. */
final class SignedRanks {
  private static final int EXACT_LIMIT = 50;

  private final double[] ranked;
  private final double[] magnitudes;

  SignedRanks(double[] differences, ZeroDifferences zeros) {
    ranked =
        zeros == ZeroDifferences.DROP
            ? Arrays.stream(differences).filter(value -> value != 0).toArray()
            : differences;
    magnitudes =
        Arrays.stream(differences).filter(value -> value != 0).map(Math::abs).sorted().toArray();
  }

  int size() {
    return ranked.length;
  }

  /** Returns the sum of the ranks of positive differences. */
  double statistic() {
    return WilcoxonSignedRankTest.withDefaults().statistic(ranked);
  }

  boolean exact() {
    return ranked.length <= EXACT_LIMIT && zeros() == 0 && tieCorrection() == 0;
  }

  private double zeros() {
    return ranked.length - magnitudes.length;
  }

  /**
   * Returns the two-sided p. With zeros the library's variance (1.2) subtracts their ranks twice,
   * as zeros and again as ties, so that the approximation of Cureton (The Normal Approximation to
   * the Signed-Rank Sampling Distribution When Zero Differences Are Present, JASA, 1967) stands
   * here.
   */
  double p() {
    if (zeros() == 0) {
      return Math.min(1, WilcoxonSignedRankTest.withDefaults().test(ranked).getPValue());
    }
    double n = ranked.length;
    double z = zeros();
    double mean = (n * (n + 1) - z * (z + 1)) / 4;
    double variance =
        (n * (n + 1) * (2 * n + 1) - z * (z + 1) * (2 * z + 1) - tieCorrection() / 2) / 24;
    double away = Math.max(0, Math.abs(statistic() - mean) - .5) / Math.sqrt(variance);
    return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(away));
  }

  /** Returns the sum of t³ − t over groups of t equal magnitudes. */
  private double tieCorrection() {
    double correction = 0;
    int first = 0;
    for (int i = 1; i <= magnitudes.length; i++) {
      if (i == magnitudes.length || magnitudes[i] != magnitudes[first]) {
        double ties = i - first;
        correction += ties * (ties * ties - 1);
        first = i;
      }
    }
    return correction;
  }
}
