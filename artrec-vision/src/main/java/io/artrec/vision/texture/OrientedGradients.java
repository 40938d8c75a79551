package io.artrec.vision.texture;

import io.artrec.feature.FeatureSpec;
import io.artrec.similarity.Similarities;
import io.artrec.vision.ImageMeasure;
import io.artrec.vision.image.GrayPlane;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.util.Objects;
import java.util.Optional;

/**
 * Which way lines run in each part of an image: histograms of oriented gradients (Dalal and Triggs,
 * Histograms of Oriented Gradients for Human Detection, CVPR 2005), compared by cosine. Immutable
 * and thread-safe; O(pixels) time. The facet is {@code composition}: works are alike whose forms
 * stand in the same places.
 *
 * <p>As scikit-image's {@code hog} with 9 orientations, cells of 16 × 16 pixels, blocks of 2 × 2
 * cells and {@code L2-Hys}: gradients are {@code next - previous}, 0 on the outermost rows and
 * columns; orientation is {@code atan2(down, across)} modulo 180 degrees in bins of 20, without
 * interpolation; a cell holds the magnitudes of a bin over 256; a block is divided by {@code √(Σ v²
 * + 1e-10)}, cut at 0.2 and divided again. OpenCV's descriptor differs: it interpolates between
 * bins and cells and weighs blocks by a Gaussian.
 *
 * <p>Vectors are measured on the luminance stretched to 128 × 128, so that all have the same 7 × 7
 * blocks of 36 values.
 *
 * <p>Two works are called alike in this from 0.89: of 35,245 pairs of paintings of a museum by
 * different artists one in a hundred reaches 0.889.
 */
public final class OrientedGradients extends ImageMeasure {
  private static final int ORIENTATIONS = 9;
  private static final Orientation BINS = new Orientation(ORIENTATIONS);
  private static final int CELL = 16;
  private static final int BLOCK = 2;
  private static final int SIDE = 128;
  private static final int BLOCK_VALUES = BLOCK * BLOCK * ORIENTATIONS;
  private static final double CUT = 0.2;
  private static final double EPSILON = 1e-5;
  private static final double ALIKE = 0.89;

  private OrientedGradients(ImageDecoder decoder) {
    super(decoder);
  }

  /** {@return the feature} */
  public static OrientedGradients standard() {
    return new OrientedGradients(ImageDecoder.standard());
  }

  /**
   * {@return this feature reading images through another decoder}
   *
   * @param other the decoder, the same for all features that shall share decoded images
   */
  public OrientedGradients decodedBy(ImageDecoder other) {
    return new OrientedGradients(Objects.requireNonNull(other, "decoder"));
  }

  /**
   * Measures one image as it is.
   *
   * @param image the pixels
   * @return block after block, row by row, 36 values each, 0 to 1: {@code (width / 16 - 1) ·
   *     (height / 16 - 1)} blocks, none when a side is below 32; what does not fill a cell is left
   *     out
   */
  public double[] measure(RgbImage image) {
    return measure(image.gray());
  }

  private static double[] measure(GrayPlane gray) {
    int columns = gray.width() / CELL;
    int rows = gray.height() / CELL;
    if (columns < BLOCK || rows < BLOCK) {
      return new double[0];
    }
    double[] cells = cells(gray, columns, rows);
    int blocksAcross = columns - BLOCK + 1;
    double[] blocks = new double[blocksAcross * (rows - BLOCK + 1) * BLOCK_VALUES];
    int rowValues = BLOCK * ORIENTATIONS;
    for (int at = 0; at < blocks.length; at += BLOCK_VALUES) {
      int block = at / BLOCK_VALUES;
      int row = block / blocksAcross;
      int column = block % blocksAcross;
      for (int r = 0; r < BLOCK; r++) {
        int from = ((row + r) * columns + column) * ORIENTATIONS;
        System.arraycopy(cells, from, blocks, at + r * rowValues, rowValues);
      }
      normalize(blocks, at, Double.MAX_VALUE);
      normalize(blocks, at, CUT);
    }
    return blocks;
  }

  /** Divides a block, cut first, by its length. */
  private static void normalize(double[] values, int from, double cut) {
    double squares = EPSILON * EPSILON;
    for (int i = from; i < from + BLOCK_VALUES; i++) {
      values[i] = Math.min(values[i], cut);
      squares += values[i] * values[i];
    }
    double length = Math.sqrt(squares);
    for (int i = from; i < from + BLOCK_VALUES; i++) {
      values[i] /= length;
    }
  }

  private static double[] cells(GrayPlane gray, int columns, int rows) {
    double[] cells = new double[columns * rows * ORIENTATIONS];
    int width = gray.width();
    int height = gray.height();
    double[][] kept = new double[3][width];
    double[] across = new double[width];
    double[] down = new double[width];
    double[] magnitudes = new double[width];
    gray.copyRow(0, kept[0]);
    for (int y = 0; y < rows * CELL; y++) {
      int below = Math.min(y + 1, height - 1);
      gray.copyRow(below, kept[below % 3]);
      boolean inside = y > 0 && y < height - 1;
      // On the outermost rows a row is subtracted from itself, which leaves 0.
      subtract(kept[below % 3], kept[inside ? (y - 1) % 3 : below % 3], down);
      differences(kept[y % 3], across);
      measure(across, down, magnitudes);
      int from = y / CELL * columns;
      for (int x = 0; x < columns * CELL; x++) {
        int cell = from + x / CELL;
        cells[cell * ORIENTATIONS + BINS.bin(across[x], down[x])] += magnitudes[x];
      }
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] /= CELL * CELL;
    }
    return cells;
  }

  private static void subtract(double[] row, double[] other, double[] result) {
    for (int x = 0; x < result.length; x++) {
      result[x] = row[x] - other[x];
    }
  }

  /** The next less the previous value, 0 at both ends. */
  private static void differences(double[] row, double[] result) {
    for (int x = 1; x < result.length - 1; x++) {
      result[x] = row[x + 1] - row[x - 1];
    }
  }

  private static void measure(double[] across, double[] down, double[] magnitudes) {
    for (int x = 0; x < magnitudes.length; x++) {
      magnitudes[x] = Math.sqrt(across[x] * across[x] + down[x] * down[x]);
    }
  }

  @Override
  public FeatureSpec spec() {
    return named("oriented-gradients", "9 orientations, 16x16 cells, 2x2 blocks, side " + SIDE)
        .facet("composition")
        .similarity(Similarities.cosine())
        .alikeFrom(ALIKE)
        .build();
  }

  @Override
  protected int dimensions() {
    int blocks = SIDE / CELL - BLOCK + 1;
    return blocks * blocks * BLOCK_VALUES;
  }

  @Override
  protected Optional<double[]> vector(RgbImage image) {
    double[] values = measure(image.gray().stretchedTo(SIDE, SIDE));
    for (double value : values) {
      if (value > 0) {
        return Optional.of(values);
      }
    }
    return Optional.empty();
  }
}
