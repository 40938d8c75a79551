package io.artrec.explain;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.YearRange;
import io.artrec.feature.SharedTrait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What two works have in common, as far as it had a part in a score: word for word, or by a
 * threshold that neither the score nor other works change. Immutable and thread-safe.
 */
public final class SharedTraits {
  /**
   * Works are close in time when all years in which either may have been made lie within as many.
   */
  public static final int CLOSE_YEARS = 30;

  /** Works are of a similar size when neither side of one is longer than as many of the other's. */
  public static final double SAME_SIDE = 1.2;

  private static final double WORTH_A_WORD = 0.15;

  /** Facets of one kind of trait each. */
  private static final Set<String> NARROW =
      Set.of(
          "palette",
          "texture",
          "subject",
          "artist",
          "movement",
          "genre",
          "medium",
          "period",
          "size");

  private final List<String> artists;
  private final List<String> linked;
  private final List<String> movements;
  private final List<String> subjects;
  private final List<String> colors;
  private final Set<String> facets;
  private final Map<String, List<SharedTrait>> told;

  private SharedTraits(
      List<String> artists,
      List<String> linked,
      List<String> movements,
      List<String> subjects,
      List<String> colors,
      Set<String> facets,
      Map<String, List<SharedTrait>> told) {
    this.artists = List.copyOf(artists);
    this.linked = List.copyOf(linked);
    this.movements = List.copyOf(movements);
    this.subjects = List.copyOf(subjects);
    this.colors = List.copyOf(colors);
    this.facets = Collections.unmodifiableSet(new LinkedHashSet<>(facets));
    this.told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
  }

  /**
   * Returns the artists who made both works; works after them or attributed to them do not count.
   *
   * @return names, as the record of the work explained has them
   */
  public List<String> artists() {
    return artists;
  }

  /**
   * Returns the artists whom both records name in any other way; none where one made both.
   *
   * @return names, as the record of the work explained has them
   */
  public List<String> linkedArtists() {
    return linked;
  }

  /**
   * Returns the movements that both works are counted among.
   *
   * @return names, as the record of the work explained has them
   */
  public List<String> movements() {
    return movements;
  }

  /**
   * Returns what both works show, beside what a feature {@linkplain #told tells}.
   *
   * @return subjects, as the record of the work explained has them
   */
  public List<String> subjects() {
    return subjects;
  }

  /**
   * Returns the values of the attribute {@code palette} that both works have.
   *
   * @return colours, as the record of the work explained has them
   */
  public List<String> colors() {
    return colors;
  }

  /**
   * Returns other facets in which the works are alike: kinds and media that are equal, dates within
   * {@value #CLOSE_YEARS} years, sides within a factor of {@value #SAME_SIDE}, and features from
   * their {@link io.artrec.feature.FeatureSpec#alikeFrom} on.
   *
   * @return facets, those that count most first
   */
  public Set<String> facets() {
    return facets;
  }

  /**
   * Returns what features that had a part in the score say of both works ({@link
   * io.artrec.feature.FeatureEncoder#shared}), true by the threshold that each of them states.
   *
   * @return traits by facet, facets that count most first, none of them without traits
   */
  public Map<String, List<SharedTrait>> told() {
    return told;
  }

  /**
   * Compares the work explained with one that speaks for or against it. Facets of several kinds,
   * such as details, texts and embeddings, stand for every trait of the records but colours.
   */
  static SharedTraits of(Explanation explanation, Artwork known) {
    Set<String> speaking = speaking(explanation.facets(known));
    boolean broad = !NARROW.containsAll(speaking);
    Artwork work = explanation.artwork();
    List<String> both = common(makers(work), makers(known));
    Map<String, List<SharedTrait>> told = told(explanation, known, speaking);
    SharedTraits all =
        new SharedTraits(
            both,
            both.isEmpty() ? common(credits(work), credits(known)) : List.of(),
            common(work.movements(), known.movements()),
            uncovered(common(work.subjects(), known.subjects()), told),
            common(palette(work), palette(known)),
            speaking.stream()
                .filter(
                    facet ->
                        isAlike(facet, work, known)
                            .orElseGet(() -> explanation.isAlike(facet, known)))
                .collect(Collectors.toCollection(LinkedHashSet::new)),
            told);
    return all.spokenBy(speaking, broad);
  }

  private static Map<String, List<SharedTrait>> told(
      Explanation explanation, Artwork known, Set<String> speaking) {
    Map<String, List<SharedTrait>> told = new LinkedHashMap<>();
    for (String facet : speaking) {
      List<SharedTrait> traits = explanation.told(facet, known);
      if (!traits.isEmpty()) {
        told.put(facet, traits);
      }
    }
    return told;
  }

  /** The values that nothing told says as well. */
  private static List<String> uncovered(List<String> values, Map<String, List<SharedTrait>> told) {
    return values.stream()
        .filter(
            value ->
                told.values().stream()
                    .flatMap(List::stream)
                    .noneMatch(trait -> trait.covered().contains(value)))
        .toList();
  }

