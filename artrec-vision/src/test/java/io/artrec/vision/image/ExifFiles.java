package io.artrec.vision.image;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Pictures stored turned, and the block of EXIF that says how. */
final class ExifFiles {
  private ExifFiles() {}

  /** EXIF of two tags, the second of them the orientation. */
  static byte[] exif(int orientation, ByteOrder order) {
    ByteBuffer block = ByteBuffer.allocate(8 + 2 + 24 + 4).order(order);
    block.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
    block.putShort((short) 42).putInt(8).putShort((short) 2);
    block.putShort((short) 256).putShort((short) 4).putInt(1).putInt(7);
    block.putShort((short) 274).putShort((short) 3).putInt(1);
    block.putShort((short) orientation).putShort((short) 0).putInt(0);
    return block.array();
  }

  /**
   * The picture as a camera stores it that says the orientation, by the table of Exif 2.3: which
   * side of what is seen the first row and the first column lie on.
   */
  static BufferedImage stored(BufferedImage seen, int orientation) {
    int right = seen.getWidth() - 1;
    int bottom = seen.getHeight() - 1;
    boolean rowsAreColumns = orientation >= 5;
    BufferedImage stored =
        new BufferedImage(
            rowsAreColumns ? bottom + 1 : right + 1,
            rowsAreColumns ? right + 1 : bottom + 1,
            BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < stored.getHeight(); row++) {
      for (int column = 0; column < stored.getWidth(); column++) {
        int rgb =
            switch (orientation) {
              case 1 -> seen.getRGB(column, row); // top, left
              case 2 -> seen.getRGB(right - column, row); // top, right
              case 3 -> seen.getRGB(right - column, bottom - row); // bottom, right
              case 4 -> seen.getRGB(column, bottom - row); // bottom, left
              case 5 -> seen.getRGB(row, column); // left, top
              case 6 -> seen.getRGB(right - row, column); // right, top
              case 7 -> seen.getRGB(right - row, bottom - column); // right, bottom
              case 8 -> seen.getRGB(row, bottom - column); // left, bottom
              default -> throw new IllegalArgumentException("orientation " + orientation);
            };
        stored.setRGB(column, row, rgb);
      }
    }
    return stored;
  }
}
