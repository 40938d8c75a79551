package io.artrec.vision.reproduction;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ExtractionReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Which records of a catalogue are images of one work, as {@link SameArtworks} found. Immutable.
 */
public final class ArtworkReproductions {
  /** From which share of the other picture an image shows the whole of it. */
  private static final double WHOLE = 0.7;

  private final Catalog catalog;
  private final List<Group> groups;
  private final List<Match> matches;
  private final List<ExtractionReport.Failure> failures;

  /** One picture found in another, by their works' indices. */
  record Place(int picture, int in, double share, double correlation) {}

  /**
   * An image found in another one.
   *
   * @param artwork the work whose image it is
   * @param in the work in whose image it was found
   * @param extent how much of it, and how well
   */
  public record Match(String artwork, String in, Extent extent) {
    /** Validates the parts. */
    public Match {
      Objects.requireNonNull(artwork, "artwork");
      Objects.requireNonNull(in, "in");
      Objects.requireNonNull(extent, "extent");
    }
  }

  /**
   * How much of a picture another image shows, and how well they agree.
   *
   * @param share of the picture's area, above 0 and at most 1; a detail below 0.7
   * @param correlation of the luminance, from what was asked for to 1
   */
  public record Extent(double share, double correlation) {
    /**
     * Returns whether it is a detail.
     *
     * @return true below seven tenths of the picture
     */
    public boolean isDetail() {
      return share < WHOLE;
    }
  }

  /**
   * Records that are images of one work.
   *
   * @param work the id of the one that shows it best: whole before a detail, in color before gray,
   *     of the most pixels, the first
   * @param artworks the ids of all of them, two or more, in the catalogue's order
   */
  public record Group(String work, List<String> artworks) {
    /** Copies the list. */
    public Group {
      Objects.requireNonNull(work, "work");
      artworks = List.copyOf(artworks);
    }
  }

  ArtworkReproductions(
      Catalog catalog,
      Map<Integer, Picture> pictures,
      List<Place> places,
      List<ExtractionReport.Failure> failures) {
    this.catalog = catalog;
    this.failures = failures;
    this.matches =
        places.stream()
            .map(
                place ->
                    new Match(
                        catalog.get(place.picture()).id(),
                        catalog.get(place.in()).id(),
                        new Extent(place.share(), place.correlation())))
            .toList();
    this.groups = groups(pictures, places);
  }

  private List<Group> groups(Map<Integer, Picture> pictures, List<Place> places) {
    Map<Integer, Integer> first = new TreeMap<>();
    places.forEach(place -> join(first, place.picture(), place.in()));
    Map<Integer, List<Integer>> members = new TreeMap<>();
    pictures
        .keySet()
        .forEach(
            index ->
                members.computeIfAbsent(root(first, index), any -> new ArrayList<>()).add(index));
    List<Group> found = new ArrayList<>();
    for (List<Integer> group : members.values()) {
      if (group.size() > 1) {
        int best =
            group.stream()
                .min(
                    Comparator.comparing((Integer i) -> isDetail(i, places))
                        .thenComparing(i -> !picture(pictures, i).isColored())
                        .thenComparing(i -> -picture(pictures, i).pixels()))
                .orElseThrow();
        found.add(
            new Group(
                catalog.get(best).id(), group.stream().map(i -> catalog.get(i).id()).toList()));
      }
    }
    return List.copyOf(found);
  }

  private static Picture picture(Map<Integer, Picture> pictures, int index) {
    return Objects.requireNonNull(pictures.get(index));
  }

  private static boolean isDetail(int index, List<Place> places) {
    return places.stream().anyMatch(place -> place.picture() == index && place.share() < WHOLE);
  }

  private static void join(Map<Integer, Integer> first, int one, int other) {
    int a = root(first, one);
    int b = root(first, other);
    if (a != b) {
      first.put(Math.max(a, b), Math.min(a, b));
    }
  }

  private static int root(Map<Integer, Integer> first, int index) {
    int at = index;
    while (first.containsKey(at)) {
      at = first.get(at);
    }
    return at;
  }

  /**
   * Returns the works that more than one record shows.
   *
   * @return the groups, in the order of their first record
   */
  public List<Group> groups() {
    return groups;
  }

  /**
   * Returns what was found in what; of two images of a whole picture each lies in the other.
   *
   * @return the matches, by the catalogue's order of {@code in} and then of the found ones
   */
  public List<Match> matches() {
    return matches;
  }

  /**
   * Returns what could not be read.
   *
   * @return the failures, in the catalogue's order
   */
  public List<ExtractionReport.Failure> failures() {
    return failures;
  }

  /**
   * Returns the catalogue with {@link Artwork#WORK_ATTRIBUTE} set in all records of a group, so
   * that an answer holds one of them while other works are left.
   *
   * @return the same works in the same order
   */
  public Catalog catalog() {
    Map<String, String> works = new TreeMap<>();
    groups.forEach(group -> group.artworks().forEach(id -> works.put(id, group.work())));
    return Catalog.of(
            catalog.stream()
                .map(
                    artwork -> {
                      String work = works.get(artwork.id());
                      return work == null
                          ? artwork
                          : artwork.toBuilder()
                              .attribute(Artwork.WORK_ATTRIBUTE, List.of(work))
                              .build();
                    })
                .toList())
        .withWithdrawn(catalog.withdrawn());
  }

  /**
   * Tells the groups for people.
   *
   * @return a line for each
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d works have more than one image among %,d records%n",
            groups.size(),
            catalog.size()));
    for (Group group : groups) {
      text.append(
          String.format(
              Locale.ROOT, "  %s: %s%n", group.work(), String.join(", ", group.artworks())));
    }
    return text.toString();
  }
}
