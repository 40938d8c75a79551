package io.artrec.vision.image;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** TIFF files made for tests: one directory, and one strip of 8-bit red, green and blue. */
final class TiffFiles {
  private final ByteOrder order;
  private final byte[] strip;
  private final Map<Integer, Object> tags = new TreeMap<>();

  private TiffFiles(BufferedImage image, ByteOrder order) {
    this.order = order;
    this.strip = new byte[3 * image.getWidth() * image.getHeight()];
    for (int i = 0; i < strip.length / 3; i++) {
      int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
      strip[3 * i] = (byte) (rgb >> 16);
      strip[3 * i + 1] = (byte) (rgb >> 8);
      strip[3 * i + 2] = (byte) rgb;
    }
    tags.put(256, new int[] {image.getWidth()});
    tags.put(257, new int[] {image.getHeight()});
    tags.put(258, new int[] {8, 8, 8});
    tags.put(259, new int[] {1});
    tags.put(262, new int[] {2});
    tags.put(273, new int[] {8});
    tags.put(277, new int[] {3});
    tags.put(278, new int[] {image.getHeight()});
    tags.put(279, new int[] {strip.length});
  }

  static TiffFiles of(BufferedImage image, ByteOrder order) {
    return new TiffFiles(image, order);
  }

  /** With a tag of numbers. */
  TiffFiles with(int tag, int... values) {
    tags.put(tag, values);
    return this;
  }

  /** With a tag of bytes. */
  TiffFiles with(int tag, byte[] bytes) {
    tags.put(tag, bytes);
    return this;
  }

  TiffFiles without(int tag) {
    tags.remove(tag);
    return this;
  }

  byte[] bytes() {
    int directory = 8 + strip.length + (strip.length & 1);
    int data = directory + 2 + 12 * tags.size() + 4;
    int size = data;
    for (Object value : tags.values()) {
      size += value instanceof byte[] bytes ? bytes.length + 4 : 4 * ((int[]) value).length;
    }
    ByteBuffer file = ByteBuffer.allocate(size).order(order);
    file.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'));
    file.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'));
    file.putShort((short) 42).putInt(directory).put(strip).position(directory);
    file.putShort((short) tags.size());
    for (Map.Entry<Integer, Object> tag : tags.entrySet()) {
      file.putShort((short) (int) tag.getKey());
      if (tag.getValue() instanceof byte[] bytes) {
        file.putShort((short) 7).putInt(bytes.length).putInt(data);
        file.put(data, bytes);
        data += bytes.length;
        continue;
      }
      int[] values = (int[]) tag.getValue();
      file.putShort((short) 4).putInt(values.length);
      file.putInt(values.length == 1 ? values[0] : data);
      for (int i = 0; values.length > 1 && i < values.length; i++) {
        file.putInt(data, values[i]);
        data += 4;
      }
    }
    return file.array();
  }
}
