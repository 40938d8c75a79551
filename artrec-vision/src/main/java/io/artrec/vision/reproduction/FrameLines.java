package io.artrec.vision.reproduction;

import io.artrec.vision.image.CieLab;
import io.artrec.vision.image.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the inner lines of a picture frame, as {@link Reproduction} describes them, at 64
 * places along each side; most images are done after the first side.
 */
final class FrameLines {
  private static final int SMALLEST = 48;
  private static final int SCALE = 256;
  private static final int PLACES = 64;
  private static final double INNERMOST = 0.2;
  private static final double OUTERMOST = 0.012;
  private static final double FURTHER_IN = 0.3;
  private static final int CHANGE = 45;
  private static final double ALL_ALONG = 0.8;
  private static final double ELSEWHERE = 0.4;
  private static final int LINES_OF_BAND = 12;
  private static final double ONE_COLOR = 15;
  private static final double LIKE_WIDTH = 2;

  private final RgbImage image;

  /** How far the two pixels that are compared lie from the line. */
  private final int reach;

  private FrameLines(RgbImage image) {
    this.image = image;
    reach = Math.max(1, Math.max(image.width(), image.height()) / SCALE);
  }

  static boolean areIn(RgbImage image) {
    return Math.min(image.width(), image.height()) >= SMALLEST && new FrameLines(image).areFour();
  }

  /** One side of the image, seen as if it were the top. */
  private enum Side {
    TOP,
    BOTTOM,
    LEFT,
    RIGHT
  }

  private record Band(int width, CieLab color) {}

  private boolean areFour() {
    List<Band> bands = new ArrayList<>();
    for (Side side : Side.values()) {
      Optional<Band> band = band(side);
      if (band.isEmpty()) {
        return false;
      }
      bands.add(band.get());
    }
    return areAlike(bands) && !(runsThroughMiddle(Side.TOP) && runsThroughMiddle(Side.LEFT));
  }

  private static boolean areAlike(List<Band> bands) {
    for (Band one : bands) {
      for (Band other : bands) {
        if (one.width() > LIKE_WIDTH * other.width()
            || one.color().distance(other.color()) > ONE_COLOR) {
          return false;
        }
      }
    }
    return true;
  }

  /** Returns what lies outside of the clearest line that runs along a side. */
  private Optional<Band> band(Side side) {
    int line = 0;
    double clearest = ALL_ALONG;
    double sum = 0;
    int lines = 0;
    int height = heightFrom(side);
    for (int depth = (int) (OUTERMOST * height) + reach; depth <= INNERMOST * height; depth++) {
      double share = changing(side, depth);
      sum += share;
      lines++;
      if (share >= clearest) {
        clearest = share;
        line = depth;
      }
    }
    return line == 0 || sum > ELSEWHERE * lines
        ? Optional.empty()
        : Optional.of(new Band(line, color(side, line)));
  }

  /** Returns whether lines run from side to side also further in, as in pictures of grids. */
  private boolean runsThroughMiddle(Side side) {
    int height = heightFrom(side);
    for (int depth = (int) (FURTHER_IN * height); depth <= height / 2; depth++) {
      if (changing(side, depth) >= ALL_ALONG) {
        return true;
      }
    }
    return false;
  }

  /** Returns at how many of the places, as a share, color changes across a line. */
  private double changing(Side side, int depth) {
    int changing = 0;
    for (int i = 0; i < PLACES; i++) {
      int place = place(side, i);
      changing += differ(rgb(side, depth + reach, place), rgb(side, depth - reach, place)) ? 1 : 0;
    }
    return (double) changing / PLACES;
  }

  private static boolean differ(int one, int other) {
    return Math.abs((one >> 16) - (other >> 16))
            + Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF))
            + Math.abs((one & 0xFF) - (other & 0xFF))
        >= CHANGE;
  }

  private CieLab color(Side side, int depth) {
    double[] sums = new double[3];
    int lines = Math.min(LINES_OF_BAND, depth);
    for (int d = 0; d < lines; d++) {
      for (int i = 0; i < PLACES; i++) {
        CieLab color = CieLab.of(rgb(side, d * depth / lines, place(side, i)));
        sums[0] += color.lightness();
        sums[1] += color.a();
        sums[2] += color.b();
      }
    }
    int count = lines * PLACES;
    return new CieLab(sums[0] / count, sums[1] / count, sums[2] / count);
  }

  /** Returns one of the places along the middle half of a side. */
  private int place(Side side, int i) {
    int length = side == Side.TOP || side == Side.BOTTOM ? image.width() : image.height();
    return length / 4 + (int) ((long) i * (length / 2) / PLACES);
  }

  private int heightFrom(Side side) {
    return side == Side.TOP || side == Side.BOTTOM ? image.height() : image.width();
  }

  private int rgb(Side side, int depth, int at) {
    int width = image.width();
    return image.rgb(
        switch (side) {
          case TOP -> depth * width + at;
          case BOTTOM -> (image.height() - 1 - depth) * width + at;
          case LEFT -> at * width + depth;
          case RIGHT -> at * width + width - 1 - depth;
        });
  }
}
