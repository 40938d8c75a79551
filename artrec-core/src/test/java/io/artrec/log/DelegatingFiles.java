package io.artrec.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files of another kind, unless a subclass comes between. */
class DelegatingFiles implements LogFiles {
  private final LogFiles files;

  DelegatingFiles(LogFiles files) {
    this.files = files;
  }

  @Override
  public LogFile read(Path file) throws IOException {
    return files.read(file);
  }

  @Override
  public LogFile write(Path file) throws IOException {
    return files.write(file);
  }

  @Override
  public List<String> list(Path folder) throws IOException {
    return files.list(folder);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    files.rename(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    files.delete(file);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    files.syncFolder(folder);
  }
}
