package io.artrec.eval.classification;

import io.artrec.classification.LabeledArtworks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Counts of right and wrong by group, to be added up for groups that were drawn. */
final class ByGroup {
  private final int classes;

  /** For each group its confusion matrix, [actual × predicted]. */
  private final int[][] counts;

  /** For each group how often the most frequent label is right. */
  private final int[] majority;

  private ByGroup(int classes, int[][] counts, int[] majority) {
    this.classes = classes;
    this.counts = counts;
    this.majority = majority;
  }

  static ByGroup of(LabeledArtworks works, List<String> predicted, List<String> majority) {
    TreeSet<String> all = new TreeSet<>(works.labels());
    all.addAll(predicted);
    List<String> names = List.copyOf(all);
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    IntStream.range(0, works.size())
        .forEach(i -> numbers.putIfAbsent(works.group(i), numbers.size()));
    int[][] counts = new int[numbers.size()][names.size() * names.size()];
    int[] right = new int[numbers.size()];
    for (int i = 0; i < works.size(); i++) {
      int group = numbers.getOrDefault(works.group(i), 0);
      int actual = names.indexOf(works.label(i));
      counts[group][actual * names.size() + names.indexOf(predicted.get(i))]++;
      right[group] += majority.get(i).equals(works.label(i)) ? 1 : 0;
    }
    return new ByGroup(names.size(), counts, right);
  }

  int size() {
    return counts.length;
  }

  private int[] sum(int[] groups) {
    int[] sum = new int[classes * classes];
    for (int group : groups) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += counts[group][i];
      }
    }
    return sum;
  }

  double accuracy(int[] groups) {
    int[] sum = sum(groups);
    double right = 0;
    for (int c = 0; c < classes; c++) {
      right += sum[c * classes + c];
    }
    return right / IntStream.of(sum).sum();
  }

  double gain(int[] groups) {
    double right = 0;
    double all = 0;
    for (int group : groups) {
      right += majority[group];
      all += IntStream.of(counts[group]).sum();
    }
    return accuracy(groups) - right / all;
  }

  double balancedAccuracy(int[] groups) {
    int[] sum = sum(groups);
    double recalls = 0;
    int there = 0;
    for (int c = 0; c < classes; c++) {
      int actual = actual(sum, c);
      recalls += actual > 0 ? (double) sum[c * classes + c] / actual : 0;
      there += actual > 0 ? 1 : 0;
    }
    return recalls / there;
  }

  double macroF1(int[] groups) {
    int[] sum = sum(groups);
    double all = 0;
    int there = 0;
    for (int c = 0; c < classes; c++) {
      int both = actual(sum, c) + predicted(sum, c);
      all += both > 0 ? 2.0 * sum[c * classes + c] / both : 0;
      there += both > 0 ? 1 : 0;
    }
    return all / there;
  }

  private int actual(int[] sum, int label) {
    return IntStream.range(0, classes).map(other -> sum[label * classes + other]).sum();
  }

  private int predicted(int[] sum, int label) {
    return IntStream.range(0, classes).map(other -> sum[other * classes + label]).sum();
  }
}
