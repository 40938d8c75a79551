package io.artrec.catalog;

import java.util.List;

/** What a column of a catalogue file can hold, with the names by which it is found unless told. */
public enum ArtworkField {
  /** The id; a must. */
  ID("id", "artwork_id", "object_id", "objectid", "编号"),
  /** The title; a must. */
  TITLE("title", "name", "artwork_title", "标题", "题名", "作品名"),
  /** The artists, several separated by {@code |} or {@code ;}, each perhaps qualified. */
  ARTIST(
      "artists",
      "artist",
      "artist_names",
      "artist_name",
      "artist_titles",
      "artist_title",
      "creator",
      "creators",
      "artist_raw",
      "artist_display_name",
      "maker",
      "makers",
      "painter",
      "author",
      "作者",
      "艺术家"),
  /** How the artists relate to the work, such as {@code after}. */
  ARTIST_ROLE("artist_role", "artist_qualifier", "attribution"),
  /** The date as a museum writes it. */
  DATE(
      "date",
      "date_text",
      "date_display",
      "created",
      "creation_date",
      "dated",
      "object_date",
      "display_date",
      "date_created",
      "年代",
      "创作年代"),
  /** The year. */
  YEAR("year", "year_start", "创作年份", "年份"),
  /** The earliest year, or an ISO date of it. */
  YEAR_BEGIN(
      "year_begin",
      "begin_year",
      "date_start",
      "year_from",
      "object_begin_date",
      "creation_date_earliest",
      "date_begin",
      "date_earliest",
      "earliest_year"),
  /** The latest year, or an ISO date of it. */
  YEAR_END(
      "year_end",
      "end_year",
      "date_end",
      "year_to",
      "object_end_date",
      "creation_date_latest",
      "date_latest",
      "latest_year"),
  /** The movements, several separated. */
  MOVEMENT("movements", "movement", "style", "styles", "流派"),
  /** The genre. */
  GENRE("genre", "体裁", "题材类型"),
  /** The medium. */
  MEDIUM("medium", "media", "medium_display", "materials", "material", "材质"),
  /** The techniques, several separated. */
  TECHNIQUE("techniques", "technique", "技法"),
  /** The subjects, several separated. */
  SUBJECT("subjects", "subject", "tags", "keywords", "题材", "主题"),
  /** A text about the work. */
  DESCRIPTION("description", "text", "wall_description", "label_text", "描述", "简介"),
  /** The width. */
  WIDTH("width", "width_cm", "width_mm", "width_in", "宽"),
  /** The height. */
  HEIGHT("height", "height_cm", "height_mm", "height_in", "高"),
  /** The depth. */
  DEPTH("depth", "depth_cm", "depth_mm", "depth_in", "深"),
  /** The unit of width, height and depth. */
  UNIT("units", "unit", "单位"),
  /** The size in words, height first as museums write it. */
  DIMENSIONS("dimensions", "size", "measurements", "dimension", "尺寸"),
  /** The orientation: landscape, portrait or square. */
  ORIENTATION("orientation"),
  /** The price. */
  PRICE(
      "price", "price_eur", "price_usd", "price_gbp", "price_chf", "price_jpy", "price_cny", "价格"),
  /** The ISO 4217 code of the price. */
  CURRENCY("currency", "币种"),
  /** Whether the work can be had or seen. */
  AVAILABILITY("availability", "available"),
  /** Where the image is. */
  IMAGE(
      "image",
      "image_path",
      "image_file",
      "image_url",
      "primary_image",
      "primary_image_url",
      "image_web",
      "thumbnail_url",
      "图片");

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes an immutable list
  private final List<String> names;

  ArtworkField(String... names) {
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