  /** The facets that make most of what a work amounts to, those that count most first. */
  private static Set<String> speaking(Map<String, Double> amounts) {
    double sum = amounts.values().stream().mapToDouble(amount -> amount).sum();
    double sign = sum < 0 ? -1 : 1;
    double strongest = amounts.values().stream().mapToDouble(a -> sign * a).max().orElse(0);
    return amounts.entrySet().stream()
        .filter(facet -> speaks(sign * facet.getValue(), strongest))
        .sorted(Comparator.comparingDouble(facet -> -sign * facet.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static boolean speaks(double amount, double strongest) {
    return amount > 0 && amount >= WORTH_A_WORD * strongest;
  }

  /** What records say of a facet; empty when it is not theirs to say. */
  private static Optional<Boolean> isAlike(String facet, Artwork a, Artwork b) {
    return switch (facet) {
      case "artist", "movement", "subject" -> Optional.of(false);
      case "genre" -> Optional.of(isEqual(a.genre(), b.genre()));
      case "medium" -> Optional.of(isEqual(a.medium(), b.medium()));
      case "period" ->
          Optional.of(
              a.created().isPresent()
                  && b.created().isPresent()
                  && isClose(a.created().get(), b.created().get()));
      case "size" -> Optional.of(isSameSize(a, b));
      default -> Optional.empty();
    };
  }

  private static boolean isEqual(Optional<String> a, Optional<String> b) {
    return a.isPresent() && b.isPresent() && key(a.get().strip()).equals(key(b.get().strip()));
  }

  private static boolean isClose(YearRange a, YearRange b) {
    return (long) Math.max(a.last(), b.last()) - Math.min(a.first(), b.first()) <= CLOSE_YEARS;
  }

  private static boolean isSameSize(Artwork a, Artwork b) {
    return a.dimensions().isPresent()
        && b.dimensions().isPresent()
        && isSameSide(a.dimensions().get().width(), b.dimensions().get().width())
        && isSameSide(a.dimensions().get().height(), b.dimensions().get().height());
  }

  private static boolean isSameSide(OptionalDouble a, OptionalDouble b) {
    return a.isPresent()
        && b.isPresent()
        && Math.max(a.getAsDouble(), b.getAsDouble())
            <= SAME_SIDE * Math.min(a.getAsDouble(), b.getAsDouble());
  }

  /**
   * Returns the traits that hold for either of two known works.
   *
   * @param other what another known work shares with the work explained
   * @return what all three have in common
   */
  public SharedTraits and(SharedTraits other) {
    Set<String> both = new LinkedHashSet<>(facets);
    both.retainAll(other.facets);
    Map<String, List<SharedTrait>> ofAll = new LinkedHashMap<>();
    told.forEach(
        (facet, traits) -> {
          List<SharedTrait> common = new ArrayList<>(traits);
          common.retainAll(other.told.getOrDefault(facet, List.of()));
          if (!common.isEmpty()) {
            ofAll.put(facet, common);
          }
        });
    return new SharedTraits(
        common(artists, other.artists),
        common(linked, other.linked),
        common(movements, other.movements),
        common(subjects, other.subjects),
        common(colors, other.colors),
        both,
        ofAll);
  }

  /** These traits, less those of facets that had no part in the score. */
  private SharedTraits spokenBy(Set<String> speaking, boolean broad) {
    return new SharedTraits(
        broad || speaking.contains("artist") ? artists : List.of(),
        speaking.contains("artist") ? linked : List.of(),
        broad || speaking.contains("movement") ? movements : List.of(),
        broad || speaking.contains("subject") ? subjects : List.of(),
        speaking.contains("palette") ? colors : List.of(),
        facets,
        told);
  }

  /**
   * Tells whether nothing is shared.
   *
   * @return true without any trait
   */
  public boolean isEmpty() {
    return artists.isEmpty()
        && linked.isEmpty()
        && movements.isEmpty()
        && subjects.isEmpty()
        && colors.isEmpty()
        && facets.isEmpty()
        && told.isEmpty();
  }

  /**
   * Whether the work explained and another have nothing in common that could be said, whatever had
   * a part in the score.
   */
  static boolean areUnlike(Explanation explanation, Artwork known) {
    Artwork work = explanation.artwork();
    return common(credits(work), credits(known)).isEmpty()
        && common(work.movements(), known.movements()).isEmpty()
        && common(work.subjects(), known.subjects()).isEmpty()
        && !isEqual(work.genre(), known.genre())
        && !explanation.isAlike(known)
        && explanation.told(known).isEmpty();
  }

  private static List<String> makers(Artwork artwork) {
    return artwork.artists().stream()
        .filter(credit -> credit.qualifier() == ArtistCredit.Qualifier.BY)
        .map(ArtistCredit::name)
        .toList();
  }

  private static List<String> credits(Artwork artwork) {
    return artwork.artists().stream().map(ArtistCredit::name).toList();
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
