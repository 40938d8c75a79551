package io.artrec.catalog;

/** Where the open-data files of well-known museums hold what. All constants are immutable. */
public final class MuseumLayouts {
  private MuseumLayouts() {}

  /**
   * Returns the layout of Tate's {@code artwork_data.csv}. Its columns {@code width} and {@code
   * height} are swapped: the size in words, height first, is what Tate prints.
   *
   * @return the mapping
   */
  public static ColumnMapping tate() {
    return ColumnMapping.empty()
        .column(ArtworkField.ID, "id")
        .column(ArtworkField.TITLE, "title")
        .column(ArtworkField.ARTIST, "artist")
        .separator(ArtworkField.ARTIST, "|")
        .column(ArtworkField.ARTIST_ROLE, "artistRole")
        .column(ArtworkField.DATE, "dateText")
        .column(ArtworkField.YEAR, "year", "yearStart")
        .column(ArtworkField.MOVEMENT, "movements")
        .separator(ArtworkField.MOVEMENT, "|")
        .column(ArtworkField.SUBJECT, "subjects")
        .separator(ArtworkField.SUBJECT, "|")
        .column(ArtworkField.MEDIUM, "medium")
        .column(ArtworkField.DIMENSIONS, "dimensions")
        .column(ArtworkField.HEIGHT, "width")
        .column(ArtworkField.WIDTH, "height")
        .column(ArtworkField.DEPTH, "depth")
        .column(ArtworkField.UNIT, "units")
        .sizeUnit(SizeUnit.MM)
        .column(ArtworkField.IMAGE, "thumbnailUrl")
        .ignore("thumbnailCopyright", "url", "artistId");
  }

  /**
   * Returns the layout of {@code MetObjects.csv} of the Metropolitan Museum of Art.
   *
   * @return the mapping
   */
  public static ColumnMapping met() {
    return ColumnMapping.empty()
        .column(ArtworkField.ID, "Object ID")
        .column(ArtworkField.TITLE, "Title", "Object Name")
        .column(ArtworkField.ARTIST, "Artist Display Name")
        .separator(ArtworkField.ARTIST, "|")
        .column(ArtworkField.ARTIST_ROLE, "Artist Prefix")
        .column(ArtworkField.DATE, "Object Date")
        .column(ArtworkField.YEAR_BEGIN, "Object Begin Date")
        .column(ArtworkField.YEAR_END, "Object End Date")
        .column(ArtworkField.GENRE, "Classification", "Object Name")
        .column(ArtworkField.MEDIUM, "Medium")
        .column(ArtworkField.SUBJECT, "Tags")
        .separator(ArtworkField.SUBJECT, "|")
        .column(ArtworkField.DIMENSIONS, "Dimensions")
        .ignore(
            "Artist ULAN URL",
            "Artist Wikidata URL",
            "Link Resource",
            "Object Wikidata URL",
            "Metadata Date",
            "Tags AAT URL",
            "Tags Wikidata URL",
            "Artist Alpha Sort",
            "Constituent ID",
            "Artist Display Bio",
            "Rights and Reproduction",
            "Repository");
  }

  /**
   * Returns the layout of {@code Artworks.csv} of the Museum of Modern Art.
   *
   * @return the mapping
   */
  public static ColumnMapping moma() {
    return ColumnMapping.empty()
        .column(ArtworkField.ID, "ObjectID")
        .column(ArtworkField.TITLE, "Title")
        .column(ArtworkField.ARTIST, "Artist")
        .separator(ArtworkField.ARTIST, "|;")
        .column(ArtworkField.DATE, "Date")
        .column(ArtworkField.MEDIUM, "Medium")
        .column(ArtworkField.GENRE, "Classification")
        .column(ArtworkField.DIMENSIONS, "Dimensions")
        .column(ArtworkField.WIDTH, "Width (cm)")
        .column(ArtworkField.HEIGHT, "Height (cm)")
        .column(ArtworkField.DEPTH, "Depth (cm)")
        .column(ArtworkField.IMAGE, "ImageURL", "ThumbnailURL")
        .ignore("URL", "ConstituentID", "ArtistBio", "Cataloged", "BeginDate", "EndDate");
  }

  /**
   * Returns the layout of the Art Institute of Chicago's artworks, one JSON object a line as in
   * {@code allArtworks.jsonl} of its data dump.
   *
   * @return the mapping
   */
  public static ColumnMapping artInstituteOfChicago() {
    return ColumnMapping.empty()
        .column(ArtworkField.ID, "id")
        .column(ArtworkField.TITLE, "title")
        .column(ArtworkField.ARTIST, "artist_titles", "artist_title")
        .column(ArtworkField.DATE, "date_display")
        .column(ArtworkField.YEAR_BEGIN, "date_start")
        .column(ArtworkField.YEAR_END, "date_end")
        .column(ArtworkField.MOVEMENT, "style_titles", "style_title")
        .column(ArtworkField.GENRE, "artwork_type_title")
        .column(ArtworkField.MEDIUM, "medium_display")
        .column(ArtworkField.TECHNIQUE, "technique_titles")
        .column(ArtworkField.SUBJECT, "subject_titles")
        .column(ArtworkField.DESCRIPTION, "description", "short_description")
        .column(ArtworkField.DIMENSIONS, "dimensions")
        .column(ArtworkField.AVAILABILITY, "is_on_view")
        .column(ArtworkField.IMAGE, "image_id")
        .ignore(
            "api_model",
            "api_link",
            "thumbnail.lqip",
            "thumbnail.alt_text",
            "suggest_autocomplete_all",
            "timestamp",
            "updated_at",
            "source_updated_at",
            "publication_history",
            "exhibition_history",
            "provenance_text");
  }

  /**
   * Returns the layout of the Carnegie Museum of Art's {@code cmoa.csv}, and of its JSON with one
   * object a line. Sizes are in inches.
   *
   * @return the mapping
   */
  public static ColumnMapping carnegie() {
    return ColumnMapping.empty()
        .column(ArtworkField.ID, "id")
        .column(ArtworkField.TITLE, "title")
        .column(ArtworkField.ARTIST, "full_name", "creator.full_name")
        .separator(ArtworkField.ARTIST, "|")
        .column(ArtworkField.ARTIST_ROLE, "role", "creator.role")
        .column(ArtworkField.DATE, "creation_date")
        .column(ArtworkField.YEAR_BEGIN, "creation_date_earliest")
        .column(ArtworkField.YEAR_END, "creation_date_latest")
        .column(ArtworkField.MEDIUM, "medium")
        .column(ArtworkField.GENRE, "classification")
        .column(ArtworkField.WIDTH, "item_width")
        .column(ArtworkField.HEIGHT, "item_height")
        .column(ArtworkField.DEPTH, "item_depth")
        .sizeUnit(SizeUnit.INCH)
        .column(ArtworkField.IMAGE, "image_url", "images.image_url")
        .ignore("web_url", "provenance_text", "artist_id", "creator.artist_id");
  }
}
