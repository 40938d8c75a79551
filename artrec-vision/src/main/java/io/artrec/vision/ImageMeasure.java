package io.artrec.vision;

import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.reproduction.Reproduction;
import java.util.Objects;
import java.util.Optional;

/**
 * A feature that measures each image by itself and learns nothing of a catalogue. Whoever extends
 * it gives {@link #spec}, the number of values and the values; reading the image, once for all
 * features with the same decoder, and everything about models is done here. Implementations are
 * immutable and thread-safe.
 *
 * <p>What is measured is the work, not its reproduction ({@link Reproduction}): bars and borders
 * are cut off first, and an image with a frame or a color chart in it has no vector, unless {@link
 * #ofWholeImages} is asked for.
 */
public abstract class ImageMeasure implements FeatureExtractor {
  private final ImageDecoder decoder;

  /**
   * Creates one.
   *
   * @param decoder reads the images
   */
  protected ImageMeasure(ImageDecoder decoder) {
    this.decoder = Objects.requireNonNull(decoder, "decoder");
  }

  /**
   * Returns what reads the images.
   *
   * @return the decoder
   */
  public final ImageDecoder decoder() {
    return decoder;
  }

  /**
   * Starts the spec of this measure, with the source and, since it decides which pixels there are,
   * the longest side that the decoder keeps.
   *
   * @param name the feature's name
   * @param parameters what else its values depend on
   * @return the spec, to be given its facet, similarity and threshold
   */
  protected final FeatureSpec.Builder named(String name, String parameters) {
    return FeatureSpec.named(name)
        .parameters(parameters + ", kept side " + decoder.limits().keptSide())
        .source(FeatureSpec.Source.IMAGE);
  }

  /**
   * Returns how long the vectors are.
   *
   * @return the number of values, 1 or more, the same for every image
   */
  protected abstract int dimensions();

  /**
   * Measures an image.
   *
   * @param image the pixels
   * @return finite values, {@link #dimensions} of them, as they are to be compared; empty when the
   *     image says nothing of this, a gray reproduction nothing of colors
   */
  protected abstract Optional<double[]> vector(RgbImage image);

  /**
   * Measures a part of an image of which the whole has this: one that has colors has them also
   * where it is gray.
   *
   * @param part the pixels of the part
   * @return as {@link #vector}, which this is unless overridden
   */
  protected Optional<double[]> vectorOfPart(RgbImage part) {
    return vector(part);
  }

  /**
   * Says why an image has no vector, for reports.
   *
   * @param image one of which {@link #vector} is empty
   * @return what such images are called, in the plural, for instance {@code gray photographs};
   *     empty, as unless overridden, when there is nothing to say
   */
  protected Optional<String> whyNone(RgbImage image) {
    return Optional.empty();
  }

  /**
   * {@return this measure of images as they are, with bars, borders, frames and charts; of the same
   * name}
   */
  public final ImageMeasure ofWholeImages() {
    return new WholeImages(this);
  }

  /** Returns the part of an image that is measured; empty when there is none. */
  Optional<RgbImage> workIn(RgbImage image) {
    Reproduction reproduction = Reproduction.of(image);
    return reproduction.showsArtworkAlone() ? Optional.of(reproduction.work()) : Optional.empty();
  }

  /**
   * Measures an image that is at hand.
   *
   * @param image the pixels, with whatever lies around the work
   * @return what is compared, {@link #dimensions} values; empty when the image says nothing of this
   */
  public final Optional<double[]> measured(RgbImage image) {
    return workIn(Objects.requireNonNull(image, "image")).flatMap(this::vector);
  }

  /**
   * Measures a part of an image whose whole was measured and says something of this.
   *
   * @param part the pixels of the part
   * @return what is compared, {@link #dimensions} values; empty when the part says nothing of this
   */
  public final Optional<double[]> measuredOfPart(RgbImage part) {
    return vectorOfPart(Objects.requireNonNull(part, "part"));
  }

  /**
   * Returns how many values are measured of any image.
   *
   * @return the length of what {@link #measured} gives
   */
  public final int size() {
    return dimensions();
  }

  @Override
  public final FeatureEncoder fit(Catalog catalog) {
    return new Encoder();
  }

  @Override
  public final FeatureEncoder read(StateReader in) {
    return new Encoder();
  }

  @Override
  public String toString() {
    return spec().name();
  }

  private final class Encoder implements FeatureEncoder {
    @Override
    public int dimensions() {
      return ImageMeasure.this.dimensions();
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      return input
          .derive(decoder.image())
          .flatMap(ImageMeasure.this::measured)
          .map(ImageMeasure::narrow);
    }

    @Override
    public String whyMissing(ArtworkInput input) {
      Optional<RgbImage> image = input.derive(decoder.image());
      if (image.isEmpty()) {
        return "without an image";
      }
      Optional<RgbImage> work = workIn(image.get());
      if (work.isEmpty()) {
        return Reproduction.of(image.get()).whyLeftOut();
      }
      return work.flatMap(ImageMeasure.this::whyNone).orElse("");
    }

    @Override
    public String fingerprint() {
      return "";
    }

    /** Nothing is learned. */
    @Override
    public void save(StateWriter out) {}
  }

  private static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }
}
