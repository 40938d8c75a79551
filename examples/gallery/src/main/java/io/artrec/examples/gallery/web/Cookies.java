package io.artrec.examples.gallery.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads cookies as browsers send them. */
final class Cookies {
  private static final int MOST = 50;

  private Cookies() {}

  /** Returns values by name; the first counts where a name comes twice. */
  static Map<String, String> read(List<String> headers) {
    Map<String, String> cookies = new HashMap<>();
    for (String header : headers) {
      for (String pair : header.split(";", MOST)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          cookies.putIfAbsent(
              pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
        }
      }
    }
    return cookies;
  }
}
