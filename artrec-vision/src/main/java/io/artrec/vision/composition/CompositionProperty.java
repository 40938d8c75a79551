package io.artrec.vision.composition;

import java.util.Optional;

/**
 * A property of how an image is composed or colored, with a published definition. All definitions
 * are those of the Aesthetics Toolbox (Redies, Bartho, Kossmann, Spehar, Hübner, Wagemans,
 * Hayn-Leichsenring, A Toolbox for Calculating Quantitative Image Properties in Aesthetics
 * Research, Behavior Research Methods 2025), its peculiarities included, so that values can be
 * compared with its tables; deviations are population ones. In the order of its table.
 */
public enum CompositionProperty {
  /** Width + height. */
  IMAGE_SIZE(
      "image_size",
      "pixels",
      2,
      Double.POSITIVE_INFINITY,
      "width + height",
      CompositionPapers.DATTA),

  /** Width / height. */
  ASPECT_RATIO(
      "aspect_ratio",
      "ratio",
      0,
      Double.POSITIVE_INFINITY,
      "width / height",
      CompositionPapers.DATTA),

  /** Standard deviation of L* over the pixels, the same as {@link #STD_LAB_L}. */
  RMS_CONTRAST(
      "rms_contrast",
      "L*",
      0,
      50,
      "standard deviation of L* over the pixels, the same as STD_LAB_L",
      CompositionPapers.PELI),

  /** Entropy of rint(255 L* / the image's largest L*). */
  LUMINANCE_ENTROPY(
      "luminance_entropy",
      "bits",
      0,
      8,
      "entropy of rint(255 L* / the image's largest L*)",
      CompositionPapers.SHANNON),

  /** Entropy of rint(255 H / the image's largest H) of the hue H; grays have hue 0. */
  COLOR_ENTROPY(
      "color_entropy",
      "bits",
      0,
      8,
      "entropy of rint(255 H / the image's largest H) of the hue H; grays have hue 0",
      CompositionPapers.GELLER),

  /** Mean of the 8-bit red channel. */
  MEAN_R("mean_R", "levels", 0, 255, "mean of the 8-bit red channel", CompositionPapers.DATTA),

  /** Standard deviation of the 8-bit red channel. */
  STD_R(
      "std_R",
      "levels",
      0,
      127.5,
      "standard deviation of the 8-bit red channel",
      CompositionPapers.DATTA),

  /** Mean of the 8-bit green channel. */
  MEAN_G("mean_G", "levels", 0, 255, "mean of the 8-bit green channel", CompositionPapers.DATTA),

  /** Standard deviation of the 8-bit green channel. */
  STD_G(
      "std_G",
      "levels",
      0,
      127.5,
      "standard deviation of the 8-bit green channel",
      CompositionPapers.DATTA),

  /** Mean of the 8-bit blue channel. */
  MEAN_B("mean_B", "levels", 0, 255, "mean of the 8-bit blue channel", CompositionPapers.DATTA),

  /** Standard deviation of the 8-bit blue channel. */
  STD_B(
      "std_B",
      "levels",
      0,
      127.5,
      "standard deviation of the 8-bit blue channel",
      CompositionPapers.DATTA),

  /** Mean of L*. */
  MEAN_LAB_L("mean_Lab_L", "CIELAB", 0, 100, "mean of L*", CompositionPapers.MALLON),

  /** Standard deviation of L*. */
  STD_LAB_L("std_Lab_L", "CIELAB", 0, 50, "standard deviation of L*", CompositionPapers.MALLON),

  /** Mean of a*. */
  MEAN_LAB_A("mean_Lab_a", "CIELAB", -128, 128, "mean of a*", CompositionPapers.MALLON),

  /** Standard deviation of a*. */
  STD_LAB_A("std_Lab_a", "CIELAB", 0, 128, "standard deviation of a*", CompositionPapers.MALLON),

  /** Mean of b*. */
  MEAN_LAB_B("mean_Lab_b", "CIELAB", -128, 128, "mean of b*", CompositionPapers.MALLON),

  /** Standard deviation of b*. */
  STD_LAB_B("std_Lab_b", "CIELAB", 0, 128, "standard deviation of b*", CompositionPapers.MALLON),

  /** Circular mean of the hue of HSV, as a fraction of the circle; grays count as red. */
  MEAN_H(
      "mean_H",
      "circle",
      0,
      1,
      "circular mean of the hue of HSV, as a fraction of the circle; grays count as red",
      CompositionPapers.GELLER),

