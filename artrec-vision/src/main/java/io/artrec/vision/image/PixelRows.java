package io.artrec.vision.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a decoded image as opaque sRGB. Gray and sRGB samples are read as stored, because {@code
 * BufferedImage.getRGB} takes gray for linear light and brightens it; other color spaces are
 * converted, and so are colors by a profile that the reader did not apply. Transparency is laid on
 * white.
 */
final class PixelRows implements PixelSource {
  private final BufferedImage image;
  private final Raster raster;
  private final int bands;
  private final int[] largest;
  private final boolean stored;
  private final boolean gray;
  private final @Nullable ColorProfile profile;
  private int[] samples = new int[0];

  PixelRows(BufferedImage image, Optional<byte[]> profile) {
    this.image = image;
    this.raster = image.getRaster();
    ColorModel model = image.getColorModel();
    this.bands = raster.getNumBands();
    this.gray = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    int colors = gray ? 1 : 3;
    this.stored =
        (model instanceof ComponentColorModel || model instanceof DirectColorModel)
            && !(model instanceof IndexColorModel)
            && (gray || model.getColorSpace().isCS_sRGB())
            && !model.isAlphaPremultiplied()
            && model.getComponentSize(0) <= 16
            && bands == (model.hasAlpha() ? colors + 1 : colors);
    this.largest = new int[bands];
    for (int band = 0; stored && band < bands; band++) {
      largest[band] = (1 << model.getComponentSize(band)) - 1;
    }
    this.profile =
        gray || !model.getColorSpace().isCS_sRGB()
            ? null
            : profile.flatMap(bytes -> ColorProfile.of(bytes, image.getWidth())).orElse(null);
  }

  @Override
  public int width() {
    return image.getWidth();
  }

  @Override
  public int height() {
    return image.getHeight();
  }

  @Override
  public void read(int y, int[] rgb) {
    int width = image.getWidth();
    if (stored) {
      readStored(y, rgb);
    } else {
      image.getRGB(0, y, width, 1, rgb, 0, width);
    }
    if (profile != null) {
      profile.toStandard(rgb);
    }
    for (int x = 0; x < width; x++) {
      rgb[x] = opaque(rgb[x]);
    }
  }

  private void readStored(int y, int[] argb) {
    int width = image.getWidth();
    if (samples.length == 0) {
      samples = new int[width * bands];
    }
    samples = raster.getPixels(0, y, width, 1, samples);
    for (int x = 0, at = 0; x < width; x++, at += bands) {
      int red = eightBit(at, 0);
      int green = gray ? red : eightBit(at, 1);
      int blue = gray ? red : eightBit(at, 2);
      int alpha = bands % 2 == 0 ? eightBit(at, bands - 1) : 255;
      argb[x] = alpha << 24 | red << 16 | green << 8 | blue;
    }
  }

  private int eightBit(int at, int band) {
    int value = samples[at + band];
    int top = largest[band];
    return top == 255 ? value : (int) ((value * 255L + top / 2) / top);
  }

  private static int opaque(int argb) {
    int alpha = argb >>> 24;
    return alpha == 255
        ? argb & 0xFFFFFF
        : onWhite(argb >> 16 & 0xFF, alpha) << 16
            | onWhite(argb >> 8 & 0xFF, alpha) << 8
            | onWhite(argb & 0xFF, alpha);
  }

  private static int onWhite(int value, int alpha) {
    return (value * alpha + 255 * (255 - alpha) + 127) / 255;
  }
}
