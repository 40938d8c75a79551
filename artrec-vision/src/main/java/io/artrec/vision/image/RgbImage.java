package io.artrec.vision.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Decoded pixels, 8 bits each of red, green and blue in sRGB, row-major. Immutable and thread-safe.
 * Gray images have equal channels; what was transparent has been laid on white. What features ask
 * of it, its luminance, CIELAB values and smaller versions, is computed once and kept for as long
 * as it is.
 */
public final class RgbImage {
  private static final Function<RgbImage, LabPlanes> LAB = LabPlanes::of;
  private static final Function<RgbImage, GrayPlane> GRAY = GrayPlane::of;

  private final int width;
  private final int height;
  private final int[] pixels;

  /** By the side of a smaller version, or by the function. */
  private final Map<Object, Object> derived = new ConcurrentHashMap<>();

  private RgbImage(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /**
   * {@return an image of the given pixels}
   *
   * @param width the width, 1 or more
   * @param height the height, 1 or more
   * @param pixels {@code 0xRRGGBB}, row by row, {@code width * height} of them; copied, the upper 8
   *     bits are dropped
   */
  public static RgbImage of(int width, int height, int[] pixels) {
    Objects.requireNonNull(pixels, "pixels");
    if (width < 1 || height < 1 || (long) width * height != pixels.length) {
      throw new IllegalArgumentException(
          "an image of "
              + width
              + " x "
              + height
              + " was given "
              + pixels.length
              + " pixels, expected positive sides and width * height pixels");
    }
    int[] opaque = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      opaque[i] = pixels[i] & 0xFFFFFF;
    }
    return new RgbImage(width, height, opaque);
  }

  /** Wraps pixels that nobody else holds and whose upper 8 bits are zero. */
  static RgbImage owning(int width, int height, int[] pixels) {
    return new RgbImage(width, height, pixels);
  }

  /**
   * Returns the width.
   *
   * @return pixels per row, 1 or more
   */
  public int width() {
    return width;
  }

  /**
   * Returns the height.
   *
   * @return rows, 1 or more
   */
  public int height() {
    return height;
  }

  /**
   * Returns the number of pixels.
   *
   * @return width times height
   */
  public int size() {
    return pixels.length;
  }

  /**
   * Returns one pixel by its row-major position.
   *
   * @param index {@code y * width + x}
   * @return {@code 0xRRGGBB}
   */
  public int rgb(int index) {
    return pixels[index];
  }

  /**
   * Returns one pixel by its coordinates.
   *
   * @param x the column from the left, from 0
   * @param y the row from the top, from 0
   * @return {@code 0xRRGGBB}
   */
  public int rgb(int x, int y) {
    return pixels[Objects.checkIndex(y, height) * width + Objects.checkIndex(x, width)];
  }

  /**
   * Returns this image with its longest side at most the given one, shrunk by area averaging of the
   * 8-bit values, keeping the proportions to the nearest pixel; computed once for each side.
   *
   * @param side the longest side wanted, 1 or more
   * @return a smaller image, or this one when it is small enough
   */
  public RgbImage shrunkTo(int side) {
    if (side < 1) {
      throw new IllegalArgumentException("longest side is " + side + ", expected 1 or more");
    }
    if (Math.max(width, height) <= side) {
      return this;
    }
    return (RgbImage) once(side, image -> PixelSource.readAll(new Rows(image), side));
  }

  /**
   * Returns the pixels in CIELAB.
   *
   * @return the planes, the same at every call
   */
  public LabPlanes lab() {
    return derived(LAB);
  }

  /**
   * Returns the luminance of the pixels.
   *
   * @return the plane, the same at every call
   */
  public GrayPlane gray() {
    return derived(GRAY);
  }

  /**
   * Returns what several features want to know of the pixels, found out once and kept for as long
   * as the image is; threads that ask at the same time may each find it out.
   *
   * @param <T> the result's type
   * @param function finds it out; known by identity, so keep it in a constant
   * @return its result, the same for whoever asks later, so treated as immutable
   */
  public <T> T derived(Function<RgbImage, T> function) {
    @SuppressWarnings("unchecked")
    T result = (T) once(function, function);
    return result;
  }

  /**
   * Returns a copy to draw with.
   *
   * @return an image of type {@link BufferedImage#TYPE_INT_RGB}
   */
  public BufferedImage toBufferedImage() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return image;
  }

  private Object once(Object key, Function<RgbImage, ?> function) {
    Object known = derived.get(key);
    if (known == null) {
      Object found = function.apply(this);
      Object earlier = derived.putIfAbsent(key, found);
      known = earlier == null ? found : earlier;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RgbImage that
        && width == that.width
        && height == that.height
        && Arrays.equals(pixels, that.pixels);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(pixels);
  }

  @Override
  public String toString() {
    return "RgbImage[" + width + " x " + height + "]";
  }

  private record Rows(RgbImage image) implements PixelSource {
    @Override
    public int width() {
      return image.width;
    }

    @Override
    public int height() {
      return image.height;
    }

    @Override
    public void read(int y, int[] rgb) {
      System.arraycopy(image.pixels, y * image.width, rgb, 0, image.width);
    }
  }
}
