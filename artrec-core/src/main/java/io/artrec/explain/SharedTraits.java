package io.artrec.explain;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What two records have in common, word for word.
 *
 * @param artists names of artists who made both; works after them or attributed to them do not
 *     count
 * @param movements movements both are counted among
 * @param subjects what both show
 * @param colors values of the attribute {@code palette} that both have
 */
record SharedTraits(
    List<String> artists, List<String> movements, List<String> subjects, List<String> colors) {

  static SharedTraits of(Artwork a, Artwork b) {
    return new SharedTraits(
        common(names(a), names(b)),
        common(a.movements(), b.movements()),
        common(a.subjects(), b.subjects()),
        common(palette(a), palette(b)));
  }

  /** What two pairs have in common both: traits that hold for either. */
  SharedTraits and(SharedTraits other) {
    return new SharedTraits(
        common(artists, other.artists),
        common(movements, other.movements),
        common(subjects, other.subjects),
        common(colors, other.colors));
  }

  /** These traits, less those of facets that had no part in the score. */
  SharedTraits spokenBy(Predicate<String> facet) {
    return new SharedTraits(
        facet.test("artist") ? artists : List.of(),
        facet.test("movement") ? movements : List.of(),
        facet.test("subject") ? subjects : List.of(),
        facet.test("palette") ? colors : List.of());
  }

  boolean isEmpty() {
    return artists.isEmpty() && movements.isEmpty() && subjects.isEmpty() && colors.isEmpty();
  }

  private static List<String> names(Artwork artwork) {
    return artwork.artists().stream()
        .filter(credit -> credit.qualifier() == ArtistCredit.Qualifier.BY)
        .map(ArtistCredit::name)
        .toList();
  }

  private static List<String> palette(Artwork artwork) {
    return artwork.attributes().getOrDefault("palette", List.of());
  }

  private static List<String> common(List<String> a, List<String> b) {
    Set<String> other = b.stream().map(SharedTraits::key).collect(Collectors.toSet());
    List<String> shared = new ArrayList<>();
    for (String value : a) {
      if (other.contains(key(value))) {
        shared.add(value);
      }
    }
    return shared;
  }

  private static String key(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}
