package io.artrec.text.mood;

import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The moods of a catalogue's works, read once. Immutable and thread-safe; works that come later are
 * not in it, so read again after an update. O(words of all records) to read.
 */
public final class CatalogMoods {
  private final MoodReader reader;
  private final Catalog catalog;
  private final List<Optional<ArtworkMood>> moods;

  private CatalogMoods(MoodReader reader, Catalog catalog, List<Optional<ArtworkMood>> moods) {
    this.reader = reader;
    this.catalog = catalog;
    this.moods = moods;
  }

  /**
   * Reads the moods of works by their records and those of the two features that are there.
   *
   * @param reader reads them
   * @param catalog the works
   * @param features their features, as {@link io.artrec.Recommender#features} gives them; may be
   *     {@link FeatureStore#empty}
   * @return the moods
   * @throws IllegalArgumentException when there are features of another number of works, or one of
   *     the names that is another than artrec-vision has
   */
  public static CatalogMoods of(MoodReader reader, Catalog catalog, FeatureStore features) {
    if (features.artworks() != catalog.size()) {
      throw new IllegalArgumentException(
          "reading moods of "
              + catalog.size()
              + " works with features of "
              + features.artworks()
              + "; pass catalog and features of one recommender");
    }
    List<Optional<ArtworkMood>> moods = new ArrayList<>(catalog.size());
    for (int index = 0; index < catalog.size(); index++) {
      moods.add(reader.read(catalog.get(index), features, index));
    }
    return new CatalogMoods(reader, catalog, List.copyOf(moods));
  }

  /** {@return what read the moods} */
  public MoodReader reader() {
    return reader;
  }

  /** {@return the works} */
  public Catalog catalog() {
    return catalog;
  }

  /**
   * {@return the mood of a work; empty where there is no evidence of any kind}
   *
   * @param index its catalogue index
   */
  public Optional<ArtworkMood> mood(int index) {
    return moods.get(index);
  }

  /**
   * {@return its mood; empty where there is no evidence of any kind, and for a work that came
   * later}
   *
   * @param id the artwork's id
   */
  public Optional<ArtworkMood> mood(String id) {
    return catalog.indexOf(id).stream().mapToObj(this::mood).flatMap(Optional::stream).findFirst();
  }

  /**
   * Says why a work has no mood.
   *
   * @param index its catalogue index
   * @return the reason; empty where it has one
   */
  public Optional<String> whyNone(int index) {
    return mood(index).isPresent()
        ? Optional.empty()
        : Optional.of(
            "no image was measured, and the record has no subject with a feeling and no word of"
                + " mood");
  }

  /**
   * Returns how many works have a mood.
   *
   * @return 0 to the size of the catalogue
   */
  public int known() {
    return (int) moods.stream().filter(Optional::isPresent).count();
  }

  /**
   * Returns how many works have evidence of one kind.
   *
   * @param source the kind
   * @return 0 to the size of the catalogue
   */
  public int known(MoodSource source) {
    return (int)
        moods.stream()
            .flatMap(Optional::stream)
            .filter(mood -> mood.contributions().stream().anyMatch(c -> c.source() == source))
            .count();
  }
}
