package io.artrec.text.subject;

import io.artrec.filter.Filter;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rejects works whose records name a subject that may distress, by the marks of the tree. What a
 * record does not name is not seen. Immutable and thread-safe; decided once for each record.
 */
public final class DistressFilter implements Filter {
  private final SubjectFinder finder;
  private final Set<Distress> marks;

  private DistressFilter(SubjectFinder finder, Set<Distress> marks) {
    this.finder = finder;
    this.marks = marks;
  }

  /**
   * {@return a filter by the standard tree, for instance {@code without subjects of war, death}}
   *
   * @param marks what no subject of an accepted work has, one or more
   */
  public static DistressFilter without(Collection<Distress> marks) {
    if (marks.isEmpty()) {
      throw new IllegalArgumentException(
          "a filter on distress without a mark accepts everything; expected one or more");
    }
    return new DistressFilter(SubjectFinder.standard(), EnumSet.copyOf(marks));
  }

  /**
   * {@return this filter finding subjects otherwise, in a larger tree for instance}
   *
   * @param other finds the subjects
   */
  public DistressFilter finding(SubjectFinder other) {
    return new DistressFilter(Objects.requireNonNull(other, "finder"), marks);
  }

  @Override
  public boolean accepts(Subject subject) {
    return finder.find(subject.artwork()).stream()
        .noneMatch(found -> found.subject().marks().stream().anyMatch(marks::contains));
  }

  @Override
  public String description() {
    return "without subjects of "
        + marks.stream().map(Distress::word).collect(Collectors.joining(", "));
  }

  @Override
  public boolean isByRecord() {
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DistressFilter that
        && marks.equals(that.marks)
        && finder.tree().fingerprint().equals(that.finder.tree().fingerprint());
  }

  @Override
  public int hashCode() {
    return Objects.hash(marks, finder.tree().fingerprint());
  }

  @Override
  public String toString() {
    return description();
  }
}
