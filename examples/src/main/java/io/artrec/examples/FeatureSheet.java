package io.artrec.examples;

import io.artrec.Recommendation;
import io.artrec.vision.color.Palette;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Draws images of a folder on a page, each alone or in a row with its neighbors, with their
 * palettes where wanted. As many as one can look at; images are read again for it, one at a time.
 */
final class FeatureSheet {
  private static final int SIDE = 200;
  private static final int COLUMNS = 6;
  private static final int MOST_ROWS = 60;

  private final Path folder;
  private final ImageDecoder decoder;
  private final boolean palettes;

  FeatureSheet(Path folder, ImageDecoder decoder, boolean palettes) {
    this.folder = folder;
    this.decoder = decoder;
    this.palettes = palettes;
  }

  /** A page of images, by the name of the page's file PNG or JPEG. */
  byte[] each(List<String> files, String name) throws IOException {
    ContactSheet sheet = new ContactSheet(COLUMNS, SIDE, ContactSheet.hasFonts());
    for (String file : files.subList(0, Math.min(files.size(), MOST_ROWS * COLUMNS))) {
      sheet.add(picture(file), file);
    }
    return sheet.bytes(name);
  }

  /** A page with a row for each image, its neighbors beside it. */
  byte[] neighbors(List<FeatureNeighbors.Near> rows, int n, String name) throws IOException {
    ContactSheet sheet = new ContactSheet(n + 1, SIDE, ContactSheet.hasFonts());
    for (FeatureNeighbors.Near row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
      sheet.add(picture(row.file()), row.file());
      for (int i = 0; i < n; i++) {
        if (i < row.nearest().size()) {
          Recommendation near = row.nearest().get(i);
          String file = near.artwork().id();
          sheet.add(picture(file), String.format(Locale.ROOT, "%.2f %s", near.score(), file));
        } else {
          sheet.skip();
        }
      }
    }
    return sheet.bytes(name);
  }

  private BufferedImage picture(String file) throws IOException {
    RgbImage image = decoder.decode(Files.readAllBytes(folder.resolve(file)), file);
    BufferedImage small = image.shrunkTo(SIDE).toBufferedImage();
    return palettes ? PalettePicture.below(small, Palette.of(image)) : small;
  }
}
