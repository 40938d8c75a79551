package io.artrec.djl.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.artrec.djl.InferenceException;
import io.artrec.djl.serving.internal.ContentId;
import io.artrec.djl.serving.internal.TokenizerFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Turns texts into windows of token ids. A text longer than one window is cut into windows of equal
 * length, up to a limit; what lies beyond is not read, not even tokenised. Thread-safe.
 */
final class Tokens implements AutoCloseable {
  /** Characters that are tokenised at a time; a longer text is cut at white space. */
  private static final int SEGMENT = 8192;

  private final String what;
  private final HuggingFaceTokenizer tokenizer;
  private final TokenizerFacts facts;
  private final String sha256;
  private final long[] before;
  private final long[] after;

  /**
   * Opens a tokenizer.
   *
   * @param what the model, for messages
   * @param json the tokenizer.json
   */
  Tokens(String what, byte[] json) {
    this.what = what;
    facts = TokenizerFacts.read(what, json);
    sha256 = ContentId.of(json);
    tokenizer = TokenizerFile.open(what, json);
    Encoding probe = encode("a", true);
    long[] special = probe.getSpecialTokenMask();
    int first = 0;
    while (first < special.length && special[first] != 0) {
      first++;
    }
    int last = special.length;
    while (last > first && special[last - 1] != 0) {
      last--;
    }
    before = Arrays.copyOfRange(probe.getIds(), 0, first);
    after = Arrays.copyOfRange(probe.getIds(), last, special.length);
  }

  /** The length that the tokenizer's file truncates to. */
  OptionalInt truncation() {
    return facts.truncation();
  }

  /** Identifies the tokenizer's file. */
  String sha256() {
    return sha256;
  }

  /** Special tokens of each window. */
  int specials() {
    return before.length + after.length;
  }

  /**
   * Cuts a text.
   *
   * @param prefix put before every window, maybe empty
   * @param text any text
   * @param maxTokens the most tokens of a window, special ones included
   * @param maxWindows the most windows
   * @return the ids of each window; empty when the text has no token that the vocabulary knows
   */
  List<long[]> windows(String prefix, String text, int maxTokens, int maxWindows) {
    int room = maxTokens - specials();
    long[] lead = prefix.isEmpty() ? new long[0] : ids(prefix);
    String readable = wellFormed(text, (long) SEGMENT * (maxWindows + 1L) * 4);
    if (readable.length() <= SEGMENT) {
      long[] whole = ids(prefix + readable);
      if (whole.length <= room) {
        int from = Math.min(lead.length, whole.length);
        return known(whole, from)
            ? List.of(framed(whole, 0, whole.length, lead, false))
            : List.of();
      }
    }
    int body = room - lead.length;
    if (body < 1) {
      throw new IllegalArgumentException(
          "the prefix has "
              + lead.length
              + " tokens, which leaves no room in "
              + maxTokens
              + "; shorten it or raise maxTokens");
    }
    long[] all = ids(readable, (long) body * maxWindows);
    if (!known(all, 0)) {
      return List.of();
    }
    int count = (all.length + body - 1) / body;
    List<long[]> windows = new ArrayList<>(count);
    for (int w = 0; w < count; w++) {
      int from = (int) ((long) all.length * w / count);
      int to = (int) ((long) all.length * (w + 1) / count);
      windows.add(framed(all, from, to, lead, true));
    }
    return windows;
  }

  private long[] framed(long[] ids, int from, int to, long[] lead, boolean withLead) {
    int led = withLead ? lead.length : 0;
    long[] window = new long[before.length + led + to - from + after.length];
    System.arraycopy(before, 0, window, 0, before.length);
    System.arraycopy(lead, 0, window, before.length, led);
    System.arraycopy(ids, from, window, before.length + led, to - from);
    System.arraycopy(after, 0, window, window.length - after.length, after.length);
    return window;
  }

  private boolean known(long[] ids, int from) {
    for (int i = from; i < ids.length; i++) {
      if (facts.unknown().isEmpty() || ids[i] != facts.unknown().getAsInt()) {
        return true;
      }
    }
    return false;
  }

  private long[] ids(String text) {
    return encode(text, false).getIds();
  }

  private Encoding encode(String text, boolean withSpecials) {
    try {
      return tokenizer.encode(text, withSpecials, false);
    } catch (RuntimeException e) {
      throw new InferenceException(
          String.format(
              Locale.ROOT,
              "cannot tokenise a text of %,d characters for %s: its tokenizer has no token for some of them and none for unknown ones, or is closed; use a tokenizer.json with an unknown token, and an encoder that is open",
              text.length(),
              what),
          e);
    }
  }

  /** The first ids of a text of any length, tokenised piece by piece until there are enough. */
  private long[] ids(String text, long most) {
    long[] all = new long[0];
    int length = 0;
    for (int from = 0; from < text.length() && length < most; ) {
      int to = cut(text, from);
      long[] some = ids(text.substring(from, to));
      int take = (int) Math.min(some.length, most - length);
      if (length + take > all.length) {
        all = Arrays.copyOf(all, Math.max(length + take, all.length * 2));
      }
      System.arraycopy(some, 0, all, length, take);
      length += take;
      from = to;
    }
    return Arrays.copyOf(all, length);
  }

  /** Where a piece ends: after the last white space in reach, else between two characters. */
  private static int cut(String text, int from) {
    int to = Math.min(text.length(), from + SEGMENT);
    if (to == text.length()) {
      return to;
    }
    for (int at = to; at > from; at--) {
      if (Character.isWhitespace(text.charAt(at - 1))) {
        return at;
      }
    }
    return Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
  }

  /**
   * The text with U+FFFD for every unpaired surrogate, which UTF-8 cannot hold. A text whose
   * windows could not hold more than {@code most} characters is cut there.
   */
  private static String wellFormed(String text, long most) {
    int length = (int) Math.min(text.length(), most);
    int at = 0;
    while (at < length && !Character.isSurrogate(text.charAt(at))) {
      at++;
    }
    if (at == length) {
      return length == text.length() ? text : text.substring(0, length);
    }
    StringBuilder repaired = new StringBuilder(length).append(text, 0, at);
    while (at < length) {
      char c = text.charAt(at);
      boolean pair =
          Character.isHighSurrogate(c)
              && at + 1 < length
              && Character.isLowSurrogate(text.charAt(at + 1));
      if (pair) {
        repaired.append(c).append(text.charAt(++at));
      } else {
        repaired.append(Character.isSurrogate(c) ? '\uFFFD' : c);
      }
      at++;
    }
    return repaired.toString();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