  /** Circular standard deviation of the hue, sqrt(-2 ln R) / (2 pi). */
  STD_H(
      "std_H",
      "circle",
      0,
      Double.POSITIVE_INFINITY,
      "circular standard deviation of the hue, sqrt(-2 ln R) / (2 pi)",
      CompositionPapers.GELLER),

  /** Mean saturation of HSV. */
  MEAN_S("mean_S", "share", 0, 1, "mean saturation of HSV", CompositionPapers.DATTA),

  /** Standard deviation of the saturation of HSV. */
  STD_S(
      "std_S",
      "share",
      0,
      0.5,
      "standard deviation of the saturation of HSV",
      CompositionPapers.DATTA),

  /** Mean value of HSV. */
  MEAN_V("mean_V", "share", 0, 1, "mean value of HSV", CompositionPapers.DATTA),

  /** Standard deviation of the value of HSV. */
  STD_V(
      "std_V", "share", 0, 0.5, "standard deviation of the value of HSV", CompositionPapers.DATTA),

  /**
   * How much the gradient orientations of sections are like the whole image's: the median of each
   * of three levels of 4, 16 and 64 sections, averaged.
   */
  SELF_SIMILARITY_PHOG(
      "self_similarity_phog",
      "share",
      0,
      1,
      "how much the gradient orientations of sections are like the whole image's: the "
          + "median of each of three levels of 4, 16 and 64 sections, averaged",
      CompositionPapers.BRAUN),

  /** Mean strength of the gradient, of the CIELAB plane in which it is largest. */
  COMPLEXITY(
      "complexity",
      "levels",
      0,
      Double.POSITIVE_INFINITY,
      "mean strength of the gradient, of the CIELAB plane in which it is largest",
      CompositionPapers.BRAUN),

  /** Standard deviation of the 1,024 normalized bins of gradient orientation of 64 sections. */
  ANISOTROPY(
      "anisotropy",
      "share",
      0,
      1,
      "standard deviation of the 1,024 normalized bins of gradient orientation of 64 " + "sections",
      CompositionPapers.BRAUN),

  /**
   * Mean difference of visual mass between halves and between inner and outer parts, on four axes;
   * 0 is balanced.
   */
  BALANCE(
      "balance",
      "percent",
      0,
      100,
      "mean difference of visual mass between halves and between inner and outer parts, on "
          + "four axes; 0 is balanced",
      CompositionPapers.WILSON),

  /** Distance of the center of visual mass from the middle, in percent of half a side. */
  DCM_DISTANCE(
      "dcm_distance",
      "percent",
      0,
      200,
      "distance of the center of visual mass from the middle, in percent of half a side",
      CompositionPapers.MCMANUS),

  /** How far the center of visual mass is left of the middle; rounded to whole pixels. */
  DCM_X(
      "dcm_x",
      "share of width",
      -0.5,
      0.5,
      "how far the center of visual mass is left of the middle; rounded to whole pixels",
      CompositionPapers.MCMANUS),

  /** How far the center of visual mass is above the middle; rounded to whole pixels. */
  DCM_Y(
      "dcm_y",
      "share of height",
      -0.5,
      0.5,
      "how far the center of visual mass is above the middle; rounded to whole pixels",
      CompositionPapers.MCMANUS),

  /** Share of dark pixels mirrored by dark pixels, weighed towards the axis; mean over the axes. */
  MIRROR_SYMMETRY(
      "mirror_symmetry",
      "percent",
      0,
      100,
      "share of dark pixels mirrored by dark pixels, weighed towards the axis; mean over "
          + "the axes",
      CompositionPapers.HUEBNER),

  /**
   * Entropy of the heavy pixels over ten strips, mean of both directions, in percent of the
   * largest.
   */
  HOMOGENEITY(
      "homogeneity",
      "percent",
      0,
      100,
      "entropy of the heavy pixels over ten strips, mean of both directions, in percent of "
          + "the largest",
      CompositionPapers.HUEBNER),

  /**
   * Slope of the count of squares that outline the dark half, of the image squeezed to a square.
   */
  FRACTAL_DIMENSION_2D(
      "fractal_dimension_2d",
      "dimension",
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      "slope of the count of squares that outline the dark half, of the image squeezed to "
          + "a square",
      CompositionPapers.VIENGKHAM),

