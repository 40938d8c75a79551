package io.artrec.catalog;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes invented works as the files of museums: the columns they have, most of them empty. */
final class LayoutFiles {
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private LayoutFiles() {}

  /** Returns the CSV file of a museum that has one. */
  static String csv(String layout, List<InventedWork> works) {
    return switch (layout) {
      case "met" -> csv(MET, works, LayoutFiles::met);
      case "cleveland" -> csv(CLEVELAND, works, LayoutFiles::cleveland);
      case "nga" -> csv(NGA, works, LayoutFiles::nga);
      case "cooper-hewitt" -> csv(COOPER_HEWITT, works, LayoutFiles::cooperHewitt);
      case "moma" -> csv(MOMA, works, LayoutFiles::moma);
      case "tate" -> csv(TATE, works, LayoutFiles::tate);
      case "carnegie" -> csv(CARNEGIE, works, LayoutFiles::carnegie);
      default -> throw new IllegalArgumentException(layout + " has no CSV");
    };
  }

  /** Returns the JSON Lines of a museum that has them. */
  static String json(String layout, List<InventedWork> works) {
    Function<InventedWork, Map<String, Object>> object =
        switch (layout) {
          case "aic" -> LayoutFiles::aic;
          case "harvard" -> LayoutFiles::harvard;
          case "mia" -> LayoutFiles::mia;
          case "cleveland" -> LayoutFiles::clevelandObject;
          case "cooper-hewitt" -> LayoutFiles::cooperHewittObject;
          default -> throw new IllegalArgumentException(layout + " has no JSON");
        };
    return works.stream().map(object).map(GSON::toJson).collect(Collectors.joining("\n"));
  }

  private static final String MET =
      "Object Number,Is Highlight,Is Timeline Work,Is Public Domain,Object ID,Gallery Number,"
          + "Department,AccessionYear,Object Name,Title,Culture,Period,Dynasty,Reign,Portfolio,"
          + "Constituent ID,Artist Role,Artist Prefix,Artist Display Name,Artist Display Bio,"
          + "Artist Suffix,Artist Alpha Sort,Artist Nationality,Artist Begin Date,Artist End Date,"
          + "Artist Gender,Artist ULAN URL,Artist Wikidata URL,Object Date,Object Begin Date,"
          + "Object End Date,Medium,Dimensions,Credit Line,Geography Type,City,State,County,Country,"
          + "Region,Subregion,Locale,Locus,Excavation,River,Classification,Rights and Reproduction,"
          + "Link Resource,Object Wikidata URL,Metadata Date,Repository,Tags,Tags AAT URL,"
          + "Tags Wikidata URL";

  private static Map<String, Object> met(InventedWork work) {
    return row(
        "Object Number",
        "24." + work.number(),
        "Is Highlight",
        "False",
        "Object ID",
        work.number(),
        "Title",
        work.title(),
        "Artist Role",
        "Artist",
        "Artist Display Name",
        work.artist(),
        "Artist Begin Date",
        "1450      ",
        "Object Date",
        work.dated(),
        "Object Begin Date",
        work.begin(),
        "Object End Date",
        work.end(),
        "Medium",
        work.medium(),
        "Dimensions",
        work.size(),
        "Classification",
        work.genre(),
        "Tags",
        String.join("|", work.subjects()));
  }

  private static final String CLEVELAND =
      "id,accession_number,share_license_status,tombstone,current_location,title,"
          + "title_in_original_language,series,series_in_original_language,creation_date,"
          + "creation_date_earliest,creation_date_latest,creators,culture,technique,"
          + "support_materials,department,collection,type,measurements,state_of_the_work,"
          + "edition_of_the_work,creditline,copyright,inscriptions,exhibitions,provenance,find_spot,"
          + "related_works,fun_fact,digital_description,wall_description,citations,"
          + "catalogue_raisonne,url,image_web,image_print,image_full,updated_at";

  private static Map<String, Object> cleveland(InventedWork work) {
    return row(
        "id",
        work.number(),
        "share_license_status",
        "CC0",
        "title",
        work.title(),
        "creation_date",
        work.dated(),
        "creation_date_earliest",
        work.begin(),
        "creation_date_latest",
        work.end(),
        "creators",
        work.artist() + " (French, 1450–1500)",
        "culture",
        "France",
        "technique",
        work.medium(),
        "type",
        work.genre(),
        "measurements",
        work.size(),
        "wall_description",
        work.description(),
        "image_web",
        work.image(),
        "updated_at",
        "2024-01-01 00:00:00");
  }

