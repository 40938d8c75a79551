package io.artrec.llm.enrichment;

import io.artrec.catalog.Artwork;
import java.util.List;

/** Where a field stands in a record. */
enum RecordField {
  GENRE,
  MOVEMENT,
  SUBJECT,
  DESCRIPTION,
  ATTRIBUTE;

  static RecordField of(String field) {
    return switch (field) {
      case "genre" -> GENRE;
      case "movement" -> MOVEMENT;
      case "subject" -> SUBJECT;
      case "description" -> DESCRIPTION;
      default -> ATTRIBUTE;
    };
  }

  /** Whether the record has it; an attribute is asked by its name. */
  static boolean isFilled(String field, Artwork artwork) {
    return switch (of(field)) {
      case GENRE -> artwork.genre().isPresent();
      case MOVEMENT -> !artwork.movements().isEmpty();
      case SUBJECT -> !artwork.subjects().isEmpty();
      case DESCRIPTION -> artwork.description().isPresent();
      case ATTRIBUTE -> artwork.attributes().containsKey(field);
    };
  }

  /** Writes values; a genre or description is the first of them. */
  static void write(String field, List<String> values, Artwork.Builder record) {
    switch (of(field)) {
      case GENRE -> record.genre(values.get(0));
      case MOVEMENT -> values.forEach(record::movement);
      case SUBJECT -> values.forEach(record::subject);
      case DESCRIPTION -> record.description(values.get(0));
      case ATTRIBUTE -> record.attribute(field, values);
    }
  }
}
