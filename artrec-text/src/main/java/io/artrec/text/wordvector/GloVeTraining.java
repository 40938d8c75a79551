package io.artrec.text.wordvector;

import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.util.Arrays;
import java.util.SplittableRandom;

/** One training, cell after cell, in an order drawn anew for every epoch. */
final class GloVeTraining {
  private static final String STAGE = "training word vectors";
  private static final int BETWEEN_REPORTS = 1 << 12;

  private final WordPairs pairs;
  private final GloVeSettings settings;
  private final SplittableRandom random;
  private final GloVeWeights weights;
  private final float[] shares;
  private final float[] logarithms;
  private final double[] losses;

  GloVeTraining(WordPairs pairs, int words, GloVeSettings settings) {
    this.pairs = pairs;
    this.settings = settings;
    int width = settings.learning().dimensions();
    random = new SplittableRandom(settings.learning().seed());
    weights =
        new GloVeWeights(
            width,
            GloVeWeights.Side.drawn(words, width, random),
            GloVeWeights.Side.drawn(words, width, random));
    shares = new float[pairs.size()];
    logarithms = new float[pairs.size()];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = (float) settings.weight(pairs.counts()[k]);
      logarithms[k] = (float) StrictMath.log(pairs.counts()[k]);
    }
    losses = new double[settings.learning().epochs()];
  }

  GloVeWeights run(Progress progress, Cancellation cancellation) {
    int[] order = new int[pairs.size()];
    Arrays.setAll(order, k -> k);
    float rate = (float) settings.learning().learningRate();
    long all = (long) order.length * losses.length;
    for (int epoch = 0; epoch < losses.length; epoch++) {
      shuffle(order);
      double sum = 0;
      for (int i = 0; i < order.length; i++) {
        if (i % BETWEEN_REPORTS == 0) {
          cancellation.check(STAGE);
          progress.update(STAGE, (long) epoch * order.length + i, all);
        }
        int k = order[i];
        sum += weights.step(pairs.words()[k], pairs.contexts()[k], shares[k], logarithms[k], rate);
      }
      losses[epoch] = sum / order.length;
    }
    progress.update(STAGE, all, all);
    return weights;
  }

  /** The mean loss of a cell in each epoch, measured before its step. */
  double[] losses() {
    return losses.clone();
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
