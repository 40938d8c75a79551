package io.artrec.text.topic;

import io.artrec.task.Progress;
import io.artrec.task.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Clusters of unit vectors by cosine: Dhillon, Modha, Concept decompositions for large sparse text
 * data using clustering, Machine Learning 2001; started by greedy k-means++ (Arthur, Vassilvitskii,
 * SODA 2007) with the distance {@code 1 − cosine}; the best of several starts. Clusters that lose
 * all members take the vector that fits its own worst. Same result at any number of threads.
 */
final class SphericalKMeans {
  private static final String STAGE = "clustering texts";

  private final float[][] vectors;
  private final int clusters;
  private final int dimensions;
  private final Workers work;

  private final int[] member;
  private final double[] cosine;
  private double[][] centers = new double[0][];

  private SphericalKMeans(float[][] vectors, int clusters, Workers work) {
    this.vectors = vectors;
    this.clusters = clusters;
    this.dimensions = vectors[0].length;
    this.work = work;
    member = new int[vectors.length];
    cosine = new double[vectors.length];
  }

  /**
   * Clusters.
   *
   * @param centers unit vectors
   * @param member the cluster of each vector
   * @param fit the sum of all cosines between vectors and their centres
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Clusters(double[][] centers, int[] member, double fit) {}

  /** Finds clusters of unit vectors, at least as many as clusters. */
  static Clusters find(
      float[][] vectors, int clusters, int starts, int rounds, long seed, Workers work) {
    SplittableRandom random = new SplittableRandom(seed);
    Clusters best = null;
    for (int start = 0; start < starts; start++) {
      SphericalKMeans one = new SphericalKMeans(vectors, clusters, work);
      Clusters found = one.run(rounds, new SplittableRandom(random.nextLong()));
      work.progress().update(STAGE, start + 1L, starts);
      if (best == null || found.fit() > best.fit()) {
        best = found;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("starts is " + starts + ", expected 1 or more");
    }
    return best;
  }

  private Clusters run(int rounds, SplittableRandom random) {
    seed(random);
    int[] before = new int[0];
    for (int round = 0; round < rounds && !Arrays.equals(before, member); round++) {
      work.cancellation().check(STAGE);
      before = member.clone();
      assign();
      recenter();
    }
    assign();
    return new Clusters(centers, member, Arrays.stream(cosine).sum());
  }

  /** Greedy k-means++: of a few candidates the one that leaves the least distance. */
  private void seed(SplittableRandom random) {
    centers = new double[clusters][];
    double[] distance = new double[vectors.length];
    Arrays.fill(distance, 1);
    int candidates = 2 + (int) StrictMath.log(clusters);
    for (int k = 0; k < clusters; k++) {
      double least = Double.POSITIVE_INFINITY;
      double[] remaining = distance;
      for (int c = 0; c < candidates; c++) {
        double[] center = asDoubles(vectors[drawn(distance, random)]);
        double[] left = nearer(distance, center);
        double sum = Arrays.stream(left).sum();
        if (sum < least) {
          least = sum;
          remaining = left;
          centers[k] = center;
        }
      }
      distance = remaining;
    }
  }

  private static int drawn(double[] distance, SplittableRandom random) {
    double sum = 0;
    for (double one : distance) {
      sum += one;
    }
    double left = (random.nextLong() >>> 11) * 0x1p-53 * sum;
    int chosen = 0;
    while (chosen < distance.length - 1 && (left -= distance[chosen]) >= 0) {
      chosen++;
    }
    return chosen;
  }

  private static double[] asDoubles(float[] vector) {
    double[] values = new double[vector.length];
    Arrays.setAll(values, d -> vector[d]);
    return values;
  }

  private double[] nearer(double[] distance, double[] center) {
    double[] left = new double[distance.length];
    inParallel(
        (from, to) -> {
          for (int i = from; i < to; i++) {
            left[i] = Math.min(distance[i], Math.max(0, 1 - dot(vectors[i], center)));
          }
        });
    return left;
  }

  private void assign() {
    inParallel(
        (from, to) -> {
          for (int i = from; i < to; i++) {
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < clusters; k++) {
              double c = dot(vectors[i], centers[k]);
              if (c > most) {
                most = c;
                best = k;
              }
            }
            member[i] = best;
            cosine[i] = most;
          }
        });
  }

  private void recenter() {
    double[][] sums = new double[clusters][dimensions];
    int[] sizes = new int[clusters];
    for (int i = 0; i < vectors.length; i++) {
      sizes[member[i]]++;
      add(vectors[i], sums[member[i]]);
    }
    for (int k = 0; k < clusters; k++) {
      if (sizes[k] == 0) {
        int worst = worst(sizes);
        sizes[member[worst]]--;
        member[worst] = k;
        sizes[k] = 1;
        cosine[worst] = 1;
        Arrays.fill(sums[k], 0);
        add(vectors[worst], sums[k]);
      }
    }
    for (int k = 0; k < clusters; k++) {
      double length = Math.sqrt(dot(sums[k], sums[k]));
      if (length > 0) {
        for (int d = 0; d < dimensions; d++) {
          sums[k][d] /= length;
        }
        centers[k] = sums[k];
      }
    }
  }

  /** The vector farthest from its centre, of those whose cluster has others. */
  private int worst(int[] sizes) {
    int worst = -1;
    for (int i = 0; i < vectors.length; i++) {
      if (sizes[member[i]] > 1 && (worst < 0 || cosine[i] < cosine[worst])) {
        worst = i;
      }
    }
    return worst;
  }

  private void inParallel(Workers.Range body) {
    work.progress(Progress.silent()).run(STAGE, vectors.length, body);
  }

  private static void add(float[] vector, double[] sums) {
    for (int d = 0; d < sums.length; d++) {
      sums[d] += vector[d];
    }
  }

  static double dot(float[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int d = 0;
    for (; d + 4 <= b.length; d += 4) {
      s0 += a[d] * b[d];
      s1 += a[d + 1] * b[d + 1];
      s2 += a[d + 2] * b[d + 2];
      s3 += a[d + 3] * b[d + 3];
    }
    for (; d < b.length; d++) {
      s0 += a[d] * b[d];
    }
    return s0 + s1 + (s2 + s3);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < b.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
