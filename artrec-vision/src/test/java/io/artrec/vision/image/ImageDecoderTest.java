package io.artrec.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

class ImageDecoderTest {
  private static final ImageDecoder DECODER = ImageDecoder.standard();

  @Test
  void losslessFormats_keepEveryPixel() {
    BufferedImage picture = ImageFiles.picture(BufferedImage.TYPE_INT_RGB);
    for (String format : List.of("png", "bmp")) {
      RgbImage decoded = DECODER.decode(ImageFiles.encode(picture, format), format);

      assertThat(decoded.width()).isEqualTo(24);
      assertThat(decoded.height()).isEqualTo(16);
      assertThat(decoded.rgb(3, 5)).isEqualTo(30 << 16 | 75 << 8 | 15);
      for (int i = 0; i < decoded.size(); i++) {
        assertThat(decoded.rgb(i)).isEqualTo(picture.getRGB(i % 24, i / 24) & 0xFFFFFF);
      }
    }
  }

  @Test
  void gray_keepsItsStoredValues() {
    BufferedImage gray = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 256; i++) {
      gray.getRaster().setSample(i % 16, i / 16, 0, i);
    }
    RgbImage png = DECODER.decode(ImageFiles.encode(gray, "png"), "png");
    RgbImage jpeg = DECODER.decode(ImageFiles.encode(gray, "jpg"), "jpg");

