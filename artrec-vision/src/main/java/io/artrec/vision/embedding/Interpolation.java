package io.artrec.vision.embedding;

/**
 * What lies between pixels when an image is resized: the weight of a pixel by its distance from the
 * point that is asked for. Where an image shrinks, distances are measured in pixels of the small
 * one, so that every pixel of the large one counts (antialiasing), as Pillow does always and
 * torchvision by default.
 */
public enum Interpolation {
  /** The triangle: {@code 1 - |x|} up to a distance of 1. */
  BILINEAR(1) {
    @Override
    double weight(double distance) {
      return Math.max(0, 1 - Math.abs(distance));
    }
  },
  /**
   * The cubic convolution with {@code a = -0.5} up to a distance of 2 (Keys, Cubic convolution
   * interpolation for digital image processing, IEEE Transactions on Acoustics, Speech, and Signal
   * Processing 29, 1981).
   */
  BICUBIC(2) {
    @Override
    double weight(double distance) {
      double a = -0.5;
      double x = Math.abs(distance);
      if (x < 1) {
        return ((a + 2) * x - (a + 3)) * x * x + 1;
      }
      return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
    }
  };

  private final int reach;

  Interpolation(int reach) {
    this.reach = reach;
  }

  /** Up to which distance pixels count. */
  int reach() {
    return reach;
  }

  abstract double weight(double distance);
}
