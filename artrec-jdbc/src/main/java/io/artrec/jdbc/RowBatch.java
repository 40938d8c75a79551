package io.artrec.jdbc;

import io.artrec.log.Change;
import io.artrec.log.LogException;
import io.artrec.log.internal.ChangeBatch;
import java.util.ArrayList;
import java.util.List;

/** Changes of one caller on their way to the database. */
final class RowBatch extends ChangeBatch<Change, RowErasure> {
  private final List<byte[]> contents;

  private RowBatch(List<Change> changes, List<byte[]> contents, long bytes) {
    super(changes, bytes);
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

  byte[] content(int index) {
    return contents.get(index);
  }

  void fail(LogException why) {
    failed(new LogException(String.valueOf(why.getMessage()), why));
  }
}
