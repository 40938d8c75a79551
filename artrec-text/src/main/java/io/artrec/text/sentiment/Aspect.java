package io.artrec.text.sentiment;

import java.util.Locale;
import java.util.Optional;

/** What of a work an opinion is about. */
public enum Aspect {
  /** Colors, palette, tones. */
  COLOR("color"),
  /** What the work shows. */
  SUBJECT("subject"),
  /** How it is made: drawing, brushwork, craft. */
  TECHNIQUE("technique"),
  /** How it is arranged: balance, perspective, space. */
  COMPOSITION("composition"),
  /** What it costs. */
  PRICE("price"),
  /** How large it is, and whether that suits. */
  SIZE("size"),
  /** What it makes feel: mood and atmosphere. */
  EMOTION("emotion");

  private final String code;

  Aspect(String code) {
    this.code = code;
  }

  /**
   * Returns the stable name in files.
   *
   * @return the lower-case name
   */
  public String code() {
    return code;
  }

  /**
   * Returns the aspect with a code; case does not matter.
   *
   * @param code the code, for instance {@code "color"}
   * @return the aspect, or empty when there is none
   */
  public static Optional<Aspect> ofCode(String code) {
    String wanted = code.strip().toLowerCase(Locale.ROOT);
    for (Aspect aspect : values()) {
      if (aspect.code.equals(wanted)) {
        return Optional.of(aspect);
      }
    }
    return Optional.empty();
  }
}
