package io.artrec.benchmarks;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Square images for benchmarks: those of the folder that the system property {@code
 * artrec.benchmark.images} names, or eight that are painted here. These have the spectrum of
 * paintings, amplitudes that halve with each octave, few hues, and shapes with sharp edges.
 */
final class BenchmarkImages {
  private static final String FOLDER = "artrec.benchmark.images";
  private static final int PAINTED = 8;
  private static final int SHAPES = 24;

  private BenchmarkImages() {}

  /** Returns the images, brought to a side; at least one. */
  static List<BufferedImage> all(int side) throws IOException {
    String folder = System.getProperty(FOLDER);
    List<BufferedImage> images = new ArrayList<>();
    if (folder == null) {
      for (int seed = 1; seed <= PAINTED; seed++) {
        images.add(painted(side, seed));
      }
      return images;
    }
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.sorted().toList()) {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image != null) {
          images.add(scaled(image, side));
        }
      }
    }
    if (images.isEmpty()) {
      throw new IOException("no image that ImageIO reads in " + FOLDER + "=" + folder);
    }
    return images;
  }

  /** Returns the pixels of an image, row by row. */
  static int[] pixels(BufferedImage image) {
    int width = image.getWidth();
    return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
  }

  private static BufferedImage scaled(BufferedImage image, int side) {
    BufferedImage scaled = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, side, side, null);
    graphics.dispose();
    return scaled;
  }

  private static BufferedImage painted(int side, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] light = clouds(side, random);
    double[] warmth = clouds(side, random);
    shapes(light, side, random);
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < light.length; i++) {
      double level = 90 + 55 * light[i];
      int red = level(level + 25 + 12 * warmth[i]);
      int green = level(level);
      int blue = level(level - 30 - 18 * warmth[i]);
      image.setRGB(i % side, i / side, red << 16 | green << 8 | blue);
    }
    return image;
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, Math.rint(value)));
  }

  /** Grids of chance, each twice as fine and half as strong as the one before. */
  private static double[] clouds(int side, SplittableRandom random) {
    double[] sum = new double[side * side];
    double strength = 1;
    for (int cells = 2; cells <= side / 2; cells *= 2) {
      double[] grid = random.doubles((long) (cells + 1) * (cells + 1), -1, 1).toArray();
      for (int i = 0; i < sum.length; i++) {
        double x = (double) (i % side) * cells / side;
        int row = i / side;
        double y = (double) row * cells / side;
        int at = ((int) y) * (cells + 1) + (int) x;
        double right = x - (int) x;
        double below = y - (int) y;
        double upper = grid[at] + right * (grid[at + 1] - grid[at]);
        int under = at + cells + 1;
        double lower = grid[under] + right * (grid[under + 1] - grid[under]);
        sum[i] += strength * (upper + below * (lower - upper));
      }
      strength /= 2;
    }
    return sum;
  }

  private static void shapes(double[] light, int side, SplittableRandom random) {
    for (int shape = 0; shape < SHAPES; shape++) {
      int centerX = random.nextInt(side);
      int centerY = random.nextInt(side);
      double radius = side * random.nextDouble(0.02, 0.2);
      double flat = random.nextDouble(0.3, 1);
      double step = random.nextDouble(-1, 1);
      for (int i = 0; i < light.length; i++) {
        double dx = i % side - centerX;
        double dy = (i / side - centerY) / flat;
        light[i] += dx * dx + dy * dy < radius * radius ? step : 0;
      }
    }
  }
}
