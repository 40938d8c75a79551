package io.artrec.llm.chat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Server-sent events (WHATWG, HTML, section 9.2), of which only data matter. Lines end by CR, LF or
 * both and are decoded whole, so that nothing depends on how the bytes arrive. Data that no blank
 * line follows at the end are given, too, as some servers leave it out.
 */
final class EventStream {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final InputStream bytes;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean afterReturn;
  private boolean first = true;
  private boolean ended;

  /** Reads of a stream that returns what is there; it should be buffered. */
  EventStream(InputStream bytes) {
    this.bytes = bytes;
  }

  /** The data of the next event that has any; empty at the end of the stream. */
  Optional<String> next() throws IOException {
    StringBuilder data = new StringBuilder();
    boolean some = false;
    while (!ended) {
      String read = readLine();
      if (read.isEmpty() && some) {
        return Optional.of(data.toString());
      }
      Optional<String> value = value(read);
      if (value.isPresent()) {
        data.append(some ? "\n" : "").append(value.get());
        some = true;
      }
    }
    return some ? Optional.of(data.toString()) : Optional.empty();
  }

  /** The value of a field {@code data}, or {@code error}, which llama.cpp has sent. */
  private static Optional<String> value(String line) {
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    if (!field.equals("data") && !field.equals("error")) {
      return Optional.empty();
    }
    String value = colon < 0 ? "" : line.substring(colon + 1);
    return Optional.of(value.startsWith(" ") ? value.substring(1) : value);
  }

  private String readLine() throws IOException {
    line.reset();
    int read = bytes.read();
    if (afterReturn && read == '\n') {
      read = bytes.read();
    }
    while (read >= 0 && read != '\n' && read != '\r') {
      line.write(read);
      read = bytes.read();
    }
    ended = read < 0;
    afterReturn = read == '\r';
    String text = line.toString(StandardCharsets.UTF_8);
    if (first && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    first = false;
    return text;
  }
}
