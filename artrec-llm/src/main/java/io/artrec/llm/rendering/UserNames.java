package io.artrec.llm.rendering;

import io.artrec.behavior.Dataset;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ids of all visitors, to find them in what visitors write. O(characters · different lengths of
 * ids).
 */
final class UserNames {
  private static final int COMMENT_CHARS = 500;

  private final Set<String> ids;
  private final TreeSet<Integer> lengths = new TreeSet<>();

  private UserNames(Set<String> ids) {
    this.ids = ids;
    ids.forEach(id -> lengths.add(id.length()));
  }

  static UserNames of(Dataset dataset) {
    Set<String> ids = new HashSet<>();
    for (int user = 0; user < dataset.userCount(); user++) {
      ids.add(dataset.userId(user));
      ids.add(Normalizer.normalize(dataset.userId(user), Normalizer.Form.NFKC));
    }
    return new UserNames(ids);
  }

  /**
   * The cleaned comment, in one line, with {@code [visitor]} for each id that stands there as a
   * word of its own.
   */
  String without(String comment) {
    String text = ArtworkLine.oneLine(comment, COMMENT_CHARS);
    StringBuilder kept = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = isBoundary(text, at) ? endOfId(text, at) : at;
      kept.append(end > at ? "[visitor]" : text.substring(at, at + 1));
      at = Math.max(end, at + 1);
    }
    return kept.toString();
  }

  /** Where the longest id that begins here ends, or here. */
  private int endOfId(String text, int from) {
    for (int length : lengths.descendingSet()) {
      int end = from + length;
      if (end <= text.length()
          && isBoundary(text, end)
          && ids.contains(text.substring(from, end))) {
        return end;
      }
    }
    return from;
  }

  private static boolean isBoundary(String text, int at) {
    return at == 0
        || at == text.length()
        || !Character.isLetterOrDigit(text.codePointBefore(at))
        || !Character.isLetterOrDigit(text.codePointAt(at));
  }
}
