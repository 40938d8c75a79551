package io.artrec.llm.chat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * The JSON object in what a model said around it: fences, thinking, words before and after,
 * typographic quotes, commas before a closing bracket. One pass over the text for each repair.
 */
final class LenientJson {
  private LenientJson() {}

  static Optional<JsonObject> read(String text) {
    String said = ThinkingFilter.strip(text);
    int from = said.indexOf('{');
    int to = said.lastIndexOf('}');
    if (from < 0 || to < from) {
      return Optional.empty();
    }
    String outer = said.substring(from, to + 1);
    return object(outer)
        .or(() -> object(withoutCommas(outer)))
        .or(() -> object(withoutCommas(plainQuotes(outer))))
        .or(() -> object(first(outer)))
        .or(() -> object(withoutCommas(first(outer))));
  }

  private static Optional<JsonObject> object(String text) {
    return JsonText.read(text).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
  }

  private static String plainQuotes(String text) {
    return text.replace('\u201C', '"').replace('\u201D', '"').replace('\u201E', '"');
  }

  /** Leaves out commas that a closing bracket follows, outside of strings. */
  private static String withoutCommas(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    boolean quoted = false;
    int comma = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\' && i + 1 < text.length()) {
        kept.append(c).append(text.charAt(++i));
        continue;
      }
      quoted ^= c == '"';
      if (!quoted && comma >= 0 && (c == '}' || c == ']')) {
        kept.deleteCharAt(comma);
      }
      if (quoted || !Character.isWhitespace(c)) {
        comma = !quoted && c == ',' ? kept.length() : -1;
      }
      kept.append(c);
    }
    return kept.toString();
  }

  /** The text to the bracket that closes its first, where more follows. */
  private static String first(String text) {
    boolean quoted = false;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '{') {
        depth++;
      } else if (!quoted && c == '}' && --depth == 0) {
        return text.substring(0, i + 1);
      }
    }
    return text;
  }
}
