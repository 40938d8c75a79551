package io.artrec.djl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes ONNX files of one node by hand, field by field as onnx.proto3 has them. */
public final class TinyOnnx {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private TinyOnnx() {}

  /** A graph that gives back its one input, floats of any shape. */
  public static byte[] identity(String input) {
    TinyOnnx graph = new TinyOnnx().text(2, "tiny").part(1, node("Identity", input, "out"));
    graph.part(11, value(input, FLOAT, "a", "b")).part(12, value("out", FLOAT, "a", "b"));
    return model(graph);
  }

  /** A graph that takes ids and mask and gives the ids as floats: no text encoder, but looks it. */
  public static byte[] idsAsFloats() {
    TinyOnnx cast = node("Cast", "input_ids", "out").part(5, attribute("to", FLOAT));
    TinyOnnx graph = new TinyOnnx().text(2, "tiny").part(1, cast);
    graph.part(11, value("input_ids", INT64, "rows", "tokens"));
    graph.part(11, value("attention_mask", INT64, "rows", "tokens"));
    graph.part(12, value("out", FLOAT, "rows", "tokens"));
    return model(graph);
  }

  /** The identity, with a weight that is kept in another file. */
  public static byte[] externalData(String location) {
    TinyOnnx entry = new TinyOnnx().text(1, "location").text(2, location);
    TinyOnnx weight = new TinyOnnx().number(1, 4).number(2, FLOAT).text(8, "w");
    weight.part(13, entry).number(14, 1);
    TinyOnnx graph = new TinyOnnx().text(2, "tiny").part(1, node("Identity", "x", "out"));
    graph.part(5, weight);
    graph.part(11, value("x", FLOAT, "a", "b")).part(12, value("out", FLOAT, "a", "b"));
    return model(graph);
  }

  /** Hides a graph with such a weight in an attribute of a node. */
  public static byte[] nestedExternalData() {
    TinyOnnx weight = new TinyOnnx().number(1, 4).number(14, 1);
    TinyOnnx inner = new TinyOnnx().part(5, weight);
    TinyOnnx branch = new TinyOnnx().text(1, "then_branch").part(6, inner);
    TinyOnnx graph = new TinyOnnx().part(1, node("If", "x", "out").part(5, branch));
    return model(graph);
  }

  /** A model with nodes of one kind only. */
  public static byte[] ofOperator(String operator) {
    return model(new TinyOnnx().part(1, node(operator, "x", "out")));
  }

  private static byte[] model(TinyOnnx graph) {
    TinyOnnx opset = new TinyOnnx().text(1, "").number(2, 13);
    return new TinyOnnx().number(1, 8).part(8, opset).part(7, graph).out.toByteArray();
  }

  private static TinyOnnx node(String operator, String input, String output) {
    return new TinyOnnx().text(1, input).text(2, output).text(4, operator);
  }

  private static TinyOnnx attribute(String name, int value) {
    return new TinyOnnx().text(1, name).number(3, value).number(20, 2);
  }

  private static TinyOnnx value(String name, int type, String... sides) {
    TinyOnnx shape = new TinyOnnx();
    for (String side : sides) {
      shape.part(1, new TinyOnnx().text(2, side));
    }
    TinyOnnx tensor = new TinyOnnx().number(1, type).part(2, shape);
    return new TinyOnnx().text(1, name).part(2, new TinyOnnx().part(1, tensor));
  }

  private TinyOnnx text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private TinyOnnx part(int field, TinyOnnx value) {
    return bytes(field, value.out.toByteArray());
  }

  private TinyOnnx bytes(int field, byte[] value) {
    varint(field << 3 | 2);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  private TinyOnnx number(int field, long value) {
    varint(field << 3);
    varint(value);
    return this;
  }

  private void varint(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      out.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }
}
