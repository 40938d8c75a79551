package io.artrec.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All that a log does with a disk, so that a test can put failures in its way. */
interface LogFiles {
  /** An open file. Not thread-safe. An interrupt neither fails nor closes it. */
  interface LogFile extends Closeable {
    /** Reads up to {@code count} bytes; -1 at the end. */
    int read(long position, byte[] into, int from, int count) throws IOException;

    /** Writes the first {@code count} bytes. */
    void write(long position, byte[] bytes, int count) throws IOException;

    void truncate(long size) throws IOException;

    /** Brings what was written to the disk. */
    void sync() throws IOException;

    long size() throws IOException;
  }

  /** Opens a file that is there, for reading. */
  LogFile read(Path file) throws IOException;

  /** Opens a file for reading and writing; it is made when it is not there. */
  LogFile write(Path file) throws IOException;

  /** Names of what is in a folder, sorted. */
  List<String> list(Path folder) throws IOException;

  /** Moves a file in one step to a place where one may be. */
  void rename(Path from, Path to) throws IOException;

  void delete(Path file) throws IOException;

  /** Brings renaming and deleting in a folder to the disk, where the system can. */
  void syncFolder(Path folder) throws IOException;
}
