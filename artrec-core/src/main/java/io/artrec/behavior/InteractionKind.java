package io.artrec.behavior;

import java.util.Locale;
import java.util.Optional;

/**
 * What a visitor did, or was shown. The stable {@link #code()} is what files hold, never the
 * ordinal or the constant's name.
 */
public enum InteractionKind {
  /** Looked at the work. */
  VIEW("view", 1),
  /** Opened the work from a list. */
  CLICK("click", 2),
  /** Marked the work as a favourite. */
  FAVORITE("favorite", 3),
  /** Took a favourite back. */
  UNFAVORITE("unfavorite", 4),
  /** Gave a number; the event's value is the rating. */
  RATING("rating", 5),
  /** Bought the work or a print of it. */
  PURCHASE("purchase", 6),
  /** Wrote about the work. */
  COMMENT("comment", 7),
  /** Showed the work to somebody. */
  SHARE("share", 8),
  /** Passed over the work when it was offered. */
  SKIP("skip", 9),
  /** Said not to like the work. */
  DISLIKE("dislike", 10),
  /**
   * Was shown the work. Nothing that they did: it says nothing of taste, is no part of a {@link
   * History}, and nobody learns from it; works shown again and again without any other event fade
   * by {@link ImpressionDiscount}.
   */
  IMPRESSION("impression", 11);

  private static final InteractionKind[] KINDS = values();

  private final String code;
  private final byte tag;

  InteractionKind(String code, int tag) {
    this.code = code;
    this.tag = (byte) tag;
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
   * Returns the kind with a code; case and British spelling do not matter.
   *
   * @param code the code, for instance {@code "favorite"} or {@code "Favourite"}
   * @return the kind, or empty when there is none
   */
  public static Optional<InteractionKind> ofCode(String code) {
    String wanted = code.strip().toLowerCase(Locale.ROOT).replace("favour", "favor");
    for (InteractionKind kind : KINDS) {
      if (kind.code.equals(wanted)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** A small number that is stable across versions, 1 to {@code KINDS.length}, for the columns. */
  byte tag() {
    return tag;
  }

  static InteractionKind ofTag(byte tag) {
    return KINDS[tag - 1];
  }
}
