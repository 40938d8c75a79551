package io.artrec.text.subject;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How alike what works show is, by the tree and by how rare subjects are in a collection (Lin, An
 * information-theoretic definition of similarity, ICML 1998).
 *
 * <p>A subject that {@code n} of {@code N} works show, itself or a kind of it, has the information
 * {@code IC = -ln((n + 1) / (N + 1))}; adding one to both is a work that shows everything, so that
 * subjects of no work have a finite one. Two subjects are alike by {@code 2 IC(c) / (IC(a) +
 * IC(b))}, {@code c} being what both are that tells most. Two sets are alike by the mean, over the
 * subjects of both, of the best match in the other set (best-match average; Pesquita et al.,
 * Metrics for GO based protein semantic similarity: a systematic evaluation, BMC Bioinformatics 9,
 * 2008), whatever the subjects weigh.
 *
 * <p>Immutable and thread-safe. A comparison of sets of {@code m} and {@code k} subjects costs O(m
 * k depth).
 */
public final class SubjectLikeness {
  /**
   * What two works have in common may be said of subjects that lie this deep or deeper: "both show
   * a vessel", but neither "both show a thing" nor "a vehicle".
   */
  public static final int TOLD_FROM_DEPTH = 2;

  /**
   * What a record shows may be said of subjects found with this weight or more: those of its list
   * of subjects, and of its title where the words agree, not only their stems; not of what a
   * description mentions.
   */
  public static final double TOLD_FROM_WEIGHT = SubjectFinder.TITLE;

  private final SubjectFinder finder;
  private final SubjectTree tree;
  private final SubjectFrequencies frequencies;

  SubjectLikeness(SubjectFinder finder, SubjectFrequencies frequencies) {
    this.finder = finder;
    this.tree = finder.tree();
    this.frequencies = frequencies;
  }

  /**
   * Learns how rare subjects are.
   *
   * @param finder finds them
   * @param catalog the collection
   * @return the likeness in that collection
   */
  public static SubjectLikeness of(SubjectFinder finder, Catalog catalog) {
    Objects.requireNonNull(finder, "finder");
    return new SubjectLikeness(finder, SubjectFrequencies.of(finder, catalog));
  }

  /**
   * {@return how much it tells that a work shows a subject, 0 or more, in nats}
   *
   * @param subject a subject of the tree
   */
  public double information(Subject subject) {
    return frequencies.information(subject);
  }

  /**
   * Compares two subjects.
   *
   * @param a a subject of the tree
   * @param b another
   * @return 0, nothing in common, to 1, the same
   */
  public double between(Subject a, Subject b) {
    if (a == b) {
      return 1;
    }
    double both = common(a, b).mapToDouble(this::information).max().orElse(0);
    double sum = information(a) + information(b);
    return sum == 0 ? 0 : Math.min(1, 2 * both / sum);
  }

  /**
   * Compares two sets of subjects.
   *
   * @param a subjects of the tree
   * @param b others
   * @return 0 to 1, the same either way round; empty when either set is
   */
  public OptionalDouble between(Set<Subject> a, Set<Subject> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return OptionalDouble.empty();
    }
    // Ascending, so that the sum does not depend on the order of a set.
    List<Double> best = new ArrayList<>();
    a.forEach(subject -> best.add(best(subject, b)));
    b.forEach(subject -> best.add(best(subject, a)));
    return best.stream().sorted().mapToDouble(each -> each).average();
  }

  /**
   * Compares what two works show.
   *
   * @param a a record
   * @param b another
   * @return 0 to 1; empty when either names no subject
   */
  public OptionalDouble between(Artwork a, Artwork b) {
    return between(shown(a), shown(b));
  }

  /**
   * Returns what may be said that both works show: the most special subjects from {@link
   * #TOLD_FROM_DEPTH} on that each of them shows with {@link #TOLD_FROM_WEIGHT}, itself or a kind
   * of it. Neither likeness nor other works change what is common, only its order.
   *
   * @param a a record
   * @param b another
   * @return subjects, those that tell most first, ties in the order of the tree; none of them a
   *     kind of another
   */
  public List<Subject> shared(Artwork a, Artwork b) {
    return shared(finder.find(a), finder.find(b));
  }

  /** The same of what was found. */
  List<Subject> shared(List<FoundSubject> a, List<FoundSubject> b) {
    Set<Subject> both = closure(a);
    both.retainAll(closure(b));
    return both.stream()
        .filter(subject -> both.stream().noneMatch(other -> isKind(other, subject)))
        .filter(subject -> tree.depth(subject) >= TOLD_FROM_DEPTH)
        .sorted(Comparator.comparingDouble((Subject subject) -> -information(subject)))
        .toList();
  }

  private boolean isKind(Subject kind, Subject of) {
    return kind != of && tree.isA(kind, of);
  }

  private double best(Subject subject, Set<Subject> others) {
    return others.stream().mapToDouble(other -> between(subject, other)).max().orElse(0);
  }

  private Stream<Subject> common(Subject a, Subject b) {
    return Stream.concat(Stream.of(a), tree.ancestors(a).stream())
        .filter(subject -> tree.isA(b, subject));
  }

  private Set<Subject> shown(Artwork artwork) {
    Set<Subject> shown = new TreeSet<>(Comparator.comparingInt(Subject::index));
    finder.find(artwork).forEach(found -> shown.add(found.subject()));
    return shown;
  }

  private Set<Subject> closure(List<FoundSubject> found) {
    Set<Subject> closure = new TreeSet<>(Comparator.comparingInt(Subject::index));
    for (FoundSubject each : found) {
      if (each.weight() >= TOLD_FROM_WEIGHT) {
        closure.add(each.subject());
        closure.addAll(tree.ancestors(each.subject()));
      }
    }
    return closure;
  }
}
