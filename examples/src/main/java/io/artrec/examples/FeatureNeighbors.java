package io.artrec.examples;

import io.artrec.Recommendation;
import io.artrec.Recommender;
import io.artrec.RecommenderBuilder;
import io.artrec.SimilarRequest;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.strategy.ContentBased;
import io.artrec.task.Progress;
import io.artrec.vision.color.PaletteFeature;
import java.util.ArrayList;
import java.util.List;

/** The images of a folder that are nearest to each, by features as a recommender compares them. */
final class FeatureNeighbors {
  private final FeaturesOptions options;
  private final Progress progress;

  /**
   * An image and what is nearest to it.
   *
   * @param file the image
   * @param nearest others, nearest first; the works' ids are file names
   */
  record Near(String file, List<Recommendation> nearest) {}

  FeatureNeighbors(FeaturesOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  List<Near> find(List<String> files) {
    Catalog catalog =
        Catalog.of(
            files.stream().map(file -> Artwork.builder(file, file).image(file).build()).toList());
    List<Near> found = new ArrayList<>();
    try (Recommender recommender = recommender(catalog)) {
      for (String file : files) {
        SimilarRequest request = SimilarRequest.to(file).n(options.neighbors.orElseThrow()).build();
        found.add(
            new Near(
                file,
                recommender.similar(request).stream()
                    .filter(r -> !r.explanation().isFallback())
                    .toList()));
      }
    }
    return found;
  }

  private Recommender recommender(Catalog catalog) {
    RecommenderBuilder builder =
        Recommender.builder()
            .catalog(catalog)
            .images(options.images())
            .progress(progress)
            .strategy(ContentBased.preferred());
    if (options.features.isEmpty()) {
      builder.feature(PaletteFeature.standard());
    }
    options.features.forEach(feature -> feature.comparable().ifPresent(builder::feature));
    return builder.build();
  }
}
