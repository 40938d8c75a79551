package io.artrec.text.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads N-Triples (Beckett, RDF 1.1 N-Triples, W3C Recommendation, 2014), a line at a time. */
final class NTriples {
  /** Longer lines are left out, in characters. */
  static final int LONGEST_LINE = 1 << 20;

  private static final Pattern REST =
      Pattern.compile(
          "\\s*+(?:@([A-Za-z]++(?:-[A-Za-z0-9]++)*+)|\\^\\^<[^<>\"\\s]*+>)?\\s*+\\.\\s*+(?:#.*)?");
  private static final Pattern END = Pattern.compile("\\s*+\\.\\s*+(?:#.*)?");
  private static final Pattern BLANK = Pattern.compile("_:[\\p{L}\\p{N}_.\\-]*[\\p{L}\\p{N}_\\-]");

  private final String line;
  private int at;

  private NTriples(String line) {
    this.line = line;
  }

  static void read(InputStream in, Consumer<Triple> triples, BiConsumer<Long, String> problems)
      throws IOException {
    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
    StringBuilder line = new StringBuilder();
    char[] buffer = new char[1 << 16];
    long number = 1;
    boolean tooLong = false;
    for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
      for (int i = 0; i < read; i++) {
        if (buffer[i] == '\n') {
          one(line.toString(), tooLong, number++, triples, problems);
          line.setLength(0);
          tooLong = false;
        } else if (line.length() == LONGEST_LINE) {
          tooLong = true;
        } else {
          line.append(buffer[i]);
        }
      }
    }
    one(line.toString(), tooLong, number, triples, problems);
  }

  private static void one(
      String line,
      boolean tooLong,
      long number,
      Consumer<Triple> triples,
      BiConsumer<Long, String> problems) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    Optional<Triple> triple = tooLong ? Optional.empty() : new NTriples(text).parse();
    triple.ifPresentOrElse(triples, () -> problems.accept(number, text));
  }

  private Optional<Triple> parse() {
    Optional<String> subject = node();
    Optional<String> predicate = subject.isPresent() ? node() : Optional.empty();
    if (predicate.isEmpty() || predicate.get().startsWith("_:")) {
      return Optional.empty();
    }
    gap();
    if (at < line.length() && line.charAt(at) == '"') {
      return literal(subject.get(), predicate.get());
    }
    Optional<String> object = node();
    return object
        .filter(unused -> END.matcher(line.substring(at)).matches())
        .map(value -> Triple.link(subject.get(), predicate.get(), value));
  }

  private void gap() {
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
  }

  private Optional<String> node() {
    gap();
    if (at < line.length() && line.charAt(at) == '<') {
      int end = line.indexOf('>', at);
      if (end < 0) {
        return Optional.empty();
      }
      Optional<String> address = unescaped(line.substring(at + 1, end));
      at = end + 1;
      return address.filter(
          value -> value.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '"'));
    }
    Matcher blank = BLANK.matcher(line).region(at, line.length());
    if (blank.lookingAt()) {
      at = blank.end();
      return Optional.of(blank.group());
    }
    return Optional.empty();
  }

  private Optional<Triple> literal(String subject, String predicate) {
    int end = at + 1;
    while (end < line.length() && line.charAt(end) != '"') {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= line.length()) {
      return Optional.empty();
    }
    Optional<String> text = unescaped(line.substring(at + 1, end));
    Matcher rest = REST.matcher(line.substring(end + 1));
    if (text.isEmpty() || !rest.matches()) {
      return Optional.empty();
    }
    String language = rest.group(1) == null ? "" : rest.group(1);
    return Optional.of(new Triple(subject, predicate, text.get(), true, language));
  }

  private static Optional<String> unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return Optional.of(text);
    }
    StringBuilder plain = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      if (text.charAt(i) != '\\') {
        plain.append(text.charAt(i++));
        continue;
      }
      i++;
      char kind = i < text.length() ? text.charAt(i) : ' ';
      if (kind == 'u' || kind == 'U') {
        int digits = kind == 'u' ? 4 : 8;
        int code = i + digits < text.length() ? code(text.substring(i + 1, i + 1 + digits)) : -1;
        if (code < 0) {
          return Optional.empty();
        }
        plain.appendCodePoint(code);
        i += digits + 1;
      } else {
        int known = "tbnrf\"'\\".indexOf(kind);
        if (known < 0) {
          return Optional.empty();
        }
        plain.append("\t\b\n\r\f\"'\\".charAt(known));
        i++;
      }
    }
    return Optional.of(plain.toString());
  }

  /** A code point in hexadecimal digits; below 0 when it is none, or half of one. */
  private static int code(String digits) {
    if (!digits.matches("[0-9A-Fa-f]+")) {
      return -1;
    }
    long code = Long.parseLong(digits, 16);
    boolean valid = code <= Character.MAX_CODE_POINT && !(code >= 0xD800 && code <= 0xDFFF);
    return valid ? (int) code : -1;
  }
}
