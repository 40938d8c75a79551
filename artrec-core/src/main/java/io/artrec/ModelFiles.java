package io.artrec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The model files a recommender was loaded from or saved to, which are written again without what
 * was erased since. Thread-safe; writing is one at a time.
 */
final class ModelFiles {
  private final Clock clock;
  private final Set<Path> files = new LinkedHashSet<>();
  private final AtomicLong erasures = new AtomicLong();
  private volatile long followed;

  ModelFiles(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(Path file) {
    files.add(file.toAbsolutePath().normalize());
  }

  synchronized void save(Path file, Supplier<ModelContent.Saving> saving) {
    ModelContent.write(file, saving.get(), clock);
    add(file);
  }

  /** Something left the state that the files may hold. */
  void outdate() {
    erasures.incrementAndGet();
  }

  boolean areOutdated() {
    return erasures.get() > followed;
  }

  /** Writes the files again when they are outdated; they stay so when something is hidden still. */
  synchronized List<Path> follow(Supplier<ModelContent.Saving> snapshot) {
    List<Path> rewritten = new ArrayList<>();
    long seen = erasures.get();
    if (seen > followed) {
      ModelContent.Saving saving = snapshot.get();
      for (Path file : files) {
        if (Files.exists(file)) {
          ModelContent.write(file, saving, clock);
          rewritten.add(file);
        }
      }
      if (saving.engine().hidden().isEmpty()) {
        followed = seen;
      }
    }
    return rewritten;
  }
}
