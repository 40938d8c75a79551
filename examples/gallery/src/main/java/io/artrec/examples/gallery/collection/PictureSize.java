package io.artrec.examples.gallery.collection;

/**
 * How large a picture is in pixels, so that a page knows before it has come.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record PictureSize(int width, int height) {
  /**
   * Returns the size in the same proportions with another longer side.
   *
   * @param side the longer side
   * @return the size
   */
  public PictureSize within(int side) {
    double scale = (double) side / Math.max(width, height);
    return new PictureSize(
        Math.max(1, (int) Math.round(width * scale)),
        Math.max(1, (int) Math.round(height * scale)));
  }
}
