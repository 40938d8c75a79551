package io.artrec.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that a log is opened in. */
final class LogPlace {
  private static final Logger LOG = LoggerFactory.getLogger(LogPlace.class);

  private LogPlace() {}

  /** Makes the folder when it is not there; returns its real path. */
  static Path folder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return folder.toRealPath();
    }
    if (Files.exists(folder)) {
      throw new IOException("it is a file, expected a folder; give the log a folder of its own");
    }
    Path absolute = folder.toAbsolutePath();
    Path parent = absolute.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IOException("its parent folder does not exist; create it first");
    }
    Files.createDirectory(absolute);
    new DiskFiles().syncFolder(parent);
    return absolute.toRealPath();
  }

  /** What a failure says: our own words alone, others' with their kind. */
  static String why(IOException e) {
    boolean own = e.getClass() == IOException.class && e.getMessage() != null;
    return own ? String.valueOf(e.getMessage()) : e.toString();
  }

  static void closeQuietly(@Nullable AutoCloseable resource) {
    if (resource != null) {
      try {
        resource.close();
      } catch (Exception e) {
        LOG.debug("closing after a failure", e);
      }
    }
  }
}