  private static Map<String, Object> clevelandObject(InventedWork work) {
    Map<String, Object> object = new LinkedHashMap<>(cleveland(work));
    object.remove("image_web");
    object.put(
        "creators",
        List.of(row("description", work.artist() + " (French, 1450–1500)", "role", "artist")));
    object.put("images", Map.of("web", row("url", work.image(), "width", "893")));
    object.put("culture", List.of("France"));
    return object;
  }

  private static final String NGA =
      "objectid,accessioned,accessionnum,locationid,title,displaydate,beginyear,endyear,"
          + "visualbrowsertimespan,medium,dimensions,inscription,markings,attributioninverted,"
          + "attribution,provenancetext,creditline,classification,subclassification,"
          + "visualbrowserclassification,parentid,isvirtual,departmentabbr,portfolio,series,volume,"
          + "watermarks,lastdetectedmodification,wikidataid,customprinturl";

  private static Map<String, Object> nga(InventedWork work) {
    return row(
        "objectid",
        work.number(),
        "accessioned",
        "1",
        "title",
        work.title(),
        "displaydate",
        work.dated(),
        "beginyear",
        work.begin(),
        "endyear",
        work.end(),
        "visualbrowsertimespan",
        "1826 to 1850",
        "medium",
        work.medium(),
        "dimensions",
        work.size(),
        "attributioninverted",
        "Sorted, Otherwise",
        "attribution",
        work.artist(),
        "classification",
        work.genre());
  }

  private static final String COOPER_HEWITT =
      "accession_number,creditline,date,decade,department_id,description,dimensions,gallery_text,"
          + "has_no_known_copyright,id,inscribed,is_loan_object,justification,label_text,markings,"
          + "media_id,medium,participants,period_id,primary_image,provenance,signed,title,title_raw,"
          + "tms:id,type,type_id,url,videos,woe:country,year_acquired,year_end,year_start";

  private static Map<String, Object> cooperHewitt(InventedWork work) {
    return row(
        "date",
        work.dated(),
        "decade",
        (work.begin() / 10 * 10),
        "description",
        work.description(),
        "dimensions",
        work.size(),
        "id",
        work.number(),
        "medium",
        work.medium(),
        "participants",
        work.artist(),
        "primary_image",
        work.image(),
        "title",
        work.title(),
        "title_raw",
        "raw",
        "tms:id",
        "7",
        "type",
        work.genre(),
        "year_acquired",
        "1950",
        "year_end",
        work.end(),
        "year_start",
        work.begin());
  }

  private static Map<String, Object> cooperHewittObject(InventedWork work) {
    Map<String, Object> object = new LinkedHashMap<>(cooperHewitt(work));
    object.put(
        "participants",
        List.of(row("person_name", work.artist(), "role_name", "Designer", "person_id", "1")));
    return object;
  }

  private static final String MOMA =
      "Title,Artist,ConstituentID,ArtistBio,Nationality,BeginDate,EndDate,Gender,Date,Medium,"
          + "Dimensions,CreditLine,AccessionNumber,Classification,Department,DateAcquired,Cataloged,"
          + "ObjectID,URL,ImageURL,OnView,Circumference (cm),Depth (cm),Diameter (cm),Height (cm),"
          + "Length (cm),Weight (kg),Width (cm),Seat Height (cm),Duration (sec.)";

  private static Map<String, Object> moma(InventedWork work) {
    return row(
        "Title",
        work.title(),
        "Artist",
        work.artist(),
        "BeginDate",
        "(1450)",
        "EndDate",
        "(1500)",
        "Date",
        work.dated(),
        "Medium",
        work.medium(),
        "Classification",
        work.genre(),
        "DateAcquired",
        "1996-04-09",
        "ObjectID",
        work.number(),
        "ImageURL",
        work.image(),
        "Height (cm)",
        work.heightCm(),
        "Width (cm)",
        work.widthCm());
  }

  private static final String TATE =
      "id,accession_number,artist,artistRole,artistId,title,dateText,medium,creditLine,year,"
          + "acquisitionYear,dimensions,width,height,depth,units,inscription,thumbnailCopyright,"
          + "thumbnailUrl,url";

  private static Map<String, Object> tate(InventedWork work) {
    return row(
        "id",
        work.number(),
        "artist",
        work.artist(),
        "artistRole",
        "artist",
        "title",
        work.title(),
        "dateText",
        work.dated(),
        "medium",
        work.medium(),
        "year",
        work.begin(),
        "acquisitionYear",
        "1922",
        "dimensions",
        String.format(
            Locale.ROOT, "support: %.0f x %.0f mm", 10 * work.heightCm(), 10 * work.widthCm()),
        "width",
        Math.round(10 * work.heightCm()),
        "height",
        Math.round(10 * work.widthCm()),
        "units",
        "mm",
        "thumbnailUrl",
        work.image());
  }

