package io.artrec.vision.color;

import io.artrec.vision.image.CieLab;
import io.artrec.vision.image.RgbImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What can be told of an image as a reproduction: whether it has the colors of the work at all.
 * Museums hold many photographs from the days of gray film, and what they would say of color is a
 * lie: without this, gray photographs recommend each other. Immutable and thread-safe.
 *
 * <p>Colors are means of small squares on a grid of at most 128 × 128, in CIELAB. An image is
 * {@link Tone#GRAY} when 99 in 100 of them have a chroma below {@value #GRAY_CHROMA}. It is {@link
 * Tone#TONED} when color follows from lightness, as in sepia prints and gray film photographed in
 * color: with the colors parted by lightness in steps of 5, their distances from their step's mean
 * a* and b* have a root mean square below {@value #TONED_SPREAD}, at most one in a thousand reaches
 * {@value #TONED_STRAY}, the hues (of {@code atan2(b, a)}, weighted by chroma) have a resultant of
 * {@value #TONED_HUE} or more, and at least {@value #TONED_STEPS} of the 20 steps hold one color in
 * two hundred, as those of photographs do and flat colors do not. So a color photograph of an ink
 * painting or an engraving is no gray one: its paper and its ink vary, and one red seal is enough.
 *
 * <p>Of 267 paintings of a museum, 40 of them said to be gray by its records, 39 are gray (chroma
 * 0.01 or less), 4 toned (spread 0.7 to 2.0; one of them said to be gray, three not, though their
 * photographs are plainly tinted), and the least spread of the 224 others is 2.45.
 */
public final class Reproduction {
  private static final int GRID = 128;
  private static final double GRAY_CHROMA = 2;
  private static final double TONED_SPREAD = 2.2;
  private static final double TONED_STRAY = 10;
  private static final double TONED_HUE = 0.6;
  private static final int TONED_STEPS = 8;
  private static final double LIGHTNESS_STEP = 5;
  private static final int STEPS = 21;
  private static final Function<RgbImage, Reproduction> LOOK = Reproduction::look;

  /** Which colors an image has. */
  public enum Tone {
    /** Those of the work, as far as can be told. */
    COLORED,
    /** None. */
    GRAY,
    /** Those of the photograph: one for each lightness, as in sepia. */
    TONED
  }

  private final Tone tone;

  private Reproduction(Tone tone) {
    this.tone = tone;
  }

  /**
   * Looks at an image, once for all features that ask.
   *
   * @param image the pixels
   * @return what can be told; O(pixels) at about a quarter of them
   */
  public static Reproduction of(RgbImage image) {
    return image.derived(LOOK);
  }

  private static Reproduction look(RgbImage image) {
    return new Reproduction(toneOf(sampled(image)));
  }

  /**
   * Returns which colors the image has.
   *
   * @return those of the work, none, or those of the photograph
   */
  public Tone tone() {
    return tone;
  }

  /**
   * Returns whether what the image says of color is about the work.
   *
   * @return false for gray and toned images
   */
  public boolean showsColors() {
    return tone == Tone.COLORED;
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

  @Override
  public String toString() {
    return "Reproduction[" + tone + "]";
  }
}
