package io.artrec.cf.rating;

import io.artrec.cf.Behavior;
import io.artrec.cf.rating.RatingSimilarity.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Rating methods by dense loops over visitors x works, NaN where there is no rating. */
final class PlainRatings {
  private PlainRatings() {}

  static double[][] random(int users, int works, double density, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] ratings = new double[users][works];
    for (double[] row : ratings) {
      for (int work = 0; work < works; work++) {
        row[work] = random.nextDouble() < density ? 1 + random.nextInt(9) / 2.0 : Double.NaN;
      }
    }
    return ratings;
  }

  static Behavior world(double[][] ratings) {
    Behavior world = Behavior.of(ratings[0].length);
    for (int user = 0; user < ratings.length; user++) {
      for (int work = 0; work < ratings[user].length; work++) {
        if (!Double.isNaN(ratings[user][work])) {
          world.rates(user, work, ratings[user][work]);
        }
      }
    }
    return world;
  }

  static double[][] turned(double[][] matrix) {
    double[][] turned = new double[matrix[0].length][matrix.length];
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < turned.length; column++) {
        turned[column][row] = matrix[row][column];
      }
    }
    return turned;
  }

  private static double mean(double[][] ratings) {
    double sum = 0;
    int count = 0;
    for (double[] row : ratings) {
      for (double rating : row) {
        if (!Double.isNaN(rating)) {
          sum += rating;
          count++;
        }
      }
    }
    return sum / count;
  }

  private static double mean(double[] row, double otherwise) {
    double[][] one = {row};
    double mean = mean(one);
    return Double.isNaN(mean) ? otherwise : mean;
  }

  /** Works' biases, damped by 5. */
  static double[] biases(double[][] ratings) {
    double[][] byWork = turned(ratings);
    double[] biases = new double[byWork.length];
    for (int work = 0; work < biases.length; work++) {
      biases[work] = damped(byWork[work], mean(ratings), new double[ratings.length]);
    }
    return biases;
  }

  private static double damped(double[] row, double mean, double[] others) {
    double sum = 0;
    int count = 0;
    for (int k = 0; k < row.length; k++) {
      if (!Double.isNaN(row[k])) {
        sum += row[k] - mean - others[k];
        count++;
      }
    }
    return sum / (count + 5);
  }

  /** The centre of every visitor and work, rated or not. */
  static double[][] centers(double[][] ratings, Centering centering) {
    double mean = mean(ratings);
    double[] biases = biases(ratings);
    double[][] byWork = turned(ratings);
    double[][] centers = new double[ratings.length][byWork.length];
    for (int user = 0; user < ratings.length; user++) {
      for (int work = 0; work < byWork.length; work++) {
        centers[user][work] =
            switch (centering) {
              case NONE -> 0;
              case USER_MEAN -> mean(ratings[user], mean);
              case ARTWORK_MEAN -> mean(byWork[work], mean);
              case BASELINE -> mean + biases[work] + damped(ratings[user], mean, biases);
            };
      }
    }
    return centers;
  }

  static double similarity(RatingSimilarity s, double[] a, double[] b) {
    double product = 0;
    double aa = 0;
    double bb = 0;
    double fullA = 0;
    double fullB = 0;
    double sumA = 0;
    double sumB = 0;
    double difference = 0;
    int n = 0;
    for (int k = 0; k < a.length; k++) {
      fullA += Double.isNaN(a[k]) ? 0 : a[k] * a[k];
      fullB += Double.isNaN(b[k]) ? 0 : b[k] * b[k];
      if (!Double.isNaN(a[k]) && !Double.isNaN(b[k])) {
        n++;
        sumA += a[k];
        sumB += b[k];
        product += a[k] * b[k];
        aa += a[k] * a[k];
        bb += b[k] * b[k];
        difference += Math.pow(a[k] - b[k], 2);
      }
    }
    if (n < s.minimumOverlap()) {
      return 0;
    }
    double value =
        switch (s.measure()) {
          case COSINE, ADJUSTED_COSINE -> product / (Math.sqrt(fullA * fullB) + s.shrinkage());
          case PEARSON_BASELINE -> product / Math.sqrt(aa * bb);
          case PEARSON -> {
            double varianceA = n * aa - sumA * sumA;
            double varianceB = n * bb - sumB * sumB;
            boolean varies = varianceA > 1e-9 && varianceB > 1e-9;
            yield varies ? (n * product - sumA * sumB) / Math.sqrt(varianceA * varianceB) : 0;
          }
          case MSD -> n == 0 ? 0 : 1 / (1 + difference / n);
        };
    if (s.measure().compareTo(Measure.PEARSON) >= 0 && s.shrinkage() > 0) {
      value *= (n - 1) / (n - 1 + s.shrinkage());
    }
    value *= s.significance() > 0 ? Math.min(1, n / (double) s.significance()) : 1;
    return value >= s.minimum() && value > 0 ? value : 0;
  }

  /**
   * The prediction for a cell from the rows most alike; NaN without neighbours and centring.
   *
   * @param compared what rows are compared by
   */
  static double knn(
      double[][] ratings,
      double[][] centers,
      double[][] compared,
      RatingSimilarity similarity,
      int neighbors,
      double damping,
      int row,
      int column) {
    record Alike(int row, double value) {}
    List<Alike> alike = new ArrayList<>();
    for (int other = 0; other < ratings.length; other++) {
      double value = similarity(similarity, compared[row], compared[other]);
      if (other != row && !Double.isNaN(ratings[other][column]) && value > 0) {
        alike.add(new Alike(other, value));
      }
    }
    alike.sort(Comparator.comparingDouble(Alike::value).reversed().thenComparing(Alike::row));
    double sum = 0;
    double weights = damping;
    for (Alike one : alike.subList(0, Math.min(neighbors, alike.size()))) {
      sum += one.value() * (ratings[one.row()][column] - centers[one.row()][column]);
      weights += one.value();
    }
    return centers[row][column] + (alike.isEmpty() ? 0 : sum / weights);
  }

  static double[][] minus(double[][] a, double[][] b) {
    double[][] difference = new double[a.length][a[0].length];
    for (int row = 0; row < a.length; row++) {
      for (int column = 0; column < a[row].length; column++) {
        difference[row][column] = a[row][column] - b[row][column];
      }
    }
    return difference;
  }
}
