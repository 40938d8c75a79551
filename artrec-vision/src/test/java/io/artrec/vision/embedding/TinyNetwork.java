package io.artrec.vision.embedding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes an ONNX file of one node, field by field as onnx.proto3 has them. */
final class TinyNetwork {
  private static final int FLOAT = 1;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private TinyNetwork() {}

  /** A network whose vectors are the mean red, green and blue of what it is given. */
  static byte[] means() {
    TinyNetwork node =
        new TinyNetwork().text(1, "pixel_values").text(2, "means").text(4, "GlobalAveragePool");
    TinyNetwork graph = new TinyNetwork().text(2, "tiny").part(1, node);
    graph.part(11, value("pixel_values", "height", "width")).part(12, value("means", "one", "one"));
    TinyNetwork opset = new TinyNetwork().text(1, "").number(2, 13);
    return new TinyNetwork().number(1, 8).part(8, opset).part(7, graph).out.toByteArray();
  }

  private static TinyNetwork value(String name, String height, String width) {
    TinyNetwork shape = new TinyNetwork();
    for (String side : new String[] {"images", "channels", height, width}) {
      shape.part(1, new TinyNetwork().text(2, side));
    }
    TinyNetwork tensor = new TinyNetwork().number(1, FLOAT).part(2, shape);
    return new TinyNetwork().text(1, name).part(2, new TinyNetwork().part(1, tensor));
  }

  private TinyNetwork text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private TinyNetwork part(int field, TinyNetwork value) {
    return bytes(field, value.out.toByteArray());
  }

  private TinyNetwork bytes(int field, byte[] value) {
    varint(field << 3 | 2);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  private TinyNetwork number(int field, long value) {
    varint(field << 3);
    varint(value);
    return this;
  }

  private void varint(long value) {
    long left = value;
    while (left > 127) {
      out.write((int) ((left & 127) | 128));
      left >>>= 7;
    }
    out.write((int) left);
  }
}
