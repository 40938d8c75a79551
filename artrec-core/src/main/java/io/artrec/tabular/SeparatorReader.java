package io.artrec.tabular;

import java.io.IOException;
import java.io.Reader;

/** Text in which a separator of several characters is one character, which no text has. */
final class SeparatorReader extends Reader {
  /** The unit separator, a control character. */
  static final char SEPARATOR = '\u001f';

  private final Reader text;
  private final String separator;
  private final StringBuilder ahead = new StringBuilder();

  SeparatorReader(Reader text, String separator) {
    this.text = text;
    this.separator = separator;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int next = next();
      if (next < 0) {
        break;
      }
      buffer[offset + count++] = (char) next;
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  private int next() throws IOException {
    while (ahead.length() < separator.length()) {
      int c = text.read();
      if (c < 0) {
        break;
      }
      ahead.append((char) c);
    }
    if (ahead.length() == 0) {
      return -1;
    }
    if (ahead.length() == separator.length() && separator.contentEquals(ahead)) {
      ahead.setLength(0);
      return SEPARATOR;
    }
    char first = ahead.charAt(0);
    ahead.deleteCharAt(0);
    return first;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
