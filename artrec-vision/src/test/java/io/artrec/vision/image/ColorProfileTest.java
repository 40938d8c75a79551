package io.artrec.vision.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ColorProfileTest {
  private static final ImageDecoder DECODER = ImageDecoder.standard();
  private static final BufferedImage PICTURE = red();

  @Test
  void profileWhoseRedIsBlue_swapsThemInEveryFormat() {
    files(ColorProfiles.redAndBlueSwapped())
        .forEach(
            (format, file) -> {
              int rgb = DECODER.decode(file, format).rgb(8, 8);

              assertThat(rgb & 0xFF).as(format).isGreaterThan(190);
              assertThat(rgb >> 16).as(format).isLessThan(60);
            });
  }

  @Test
  void unusableProfiles_countAsNone() {
    byte[] good = ColorProfiles.redAndBlueSwapped();
    byte[] tags = good.clone();
    ByteBuffer.wrap(tags).putInt(128, 0x7FFFFFFF);
    byte[] outside = good.clone();
    ByteBuffer.wrap(outside).putInt(136, 0x7FFFFFF0);
    byte[] inks = good.clone();
    ByteBuffer.wrap(inks).putInt(16, 0x434D594B);
    byte[] zeros = good.clone();
    Arrays.fill(zeros, 300, zeros.length, (byte) 0);
    for (byte[] bad :
        new byte[][] {
          tags, outside, inks, zeros, new byte[200], Arrays.copyOf(good, good.length - 100), {1}
        }) {
      files(bad)
          .forEach(
              (format, file) -> {
                int rgb = DECODER.decode(file, format).rgb(8, 8);

                assertThat(rgb >> 16).as(format).isGreaterThan(190);
                assertThat(rgb & 0xFF).as(format).isLessThan(60);
              });
    }
  }

  @Test
  void transparency_isLaidOnWhiteAfterTheConversion() {
    BufferedImage clear = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(0, 0, 0x80FF0000);
    byte[] png =
        PngFiles.with(
            ImageFiles.encode(clear, "png"),
            "iCCP",
            PngFiles.profileChunk(ColorProfiles.redAndBlueSwapped()));

    int rgb = DECODER.decode(png, "clear").rgb(0);

    assertThat(rgb & 0xFF).isGreaterThan(250);
    assertThat(rgb >> 16).isBetween(0x7A, 0x90);
  }

  @Test
  void standardColorsStatedBesides_goBeforeTheProfile() {
    byte[] png = Objects.requireNonNull(files(ColorProfiles.redAndBlueSwapped()).get("PNG"));

    RgbImage decoded = DECODER.decode(PngFiles.with(png, "sRGB", new byte[] {0}), "png");

    assertThat(decoded.rgb(0)).isEqualTo(0xC82814);
  }

  @Test
  void profileThatUnpacksWithoutEnd_isNotUnpacked() {
    byte[] bomb = new byte[50_000_000];
    ByteBuffer.wrap(bomb).putInt(0, bomb.length);
    byte[] png =
        PngFiles.with(ImageFiles.encode(PICTURE, "png"), "iCCP", PngFiles.profileChunk(bomb));

    assertThat(DECODER.decode(png, "png").rgb(0)).isEqualTo(0xC82814);
  }

  private static Map<String, byte[]> files(byte[] profile) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "PNG",
        PngFiles.with(ImageFiles.encode(PICTURE, "png"), "iCCP", PngFiles.profileChunk(profile)));
    files.put("WebP", WebpFiles.extended(PICTURE, profile, new byte[0]));
    files.put("TIFF", TiffFiles.of(PICTURE, ByteOrder.LITTLE_ENDIAN).with(34675, profile).bytes());
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.writeBytes("\1\1".getBytes(StandardCharsets.US_ASCII));
    segment.writeBytes(profile);
    files.put(
        "JPEG",
        JpegFiles.with(
            JpegFiles.of(PICTURE, 1, false), 0xE2, "ICC_PROFILE\0", segment.toByteArray()));
    return files;
  }

  private static BufferedImage red() {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      image.setRGB(i % 16, i / 16, 0xC82814);
    }
    return image;
  }
}
