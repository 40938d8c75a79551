package io.artrec.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.artrec.catalog.Artwork;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.ExtractionException;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HostileImagesTest {
  private static final ImageDecoder DECODER = ImageDecoder.standard();

  @Test
  void bombOf157Bytes_isRefusedByItsHeader() {
    byte[] bomb = PngFiles.ofOneRow(20_000, 20_000);

    assertThat(bomb.length).isLessThan(200);
    assertThatThrownBy(() -> DECODER.decode(bomb, "artwork 'a17'"))
        .isInstanceOf(ExtractionException.class)
        .hasMessage(
            "decoding the image of artwork 'a17' (PNG, 20000 x 20000, "
                + bomb.length
                + " bytes): a side is longer than 10000 pixels; shrink it or raise maxSide");
  }

  @Test
  void headersBeyondALimit_areRefusedWithThatLimit() {
    byte[] jpeg = ImageFiles.encode(ImageFiles.picture(BufferedImage.TYPE_INT_RGB), "jpg");

    assertRefused(
        ImageFiles.withJpegSize(jpeg, 20_000, 20_000), "JPEG, 20000 x 20000", "raise maxSide");
    assertRefused(ImageFiles.withJpegSize(jpeg, 9_000, 9_000), "JPEG, 9000 x 9000", "maxPixels");
    assertRefused(
        ImageFiles.withJpegSize(jpeg, 6_000, 6_000), "JPEG, 6000 x 6000", "maxPixelsPerByte");
    assertRefused(PngFiles.ofOneRow(8_000, 4_000), "PNG, 8000 x 4000", "maxPixelsPerByte");
    assertRefused(PngFiles.ofOneRow(0, 5), "PNG", "damaged");
  }

  @Test
  void fileBeyondItsLimit_isRefusedBeforeItIsLookedAt() {
    ImageDecoder strict = ImageDecoder.of(DecodeLimits.standard().withMaxBytes(100));

    assertThatThrownBy(() -> strict.decode(new byte[101], "artwork 'a17'"))
        .isInstanceOf(ExtractionException.class)
        .hasMessage(
            "decoding the image of artwork 'a17' (101 bytes): the file is larger than 100 bytes;"
                + " shrink it or raise maxBytes");
  }

  @Test
  void whatIsNoImage_isRefused() {
    assertThatThrownBy(() -> DECODER.decode(new byte[0], "artwork 'a17'"))
        .isInstanceOf(ExtractionException.class)
        .hasMessage("decoding the image of artwork 'a17': the file is empty");
    String expected = "unknown format, expected JPEG, PNG, GIF, BMP, TIFF or WebP";
    assertRefused("<html>Not found</html>".getBytes(StandardCharsets.UTF_8), "22 bytes", expected);
    assertRefused("B".getBytes(StandardCharsets.UTF_8), "1 bytes", expected);
    assertRefused(new byte[5_000], "5000 bytes", expected);
    assertRefused(
        Arrays.copyOf(new byte[] {'B', 'M'}, 500), "BMP", "the file is damaged or not supported");
  }

  @Test
  void bmpHoldingAnotherFile_isRefused() {
    byte[] bmp = ImageFiles.encode(ImageFiles.picture(BufferedImage.TYPE_INT_RGB), "bmp");
    bmp[30] = 5;

    assertRefused(bmp, "BMP", "BMP compression 5 (a file inside the file), expected 0-3");
  }

  @Test
  void truncatedFiles_areRefusedUnlessEveryPixelIsThere() {
    for (String format : List.of("jpg", "png", "gif", "bmp")) {
      byte[] whole = ImageFiles.encode(ImageFiles.picture(BufferedImage.TYPE_INT_RGB), format);
      RgbImage expected = DECODER.decode(whole, format);
      for (int length = 1; length < whole.length; length++) {
        byte[] part = Arrays.copyOf(whole, length);

        Optional<RgbImage> decoded = decodeOrRefuse(part);

        decoded.ifPresent(image -> assertThat(image).isEqualTo(expected));
        if (length < whole.length - 24) {
          assertThat(decoded).as("%s cut to %s bytes", format, length).isEmpty();
        }
      }
    }
  }

  @Test
  void mutatedFiles_decodeOrAreRefused() {
    SplittableRandom random = new SplittableRandom(20_260_101);
    BufferedImage picture = ImageFiles.picture(BufferedImage.TYPE_INT_RGB);
    List<byte[]> seeds =
        List.of(
            ImageFiles.encode(picture, "jpg"),
            ImageFiles.encode(picture, "png"),
            ImageFiles.encode(picture, "gif"),
            ImageFiles.encode(picture, "bmp"),
            ImageFiles.encode(ImageFiles.picture(BufferedImage.TYPE_BYTE_GRAY), "jpg"),
            ImageFiles.cmykJpeg(10, 20, 30, 40));
    for (int round = 0; round < 2_000; round++) {
      byte[] file = seeds.get(round % seeds.size()).clone();
      int changes = 1 + random.nextInt(8);
      for (int change = 0; change < changes; change++) {
        int reach = random.nextBoolean() ? Math.min(64, file.length) : file.length;
        file[random.nextInt(reach)] = (byte) random.nextInt(256);
      }
      decodeOrRefuse(file);
    }
  }

  @Test
  void refusedImage_isRefusedAgainWithoutReadingAgain() {
    ArtworkInput input =
        new ArtworkInput(
            Artwork.builder("a17", "A").build(), artwork -> Optional.of(new byte[] {1, 2, 3}));

    Throwable first = catchThrowable(() -> input.derive(DECODER.image()));

    assertThat(first)
        .isInstanceOf(ExtractionException.class)
        .hasMessageStartingWith("decoding the image of artwork 'a17' (3 bytes): unknown format");
    assertThat(catchThrowable(() -> input.derive(DECODER.image()))).isSameAs(first);
  }

  @Test
  void limits_areSetOneByOneAndEqualByValue() {
    DecodeLimits limits =
        DecodeLimits.standard()
            .withMaxBytes(1)
            .withMaxSide(2)
            .withMaxPixels(3, 4)
            .withMaxPixelsPerByte(5)
            .withMaxScans(6)
            .withMaxTime(Duration.ofSeconds(7))
            .withKeptSide(8);

    assertThat(limits)
        .hasToString(
            "DecodeLimits[maxBytes=1, maxSide=2, maxPixels=3, maxPixelsPerByte=5,"
                + " maxPixelsAtOnce=4, maxScans=6, maxTime=PT7S, keptSide=8]")
        .isEqualTo(limits.withMaxBytes(9).withMaxBytes(1))
        .isNotEqualTo(DecodeLimits.standard());
    assertThat(DecodeLimits.standard().maxTime()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void gifFrameLargerThanItsScreen_isCheckedByItsOwnSize() {
    byte[] gif = ImageFiles.encode(ImageFiles.picture(BufferedImage.TYPE_INT_RGB), "gif");
    gif[6] = 1;
    gif[8] = 1;
    byte[] huge = gif.clone();
    for (int i = 13; i < huge.length - 9; i++) {
      if (huge[i] == 0x2C && huge[i + 5] == 24 && huge[i + 7] == 16) {
        huge[i + 6] = 0x75;
        huge[i + 8] = 0x75;
      }
    }

    assertThat(DECODER.decode(gif, "gif").width()).isEqualTo(24);
    assertRefused(huge, "GIF, 29976 x 29968", "a side is longer than 10000 pixels");
  }

  @Test
  void pngWithASecondHeader_isRefused() {
    byte[] png = ImageFiles.encode(ImageFiles.picture(BufferedImage.TYPE_INT_RGB), "png");

    assertRefused(
        PngFiles.with(png, "IHDR", Arrays.copyOfRange(png, 16, 29)),
        "PNG",
        "the file is damaged: it has two headers");
  }

  @Test
  void bmpOfWrongPlaces_isRefused() {
    byte[] bmp = ImageFiles.encode(ImageFiles.picture(BufferedImage.TYPE_INT_RGB), "bmp");
    byte[] outside = bmp.clone();
    outside[13] = 0x7F;
    byte[] huge = bmp.clone();
    huge[20] = 1;

    assertRefused(outside, "BMP", "the file is truncated, or says a wrong place or length");
    assertRefused(huge, "BMP, 65560 x 16", "a side is longer than 10000 pixels");
  }

  @Test
  void longAndSmallestPictures_areDecodedInEveryFormat() {
    for (int width : new int[] {1, 10_000}) {
      BufferedImage picture = new BufferedImage(width, 1, BufferedImage.TYPE_INT_RGB);
      picture.setRGB(width - 1, 0, 0xFFFFFF);
      for (String format : List.of("png", "jpg", "gif", "bmp", "tiff")) {
        RgbImage decoded = DECODER.decode(ImageFiles.encode(picture, format), format);

        assertThat(decoded.width()).as(format).isEqualTo(Math.min(width, 1_024));
        assertThat(decoded.height()).as(format).isEqualTo(1);
      }
      assertThat(DECODER.decode(WebpFiles.lossless(picture), "webp").height()).isEqualTo(1);
    }
  }

  @Test
  void limitsOutOfRange_areRefusedAtOnce() {
    assertThatThrownBy(() -> DecodeLimits.standard().withMaxSide(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxSide is 0, expected 1 or more");
    assertThatThrownBy(() -> DecodeLimits.standard().withMaxPixels(100, 99))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxPixelsAtOnce is 99, expected at least maxPixels, which is 100");
    assertThatThrownBy(() -> DecodeLimits.standard().withMaxTime(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxTime is PT0S, expected a millisecond to a day");
    assertThatThrownBy(() -> RgbImage.of(2, 2, new int[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "an image of 2 x 2 was given 3 pixels, expected positive sides and width * height"
                + " pixels");
  }

  /** Anything but an image or an ExtractionException fails the test that calls this. */
  private static Optional<RgbImage> decodeOrRefuse(byte[] file) {
    try {
      return Optional.of(DECODER.decode(file, "artwork 'a17'"));
    } catch (ExtractionException e) {
      assertThat(e).hasMessageStartingWith("decoding the image of artwork 'a17' (");
      return Optional.empty();
    }
  }

  private static void assertRefused(byte[] file, String what, String reason) {
    assertThatThrownBy(() -> DECODER.decode(file, "artwork 'a17'"))
        .isInstanceOf(ExtractionException.class)
        .hasMessageContaining("artwork 'a17'")
        .hasMessageContaining(what)
        .hasMessageContaining(reason);
  }
}
