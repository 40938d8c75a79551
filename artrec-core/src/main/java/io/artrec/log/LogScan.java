package io.artrec.log;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One pass over a log through the handle that holds it, in memory that does not grow with the file:
 * checks every line and tells an unfinished end from damage.
 */
final class LogScan {
  /** The longest line there may be, in bytes. */
  static final int LONGEST_LINE = 1 << 26;

  /** How much of a bad end is searched for one wrong bit. */
  private static final int SEARCHED = 1 << 14;

  private static final int BUFFER = 1 << 16;

  private static final Pattern HEADER =
      Pattern.compile(
          "[0-9a-f]{8} 00000000 \\{\"format\":\"artrec-log-1\",\"id\":\"[-0-9a-f]+\",\"sequence\":[0-9]+,\"compacted\":[0-9]+}");

  /** What is done with each line. */
  @FunctionalInterface
  interface LineHandler {
    /**
     * Takes a line.
     *
     * @param offset where it starts
     * @param bytes holds it from 0 on
     * @param length without its end
     * @param ended whether the file has its end
     */
    void line(long offset, byte[] bytes, int length, boolean ended) throws IOException;
  }

  private final Path file;
  private final RandomAccessFile in;
  private int number;
  private int bad;
  private long badOffset;
  private String id = "";
  private long sequence;
  private long compacted;
  private String crc = LogLines.START;
  private long end;
  private boolean endMissing;

  private LogScan(Path file, RandomAccessFile in) {
    this.file = file;
    this.in = in;
  }

  /**
   * Reads a log.
   *
   * @param entries receives its entries in order
   * @throws LogException when it is foreign or damaged anywhere but at its unfinished end
   */
  static LogScan of(Path file, RandomAccessFile in, Consumer<ChangeLog.Entry> entries)
      throws IOException {
    LogScan scan = new LogScan(file, in);
    lines(in, (offset, bytes, length, ended) -> scan.take(offset, bytes, length, ended, entries));
    if (scan.bad == 1) {
      scan.end = 0;
    }
    return scan;
  }

  /** The log's id; empty when it has no header, so that it must be made anew. */
  String id() {
    return id;
  }

  long sequence() {
    return sequence;
  }

  long compacted() {
    return compacted;
  }

  /** The checksum of the last whole line. */
  String crc() {
    return crc;
  }

  /** Where the last whole line ends. */
  long end() {
    return end;
  }

  /** Whether the last whole line lacks its line end. */
  boolean endMissing() {
    return endMissing;
  }

  private void take(
      long offset, byte[] bytes, int length, boolean ended, Consumer<ChangeLog.Entry> entries)
      throws IOException {
    number++;
    int taken = length;
    Optional<LogLines.Line> line = LogLines.parse(bytes, length);
    if (line.isEmpty() && !ended && length > 0) {
      taken = length - 1;
      line = LogLines.parse(bytes, taken);
    }
    if (bad > 0) {
      if (line.isPresent()) {
        throw damaged(bad, "its checksum does not match");
      }
    } else if (line.isEmpty()) {
      reject(offset, bytes, length);
    } else if (!line.get().previous().equals(crc)) {
      throw damaged(number, "it does not follow the line before it; lines were removed or moved");
    } else {
      accept(line.get(), entries);
      end = offset + taken + 1;
      endMissing = !ended;
    }
  }

  private void accept(LogLines.Line line, Consumer<ChangeLog.Entry> entries) {
    crc = line.crc();
    if (number == 1) {
      JsonObject json = line.json();
      if (!json.has("format") || !json.get("format").getAsString().equals(LogLines.FORMAT)) {
        throw new LogException(
            file + " is not a log of this version: expected format '" + LogLines.FORMAT + "'",
            null);
      }
      id = json.get("id").getAsString();
      sequence = json.get("sequence").getAsLong();
      compacted = json.get("compacted").getAsLong();
      return;
    }
    ChangeLog.Entry entry;
    try {
      entry = LogLines.entry(line.json());
    } catch (RuntimeException e) {
      throw new LogException(
          "log " + file + ", line " + number + ": not a change this version knows: " + e, e);
    }
    sequence = Math.max(sequence, entry.number());
    entries.accept(entry);
  }

  private void reject(long offset, byte[] bytes, int length) throws IOException {
    bad = number;
    badOffset = offset;
    if (number == 1 && !isTornHeader(bytes, length)) {
      throw new LogException(
          file + " is not an artrec log: its first line is no header, or a damaged one", null);
    }
    if (LogLines.isWholeButOneBit(region())) {
      throw damaged(number, "its checksum does not match");
    }
  }

  private boolean isTornHeader(byte[] bytes, int length) throws IOException {
    Matcher matcher = HEADER.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return length == in.length() && !matcher.matches() && matcher.hitEnd();
  }

  private byte[] region() throws IOException {
    byte[] region = new byte[(int) Math.min(SEARCHED, in.length() - badOffset)];
    long position = in.getFilePointer();
    in.seek(badOffset);
    in.readFully(region);
    in.seek(position);
    return region;
  }

  private LogException damaged(int line, String why) {
    return new LogException(
        "log "
            + file
            + " is damaged at line "
            + line
            + ": "
            + why
            + "; restore the file from a copy, or keep its whole lines with FileLog.salvage",
        null);
  }

  /** Hands over all lines; of one that is too long, only its beginning. */
  static void lines(RandomAccessFile in, LineHandler handler) throws IOException {
    byte[] buffer = new byte[BUFFER];
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long position = 0;
    long start = 0;
    while (true) {
      in.seek(position);
      int read = in.read(buffer);
      if (read < 0) {
        break;
      }
      int from = 0;
      for (int at = 0; at < read; at++) {
        if (buffer[at] == '\n') {
          line.write(buffer, from, at - from);
          handler.line(start, line.toByteArray(), line.size(), true);
          line.reset();
          from = at + 1;
          start = position + from;
        }
      }
      if (line.size() <= LONGEST_LINE) {
        line.write(buffer, from, read - from);
      }
      position += read;
    }
    if (position > start) {
      handler.line(start, line.toByteArray(), line.size(), false);
    }
  }
}
