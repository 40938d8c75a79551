package io.artrec.classification;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ExtractionResult;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.WeightedFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Catalogues of works "w0", "w1", ... by artists, with features and labels, made for a test. */
final class Examples {
  private final List<Artwork> works = new ArrayList<>();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final List<WeightedFeature> features = new ArrayList<>();

  private Examples() {}

  /** One feature "f" of given rows; labels "a", "b", ...; each work by an artist of its own. */
  static LabeledArtworks of(float[][] rows, int[] targets) {
    return works(rows.length, i -> "artist " + i, i -> label(targets[i]))
        .feature("f", 1, rows)
        .labeled();
  }

  static String label(int target) {
    return String.valueOf((char) ('a' + target));
  }

  /** Works without features yet; a label may be empty. */
  static Examples works(int count, IntFunction<String> artist, IntFunction<String> label) {
    Examples examples = new Examples();
    for (int i = 0; i < count; i++) {
      Artwork.Builder work = Artwork.builder("w" + i, "Work " + i);
      if (!artist.apply(i).isEmpty()) {
        Arrays.stream(artist.apply(i).split(" and ", -1)).forEach(work::artist);
      }
      examples.works.add(work.build());
      examples.labels.put("w" + i, label.apply(i));
    }
    return examples;
  }

  /** Adds a feature; an empty row is a missing one. */
  Examples feature(String name, double weight, float[][] rows) {
    features.add(new WeightedFeature(weight, known(name, rows)));
    return this;
  }

  static KnownVectors known(String name, float[][] rows) {
    Map<String, float[]> vectors = new LinkedHashMap<>();
    int dimensions = 1;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length > 0) {
        vectors.put("w" + i, rows[i]);
        dimensions = rows[i].length;
      }
    }
    return KnownVectors.of(name, dimensions, vectors);
  }

  List<KnownVectors> features() {
    return features.stream().map(weighted -> (KnownVectors) weighted.feature()).toList();
  }

  Catalog catalog() {
    return Catalog.of(works);
  }

  ExtractionResult extracted() {
    return FeatureExtraction.standard().threads(1).run(catalog(), features);
  }

  LabeledArtworks labeled() {
    return LabeledArtworks.of(
        catalog(), extracted(), work -> Optional.ofNullable(labels.get(work.id())));
  }
}
