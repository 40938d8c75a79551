package io.artrec.log;

import java.nio.file.Path;

/** Logs whose segments are so small that a test has many. */
public final class SmallSegments {
  private static final long BYTES = 2_000;

  private SmallSegments() {}

  /**
   * Opens a log, as {@link FileLog#open(Path)}.
   *
   * @param folder the log's folder
   * @return the open log
   */
  public static FileLog open(Path folder) {
    return FileLog.open(new DiskFiles(), folder, BYTES);
  }
}
