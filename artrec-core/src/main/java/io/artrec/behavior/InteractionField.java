package io.artrec.behavior;

import java.util.List;

/** What a column of a file of events can hold, with the names by which it is found unless told. */
public enum InteractionField {
  /** The visitor's id; a must. */
  USER(
      "user",
      "user_id",
      "visitor",
      "visitor_id",
      "customer",
      "customer_id",
      "member",
      "member_id",
      "用户"),
  /** The artwork's id; a must. */
  ARTWORK(
      "artwork",
      "artwork_id",
      "item",
      "item_id",
      "work",
      "object_id",
      "movie_id",
      "product",
      "product_id",
      "作品"),
  /** What was done, by {@link InteractionKind#code()}. */
  KIND("kind", "event", "event_type", "action", "interaction"),
  /** The rating, or how strongly. */
  VALUE("value", "rating", "score", "weight", "评分"),
  /** When. */
  TIME("time", "timestamp", "instant", "date", "event_time", "datetime", "created_at", "时间"),
  /** The visitor's words. */
  COMMENT("comment", "review", "text", "评论"),
  /** An id of the event. */
  EVENT_ID("event_id", "uuid");

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes an immutable list
  private final List<String> names;

  InteractionField(String... names) {
    this.names = List.of(names);
  }

  /**
   * {@return the names by which the field is found unless told, the most wanted first; case, spaces
   * and punctuation do not matter}
   */
  public List<String> defaultNames() {
    return names;
  }
}
