package io.artrec.cf.content;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.Arrays;

/**
 * How much effects of each family vary, as shares of the variance of the ratings. What holds an
 * effect to 0 is the residual variance over its family's.
 *
 * @param residual what no effect explains
 * @param visitor of visitors' means
 * @param work of works' means
 * @param shared of the effects of each family of columns on all visitors
 * @param own of the effects of each family of columns on each visitor
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the arrays
record Variances(double residual, double visitor, double work, double[] shared, double[] own) {
  /** Below this a family is taken to have no effects. */
  static final double LEAST = 1e-9;

  private static final double MOST = 1e30;

  private static final double FIRST_SHARE = 0.3;

  /** Where estimation begins: effects explain three tenths, each family as much. */
  static Variances first(int families) {
    double each = FIRST_SHARE / (2 + 2 * families);
    double[] all = new double[families];
    Arrays.fill(all, each);
    return new Variances(1 - FIRST_SHARE, each, each, all, all.clone());
  }

  /** Variances in the order of {@link #all}. */
  static Variances of(double residual, double[] all) {
    int families = (all.length - 2) / 2;
    return new Variances(
        residual,
        all[0],
        all[1],
        Arrays.copyOfRange(all, 2, 2 + families),
        Arrays.copyOfRange(all, 2 + families, all.length));
  }

  /** The variances of all families: visitors, works, columns for all, columns of visitors. */
  double[] all() {
    double[] all = new double[2 + 2 * shared.length];
    all[0] = visitor;
    all[1] = work;
    System.arraycopy(shared, 0, all, 2, shared.length);
    System.arraycopy(own, 0, all, 2 + shared.length, own.length);
    return all;
  }

  /** The largest ratio between a variance here and there, of those that matter. */
  double change(Variances other) {
    double largest = change(residual, other.residual);
    double[] here = all();
    double[] there = other.all();
    for (int f = 0; f < here.length; f++) {
      largest = Math.max(largest, change(here[f], there[f]));
    }
    return largest;
  }

  private static double change(double a, double b) {
    double least = 1e-4;
    double high = Math.max(least, Math.max(a, b));
    double low = Math.max(least, Math.min(a, b));
    return high / low;
  }

  void save(StateWriter out) {
    out.putDoubles("variances", new double[] {residual, visitor, work});
    out.putDoubles("sharedVariances", shared);
    out.putDoubles("ownVariances", own);
  }

  static Variances read(StateReader in, int families) {
    double[] three = in.getDoubles("variances", 3);
    double[] shared = in.getDoubles("sharedVariances", families);
    double[] own = in.getDoubles("ownVariances", families);
    for (double[] some : new double[][] {three, shared, own}) {
      for (double value : some) {
        if (!(value >= LEAST && value <= MOST)) {
          throw new ModelFileException(
              "the model holds a variance of " + value + ", expected " + LEAST + " to " + MOST);
        }
      }
    }
    return new Variances(three[0], three[1], three[2], shared, own);
  }
}
