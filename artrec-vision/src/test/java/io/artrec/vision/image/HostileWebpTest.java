package io.artrec.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.feature.ExtractionException;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostileWebpTest {
  private static final ImageDecoder DECODER = ImageDecoder.standard();
  private static final int HUGE = 16_383;

  @Test
  void losslessPicture_keepsEveryPixel() {
    BufferedImage picture = ImageFiles.picture(BufferedImage.TYPE_INT_RGB);
    RgbImage expected = DECODER.decode(ImageFiles.encode(picture, "png"), "png");

    assertThat(DECODER.decode(WebpFiles.lossless(picture), "plain")).isEqualTo(expected);
    assertThat(DECODER.decode(WebpFiles.extended(picture, new byte[0], new byte[0]), "extended"))
        .isEqualTo(expected);
    byte[] frame = WebpFiles.chunk("VP8L", WebpFiles.losslessStream(picture));
    assertThat(DECODER.decode(WebpFiles.animation(24, 16, frame, frame), "animation"))
        .isEqualTo(expected);
  }

  @Test
  void translucentPicture_isLaidOnWhite() {
    BufferedImage clear = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(0, 0, 0x80FF0000);
    clear.setRGB(1, 0, 0x00123456);

    RgbImage laid = DECODER.decode(WebpFiles.lossless(clear), "clear");

    assertThat(laid.rgb(0)).isEqualTo(0xFF7F7F);
    assertThat(laid.rgb(1)).isEqualTo(0xFFFFFF);
  }

  @Test
  void containerAndPictureOfDifferentSizes_areRefused() {
    byte[] container = WebpFiles.container(0, 100, 100);
    String contradiction =
        "the file contradicts itself: the container says 100 x 100, the picture in it 16383 x 16383";

    assertRefused(
        WebpFiles.file(container, WebpFiles.lossyHeader(HUGE, HUGE, 60_000)), contradiction);
    assertRefused(
        WebpFiles.file(container, WebpFiles.losslessHeader(HUGE, HUGE, 60_000)), contradiction);
  }

  @Test
  void frameAndPictureOfDifferentSizes_areRefused() {
    for (byte[] picture :
        new byte[][] {
          WebpFiles.lossyHeader(HUGE, HUGE, 60_000), WebpFiles.losslessHeader(HUGE, HUGE, 60_000)
        }) {
      assertRefused(
          WebpFiles.animation(100, 100, picture),
          "the file contradicts itself: the frame says 100 x 100, the picture in it 16383 x 16383");
    }
  }

  @Test
  void hugePictures_areRefusedByTheirHeaders() {
    for (byte[] picture :
        new byte[][] {
          WebpFiles.lossyHeader(HUGE, HUGE, 60_000), WebpFiles.losslessHeader(HUGE, HUGE, 60_000)
        }) {
      assertRefused(WebpFiles.file(picture), "a side is longer than 10000 pixels");
      assertRefused(WebpFiles.animation(HUGE, HUGE, picture), "a side is longer than 10000 pixels");
      assertRefused(
          WebpFiles.file(WebpFiles.container(0, HUGE, HUGE), picture),
          "a side is longer than 10000 pixels");
    }
  }

  @Test
  void lossyPictureWhoseReaderTakesTooMuchMemory_isRefused() {
    assertRefused(
        WebpFiles.file(WebpFiles.lossyHeader(5_000, 5_000, 60_000)),
        "its reader takes 40 bytes a pixel, more memory than 4 times maxPixelsAtOnce, which is"
            + " 40000000, allows; shrink it or raise maxPixelsAtOnce");
  }

  @Test
  void secondPicture_isRefused() {
    byte[] picture = WebpFiles.losslessHeader(100, 100, 200);

    assertRefused(
        WebpFiles.file(WebpFiles.container(0, 100, 100), picture, picture),
        "the file is damaged: two pictures where one is expected");
  }

  @Test
  void pictureThatGoesOnBehindTheEnd_isRefusedAtOnce() {
    byte[] endless =
        HexFormat.of()
            .parseHex("524946461a000000574542505650384c0d0000002f0000001007751111d088fe0700");

    assertThat(endless).hasSize(34);
    assertThatThrownBy(() -> DECODER.decode(endless, "artwork 'a17'"))
        .isInstanceOf(ExtractionException.class)
        .hasMessageStartingWith("decoding the image of artwork 'a17' (WebP, 1 x 1, 34 bytes): ")
        .hasMessageContaining("its pixels go on behind its end");
  }

  @Test
  void truncatedFile_isRefused() {
    byte[] whole = WebpFiles.lossless(ImageFiles.picture(BufferedImage.TYPE_INT_RGB));
    for (int length = 12; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);

      assertThatThrownBy(() -> DECODER.decode(part, "artwork 'a17'"))
          .as("cut to %s bytes", length)
          .isInstanceOf(ExtractionException.class)
          .hasMessageContaining("the file is truncated");
    }
  }

  private static void assertRefused(byte[] file, String reason) {
    assertThatThrownBy(() -> DECODER.decode(file, "artwork 'a17'"))
        .isInstanceOf(ExtractionException.class)
        .hasMessageStartingWith("decoding the image of artwork 'a17' (WebP, ")
        .hasMessageContaining(reason);
  }
}
