package io.artrec.examples;

import io.artrec.examples.atelier.ImageFile;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Many pictures on one page, in cells of one size, with a line below each where the machine has a
 * font. Not thread-safe.
 */
final class ContactSheet {
  private static final Color PAGE = new Color(0xEC, 0xEA, 0xE5);
  private static final Color WORDS = new Color(0x33, 0x30, 0x2C);

  private final int columns;
  private final int side;
  private final boolean captions;
  private final List<Optional<BufferedImage>> pictures = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  ContactSheet(int columns, int side, boolean captions) {
    this.columns = columns;
    this.side = side;
    this.captions = captions;
  }

  /** Adds a picture, which is made smaller where it does not fit. */
  void add(BufferedImage picture, String caption) {
    double scale = Math.min(1, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
    pictures.add(Optional.of(scale < 1 ? scaled(picture, scale) : picture));
    lines.add(caption);
  }

  /** Leaves a cell empty. */
  void skip() {
    pictures.add(Optional.empty());
    lines.add("");
  }

  private static BufferedImage scaled(BufferedImage picture, double scale) {
    int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
    int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return small;
  }

  /** The page as an image file, PNG or JPEG by the end of its name. */
  byte[] bytes(String name) {
    int gap = Math.max(4, side / 16);
    int below = captions ? Math.max(12, side / 10) : 0;
    int rows = (pictures.size() + columns - 1) / columns;
    BufferedImage page =
        new BufferedImage(
            columns * (side + gap) + gap,
            Math.max(1, rows) * (side + gap + below) + gap,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(PAGE);
    graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
    for (int i = 0; i < pictures.size(); i++) {
      int x = gap + i % columns * (side + gap);
      int y = gap + i / columns * (side + gap + below);
      pictures.get(i).ifPresent(picture -> place(graphics, picture, x, y));
      if (captions) {
        caption(graphics, lines.get(i), x, y + side, below);
      }
    }
    graphics.dispose();
    return ImageFile.bytes(page, name);
  }

  private void place(Graphics2D graphics, BufferedImage picture, int x, int y) {
    graphics.drawImage(
        picture, x + (side - picture.getWidth()) / 2, y + (side - picture.getHeight()) / 2, null);
  }

  private void caption(Graphics2D graphics, String line, int x, int y, int height) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(WORDS);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, height * 2 / 3));
    String cut = line;
    while (cut.length() > 1 && graphics.getFontMetrics().stringWidth(cut) > side) {
      cut = cut.substring(0, cut.length() - 2) + "\u2026";
    }
    graphics.drawString(cut, x, y + height * 5 / 6);
  }

  /** A path that can hold a page; others are refused before the work. */
  static Path checked(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.endsWith(".png") && !name.endsWith(".jpg") && !name.endsWith(".jpeg")) {
      throw new IllegalArgumentException(
          "--sheet is '" + file + "', expected the name of a .png or .jpg file");
    }
    return file;
  }

  /** Whether the machine has a font to write captions with. */
  static boolean hasFonts() {
    try {
      BufferedImage trial = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = trial.createGraphics();
      graphics.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 9)).stringWidth("a");
      graphics.dispose();
      return true;
    } catch (RuntimeException | LinkageError | InternalError e) {
      return false;
    }
  }
}
