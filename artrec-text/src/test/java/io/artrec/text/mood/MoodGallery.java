package io.artrec.text.mood;

import io.artrec.Recommender;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.ContentBased;
import java.util.ArrayList;
import java.util.List;

/** Works called by moods, three of each, and some without one. */
final class MoodGallery {
  static final List<String> MOODS =
      List.of("sad", "melancholic", "lonely", "quiet", "calm", "peaceful", "joyful", "angry");

  private MoodGallery() {}

  static Catalog catalog() {
    List<Artwork> works = new ArrayList<>();
    for (int copy = 0; copy < 3; copy++) {
      for (String mood : MOODS) {
        works.add(Artwork.builder(mood + copy, mood + " " + copy).artist("artist " + copy).build());
      }
      works.add(Artwork.builder("blank" + copy, "Untitled").artist("artist " + copy).build());
    }
    works.add(Artwork.builder("funeral", "A sad funeral").artist("artist 0").build());
    return Catalog.of(works);
  }

  static CatalogMoods moods() {
    Catalog catalog = catalog();
    return CatalogMoods.of(MoodReader.standard(), catalog, FeatureStore.empty(catalog.size()));
  }

  static Recommender recommender() {
    return Recommender.builder()
        .catalog(catalog())
        .feature(AttributeFeature.artist())
        .strategy(ContentBased.cosine())
        .build();
  }
}
