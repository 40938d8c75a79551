package io.artrec.vision.room;

import io.artrec.catalog.Dimensions;
import io.artrec.vision.image.RgbImage;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.Optional;

/**
 * Draws a work on the wall of a room, to scale: on the photograph, or on a wall of the given color
 * above a skirting and a floor, with a bench of 120 × 45 cm to tell sizes by. The middle of the
 * work hangs 150 cm above the floor, as museums hang them, or in the middle of a photograph, and
 * lower or higher where that would not leave 5 cm of wall. Nothing is written in the picture, so no
 * font is needed. Immutable and thread-safe.
 */
public final class RoomDrawing {
  private static final int STANDARD_WIDTH = 900;
  private static final double EYES = 150;
  private static final double FLOOR = 45;
  private static final double SKIRTING = 9;
  private static final double BENCH_WIDTH = 120;
  private static final double BENCH_HEIGHT = 45;

  private final Room room;
  private final int pixels;

  private RoomDrawing(Room room, int pixels) {
    this.room = room;
    this.pixels = pixels;
  }

  /**
   * {@return drawings of a room, 900 pixels wide}
   *
   * @param room the room
   */
  public static RoomDrawing of(Room room) {
    return new RoomDrawing(Objects.requireNonNull(room, "room"), STANDARD_WIDTH);
  }

  /**
   * {@return drawings of another width}
   *
   * @param count pixels, 100 to 8,000
   */
  public RoomDrawing width(int count) {
    if (count < 100 || count > 8_000) {
      throw new IllegalArgumentException(
          "width of a drawing is " + count + " pixels, expected 100 to 8000");
    }
    return new RoomDrawing(room, count);
  }

  /**
   * Draws a work.
   *
   * @param work its image
   * @param size its true size
   * @return the wall with the work on it; empty when the room cannot {@linkplain Room#holds hold} a
   *     work of this size, or its width or height is not known
   */
  public Optional<BufferedImage> draw(RgbImage work, Dimensions size) {
    Objects.requireNonNull(work, "work");
    return room.holds(size)
        ? Optional.of(drawn(work, size.width().orElseThrow(), size.height().orElseThrow()))
        : Optional.empty();
  }

  private BufferedImage drawn(RgbImage work, double width, double height) {
    double floor = room.photo().isPresent() ? 0 : FLOOR;
    double scale = pixels / room.width();
    int rows = Math.max(1, (int) Math.round((room.height() + floor) * scale));
    BufferedImage image = new BufferedImage(pixels, rows, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    if (room.photo().isPresent()) {
      graphics.drawImage(room.photo().get().toBufferedImage(), 0, 0, pixels, rows, null);
    } else {
      drawWall(graphics, rows, scale);
    }
    double middle = room.photo().isPresent() ? room.height() / 2 : room.height() - EYES;
    double top =
        Math.max(Room.MARGIN, Math.min(room.height() - Room.MARGIN - height, middle - height / 2));
    drawWork(
        graphics,
        work,
        new Rectangle2D.Double(
            (room.width() - width) / 2 * scale, top * scale, width * scale, height * scale));
    graphics.dispose();
    return image;
  }

  private void drawWall(Graphics2D graphics, int rows, double scale) {
    Color wall = new Color(room.wall().rgb());
    int floor = (int) Math.round(room.height() * scale);
    graphics.setPaint(new GradientPaint(0, 0, shaded(wall, 1.02), 0, floor, shaded(wall, 0.93)));
    graphics.fillRect(0, 0, pixels, floor);
    Color wood = new Color(0x8A6F52);
    graphics.setPaint(new GradientPaint(0, floor, shaded(wood, 0.8), 0, rows, shaded(wood, 1.1)));
    graphics.fillRect(0, floor, pixels, rows - floor);
    int skirting = (int) Math.round(SKIRTING * scale);
    graphics.setPaint(shaded(wall, wall.getGreen() > 90 ? 1.06 : 1.4));
    graphics.fillRect(0, floor - skirting, pixels, skirting);
    if (room.width() >= 2 * BENCH_WIDTH && room.height() > BENCH_HEIGHT) {
      drawBench(graphics, floor + FLOOR / 2 * scale, scale);
    }
  }

  private void drawBench(Graphics2D graphics, double ground, double scale) {
    double left = (room.width() - BENCH_WIDTH) / 2 * scale;
    double width = BENCH_WIDTH * scale;
    double seat = 7 * scale;
    double top = ground - BENCH_HEIGHT * scale;
    double leg = 5 * scale;
    graphics.setPaint(new Color(0, 0, 0, 45));
    graphics.fill(
        new Rectangle2D.Double(left - seat / 2, ground - seat / 3, width + seat, seat / 2));
    graphics.setPaint(new Color(0x3A332D));
    graphics.fill(new Rectangle2D.Double(left + 2 * leg, top + seat, leg, ground - top - seat));
    graphics.fill(
        new Rectangle2D.Double(left + width - 3 * leg, top + seat, leg, ground - top - seat));
    graphics.setPaint(new Color(0x57493D));
    graphics.fill(new Rectangle2D.Double(left, top, width, seat));
  }

  private void drawWork(Graphics2D graphics, RgbImage work, Rectangle2D place) {
    double deep = Math.max(2, pixels / 150.0);
    for (int i = 6; i > 0; i--) {
      double spread = deep * i / 6;
      graphics.setPaint(new Color(0, 0, 0, 14));
      graphics.fill(
          new Rectangle2D.Double(
              place.getX() - spread / 2,
              place.getY() + spread / 2,
              place.getWidth() + spread,
              place.getHeight() + spread));
    }
    graphics.drawImage(
        work.toBufferedImage(),
        (int) Math.round(place.getX()),
        (int) Math.round(place.getY()),
        (int) Math.max(1, Math.round(place.getWidth())),
        (int) Math.max(1, Math.round(place.getHeight())),
        null);
  }

  private static Color shaded(Color color, double factor) {
    return new Color(
        shaded(color.getRed(), factor),
        shaded(color.getGreen(), factor),
        shaded(color.getBlue(), factor));
  }

  private static int shaded(int level, double factor) {
    return (int) Math.max(0, Math.min(255, Math.round(level * factor)));
  }
}
