package io.artrec.examples.gallery.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Addresses of pages here. */
public final class Paths {
  private Paths() {}

  /**
   * Makes a path of parts, whatever characters they hold.
   *
   * @param parts what stands between slashes; may hold slashes itself, and more than one dot
   * @return the path, beginning with a slash
   */
  public static String of(String... parts) {
    StringBuilder path = new StringBuilder();
    for (String part : List.of(parts)) {
      path.append('/').append(encoded(part));
    }
    return path.toString();
  }

  /**
   * Makes a text a part of an address.
   *
   * @param text any characters
   * @return percent signs for all but letters, digits and a few signs
   */
  public static String encoded(String text) {
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
  }
}
