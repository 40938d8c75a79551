package io.artrec.log;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Events in few bytes: flags; the texts user, artwork, code of the kind; then what the flags say is
 * there, in their order. A text is its length in bytes, seven bits a byte, and UTF-8. Times are to
 * the millisecond.
 */
final class EventBytes {
  private static final int VALUE = 1;
  private static final int TIME = 2;
  private static final int COMMENT = 4;
  private static final int EVENT_ID = 8;

  private static final Map<String, InteractionKind> KINDS = new HashMap<>();

  static {
    for (InteractionKind kind : InteractionKind.values()) {
      KINDS.put(kind.code(), kind);
    }
  }

  private byte[] bytes;
  private int at;

  private EventBytes(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  static byte[] write(Interaction event) {
    EventBytes out = new EventBytes(new byte[96], 1);
    int flags = 0;
    out.text(event.user());
    out.text(event.artwork());
    out.text(event.kind().code());
    if (event.value() != 1) {
      flags |= VALUE;
      out.number(Double.doubleToLongBits(event.value()));
    }
    if (event.time().isPresent()) {
      flags |= TIME;
      out.number(event.time().get().toEpochMilli());
    }
    if (event.comment().isPresent()) {
      flags |= COMMENT;
      out.text(event.comment().get());
    }
    if (event.eventId().isPresent()) {
      flags |= EVENT_ID;
      out.text(event.eventId().get());
    }
    out.bytes[0] = (byte) flags;
    return Arrays.copyOf(out.bytes, out.at);
  }

  /**
   * Reads an event.
   *
   * @throws RuntimeException of any kind when it is of another version
   */
  static Interaction read(byte[] bytes, int from) {
    EventBytes in = new EventBytes(bytes, from + 1);
    int flags = bytes[from];
    String user = in.text();
    String artwork = in.text();
    String code = in.text();
    InteractionKind kind = KINDS.get(code);
    if (kind == null) {
      throw new IllegalArgumentException("unknown kind of event '" + code + "'");
    }
    return new Interaction(
        user,
        artwork,
        kind,
        (flags & VALUE) == 0 ? 1 : Double.longBitsToDouble(in.number()),
        (flags & TIME) == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(in.number())),
        (flags & COMMENT) == 0 ? Optional.empty() : Optional.of(in.text()),
        (flags & EVENT_ID) == 0 ? Optional.empty() : Optional.of(in.text()));
  }

  /** Reads whose an event is. */
  static String user(byte[] bytes, int from) {
    return new EventBytes(bytes, from + 1).text();
  }

  private void reserve(int more) {
    if (bytes.length - at < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(at, more)));
    }
  }

  private void number(long value) {
    reserve(Long.BYTES);
    LogRecord.putLong(bytes, at, value);
    at += Long.BYTES;
  }

  private long number() {
    at += Long.BYTES;
    return LogRecord.longAt(bytes, at - Long.BYTES);
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    reserve(5 + utf8.length);
    int length = utf8.length;
    while (length >= 0x80) {
      bytes[at++] = (byte) (length | 0x80);
      length >>>= 7;
    }
    bytes[at++] = (byte) length;
    System.arraycopy(utf8, 0, bytes, at, utf8.length);
    at += utf8.length;
  }

  private String text() {
    int length = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      length |= (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }
}
