package io.artrec.text.wish;

import java.util.Locale;

/** What a part of a wish is about. */
public enum WishSlot {
  /** What the picture shows; the value is the English label of a subject of the tree. */
  SUBJECT,
  /** The genre, for instance {@code still life}. */
  GENRE,
  /** The movement or style, for instance {@code impressionism}. */
  STYLE,
  /** Who made it, by the name by which they are known. */
  ARTIST,
  /** What it is made with, for instance {@code oil}. */
  MEDIUM,
  /** What it is made on, for instance {@code canvas}. */
  SUPPORT,
  /** A color, or a manner of color as {@code dark}. */
  COLOR,
  /** How it feels, for instance {@code calm}. */
  MOOD,
  /** When it was made; a range of years. */
  YEAR,
  /** The width; a range in centimetres. */
  WIDTH,
  /** The height; a range in centimetres. */
  HEIGHT,
  /** The longer side; a range in centimetres. */
  SIDE,
  /** The size without a number: {@code small} or {@code large}. */
  SIZE,
  /** The format: {@code portrait}, {@code landscape}, {@code square} or {@code round}. */
  SHAPE,
  /** What it costs: a range in a currency, or {@code cheap} or {@code expensive}. */
  PRICE,
  /** Where it is: {@code sale}, {@code view}, a museum or a city. */
  WHERE,
  /** A work or an artist that works are to be like. */
  LIKE,
  /** A difference to the last answer, for instance {@code older} or {@code less blue}. */
  COMPARE,
  /** How many works are wanted; a range of one number. */
  COUNT;

  /**
   * Returns the stable name in files.
   *
   * @return the name in lower case
   */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a part of this slot says that works are in a range. */
  boolean isRange() {
    return this == YEAR || this == WIDTH || this == HEIGHT || this == SIDE || this == COUNT;
  }
}
