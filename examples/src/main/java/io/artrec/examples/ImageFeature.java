package io.artrec.examples;

import io.artrec.feature.FeatureExtractor;
import io.artrec.vision.ImageMeasure;
import io.artrec.vision.color.ColorEmotion;
import io.artrec.vision.color.ColorEmotionFeature;
import io.artrec.vision.color.ColorHistogram;
import io.artrec.vision.color.ColorMeasures;
import io.artrec.vision.color.ColorMoments;
import io.artrec.vision.color.IttenContrasts;
import io.artrec.vision.color.PaletteFeature;
import io.artrec.vision.composition.Composition;
import io.artrec.vision.composition.CompositionFeature;
import io.artrec.vision.composition.CompositionProperty;
import io.artrec.vision.composition.SpatialLayout;
import io.artrec.vision.image.LabPlanes;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.shape.CannyEdges;
import io.artrec.vision.shape.Gradients;
import io.artrec.vision.shape.HuMoments;
import io.artrec.vision.texture.Cooccurrence;
import io.artrec.vision.texture.EdgeOrientations;
import io.artrec.vision.texture.GaborTexture;
import io.artrec.vision.texture.LocalBinaryPatterns;
import io.artrec.vision.texture.MarkovTexture;
import io.artrec.vision.texture.OrientedGradients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What {@link Features} can measure of an image, by name. Values are those of the definitions, of
 * all pixels and of gray reproductions too, where the features of a recommender may scale them to
 * be compared and leave such images out.
 *
 * @param name as on the command line
 * @param values measures an image; empty when it says nothing of this
 * @param comparable what compares works by it, where works can be
 */
record ImageFeature(
    String name,
    Function<RgbImage, Optional<double[]>> values,
    Optional<FeatureExtractor> comparable) {
  private static final List<ImageFeature> ALL =
      List.of(
          histogram("hsv-histogram", ColorHistogram.hsv()),
          histogram("rgb-histogram", ColorHistogram.rgb(8, 8, 8)),
          histogram("lab-histogram", ColorHistogram.lab()),
          new ImageFeature(
              "color-moments",
              image -> Optional.of(ColorMoments.hsv().measure(image)),
              Optional.of(ColorMoments.hsv())),
          compared("palette", PaletteFeature.standard().ofAnyTone(), PaletteFeature.standard()),
          new ImageFeature(
              "color-emotion",
              image -> Optional.of(feelings(image)),
              Optional.of(ColorEmotionFeature.standard())),
          single("color-measures", ImageFeature::colorMeasures),
          new ImageFeature(
              "gabor",
              image -> Optional.of(GaborTexture.standard().measure(image)),
              Optional.of(GaborTexture.standard())),
          new ImageFeature(
              "glcm",
              image -> Cooccurrence.standard().measure(image, 1),
              Optional.of(Cooccurrence.standard())),
          new ImageFeature(
              "hog",
              image -> Optional.of(OrientedGradients.standard().measure(image)),
              Optional.of(OrientedGradients.standard())),
          compared("lbp", LocalBinaryPatterns.standard()),
          compared("markov", MarkovTexture.standard()),
          compared("edge-orientations", EdgeOrientations.standard()),
          single("sobel-mean", image -> new double[] {Gradients.of(image.gray()).meanStrength()}),
          single("canny-density", image -> new double[] {CannyEdges.of(image.gray()).density()}),
          new ImageFeature(
              "hu",
              image -> HuMoments.standard().measure(image),
              Optional.of(HuMoments.standard())),
          new ImageFeature(
              "composition",
              image -> Optional.of(composition(image)),
              Optional.of(CompositionFeature.standard())),
          compared("layout", SpatialLayout.standard()));

  static List<ImageFeature> all() {
    return ALL;
  }

  static List<String> names() {
    return ALL.stream().map(ImageFeature::name).toList();
  }

  /** The features of a list of names with commas between. */
  static List<ImageFeature> named(String names) {
    List<ImageFeature> named = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      ImageFeature feature =
          ALL.stream()
              .filter(known -> known.name().equals(name.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "--features names '"
                              + name.strip()
                              + "', expected some of "
                              + String.join(", ", names())));
      if (!named.contains(feature)) {
        named.add(feature);
      }
    }
    return List.copyOf(named);
  }

  private static ImageFeature histogram(String name, ColorHistogram histogram) {
    return new ImageFeature(
        name, image -> Optional.of(histogram.measure(image)), Optional.of(histogram));
  }

  private static ImageFeature compared(String name, ImageMeasure feature) {
    return compared(name, feature, feature);
  }

  private static ImageFeature compared(
      String name, ImageMeasure measure, FeatureExtractor comparable) {
    return new ImageFeature(name, measure.ofWholeImages()::measured, Optional.of(comparable));
  }

  private static ImageFeature single(String name, Function<RgbImage, double[]> values) {
    return new ImageFeature(
        name, image -> Optional.of(values.apply(image)), Optional.<FeatureExtractor>empty());
  }

  /** Activity, weight, heat and pleasure, and the mean chroma that pleasure is made of. */
  private static double[] feelings(RgbImage image) {
    ColorEmotion emotion = ColorEmotion.of(image);
    LabPlanes lab = image.lab();
    double chroma = 0;
    for (int i = 0; i < lab.size(); i++) {
      chroma += Math.sqrt(lab.a(i) * lab.a(i) + lab.b(i) * lab.b(i));
    }
    return new double[] {
      emotion.activity(), emotion.weight(), emotion.heat(), emotion.pleasure(), chroma / lab.size()
    };
  }

  /** All properties in their order; NaN for one that the image is too small for. */
  private static double[] composition(RgbImage image) {
    Composition composition = Composition.of(image);
    return List.of(CompositionProperty.values()).stream()
        .mapToDouble(property -> composition.value(property).orElse(Double.NaN))
        .toArray();
  }

  private static double[] colorMeasures(RgbImage image) {
    ColorMeasures color = ColorMeasures.of(image);
    IttenContrasts contrasts = IttenContrasts.of(image);
    return new double[] {
      color.colorfulness(),
      color.brightness(),
      color.warmth(),
      color.saturation(),
      color.saturationDeviation(),
      contrasts.lightDark(),
      contrasts.hue(),
      contrasts.coldWarm(),
      contrasts.saturation(),
      contrasts.complementary(),
      contrasts.simultaneous(),
      contrasts.extension()
    };
  }
}
