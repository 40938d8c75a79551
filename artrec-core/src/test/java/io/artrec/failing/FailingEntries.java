package io.artrec.failing;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;

/** A folder's entries, of which any may be unreadable. */
final class FailingEntries implements DirectoryStream<Path> {
  private final DirectoryStream<Path> entries;
  private final FailingFiles files;
  private final Failing failing;

  FailingEntries(DirectoryStream<Path> entries, FailingFiles files, Failing failing) {
    this.entries = entries;
    this.files = files;
    this.failing = failing;
  }

  @Override
  public Iterator<Path> iterator() {
    Iterator<Path> paths = entries.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        try {
          failing.operation("next entry");
        } catch (IOException e) {
          throw new DirectoryIteratorException(e);
        }
        return paths.hasNext();
      }

      @Override
      public Path next() {
        return files.wrap(paths.next());
      }
    };
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}
