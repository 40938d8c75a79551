package io.artrec.vision.reproduction;

import io.artrec.vision.image.CieLab;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.reproduction.Reproduction.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tells color photographs from gray and toned ones, as {@link Reproduction} describes it. */
final class Tones {
  private static final int GRID = 128;
  private static final double GRAY_CHROMA = 2;
  private static final double TONED_SPREAD = 2.2;
  private static final double TONED_STRAY = 10;
  private static final double TONED_HUE = 0.6;
  private static final int TONED_STEPS = 8;
  private static final double LIGHTNESS_STEP = 5;
  private static final int STEPS = 21;

  private Tones() {}

  /** O(pixels) at about a quarter of them. */
  static Tone of(RgbImage image) {
    return toneOf(sampled(image));
  }

  private static List<CieLab> sampled(RgbImage image) {
    int step = (Math.max(image.width(), image.height()) - 1) / GRID + 1;
    int side = (step + 1) / 2;
    List<CieLab> colors = new ArrayList<>();
    for (int y = 0; y < image.height(); y += step) {
      for (int x = 0; x < image.width(); x += step) {
        colors.add(CieLab.of(mean(image, x, y, side)));
      }
    }
    return colors;
  }

  private static int mean(RgbImage image, int left, int top, int side) {
    int red = 0;
    int green = 0;
    int blue = 0;
    int bottom = Math.min(top + side, image.height());
    int right = Math.min(left + side, image.width());
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int rgb = image.rgb(y * image.width() + x);
        red += rgb >> 16;
        green += rgb >> 8 & 0xFF;
        blue += rgb & 0xFF;
      }
    }
    int count = (bottom - top) * (right - left);
    return (red / count) << 16 | (green / count) << 8 | (blue / count);
  }

  private static Tone toneOf(List<CieLab> colors) {
    double[] chromas = colors.stream().mapToDouble(CieLab::chroma).sorted().toArray();
    if (chromas[atShare(chromas, 0.99)] < GRAY_CHROMA) {
      return Tone.GRAY;
    }
    double[] strays = strays(colors);
    double squares = Arrays.stream(strays).map(stray -> stray * stray).sum();
    boolean follows =
        Math.sqrt(squares / strays.length) < TONED_SPREAD
            && strays[atShare(strays, 0.999)] < TONED_STRAY
            && hasOneHue(colors)
            && usedSteps(colors) >= TONED_STEPS;
    return follows ? Tone.TONED : Tone.COLORED;
  }

  /** Returns how far each color lies from the mean of its step of lightness, in order. */
  private static double[] strays(List<CieLab> colors) {
    double[] as = new double[STEPS];
    double[] bs = new double[STEPS];
    int[] counts = new int[STEPS];
    for (CieLab color : colors) {
      int step = step(color);
      counts[step]++;
      as[step] += (color.a() - as[step]) / counts[step];
      bs[step] += (color.b() - bs[step]) / counts[step];
    }
    return colors.stream()
        .mapToDouble(color -> Math.hypot(color.a() - as[step(color)], color.b() - bs[step(color)]))
        .sorted()
        .toArray();
  }

  private static boolean hasOneHue(List<CieLab> colors) {
    double a = 0;
    double b = 0;
    double chroma = 0;
    for (CieLab color : colors) {
      a += color.a();
      b += color.b();
      chroma += color.chroma();
    }
    return Math.hypot(a, b) >= TONED_HUE * chroma;
  }

  private static int usedSteps(List<CieLab> colors) {
    int[] counts = new int[STEPS];
    colors.forEach(color -> counts[step(color)]++);
    return (int) Arrays.stream(counts).filter(count -> 200 * count >= colors.size()).count();
  }

  private static int step(CieLab color) {
    return (int) (color.lightness() / LIGHTNESS_STEP);
  }

  private static int atShare(double[] sorted, double share) {
    return Math.min((int) (sorted.length * share), sorted.length - 1);
  }
}
