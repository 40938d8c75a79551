package io.artrec.vision.color;

import io.artrec.feature.FeatureSpec;
import io.artrec.similarity.Similarities;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.util.Optional;

/**
 * How the colors of an image feel: the four scales of {@link ColorEmotion}, standardized over
 * paintings, compared by Euclidean similarity. Immutable and thread-safe. The facet is {@code
 * mood}; gray and toned reproductions ({@link io.artrec.vision.reproduction.Reproduction}) have
 * none unless {@link #ofAnyTone} is asked for.
 *
 * <p>Two works are called alike from a likeness of {@value #ALIKE}: of 24,742 pairs of color
 * photographs of paintings of a museum by different artists one in a hundred reaches 0.69.
 * O(pixels), one power each, and the conversion to Lab, shared by features of one image.
 */
public final class ColorEmotionFeature extends ColorFeature {
  private static final double ALIKE = 0.7;

  private ColorEmotionFeature(Setup setup) {
    super(setup);
  }

  /** {@return the feature} */
  public static ColorEmotionFeature standard() {
    return new ColorEmotionFeature(Setup.standard());
  }

  /**
   * {@return this feature reading images through another decoder}
   *
   * @param other the decoder, the same for all features that shall share decoded images
   */
  public ColorEmotionFeature decodedBy(ImageDecoder other) {
    return new ColorEmotionFeature(setup().decodedBy(other));
  }

  /** {@return this feature also of gray and toned reproductions, which have none otherwise} */
  public ColorEmotionFeature ofAnyTone() {
    return new ColorEmotionFeature(setup().ofAnyTone());
  }

  @Override
  public FeatureSpec spec() {
    return colorSpec("color-emotion", "activity, weight, heat, pleasure")
        .facet("mood")
        .similarity(Similarities.euclidean())
        .alikeFrom(ALIKE)
        .build();
  }

  @Override
  protected int dimensions() {
    return 4;
  }

  @Override
  Optional<double[]> ofColors(RgbImage image) {
    return Optional.of(ColorEmotion.of(image).standardized());
  }
}
