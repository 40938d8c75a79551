package io.artrec.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Works dealt into folds so that no group is divided and every label is spread as evenly as groups
 * allow. Groups are dealt from the largest down, those of one size in an order that the seed
 * decides; each goes where the labels it brings are rarest so far, {@code Σ (share of the label's
 * works in the fold) · (share of the label's works in the group)} being least, then to the fold
 * with fewest works, then to the first. Immutable and thread-safe. O(works + groups · folds ·
 * labels).
 */
public final class GroupFolds {
  private final int[] fold;
  private final int folds;
  private final List<String> notes;

  private GroupFolds(LabeledArtworks works, int folds, long seed) {
    this.folds = folds;
    List<int[]> groups = byGroup(works);
    shuffle(groups, new SplittableRandom(seed));
    groups.sort(Comparator.comparingInt((int[] group) -> group.length).reversed());
    fold = new int[works.size()];
    double[] ofLabel = new double[works.labels().size()];
    IntStream.range(0, works.size()).forEach(example -> ofLabel[works.target(example)]++);
    double[][] shares = new double[folds][ofLabel.length];
    int[] sizes = new int[folds];
    for (int[] group : groups) {
      double[] brings = new double[ofLabel.length];
      for (int example : group) {
        brings[works.target(example)] += 1 / ofLabel[works.target(example)];
      }
      int best = best(shares, sizes, brings);
      sizes[best] += group.length;
      Arrays.setAll(shares[best], label -> shares[best][label] + brings[label]);
      for (int example : group) {
        fold[example] = best;
      }
    }
    notes = notes(works, folds);
  }

  /**
   * Deals works.
   *
   * @param works the works and their groups
   * @param folds 2 or more, at most as many as there are groups
   * @param seed decides the order of groups of one size
   * @return the folds
   * @throws IllegalArgumentException when there are fewer groups than folds
   */
  public static GroupFolds of(LabeledArtworks works, int folds, long seed) {
    int groups = groups(works);
    if (folds < 2 || folds > groups) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "cannot deal %d works of %d groups into %d folds; expected 2 folds or more, and not"
                  + " more than groups",
              works.size(),
              groups,
              folds));
    }
    return new GroupFolds(works, folds, seed);
  }

  static int groups(LabeledArtworks works) {
    return (int) IntStream.range(0, works.size()).map(works::group).distinct().count();
  }

  private static List<int[]> byGroup(LabeledArtworks works) {
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int example = 0; example < works.size(); example++) {
      groups.computeIfAbsent(works.group(example), g -> new ArrayList<>()).add(example);
    }
    List<int[]> all = new ArrayList<>();
    groups.values().forEach(g -> all.add(g.stream().mapToInt(Integer::intValue).toArray()));
    return all;
  }

  private static void shuffle(List<int[]> groups, SplittableRandom random) {
    for (int i = groups.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int[] other = groups.get(j);
      groups.set(j, groups.get(i));
      groups.set(i, other);
    }
  }

  private static int best(double[][] shares, int[] sizes, double[] brings) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int f = 0; f < shares.length; f++) {
      double crowd = 0;
      for (int label = 0; label < brings.length; label++) {
        crowd += shares[f][label] * brings[label];
      }
      if (crowd < least || (crowd == least && sizes[f] < sizes[best])) {
        best = f;
        least = crowd;
      }
    }
    return best;
  }

  private static List<String> notes(LabeledArtworks works, int folds) {
    List<String> notes = new ArrayList<>();
    for (String label : works.labels()) {
      int groups = works.groupCount(label);
      if (groups == 1) {
        notes.add(
            "label '"
                + label
                + "' has works of one group alone: it is never learned where it is tested");
      } else if (groups < folds) {
        notes.add(
            String.format(
                Locale.ROOT,
                "label '%s' has works of %d groups, fewer than %d folds: some folds test none of"
                    + " it",
                label,
                groups,
                folds));
      }
    }
    return List.copyOf(notes);
  }

  /** {@return the number of folds, 2 or more; with few groups some may be empty} */
  public int size() {
    return folds;
  }

  /**
   * Returns the works of a fold.
   *
   * @param number 0 to {@code size() - 1}
   * @return examples, ascending
   */
  public int[] within(int number) {
    return IntStream.range(0, fold.length).filter(i -> fold[i] == number).toArray();
  }

  /**
   * Returns the works of all other folds.
   *
   * @param number 0 to {@code size() - 1}
   * @return examples, ascending
   */
  public int[] without(int number) {
    return IntStream.range(0, fold.length).filter(i -> fold[i] != number).toArray();
  }

  /**
   * Returns which labels have too few groups to be in every fold.
   *
   * @return sentences; none when all have enough
   */
  public List<String> notes() {
    return notes;
  }
}
