package io.artrec.vision.room;

import io.artrec.catalog.Dimensions;
import io.artrec.vision.color.Palette;
import io.artrec.vision.color.PaletteWish;
import io.artrec.vision.image.CieLab;
import io.artrec.vision.image.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A wall that a work is wanted for: its color, other colors of the room, and its size. Immutable
 * and thread-safe.
 */
public final class Room {
  /** The height of a wall unless one is set, in cm. */
  public static final double STANDARD_HEIGHT = 250;

  /** How much wall a work leaves on each side, in cm. */
  static final double MARGIN = 5;

  private static final double LARGEST = 100_000;
  private static final int PHOTO_COLORS = 5;

  private final List<CieLab> colors;
  private final Optional<RgbImage> photo;
  private final double width;
  private final double height;

  private Room(List<CieLab> colors, Optional<RgbImage> photo, double width, double height) {
    this.colors = colors;
    this.photo = photo;
    this.width = width;
    this.height = height;
  }

  /**
   * {@return a room of given colors, its wall {@value #STANDARD_HEIGHT} cm high}
   *
   * @param widthCm the wall's width in cm, above 0
   * @param wall the wall's color in sRGB, {@code #e8e2d5}
   * @param others colors of furniture, curtains, floor
   */
  public static Room of(double widthCm, String wall, String... others) {
    List<CieLab> colors = new ArrayList<>();
    colors.add(PaletteWish.of(wall, 1).parts().get(0).color());
    for (String other : others) {
      colors.add(PaletteWish.of(other, 1).parts().get(0).color());
    }
    return new Room(List.copyOf(colors), Optional.empty(), size("width", widthCm), STANDARD_HEIGHT);
  }

  /**
   * {@return a room as a photograph shows it, as high as the photograph is at that width} The
   * wall's color is the one with the largest share.
   *
   * @param widthCm how much of the wall the photograph is wide, in cm, above 0
   * @param photo the wall, taken from the front; 300 pixels wide or more look well
   */
  public static Room ofPhoto(double widthCm, RgbImage photo) {
    size("width", widthCm);
    List<CieLab> colors =
        Palette.of(photo, PHOTO_COLORS).parts().stream().map(Palette.Part::color).toList();
    return new Room(colors, Optional.of(photo), widthCm, widthCm * photo.height() / photo.width());
  }

  /**
   * {@return this room with a wall of another height}
   *
   * @param cm the height in cm, above 0; a photograph has its own
   */
  public Room height(double cm) {
    if (photo.isPresent()) {
      throw new IllegalArgumentException(
          "height was set for a room that a photograph shows; its height follows from the width");
    }
    return new Room(colors, photo, width, size("height", cm));
  }

  private static double size(String what, double cm) {
    if (!(cm > 0 && cm <= LARGEST)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s of a wall is %s cm, expected above 0 and at most %.0f",
              what,
              cm,
              LARGEST));
    }
    return cm;
  }

  /** {@return the wall's color} */
  public CieLab wall() {
    return colors.get(0);
  }

  /**
   * Returns the colors of the room.
   *
   * @return the wall's first
   */
  public List<CieLab> colors() {
    return colors;
  }

  /**
   * Returns the photograph.
   *
   * @return the image; empty for a room of given colors
   */
  public Optional<RgbImage> photo() {
    return photo;
  }

  /**
   * Returns the wall's width.
   *
   * @return cm, above 0
   */
  public double width() {
    return width;
  }

  /**
   * Returns the wall's height.
   *
   * @return cm, above 0
   */
  public double height() {
    return height;
  }

  /**
   * Tells whether a work can hang on the wall.
   *
   * @param work the work's size
   * @return true when its width and height are known and leave {@value #MARGIN} cm of wall on each
   *     side
   */
  public boolean holds(Dimensions work) {
    return work.width().isPresent()
        && work.height().isPresent()
        && work.width().getAsDouble() + 2 * MARGIN <= width
        && work.height().getAsDouble() + 2 * MARGIN <= height;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Room that
        && colors.equals(that.colors)
        && photo.equals(that.photo)
        && width == that.width
        && height == that.height;
  }

  @Override
  public int hashCode() {
    return Objects.hash(colors, photo, width, height);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "Room[%.0f x %.0f cm, %s]", width, height, colors);
  }
}
