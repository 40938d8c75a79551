package io.artrec.log;

import io.artrec.encryption.Encryption;
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
    return open(folder, Encryption.none());
  }

  /**
   * Opens a log, as {@link FileLog#open(Path, Encryption)}.
   *
   * @param folder the log's folder
   * @param encryption whether and how it is encrypted
   * @return the open log
   */
  public static FileLog open(Path folder, Encryption encryption) {
    return FileLog.open(new LogStorage(new DiskFiles(), encryption), folder, BYTES);
  }

  /** A disk of which one operation fails. */
  public static final class FailingDisk {
    private static final long BYTES = 300;

    private final FaultyFiles files;

    /**
     * Creates a disk.
     *
     * @param operation which operation fails, from 1
     * @param half whether a failing write writes half
     */
    public FailingDisk(int operation, boolean half) {
      files =
          new FaultyFiles(
              operation, half ? FaultyFiles.Effect.HALF : FaultyFiles.Effect.ALL, false);
    }

    /**
     * Opens a log on it, of segments for a few events.
     *
     * @param folder the log's folder
     * @param encryption whether and how it is encrypted
     * @return the open log
     * @throws LogException when that is what fails
     */
    public FileLog open(Path folder, Encryption encryption) {
      return FileLog.open(new LogStorage(files, encryption), folder, BYTES);
    }

    /**
     * Says whether the operation came.
     *
     * @return true when it failed
     */
    public boolean hasFailed() {
      return files.hasFailed();
    }
  }
}
