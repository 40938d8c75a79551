package io.artrec.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureExtractor;
import io.artrec.vision.color.ColorHistogram;
import io.artrec.vision.texture.GaborTexture;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnedImagesTest {
  private static final ImageDecoder DECODER = ImageDecoder.standard();
  private static final BufferedImage SEEN = seen();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void losslessFilesInAnyOrientation_areTheSamePicture(int orientation) {
    BufferedImage stored = ExifFiles.stored(SEEN, orientation);
    byte[] exif = ExifFiles.exif(orientation, ByteOrder.LITTLE_ENDIAN);
    byte[] upright = ImageFiles.encode(SEEN, "png");
    byte[] png = PngFiles.with(ImageFiles.encode(stored, "png"), "eXIf", exif);
    byte[] webp = WebpFiles.extended(stored, new byte[0], exif);
    byte[] tiff = TiffFiles.of(stored, ByteOrder.BIG_ENDIAN).with(274, orientation).bytes();

    for (byte[] turned : new byte[][] {png, webp, tiff}) {
      assertThat(DECODER.decode(turned, "turned")).isEqualTo(DECODER.decode(upright, "upright"));
      for (FeatureExtractor feature :
          new FeatureExtractor[] {ColorHistogram.hsv(8, 4, 4), GaborTexture.standard()}) {
        assertThat(encode(feature, turned)).isEqualTo(encode(feature, upright));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void jpegInAnyOrientation_isTheSamePictureButForItsLoss(int orientation) {
    byte[] exif = ExifFiles.exif(orientation, ByteOrder.BIG_ENDIAN);
    byte[] upright = JpegFiles.of(SEEN, .98f, false);
    byte[] turned =
        JpegFiles.with(
            JpegFiles.of(ExifFiles.stored(SEEN, orientation), .98f, false), 0xE1, "Exif\0\0", exif);
    RgbImage expected = DECODER.decode(upright, "upright");

    RgbImage decoded = DECODER.decode(turned, "turned");

    assertThat(decoded.width()).isEqualTo(expected.width());
    for (int i = 0; i < expected.size(); i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        assertThat(decoded.rgb(i) >> shift & 0xFF)
            .isCloseTo(expected.rgb(i) >> shift & 0xFF, within(8));
      }
    }
    for (FeatureExtractor feature :
        new FeatureExtractor[] {ColorHistogram.hsv(8, 4, 4), GaborTexture.standard()}) {
      assertThat(cosine(encode(feature, turned), encode(feature, upright))).isGreaterThan(.99);
    }
  }

  @Test
  void damagedExif_leavesThePictureAsItIsStored() {
    RgbImage expected = DECODER.decode(ImageFiles.encode(SEEN, "png"), "png");
    byte[] exif = ExifFiles.exif(6, ByteOrder.BIG_ENDIAN);
    ByteBuffer.wrap(exif).putInt(4, 0x7FFFFFFF);
    byte[][] blocks = {
      exif,
      new byte[0],
      "Exif\0\0".getBytes(StandardCharsets.US_ASCII),
      Arrays.copyOf(ExifFiles.exif(6, ByteOrder.BIG_ENDIAN), 20),
      ExifFiles.exif(9, ByteOrder.BIG_ENDIAN),
      ExifFiles.exif(0, ByteOrder.LITTLE_ENDIAN),
    };

    for (byte[] block : blocks) {
      byte[] file = PngFiles.with(ImageFiles.encode(SEEN, "png"), "eXIf", block);

      assertThat(DECODER.decode(file, "damaged exif")).isEqualTo(expected);
    }
  }

  private static BufferedImage seen() {
    BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 48; x++) {
        double wave = Math.sin(x * .5 + y * .1);
        int gray = (int) (120 + 60 * wave + x);
        image.setRGB(x, y, Math.min(255, gray + y) << 16 | gray << 8 | Math.max(0, gray - 2 * y));
      }
    }
    return image;
  }

  private static float[] encode(FeatureExtractor feature, byte[] file) {
    Artwork artwork = Artwork.builder("a", "A").image("a").build();
    return feature
        .fit(Catalog.of(artwork))
        .encode(new ArtworkInput(artwork, any -> Optional.of(file)))
        .orElseThrow();
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    double normA = 0;
    double normB = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      normA += a[i] * a[i];
      normB += b[i] * b[i];
    }
    return product / Math.sqrt(normA * normB);
  }
}
