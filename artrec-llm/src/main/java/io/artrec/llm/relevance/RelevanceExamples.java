package io.artrec.llm.relevance;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Preferences;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What relevance is learned from: each liked work after the first with what was liked before it,
 * beside works drawn evenly among those the visitor had nothing to do with, and works they are
 * against.
 */
final class RelevanceExamples {
  private static final String STAGE = "training relevance of texts";
  private static final int TRIES = 50;

  private final TrainingContext context;
  private final TasteVectors vectors;
  private final int negatives;
  private final SplittableRandom random;
  private final List<float[]> crossed = new ArrayList<>();
  private int[] labels = new int[16];

  private RelevanceExamples(TrainingContext context, TasteVectors vectors, int negatives) {
    this.context = context;
    this.vectors = vectors;
    this.negatives = negatives;
    random = new SplittableRandom(context.seed());
  }

  /**
   * Draws examples.
   *
   * @param most about how many at most; of more each has the same chance
   */
  static RelevanceExamples of(
      TrainingContext context, TasteVectors vectors, int negatives, int most) {
    RelevanceExamples examples = new RelevanceExamples(context, vectors, negatives);
    Dataset dataset = context.dataset();
    double share = Math.min(1, (double) most / ((1.0 + negatives) * Math.max(1, dataset.size())));
    for (int user = 0; user < dataset.userCount(); user++) {
      context.cancellation().check(STAGE);
      examples.add(user, share);
    }
    return examples;
  }

  private void add(int user, double share) {
    Dataset dataset = context.dataset();
    Preferences preferences =
        context.preferenceModel().apply(dataset.history(user), context.nowMillis());
    BitSet own = new BitSet();
    for (int i = 0; i < preferences.size(); i++) {
      own.set(preferences.artwork(i));
    }
    BitSet known = new BitSet();
    TasteVectors.Taste taste = vectors.new Taste();
    float[] before = new float[vectors.dimensions()];
    float[] work = new float[vectors.dimensions()];
    for (int event = dataset.begin(user); event < dataset.end(user); event++) {
      int artwork = dataset.artwork(event);
      double weight = weight(preferences, artwork);
      if (known.get(artwork) || weight == 0) {
        continue;
      }
      known.set(artwork);
      boolean isTaken = random.nextDouble() < share;
      if (isTaken && vectors.unit(artwork, work) && taste.unitInto(before)) {
        put(TasteVectors.crossed(before, work), weight > 0 ? 1 : 0);
        if (weight > 0) {
          addOthers(own, before, work);
        }
      }
      if (weight > 0) {
        taste.add(artwork);
      }
    }
  }

  private static double weight(Preferences preferences, int artwork) {
    int low = 0;
    int high = preferences.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (preferences.artwork(middle) == artwork) {
        return preferences.weight(middle);
      } else if (preferences.artwork(middle) < artwork) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return 0;
  }

  private void addOthers(BitSet own, float[] before, float[] work) {
    int drawn = 0;
    for (int tries = 0; drawn < negatives && tries < TRIES * negatives; tries++) {
      int other = random.nextInt(vectors.size());
      if (!own.get(other) && vectors.unit(other, work)) {
        put(TasteVectors.crossed(before, work), 0);
        drawn++;
      }
    }
  }

  private void put(float[] example, int label) {
    if (crossed.size() == labels.length) {
      labels = Arrays.copyOf(labels, 2 * labels.length);
    }
    labels[crossed.size()] = label;
    crossed.add(example);
  }

  List<float[]> crossed() {
    return crossed;
  }

  int[] labels() {
    return Arrays.copyOf(labels, crossed.size());
  }

  /** Whether there is something of both kinds to learn from. */
  boolean tell() {
    int liked = Arrays.stream(labels()).sum();
    return liked > 0 && liked < crossed.size();
  }
}
