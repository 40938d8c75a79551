package io.artrec.llm.chat;

import java.util.List;

/**
 * Keeps a model's thinking out of its text: what stands between tags at the beginning, and the
 * space after it. Text in which such tags come later is left as it is.
 */
final class ThinkingFilter {
  private static final List<String> TAGS = List.of("<think>", "<thinking>");

  private enum State {
    BEFORE,
    THINKING,
    BETWEEN,
    TEXT
  }

  private final StringBuilder held = new StringBuilder();
  private State state = State.BEFORE;
  private String close = "";

  /** The text of a whole reply. Its opening tag may be missing, as templates put it in prompts. */
  static String strip(String whole) {
    String closing = "</think>";
    String trimmed = whole.stripLeading();
    int close = whole.indexOf(closing);
    if (close >= 0 && TAGS.stream().noneMatch(trimmed::startsWith)) {
      return whole.substring(close + closing.length()).stripLeading();
    }
    ThinkingFilter filter = new ThinkingFilter();
    return filter.accept(whole) + filter.end();
  }

  /** The text in the next piece, as far as it can be told yet. */
  String accept(String piece) {
    if (state == State.TEXT) {
      return piece;
    }
    held.append(piece);
    if (state == State.BEFORE) {
      before();
    }
    if (state == State.THINKING) {
      thinking();
    }
    if (state == State.BETWEEN) {
      String left = held.toString().stripLeading();
      held.setLength(0);
      state = left.isEmpty() ? State.BETWEEN : State.TEXT;
      return left;
    }
    return state == State.TEXT ? release() : "";
  }

  private void before() {
    String start = held.toString().stripLeading();
    for (String tag : TAGS) {
      if (start.startsWith(tag)) {
        held.setLength(0);
        held.append(start, tag.length(), start.length());
        close = "</" + tag.substring(1);
        state = State.THINKING;
        return;
      }
    }
    if (TAGS.stream().noneMatch(tag -> tag.startsWith(start))) {
      state = State.TEXT;
    }
  }

  /** Drops the thoughts, all but what may be the beginning of the closing tag. */
  private void thinking() {
    int end = held.indexOf(close);
    if (end >= 0) {
      held.delete(0, end + close.length());
      state = State.BETWEEN;
    } else if (held.length() >= close.length()) {
      held.delete(0, held.length() - close.length() + 1);
    }
  }

  private String release() {
    String text = held.toString();
    held.setLength(0);
    return text;
  }

  /** What was held back and turns out to be text. */
  String end() {
    return state == State.BEFORE ? release() : "";
  }
}
