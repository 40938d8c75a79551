package io.artrec.filter;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.Orientation;
import io.artrec.catalog.YearRange;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The usual filters. Names are compared whole, without regard to case or to how accents are
 * encoded. A filter on a field rejects works whose record lacks the field, unless {@link
 * FieldFilter#orUnknown()} is called; its negation accepts them, as it accepts all that the filter
 * rejects.
 */
public final class Filters {
  private static final int IDS_SHOWN = 5;

  private Filters() {}

  /**
   * Returns a filter that rejects works the visitor has any event with: seen, liked or disliked.
   *
   * @return {@code unseen}
   */
  public static Filter unseen() {
    return new Unseen();
  }

  /**
   * Returns a filter that rejects works that are not available, or of which no copy is left; a
   * record that does not say counts as available.
   *
   * @return {@code available}
   */
  public static Filter available() {
    return byRecord("available", "available", artwork -> artwork.offer().isAvailable());
  }

  /**
   * {@return a filter on the price, for instance {@code price 100 to 500 EUR}} A price in another
   * currency counts as unknown: nothing is converted.
   *
   * @param min the lowest price in major units
   * @param max the highest, may be infinite
   * @param currency the ISO 4217 code, for instance {@code "EUR"}
   */
  public static FieldFilter priceBetween(double min, double max, String currency) {
    Currency wanted = currency(currency);
    return FieldFilter.of(
        range("price", min, max, wanted.getCurrencyCode()),
        List.of("price", min, max, wanted),
        artwork ->
            artwork
                .price()
                .filter(price -> price.currency().equals(wanted))
                .map(price -> within(price.amount().doubleValue(), min, max)));
  }

  /**
   * Returns a filter that accepts works that may have been made in some years: their range of years
   * overlaps the wanted one.
   *
   * @param first the first wanted year; years before the common era are negative
   * @param last the last wanted year
   * @return for instance {@code year 1800 to 1900}
   */
  public static FieldFilter yearBetween(int first, int last) {
    YearRange wanted = YearRange.of(first, last);
    return FieldFilter.of(
        "year " + first + " to " + last,
        List.of("year", wanted),
        artwork -> artwork.created().map(wanted::overlaps));
  }

  /**
   * {@return a filter on the width, for instance {@code width 20 to 50 cm}}
   *
   * @param min the smallest width in cm
   * @param max the largest, may be infinite
   */
  public static FieldFilter widthBetween(double min, double max) {
    return side("width", min, max, Dimensions::width);
  }

  /**
   * {@return a filter on the height, for instance {@code height 20 to 50 cm}}
   *
   * @param min the smallest height in cm
   * @param max the largest, may be infinite
   */
  public static FieldFilter heightBetween(double min, double max) {
    return side("height", min, max, Dimensions::height);
  }

  /**
   * {@return a filter on the orientation, for instance {@code orientation landscape}}
   *
   * @param wanted one or more orientations
   */
  public static FieldFilter orientation(Orientation... wanted) {
    requireSome("orientation", wanted.length);
    EnumSet<Orientation> set = EnumSet.copyOf(List.of(wanted));
    String names =
        set.stream().map(o -> o.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    return FieldFilter.of(
        "orientation " + names,
        List.of("orientation", set),
        artwork -> artwork.orientation().map(set::contains));
  }

  /**
   * Returns a filter on the artists, however qualified: works after, or from the circle of, an
   * artist count too.
   *
   * @param names one or more full names; one of them suffices
   * @return for instance {@code artist Claude Monet}
   */
  public static FieldFilter artist(String... names) {
    return anyValue(
        "artist",
        "artist",
        names,
        artwork -> artwork.artists().stream().map(ArtistCredit::name).toList());
  }

  /**
   * {@return a filter on the movements, for instance {@code movement Impressionism}}
   *
   * @param names one or more movements; one of them suffices
   */
  public static FieldFilter movement(String... names) {
    return anyValue("movement", "movement", names, Artwork::movements);
  }

  /**
   * {@return a filter on the genre, for instance {@code genre landscape}}
   *
   * @param names one or more genres
   */
  public static FieldFilter genre(String... names) {
    return anyValue(
        "genre", "genre", names, artwork -> artwork.genre().map(List::of).orElse(List.of()));
  }

  /**
   * Returns a filter that accepts works whose medium contains a text: {@code oil} accepts {@code
   * Oil on canvas}, and {@code Watercolor over oiled paper} too.
   *
   * @param texts one or more texts; one of them suffices
   * @return for instance {@code medium containing oil}
   */
  public static FieldFilter medium(String... texts) {
    Set<String> wanted = folded("medium", texts);
    return FieldFilter.of(
        "medium containing " + String.join(", ", texts),
        List.of("medium", wanted),
        artwork ->
            artwork.medium().map(Filters::fold).map(m -> wanted.stream().anyMatch(m::contains)));
  }

  /**
   * {@return a filter on the subjects, for instance {@code subject bridge}}
   *
   * @param names one or more subjects; one of them suffices
   */
  public static FieldFilter subject(String... names) {
    return anyValue("subject", "subject", names, Artwork::subjects);
  }

  /**
   * {@return a filter on a free attribute of the record, for instance {@code collection Louvre}}
   *
   * @param name the attribute's name, exactly as in {@link Artwork#attributes()}
   * @param values one or more values; one of them suffices
   */
  public static FieldFilter attribute(String name, String... values) {
    requireText("attribute name", name);
    return anyValue(
        name,
        List.of("attribute", name),
        values,
        artwork -> artwork.attributes().getOrDefault(name, List.of()));
  }

  /**
   * {@return a filter that accepts some works only, for instance {@code only a, b}}
   *
   * @param ids artwork ids; those the catalogue lacks have no effect
   */
  public static Filter only(Collection<String> ids) {
    Set<String> set = Set.copyOf(ids);
    return byRecord(
        "only " + list(set), List.of("only", set), artwork -> set.contains(artwork.id()));
  }

  /**
   * {@return a filter that rejects some works, for instance {@code excluding a, b}}
   *
   * @param ids artwork ids; those the catalogue lacks have no effect
   */
  public static Filter excluding(Collection<String> ids) {
    Set<String> set = Set.copyOf(ids);
    return byRecord(
        "excluding " + list(set),
        List.of("excluding", set),
        artwork -> !set.contains(artwork.id()));
  }

  /**
   * Returns a filter that accepts what another rejects, works whose record lacks the field
   * included.
   *
   * @param filter the other filter
   * @return the negation
   */
  public static Filter not(Filter filter) {
    return filter.negate();
  }

  /**
   * Returns a filter that accepts what all of some filters accept.
   *
   * @param filters the filters; none accepts everything
   * @return the conjunction
   */
  public static Filter allOf(Collection<? extends Filter> filters) {
    return new AllOf(List.copyOf(filters));
  }

  /**
   * Returns a filter that accepts what any of some filters accepts.
   *
   * @param filters the filters; none accepts nothing
   * @return the disjunction
   */
  public static Filter anyOf(Collection<? extends Filter> filters) {
    return new AnyOf(List.copyOf(filters));
  }

  private static Filter byRecord(String description, Object key, Predicate<Artwork> predicate) {
    return new PredicateFilter(description, key, true, predicate);
  }

  private static FieldFilter side(
      String name, double min, double max, Function<Dimensions, OptionalDouble> side) {
    return FieldFilter.of(
        range(name, min, max, "cm"),
        List.of(name, min, max),
        artwork ->
            artwork
                .dimensions()
                .map(side)
                .filter(OptionalDouble::isPresent)
                .map(length -> within(length.getAsDouble(), min, max)));
  }

  private static FieldFilter anyValue(
      String field, Object key, String[] wanted, Function<Artwork, List<String>> values) {
    Set<String> folded = folded(field, wanted);
    return FieldFilter.of(
        field + " " + String.join(", ", wanted),
        List.of(key, folded),
        artwork -> {
          List<String> known = values.apply(artwork);
          return known.isEmpty()
              ? Optional.empty()
              : Optional.of(known.stream().map(Filters::fold).anyMatch(folded::contains));
        });
  }

  private static Set<String> folded(String field, String[] wanted) {
    requireSome(field, wanted.length);
    for (String text : wanted) {
      requireText(field, text);
    }
    return List.of(wanted).stream().map(Filters::fold).collect(Collectors.toUnmodifiableSet());
  }

  private static String fold(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static boolean within(double value, double min, double max) {
    return value >= min && value <= max;
  }

  private static String range(String field, double min, double max, String unit) {
    if (!(min <= max) || Double.isInfinite(min)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s from %s to %s %s, expected a finite lower bound and one not below it",
              field,
              min,
              max,
              unit));
    }
    return Double.isInfinite(max)
        ? String.format(Locale.ROOT, "%s %s %s or more", field, number(min), unit)
        : String.format(Locale.ROOT, "%s %s to %s %s", field, number(min), number(max), unit);
  }

  private static String number(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "currency '" + code + "' of a price filter, expected an ISO 4217 code such as EUR", e);
    }
  }

  private static String list(Set<String> ids) {
    TreeSet<String> sorted = new TreeSet<>(ids);
    String shown = sorted.stream().limit(IDS_SHOWN).collect(Collectors.joining(", "));
    return sorted.isEmpty()
        ? "no works"
        : sorted.size() <= IDS_SHOWN
            ? shown
            : shown + " and " + (sorted.size() - IDS_SHOWN) + " more";
  }

  private static void requireSome(String field, int count) {
    if (count == 0) {
      throw new IllegalArgumentException(
          "filter on " + field + " without a value, expected one or more");
    }
  }

  private static void requireText(String field, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("filter on " + field + " with a blank value");
    }
  }
}
