package io.artrec.text.subject;

import io.artrec.tabular.RowProblem;
import java.util.List;
import java.util.Objects;

/**
 * A tree that was read from files of others, and what in them could not be used.
 *
 * @param tree the tree
 * @param problems what was left out and why, the first {@value ConceptGraph#MOST_PROBLEMS}
 */
public record ReadSubjects(SubjectTree tree, List<RowProblem> problems) {
  /** Validates the parts. */
  public ReadSubjects {
    Objects.requireNonNull(tree, "tree");
    problems = List.copyOf(problems);
  }
}
