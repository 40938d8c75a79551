package io.artrec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The model files a recommender was loaded from or saved to, which are written again without what
 * was erased since. Thread-safe; writing is one at a time.
 */
final class ModelFiles {
  private final Clock clock;

  /** With each, the number in the log in use up to which it holds changes. */
  private final Map<Path, Long> files = new LinkedHashMap<>();

  private final AtomicLong erasures = new AtomicLong();
  private volatile long followed;

  ModelFiles(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(Path file, long logNumber) {
    files.put(file.toAbsolutePath().normalize(), logNumber);
  }

  synchronized void save(Path file, Supplier<ModelContent.Saving> snapshot) {
    ModelContent.Saving saving = snapshot.get();
    ModelContent.write(file, saving, clock);
    add(file, saving.logNumber());
  }

  /** Does something with the number up to which every file that exists holds changes of the log. */
  synchronized OptionalLong withHeld(LongConsumer action) {
    OptionalLong held =
        files.entrySet().stream()
            .filter(file -> Files.exists(file.getKey()))
            .mapToLong(Map.Entry::getValue)
            .min();
    held.ifPresent(action);
    return held;
  }

  /** Something left the state that the files may hold. */
  void outdate() {
    erasures.incrementAndGet();
  }

  boolean areOutdated() {
    return erasures.get() > followed;
  }

  /**
   * Writes the files again when they are outdated; they stay so when something is withheld still.
   */
  synchronized List<Path> follow(Supplier<ModelContent.Saving> snapshot) {
    List<Path> rewritten = new ArrayList<>();
    long seen = erasures.get();
    if (seen > followed) {
      ModelContent.Saving saving = snapshot.get();
      for (Path file : List.copyOf(files.keySet())) {
        if (Files.exists(file)) {
          ModelContent.write(file, saving, clock);
          files.put(file, saving.logNumber());
          rewritten.add(file);
        }
      }
      if (saving.engine().withheld().isEmpty()) {
        followed = seen;
      }
    }
    return rewritten;
  }
}
