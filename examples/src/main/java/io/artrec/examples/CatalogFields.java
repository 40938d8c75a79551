package io.artrec.examples;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.AttributeFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The fields of works, each as a feature of its own: those of records, and columns beside them. */
final class CatalogFields {
  private CatalogFields() {}

  static List<AttributeFeature> of(Catalog works) {
    List<AttributeFeature> fields =
        new ArrayList<>(
            List.of(
                AttributeFeature.artist(),
                AttributeFeature.movement(),
                AttributeFeature.genre(),
                AttributeFeature.medium(),
                AttributeFeature.subjects()));
    TreeSet<String> attributes = new TreeSet<>();
    for (Artwork work : works) {
      attributes.addAll(work.attributes().keySet());
    }
    attributes.forEach(name -> fields.add(AttributeFeature.attribute(name)));
    return fields;
  }
}
