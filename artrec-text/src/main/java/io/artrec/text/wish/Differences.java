package io.artrec.text.wish;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.YearRange;
import io.artrec.filter.FieldFilter;
import io.artrec.filter.Filter;
import io.artrec.filter.Filters;
import io.artrec.text.mood.MoodLexicon;
import io.artrec.text.subject.Subject;
import io.artrec.text.wish.WishLexicon.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Makes conditions of differences to an earlier answer: beyond the median of its works, as far as
 * that is known of them.
 */
final class Differences {
  private final WishCatalog catalog;
  private final List<Artwork> previous;
  private final SlotFilters filters;

  Differences(WishCatalog catalog, List<Artwork> previous, SlotFilters filters) {
    this.catalog = catalog;
    this.previous = previous;
    this.filters = filters;
  }

  /** The condition of a difference; empty where there is nothing to compare. */
  Optional<Filter> filter(String value) {
    return switch (value) {
      case "older" -> beyond(value, Differences::year, false);
      case "newer" -> beyond(value, Differences::year, true);
      case "cheaper" -> beyond(value, price(), false);
      case "dearer" -> beyond(value, price(), true);
      case "larger" -> beyond(value, WishCatalog::longerSide, true);
      case "smaller" -> beyond(value, WishCatalog::longerSide, false);
      case "wider" -> beyond(value, Differences::width, true);
      case "taller" -> beyond(value, Differences::height, true);
      case "lighter" -> color("light", true).or(() -> Optional.of(filters.withoutColor("dark")));
      case "darker" -> color("dark", true).or(() -> Optional.of(filters.withoutColor("light")));
      case "same artist" -> artists();
      case "other artist" -> artists().map(Filter::negate);
      case "other" -> Optional.empty();
      default -> degree(value);
    };
  }

  /** Whether a difference is nothing without facts of the records. */
  boolean needsFacts(String value) {
    return !value.equals("other") && words(value).isEmpty();
  }

  /** What a difference adds to the search by words. */
  Optional<String> words(String value) {
    return value.startsWith("more ") ? Optional.of(value.substring(5)) : Optional.empty();
  }

  private Optional<Filter> degree(String value) {
    boolean more = value.startsWith("more ");
    String quality = value.substring(5);
    WishLexicon lexicon = catalog.parser().lexicon();
    if (lexicon.names(Kind.COLOR, quality).isPresent()) {
      Optional<Filter> measured = color(quality, more);
      return more || measured.isPresent() ? measured : Optional.of(filters.withoutColor(quality));
    }
    if (MoodLexicon.standard().mood(quality).isPresent()) {
      return more ? Optional.empty() : Optional.of(filters.withoutMood(quality));
    }
    List<Subject> named = catalog.parser().finder().tree().named(quality, Locale.ENGLISH);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Filter shown = Filter.of("showing " + quality, work -> catalog.facts(work).shows(named.get(0)));
    return Optional.of(more ? shown : shown.negate());
  }

  private Optional<Filter> color(String color, boolean more) {
    return catalog
        .colors()
        .flatMap(
            shares ->
                beyond((more ? "more " : "less ") + color, w -> shares.share(w, color), more));
  }

  private Optional<Filter> artists() {
    String[] names =
        previous.stream()
            .flatMap(artwork -> artwork.artists().stream())
            .map(ArtistCredit::name)
            .distinct()
            .toArray(String[]::new);
    return names.length == 0 ? Optional.empty() : Optional.of(Filters.artist(names));
  }

  private Optional<Filter> beyond(
      String description, Function<Artwork, OptionalDouble> measure, boolean above) {
    double[] known =
        previous.stream()
            .map(measure)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .sorted()
            .toArray();
    if (known.length == 0) {
      return Optional.empty();
    }
    double median = (known[(known.length - 1) / 2] + known[known.length / 2]) / 2;
    return Optional.of(
        FieldFilter.of(
            description + " than before",
            work -> {
              OptionalDouble value = measure.apply(work);
              return value.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      above ? value.getAsDouble() > median : value.getAsDouble() < median);
            }));
  }

  private static OptionalDouble year(Artwork artwork) {
    return artwork
        .created()
        .map(YearRange::midpoint)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble width(Artwork artwork) {
    return artwork.dimensions().map(size -> size.width()).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble height(Artwork artwork) {
    return artwork.dimensions().map(size -> size.height()).orElse(OptionalDouble.empty());
  }

  /** Prices in the currency of the first priced work of the earlier answer. */
  private Function<Artwork, OptionalDouble> price() {
    Optional<String> currency =
        previous.stream()
            .flatMap(artwork -> artwork.price().stream())
            .map(price -> price.currency().getCurrencyCode())
            .findFirst();
    return artwork ->
        artwork
            .price()
            .filter(price -> currency.equals(Optional.of(price.currency().getCurrencyCode())))
            .map(price -> OptionalDouble.of(price.amount().doubleValue()))
            .orElse(OptionalDouble.empty());
  }
}
