package io.artrec.testkit;

import io.artrec.log.ChangeLog;
import io.artrec.log.FileLog;
import io.artrec.log.MemoryLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The logs of core, and one over a database's store, written as a user would. */
class ChangeLogsContractTest {
  private static boolean holds(Path folder, String text) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(
          file -> {
            try {
              return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Nested
  class InFiles extends ChangeLogContract {
    @TempDir Path folder;

    @Override
    protected ChangeLog open() {
      return FileLog.open(folder.resolve("log"));
    }

    @Override
    protected boolean storesText(String text) {
      return holds(folder.resolve("log"), text);
    }
  }

  @Nested
  class InMemory extends ChangeLogContract {
    @Override
    protected ChangeLog open() {
      return new MemoryLog();
    }

    @Override
    protected boolean isDurable() {
      return false;
    }
  }

  @Nested
  class OverMvStore extends ChangeLogContract {
    @TempDir Path folder;

    @Override
    protected ChangeLog open() {
      return MvStoreLog.open(folder.resolve("store.mv"));
    }

    @Override
    protected boolean storesText(String text) {
      return holds(folder, text);
    }
  }
}
