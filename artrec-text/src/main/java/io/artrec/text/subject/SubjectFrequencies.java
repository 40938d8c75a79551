package io.artrec.text.subject;

import io.artrec.catalog.Catalog;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** How many works of a collection show each subject or a kind of it. */
final class SubjectFrequencies {
  private final SubjectTree tree;
  private final int works;
  private final int[] counts;

  SubjectFrequencies(SubjectTree tree, int works, int[] counts) {
    this.tree = tree;
    this.works = works;
    this.counts = counts.clone();
  }

  static SubjectFrequencies of(SubjectFinder finder, Catalog catalog) {
    int[] counts = new int[finder.tree().size()];
    for (int work = 0; work < catalog.size(); work++) {
      Set<Subject> shown = new HashSet<>();
      for (FoundSubject found : finder.find(catalog.get(work))) {
        shown.add(found.subject());
        shown.addAll(finder.tree().ancestors(found.subject()));
      }
      shown.forEach(subject -> counts[subject.index()]++);
    }
    return new SubjectFrequencies(finder.tree(), catalog.size(), counts);
  }

  /** The information of a subject, {@code -ln((n + 1) / (N + 1))}: 0 where all works show it. */
  double information(Subject subject) {
    return Math.log(works + 1.0) - Math.log(counts[subject.index()] + 1.0);
  }

  /** What a subject tells that none of its parents does. */
  double gain(Subject subject) {
    double known = tree.parents(subject).stream().mapToDouble(this::information).max().orElse(0);
    return Math.max(0, information(subject) - known);
  }

  /** The subjects that any work shows, by index. */
  int[] shown() {
    return IntStream.range(0, counts.length).filter(index -> counts[index] > 0).toArray();
  }

  int works() {
    return works;
  }

  int[] counts() {
    return counts.clone();
  }

  String fingerprint() {
    return SubjectTree.hash(tree.fingerprint() + works + Arrays.toString(counts));
  }
}
