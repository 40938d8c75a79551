package io.artrec.vision.image;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.artrec.feature.ExtractionException;

/**
 * Any bytes give an image within the limits or an {@link ExtractionException}. Replays the corpus
 * in the test resources; fuzzes when the environment variable {@code JAZZER_FUZZ} is 1.
 */
class ImageDecoderFuzzTest {
  private static final ImageDecoder DECODER =
      ImageDecoder.of(DecodeLimits.standard().withMaxPixels(1_000_000, 1_000_000));

  @FuzzTest(maxDuration = "2m")
  void anyBytes(byte[] bytes) {
    try {
      RgbImage image = DECODER.decode(bytes, "fuzz");
      if (Math.max(image.width(), image.height()) > DECODER.limits().keptSide()) {
        throw new AssertionError(image + " is larger than the kept side");
      }
    } catch (ExtractionException e) {
      if (!String.valueOf(e.getMessage()).startsWith("decoding the image of fuzz")) {
        throw new AssertionError("message without its subject: " + e.getMessage(), e);
      }
    }
  }
}
