package io.artrec.djl.causal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A text that grows by tokens' bytes. What may be the beginning of a stop word, or of a character,
 * is told when it is known to be none.
 */
final class ReplyText {
  private final List<String> stop;
  private final Consumer<String> heard;
  private final int longest;
  private final StringBuilder text = new StringBuilder();
  private byte[] open = {};
  private int told;
  private boolean stopped;

  ReplyText(List<String> stop, Consumer<String> heard) {
    this.stop = stop;
    this.heard = heard;
    longest = stop.stream().mapToInt(String::length).max().orElse(0);
  }

  void add(byte[] bytes) {
    byte[] all = Arrays.copyOf(open, open.length + bytes.length);
    System.arraycopy(bytes, 0, all, open.length, bytes.length);
    int whole = all.length - unfinished(all);
    open = Arrays.copyOfRange(all, whole, all.length);
    append(new String(all, 0, whole, StandardCharsets.UTF_8));
    tell(text.length() - held());
  }

  private void append(String more) {
    int from = Math.max(0, text.length() - longest + 1);
    text.append(more);
    int first = -1;
    for (String word : stop) {
      int at = text.indexOf(word, from);
      first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    if (first >= 0) {
      text.setLength(first);
      stopped = true;
    }
  }

  /** The bytes at the end that begin a character and do not end it. */
  private static int unfinished(byte[] bytes) {
    for (int back = 1; back <= Math.min(3, bytes.length); back++) {
      int octet = bytes[bytes.length - back] & 0xff;
      if (octet >= 0xc0) {
        int length = octet >= 0xf0 ? 4 : octet >= 0xe0 ? 3 : 2;
        return length > back ? back : 0;
      }
      if (octet < 0x80) {
        return 0;
      }
    }
    return 0;
  }

  /** The chars at the end that a stop word begins with. */
  private int held() {
    for (int length = Math.min(longest - 1, text.length()); !stopped && length > 0; length--) {
      String tail = text.substring(text.length() - length);
      if (stop.stream().anyMatch(word -> word.startsWith(tail))) {
        return length;
      }
    }
    return 0;
  }

  private void tell(int to) {
    if (to > told) {
      heard.accept(text.substring(told, to));
      told = to;
    }
  }

  boolean isStopped() {
    return stopped;
  }

  /** Tells what was held back; the whole text. */
  String end() {
    if (!stopped && open.length > 0) {
      append(new String(open, StandardCharsets.UTF_8));
    }
    open = new byte[0];
    tell(text.length());
    return text.toString();
  }
}
