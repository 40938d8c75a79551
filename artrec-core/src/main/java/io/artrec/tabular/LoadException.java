package io.artrec.tabular;

import io.artrec.error.ArtrecException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a source cannot be loaded as a whole: it cannot be read, lacks a column that must be
 * there, or has more bad rows than tolerated. The message names the source and the first problems.
 */
public final class LoadException extends ArtrecException {
  private static final int NAMED = 5;

  private final List<RowProblem> problems;

  /**
   * Creates the exception.
   *
   * @param message what was being loaded, what was met, what was expected, the fix
   * @param problems the problems found so far; the message names the first five
   * @param cause what was met underneath, or null
   */
  public LoadException(String message, List<RowProblem> problems, @Nullable Throwable cause) {
    super(withProblems(message, problems), cause);
    this.problems = List.copyOf(problems);
  }

  /**
   * Returns the problems found before the load failed.
   *
   * @return the first problems, at most 100
   */
  public List<RowProblem> problems() {
    return problems;
  }

  private static String withProblems(String message, List<RowProblem> problems) {
    StringBuilder text = new StringBuilder(message);
    problems.stream().limit(NAMED).forEach(problem -> text.append("\n  ").append(problem));
    if (problems.size() > NAMED) {
      text.append("\n  and more");
    }
    return text.toString();
  }
}
