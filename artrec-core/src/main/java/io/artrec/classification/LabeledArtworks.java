package io.artrec.classification;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ExtractionResult;
import io.artrec.feature.FeatureStore;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Works with a label each and their features: what a classifier learns from and is measured on.
 * Works without a label, and works without any of the features, are left out and counted. Immutable
 * and thread-safe; 12 bytes a work besides catalogue and features.
 *
 * <p>Works are in groups that are never divided between learning and measuring. By default these
 * are works of one artist: whoever knows Monet's other pictures tells an Impressionist by the hand,
 * which says nothing of an Impressionist never seen. A work by two artists joins the groups of
 * both, a work in an artist's manner counts as the artist's, a work without a known artist is a
 * group of its own.
 */
public final class LabeledArtworks {
  private final Catalog catalog;
  private final ExtractionResult extracted;
  private final List<String> labels;
  private final int[] works;
  private final int[] targets;
  private final int[] groups;
  private final Left left;
  private final boolean grouped;

  /** How many works of the catalogue are no examples. */
  private record Left(int unlabeled, int withoutFeatures) {}

  private LabeledArtworks(LabeledArtworks of, int[] groups, boolean grouped) {
    catalog = of.catalog;
    extracted = of.extracted;
    labels = of.labels;
    works = of.works;
    targets = of.targets;
    left = of.left;
    this.groups = groups;
    this.grouped = grouped;
  }

  private LabeledArtworks(LabeledArtworks of, int[] examples) {
    catalog = of.catalog;
    extracted = of.extracted;
    works = pick(of.works, examples);
    groups = pick(of.groups, examples);
    List<String> theirs = Arrays.stream(examples).mapToObj(of::label).toList();
    labels = List.copyOf(new TreeSet<>(theirs));
    targets = theirs.stream().mapToInt(labels::indexOf).toArray();
    left = new Left(0, 0);
    grouped = of.grouped;
  }

  private LabeledArtworks(
      Catalog catalog, ExtractionResult extracted, Function<Artwork, Optional<String>> label) {
    this.catalog = catalog;
    this.extracted = extracted;
    List<Optional<String>> given =
        IntStream.range(0, catalog.size())
            .mapToObj(work -> label.apply(catalog.get(work)).filter(text -> !text.isBlank()))
            .toList();
    works =
        IntStream.range(0, given.size())
            .filter(work -> given.get(work).isPresent() && hasFeatures(extracted.features(), work))
            .toArray();
    List<String> theirs =
        Arrays.stream(works).mapToObj(work -> given.get(work).orElseThrow().strip()).toList();
    labels = List.copyOf(new TreeSet<>(theirs));
    targets = theirs.stream().mapToInt(labels::indexOf).toArray();
    int labeled = (int) given.stream().filter(Optional::isPresent).count();
    left = new Left(given.size() - labeled, labeled - works.length);
    groups = groups(LabeledArtworks::artists);
    grouped = true;
  }

  /**
   * Joins works, features and labels; works of one artist are one group.
   *
   * @param catalog the works
   * @param extracted their features, with what fitting them learned
   * @param label a work's label, for instance {@code work ->
   *     work.movements().stream().findFirst()}; empty or blank for a work without one
   * @return the works with a label and at least one feature; labels are in the order of their
   *     characters
   * @throws IllegalArgumentException when the features are of another number of works
   */
  public static LabeledArtworks of(
      Catalog catalog, ExtractionResult extracted, Function<Artwork, Optional<String>> label) {
    if (extracted.features().artworks() != catalog.size()) {
      throw new IllegalArgumentException(
          "features are of "
              + extracted.features().artworks()
              + " works, the catalogue has "
              + catalog.size()
              + "; extract them from this catalogue");
    }
    return new LabeledArtworks(catalog, extracted, Objects.requireNonNull(label, "label"));
  }

