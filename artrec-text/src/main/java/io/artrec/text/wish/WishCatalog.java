package io.artrec.text.wish;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Availability;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Price;
import io.artrec.text.wish.WishLexicon.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * A catalogue that wishes are asked over: what its records say in the words of wishes, and what
 * they do not say at all. Records may be English or Chinese whatever the wish is.
 *
 * <p>Immutable and thread-safe. Preparing reads every record once, O(characters).
 */
public final class WishCatalog {
  private final Catalog catalog;
  private final WishParser parser;
  private final Map<Artwork, RecordFacts> facts;
  private final Optional<ColorShares> colors;

  private WishCatalog(
      Catalog catalog,
      WishParser parser,
      Map<Artwork, RecordFacts> facts,
      Optional<ColorShares> colors) {
    this.catalog = catalog;
    this.parser = parser;
    this.facts = facts;
    this.colors = colors;
  }

  /**
   * Prepares a catalogue for the library's words.
   *
   * @param catalog the works
   * @return the catalogue, whose {@link #parser} knows its artists
   */
  public static WishCatalog of(Catalog catalog) {
    return of(catalog, WishParser.standard());
  }

  /**
   * Prepares a catalogue.
   *
   * @param catalog the works
   * @param parser whose words and tree count
   * @return the catalogue, whose {@link #parser} also knows its artists
   */
  public static WishCatalog of(Catalog catalog, WishParser parser) {
    Map<Artwork, RecordFacts> facts = new HashMap<>();
    for (Artwork artwork : catalog) {
      facts.put(artwork, new RecordFacts(artwork, parser.lexicon(), parser.finder()));
    }
    return new WishCatalog(catalog, parser.artistsOf(catalog), facts, Optional.empty());
  }

  /**
   * {@return this catalogue with colors measured, where the words of records count otherwise}
   *
   * @param shares how much of a work has a color
   */
  public WishCatalog colors(ColorShares shares) {
    return new WishCatalog(catalog, parser, facts, Optional.of(shares));
  }

  /**
   * Returns what reads wishes over this catalogue.
   *
   * @return the parser, which knows the artists that are here
   */
  public WishParser parser() {
    return parser;
  }

  /**
   * Returns the works.
   *
   * @return the catalogue this was made of
   */
  public Catalog catalog() {
    return catalog;
  }

  /**
   * Plans the answer to a wish.
   *
   * @param wish what was read
   * @return the plan
   */
  public WishPlan plan(ParsedWish wish) {
    return plan(wish, List.of());
  }

  /**
   * Plans the answer to a wish that may correct an earlier answer. Works of that answer do not come
   * back where something is to be different.
   *
   * @param wish what was read, by {@link WishParser#parseCorrection}
   * @param previous the works of the earlier answer
   * @return the plan
   */
  public WishPlan plan(ParsedWish wish, List<Artwork> previous) {
    return new PlanBuilder(this, Objects.requireNonNull(wish, "wish"), List.copyOf(previous))
        .build();
  }

  /** What a record says; a record that was not there before is read now. */
  RecordFacts facts(Artwork artwork) {
    RecordFacts known = facts.get(artwork);
    return known != null ? known : new RecordFacts(artwork, parser.lexicon(), parser.finder());
  }

  Optional<ColorShares> colors() {
    return colors;
  }

  /** Whether any record says anything of a kind in its fields. */
  boolean speaksOf(Kind kind) {
    return facts.values().stream().anyMatch(record -> record.speaksOf(kind));
  }

  boolean hasPrices() {
    return catalog.stream().anyMatch(artwork -> artwork.price().isPresent());
  }

  boolean hasSizes() {
    return catalog.stream().anyMatch(artwork -> longerSide(artwork).isPresent());
  }

  boolean hasYears() {
    return catalog.stream().anyMatch(artwork -> artwork.created().isPresent());
  }

  boolean hasOffers() {
    return hasPrices()
        || catalog.stream().anyMatch(work -> work.availability() != Availability.UNKNOWN);
  }

  /** The currency of most prices, of equals the first by name. */
  Optional<String> currency() {
    Map<String, Integer> counts = new TreeMap<>();
    catalog.stream()
        .flatMap(artwork -> artwork.price().stream())
        .forEach(price -> counts.merge(price.currency().getCurrencyCode(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  /** The price below which a share of the known ones in a currency lies. */
  OptionalDouble priceBelow(String currency, double share) {
    double[] sorted =
        catalog.stream()
            .flatMap(artwork -> artwork.price().stream())
            .filter(price -> price.currency().getCurrencyCode().equals(currency))
            .map(Price::amount)
            .mapToDouble(Number::doubleValue)
            .sorted()
            .toArray();
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sorted[(int) Math.floor(share * (sorted.length - 1))]);
  }

  static OptionalDouble longerSide(Artwork artwork) {
    return artwork
        .dimensions()
        .map(size -> Math.max(size.width().orElse(0), size.height().orElse(0)))
        .filter(side -> side > 0)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  /** Names of artists of this catalogue that somebody is known by. */
  List<String> artistsNamed(String value) {
    List<String> keys = new ArrayList<>(List.of(WishText.key(value)));
    parser
        .lexicon()
        .names(Kind.ARTIST, value)
        .ifPresent(
            names -> {
              names.english().forEach(name -> keys.add(WishText.key(name)));
              names.chinese().forEach(name -> keys.add(WishText.key(name)));
            });
    Set<String> found = new LinkedHashSet<>();
    for (Artwork artwork : catalog) {
      artwork.artists().stream()
          .map(credit -> credit.name())
          .filter(name -> keys.stream().anyMatch(key -> isNamed(WishText.key(name), key)))
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  private static boolean isNamed(String name, String key) {
    return WishText.isHan(key.codePointAt(0))
        ? name.contains(key)
        : (" " + name + " ").contains(" " + key + " ");
  }

  /** Works with a title that something is known by. */
  List<String> worksTitled(String value) {
    List<String> keys = new ArrayList<>(List.of(WishText.key(value)));
    parser
        .lexicon()
        .names(Kind.WORK, value)
        .ifPresent(
            names -> {
              names.english().forEach(name -> keys.add(WishText.key(name)));
              names.chinese().forEach(name -> keys.add(WishText.key(name)));
            });
    return catalog.stream()
        .filter(work -> keys.stream().anyMatch(key -> isTitled(WishText.key(work.title()), key)))
        .map(Artwork::id)
        .toList();
  }

  private static boolean isTitled(String title, String key) {
    return title.equals(key)
        || title.equals("the " + key)
        || (key.indexOf(' ') > 0 && (" " + title + " ").contains(" " + key + " "));
  }

  /** Whether the records are written in Chinese, by their titles. */
  boolean isChinese() {
    long chinese =
        catalog.stream()
            .filter(work -> work.title().codePoints().anyMatch(WishText::isHan))
            .count();
    return 2 * chinese > catalog.size();
  }
}
