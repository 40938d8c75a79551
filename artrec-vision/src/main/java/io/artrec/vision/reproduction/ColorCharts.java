package io.artrec.vision.reproduction;

import io.artrec.vision.image.CieLab;
import io.artrec.vision.image.RgbImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for a photographer's chart of colors, as {@link Reproduction} describes it. */
final class ColorCharts {
  private static final int SIDE = 512;
  private static final double MARGIN = 0.15;
  private static final int LINES = 3;
  private static final int PATCHES = 6;
  private static final int HUES = 4;
  private static final int SHORTEST = 4;
  private static final double LIKE = 0.35;
  private static final int FLAT = 20;
  private static final double STRONG = 30;

  private final RgbImage image;

  /** Every how many pixels one is looked at, each way. */
  private final int step;

  private final int width;
  private final int height;

  private ColorCharts(RgbImage image) {
    this.image = image;
    step = (Math.max(image.width(), image.height()) - 1) / SIDE + 1;
    width = (image.width() - 1) / step + 1;
    height = (image.height() - 1) / step + 1;
  }

  /** Pixels of one color on a line, at least {@link #SHORTEST}. */
  private record Patch(int from, int to, int rgb) {
    int length() {
      return to - from;
    }
  }

  static boolean areIn(RgbImage image) {
    ColorCharts charts = new ColorCharts(image);
    return charts.areAlong(false) || charts.areAlong(true);
  }

  private boolean areAlong(boolean columns) {
    int count = columns ? width : height;
    int margin = (int) (MARGIN * count);
    return (inARow(columns, 0, margin) || inARow(columns, count - margin, count))
        && !patchesOn(columns, count / 2)
        && !patchesOn(columns, count / 2 - margin);
  }

  /** Returns whether two neighboring lines of a range have patches; every third one is tried. */
  private boolean inARow(boolean columns, int from, int to) {
    for (int line = from; line + 1 < to; line += LINES) {
      if (patchesOn(columns, line) && patchesOn(columns, line + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean patchesOn(boolean columns, int line) {
    List<Patch> patches = patches(columns, line);
    int start = 0;
    for (int end = 1; end <= patches.size(); end++) {
      if (end == patches.size() || !follows(patches.get(end - 1), patches.get(end))) {
        if (end - start >= PATCHES && hues(patches.subList(start, end)) >= HUES) {
          return true;
        }
        start = end;
      }
    }
    return false;
  }

  private static boolean follows(Patch one, Patch next) {
    double longer = Math.max(one.length(), next.length());
    double shorter = Math.min(one.length(), next.length());
    return next.from() - one.to() <= LIKE * longer && shorter >= (1 - LIKE) * longer;
  }

  private static int hues(List<Patch> patches) {
    Set<Integer> hues = new HashSet<>();
    for (Patch patch : patches) {
      CieLab color = CieLab.of(patch.rgb());
      if (color.chroma() >= STRONG) {
        hues.add((int) (color.hue() / 45));
      }
    }
    return hues.size();
  }

  private List<Patch> patches(boolean columns, int line) {
    int length = columns ? height : width;
    List<Patch> patches = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= length; at++) {
      if (at == length || !isFlat(rgb(columns, line, at), rgb(columns, line, from))) {
        if (at - from >= SHORTEST) {
          patches.add(new Patch(from, at, rgb(columns, line, (from + at) / 2)));
        }
        from = at;
      }
    }
    return patches;
  }

  private int rgb(boolean columns, int line, int at) {
    int x = columns ? line : at;
    int y = columns ? at : line;
    return image.rgb(y * step * image.width() + x * step);
  }

  private static boolean isFlat(int one, int other) {
    return Math.abs((one >> 16) - (other >> 16)) <= FLAT
        && Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF)) <= FLAT
        && Math.abs((one & 0xFF) - (other & 0xFF)) <= FLAT;
  }
}
