package io.artrec.tabular;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object a line, or several; blank lines are passed over. */
final class JsonRows {
  private static final int NESTING = 64;

  private JsonRows() {}

  static void read(TextReader text, Charset charset, RowFeed feed) throws IOException {
    int longest = (int) Math.min(1 << 24, 65_536L + 4L * feed.maxFieldLength());
    FirstRows rows = new FirstRows(feed);
    StringBuilder line = new StringBuilder();
    long number = 0;
    int c = text.read();
    while (c >= 0) {
      number++;
      line.setLength(0);
      boolean tooLong = false;
      boolean malformed = false;
      while (c >= 0 && c != '\n') {
        malformed |= text.wasMalformed();
        if (line.length() < longest) {
          line.append((char) c);
        } else {
          tooLong = true;
        }
        c = text.read();
      }
      if (tooLong) {
        rows.bad(
            number,
            line.substring(0, 100),
            String.format(Locale.ROOT, "expected at most %,d characters a line", longest));
      } else if (!line.toString().isBlank()) {
        rows(number, line.toString().strip(), malformed ? charset : null, rows);
      }
      c = c < 0 ? c : text.read();
    }
    rows.end();
  }

  /** Reads a line; several objects in it, where line ends were lost, are rows of their own. */
  private static void rows(long number, String line, @Nullable Charset malformed, FirstRows rows) {
    int from = 0;
    int end = objectEnd(line, from);
    while (end > 0 && end < line.length()) {
      int next = end;
      while (next < line.length() && (line.charAt(next) <= ' ' || line.charAt(next) == ',')) {
        next++;
      }
      if (next == line.length() || line.charAt(next) != '{') {
        break;
      }
      row(number, line.substring(from, end), malformed, rows);
      from = next;
      end = objectEnd(line, from);
    }
    row(number, line.substring(from), malformed, rows);
  }

  /** Returns where the object ends that begins there, or -1 when none begins or it does not end. */
  private static int objectEnd(String line, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < line.length() && (i > from || line.charAt(from) == '{'); i++) {
      char c = line.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private static void row(long number, String line, @Nullable Charset malformed, FirstRows rows) {
    if (!line.startsWith("{")) {
      rows.bad(
          number,
          line,
          line.startsWith("[")
              ? "expected one JSON object a line, met an array (jq -c '.[]' unpacks a file that is one array)"
              : "expected one JSON object a line");
      return;
    }
    Map<String, @Nullable Object> values;
    try {
      JsonReader json = new JsonReader(new StringReader(line));
      json.setStrictness(Strictness.STRICT);
      json.setNestingLimit(NESTING);
      values = object(json);
      if (json.peek() != JsonToken.END_DOCUMENT) {
        rows.bad(number, line, "expected the line to end after the object");
        return;
      }
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      rows.bad(
          number,
          line,
          String.format(
              Locale.ROOT, "expected valid JSON (%s)", RowProblem.printable(reason(e), 100)));
      return;
    }
    rows.row(ObjectRows.flatten(number, values), ObjectRows.names(values), malformed);
  }

  private static String reason(Exception e) {
    String message = String.valueOf(e.getMessage());
    int see = message.indexOf("\nSee ");
    String reason = see < 0 ? message : message.substring(0, see);
    return reason
        .replace("Use JsonReader.setStrictness(Strictness.LENIENT) to accept ", "")
        .replace("at line 1 column", "at column");
  }

  private static Map<String, @Nullable Object> object(JsonReader json) throws IOException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (values.containsKey(name)) {
        throw new IllegalStateException("name '" + name + "' stands twice");
      }
      values.put(name, value(json));
    }
    json.endObject();
    return values;
  }

  private static @Nullable Object value(JsonReader json) throws IOException {
    return switch (json.peek()) {
      case BEGIN_OBJECT -> object(json);
      case BEGIN_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
          list.add(value(json));
        }
        json.endArray();
        yield list;
      }
      case NULL -> {
        json.nextNull();
        yield null;
      }
      case BOOLEAN -> json.nextBoolean();
      default -> json.nextString();
    };
  }
}
