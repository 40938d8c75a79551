package io.artrec;

import io.artrec.encryption.Encryption;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The model files a recommender was loaded from or saved to, which are written again without what
 * was erased since. Thread-safe; writing is one at a time.
 */
final class ModelFiles {
  private final Encryption encryption;
  private final Clock clock;
  private final Receipts receipts;

  /** What a file was called, and the number in the log in use up to which it holds changes. */
  private record Saved(Path name, long logNumber) {}

  /** By where they really are, whatever links lead elsewhere since. */
  private final Map<Path, Saved> files = new LinkedHashMap<>();

  /** Where an interrupted writer may have left something beside, also where no file is. */
  private final Set<Path> written = new LinkedHashSet<>();

  private final AtomicLong erasures = new AtomicLong();
  private volatile long followed;

  ModelFiles(Encryption encryption, Clock clock, Receipts receipts) {
    this.encryption = encryption;
    this.clock = clock;
    this.receipts = receipts;
  }

  synchronized void add(Path file, long logNumber) {
    Path absolute = file.toAbsolutePath();
    Path real = real(absolute);
    files.put(real, new Saved(absolute, logNumber));
    written.add(real);
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file;
    }
  }

  synchronized void save(Path file, Supplier<ModelContent.Saving> snapshot) {
    written.add(file.toAbsolutePath());
    ModelContent.Saving saving = snapshot.get();
    ModelContent.write(file, saving, encryption, clock);
    add(file, saving.logNumber());
  }

  /** Removes what interrupted writers left beside the files; it may hold anybody. */
  synchronized void removeLeftovers() {
    written.forEach(ModelFile::removeLeftovers);
  }

  /** Does something with the number up to which every file that exists holds changes of the log. */
  synchronized OptionalLong withHeld(LongConsumer action) {
    OptionalLong held =
        files.entrySet().stream()
            .filter(file -> Files.exists(file.getKey()))
            .mapToLong(file -> file.getValue().logNumber())
            .min();
    held.ifPresent(action);
    return held;
  }

  /** Something left the state that the files may hold. */
  void outdate() {
    erasures.incrementAndGet();
  }

  /** How many times something left the state that the files may hold. */
  long erasures() {
    return erasures.get();
  }

  boolean areOutdated() {
    return erasures.get() > followed;
  }

  /** The files that are there, by what they were called. */
  synchronized List<Path> existing() {
    return files.entrySet().stream()
        .filter(file -> Files.exists(file.getKey()))
        .map(file -> file.getValue().name())
        .toList();
  }

  /**
   * Writes the files again when they are outdated; they stay so when something is withheld still.
   * One that cannot be written does not stop the others.
   *
   * @throws ModelFileException when one cannot be written
   */
  synchronized void follow(Supplier<ModelContent.Saving> snapshot) {
    if (areOutdated()) {
      rewrite(snapshot);
    }
  }

  /**
   * Writes the files again; they are outdated still when something is withheld.
   *
   * @throws ModelFileException when one cannot be written; the others are
   */
  synchronized List<Path> rewrite(Supplier<ModelContent.Saving> snapshot) {
    long seen = erasures.get();
    List<Path> rewritten = new ArrayList<>();
    List<ModelFileException> failures = new ArrayList<>();
    ModelContent.Saving saving = snapshot.get();
    for (Map.Entry<Path, Saved> file : files.entrySet()) {
      if (Files.exists(file.getKey())) {
        try {
          ModelContent.write(file.getKey(), saving, encryption, clock);
          file.setValue(new Saved(file.getValue().name(), saving.logNumber()));
          rewritten.add(file.getValue().name());
        } catch (ModelFileException e) {
          receipts.failed(file.getValue().name(), e);
          failures.add(e);
        }
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    if (saving.engine().withheld().isEmpty()) {
      followed = seen;
      receipts.followed(seen, rewritten);
    }
    return rewritten;
  }
}
