package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.web.Request;
import io.artrec.examples.gallery.words.Text;
import io.artrec.examples.gallery.words.Words;
import java.util.Locale;

/** A request, with who makes it and in which language. Immutable. */
final class Visit {
  private final Request request;
  private final String visitor;
  private final boolean known;
  private final Words words;
  private final String theme;
  private final String token;
  private final Guest guest;

  /** Gathers what a visit consists of. */
  Visit(Request request, Identity identity, Words words, Guest guest) {
    this.request = request;
    visitor = identity.visitor();
    known = identity.known();
    token = identity.token();
    this.words = words;
    this.guest = guest;
    theme = request.cookie(Entrance.THEME).filter(Entrance.THEMES::contains).orElse("auto");
  }

  /**
   * Who somebody is.
   *
   * @param visitor an id that only they know
   * @param known whether they brought it
   * @param token what their changes must bring
   */
  record Identity(String visitor, boolean known, String token) {}

  Request request() {
    return request;
  }

  String visitor() {
    return visitor;
  }

  /** Whether the visitor has been here before this request, and keeps cookies. */
  boolean isKnown() {
    return known;
  }

  Words words() {
    return words;
  }

  Locale locale() {
    return words.locale();
  }

  String say(Text text, Object... values) {
    return words.say(text, values);
  }

  String theme() {
    return theme;
  }

  String token() {
    return token;
  }

  Guest guest() {
    return guest;
  }

  /** Where to go back to after a change: the page it was made on, or the wall. */
  String back() {
    return request
        .value("back")
        .filter(path -> path.matches("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*"))
        .orElse("/");
  }
}
