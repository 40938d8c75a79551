package io.artrec.vision.color;

import io.artrec.vision.image.RgbImage;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Which of the classic schemes of hues an image follows, at what angle of the wheel. A description
 * and no score: on 348 color combinations that experts had sorted into good and bad, published
 * scores of harmony did not tell them from chance (areas under the curve 0.46 to 0.50). Immutable
 * and thread-safe.
 *
 * <p>The schemes are the hue templates of Matsuda as Cohen-Or, Sorkine, Gal, Leyvand and Xu give
 * them (Color Harmonization, ACM Transactions on Graphics 25, 2006): one or two sectors on the
 * wheel of HSV, turned to the whole degree where colors lie least outside, by the mean of the arc
 * from hue to the nearest sector. They take the template with the least mean, which is always a
 * wide one; here it is the narrowest with a mean below {@value #OUTSIDE} degrees, and of angles
 * that are as good the one with the least mean square distance to the middles of sectors. Each
 * pixel counts by the difference of its largest and smallest channel: by saturation, as there, near
 * blacks would count like pure colors.
 *
 * <p>O(pixels), and some two million additions for the templates.
 */
public final class ColorHarmony {
  private static final int DEGREES = 360;
  private static final double OUTSIDE = 5;
  private static final double COLORED = 0.03;

  /** A scheme of hues; the letters are Matsuda's. */
  public enum Template {
    /** N: hardly any color; the mean difference of largest and smallest channel is below 0.03. */
    NEUTRAL,
    /** i: one sector of 18 degrees. */
    SINGLE_HUE(18, 0, 0),
    /** I: two opposite sectors of 18 degrees. */
    COMPLEMENTARY(18, 180, 18),
    /** V: one sector of 93.6 degrees. */
    ANALOGOUS(93.6, 0, 0),
    /** L: a sector of 79.2 degrees and one of 18 a quarter of the wheel away, on either side. */
    QUARTER(79.2, 90, 18),
    /** Y: a sector of 93.6 degrees and one of 18 opposite. */
    ANALOGOUS_WITH_COMPLEMENT(93.6, 180, 18),
    /** T: half of the wheel. */
    HALF(180, 0, 0),
    /** X: two opposite sectors of 93.6 degrees. */
    TWO_FAMILIES(93.6, 180, 93.6),
    /** No template holds the colors. */
    NONE;

    private final double width;
    private final int away;
    private final double otherWidth;

    Template() {
      this(0, 0, 0);
    }

    Template(double width, int away, double otherWidth) {
      this.width = width;
      this.away = away;
      this.otherWidth = otherWidth;
    }

    private boolean hasSectors() {
      return width > 0;
    }

    /** Returns whether turning the other way round gives another template. */
    private boolean hasSides() {
      return away % 180 != 0;
    }
  }

  private final Template template;
  private final int angle;
  private final int otherAngle;
  private final double deviation;

  private ColorHarmony(Template template, int angle, int otherAngle, double deviation) {
    this.template = template;
    this.angle = angle;
    this.otherAngle = otherAngle;
    this.deviation = deviation;
  }

  /**
   * Describes an image.
   *
   * @param image the pixels, all of them counted
   * @return the scheme
   */
  public static ColorHarmony of(RgbImage image) {
    double[] hues = new double[DEGREES];
    double all = 0;
    for (int i = 0; i < image.size(); i++) {
      int key = HueKey.of(image.rgb(i));
      double range = (key & 0xFF) / 255.0;
      hues[Math.min((int) (DEGREES * HueKey.hue(key) + 0.5), DEGREES) % DEGREES] += range;
      all += range;
    }
    return all < COLORED * image.size()
        ? new ColorHarmony(Template.NEUTRAL, 0, 0, 0)
        : narrowest(hues, all);
  }

  private static ColorHarmony narrowest(double[] hues, double all) {
    for (Template template : Template.values()) {
      if (template.hasSectors()) {
        ColorHarmony best = turned(template, template.away, hues, all);
        if (template.hasSides()) {
          ColorHarmony other = turned(template, -template.away, hues, all);
          best = other.deviation < best.deviation ? other : best;
        }
        if (best.deviation < OUTSIDE) {
          return best;
        }
      }
    }
    return new ColorHarmony(Template.NONE, 0, 0, 0);
  }

  private static ColorHarmony turned(Template template, int away, double[] hues, double all) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    double leastSquares = 0;
    for (int angle = 0; angle < DEGREES; angle++) {
      double outside = 0;
      double squares = 0;
      for (int hue = 0; hue < DEGREES; hue++) {
        double first = arc(hue, angle);
        double second = template.otherWidth > 0 ? arc(hue, angle + away) : DEGREES;
        double beyond = Math.min(first - template.width / 2, second - template.otherWidth / 2);
        double nearest = Math.min(first, second);
        outside += hues[hue] * Math.max(0, beyond);
        squares += hues[hue] * nearest * nearest;
      }
      boolean less = outside < least - 1e-9 * all;
      if (less || (outside < least + 1e-9 * all && squares < leastSquares - 1e-9 * all)) {
        least = less ? outside : least;
        leastSquares = squares;
        best = angle;
      }
    }
    return new ColorHarmony(template, best, Math.floorMod(best + away, DEGREES), least / all);
  }

  /** Returns the distance of two hues on the wheel, 0 to 180. */
  private static int arc(int one, int other) {
    int distance = Math.floorMod(one - other, DEGREES);
    return Math.min(distance, DEGREES - distance);
  }

  /**
   * Returns the scheme.
   *
   * @return the narrowest template that holds the colors
   */
  public Template template() {
    return template;
  }

  /**
   * Returns where the template stands.
   *
   * @return the hue in HSV in the middle of its first sector, the wider one where widths differ, 0
   *     to 359 degrees: red 0, yellow 60, green 120, blue 240; empty where there is no sector
   */
  public OptionalDouble angle() {
    return template.hasSectors() ? OptionalDouble.of(angle) : OptionalDouble.empty();
  }

  /**
   * Returns how far outside of the template colors lie.
   *
   * @return the mean arc from hue to the nearest sector, 0 or more and below {@value #OUTSIDE}
   *     degrees; 0 without sectors
   */
  public double deviation() {
    return deviation;
  }

  /**
   * Says the scheme in words.
   *
   * @param language Chinese for {@code zh}, English for all others
   * @return for instance {@code neighboring hues around orange}
   */
  public String words(Locale language) {
    boolean chinese = Objects.requireNonNull(language, "language").getLanguage().equals("zh");
    String hue = HueWords.of(angle, chinese);
    String other = HueWords.of(otherAngle, chinese);
    return switch (template) {
      case NEUTRAL -> chinese ? "几乎没有色彩" : "hardly any color";
      case SINGLE_HUE -> chinese ? "单一色相：" + hue : "one hue, " + hue;
      case COMPLEMENTARY -> chinese ? hue + "与其互补色" + other : hue + " and its complement, " + other;
      case ANALOGOUS -> chinese ? "以" + hue + "为中心的邻近色" : "neighboring hues around " + hue;
      case QUARTER ->
          chinese
              ? "以" + hue + "为中心的邻近色，另有相隔四分之一色环的" + other
              : "hues around " + hue + " and, a quarter of the wheel away, " + other;
      case ANALOGOUS_WITH_COMPLEMENT ->
          chinese
              ? "以" + hue + "为中心的邻近色与其互补色" + other
              : "neighboring hues around " + hue + " and their complement, " + other;
      case HALF -> chinese ? "以" + hue + "为中心的半个色环" : "half of the color wheel, around " + hue;
      case TWO_FAMILIES ->
          chinese
              ? "两组相对的色相，分别以" + hue + "和" + other + "为中心"
              : "two opposite families of hues, around " + hue + " and " + other;
      case NONE -> chinese ? "色相遍布整个色环" : "hues all round the wheel";
    };
  }

  @Override
  public String toString() {
    return "ColorHarmony[" + words(Locale.ENGLISH) + "]";
  }
}
