package io.artrec.log;

import io.artrec.log.LogFiles.LogFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Copies what is acknowledged of a segment. */
final class LogCopy {
  private static final int BUFFER = 1 << 18;

  private LogCopy() {}

  /** Copies a segment into a folder, synced. */
  static void copy(LogFiles files, Segment segment, Path folder) throws IOException {
    byte[] bytes = new byte[BUFFER];
    Path target = folder.resolve(Segment.name(segment.first()));
    try (LogFile in = files.read(segment.path());
        FileChannel out =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long at = 0; at < segment.bytes(); ) {
        int read = in.read(at, bytes, 0, (int) Math.min(BUFFER, segment.bytes() - at));
        if (read < 0) {
          throw new EOFException(segment.path() + " became shorter while it was copied");
        }
        ByteBuffer left = ByteBuffer.wrap(bytes, 0, read);
        while (left.hasRemaining()) {
          out.write(left);
        }
        at += read;
      }
      out.force(true);
    }
  }
}
