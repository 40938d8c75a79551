package io.artrec.strategy;

import io.artrec.similarity.Similarity;
import io.artrec.strategy.ContentBasedScorer.Known;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Works of a history that stand for others which are like them: medoids, chosen one after the other
 * so that each adds most to {@code Σ |w_j| · max sim(x_j, medoid)} (the building phase of
 * partitioning around medoids; Kaufman and Rousseeuw, Finding Groups in Data, 1990). A medoid is a
 * work, not a mean, so that any similarity compares it. Likes stand for likes, dislikes for
 * dislikes.
 *
 * <p>O(works² · dimensions) to compare, O(medoids · works²) to choose.
 */
final class TypicalArtworks {
  private final List<Known> works;
  private final double[][] alike;

  /** By place: the place of the work that stands for this one. */
  private final int[] typical;

  private TypicalArtworks(List<Known> works, double[][] alike) {
    this.works = works;
    this.alike = alike;
    typical = new int[works.size()];
  }

  /**
   * Finds who stands for whom.
   *
   * @param matrix the feature, which all the works have
   * @param similarity what they are compared by
   * @param works the history
   * @param most how many works may stand for others, 2 or more
   * @return for each work the place of the one that stands for it, its own where it stands for
   *     itself; everybody's own when there are no more than may
   */
  static List<Integer> of(
      FeatureMatrix matrix, Similarity similarity, List<Known> works, int most) {
    int size = works.size();
    TypicalArtworks found = new TypicalArtworks(works, new double[size][size]);
    if (size <= most) {
      Arrays.setAll(found.typical, place -> place);
      return Arrays.stream(found.typical).boxed().toList();
    }
    FeatureMatrix rows = matrix.gather(works.stream().mapToInt(Known::artwork).toArray());
    float[] row = new float[rows.dimensions()];
    for (int place = 0; place < size; place++) {
      rows.copyRow(place, row);
      similarity.scan(row, rows, found.alike[place]);
    }
    List<Integer> liked = found.places(true);
    List<Integer> disliked = found.places(false);
    int forLikes = (int) Math.round((double) most * liked.size() / size);
    int shared = Math.max(liked.isEmpty() ? 0 : 1, Math.min(forLikes, most - 1));
    found.choose(liked, disliked.isEmpty() ? most : shared);
    found.choose(disliked, liked.isEmpty() ? most : most - shared);
    return Arrays.stream(found.typical).boxed().toList();
  }

  private List<Integer> places(boolean liked) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < typical.length; place++) {
      if (works.get(place).weight() > 0 == liked) {
        places.add(place);
      }
    }
    return places;
  }

  private void choose(List<Integer> places, int most) {
    double[] nearest = new double[typical.length];
    for (int round = 0; round < Math.min(most, places.size()); round++) {
      int added = best(places, nearest, round == 0);
      for (int place : places) {
        if (round == 0 || place == added || alike[added][place] > nearest[place]) {
          nearest[place] = place == added ? Double.POSITIVE_INFINITY : alike[added][place];
          typical[place] = added;
        }
      }
    }
  }

  /** The work that adds most; the first of several. */
  private int best(List<Integer> places, double[] nearest, boolean first) {
    int best = -1;
    double most = 0;
    for (int candidate : places) {
      if (!first && typical[candidate] == candidate) {
        continue;
      }
      double gain = 0;
      for (int place : places) {
        double more = first ? alike[candidate][place] : alike[candidate][place] - nearest[place];
        gain += Math.abs(works.get(place).weight()) * (first ? more : Math.max(0, more));
      }
      if (best < 0 || gain > most) {
        best = candidate;
        most = gain;
      }
    }
    return best;
  }
}
