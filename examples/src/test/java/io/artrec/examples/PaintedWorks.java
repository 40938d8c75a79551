package io.artrec.examples;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Images painted from what records say of colours: a few fields of each, of different grain. */
final class PaintedWorks implements ArtworkImages {
  private static final int SIDE = 96;
  private static final Map<String, Integer> COLORS =
      Map.ofEntries(
          Map.entry("black", 0x101010),
          Map.entry("blue", 0x2040C0),
          Map.entry("brown", 0x704020),
          Map.entry("cream", 0xF0E8D0),
          Map.entry("gold", 0xD0A020),
          Map.entry("green", 0x208040),
          Map.entry("grey", 0x808080),
          Map.entry("indigo", 0x302080),
          Map.entry("ochre", 0xC08030),
          Map.entry("orange", 0xE08020),
          Map.entry("pink", 0xE090A0),
          Map.entry("red", 0xC02020),
          Map.entry("violet", 0x803090),
          Map.entry("white", 0xF8F8F8),
          Map.entry("yellow", 0xE0D030));

  /** The same works, each naming an image. */
  static Catalog framed(Catalog catalog) {
    return Catalog.of(
        catalog.stream().map(work -> work.toBuilder().image(work.id() + ".png").build()).toList());
  }

  @Override
  public Optional<byte[]> read(Artwork artwork) {
    SplittableRandom random = new SplittableRandom(artwork.id().hashCode());
    List<String> palette = artwork.attributes().getOrDefault("palette", List.of("grey"));
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    int grain = 2 << random.nextInt(4);
    for (int y = 0; y < SIDE; y += grain) {
      for (int x = 0; x < SIDE; x += grain) {
        int color = COLORS.getOrDefault(palette.get(random.nextInt(palette.size())), 0x909080);
        for (int i = 0; i < grain * grain; i++) {
          image.setRGB(
              Math.min(SIDE - 1, x + i % grain),
              Math.min(SIDE - 1, y + i / grain),
              color ^ random.nextInt(16));
        }
      }
    }
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return Optional.of(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