  /**
   * {@return these works in other groups}
   *
   * @param names whatever works share that must not stand on both sides: a collection, a series, a
   *     photographer; works that share any name, whatever its case, are one group, and so are those
   *     they are joined to by others; a work without a name is a group of its own
   */
  public LabeledArtworks groupedBy(Function<Artwork, ? extends Collection<String>> names) {
    return new LabeledArtworks(this, groups(names), true);
  }

  /**
   * {@return these works as if no two had anything to do with each other, each a group of its own}
   * Figures measured so are those of recognizing known artists, and too high for others; reports
   * say so.
   */
  public LabeledArtworks ungrouped() {
    return new LabeledArtworks(this, IntStream.range(0, works.length).toArray(), false);
  }

  /**
   * Returns some of these works; their labels are those that are left.
   *
   * @param examples which, each 0 to {@code size() - 1}
   * @return these works alone, in this order, in their groups
   */
  public LabeledArtworks subset(int... examples) {
    return new LabeledArtworks(this, examples);
  }

  private static int[] pick(int[] from, int[] indices) {
    return Arrays.stream(indices).map(i -> from[i]).toArray();
  }

  private static boolean hasFeatures(FeatureStore store, int work) {
    return store.entries().stream().anyMatch(entry -> entry.matrix().isPresent(work));
  }

  private static List<String> artists(Artwork work) {
    return work.artists().stream().map(ArtistCredit::name).toList();
  }

  private int[] groups(Function<Artwork, ? extends Collection<String>> names) {
    SharedNames shared = new SharedNames(works.length);
    for (int example = 0; example < works.length; example++) {
      for (String name : names.apply(artwork(example))) {
        if (!name.isBlank()) {
          shared.add(example, name.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    return shared.groups();
  }

  /**
   * Returns the number of examples.
   *
   * @return works with a label and at least one feature
   */
  public int size() {
    return works.length;
  }

  /**
   * Returns the labels.
   *
   * @return different labels in the order of their characters
   */
  public List<String> labels() {
    return labels;
  }

  /**
   * {@return an example's label}
   *
   * @param example 0 to {@code size() - 1}
   */
  public String label(int example) {
    return labels.get(targets[example]);
  }

  /**
   * Returns an example.
   *
   * @param example 0 to {@code size() - 1}
   * @return the work
   */
  public Artwork artwork(int example) {
    return catalog.get(works[example]);
  }

  /**
   * Returns where an example stands in the catalogue.
   *
   * @param example 0 to {@code size() - 1}
   * @return its index in the catalogue and the row of its features
   */
  public int row(int example) {
    return works[example];
  }

  /**
   * Returns an example's group.
   *
   * @param example 0 to {@code size() - 1}
   * @return a number that works of one group share and no others
   */
  public int group(int example) {
    return groups[example];
  }

  /**
   * Tells whether works are in groups.
   *
   * @return false after {@link #ungrouped}
   */
  public boolean isGrouped() {
    return grouped;
  }

  /**
   * {@return how many groups have works of a label, 1 or more; 0 for another label}
   *
   * @param label one of {@link #labels}
   */
  public int groupCount(String label) {
    return (int)
        IntStream.range(0, works.length)
            .filter(example -> label(example).equals(label))
            .map(this::group)
            .distinct()
            .count();
  }

  /** {@return how many works of the catalogue have no label, 0 or more; 0 of a {@link #subset}} */
  public int unlabeled() {
    return left.unlabeled();
  }

  /**
   * {@return how many works have a label and none of the features, 0 or more; 0 of a {@link
   * #subset}}
   */
  public int withoutFeatures() {
    return left.withoutFeatures();
  }

  /**
   * Returns the features of the whole catalogue, with what fitting them learned.
   *
   * @return what was extracted
   */
  public ExtractionResult extracted() {
    return extracted;
  }

  /** The label of an example, by its place. */
  int target(int example) {
    return targets[example];
  }
}
