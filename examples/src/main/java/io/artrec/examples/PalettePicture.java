package io.artrec.examples;

import io.artrec.vision.color.Palette;
import io.artrec.vision.image.CieLab;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.stream.Collectors;

/** Palettes as numbers, and drawn below their pictures. */
final class PalettePicture {
  private PalettePicture() {}

  /** Each color as sRGB with its share, most of it first. */
  static String shares(Palette palette) {
    return palette.parts().stream()
        .map(
            part ->
                String.format(Locale.ROOT, "#%06x %.0f %%", rgb(part.color()), 100 * part.share()))
        .collect(Collectors.joining(", "));
  }

  /** The picture with a bar of its colors below, each as wide as its share. */
  static BufferedImage below(BufferedImage picture, Palette palette) {
    int bar = Math.max(4, picture.getWidth() / 10);
    BufferedImage both =
        new BufferedImage(
            picture.getWidth(), picture.getHeight() + bar + 2, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = both.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, both.getWidth(), both.getHeight());
    graphics.drawImage(picture, 0, 0, null);
    double at = 0;
    for (Palette.Part part : palette.parts()) {
      double to = at + part.share() * picture.getWidth();
      graphics.setColor(new Color(rgb(part.color())));
      int left = (int) Math.round(at);
      graphics.fillRect(left, picture.getHeight() + 2, (int) Math.round(to) - left, bar);
      at = to;
    }
    graphics.dispose();
    return both;
  }

  /** The sRGB color of CIELAB coordinates (D65), as 0xRRGGBB. */
  private static int rgb(CieLab lab) {
    double fy = (lab.lightness() + 16) / 116;
    double x = 0.95047 * linear(fy + lab.a() / 500);
    double y = linear(fy);
    double z = 1.08883 * linear(fy - lab.b() / 200);
    return channel(3.240479 * x - 1.537150 * y - 0.498535 * z) << 16
        | channel(-0.969256 * x + 1.875992 * y + 0.041556 * z) << 8
        | channel(0.055648 * x - 0.204043 * y + 1.057311 * z);
  }

  private static double linear(double f) {
    return f > 6.0 / 29 ? f * f * f : (f - 16.0 / 116) / 7.787;
  }

  private static int channel(double linear) {
    double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * Math.max(0, Math.min(1, c)));
  }
}
