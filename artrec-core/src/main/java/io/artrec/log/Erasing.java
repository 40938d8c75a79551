package io.artrec.log;

import io.artrec.log.internal.Pseudonyms;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An erasure of a log in files. */
final class Erasing implements Erasure {
  private final FileLog log;
  private final long number;
  private final Change.Mark mark;
  private final AtomicLong removed = new AtomicLong();
  private volatile @Nullable String user;

  Erasing(FileLog log, long number, Change.Mark mark) {
    this.log = log;
    this.number = number;
    this.mark = mark;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public Erasure about(String of) {
    user = of;
    return this;
  }

  @Override
  public long finish() {
    try {
      log.finishErasures();
    } finally {
      user = null;
    }
    return removed.get();
  }

  void removed(long more) {
    removed.addAndGet(more);
  }

  /** The index of the first of the marks that erases a change; -1 when none does. */
  static int indexOfMark(List<Erasing> marks, SegmentReader record, Pseudonyms pseudonyms) {
    if (record.kind() == LogRecord.MARK) {
      return -1;
    }
    for (int i = 0; i < marks.size(); i++) {
      Erasing erasing = marks.get(i);
      if (record.number() < erasing.number && erasing.erases(record, pseudonyms)) {
        return i;
      }
    }
    return -1;
  }

  private boolean erases(SegmentReader record, Pseudonyms pseudonyms) {
    String about = user;
    if (about != null && record.kind() == LogRecord.EVENT) {
      return about.equals(record.user());
    }
    if (mark instanceof Change.Forgotten forgotten && record.kind() == LogRecord.EVENT) {
      return forgotten.pseudonym().equals(pseudonyms.apply(record.user()));
    }
    return mark.erases(record.change(), pseudonyms);
  }
}