  /** Slope of the count of boxes over the gray levels of the central square. */
  FRACTAL_DIMENSION_3D(
      "fractal_dimension_3d",
      "dimension",
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      "slope of the count of boxes over the gray levels of the central square",
      CompositionPapers.MATHER_HISTORY),

  /** Slope of log radial power on log frequency, 10 to 256 cycles at 1,024 pixels. */
  FOURIER_SLOPE_REDIES(
      "fourier_slope_redies",
      "slope",
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      "slope of log radial power on log frequency, 10 to 256 cycles at 1,024 pixels",
      CompositionPapers.REDIES_SPECTRUM),

  /** Variance of log radial power about the line of {@link #FOURIER_SLOPE_REDIES}. */
  FOURIER_SIGMA(
      "fourier_sigma",
      "log10 squared",
      0,
      Double.POSITIVE_INFINITY,
      "variance of log radial power about the line of FOURIER_SLOPE_REDIES",
      CompositionPapers.REDIES_SPECTRUM),

  /**
   * Slope of log radial amplitude on log frequency, influential radii left out; about half of a
   * power slope.
   */
  FOURIER_SLOPE_SPEHAR(
      "fourier_slope_spehar",
      "slope",
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      "slope of log radial amplitude on log frequency, influential radii left out; about "
          + "half of a power slope",
      CompositionPapers.SPEHAR),

  /** Half the slope of log radial power of L* on log frequency, over a middle band. */
  FOURIER_SLOPE_MATHER(
      "fourier_slope_mather",
      "slope",
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      "half the slope of log radial power of L* on log frequency, over a middle band",
      CompositionPapers.MATHER_SLOPE),

  /** Entropy of the orientations of the 10,000 strongest edges; 4.585 is log2 24. */
  EDGE_ORIENTATION_ENTROPY_1(
      "edge_orientation_entropy_1",
      "bits",
      0,
      4.585,
      "entropy of the orientations of the 10,000 strongest edges; 4.585 is log2 24",
      CompositionPapers.REDIES_EDGES),

  /**
   * Entropy of the orientations of edges relative to each other, over pairs 20 to 239 pixels apart.
   */
  EDGE_ORIENTATION_ENTROPY_2(
      "edge_orientation_entropy_2",
      "bits",
      0,
      4.585,
      "entropy of the orientations of edges relative to each other, over pairs 20 to 239 "
          + "pixels apart",
      CompositionPapers.REDIES_EDGES),

  /** Mean response of the strongest of 24 Gabor filters, at 120,000 pixels. */
  EDGE_DENSITY(
      "edge_density",
      "gray levels",
      0,
      Double.POSITIVE_INFINITY,
      "mean response of the strongest of 24 Gabor filters, at 120,000 pixels",
      CompositionPapers.REDIES_EDGES);

  private final String id;
  private final String unit;
  private final double lowest;
  private final double highest;
  private final String definition;
  private final String paper;

  CompositionProperty(
      String id, String unit, double lowest, double highest, String definition, String paper) {
    this.id = id;
    this.unit = unit;
    this.lowest = lowest;
    this.highest = highest;
    this.definition = definition;
    this.paper = paper;
  }

  /**
   * {@return the stable name, as the reference values and the toolbox's functions have it; for
   * instance {@code mean_Lab_L}}
   */
  public String id() {
    return id;
  }

  /**
   * {@return what a value of 1 means, for instance {@code percent}, {@code bits} or {@code gray
   * levels}}
   */
  public String unit() {
    return unit;
  }

  /**
   * Returns below what no value lies.
   *
   * @return the bound; negative infinity when there is none
   */
  public double lowest() {
    return lowest;
  }

  /**
   * Returns above what no value lies.
   *
   * @return the bound; positive infinity when there is none
   */
  public double highest() {
    return highest;
  }

  /**
   * Returns the definition in a phrase.
   *
   * @return English words
   */
  public String definition() {
    return definition;
  }

  /**
   * Returns where the property comes from.
   *
   * @return authors, title, venue and year
   */
  public String paper() {
    return paper;
  }

  /**
   * {@return the property, or empty when there is none of that name}
   *
   * @param id what {@link #id} gave
   */
  public static Optional<CompositionProperty> named(String id) {
    for (CompositionProperty property : values()) {
      if (property.id.equals(id)) {
        return Optional.of(property);
      }
    }
    return Optional.empty();
  }
}
