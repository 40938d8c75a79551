package io.artrec.vision.color;

import io.artrec.vision.image.CieLab;
import io.artrec.vision.image.LabPlanes;
import io.artrec.vision.image.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How colors feel, on four scales on which people of different cultures largely agree. Immutable
 * and thread-safe.
 *
 * <p>Activity, weight and heat are those of Ou, Luo, Woodcock and Wright (A Study of Colour Emotion
 * and Colour Preference, part I, Color Research and Application 29, 2004), found with 31 observers
 * from Britain and China. With L*, a*, b*, chroma C and hue angle h in CIELAB:
 *
 * <pre>
 * activity = -2.1 + 0.06 sqrt((L - 50)² + (a - 3)² + ((b - 17) / 1.4)²)
 * weight   = -1.8 + 0.04 (100 - L) + 0.45 cos(h - 100°)
 * heat     = -0.5 + 0.02 C^1.07 cos(h - 50°)
 * </pre>
 *
 * Where C is below 1 the hue means nothing, and its term of weight is left out. Pleasure is that of
 * Valdez and Mehrabian (Effects of Color on Emotions, Journal of Experimental Psychology: General
 * 123, 1994), on lightness and chroma standardized over what paintings have, which is what their
 * equation is for: {@code 0.69 (L - 36) / 21 + 0.22 (C - 16) / 11}, in standard deviations, 0 for
 * the average paint. On raw values it calls nearly all old masters unpleasant.
 *
 * <p>Of several colors each scale is the mean of theirs by share: part II found that of pairs; for
 * more it is an extrapolation.
 */
public final class ColorEmotion {
  private static final double WEIGHT_A = 0.45 * Math.cos(Math.toRadians(100));
  private static final double WEIGHT_B = 0.45 * Math.sin(Math.toRadians(100));
  private static final double HEAT_A = 0.02 * Math.cos(Math.toRadians(50));
  private static final double HEAT_B = 0.02 * Math.sin(Math.toRadians(50));
  private static final double HUELESS = 1;

  private static final Scale ACTIVITY = new Scale(-0.53, 0.39).ends(-0.85, -0.21);
  private static final Scale WEIGHT = new Scale(1.06, 0.58).ends(0.57, 1.57);
  private static final Scale HEAT = new Scale(-0.23, 0.19).ends(-0.38, -0.08);
  private static final Scale PLEASURE = new Scale(0, 0.46).ends(-0.39, 0.43);

  private static final String[] ENGLISH = {
    "cool", "warm", "light", "heavy", "quiet", "lively", "somber", "cheerful"
  };
  private static final String[] CHINESE = {"冷", "暖", "轻盈", "厚重", "沉静", "活跃", "沉郁", "明快"};

  private final double activity;
  private final double weight;
  private final double heat;
  private final double pleasure;

  /** What a scale reads over paintings: mean, standard deviation, outermost fifths. */
  private static final class Scale {
    private final double mean;
    private final double deviation;
    private double low;
    private double high;

    Scale(double mean, double deviation) {
      this.mean = mean;
      this.deviation = deviation;
    }

    Scale ends(double lowest, double highest) {
      low = lowest;
      high = highest;
      return this;
    }

    double standardized(double value) {
      return (value - mean) / deviation;
    }

    /** Returns 0 for the lowest fifth, 1 for the highest. */
    Optional<Integer> end(double value) {
      return value < low ? Optional.of(0) : value > high ? Optional.of(1) : Optional.empty();
    }
  }

  private ColorEmotion(double[] sums, double of) {
    activity = sums[0] / of;
    weight = sums[1] / of;
    heat = sums[2] / of;
    pleasure = sums[3] / of;
  }

  /**
   * Returns how a color feels.
   *
   * @param color the color
   * @return its feeling
   */
  public static ColorEmotion of(CieLab color) {
    double[] sums = new double[4];
    add(color.lightness(), color.a(), color.b(), 1, sums);
    return new ColorEmotion(sums, 1);
  }

  /**
   * Returns how a palette feels.
   *
   * @param palette the colors and their shares
   * @return the mean of its colors by share
   */
  public static ColorEmotion of(Palette palette) {
    double[] sums = new double[4];
    for (Palette.Part part : palette.parts()) {
      CieLab color = part.color();
      add(color.lightness(), color.a(), color.b(), part.share(), sums);
    }
    return new ColorEmotion(sums, 1);
  }

