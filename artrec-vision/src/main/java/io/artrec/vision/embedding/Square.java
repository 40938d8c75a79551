package io.artrec.vision.embedding;

import io.artrec.vision.image.RgbImage;
import java.util.Arrays;

/** Makes the square that a network sees of an image. */
final class Square {
  private Square() {}

  static RgbImage of(RgbImage image, ImagePreparation how) {
    int width = image.width();
    int height = image.height();
    int side = how.side();
    int crop = how.crop();
    Resampling resampling = new Resampling(how.interpolation());
    int newWidth = side;
    int newHeight = side;
    if (how.resizing() == Resizing.SHORTER_SIDE) {
      int shorter = Math.min(width, height);
      newWidth = (int) ((double) side * width / shorter);
      newHeight = (int) ((double) side * height / shorter);
    } else if (how.resizing() == Resizing.LETTERBOX) {
      int longer = Math.max(width, height);
      newWidth = (int) Math.max(1, Math.round((double) side * width / longer));
      newHeight = (int) Math.max(1, Math.round((double) side * height / longer));
    }
    Resampling.Span across = center(newWidth, crop);
    Resampling.Span down = center(newHeight, crop);
    int[] pixels = resampling.resize(image, across, down);
    return RgbImage.of(crop, crop, padded(pixels, across.count(), down.count(), how));
  }

  /** The middle of a side, all of one that is not longer than the crop. */
  private static Resampling.Span center(int length, int crop) {
    int from = length > crop ? (int) Math.rint((length - crop) / 2.0) : 0;
    return new Resampling.Span(length, from, Math.min(length, crop));
  }

  private static int[] padded(int[] pixels, int width, int height, ImagePreparation how) {
    int crop = how.crop();
    if (width == crop && height == crop) {
      return pixels;
    }
    int left = (crop - width) / 2;
    int top = (crop - height) / 2;
    int[] padded = new int[crop * crop];
    Arrays.fill(padded, how.fill());
    for (int y = 0; y < height; y++) {
      System.arraycopy(pixels, y * width, padded, (top + y) * crop + left, width);
    }
    return padded;
  }
}
