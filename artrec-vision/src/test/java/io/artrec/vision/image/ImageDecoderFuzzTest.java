package io.artrec.vision.image;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.artrec.feature.ExtractionException;
import java.time.Duration;

/**
 * Any bytes give an image within the limits or an {@link ExtractionException}, in time. Replays the
 * corpus in the test resources, files of every format and what was once found; fuzzes when the
 * environment variable {@code JAZZER_FUZZ} is 1.
 */
class ImageDecoderFuzzTest {
  private static final ImageDecoder DECODER =
      ImageDecoder.of(
          DecodeLimits.standard()
              .withMaxPixels(1_000_000, 1_000_000)
              .withMaxTime(Duration.ofSeconds(30)));

  @FuzzTest(maxDuration = "2m")
  void anyBytes(byte[] bytes) {
    try {
      RgbImage image = DECODER.decode(bytes, "fuzz");
      if (Math.max(image.width(), image.height()) > DECODER.limits().keptSide()) {
        throw new AssertionError(image + " is larger than the kept side");
      }
    } catch (ExtractionException e) {
      String message = String.valueOf(e.getMessage());
      if (!message.startsWith("decoding the image of fuzz")) {
        throw new AssertionError("message without its subject: " + message, e);
      }
      if (message.contains("not decoded within") || message.contains("not enough memory")) {
        throw new AssertionError("work without bounds: " + message, e);
      }
    }
  }
}
