package io.artrec.examples.gallery.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Fields and files of a form, as browsers send them in either of their two ways. Immutable. */
final class FormData {
  private static final int MOST_FIELDS = 100;
  private static final int MOST_HEAD = 4096;
  private static final int MOST_TYPE = 300;
  private static final int MOST_BOUNDARY = 70;
  private static final String DISPOSITION = "content-disposition:";

  private final Map<String, String> values;
  private final Map<String, byte[]> files;

  private FormData(Map<String, String> values, Map<String, byte[]> files) {
    this.values = values;
    this.files = files;
  }

  static FormData none() {
    return new FormData(Map.of(), Map.of());
  }

  /** Reads a body by what its header says that it is. */
  static FormData read(String type, byte[] body) {
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return new FormData(pairs(new String(body, StandardCharsets.UTF_8)), Map.of());
    }
    return boundary(type)
        .map(boundary -> parts(body, boundary))
        .orElseThrow(() -> new Refusal(415, "a body of this kind is not read here"));
  }

  private static Optional<String> boundary(String type) {
    String before = "boundary=";
    int at = type.indexOf(before);
    if (!type.startsWith("multipart/form-data;") || at < 0 || type.length() > MOST_TYPE) {
      return Optional.empty();
    }
    String value = type.substring(at + before.length());
    int end = value.startsWith("\"") ? value.indexOf('"', 1) : value.indexOf(';');
    String boundary =
        value.substring(value.startsWith("\"") ? 1 : 0, end < 0 ? value.length() : end).strip();
    return Optional.of(boundary).filter(it -> !it.isEmpty() && it.length() <= MOST_BOUNDARY);
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Optional<byte[]> file(String name) {
    return Optional.ofNullable(files.get(name)).filter(bytes -> bytes.length > 0);
  }

  /** Reads {@code a=1&b=2}; the first counts where a name comes twice. */
  static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : text.split("&", MOST_FIELDS)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "a percent sign without a number behind it");
    }
  }

  private static FormData parts(byte[] body, String boundary) {
    Map<String, String> values = new HashMap<>();
    Map<String, byte[]> files = new HashMap<>();
    // In this charset a character is a byte, so that places in the text are places in the body.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String between = "\r\n--" + boundary;
    int from = text.startsWith("--" + boundary) ? boundary.length() + 2 : text.length();
    for (int fields = 0; fields < MOST_FIELDS && text.startsWith("\r\n", from); fields++) {
      int end = text.indexOf(between, from);
      int head = text.indexOf("\r\n\r\n", from);
      if (end < 0 || head < 0 || head > end) {
        throw new Refusal(400, "the form breaks off");
      }
      if (head - from > MOST_HEAD) {
        throw new Refusal(400, "a part's head of more than " + MOST_HEAD + " bytes");
      }
      String named = text.substring(from + 2, Math.max(from + 2, head));
      part(named, Arrays.copyOfRange(body, Math.min(head + 4, end), end), values, files);
      from = end + between.length();
    }
    return new FormData(values, files);
  }

  private static void part(
      String head, byte[] bytes, Map<String, String> values, Map<String, byte[]> files) {
    for (String line : head.split("\r\n", MOST_FIELDS)) {
      if (line.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length())) {
        Optional<String> name = parameter(line, "name");
        if (name.isPresent() && parameter(line, "filename").isPresent()) {
          files.putIfAbsent(name.get(), bytes);
        } else if (name.isPresent()) {
          values.putIfAbsent(name.get(), new String(bytes, StandardCharsets.UTF_8));
        }
      }
    }
  }

  /** Finds {@code name="value"} behind a semicolon or a space. */
  private static Optional<String> parameter(String line, String name) {
    String opening = name + "=\"";
    for (int at = line.indexOf(opening); at >= 0; at = line.indexOf(opening, at + 1)) {
      int from = at + opening.length();
      int to = line.indexOf('"', from);
      if (at > 0 && to >= 0 && (line.charAt(at - 1) == ' ' || line.charAt(at - 1) == ';')) {
        return Optional.of(line.substring(from, to));
      }
    }
    return Optional.empty();
  }
}
