package io.artrec.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A disk of which one operation fails, and maybe all that come after it. Syncs are left out. */
final class FaultyFiles implements LogFiles {
  /** What an operation does to the disk before it fails. */
  enum Effect {
    NOTHING,
    HALF,
    ALL
  }

  private final LogFiles files = new DiskFiles();
  private final int failing;
  private final Effect effect;
  private final boolean dies;
  private int count;

  FaultyFiles(int failing, Effect effect, boolean dies) {
    this.failing = failing;
    this.effect = effect;
    this.dies = dies;
  }

  boolean hasFailed() {
    return count >= failing;
  }

  /** Whether nothing can be done with it any more. */
  boolean isDead() {
    return dies && hasFailed();
  }

  /** An operation on the disk. */
  @FunctionalInterface
  private interface Operation {
    void run() throws IOException;
  }

  private void run(Operation all, Operation half) throws IOException {
    count++;
    if (count == failing) {
      if (effect != Effect.NOTHING) {
        (effect == Effect.ALL ? all : half).run();
      }
      throw new IOException("failed on purpose, operation " + count);
    }
    if (count > failing && dies) {
      throw new IOException("the disk is gone");
    }
    all.run();
  }

  private void run(Operation all) throws IOException {
    run(all, () -> {});
  }

  @Override
  public LogFile read(Path file) throws IOException {
    run(() -> {});
    return new FaultyFile(files.read(file));
  }

  @Override
  public LogFile write(Path file) throws IOException {
    run(() -> files.write(file).close());
    return new FaultyFile(files.write(file));
  }

  @Override
  public List<String> list(Path folder) throws IOException {
    run(() -> {});
    return files.list(folder);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    run(() -> files.rename(from, to));
  }

  @Override
  public void delete(Path file) throws IOException {
    run(() -> files.delete(file));
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    run(() -> {});
  }

  /** A file of this disk. */
  private final class FaultyFile implements LogFile {
    private final LogFile file;

    FaultyFile(LogFile file) {
      this.file = file;
    }

    @Override
    public int read(long position, byte[] into, int from, int count) throws IOException {
      run(() -> {});
      return file.read(position, into, from, count);
    }

    @Override
    public void write(long position, byte[] bytes, int count) throws IOException {
      run(() -> file.write(position, bytes, count), () -> file.write(position, bytes, count / 2));
    }

    @Override
    public void truncate(long size) throws IOException {
      run(() -> file.truncate(size));
    }

    @Override
    public void sync() throws IOException {
      run(() -> {});
    }

    @Override
    public long size() throws IOException {
      run(() -> {});
      return file.size();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