  private static final String CARNEGIE =
      "title,creation_date,creation_date_earliest,creation_date_latest,medium,accession_number,id,"
          + "credit_line,date_acquired,department,physical_location,item_width,item_height,item_depth,"
          + "item_diameter,web_url,provenance_text,classification,image_url,artist_id,party_type,"
          + "full_name,cited_name,role,nationality,birth_date,death_date,birth_place,death_place";

  private static Map<String, Object> carnegie(InventedWork work) {
    return row(
        "title",
        work.title(),
        "creation_date",
        work.dated(),
        "creation_date_earliest",
        work.begin() + "-01-01",
        "creation_date_latest",
        work.end() + "-12-31",
        "medium",
        work.medium(),
        "id",
        work.number(),
        "item_width",
        work.widthCm() / 2.54,
        "item_height",
        work.heightCm() / 2.54,
        "item_depth",
        "0.0",
        "classification",
        work.genre(),
        "image_url",
        work.image(),
        "full_name",
        work.artist(),
        "cited_name",
        "Sorted, Otherwise");
  }

  private static Map<String, Object> aic(InventedWork work) {
    Map<String, Object> object =
        row(
            "id",
            work.number(),
            "api_link",
            "https://example.org",
            "title",
            work.title(),
            "main_reference_number",
            "1906.99",
            "date_start",
            work.begin(),
            "date_end",
            work.end(),
            "date_display",
            work.dated(),
            "artist_display",
            work.artist() + "\nFrench, 1450–1500",
            "place_of_origin",
            "France",
            "dimensions",
            work.size(),
            "medium_display",
            work.medium(),
            "description",
            work.description(),
            "artwork_type_title",
            work.genre(),
            "image_id",
            work.image(),
            "fiscal_year",
            "1950");
    object.put("artist_titles", List.of(work.artist()));
    object.put("subject_titles", work.subjects());
    return object;
  }

  private static Map<String, Object> harvard(InventedWork work) {
    Map<String, Object> object =
        row(
            "objectid",
            work.number(),
            "objectnumber",
            "1949.89",
            "title",
            work.title(),
            "dated",
            work.dated(),
            "datebegin",
            work.begin(),
            "dateend",
            work.end(),
            "classification",
            work.genre(),
            "classificationid",
            "57",
            "medium",
            work.medium(),
            "century",
            "16th century",
            "dimensions",
            work.size(),
            "description",
            work.description(),
            "primaryimageurl",
            work.image(),
            "id",
            work.number(),
            "style",
            JsonNull.INSTANCE);
    object.put(
        "people",
        List.of(
            row(
                "name",
                work.artist(),
                "role",
                "Artist",
                "displayname",
                work.artist(),
                "prefix",
                JsonNull.INSTANCE)));
    return object;
  }

  private static Map<String, Object> mia(InventedWork work) {
    return row(
        "accession_number",
        "2000.143",
        "artist",
        (work.number() % 2 == 0 ? "Artist: " : "") + work.artist(),
        "classification",
        work.genre(),
        "continent",
        "Europe",
        "culture",
        JsonNull.INSTANCE,
        "dated",
        work.dated(),
        "dimension",
        work.size(),
        "id",
        work.number(),
        "image",
        "valid",
        "image_height",
        "6526",
        "image_width",
        "2579",
        "life_date",
        "French, 1450–1500",
        "medium",
        work.medium(),
        "object_name",
        "Thing",
        "rights_type",
        "Public Domain",
        "room",
        "Not on View",
        "style",
        "16th century",
        "text",
        work.description(),
        "title",
        work.title());
  }

  private static Map<String, Object> row(Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return row;
  }

  private static String csv(
      String header, List<InventedWork> works, Function<InventedWork, Map<String, Object>> row) {
    StringBuilder csv = new StringBuilder(header).append("\r\n");
    for (InventedWork work : works) {
      Map<String, Object> values = row.apply(work);
      csv.append(
              Arrays.stream(header.split(","))
                  .map(column -> "\"" + values.getOrDefault(column, "") + "\"")
                  .map(
                      cell ->
                          "\"" + cell.substring(1, cell.length() - 1).replace("\"", "\"\"") + "\"")
                  .collect(Collectors.joining(",")))
          .append("\r\n");
    }
    return csv.toString();
  }
}
