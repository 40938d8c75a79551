package io.artrec.catalog;

import io.artrec.tabular.internal.ColumnNames;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the open-data files of well-known museums hold what. Fields of which a layout says nothing
 * are found by their usual names, so that columns of one's own may stand beside the museum's. All
 * layouts are immutable.
 *
 * <p>A {@link CatalogLoader} without a mapping recognises the layout of a file by its column names.
 */
public final class MuseumLayouts {
  private static final int TELLING_MARKS = 3;

  private MuseumLayouts() {}

  /** {@return the layouts that there are, by name} */
  public static List<MuseumLayout> all() {
    return KnownLayouts.ALL;
  }

  /**
   * {@return the layout of a name, or empty when none is called so}
   *
   * @param name for instance {@code met}, see {@link #all}
   */
  public static Optional<MuseumLayout> named(String name) {
    return KnownLayouts.ALL.stream().filter(layout -> layout.name().equals(name)).findFirst();
  }

  /**
   * Recognises the museum whose files have such columns: at least three that are its own and no
   * other layout's in such number, and columns for id and title.
   *
   * @param columns the names of a source's columns; case, spaces and punctuation do not matter
   * @return the layout, or empty when it is no one's, or one could take it for either of two
   */
  public static Optional<MuseumLayout> recognized(List<String> columns) {
    ColumnNames names = new ColumnNames(columns);
    List<MuseumLayout> fitting =
        KnownLayouts.ALL.stream()
            .filter(
                layout ->
                    names.find(layout.mapping().namesOf(ArtworkField.ID)).length > 0
                        && names.find(layout.mapping().namesOf(ArtworkField.TITLE)).length > 0)
            .sorted(Comparator.comparingInt(layout -> -layout.marksIn(names)))
            .toList();
    if (fitting.isEmpty() || fitting.get(0).marksIn(names) < TELLING_MARKS) {
      return Optional.empty();
    }
    boolean tied =
        fitting.size() > 1 && fitting.get(1).marksIn(names) == fitting.get(0).marksIn(names);
    return tied ? Optional.empty() : Optional.of(fitting.get(0));
  }

