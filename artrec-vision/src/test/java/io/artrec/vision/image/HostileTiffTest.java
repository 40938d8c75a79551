package io.artrec.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.feature.ExtractionException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostileTiffTest {
  private static final ImageDecoder DECODER = ImageDecoder.standard();
  private static final BufferedImage PICTURE = ImageFiles.picture(BufferedImage.TYPE_INT_RGB);

  @Test
  void storedAndPackedPictures_keepEveryPixel() {
    RgbImage expected = DECODER.decode(ImageFiles.encode(PICTURE, "png"), "png");

    for (String packing : List.of("LZW", "ZLib", "Deflate", "PackBits")) {
      assertThat(DECODER.decode(packed(PICTURE, packing), packing)).isEqualTo(expected);
    }
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      assertThat(DECODER.decode(TiffFiles.of(PICTURE, order).bytes(), "plain")).isEqualTo(expected);
    }
  }

  @Test
  void grayPaletteAndDeepPictures_areDecoded() {
    BufferedImage gray = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    gray.getRaster().setSample(1, 0, 0, 77);
    BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setSample(1, 0, 0, 77 * 257);
    BufferedImage palette = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED);
    palette.setRGB(1, 0, 0xFFFF0000);

    assertThat(DECODER.decode(packed(gray, "LZW"), "gray").rgb(1)).isEqualTo(0x4D4D4D);
    assertThat(DECODER.decode(packed(deep, "LZW"), "deep").rgb(1)).isEqualTo(0x4D4D4D);
    assertThat(DECODER.decode(packed(palette, "LZW"), "palette").rgb(1)).isEqualTo(0xFF0000);
  }

  @Test
  void tilesInksAndInvertedGray_areDecoded() {
    RgbImage whole = DECODER.decode(file().bytes(), "whole");
    byte[] tile =
        file().with(256, 16).with(257, 16).with(322, 16).with(323, 16).with(324, 8).bytes();
    byte[] inverted = file().with(262, 0).with(277, 1).with(258, 8).bytes();
    BufferedImage noInk = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    byte[] inks =
        TiffFiles.of(noInk, ByteOrder.LITTLE_ENDIAN)
            .with(257, 4)
            .with(262, 5)
            .with(277, 4)
            .with(258, 8, 8, 8, 8)
            .bytes();

    assertThat(DECODER.decode(tile, "tile").rgb(3, 0)).isEqualTo(whole.rgb(3, 0));
    assertThat(DECODER.decode(inverted, "inverted").rgb(0)).isEqualTo(0xFFFFFF);
    assertThat(DECODER.decode(inverted, "inverted").rgb(3)).isEqualTo(0xF5F5F5);
    assertThat(DECODER.decode(inks, "inks").rgb(0)).isEqualTo(0xFFFFFF);
  }

  @Test
  void hugeSides_areRefused() {
    assertRefused(file().with(256, 20_000).bytes(), "a side is longer than 10000 pixels");
    assertRefused(file().with(256, 9_000).with(257, 9_000).bytes(), "more than 40000000 pixels");
    assertRefused(file().with(256, -1).bytes(), "the file is damaged: sides of 4294967295");
    assertRefused(file().without(257).bytes(), "the file is damaged: sides of 24 and 0 pixels");
  }

  @Test
  void partsOutsideTheFile_areRefused() {
    String reason = "the file is truncated, or says a wrong place or length";

    assertRefused(file().with(273, 5_000).bytes(), reason);
    assertRefused(file().with(279, 0x7FFFFFFF).bytes(), reason);
    assertRefused(file().with(273, 8, 9).bytes(), "parts and their lengths differ");
    assertRefused(file().without(273).without(279).bytes(), "it says nowhere where pixels lie");
  }

  @Test
  void whatMultipliesWork_isRefused() {
    assertRefused(
        file().with(322, 100_000).with(323, 100_000).with(324, 8).bytes(),
        "tiles of 100000 x 100000, expected sides of 8 to 1024");
    assertRefused(
        file().with(322, 1).with(323, 1).with(324, 8).bytes(),
        "tiles of 1 x 1, expected sides of 8 to 1024");
    assertRefused(
        file().with(322, 8).with(323, 8).with(324, 8).bytes(),
        "the file is damaged: it lacks tiles");
    assertRefused(
        file().with(258, 64, 64, 64).bytes(), "TIFF samples of 64 bits, expected 1 to 16");
    assertRefused(file().with(277, 60_000).bytes(), "60000 samples per pixel, expected 1 to 5");
  }

  @Test
  void filesInsideTheFile_areRefused() {
    for (int compression : new int[] {6, 7, 50000, 34712}) {
      assertRefused(
          file().with(259, compression).bytes(),
          "TIFF compression "
              + compression
              + ", expected none, PackBits, LZW, Deflate or fax; save it as one of these");
    }
    assertRefused(
        file().with(262, 6).bytes(), "TIFF colors 6, expected gray, RGB, palette or CMYK");
  }

  @Test
  void tagStandingTwice_isRefused() {
    byte[] twice = file().with(255, 7).bytes();
    for (int i = 0; i < twice.length - 1; i++) {
      if (twice[i] == (byte) 255 && twice[i + 1] == 0 && twice[i + 2] == 4) {
        twice[i] = 0;
        twice[i + 1] = 1;
      }
    }

    assertRefused(twice, "the file is damaged: tag 256 stands there twice");
  }

  @Test
  void readerSeesOneDirectoryOfWhatWasChecked() throws RefusedImageException {
    byte[] noted = file().with(700, new byte[50_000]).with(34665, 8).with(330, 8).bytes();

    byte[] given = TiffFile.inspect(noted).content();

    assertThat(given.length - noted.length).isLessThan(2 + 12 * 9 + 5);
    assertThat(Arrays.copyOfRange(given, given.length - 4, given.length)).containsOnly(0);
    assertThat(DECODER.decode(noted, "noted")).isEqualTo(DECODER.decode(file().bytes(), "plain"));
  }

  private static TiffFiles file() {
    return TiffFiles.of(PICTURE, ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] packed(BufferedImage image, String compression) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("TIFF").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(compression);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static void assertRefused(byte[] file, String reason) {
    assertThatThrownBy(() -> DECODER.decode(file, "artwork 'a17'"))
        .isInstanceOf(ExtractionException.class)
        .hasMessageStartingWith("decoding the image of artwork 'a17' (TIFF, ")
        .hasMessageContaining(reason);
  }
}
