package io.artrec.djl.onnx.internal;

import io.artrec.djl.onnx.OnnxException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes an ONNX file's messages apart. Field numbers are those of {@code onnx.proto}. */
final class GraphParser {
  private static final int MAX_PARTS = 1_000_000;
  private static final int MAX_DIMENSIONS = 32;
  private static final int MAX_INTEGERS = 1 << 16;
  private static final int EXTERNAL = 1;

  final List<String> inputs = new ArrayList<>();
  final List<String> outputs = new ArrayList<>();
  final List<OnnxNode> nodes = new ArrayList<>();
  final Map<String, OnnxTensor> weights = new HashMap<>();

  private final String source;
  private final byte[] bytes;
  private int parts;

  GraphParser(String source, byte[] bytes) {
    this.source = source;
    this.bytes = bytes;
  }

  void parse() {
    WireReader model = new WireReader(source, bytes);
    boolean found = false;
    while (model.next()) {
      if (model.field() == 7) {
        if (found) {
          throw model.broken("holds two graphs");
        }
        found = true;
        graph(model.window("the graph"));
      } else {
        model.skip();
      }
    }
    if (!found) {
      throw new OnnxException(
          "reading " + source + ": no graph in " + bytes.length + " bytes; this is no ONNX model");
    }
  }

  private void graph(WireReader in) {
    while (in.next()) {
      switch (in.field()) {
        case 1 -> nodes.add(node(in.window("a node")));
        case 5 -> {
          OnnxTensor weight = tensor(in.window("a weight"));
          if (weights.put(weight.name(), weight) != null) {
            throw in.broken("holds two weights named '" + weight.name() + "'");
          }
        }
        case 11 -> inputs.add(valueName(in.window("an input")));
        case 12 -> outputs.add(valueName(in.window("an output")));
        case 15 -> throw in.broken("holds a sparse weight, which is not supported");
        default -> in.skip();
      }
    }
  }

  private String valueName(WireReader in) {
    count(in);
    String name = "";
    while (in.next()) {
      if (in.field() == 1) {
        name = in.text("a name");
      } else {
        in.skip();
      }
    }
    return name;
  }

  private OnnxNode node(WireReader in) {
    count(in);
    List<String> from = new ArrayList<>();
    List<String> to = new ArrayList<>();
    Map<String, OnnxAttribute> attributes = new HashMap<>();
    String name = "";
    String operator = "";
    String domain = "";
    while (in.next()) {
      switch (in.field()) {
        case 1 -> from.add(counted(in));
        case 2 -> to.add(counted(in));
        case 3 -> name = in.text("a node's name");
        case 4 -> operator = in.text("an operator");
        case 5 -> attribute(in.window("an attribute"), attributes);
        case 7 -> domain = in.text("a domain");
        default -> in.skip();
      }
    }
    return new OnnxNode(name, domain, operator, from, to, attributes);
  }

  private void attribute(WireReader in, Map<String, OnnxAttribute> into) {
    count(in);
    String name = "";
    float number = 0;
    long integer = 0;
    String text = "";
    Integers integers = new Integers(MAX_INTEGERS);
    OnnxTensor tensor = null;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> name = in.text("an attribute's name");
        case 2 -> number = in.fixed32("a number");
        case 3 -> integer = in.varint("an integer");
        case 4 -> text = in.anyText("an attribute's text");
        case 5 -> tensor = tensor(in.window("an attribute's tensor"));
        case 8 -> integers.take(in, "integers in an attribute");
        default -> in.skip();
      }
    }
    if (into.put(name, new OnnxAttribute(number, integer, text, integers.all(), tensor)) != null) {
      throw in.broken("sets the attribute '" + name + "' twice in one node");
    }
  }

  private OnnxTensor tensor(WireReader in) {
    count(in);
    OnnxTensor.Message message =
        new OnnxTensor.Message(source, bytes, in.position(), in.position() + in.left());
    String name = "";
    ElementType type = ElementType.OTHER;
    Integers shape = new Integers(MAX_DIMENSIONS);
    ByteBuffer raw = null;
    boolean external = false;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> shape.take(in, "dimensions");
        case 2 -> type = ElementType.of(in.varint("a data type"));
        case 3 -> throw in.broken("holds a tensor in segments, which is not supported");
        case 8 -> name = in.text("a tensor's name");
        case 9 -> raw = in.window("a tensor's data").buffer();
        case 13 -> {
          in.skip();
          external = true;
        }
        case 14 -> external |= in.varint("a data location") == EXTERNAL;
        default -> in.skip();
      }
    }
    if (external) {
      throw new OnnxException(
          "reading "
              + source
              + ": tensor '"
              + name
              + "' keeps its data in another file; external data is refused, save the model as one"
              + " file");
    }
    long[] dimensions = shape.all();
    return new OnnxTensor(
        source, name, type, dimensions, size(name, type, dimensions, raw, message), raw, message);
  }

  /** The product of the dimensions, known to be that of the data at hand. */
  private int size(
      String name,
      ElementType type,
      long[] dimensions,
      @Nullable ByteBuffer raw,
      OnnxTensor.Message message) {
    long size = 1;
    for (long dimension : dimensions) {
      if (dimension < 0 || dimension > Integer.MAX_VALUE || size * dimension > Integer.MAX_VALUE) {
        throw new OnnxException(
            "reading "
                + source
                + ": tensor '"
                + name
                + "' has the shape "
                + Arrays.toString(dimensions));
      }
      size *= dimension;
    }
    if (type == ElementType.OTHER) {
      return (int) size;
    }
    long there =
        raw == null ? OnnxTensor.typedElements(type, message) : raw.remaining() / type.bytes();
    if (there != size || (raw != null && raw.remaining() % type.bytes() != 0)) {
      throw new OnnxException(
          "reading "
              + source
              + ": tensor '"
              + name
              + "' of the shape "
              + Arrays.toString(dimensions)
              + " needs "
              + size
              + " elements of "
              + type
              + ", its data has "
              + (raw == null ? there + " elements" : raw.remaining() + " bytes"));
    }
    return (int) size;
  }

  /** Integers that arrive one by one or packed. */
  private static final class Integers {
    private final int most;
    private long[] values = {};
    private int count;

    Integers(int most) {
      this.most = most;
    }

    void take(WireReader in, String what) {
      if (in.isLengthDelimited()) {
        WireReader packed = in.window(what);
        while (packed.left() > 0) {
          add(packed.packedVarint(), packed, what);
        }
      } else {
        add(in.varint(what), in, what);
      }
    }

    private void add(long value, WireReader in, String what) {
      if (count == most) {
        throw in.broken("has more than " + most + " " + what);
      }
      if (count == values.length) {
        values = Arrays.copyOf(values, Math.max(4, 2 * count));
      }
      values[count++] = value;
    }

    long[] all() {
      return Arrays.copyOf(values, count);
    }
  }

  private String counted(WireReader in) {
    count(in);
    return in.text("a value's name");
  }

  private void count(WireReader in) {
    if (++parts > MAX_PARTS) {
      throw in.broken("has more than " + MAX_PARTS + " nodes, weights and names");
    }
  }
}
