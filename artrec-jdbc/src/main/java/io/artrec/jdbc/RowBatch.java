package io.artrec.jdbc;

import io.artrec.log.Change;
import io.artrec.log.LogException;
import io.artrec.log.internal.AppendQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of one caller on their way to the database. */
final class RowBatch extends AppendQueue.Batch {
  private final List<Change> changes;
  private final List<byte[]> contents;
  private long last;
  private @Nullable LogException failure;
  private @Nullable RowErasure erasure;

  private RowBatch(List<Change> changes, List<byte[]> contents, long bytes) {
    super(bytes);
    this.changes = changes;
    this.contents = contents;
  }

  /**
   * Encodes changes.
   *
   * @throws LogException when a mark is too long
   */
  static RowBatch of(List<Change> changes) {
    List<byte[]> contents = new ArrayList<>(changes.size());
    long bytes = 0;
    for (Change change : changes) {
      byte[] content = change.toBytes();
      if (change instanceof Change.Mark && content.length > RowInsert.PIECE) {
        throw new LogException(
            "a mark has " + content.length + " bytes, expected at most " + RowInsert.PIECE, null);
      }
      contents.add(content);
      bytes += content.length;
    }
    return new RowBatch(changes, contents, bytes);
  }

  List<Change> changes() {
    return changes;
  }

  byte[] content(int index) {
    return contents.get(index);
  }

  /** Notes the number of its last change. */
  void written(long number) {
    last = number;
  }

  /** Returns that number. */
  long result() {
    requireDone();
    return last;
  }

  /**
   * Checks that it is written.
   *
   * @throws LogException when it is not
   */
  void requireDone() {
    if (failure != null) {
      throw failure;
    }
  }

  /** Notes the erasure that its last mark began. */
  void began(RowErasure begun) {
    erasure = begun;
  }

  /** Returns the erasure that its last mark began. */
  RowErasure erasure() {
    return Objects.requireNonNull(erasure);
  }

  void fail(LogException why) {
    failure = new LogException(String.valueOf(why.getMessage()), why);
  }
}
