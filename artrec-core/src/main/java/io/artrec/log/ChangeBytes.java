package io.artrec.log;

import java.nio.charset.StandardCharsets;

/** Changes as payloads of records: events in few bytes, all else as JSON. */
final class ChangeBytes {
  private ChangeBytes() {}

  static int kind(Change change) {
    if (change instanceof Change.Recorded) {
      return LogRecord.EVENT;
    }
    return change instanceof Change.Mark ? LogRecord.MARK : LogRecord.CHANGE;
  }

  static byte[] write(Change change) {
    return change instanceof Change.Recorded recorded
        ? EventBytes.write(recorded.event())
        : change.toJson().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a change whose kind nobody noted: JSON begins with a brace, an event with flags.
   *
   * @throws LogException when this version does not know it
   */
  static Change read(byte[] bytes) {
    try {
      boolean json = bytes.length > 0 && bytes[0] == '{';
      return read(json ? LogRecord.CHANGE : LogRecord.EVENT, bytes, 0, bytes.length);
    } catch (LogException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new LogException("not a change that this version knows: " + e, e);
    }
  }

  /**
   * Reads a change.
   *
   * @throws RuntimeException of any kind when this version does not know it
   */
  static Change read(int kind, byte[] bytes, int from, int length) {
    return kind == LogRecord.EVENT
        ? new Change.Recorded(EventBytes.read(bytes, from))
        : Change.parse(new String(bytes, from, length, StandardCharsets.UTF_8));
  }
}
