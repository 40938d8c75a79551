package io.artrec.cf.data.internal;

import io.artrec.behavior.Dataset;
import io.artrec.catalog.Catalog;
import io.artrec.cf.data.Feedback;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What differs between two matrices of visitors by works, visitor by visitor: so that what was
 * learned from one can be brought to the other. Found in O(events). Immutable and thread-safe.
 */
public final class BehaviorChange {
  private final SparseMatrix before;
  private final SparseMatrix after;
  private final List<SparseVector> gone;
  private final List<SparseVector> come;

  private BehaviorChange(
      SparseMatrix before, SparseMatrix after, List<SparseVector> gone, List<SparseVector> come) {
    this.before = before;
    this.after = after;
    this.gone = List.copyOf(gone);
    this.come = List.copyOf(come);
  }

  /**
   * Compares behaviour.
   *
   * @param feedback what behaviour counts
   * @param before what was trained on
   * @param after what it became
   * @return the change; empty when the works of {@code before} are not the first of {@code after}'s
   */
  public static Optional<BehaviorChange> between(
      Feedback feedback, TrainingContext before, TrainingContext after) {
    if (!isExtended(before.catalog(), after.catalog())) {
      return Optional.empty();
    }
    SparseMatrix old = FeedbackEntries.matrix(feedback, before);
    SparseMatrix fresh = FeedbackEntries.matrix(feedback, after);
    List<SparseVector> gone = new ArrayList<>();
    List<SparseVector> come = new ArrayList<>();
    Dataset was = before.dataset();
    Dataset is = after.dataset();
    for (int user = 0; user < is.userCount(); user++) {
      OptionalInt same = was.userIndex(is.userId(user));
      if (same.isEmpty()) {
        add(fresh, user, come);
      } else if (!equal(old, same.getAsInt(), fresh, user)) {
        add(old, same.getAsInt(), gone);
        add(fresh, user, come);
      }
    }
    for (int user = 0; user < was.userCount(); user++) {
      if (is.userIndex(was.userId(user)).isEmpty()) {
        add(old, user, gone);
      }
    }
    return Optional.of(new BehaviorChange(old, fresh, gone, come));
  }

  private static boolean isExtended(Catalog before, Catalog after) {
    if (before == after) {
      return true;
    }
    boolean extended = before.size() <= after.size();
    for (int work = 0; work < before.size() && extended; work++) {
      extended = before.get(work).id().equals(after.get(work).id());
    }
    return extended;
  }

  private static boolean equal(SparseMatrix a, int rowA, SparseMatrix b, int rowB) {
    return Arrays.equals(
            a.indices(), a.begin(rowA), a.end(rowA), b.indices(), b.begin(rowB), b.end(rowB))
        && Arrays.equals(
            a.values(), a.begin(rowA), a.end(rowA), b.values(), b.begin(rowB), b.end(rowB));
  }

  private static void add(SparseMatrix matrix, int row, List<SparseVector> to) {
    if (matrix.length(row) > 0) {
      to.add(matrix.row(row));
    }
  }

  /**
   * Returns the matrix there was.
   *
   * @return visitors x works
   */
  public SparseMatrix before() {
    return before;
  }

  /**
   * Returns the matrix there is.
   *
   * @return visitors x works, with at least as many columns
   */
  public SparseMatrix after() {
    return after;
  }

  /**
   * Returns the rows that are no more: of visitors who left, and the old ones of those who changed.
   *
   * @return rows with entries
   */
  public List<SparseVector> gone() {
    return gone;
  }

  /**
   * Returns the rows that are new: of visitors who came, and the new ones of those who changed.
   *
   * @return rows with entries
   */
  public List<SparseVector> come() {
    return come;
  }

  /**
   * Tells which works have an entry in a row that is gone or has come.
   *
   * @return by work
   */
  public boolean[] touched() {
    boolean[] touched = new boolean[after.columns()];
    mark(gone, touched);
    mark(come, touched);
    return touched;
  }

  private static void mark(List<SparseVector> rows, boolean[] works) {
    for (SparseVector row : rows) {
      for (int work : row.indices()) {
        works[work] = true;
      }
    }
  }

  /**
   * Tells which works are {@link #touched}, or share a visitor, before or after, with one that is.
   *
   * @return by work
   */
  public boolean[] near() {
    boolean[] touched = touched();
    boolean[] near = touched.clone();
    spread(before, touched, near);
    spread(after, touched, near);
    return near;
  }

  private static void spread(SparseMatrix matrix, boolean[] from, boolean[] to) {
    for (int row = 0; row < matrix.rows(); row++) {
      boolean any = false;
      for (int p = matrix.begin(row); p < matrix.end(row) && !any; p++) {
        any = from[matrix.indices()[p]];
      }
      for (int p = matrix.begin(row); p < matrix.end(row) && any; p++) {
        to[matrix.indices()[p]] = true;
      }
    }
  }
}
