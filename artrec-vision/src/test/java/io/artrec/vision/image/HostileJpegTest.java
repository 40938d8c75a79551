package io.artrec.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.feature.ExtractionException;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostileJpegTest {
  private static final ImageDecoder DECODER = ImageDecoder.standard();
  private static final BufferedImage PICTURE = ImageFiles.picture(BufferedImage.TYPE_INT_RGB);
  private static final byte[] BASELINE = JpegFiles.of(PICTURE, .9f, false);
  private static final byte[] PROGRESSIVE = JpegFiles.of(PICTURE, .9f, true);

  @Test
  void progressiveFile_isDecodedAsItsBaseline() {
    assertThat(DECODER.decode(PROGRESSIVE, "progressive"))
        .isEqualTo(DECODER.decode(BASELINE, "baseline"));
  }

  @Test
  void thousandsOfScans_areRefused() {
    assertRefused(
        JpegFiles.withScansRepeated(PROGRESSIVE, 5_000),
        "JPEG, 24 x 16",
        "5010 scans, expected at most 50, each a pass over all pixels; save it anew, or raise"
            + " maxScans");
  }

  @Test
  void scansWithinTheLimit_areDecoded() {
    byte[] some = JpegFiles.withScansRepeated(PROGRESSIVE, 30);
    ImageDecoder strict = ImageDecoder.of(DecodeLimits.standard().withMaxScans(39));

    assertThat(DECODER.decode(some, "some").width()).isEqualTo(24);
    assertThatThrownBy(() -> strict.decode(some, "some"))
        .hasMessageContaining("40 scans, expected at most 39");
  }

  @Test
  void scansOfManyPixels_areRefusedByTheirProduct() {
    byte[] scans = JpegFiles.withScansRepeated(PROGRESSIVE, 30);
    ImageDecoder small = ImageDecoder.of(DecodeLimits.standard().withMaxPixels(400, 400));

    assertThatThrownBy(() -> small.decode(scans, "scans"))
        .isInstanceOf(ExtractionException.class)
        .hasMessageContaining(
            "40 scans of so many pixels, expected at most 6400 pixels in all scans together; save"
                + " it anew, or raise maxPixels");
  }

  @Test
  void secondFrameHeader_isRefused() {
    int frame = JpegFiles.find(BASELINE, 0xC0);
    byte[] header = Arrays.copyOfRange(BASELINE, frame, frame + 19);
    byte[] twice = JpegFiles.inserted(BASELINE, frame, header);

    assertRefused(
        ImageFiles.withJpegSize(twice, 1, 1),
        "JPEG, ",
        "the file is damaged: it has two frame headers");
  }

  @Test
  void heightBehindThePixels_isRefused() {
    byte[] late = {(byte) 0xFF, (byte) 0xDC, 0, 4, 0x7F, 0x7F};

    assertRefused(
        JpegFiles.inserted(BASELINE, BASELINE.length - 2, late),
        "JPEG, ",
        "its height stands behind its pixels (DNL), expected before them; save it anew");
    assertRefused(ImageFiles.withJpegSize(BASELINE, 24, 0), "JPEG, ", "sides of 24 and 0 pixels");
  }

  @Test
  void processesThatNoReaderShouldMeet_areRefused() {
    for (int process : new int[] {0xC3, 0xC5, 0xC9, 0xCA, 0xCF}) {
      byte[] other = BASELINE.clone();
      other[JpegFiles.find(other, 0xC0) + 1] = (byte) process;

      assertRefused(
          other,
          "JPEG, ",
          "JPEG process "
              + Integer.toHexString(process)
              + " (lossless, hierarchical or arithmetic)");
    }
  }

  @Test
  void fileInsideTheFile_isRefused() {
    assertRefused(
        JpegFiles.inserted(BASELINE, JpegFiles.find(BASELINE, 0xC0), BASELINE),
        "JPEG, ",
        "the file is damaged: a JPEG begins inside the JPEG");
  }

  @Test
  void segmentsWithoutPixels_areLeftOut() throws RefusedImageException {
    byte[] noted = BASELINE;
    for (int i = 0; i < 100; i++) {
      noted = JpegFiles.with(noted, 0xE1, "http://ns.adobe.com/xap/1.0/\0", new byte[60_000]);
    }

    assertThat(JpegFile.inspect(noted).content()).hasSizeLessThan(BASELINE.length + 100);
    assertThat(DECODER.decode(noted, "noted")).isEqualTo(DECODER.decode(BASELINE, "plain"));
  }

  private static void assertRefused(byte[] file, String what, String reason) {
    assertThatThrownBy(() -> DECODER.decode(file, "artwork 'a17'"))
        .isInstanceOf(ExtractionException.class)
        .hasMessageContaining("artwork 'a17' (" + what)
        .hasMessageContaining(reason);
  }
}
