package io.artrec.elicitation;

import io.artrec.behavior.Dataset;
import io.artrec.catalog.Catalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The works that a meeting shows: known ones, far from each other. Of the {@value #KNOWN} works
 * that most visitors had to do with, filled up by works evenly spread over the catalogue, the best
 * known and then again and again the one farthest from those taken (Gonzalez, Clustering to
 * minimize the maximum intercluster distance, Theoretical Computer Science 38, 1985). One work of a
 * series. Immutable.
 */
final class Pool {
  /** How many works are looked at. */
  static final int KNOWN = 2048;

  private final int[] works;
  private final double[][] at;

  private Pool(int[] works, double[][] at) {
    this.works = works;
    this.at = at;
  }

  /**
   * Chooses works.
   *
   * @param visitors how many had to do with each work
   * @param eligible those that may be shown
   * @param most how many at most
   */
  static Pool of(TasteSpace space, Catalog catalog, int[] visitors, BitSet eligible, int most) {
    BitSet works = space.works();
    works.and(eligible);
    int[] known = known(works, catalog, visitors);
    double[][] at = Arrays.stream(known).mapToObj(space::at).toArray(double[][]::new);
    double[] distances = new double[known.length];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    List<Integer> taken = new ArrayList<>();
    int next = 0;
    while (taken.size() < Math.min(most, known.length) && distances[next] > 0) {
      taken.add(next);
      int farthest = 0;
      for (int i = 0; i < known.length; i++) {
        distances[i] = Math.min(distances[i], distance(at[i], at[next]));
        farthest = distances[i] > distances[farthest] ? i : farthest;
      }
      next = farthest;
    }
    int[] places =
        taken.stream()
            .sorted(Comparator.comparingInt(place -> known[place]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new Pool(
        Arrays.stream(places).map(place -> known[place]).toArray(),
        Arrays.stream(places).mapToObj(place -> at[place]).toArray(double[][]::new));
  }

  /** Works to look at, the best known first. */
  private static int[] known(BitSet works, Catalog catalog, int[] visitors) {
    Set<String> series = new HashSet<>();
    BitSet single = new BitSet(catalog.size());
    works.stream()
        .filter(work -> catalog.get(work).series().map(series::add).orElse(true))
        .forEach(single::set);
    int[] visited =
        single.stream()
            .filter(work -> visitors[work] > 0)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer work) -> -visitors[work])
                    .thenComparingInt(work -> work))
            .limit(KNOWN)
            .mapToInt(Integer::intValue)
            .toArray();
    Arrays.stream(visited).forEach(single::clear);
    int[] others = TasteSpace.spread(single, KNOWN - visited.length);
    int[] known = Arrays.copyOf(visited, visited.length + others.length);
    System.arraycopy(others, 0, known, visited.length, others.length);
    return known;
  }

  /** How many visitors had to do with each work. */
  static int[] visitors(Dataset dataset) {
    int[] visitors = new int[dataset.catalog().size()];
    for (int user = 0; user < dataset.userCount(); user++) {
      Set<Integer> works = new HashSet<>();
      for (int position = dataset.begin(user); position < dataset.end(user); position++) {
        if (works.add(dataset.artwork(position))) {
          visitors[dataset.artwork(position)]++;
        }
      }
    }
    return visitors;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (a[d] - b[d]) * (a[d] - b[d]);
    }
    return sum;
  }

  int size() {
    return works.length;
  }

  int work(int place) {
    return works[place];
  }

  double[] at(int place) {
    return at[place];
  }
}
