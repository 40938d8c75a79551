package io.artrec.vision.color;

import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ExtractionReport;
import io.artrec.vision.image.ImageReading;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.reproduction.Reproduction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds works by the colors they shall have. Holds a {@link Palette} of {@value #COLORS} colors of
 * each work whose image shows its colors ({@link Reproduction}); some 500 bytes a work. Immutable
 * and thread-safe.
 */
public final class PaletteSearch {
  private static final int COLORS = 12;
  private static final double NEAR = 20;
  private static final double LEAST = 0.5;
  private static final double MOST = 2;

  private final Map<String, Palette> palettes;
  private final List<ExtractionReport.Failure> failures;

  private PaletteSearch(Map<String, Palette> palettes, List<ExtractionReport.Failure> failures) {
    this.palettes = palettes;
    this.failures = failures;
  }

  /**
   * A work that has the wished colors.
   *
   * @param artwork its id
   * @param closeness how well its whole palette fits the wish, 0 to 1
   * @param shares how much of it lies within {@value #NEAR} of each wished color in CIELAB, in the
   *     order of the wish; a color counts for the nearest wished one
   */
  public record Found(String artwork, double closeness, List<Double> shares) {
    /** Copies the list. */
    public Found {
      Objects.requireNonNull(artwork, "artwork");
      shares = List.copyOf(shares);
    }
  }

  /**
   * Reads the palettes of a catalogue by all processors.
   *
   * @param catalog the works
   * @param images where their images are read from
   * @return the search
   */
  public static PaletteSearch of(Catalog catalog, ArtworkImages images) {
    return of(catalog, images, ImageReading.standard());
  }

  /**
   * Reads the palettes of a catalogue.
   *
   * @param catalog the works
   * @param images where their images are read from
   * @param reading decoder, threads, who hears of it and who may stop it
   * @return the search
   * @throws io.artrec.task.CancelledException when it was cancelled or interrupted
   */
  public static PaletteSearch of(Catalog catalog, ArtworkImages images, ImageReading reading) {
    ImageReading.Read<Palette> read =
        reading.each(
            catalog, images, new ImageReading.Reader<>("palettes", PaletteSearch::paletteOf));
    Map<String, Palette> palettes = new LinkedHashMap<>();
    read.values().forEach((index, palette) -> palettes.put(catalog.get(index).id(), palette));
    return new PaletteSearch(palettes, read.failures());
  }

  /** Returns the palette that works are found by; empty for gray and toned photographs. */
  static Optional<Palette> paletteOf(RgbImage image) {
    Reproduction reproduction = Reproduction.of(image);
    RgbImage work = reproduction.work();
    return reproduction.showsArtworkAlone() && Reproduction.of(work).showsColors()
        ? Optional.of(Palette.of(work, COLORS))
        : Optional.empty();
  }

  /**
   * Returns how many works can be found.
   *
   * @return the number of palettes
   */
  public int size() {
    return palettes.size();
  }

  /**
   * Returns a work's palette.
   *
   * @param artwork the work's id
   * @return its colors; empty when it is not known, has no image, or one that does not show its
   *     colors
   */
  public Optional<Palette> palette(String artwork) {
    return Optional.ofNullable(palettes.get(artwork));
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
   * Finds works.
   *
   * <p>A work has the wished colors when of each there is at least half as much as wished and at
   * most twice as much: so much of its palette lies within {@value #NEAR} of it in CIELAB. Works
   * that have them come in the order of closeness: the share of the palette that can be laid on the
   * wish, each color weighing by {@code 1 - distance / 40}, colors laid on the rest of the wish by
   * how far they are from all wished ones (1 - the nearest's weight); the best of all ways to lay
   * it, an earth mover's distance.
   *
   * @param wish the colors
   * @param n how many works at most, 1 or more
   * @return the best fitting first, equal ones in the catalogue's order; empty when no work has the
   *     colors. O(works × colors³)
   */
  public List<Found> find(PaletteWish wish, int n) {
    Objects.requireNonNull(wish, "wish");
    if (n < 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d works were asked for, expected 1 or more", n));
    }
    List<Found> found = new ArrayList<>();
    palettes.forEach(
        (artwork, palette) -> {
          double[] shares = shares(palette, wish);
          if (has(shares, wish)) {
            List<Double> each = new ArrayList<>();
            for (double share : shares) {
              each.add(share);
            }
            found.add(new Found(artwork, ColorTransport.closeness(palette, wish), each));
          }
        });
    found.sort(Comparator.comparingDouble(Found::closeness).reversed());
    return List.copyOf(found.subList(0, Math.min(n, found.size())));
  }

  private static double[] shares(Palette palette, PaletteWish wish) {
    double[] shares = new double[wish.parts().size()];
    for (Palette.Part part : palette.parts()) {
      int nearest = -1;
      double least = NEAR;
      for (int i = 0; i < shares.length; i++) {
        double distance = part.color().distance(wish.parts().get(i).color());
        if (distance <= least) {
          least = distance;
          nearest = i;
        }
      }
      if (nearest >= 0) {
        shares[nearest] += part.share();
      }
    }
    return shares;
  }

  private static boolean has(double[] shares, PaletteWish wish) {
    for (int i = 0; i < shares.length; i++) {
      double wished = wish.parts().get(i).share();
      if (shares[i] < LEAST * wished || shares[i] > Math.min(1, MOST * wished) + 1e-9) {
        return false;
      }
    }
    return true;
  }
}
