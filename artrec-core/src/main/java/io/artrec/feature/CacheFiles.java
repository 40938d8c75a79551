package io.artrec.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the files of the cache: beside, then renamed, so that no reader sees half a file. */
final class CacheFiles {
  private static final Logger LOG = LoggerFactory.getLogger(CacheFiles.class);

  interface Content {
    void write(Path beside) throws IOException;
  }

  private CacheFiles() {}

  static void makeFolder(Path folder) {
    if (Files.isRegularFile(folder)) {
      throw new ExtractionException("feature cache " + folder + " is a file, expected a folder");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ExtractionException("feature cache folder " + folder + " cannot be made: " + e, e);
    }
  }

  /** Replaces a file; returns false, and logs why, when it cannot be written. */
  static boolean replace(Path file, Content content) {
    // an interrupted thread cannot write to a channel, and what was computed is worth keeping
    boolean interrupted = Thread.interrupted();
    try {
      Path beside = Files.createTempFile(file.getParent(), file.getFileName() + "-", ".part");
      try {
        content.write(beside);
        Files.move(
            beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
      return true;
    } catch (IOException e) {
      LOG.warn(
          "feature cache {} was not written; the next run computes again: {}", file, e.toString());
      return false;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
