package io.artrec.benchmarks;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Workers;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Seeded behaviour with the skew and the latent structure of real one: works of Zipf-Mandelbrot
 * popularity, visitors of log-normal activity with a mix of a few topics each, works with one main
 * topic; the chance of a pair is the mix's inner product with the topics' works. Every event is a
 * favourite whose value is 1 plus a Poisson number of mean 0.8.
 */
final class ImplicitData {
  /** The size of a data set: {@code S} or {@code M}. */
  enum Size {
    S(6_000, 4_000, 800_000, 24),
    M(140_000, 27_000, 16_000_000, 48);

    final int users;
    final int artworks;
    final int events;
    final int topics;

    Size(int users, int artworks, int events, int topics) {
      this.users = users;
      this.artworks = artworks;
      this.events = events;
      this.topics = topics;
    }
  }

  private final Size size;
  private final SplittableRandom random = new SplittableRandom(20240607);

  private ImplicitData(Size size) {
    this.size = size;
  }

  /** Nothing to train on. */
  static TrainingContext empty() {
    return TrainingContext.of(
        Dataset.of(SyntheticData.catalog(0), Interactions.none()), FeatureStore.empty(0));
  }

  /** What to train on. */
  static TrainingContext context(Size size, int threads) {
    ImplicitData data = new ImplicitData(size);
    Dataset dataset = Dataset.of(SyntheticData.catalog(size.artworks), data.interactions());
    return TrainingContext.of(dataset, FeatureStore.empty(size.artworks))
        .workers(Workers.of(threads));
  }

  private Interactions interactions() {
    double[][] artworksOf = topics();
    double[] activity = new double[size.users];
    double[][] mixes = new double[size.users][];
    for (int u = 0; u < size.users; u++) {
      activity[u] = Math.max(0.08, Math.exp(1.05 * random.nextGaussian()));
      mixes[u] = mix();
    }
    cumulate(activity);
    String[] userIds = new String[size.users];
    String[] artworkIds = new String[size.artworks];
    Arrays.setAll(userIds, u -> "u" + u);
    Arrays.setAll(artworkIds, w -> "w" + w);
    LongOpenHashSet pairs = new LongOpenHashSet(size.events);
    Interactions.Builder builder = Interactions.builder();
    while (pairs.size() < size.events) {
      int user = draw(activity);
      int artwork = draw(artworksOf[draw(mixes[user])]);
      if (pairs.add((long) user << 32 | artwork)) {
        builder.add(
            userIds[user],
            artworkIds[artwork],
            InteractionKind.FAVORITE,
            1 + poisson(),
            1000L * pairs.size());
      }
    }
    return builder.build();
  }

  /** For each topic the cumulated chances of the works. */
  private double[][] topics() {
    int[] ranks = new int[size.artworks];
    int[] topicOf = new int[size.artworks];
    for (int i = 0; i < ranks.length; i++) {
      int other = random.nextInt(i + 1);
      ranks[i] = ranks[other];
      ranks[other] = i;
      topicOf[i] = random.nextInt(size.topics);
    }
    double[][] chances = new double[size.topics][size.artworks];
    for (int t = 0; t < size.topics; t++) {
      double[] affinity = new double[size.topics];
      Arrays.fill(affinity, 0.01);
      affinity[t] = 1;
      for (int related = 0; related < 3; related++) {
        affinity[random.nextInt(size.topics)] += 0.15;
      }
      for (int i = 0; i < size.artworks; i++) {
        chances[t][i] = affinity[topicOf[i]] / Math.pow(ranks[i] + 12.0, 0.95);
      }
      cumulate(chances[t]);
    }
    return chances;
  }

  /** Cumulated shares of a few topics: a Dirichlet distribution of parameter 0.12. */
  private double[] mix() {
    double[] shares = new double[size.topics];
    for (int t = 0; t < shares.length; t++) {
      shares[t] = gamma(1.12) * Math.pow(random.nextDouble(), 1 / 0.12);
    }
    cumulate(shares);
    return shares;
  }

  /** Marsaglia and Tsang's method. */
  private double gamma(double shape) {
    double d = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  private int poisson() {
    double limit = Math.exp(-0.8);
    int count = 0;
    for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  private static void cumulate(double[] values) {
    for (int i = 1; i < values.length; i++) {
      values[i] += values[i - 1];
    }
  }

  private int draw(double[] cumulated) {
    double at = random.nextDouble() * cumulated[cumulated.length - 1];
    int found = Arrays.binarySearch(cumulated, at);
    return Math.min(cumulated.length - 1, found < 0 ? -found - 1 : found + 1);
  }
}
