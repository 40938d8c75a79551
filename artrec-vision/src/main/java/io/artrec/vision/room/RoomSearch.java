package io.artrec.vision.room;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Dimensions;
import io.artrec.vision.color.Palette;
import io.artrec.vision.color.PaletteSearch;
import io.artrec.vision.image.CieLab;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds works for a room, by rules of artrec's own that are meant to be read, not to be final:
 *
 * <ul>
 *   <li><b>Size.</b> Width and height are known, the work is at least a tenth and at most three
 *       quarters as wide as the wall, and at most three quarters as high.
 *   <li><b>It takes up colors of the room</b>: of at least one of them, a twentieth of the work or
 *       more lies within 20 in CIELAB.
 *   <li><b>It stands out from the wall</b>: the mean color of the work is at least 12 away from the
 *       wall's.
 * </ul>
 *
 * <p>Works that fit come in the order of how many of the room's colors they take up, then of how
 * much of the work lies near them. Immutable and thread-safe.
 */
public final class RoomSearch {
  private static final double NARROWEST = 0.1;
  private static final double WIDEST = 0.75;
  private static final double NEAR = 20;
  private static final double TAKEN_UP = 0.05;
  private static final double APART = 12;

  private final Catalog catalog;
  private final PaletteSearch palettes;

  private RoomSearch(Catalog catalog, PaletteSearch palettes) {
    this.catalog = catalog;
    this.palettes = palettes;
  }

  /**
   * {@return a search}
   *
   * @param catalog the works
   * @param palettes their palettes
   */
  public static RoomSearch of(Catalog catalog, PaletteSearch palettes) {
    return new RoomSearch(
        Objects.requireNonNull(catalog, "catalog"), Objects.requireNonNull(palettes, "palettes"));
  }

  /**
   * A work that fits a room.
   *
   * @param artwork its id
   * @param takenUp how many of the room's colors it takes up, 1 or more
   * @param share how much of the work lies near colors of the room, 0 to 1
   */
  public record Fit(String artwork, int takenUp, double share) {
    /** Validates the parts. */
    public Fit {
      Objects.requireNonNull(artwork, "artwork");
    }
  }

  /**
   * Finds works.
   *
   * @param room the room
   * @param n how many works at most, 1 or more
   * @return the best fitting first, equal ones in the catalogue's order; empty when none fits.
   *     O(works × colors)
   */
  public List<Fit> find(Room room, int n) {
    Objects.requireNonNull(room, "room");
    if (n < 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d works were asked for, expected 1 or more", n));
    }
    List<Fit> fits = new ArrayList<>();
    for (Artwork artwork : catalog) {
      fit(artwork, room).ifPresent(fits::add);
    }
    fits.sort(
        Comparator.comparingInt(Fit::takenUp)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Fit::share).reversed()));
    return List.copyOf(fits.subList(0, Math.min(n, fits.size())));
  }

  private Optional<Fit> fit(Artwork artwork, Room room) {
    Optional<Palette> palette = palettes.palette(artwork.id());
    if (palette.isEmpty()
        || !hasRoom(artwork, room)
        || mean(palette.get()).distance(room.wall()) < APART) {
      return Optional.empty();
    }
    int takenUp = 0;
    for (CieLab color : room.colors()) {
      takenUp += share(palette.get(), List.of(color)) >= TAKEN_UP ? 1 : 0;
    }
    return takenUp == 0
        ? Optional.empty()
        : Optional.of(new Fit(artwork.id(), takenUp, share(palette.get(), room.colors())));
  }

  private static boolean hasRoom(Artwork artwork, Room room) {
    Optional<Dimensions> size = artwork.dimensions();
    if (size.filter(room::holds).isEmpty()) {
      return false;
    }
    double width = size.get().width().getAsDouble() / room.width();
    double height = size.get().height().getAsDouble() / room.height();
    return width >= NARROWEST && width <= WIDEST && height <= WIDEST;
  }

  private static double share(Palette palette, List<CieLab> colors) {
    return palette.parts().stream()
        .filter(part -> colors.stream().anyMatch(color -> color.distance(part.color()) <= NEAR))
        .mapToDouble(Palette.Part::share)
        .sum();
  }

  private static CieLab mean(Palette palette) {
    double lightness = 0;
    double a = 0;
    double b = 0;
    for (Palette.Part part : palette.parts()) {
      lightness += part.share() * part.color().lightness();
      a += part.share() * part.color().a();
      b += part.share() * part.color().b();
    }
    return new CieLab(lightness, a, b);
  }
}
