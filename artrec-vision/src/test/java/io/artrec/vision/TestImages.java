package io.artrec.vision;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureExtractor;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Images made for tests, and their way through an extractor. */
public final class TestImages {
  private TestImages() {}

  public static byte[] png(RgbImage image) {
    return written(image, "png");
  }

  /** Returns an image as it is after being saved as JPEG. */
  public static RgbImage throughJpeg(RgbImage image) {
    return ImageDecoder.standard().decode(written(image, "jpg"), "test");
  }

  private static byte[] written(RgbImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image.toBufferedImage(), format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Returns a source that gives each artwork naming an image a noisy picture of its own. */
  public static ArtworkImages noise() {
    return artwork ->
        artwork
            .image()
            .map(
                reference -> {
                  SplittableRandom random = new SplittableRandom(reference.hashCode());
                  int width = 5 + random.nextInt(30);
                  int height = 5 + random.nextInt(30);
                  int[] pixels = random.ints((long) width * height, 0, 1 << 24).toArray();
                  return png(RgbImage.of(width, height, pixels));
                });
  }

  public static float[] encode(FeatureExtractor extractor, RgbImage image) {
    Artwork artwork = Artwork.builder("a", "A").image("a.png").build();
    ArtworkInput input = new ArtworkInput(artwork, any -> Optional.of(png(image)));
    return extractor.fit(Catalog.of(artwork)).encode(input).orElseThrow();
  }
}
