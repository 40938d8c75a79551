package io.artrec.elicitation;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.Orientation;
import io.artrec.catalog.Price;
import io.artrec.catalog.YearRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Something that can be asked of works: an attribute with a few values, several for a work, or none
 * where its record does not say. Values are compared without regard to case. Immutable and
 * thread-safe.
 */
public final class ArtworkAspect {
  /** Up to this longest side in cm a work is small. */
  private static final int SMALL = 40;

  /** From this longest side in cm on it is large. */
  private static final int LARGE = 100;

  private static final int CENTURY = 100;

  private final String name;
  private final Function<List<Artwork>, List<List<String>>> reading;

  private ArtworkAspect(String name, Function<List<Artwork>, List<List<String>>> reading) {
    this.name = name;
    this.reading = reading;
  }

  /**
   * {@return an aspect of one's own}
   *
   * @param name the stable name, not blank
   * @param values a work's values, by its record alone; empty where it does not say
   */
  public static ArtworkAspect of(
      String name, Function<Artwork, ? extends Collection<String>> values) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of an aspect is blank, expected a word");
    }
    Objects.requireNonNull(values, "values");
    return new ArtworkAspect(
        name,
        works -> works.stream().map(work -> List.<String>copyOf(values.apply(work))).toList());
  }

  /**
   * Returns who made works; those they are only attributed to or made after do not count.
   *
   * @return {@code artist}
   */
  public static ArtworkAspect artist() {
    return of(
        "artist",
        work ->
            work.artists().stream()
                .filter(credit -> credit.qualifier() == ArtistCredit.Qualifier.BY)
                .map(ArtistCredit::name)
                .toList());
  }

  /**
   * Returns the movements of works.
   *
   * @return {@code movement}
   */
  public static ArtworkAspect movement() {
    return of("movement", Artwork::movements);
  }

  /**
   * Returns what works show.
   *
   * @return {@code subject}
   */
  public static ArtworkAspect subject() {
    return of("subject", Artwork::subjects);
  }

  /**
   * Returns the kinds of works.
   *
   * @return {@code genre}
   */
  public static ArtworkAspect genre() {
    return of("genre", work -> work.genre().stream().toList());
  }

  /**
   * Returns what works are made of.
   *
   * @return {@code medium}
   */
  public static ArtworkAspect medium() {
    return of("medium", work -> work.medium().stream().toList());
  }

  /**
   * Returns the colors of works, by the attribute {@code palette} of their records.
   *
   * @return {@code palette}
   */
  public static ArtworkAspect palette() {
    return attribute("palette");
  }

  /**
   * Returns a free attribute.
   *
   * @param name its name in records
   * @return the aspect of that name
   */
  public static ArtworkAspect attribute(String name) {
    return of(name, work -> work.attributes().getOrDefault(name, List.of()));
  }

  /**
   * Returns whether works are taller or wider.
   *
   * @return {@code orientation}, with the names of {@link Orientation} in lower case
   */
  public static ArtworkAspect orientation() {
    return of(
        "orientation",
        work ->
            work.orientation().stream()
                .map(orientation -> orientation.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  /**
   * Returns when works were made, in hundreds of years: that of the middle of the years a record
   * names, and none where they are more than a hundred.
   *
   * @return {@code period}, with values such as {@code 1800–1899}
   */
  public static ArtworkAspect period() {
    return of("period", work -> work.created().flatMap(ArtworkAspect::century).stream().toList());
  }

  private static Optional<String> century(YearRange years) {
    if (years.years() > CENTURY) {
      return Optional.empty();
    }
    int first = Math.floorDiv((int) Math.floor(years.midpoint()), CENTURY) * CENTURY;
    return Optional.of(first + "–" + (first + CENTURY - 1));
  }

  /**
   * Returns how large works are, by their longest side.
   *
   * @return {@code size}, with the values {@code ≤ 40 cm}, {@code 40–100 cm} and {@code > 100 cm}
   */
  public static ArtworkAspect size() {
    return of("size", work -> work.dimensions().flatMap(ArtworkAspect::size).stream().toList());
  }

  private static Optional<String> size(Dimensions size) {
    OptionalDouble longest =
        List.of(size.width(), size.height()).stream()
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .max();
    if (longest.isEmpty()) {
      return Optional.empty();
    }
    double cm = longest.getAsDouble();
    return Optional.of(
        cm <= SMALL
            ? "≤ " + SMALL + " cm"
            : cm <= LARGE ? SMALL + "–" + LARGE + " cm" : "> " + LARGE + " cm");
  }

  /**
   * Returns what works cost, in three bands of about as many of the works at hand each, with limits
   * of two digits; of works in several currencies those in the most frequent one, ties by its code.
   *
   * @return {@code price}, with values such as {@code ≤ 500 EUR}, {@code 500–2000 EUR} and {@code >
   *     2000 EUR}
   */
  public static ArtworkAspect price() {
    return new ArtworkAspect("price", ArtworkAspect::priceBands);
  }

  private static List<List<String>> priceBands(List<Artwork> works) {
    Map<String, List<BigDecimal>> amounts = new TreeMap<>();
    for (Artwork work : works) {
      work.price()
          .ifPresent(
              price ->
                  amounts
                      .computeIfAbsent(price.currency().getCurrencyCode(), c -> new ArrayList<>())
                      .add(price.amount()));
    }
    Optional<Map.Entry<String, List<BigDecimal>>> most =
        amounts.entrySet().stream().min(Comparator.comparingInt(entry -> -entry.getValue().size()));
    if (most.isEmpty()) {
      return works.stream().map(work -> List.<String>of()).toList();
    }
    List<BigDecimal> sorted = most.get().getValue().stream().sorted().toList();
    BigDecimal low = rounded(sorted.get((sorted.size() - 1) / 3));
    BigDecimal high = rounded(sorted.get((sorted.size() - 1) * 2 / 3));
    Currency currency = Currency.getInstance(most.get().getKey());
    return works.stream()
        .map(
            work ->
                work.price().filter(price -> price.currency().equals(currency)).stream()
                    .map(price -> band(price, low, high))
                    .toList())
        .toList();
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.round(new MathContext(2, RoundingMode.UP));
  }

  private static String band(Price price, BigDecimal low, BigDecimal high) {
    String code = " " + price.currency().getCurrencyCode();
    if (price.amount().compareTo(low) <= 0) {
      return "≤ " + low.toPlainString() + code;
    }
    return price.amount().compareTo(high) <= 0
        ? low.toPlainString() + "–" + high.toPlainString() + code
        : "> " + high.toPlainString() + code;
  }

  /**
   * Returns the aspects of which a taste is told.
   *
   * @return artist, movement, genre, medium, subject, palette and period
   */
  public static List<ArtworkAspect> ofTaste() {
    return List.of(artist(), movement(), genre(), medium(), subject(), palette(), period());
  }

  /**
   * Returns the aspects that somebody looking for a work can be asked about.
   *
   * @return genre, subject, palette, medium, movement, period, size, orientation, price and artist
   */
  public static List<ArtworkAspect> ofSearch() {
    return List.of(
        genre(),
        subject(),
        palette(),
        medium(),
        movement(),
        period(),
        size(),
        orientation(),
        price(),
        artist());
  }

  /**
   * Returns the name.
   *
   * @return the stable name, as {@code genre}
   */
  public String name() {
    return name;
  }

  /**
   * Reads the values of works.
   *
   * @param works the works at hand, which bands depend on
   * @return for each its values, as records spell them; empty where its record does not say
   */
  public List<List<String>> values(List<Artwork> works) {
    return reading.apply(works);
  }

  @Override
  public String toString() {
    return name;
  }
}