  /**
   * Returns the layout of Tate's {@code artwork_data.csv}. Its columns {@code width} and {@code
   * height} are swapped: the size in words, height first, is what Tate prints.
   *
   * @return the mapping
   */
  public static ColumnMapping tate() {
    return ColumnMapping.byName()
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
   * Returns the layout of {@code MetObjects.csv} of the Metropolitan Museum of Art, and of its
   * collection API's JSON with one object a line.
   *
   * @return the mapping
   */
  public static ColumnMapping met() {
    return ColumnMapping.byName()
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
        .column(ArtworkField.SUBJECT, "Tags", "tags.term")
        .separator(ArtworkField.SUBJECT, "|")
        .column(ArtworkField.DIMENSIONS, "Dimensions")
        .column(ArtworkField.IMAGE, "primaryImage", "primaryImageSmall")
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
    return ColumnMapping.byName()
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
    return ColumnMapping.byName()
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
    return ColumnMapping.byName()
        .column(ArtworkField.ID, "id")
        .column(ArtworkField.TITLE, "title", "classification")
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

  /**
   * Returns the layout of the Cleveland Museum of Art's {@code data.csv}, and of its JSON with one
   * object a line. What it calls technique is the medium.
   *
   * @return the mapping
   */
  public static ColumnMapping cleveland() {
    return ColumnMapping.byName()
        .column(ArtworkField.ID, "id", "athena_id")
        .column(ArtworkField.TITLE, "title", "title_in_original_language", "type")
        .column(ArtworkField.ARTIST, "creators", "creators.description", "artists_tags")
        .column(ArtworkField.ARTIST_ROLE, "creators.qualifier")
        .column(ArtworkField.DATE, "creation_date")
        .column(ArtworkField.YEAR_BEGIN, "creation_date_earliest")
        .column(ArtworkField.YEAR_END, "creation_date_latest")
        .column(ArtworkField.MEDIUM, "technique", "support_materials")
        .column(ArtworkField.TECHNIQUE)
        .column(ArtworkField.GENRE, "type")
        .column(
            ArtworkField.DESCRIPTION,
            "description",
            "wall_description",
            "digital_description",
            "did_you_know",
            "fun_fact")
        .column(ArtworkField.DIMENSIONS, "measurements")
        .column(
            ArtworkField.IMAGE,
            "image_web",
            "image_print",
            "image_full",
            "images.web.url",
            "images.print.url",
            "images.full.url")
        .ignore(
            "url",
            "tombstone",
            "share_license_status",
            "citations",
            "exhibitions",
            "provenance",
            "external_resources",
            "updated_at");
  }

  /**
   * Returns the layout of {@code objects.csv} of the National Gallery of Art, Washington. Other
   * files of its release, such as images, are not read.
   *
   * @return the mapping
   */
  public static ColumnMapping nationalGalleryOfArt() {
    return ColumnMapping.byName()
        .column(ArtworkField.ID, "objectid")
        .column(ArtworkField.TITLE, "title", "classification")
        .column(ArtworkField.ARTIST, "attribution", "attributioninverted")
        .column(ArtworkField.ARTIST_ROLE)
        .column(ArtworkField.DATE, "displaydate")
        .column(ArtworkField.YEAR_BEGIN, "beginyear")
        .column(ArtworkField.YEAR_END, "endyear")
        .column(ArtworkField.MEDIUM, "medium")
        .column(ArtworkField.GENRE, "subclassification", "classification")
        .column(ArtworkField.DIMENSIONS, "dimensions")
        .ignore(
            "attributioninverted",
            "provenancetext",
            "lastdetectedmodification",
            "customprinturl",
            "wikidataid",
            "parentid",
            "isvirtual",
            "locationid");
  }

  /**
   * Returns the layout of the Harvard Art Museums' object records, one JSON object a line as in
   * {@code records} of its API, or as CSV with the same names.
   *
   * @return the mapping
   */
  public static ColumnMapping harvard() {
    return ColumnMapping.byName()
        .column(ArtworkField.ID, "objectid", "id")
        .column(ArtworkField.TITLE, "title", "titles.title", "worktypes.worktype", "classification")
        .column(
            ArtworkField.ARTIST,
            "people.displayname",
            "people.name",
            "people",
            "artist",
            "artists",
            "artist_name")
        .column(ArtworkField.DATE, "dated")
        .column(ArtworkField.YEAR_BEGIN, "datebegin")
        .column(ArtworkField.YEAR_END, "dateend")
        .column(ArtworkField.MOVEMENT, "style")
        .column(ArtworkField.GENRE, "classification", "worktypes.worktype")
        .column(ArtworkField.MEDIUM, "medium")
        .column(ArtworkField.TECHNIQUE, "technique")
        .column(ArtworkField.DESCRIPTION, "description", "labeltext", "commentary")
        .column(ArtworkField.DIMENSIONS, "dimensions")
        .column(ArtworkField.IMAGE, "primaryimageurl", "images.baseimageurl")
        .ignore(
            "url",
            "provenance",
            "contact",
            "lastupdate",
            "createdate",
            "rank",
            "totalpageviews",
            "totaluniquepageviews",
            "dateoffirstpageview",
            "dateoflastpageview",
            "verificationleveldescription");
  }

  /**
   * Returns the layout of the Cooper Hewitt, Smithsonian Design Museum's {@code objects.csv}, of
   * its older object records and of its API's objects, one JSON object a line.
   *
   * @return the mapping
   */
  public static ColumnMapping cooperHewitt() {
    return ColumnMapping.byName()
        .column(ArtworkField.ID, "id")
        .column(ArtworkField.TITLE, "title", "title_raw", "name", "type")
        .column(ArtworkField.ARTIST, "participants.person_name", "participants", "artist")
        .column(ArtworkField.DATE, "date", "display_date", "decade")
        .column(ArtworkField.YEAR_BEGIN, "year_start", "date_begin")
        .column(ArtworkField.YEAR_END, "year_end", "date_end")
        .column(ArtworkField.YEAR)
        .column(ArtworkField.MOVEMENT, "movement", "style", "school")
        .column(ArtworkField.GENRE, "type", "name")
        .column(ArtworkField.MEDIUM, "medium")
        .column(
            ArtworkField.DESCRIPTION, "description", "gallery_text", "label_text", "justification")
        .column(ArtworkField.DIMENSIONS, "dimensions")
        .column(ArtworkField.IMAGE, "primary_image")
        .ignore(
            "url", "videos", "provenance", "tms:id", "media_id", "type_id", "credit_line_repro");
  }

  /**
   * Returns the layout of the Minneapolis Institute of Art's objects, one JSON object a line, or as
   * CSV with the same names. Its column {@code image} says whether there is one, not where.
   *
   * @return the mapping
   */
  public static ColumnMapping mia() {
    return ColumnMapping.byName()
        .column(ArtworkField.ID, "id")
        .column(ArtworkField.TITLE, "title", "object_name", "classification")
        .column(ArtworkField.ARTIST, "artist")
        .labeled(ArtworkField.ARTIST)
        .column(ArtworkField.DATE, "dated")
        .column(ArtworkField.MOVEMENT)
        .column(ArtworkField.GENRE, "classification", "object_name")
        .column(ArtworkField.MEDIUM, "medium")
        .column(ArtworkField.DESCRIPTION, "text", "description")
        .column(ArtworkField.DIMENSIONS, "dimension")
        .column(ArtworkField.IMAGE)
        .ignore(
            "image",
            "image_copyright",
            "image_width",
            "image_height",
            "see_also",
            "restricted",
            "curator_approved",
            "provenance");
  }
}
