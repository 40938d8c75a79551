package io.artrec.djl.onnx.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small ONNX files for tests: opset 17, values named by the caller. */
public final class OnnxWriter {
  private final List<byte[]> graph = new ArrayList<>();
  private final long opset;
  private int constants;

  public OnnxWriter() {
    this(17);
  }

  public OnnxWriter(long opset) {
    this.opset = opset;
  }

  /** A message under construction. */
  public static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public Message varint(int field, long value) {
      raw(field << 3);
      raw(value);
      return this;
    }

    public Message bytes(int field, byte[] value) {
      raw((field << 3) | 2);
      raw(value.length);
      out.writeBytes(value);
      return this;
    }

    public Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    public Message message(int field, Message value) {
      return bytes(field, value.toBytes());
    }

    public Message fixed32(int field, float value) {
      raw((field << 3) | 5);
      out.writeBytes(little(4).putFloat(value).array());
      return this;
    }

    public Message fixed64(int field, double value) {
      raw((field << 3) | 1);
      out.writeBytes(little(8).putDouble(value).array());
      return this;
    }

    public Message raw(long value) {
      long rest = value;
      while (rest < 0 || rest > 127) {
        out.write((int) ((rest & 127) | 128));
        rest >>>= 7;
      }
      out.write((int) rest);
      return this;
    }

    public byte[] toBytes() {
      return out.toByteArray();
    }
  }

  static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  public static Message tensor(String name, float[] values, long... dimensions) {
    byte[] data = new byte[4 * values.length];
    ByteBuffer raw = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    return tensorHead(name, 1, dimensions).bytes(9, data);
  }

  public static Message tensor(String name, long[] values, long... dimensions) {
    byte[] data = new byte[8 * values.length];
    ByteBuffer raw = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      raw.putLong(value);
    }
    return tensorHead(name, 7, dimensions).bytes(9, data);
  }

  public static Message tensorHead(String name, int type, long... dimensions) {
    Message tensor = new Message();
    for (long dimension : dimensions) {
      tensor.varint(1, dimension);
    }
    return tensor.varint(2, type).text(8, name);
  }

  public OnnxWriter weight(Message tensor) {
    graph.add(new Message().message(5, tensor).toBytes());
    return this;
  }

  public String weight(String name, float[] values, long... dimensions) {
    weight(tensor(name, values, dimensions));
    return name;
  }

  /** A {@code Constant} node; gives the name of its value. */
  public String constant(Message tensor) {
    String name = "constant_" + constants++;
    add(
        new Message()
            .text(2, name)
            .text(4, "Constant")
            .message(5, attribute("value", 4).message(5, tensor)));
    return name;
  }

  public String scalar(float value) {
    return constant(tensor("", new float[] {value}));
  }

  public String integers(long... values) {
    return constant(tensor("", values, values.length));
  }

  public static Message attribute(String name, int type) {
    return new Message().text(1, name).varint(20, type);
  }

  public static Message attribute(String name, long value) {
    return attribute(name, 2).varint(3, value);
  }

  public static Message attribute(String name, float value) {
    return attribute(name, 1).fixed32(2, value);
  }

  public static Message attribute(String name, String value) {
    return attribute(name, 3).text(4, value);
  }

  public static Message integersAttribute(String name, long... values) {
    Message attribute = attribute(name, 7);
    for (long value : values) {
      attribute.varint(8, value);
    }
    return attribute;
  }

  /** A node with one output, which it gives. */
  public String node(String operator, String output, List<String> inputs, Message... attributes) {
    Message node = new Message();
    inputs.forEach(input -> node.text(1, input));
    node.text(2, output).text(3, "make " + output).text(4, operator);
    for (Message attribute : attributes) {
      node.message(5, attribute);
    }
    add(node);
    return output;
  }

  public void add(Message node) {
    graph.add(new Message().message(1, node).toBytes());
  }

  public void input(String name, int type, String... dimensions) {
    graph.add(new Message().message(11, value(name, type, dimensions)).toBytes());
  }

  public void output(String name, int type, String... dimensions) {
    graph.add(new Message().message(12, value(name, type, dimensions)).toBytes());
  }

  private static Message value(String name, int type, String... dimensions) {
    Message shape = new Message();
    for (String dimension : dimensions) {
      shape.message(1, new Message().text(2, dimension));
    }
    Message tensorType = new Message().varint(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensorType));
  }

  public byte[] toBytes() {
    Message body = new Message().text(2, "test");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(body.toBytes());
    graph.forEach(all::writeBytes);
    return new Message()
        .varint(1, 8)
        .bytes(7, all.toByteArray())
        .message(8, new Message().text(1, "").varint(2, opset))
        .toBytes();
  }
}
