package io.artrec.vision.embedding;

import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.Derivation;
import io.artrec.feature.ExtractionException;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.PixelEncoder;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.similarity.Similarities;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.reproduction.Reproduction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a trained network sees in an image, as a vector: subject, style and composition at once, in
 * no order that words have. Facet {@code appearance}, unit vectors compared by cosine. The network
 * is a file of the user's own, run by {@code ImageEncoder} of artrec-djl or another {@link
 * PixelEncoder}.
 *
 * <pre>{@code
 * ImagePreparation clip = ImagePreparation.clip();
 * ImageEncoder encoder =
 *     ImageEncoder.open(Path.of("clip-image.onnx"), ImageEncoderOptions.shaped(clip.shape()));
 * ImageEmbedding appearance = ImageEmbedding.of(encoder, clip).alikeFrom(0.85);
 * }</pre>
 *
 * <p>From which cosine on two works are alike depends on the network: in some, unrelated pictures
 * have high cosines too. So unless {@link #alikeFrom} says, no sentence calls works alike that are
 * not the same; they are found and ordered all the same.
 *
 * <p>What is seen is the work, not its reproduction ({@link Reproduction}): bars and borders are
 * cut off first, and an image with a frame or a color chart in it has no vector, unless {@link
 * #ofWholeImages} is asked for.
 *
 * <p>Nothing is learned of the catalogue; vectors are cached by the image's bytes, the file of the
 * network and everything that was set. An artwork without an image is missing, one whose image
 * cannot be read fails and is reported. Works are encoded in batches of the encoder's; while an
 * artwork waits for its batch, its prepared pixels alone are in memory, 0.6 MB of a square of 224.
 * A vector is the same in any batch and at any number of threads, to {@link
 * PixelEncoder#tolerance}. Immutable and thread-safe; the encoder stays the caller's to close.
 */
public final class ImageEmbedding implements FeatureExtractor {
  private static final double NONE_BUT_EQUAL = 1;

  private final Setup setup;
  private final Derivation<Prepared> prepared;

  private ImageEmbedding(Setup setup) {
    this.setup = setup;
    prepared =
        Derivation.of(
            "prepared image",
            input ->
                input
                    .derive(setup.decoder().image())
                    .map(setup::prepared)
                    .orElse(new Prepared(Optional.empty(), "without an image")));
  }

  /**
   * What an artwork waits with.
   *
   * @param pixels what the network gets, if anything
   * @param whyNone what artworks without are called
   */
  private record Prepared(Optional<float[]> pixels, String whyNone) {}

  private record Setup(
      String name,
      PixelEncoder encoder,
      ImagePreparation preparation,
      ImageDecoder decoder,
      double alikeFrom,
      boolean whole) {
    Prepared prepared(RgbImage image) {
      if (whole) {
        return new Prepared(Optional.of(preparation.prepare(image)), "");
      }
      Reproduction reproduction = Reproduction.of(image);
      return reproduction.showsArtworkAlone()
          ? new Prepared(Optional.of(preparation.prepare(reproduction.work())), "")
          : new Prepared(Optional.empty(), reproduction.whyLeftOut());
    }

    Setup named(String other) {
      return new Setup(other, encoder, preparation, decoder, alikeFrom, whole);
    }

    Setup decodedBy(ImageDecoder other) {
      return new Setup(name, encoder, preparation, other, alikeFrom, whole);
    }

    Setup alikeFrom(double cosine) {
      return new Setup(name, encoder, preparation, decoder, cosine, whole);
    }

    Setup ofWholeImages() {
      return new Setup(name, encoder, preparation, decoder, alikeFrom, true);
    }
  }

  /**
   * Returns the feature by a network.
   *
   * @param encoder runs the network
   * @param preparation what the network takes, of the encoder's shape
   * @return the feature {@code image-embedding}
   * @throws IllegalArgumentException when the shapes differ
   */
  public static ImageEmbedding of(PixelEncoder encoder, ImagePreparation preparation) {
    if (!Arrays.equals(encoder.shape(), preparation.shape())) {
      throw new IllegalArgumentException(
          "the preparation gives images of shape "
              + Arrays.toString(preparation.shape())
              + ", and the encoder takes "
              + Arrays.toString(encoder.shape())
              + "; open it with ImageEncoderOptions.shaped(preparation.shape())");
    }
    return new ImageEmbedding(
        new Setup(
            "image-embedding",
            encoder,
            preparation,
            ImageDecoder.standard(),
            NONE_BUT_EQUAL,
            false));
  }

  /**
   * {@return this feature under another name, for two in one recommender; sharing the encoder}
   *
   * @param other lower-case letters, digits and hyphens
   */
  public ImageEmbedding named(String other) {
    return new ImageEmbedding(setup.named(other));
  }

  /**
   * {@return this feature with a cosine from which sentences call two works alike: one that hardly
   * any two works reach that have nothing to do with each other, measured with this network}
   *
   * @param cosine above 0, at most 1
   */
  public ImageEmbedding alikeFrom(double cosine) {
    if (!(cosine > 0 && cosine <= 1)) {
      throw new IllegalArgumentException(
          "alikeFrom is " + cosine + ", expected a cosine above 0 and at most 1");
    }
    return new ImageEmbedding(setup.alikeFrom(cosine));
  }

  /**
   * {@return this feature reading images through another decoder}
   *
   * @param other the decoder, the same for all features that shall share decoded images
   */
  public ImageEmbedding decodedBy(ImageDecoder other) {
    return new ImageEmbedding(setup.decodedBy(Objects.requireNonNull(other, "other")));
  }

  /** {@return this feature of images as they are, with bars, borders, frames and charts} */
  public ImageEmbedding ofWholeImages() {
    return new ImageEmbedding(setup.ofWholeImages());
  }

  /** {@return what runs the network, shared; close it when nothing is encoded any more} */
  public PixelEncoder encoder() {
    return setup.encoder;
  }

  /**
   * Returns what becomes of an image before.
   *
   * @return the preparation
   */
  public ImagePreparation preparation() {
    return setup.preparation;
  }

  /**
   * Measures an image that is at hand.
   *
   * @param image the pixels, with whatever lies around the work
   * @return its vector, of unit length; empty when the image shows more than the work
   * @throws ExtractionException when the network gives nothing but zeros
   */
  public Optional<float[]> measure(RgbImage image) {
    return setup.prepared(image).pixels().map(setup.encoder::encode).map(this::unit);
  }

  private float[] unit(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    double length = Math.sqrt(squares);
    if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
      throw new ExtractionException(
          "feature '" + setup.name + "': the network gave a vector of length " + length);
    }
    float[] unit = new float[vector.length];
    for (int d = 0; d < unit.length; d++) {
      unit[d] = (float) (vector[d] / length);
    }
    return unit;
  }

  @Override
  public FeatureSpec spec() {
    return FeatureSpec.named(setup.name)
        .facet("appearance")
        .parameters(
            "encoder "
                + setup.encoder.identity()
                + ", "
                + setup.preparation
                + ", kept side "
                + setup.decoder.limits().keptSide()
                + (setup.whole ? ", of whole images" : ""))
        .similarity(Similarities.cosine())
        .source(FeatureSpec.Source.IMAGE)
        .alikeFrom(setup.alikeFrom)
        .build();
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    return new Encoder();
  }

  /**
   * Reads the identity of the encoder, which is passed and not saved.
   *
   * @throws ModelFileException when the feature was saved with another encoder than this one's
   */
  @Override
  public FeatureEncoder read(StateReader in) {
    String saved = in.getString("encoder");
    long dimensions = in.getLong("dimensions");
    if (!saved.equals(setup.encoder.identity()) || dimensions != setup.encoder.dimensions()) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "feature '%s' was saved with encoder '%s' of %d dimensions, this one has '%s' of %d;"
                  + " open the network's file that it was built with, with the same options, or"
                  + " build the model again",
              setup.name,
              saved,
              dimensions,
              setup.encoder.identity(),
              setup.encoder.dimensions()));
    }
    return new Encoder();
  }

  @Override
  public String toString() {
    return setup.name + " by " + setup.encoder.identity();
  }

  private final class Encoder implements FeatureEncoder {
    @Override
    public int dimensions() {
      return setup.encoder.dimensions();
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      return input
          .derive(prepared)
          .pixels()
          .map(setup.encoder::encode)
          .map(ImageEmbedding.this::unit);
    }

    @Override
    public String whyMissing(ArtworkInput input) {
      return input.derive(prepared).whyNone();
    }

    @Override
    public int batchSize() {
      return setup.encoder.batchSize();
    }

    @Override
    public ArtworkInput waiting(ArtworkInput input) {
      input.derive(prepared);
      return input.keeping(prepared);
    }

    @Override
    public List<Optional<float[]>> encodeAll(List<ArtworkInput> inputs) {
      List<Optional<float[]>> pixels =
          inputs.stream().map(input -> input.derive(prepared).pixels()).toList();
      List<float[]> vectors =
          setup.encoder.encodeAll(pixels.stream().flatMap(Optional::stream).toList());
      List<Optional<float[]>> all = new ArrayList<>(pixels.size());
      int next = 0;
      for (Optional<float[]> image : pixels) {
        all.add(image.isPresent() ? Optional.of(unit(vectors.get(next++))) : Optional.empty());
      }
      return all;
    }

    @Override
    public double batchTolerance() {
      return setup.encoder.tolerance();
    }

    @Override
    public String fingerprint() {
      return setup.encoder.identity();
    }

    @Override
    public void save(StateWriter out) {
      out.putString("encoder", setup.encoder.identity());
      out.putLong("dimensions", setup.encoder.dimensions());
    }
  }
}
