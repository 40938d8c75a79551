package io.artrec.djl;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Walks an ONNX file's protobuf once, before a native library sees it: refuses weights outside the
 * file, notices truncation, and notes how the graph computes. O(bytes), but weights are skipped.
 *
 * <p>Field numbers from onnx.proto3 (onnx.ai): ModelProto.graph 7, functions 25; GraphProto.node 1,
 * initializer 5, sparse_initializer 15; FunctionProto.node 7; NodeProto.op_type 4, attribute 5;
 * AttributeProto.t 5, g 6, tensors 10, graphs 11, sparse_tensor 22, sparse_tensors 23;
 * SparseTensorProto.values 1, indices 2; TensorProto.external_data 13, data_location 14.
 */
final class OnnxScan {
  private static final int MOST_DEPTH = 64;
  private static final Set<String> DYNAMICALLY_QUANTIZED =
      Set.of("DynamicQuantizeLinear", "DynamicQuantizeMatMul", "DynamicQuantizeLSTM");

  private enum Message {
    MODEL,
    GRAPH,
    FUNCTION,
    NODE,
    ATTRIBUTE,
    TENSOR,
    SPARSE_TENSOR,
    SKIPPED
  }

  private final String what;
  private final byte[] bytes;
  private int at;
  private boolean graph;
  private boolean dynamicallyQuantized;

  private OnnxScan(String what, byte[] bytes) {
    this.what = what;
    this.bytes = bytes;
  }

  /**
   * Scans a file.
   *
   * @param what names the file in messages
   * @param bytes the file
   * @return whether activations are quantised with one scale per tensor, so that what shares a
   *     batch with an input changes its output
   */
  static boolean isDynamicallyQuantized(String what, byte[] bytes) {
    OnnxScan scan = new OnnxScan(what, bytes);
    scan.message(Message.MODEL, bytes.length, 0);
    if (!scan.graph) {
      throw scan.broken("no graph in it");
    }
    return scan.dynamicallyQuantized;
  }

  private void message(Message type, int end, int depth) {
    if (depth > MOST_DEPTH) {
      throw broken("graphs nested more than " + MOST_DEPTH + " deep");
    }
    while (at < end) {
      long tag = varint(end);
      int field = (int) (tag >>> 3);
      switch ((int) (tag & 7)) {
        case 0 -> number(type, field, varint(end));
        case 1 -> skip(8, end);
        case 2 -> part(type, field, end, depth);
        case 5 -> skip(4, end);
        default -> throw broken("not a protobuf message");
      }
    }
  }

  private void number(Message type, int field, long value) {
    if (type == Message.TENSOR && field == 14 && value == 1) {
      throw external();
    }
  }

  private void part(Message type, int field, int end, int depth) {
    long length = varint(end);
    if (length < 0 || length > end - at) {
      throw broken("it ends too early; copy it again");
    }
    int stop = at + (int) length;
    if (type == Message.TENSOR && field == 13) {
      throw external();
    }
    if (type == Message.NODE && field == 4) {
      String operator = new String(bytes, at, (int) length, StandardCharsets.UTF_8);
      dynamicallyQuantized |= DYNAMICALLY_QUANTIZED.contains(operator);
    }
    Message inner = inner(type, field);
    if (inner == Message.SKIPPED) {
      at = stop;
    } else {
      graph |= inner == Message.GRAPH;
      message(inner, stop, depth + 1);
    }
  }

  private static Message inner(Message type, int field) {
    return switch (type) {
      case MODEL -> field == 7 ? Message.GRAPH : field == 25 ? Message.FUNCTION : Message.SKIPPED;
      case GRAPH ->
          switch (field) {
            case 1 -> Message.NODE;
            case 5 -> Message.TENSOR;
            case 15 -> Message.SPARSE_TENSOR;
            default -> Message.SKIPPED;
          };
      case FUNCTION -> field == 7 ? Message.NODE : Message.SKIPPED;
      case NODE -> field == 5 ? Message.ATTRIBUTE : Message.SKIPPED;
      case ATTRIBUTE ->
          switch (field) {
            case 5, 10 -> Message.TENSOR;
            case 6, 11 -> Message.GRAPH;
            case 22, 23 -> Message.SPARSE_TENSOR;
            default -> Message.SKIPPED;
          };
      case SPARSE_TENSOR -> field <= 2 ? Message.TENSOR : Message.SKIPPED;
      case TENSOR, SKIPPED -> Message.SKIPPED;
    };
  }

  private void skip(int count, int end) {
    if (count > end - at) {
      throw broken("it ends too early; copy it again");
    }
    at += count;
  }

  private long varint(int end) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at >= end) {
        throw broken("it ends too early; copy it again");
      }
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw broken("not a protobuf message");
  }

  private ModelException broken(String why) {
    return new ModelException("cannot open model " + what + ": not a whole ONNX file: " + why);
  }

  private ModelException external() {
    return new ModelException(
        "refused model "
            + what
            + ": it keeps weights in other files (ONNX external data), which could point anywhere;"
            + " save it again with the weights inside");
  }
}
