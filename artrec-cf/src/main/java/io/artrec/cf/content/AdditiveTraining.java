package io.artrec.cf.content;

import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Learns {@link AdditiveEffects}: variances first, then all effects. */
final class AdditiveTraining {
  private static final String STAGE = "training " + AdditiveRatings.NAME;
  private static final double TOLERANCE = 1e-8;
  private static final int STEPS = 1000;

  /** Entries of rated works from which variances are estimated; more would not change them. */
  private static final double SAMPLE = 4e6;

  private static final double NO_VARIANCE = 1e-12;

  private final TrainingContext context;
  private final WorkRows rows;
  private final SparseMatrix ratings;
  private final double mean;
  private final double deviation;

  /**
   * Standardises ratings.
   *
   * @param raw visitors x works, as given
   * @param rows of all works
   */
  AdditiveTraining(TrainingContext context, SparseMatrix raw, WorkRows rows) {
    this.context = context;
    this.rows = rows;
    double sum = 0;
    for (float value : raw.values()) {
      sum += value;
    }
    mean = raw.size() == 0 ? 0 : sum / raw.size();
    double squares = 0;
    for (float value : raw.values()) {
      squares += (value - mean) * (value - mean);
    }
    double variance = squares / Math.max(1, raw.size());
    deviation = variance > NO_VARIANCE * mean * mean ? Math.sqrt(variance) : 0;
    float[] standard = new float[raw.size()];
    for (int p = 0; p < standard.length; p++) {
      standard[p] = deviation == 0 ? 0 : (float) ((raw.values()[p] - mean) / deviation);
    }
    ratings = raw.withValues(standard);
  }

  static int[] counts(SparseMatrix ratings) {
    int[] counts = new int[ratings.columns()];
    for (int work : ratings.indices()) {
      counts[work]++;
    }
    return counts;
  }

  /** Estimates variances in so many rounds at most. */
  Variances variances(int rounds) {
    Variances first = Variances.first(rows.familyCount());
    if (deviation == 0 || rounds == 0) {
      return first;
    }
    MixedModel sample = model(sample());
    return new VarianceEstimate(sample, context.seed()).run(first, rounds, context.workers());
  }

  private SparseMatrix sample() {
    double[] entries = new double[ratings.rows()];
    double all = 0;
    for (int visitor = 0; visitor < entries.length; visitor++) {
      for (int p = ratings.begin(visitor); p < ratings.end(visitor); p++) {
        int work = ratings.indices()[p];
        entries[visitor] += 1 + rows.starts()[work + 1] - rows.starts()[work];
      }
      all += entries[visitor];
    }
    if (all <= SAMPLE) {
      return ratings;
    }
    boolean[] kept = new boolean[ratings.size()];
    double taken = 0;
    for (int visitor : drawn(entries.length)) {
      if (taken > 0 && taken + entries[visitor] > SAMPLE) {
        break;
      }
      Arrays.fill(kept, ratings.begin(visitor), ratings.end(visitor), true);
      taken += entries[visitor];
    }
    return ratings.part(kept, true);
  }

  /** All visitors in the order of a draw (Fisher and Yates). */
  private int[] drawn(int visitors) {
    int[] order = new int[visitors];
    Arrays.setAll(order, i -> i);
    SplittableRandom random = new SplittableRandom(context.seed());
    for (int i = visitors - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  private MixedModel model(SparseMatrix some) {
    MixedModel model = new MixedModel(context, STAGE, some, rows);
    MemoryNeed.check(
        AdditiveRatings.NAME,
        8.0 * 10 * model.size() + 40.0 * some.size() + 8.0 * context.threads() * rows.width(),
        "choose fewer facets or dimensions");
    return model;
  }

  /** Solves for all effects. */
  AdditiveEffects effects(Variances variances) {
    int works = ratings.columns();
    double[] ofWorks = new double[works];
    double[] shared = new double[rows.width()];
    double center = 0;
    if (deviation > 0) {
      MixedModel model = model(ratings);
      double[] target = new double[ratings.size()];
      for (int p = 0; p < target.length; p++) {
        target[p] = ratings.values()[p];
      }
      double[] right = new double[model.size()];
      model.gather(target, right);
      double[] solution = new double[right.length];
      model.system(variances, model.squares()).solve(right, solution, TOLERANCE, STEPS);
      center = solution[0];
      System.arraycopy(solution, model.works(), ofWorks, 0, works);
      System.arraycopy(solution, model.shared(), shared, 0, shared.length);
    }
    return new AdditiveEffects(
        mean + deviation * center, deviation, counts(ratings), ofWorks, shared, variances);
  }
}
