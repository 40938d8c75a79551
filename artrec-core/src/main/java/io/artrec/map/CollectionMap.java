package io.artrec.map;

import io.artrec.catalog.Catalog;
import io.artrec.feature.AttributeLevels;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A collection on a plane, with its neighborhoods and what is telling of each. A region is where
 * works lie more densely than around; its terms are values of records, as artists, movements and
 * subjects, by {@link AttributeLevels}. Immutable and thread-safe.
 *
 * <pre>{@code
 * FeatureMatrix vectors = recommender.features().find("details").orElseThrow();
 * PlaneLayout layout = Tsne.standard().layout(vectors, Workers.of(2));
 * CollectionMap map = CollectionMap.of(recommender.catalog(), layout);
 * Files.writeString(file, MapDrawing.standard().svg(map));
 * }</pre>
 */
public final class CollectionMap {
  private static final int TERMS = 3;

  private final Catalog catalog;
  private final PlaneLayout layout;
  private final List<MapRegion> regions;
  private final int[] regionOf;

  private CollectionMap(
      Catalog catalog, PlaneLayout layout, List<MapRegion> regions, int[] regionOf) {
    this.catalog = catalog;
    this.layout = layout;
    this.regions = regions;
    this.regionOf = regionOf;
  }

  /**
   * {@return the map of a collection}
   *
   * @param catalog the works
   * @param layout where they lie
   * @throws IllegalArgumentException when the layout is of another number of works
   */
  public static CollectionMap of(Catalog catalog, PlaneLayout layout) {
    if (layout.size() != catalog.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "layout of %d works, catalogue of %d; expected as many",
              layout.size(),
              catalog.size()));
    }
    TellingLevels telling = new TellingLevels(AttributeLevels.of(catalog), layout.placed());
    List<MapRegion> regions =
        DensityRegions.of(layout).stream()
            .map(
                works ->
                    new MapRegion(
                        works,
                        telling.of(works, TERMS),
                        middle(Arrays.stream(works).mapToDouble(layout::x).toArray()),
                        middle(Arrays.stream(works).mapToDouble(layout::y).toArray())))
            .toList();
    int[] regionOf = new int[catalog.size()];
    Arrays.fill(regionOf, -1);
    for (int region = 0; region < regions.size(); region++) {
      for (int artwork : regions.get(region).artworks()) {
        regionOf[artwork] = region;
      }
    }
    return new CollectionMap(catalog, layout, regions, regionOf);
  }

  private static double middle(double[] values) {
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }

  /** {@return the works} */
  public Catalog catalog() {
    return catalog;
  }

  /** {@return where works lie} */
  public PlaneLayout layout() {
    return layout;
  }

  /** {@return the regions, the largest first} */
  public List<MapRegion> regions() {
    return regions;
  }

  /**
   * {@return the place in {@link #regions} of the region that a work lies in; empty for a work
   * without a place}
   *
   * @param artwork its catalogue index
   */
  public OptionalInt regionOf(int artwork) {
    return regionOf[artwork] < 0 ? OptionalInt.empty() : OptionalInt.of(regionOf[artwork]);
  }
}