  /**
   * Returns how the colors of an image feel.
   *
   * @param image the pixels
   * @return the mean over all of them
   */
  public static ColorEmotion of(RgbImage image) {
    LabPlanes lab = image.lab();
    double[] sums = new double[4];
    for (int i = 0; i < lab.size(); i++) {
      add(lab.lightness(i), lab.a(i), lab.b(i), 1, sums);
    }
    return new ColorEmotion(sums, lab.size());
  }

  /** Adds the scales of a color; cosines of hues are those of its coordinates over chroma. */
  private static void add(double lightness, double a, double b, double share, double[] sums) {
    double chroma = Math.sqrt(a * a + b * b);
    double stretched = (b - 17) / 1.4;
    double far = (lightness - 50) * (lightness - 50) + (a - 3) * (a - 3) + stretched * stretched;
    double hueWeight = chroma < HUELESS ? 0 : (WEIGHT_A * a + WEIGHT_B * b) / chroma;
    sums[0] += share * (-2.1 + 0.06 * Math.sqrt(far));
    sums[1] += share * (-1.8 + 0.04 * (100 - lightness) + hueWeight);
    sums[2] += share * heat(a, b);
    sums[3] += share * (0.69 * (lightness - 36) / 21 + 0.22 * (chroma - 16) / 11);
  }

  /** Returns the heat of a color; C^1.07 cos(h - 50°) is C^0.07 times a projection. */
  static double heat(double a, double b) {
    double chroma = Math.sqrt(a * a + b * b);
    return chroma == 0 ? -0.5 : -0.5 + Math.pow(chroma, 0.07) * (HEAT_A * a + HEAT_B * b);
  }

  /**
   * Returns how active the colors are.
   *
   * @return from passive, -2.1, to active, about 5
   */
  public double activity() {
    return activity;
  }

  /**
   * Returns how heavy the colors are.
   *
   * @return from light, about -2.2, to heavy, about 2.6
   */
  public double weight() {
    return weight;
  }

  /**
   * Returns how warm the colors are.
   *
   * @return from cool, about -2, to warm, about 2.4
   */
  public double heat() {
    return heat;
  }

  /**
   * Returns how pleasant the colors are.
   *
   * @return standard deviations above the average paint, about -1.5 to 4.5
   */
  public double pleasure() {
    return pleasure;
  }

  /**
   * Returns the four scales, each less its mean and divided by its standard deviation over 224
   * color photographs of paintings of a museum: -0.53, 0.39; 1.06, 0.58; -0.23, 0.19; 0, 0.46.
   *
   * @return activity, weight, heat, pleasure, mostly from -2 to 2
   */
  public double[] standardized() {
    return new double[] {
      ACTIVITY.standardized(activity),
      WEIGHT.standardized(weight),
      HEAT.standardized(heat),
      PLEASURE.standardized(pleasure)
    };
  }

  /**
   * Says what the colors feel like beyond what most paintings do: each scale only where it is among
   * the lowest or the highest fifth of 224 color photographs of paintings of a museum. These lie
   * below -0.85 or above -0.21 in activity, below 0.57 or above 1.57 in weight, below -0.38 or
   * above -0.08 in heat and below -0.39 or above 0.43 in pleasure.
   *
   * @param language Chinese for {@code zh}, English for all others
   * @return for instance {@code a warm, heavy, quiet palette}; empty for colors like those of most
   *     paintings
   */
  public Optional<String> words(Locale language) {
    boolean chinese = language.getLanguage().equals("zh");
    List<String> words = new ArrayList<>();
    String[] ends = chinese ? CHINESE : ENGLISH;
    HEAT.end(heat).ifPresent(end -> words.add(ends[end]));
    WEIGHT.end(weight).ifPresent(end -> words.add(ends[2 + end]));
    ACTIVITY.end(activity).ifPresent(end -> words.add(ends[4 + end]));
    PLEASURE.end(pleasure).ifPresent(end -> words.add(ends[6 + end]));
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        chinese ? String.join("、", words) + "的色调" : "a " + String.join(", ", words) + " palette");
  }
}
