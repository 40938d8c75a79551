package io.artrec.cf.content;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.Arrays;

/**
 * What is learned by {@link AdditiveRatings}: the effects that all visitors share, in standardised
 * ratings, and the variances.
 *
 * @param mean what is predicted without any effect, as ratings are given
 * @param deviation of ratings as given; 0 when they are all equal or there are none
 * @param counts how often each work was rated
 * @param works the effect of each work
 * @param shared the effect of each column
 * @param variances of the families
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the arrays
record AdditiveEffects(
    double mean,
    double deviation,
    int[] counts,
    double[] works,
    double[] shared,
    Variances variances) {
  private static final double MOST = 1e30;

  /** Whether there was a rating to learn from. */
  boolean isLearned() {
    return Arrays.stream(counts).anyMatch(count -> count > 0);
  }

  /** These effects for a longer catalogue, whose further works were not rated. */
  AdditiveEffects over(int more) {
    return new AdditiveEffects(
        mean,
        deviation,
        Arrays.copyOf(counts, more),
        Arrays.copyOf(works, more),
        shared,
        variances);
  }

  void save(StateWriter out) {
    out.putDouble("mean", mean);
    out.putDouble("deviation", deviation);
    out.putInts("counts", counts);
    out.putDoubles("works", works);
    out.putDoubles("shared", shared);
    variances.save(out);
  }

  static AdditiveEffects read(StateReader in, int works, int width, int families) {
    double mean = in.getFinite("mean");
    double deviation = in.getFinite("deviation");
    if (Math.abs(mean) > MOST || deviation < 0 || deviation > MOST) {
      throw new ModelFileException(
          "the model's ratings have mean " + mean + " and standard deviation " + deviation);
    }
    return new AdditiveEffects(
        mean,
        deviation,
        in.getInts("counts", works),
        bounded("works", in.getDoubles("works", works)),
        bounded("shared", in.getDoubles("shared", width)),
        Variances.read(in, families));
  }

  private static double[] bounded(String name, double[] effects) {
    for (double effect : effects) {
      if (!(Math.abs(effect) <= MOST)) {
        throw new ModelFileException(
            "the model's effects '"
                + name
                + "' hold "
                + effect
                + ", expected "
                + MOST
                + " at most");
      }
    }
    return effects;
  }
}
