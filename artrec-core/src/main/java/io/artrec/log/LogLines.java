package io.artrec.log;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The lines of a log: {@code crc previous json}. The CRC-32C, in eight hexadecimal digits, covers
 * everything after it; {@code previous} is that of the line before, so that a line that was
 * dropped, doubled or moved is noticed. The first line says whose log it is and what sequence it
 * had reached.
 */
final class LogLines {
  static final String FORMAT = "artrec-log-1";

  /** What stands as {@code previous} in the first line. */
  static final String START = "00000000";

  private static final int DIGITS = 8;
  private static final int JSON = 2 * (DIGITS + 1);

  /** A whole line. */
  record Line(String crc, String previous, JsonObject json) {}

  private LogLines() {}

  static String header(String id, long sequence, long compacted) {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("id", id);
    json.addProperty("sequence", sequence);
    json.addProperty("compacted", compacted);
    return json.toString();
  }

  static String json(ChangeLog.Entry entry) {
    JsonObject json = ChangeJson.write(entry.change());
    json.addProperty("n", entry.number());
    return json.toString();
  }

  /** The bytes of a line, its end included. */
  static byte[] line(String previous, String json) {
    String covered = previous + " " + json;
    byte[] bytes = covered.getBytes(StandardCharsets.UTF_8);
    return (crc(bytes, 0, bytes.length) + " " + covered + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The checksum that a line starts with. */
  static String crc(byte[] line) {
    return new String(line, 0, DIGITS, StandardCharsets.US_ASCII);
  }

  /** Reads a line without its end; empty unless its checksum holds. */
  static Optional<Line> parse(byte[] bytes, int length) {
    if (!holds(bytes, length)) {
      return Optional.empty();
    }
    try {
      String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
      return Optional.of(
          new Line(
              text.substring(0, DIGITS),
              text.substring(DIGITS + 1, JSON - 1),
              JsonParser.parseString(text.substring(JSON)).getAsJsonObject()));
    } catch (JsonParseException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static boolean holds(byte[] bytes, int length) {
    if (length <= JSON || bytes[DIGITS] != ' ' || bytes[JSON - 1] != ' ') {
      return false;
    }
    String crc = crc(bytes, DIGITS + 1, length);
    for (int i = 0; i < DIGITS; i++) {
      if (bytes[i] != crc.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether one wrong bit is all that keeps these bytes from starting with a whole line: then
   * the line was written whole and damaged later, and is no unfinished one.
   */
  static boolean isWholeButOneBit(byte[] bytes) {
    int end = indexOfEnd(bytes, 0);
    int first = end < 0 ? bytes.length : end;
    for (int at = 0; at < Math.min(first + 1, bytes.length); at++) {
      for (int bit = 1; bit < 256; bit <<= 1) {
        bytes[at] ^= (byte) bit;
        int flipped = bytes[at] == '\n' ? at : at == first ? indexOfEnd(bytes, at) : first;
        boolean holds = holds(bytes, flipped < 0 ? bytes.length : flipped);
        bytes[at] ^= (byte) bit;
        if (holds) {
          return true;
        }
      }
    }
    return false;
  }

  private static int indexOfEnd(byte[] bytes, int from) {
    for (int at = from; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  /**
   * Reads an entry.
   *
   * @throws RuntimeException of any kind when the line is of another version
   */
  static ChangeLog.Entry entry(JsonObject json) {
    return new ChangeLog.Entry(json.get("n").getAsLong(), ChangeJson.read(json));
  }

  private static String crc(byte[] bytes, int from, int to) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, to - from);
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
