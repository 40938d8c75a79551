package io.artrec.cleaning;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.YearRange;
import io.artrec.tabular.internal.NumberText;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A number that artworks have or lack: the year, a side, or a free attribute. Immutable. */
public final class ArtworkNumber {
  private final String name;
  private final Function<Artwork, OptionalDouble> read;
  private final BiConsumer<Artwork.Builder, Given> write;

  /** An artwork and the number it is given. */
  private record Given(Artwork artwork, double value) {}

  private ArtworkNumber(
      String name,
      Function<Artwork, OptionalDouble> read,
      BiConsumer<Artwork.Builder, Given> write) {
    this.name = name;
    this.read = read;
    this.write = write;
  }

  /**
   * {@return the year in which a work was made, the middle of a range; what is filled in is rounded
   * and marked approximate}
   */
  public static ArtworkNumber year() {
    return new ArtworkNumber(
        "year",
        work ->
            work.created()
                .map(years -> OptionalDouble.of(years.midpoint()))
                .orElse(OptionalDouble.empty()),
        (builder, given) -> {
          int year = (int) Math.rint(given.value());
          builder.created(new YearRange(year, year, true));
        });
  }

  /** {@return the width in cm} */
  public static ArtworkNumber width() {
    return new ArtworkNumber(
        "width",
        work -> work.dimensions().map(Dimensions::width).orElse(OptionalDouble.empty()),
        (builder, given) -> {
          Dimensions known = known(given);
          builder.dimensions(
              new Dimensions(OptionalDouble.of(given.value()), known.height(), known.depth()));
        });
  }

  /** {@return the height in cm} */
  public static ArtworkNumber height() {
    return new ArtworkNumber(
        "height",
        work -> work.dimensions().map(Dimensions::height).orElse(OptionalDouble.empty()),
        (builder, given) -> {
          Dimensions known = known(given);
          builder.dimensions(
              new Dimensions(known.width(), OptionalDouble.of(given.value()), known.depth()));
        });
  }

  /**
   * {@return a free attribute whose first value is a number}
   *
   * @param name the attribute
   */
  public static ArtworkNumber attribute(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("attribute name is blank, expected a name");
    }
    return new ArtworkNumber(
        name,
        work -> {
          List<String> values = work.attributes().getOrDefault(name, List.of());
          return values.isEmpty() ? OptionalDouble.empty() : NumberText.parse(values.get(0));
        },
        (builder, given) ->
            builder.attribute(name, String.format(Locale.ROOT, "%s", given.value())));
  }

  String name() {
    return name;
  }

  OptionalDouble of(Artwork artwork) {
    return read.apply(artwork);
  }

  Artwork give(Artwork artwork, double value) {
    Artwork.Builder builder = artwork.toBuilder();
    write.accept(builder, new Given(artwork, value));
    return builder.build();
  }

  private static Dimensions known(Given given) {
    OptionalDouble none = OptionalDouble.empty();
    return given.artwork().dimensions().orElse(new Dimensions(none, none, none));
  }
}