    for (int i = 0; i < 256; i++) {
      assertThat(png.rgb(i)).isEqualTo(0x010101 * i);
      assertThat(jpeg.rgb(i) & 0xFF).isCloseTo(i, within(6));
      assertThat(jpeg.rgb(i)).isEqualTo(0x010101 * (jpeg.rgb(i) & 0xFF));
    }
  }

  @Test
  void sixteenBits_areRoundedToEight() {
    BufferedImage gray = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    gray.getRaster().setSample(0, 0, 0, 65535);
    gray.getRaster().setSample(1, 0, 0, 128 * 257);
    gray.getRaster().setSample(2, 0, 0, 128 * 257 + 200);
    ComponentColorModel deep =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 1, 1, 3, null);
    raster.setPixel(0, 0, new int[] {257 * 200, 257 * 100 + 128, 257 * 7 + 129});

    RgbImage fromGray = DECODER.decode(ImageFiles.encode(gray, "png"), "gray");
    RgbImage fromColor =
        DECODER.decode(
            ImageFiles.encode(new BufferedImage(deep, raster, false, null), "png"), "color");

    assertThat(fromGray.rgb(0)).isEqualTo(0xFFFFFF);
    assertThat(fromGray.rgb(1)).isEqualTo(0x808080);
    assertThat(fromGray.rgb(2)).isEqualTo(0x818181);
    assertThat(fromColor.rgb(0)).isEqualTo(200 << 16 | 100 << 8 | 8);
  }

  @Test
  void paletteAndTransparency_areLaidOnWhite() {
    BufferedImage clear = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(0, 0, 0x00FF0000);
    clear.setRGB(1, 0, 0x80FF0000);
    clear.setRGB(2, 0, 0xFF102030);
    BufferedImage palette = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED);
    palette.setRGB(0, 0, 0xFFFF0000);
    palette.setRGB(1, 0, 0xFF0000FF);

    RgbImage laid = DECODER.decode(ImageFiles.encode(clear, "png"), "clear");
    RgbImage indexed = DECODER.decode(ImageFiles.encode(palette, "png"), "palette");

    assertThat(laid.rgb(0)).isEqualTo(0xFFFFFF);
    assertThat(laid.rgb(1)).isEqualTo(0xFF7F7F);
    assertThat(laid.rgb(2)).isEqualTo(0x102030);
    assertThat(indexed.rgb(0)).isEqualTo(0xFF0000);
    assertThat(indexed.rgb(1)).isEqualTo(0x0000FF);
  }

  @Test
  void cmykJpeg_becomesRgb() {
    RgbImage red = DECODER.decode(ImageFiles.cmykJpeg(0, 255, 255, 0), "red");
    RgbImage paper = DECODER.decode(ImageFiles.cmykJpeg(0, 0, 0, 0), "paper");
    RgbImage ink = DECODER.decode(ImageFiles.cmykJpeg(0, 0, 0, 255), "ink");

    assertThat(red.rgb(8, 8) >> 16).isGreaterThan(200);
    assertThat(red.rgb(8, 8) & 0xFF).isLessThan(60);
    assertThat(paper.rgb(8, 8)).isEqualTo(0xFFFFFF);
    assertThat(ink.rgb(8, 8) & 0xFF).isLessThan(60);
  }

  @Test
  void animation_givesItsFirstFrame() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (int color : new int[] {0xFF0000, 0x00FF00, 0x0000FF}) {
        BufferedImage frame = new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 20; i++) {
          frame.setRGB(i % 5, i / 5, color);
        }
        writer.writeToSequence(new IIOImage(frame, null, null), null);
      }
      writer.endWriteSequence();
    }

    RgbImage decoded = DECODER.decode(bytes.toByteArray(), "animation");

    assertThat(decoded.rgb(0)).isEqualTo(0xFF0000);
    assertThat(decoded.size()).isEqualTo(20);
  }

  @Test
  void webp_isDecoded() {
    byte[] onePixel =
        Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    assertThat(DECODER.decode(onePixel, "webp").size()).isEqualTo(1);
  }

  @Test
  void largeImage_isShrunkToTheKeptSideByAreaAveraging() {
    BufferedImage picture = new BufferedImage(5, 2, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 5; x++) {
      picture.setRGB(x, 0, x * 40);
      picture.setRGB(x, 1, x * 40 + 20);
    }
    ImageDecoder small = ImageDecoder.of(DecodeLimits.standard().withKeptSide(2));

    RgbImage decoded = small.decode(ImageFiles.encode(picture, "png"), "wide");

    // columns 0, 1 and half of 2; half of 2, 3 and 4; both rows
    assertThat(decoded.width()).isEqualTo(2);
    assertThat(decoded.height()).isEqualTo(1);
    assertThat(decoded.rgb(0)).isEqualTo((0 + 40 + 40) * 2 / 5 + 10);
    assertThat(decoded.rgb(1)).isEqualTo((40 + 120 + 160) * 2 / 5 + 10);
  }

  @Test
  void shrinking_keepsTheMean() {
    BufferedImage picture = ImageFiles.picture(BufferedImage.TYPE_INT_RGB);
    RgbImage image = DECODER.decode(ImageFiles.encode(picture, "png"), "picture");
    for (int side = 1; side < 24; side++) {
      RgbImage shrunk = image.shrunkTo(side);

      assertThat(mean(shrunk)).as("side %s", side).isCloseTo(mean(image), within(1.0));
      GrayPlane gray = GrayPlane.of(image, side);
      assertThat(gray.width()).isEqualTo(shrunk.width());
      for (int i = 0; i < shrunk.size(); i++) {
        double expected = GrayPlane.of(shrunk, 24).value(i);
        assertThat(gray.value(i)).isCloseTo(expected, within(0.5 / 255 + 1e-9));
      }
    }
  }

  @Test
  void artworkWithSeveralFeatures_isDecodedOnce() {
    byte[] bytes = ImageFiles.encode(ImageFiles.picture(BufferedImage.TYPE_INT_RGB), "png");
    AtomicInteger reads = new AtomicInteger();
    ArtworkInput input =
        new ArtworkInput(
            Artwork.builder("a", "A").build(),
            artwork -> {
              reads.incrementAndGet();
              return Optional.of(bytes);
            });

    RgbImage first = input.derive(DECODER.image()).orElseThrow();

    assertThat(input.derive(DECODER.image()).orElseThrow()).isSameAs(first);
    assertThat(reads).hasValue(1);
  }

  @Test
  void artworkWithoutImage_decodesToNothing() {
    ArtworkInput input = new ArtworkInput(Artwork.builder("a", "A").build(), ArtworkImages.none());

    assertThat(input.derive(DECODER.image())).isEmpty();
  }

  @Test
  void eightThreadsOnATightBudget_decodeAsOne() throws Exception {
    ImageDecoder tight = ImageDecoder.of(DecodeLimits.standard().withMaxPixels(70_000, 70_000));
    List<byte[]> files = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      BufferedImage picture = new BufferedImage(40 + i * 9, 250, BufferedImage.TYPE_INT_RGB);
      picture.setRGB(i, i, 0xFFFFFF);
      files.add(ImageFiles.encode(picture, List.of("png", "jpg", "gif").get(i % 3)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<RgbImage>> decoded = new ArrayList<>();
      for (byte[] file : files) {
        decoded.add(threads.submit(() -> tight.decode(file, "file")));
      }
      for (int i = 0; i < files.size(); i++) {
        assertThat(decoded.get(i).get()).isEqualTo(DECODER.decode(files.get(i), "file"));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static double mean(RgbImage image) {
    double sum = 0;
    for (int i = 0; i < image.size(); i++) {
      int rgb = image.rgb(i);
      sum += (rgb >> 16) + (rgb >> 8 & 0xFF) + (rgb & 0xFF);
    }
    return sum / 3 / image.size();
  }
}
