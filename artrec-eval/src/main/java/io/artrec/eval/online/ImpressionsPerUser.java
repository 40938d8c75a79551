package io.artrec.eval.online;

import java.util.Arrays;
import java.util.Locale;

/**
 * Impressions of a variant brought to one number by visitor, which is what an {@link AbTest}
 * compares: visitors were assigned to variants, so visitors are the independent units. Cost one
 * pass.
 */
public final class ImpressionsPerUser {
  private ImpressionsPerUser() {}

  /**
   * Adds up the worth of each visitor's impressions.
   *
   * @param log the impressions
   * @param variant the variant whose impressions count
   * @param value the worth of an impression
   * @return a sum for each visitor who was shown something by the variant, in order of first
   *     appearance in the log
   * @throws IllegalArgumentException when the log has no such variant
   */
  public static double[] sums(ImpressionLog log, String variant, ImpressionValue value) {
    return byVisitor(log, variant, value, false);
  }

  /**
   * Averages the worth of each visitor's impressions; with {@link ImpressionValue#CLICK} the
   * visitor's own click-through rate.
   *
   * @param log the impressions
   * @param variant the variant whose impressions count
   * @param value the worth of an impression
   * @return a mean for each visitor who was shown something by the variant, in order of first
   *     appearance in the log
   * @throws IllegalArgumentException when the log has no such variant
   */
  public static double[] means(ImpressionLog log, String variant, ImpressionValue value) {
    return byVisitor(log, variant, value, true);
  }

  /**
   * Counts visitors who were shown works by more than one variant. In an experiment that assigns
   * visitors there should be none; they belong to no side.
   *
   * @param log the impressions
   * @return the count
   */
  public static int inSeveralVariants(ImpressionLog log) {
    int[] variantOf = new int[log.userCount()];
    int several = 0;
    for (int row = 0; row < log.size(); row++) {
      int visitor = log.visitor(row);
      int variant = log.variant(row) + 1;
      if (variantOf[visitor] == 0) {
        variantOf[visitor] = variant;
      } else if (variantOf[visitor] > 0 && variantOf[visitor] != variant) {
        variantOf[visitor] = -1;
        several++;
      }
    }
    return several;
  }

  private static double[] byVisitor(
      ImpressionLog log, String variant, ImpressionValue value, boolean mean) {
    int wanted = log.variantNumber(variant);
    double[] sums = new double[log.userCount()];
    int[] counts = new int[log.userCount()];
    for (int row = 0; row < log.size(); row++) {
      if (log.variant(row) == wanted) {
        double worth = value.of(log, row);
        if (!Double.isFinite(worth)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT, "the worth of impression %d is %s, expected finite", row, worth));
        }
        sums[log.visitor(row)] += worth;
        counts[log.visitor(row)]++;
      }
    }
    int kept = 0;
    double[] values = new double[sums.length];
    for (int visitor = 0; visitor < sums.length; visitor++) {
      if (counts[visitor] > 0) {
        values[kept++] = mean ? sums[visitor] / counts[visitor] : sums[visitor];
      }
    }
    return Arrays.copyOf(values, kept);
  }
}
