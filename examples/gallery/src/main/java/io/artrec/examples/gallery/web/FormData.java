package io.artrec.examples.gallery.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fields and files of a form, as browsers send them in either of their two ways. Immutable. */
final class FormData {
  private static final int MOST_FIELDS = 100;
  private static final Pattern BOUNDARY =
      Pattern.compile("multipart/form-data;.*boundary=\"?([0-9A-Za-z'()+_,./:=? -]{1,70})\"?.*");
  private static final Pattern FIELD =
      Pattern.compile("(?i)content-disposition:.*[; ]name=\"([^\"]*)\".*");

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
    Matcher boundary = BOUNDARY.matcher(type);
    if (boundary.matches()) {
      return parts(body, boundary.group(1));
    }
    throw new Refusal(415, "a body of the kind '" + type + "' is not read here");
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
      part(text.substring(from + 2, Math.max(from + 2, head)), text, head + 4, end, values, files);
      from = end + between.length();
    }
    return new FormData(values, files);
  }

  private static void part(
      String head,
      String text,
      int from,
      int to,
      Map<String, String> values,
      Map<String, byte[]> files) {
    for (String line : head.split("\r\n", MOST_FIELDS)) {
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        byte[] bytes = text.substring(Math.min(from, to), to).getBytes(StandardCharsets.ISO_8859_1);
        if (line.contains("filename=")) {
          files.putIfAbsent(field.group(1), bytes);
        } else {
          values.putIfAbsent(field.group(1), new String(bytes, StandardCharsets.UTF_8));
        }
      }
    }
  }
}
