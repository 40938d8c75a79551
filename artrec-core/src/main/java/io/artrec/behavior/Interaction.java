package io.artrec.behavior;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing a visitor did with one artwork, or that they were shown it. Immutable.
 *
 * @param user the visitor's id, not blank
 * @param artwork the artwork's id, not blank
 * @param kind what was done
 * @param value the rating for {@link InteractionKind#RATING}; otherwise how strongly, 1 unless
 *     said; finite
 * @param time when, in the years 1 to 9999, or empty: {@code Recommender.record} then stamps it,
 *     and elsewhere it counts as older than any dated event
 * @param comment the visitor's words
 * @param eventId an id that makes recording idempotent: a second event with it is ignored
 */
public record Interaction(
    String user,
    String artwork,
    InteractionKind kind,
    double value,
    Optional<Instant> time,
    Optional<String> comment,
    Optional<String> eventId) {

  /** Validates the parts. */
  public Interaction {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(eventId, "eventId");
    if (user.isBlank() || artwork.isBlank()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "interaction of user '%s' with artwork '%s': both ids must be non-blank",
              user,
              artwork));
    }
    if (!Double.isFinite(value) || Math.abs(value) > Float.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "interaction value is %s, expected a finite number (user '%s', artwork '%s', %s)",
              value,
              user,
              artwork,
              kind.code()));
    }
    if (time.isPresent() && !EventTime.isUsable(time.get())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "interaction time is %s, expected one in the years 1 to 9999 (user '%s', artwork '%s', %s)",
              time.get(),
              user,
              artwork,
              kind.code()));
    }
  }

  /**
   * {@return an event without time, comment or event id, of value 1}
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   * @param kind what was done; use {@link #rating} for ratings
   */
  public static Interaction of(String user, String artwork, InteractionKind kind) {
    return new Interaction(
        user, artwork, kind, 1, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * {@return a view}
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   */
  public static Interaction view(String user, String artwork) {
    return of(user, artwork, InteractionKind.VIEW);
  }

  /**
   * {@return a favourite}
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   */
  public static Interaction favorite(String user, String artwork) {
    return of(user, artwork, InteractionKind.FAVORITE);
  }

  /**
   * {@return a favourite taken back}
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   */
  public static Interaction unfavorite(String user, String artwork) {
    return of(user, artwork, InteractionKind.UNFAVORITE);
  }

  /**
   * {@return a dislike}
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   */
  public static Interaction dislike(String user, String artwork) {
    return of(user, artwork, InteractionKind.DISLIKE);
  }

  /**
   * {@return a click: the work was opened from a list}
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   */
  public static Interaction click(String user, String artwork) {
    return of(user, artwork, InteractionKind.CLICK);
  }

  /**
   * {@return a purchase of the work or of a print of it}
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   */
  public static Interaction purchase(String user, String artwork) {
    return of(user, artwork, InteractionKind.PURCHASE);
  }

  /**
   * {@return a share: the work was shown to somebody}
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   */
  public static Interaction share(String user, String artwork) {
    return of(user, artwork, InteractionKind.SHARE);
  }

  /**
   * {@return a skip: the work was offered and passed over}
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   */
  public static Interaction skip(String user, String artwork) {
    return of(user, artwork, InteractionKind.SKIP);
  }

  /**
   * {@return an impression: the visitor was shown the work, and did nothing with it so far}
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   */
  public static Interaction impression(String user, String artwork) {
    return of(user, artwork, InteractionKind.IMPRESSION);
  }

  /**
   * {@return a comment}
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   * @param words what the visitor wrote
   */
  public static Interaction comment(String user, String artwork, String words) {
    return of(user, artwork, InteractionKind.COMMENT).saying(words);
  }

  /**
   * {@return a rating}
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   * @param rating the rating on the scale of the application
   */
  public static Interaction rating(String user, String artwork, double rating) {
    return new Interaction(
        user,
        artwork,
        InteractionKind.RATING,
        rating,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Tells whether this only says that the work was shown.
   *
   * @return true for an impression
   */
  public boolean isImpression() {
    return kind == InteractionKind.IMPRESSION;
  }

  /**
   * Returns this event with a time.
   *
   * @param when the time
   * @return the dated event
   */
  public Interaction at(Instant when) {
    return new Interaction(user, artwork, kind, value, Optional.of(when), comment, eventId);
  }

  /**
   * Returns this event with the visitor's words.
   *
   * @param words the comment
   * @return the event with the comment
   */
  public Interaction saying(String words) {
    return new Interaction(user, artwork, kind, value, time, Optional.of(words), eventId);
  }

  /**
   * {@return this event with an event id}
   *
   * @param id the id
   */
  public Interaction withEventId(String id) {
    return new Interaction(user, artwork, kind, value, time, comment, Optional.of(id));
  }

  /**
   * Checks that every text can be written to a file and come back: none has half a surrogate pair.
   *
   * @throws IllegalArgumentException when one has; the message says which
   */
  public void requireValidText() {
    requireValid("user", user);
    requireValid("artwork", artwork);
    comment.ifPresent(text -> requireValid("comment", text));
    eventId.ifPresent(text -> requireValid("event id", text));
  }

  private static void requireValid(String what, String text) {
    for (int at = 0; at < text.length(); at++) {
      int point = text.codePointAt(at);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the %s of an interaction has half a surrogate pair (U+%04X at %d), expected valid Unicode",
                what,
                point,
                at));
      }
      at += Character.charCount(point) - 1;
    }
  }
}
