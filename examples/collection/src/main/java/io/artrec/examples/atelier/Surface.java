package io.artrec.examples.atelier;

/**
 * What is painted on: color and relief of each pixel. Places are given in a unit of which the
 * surface has an area of one, so that a picture is the same at every size. Not thread-safe.
 */
final class Surface {
  private final int columns;
  private final int rows;
  private final double scale;
  private final float[] red;
  private final float[] green;
  private final float[] blue;
  private final float[] relief;

  Surface(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    scale = Math.sqrt((double) columns * rows);
    red = new float[columns * rows];
    green = new float[columns * rows];
    blue = new float[columns * rows];
    relief = new float[columns * rows];
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** Pixels of one unit. */
  double scale() {
    return scale;
  }

  double width() {
    return columns / scale;
  }

  double height() {
    return rows / scale;
  }

  double x(int column) {
    return (column + 0.5) / scale;
  }

  double y(int row) {
    return (row + 0.5) / scale;
  }

  Pigment pixel(int index) {
    return new Pigment(red[index], green[index], blue[index]);
  }

  void set(int index, Pigment pigment) {
    red[index] = (float) pigment.red();
    green[index] = (float) pigment.green();
    blue[index] = (float) pigment.blue();
  }

  float relief(int index) {
    return relief[index];
  }

  void raise(int index, double amount) {
    relief[index] += (float) amount;
  }

  /** Lays paint on a pixel. */
  void lay(int index, Pigment paint, double opacity, Blend blend) {
    red[index] += (float) (opacity * (blend.on(red[index], paint.red()) - red[index]));
    green[index] += (float) (opacity * (blend.on(green[index], paint.green()) - green[index]));
    blue[index] += (float) (opacity * (blend.on(blue[index], paint.blue()) - blue[index]));
  }

  /** Covers everything. */
  void fill(Shade shade) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        set(row * columns + column, shade.at(x(column), y(row)));
      }
    }
  }

  /** Lays paint everywhere, as much as a field says, from 0 to 1. */
  void veil(Shade shade, Field amount, Blend blend) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double x = x(column);
        double y = y(row);
        double opacity = Pigment.clamp(amount.at(x, y));
        if (opacity > 0.002) {
          lay(row * columns + column, shade.at(x, y), opacity, blend);
        }
      }
    }
  }

  /** Lays paint where a mask is; what covers is smooth. */
  void lay(Mask mask, Shade shade, double opacity, Blend blend) {
    int top = Math.max(0, mask.top());
    int left = Math.max(0, mask.left());
    int bottom = Math.min(rows, mask.top() + mask.rows());
    int right = Math.min(columns, mask.left() + mask.columns());
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        double covered = mask.at(column, row) * opacity;
        if (covered > 0.002) {
          int index = row * columns + column;
          lay(index, shade.at(x(column), y(row)), covered, blend);
          relief[index] *= blend == Blend.COVER ? (float) (1 - covered) : 1;
        }
      }
    }
  }

  void lay(Mask mask, Pigment pigment) {
    lay(mask, Shade.of(pigment), 1, Blend.COVER);
  }

  /** Sets a round spot with a soft rim; the rim is a share of the radius, at least a pixel. */
  void spot(double x, double y, double radius, double rim, Pigment pigment, double opacity) {
    double soft = Math.max(rim * radius, 1 / scale);
    double reach = radius + soft / 2;
    int top = Math.max(0, (int) Math.floor((y - reach) * scale));
    int bottom = Math.min(rows - 1, (int) Math.ceil((y + reach) * scale));
    int left = Math.max(0, (int) Math.floor((x - reach) * scale));
    int right = Math.min(columns - 1, (int) Math.ceil((x + reach) * scale));
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double dx = x(column) - x;
        double dy = y(row) - y;
        double covered = Pigment.clamp((reach - Math.sqrt(dx * dx + dy * dy)) / soft);
        if (covered > 0) {
          lay(row * columns + column, pigment, covered * opacity, Blend.COVER);
        }
      }
    }
  }

  /** Returns the colors, row by row, as 0xRRGGBB. */
  int[] rgb() {
    int[] pixels = new int[columns * rows];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = channel(red[i]) << 16 | channel(green[i]) << 8 | channel(blue[i]);
    }
    return pixels;
  }

  private static int channel(float value) {
    return (int) (Pigment.clamp(value) * 255 + 0.5);
  }
}
