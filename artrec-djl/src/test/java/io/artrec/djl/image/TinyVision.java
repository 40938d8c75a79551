package io.artrec.djl.image;

import static io.artrec.djl.onnx.internal.OnnxWriter.attribute;
import static io.artrec.djl.onnx.internal.OnnxWriter.integersAttribute;

import io.artrec.djl.onnx.internal.OnnxWriter;
import java.util.List;

/** Image encoders whose vectors can be worked out by hand, for images of 3 × 2 × 2 values. */
final class TinyVision {
  static final int FLOAT = 1;

  /** Of the means of red, green and blue: {@code (r + g, g + b, 2 r, b)}. */
  private static final float[] WEIGHTS = {1, 0, 2, 0, 1, 1, 0, 0, 0, 1, 0, 1};

  private TinyVision() {}

  /** Gives a vector for each pixel, {@code (r, g, b)}, and one for the image, from the means. */
  static byte[] pair(String batch) {
    OnnxWriter graph = new OnnxWriter();
    graph.input("pixel_values", FLOAT, batch, "3", "2", "2");
    graph.node("Reshape", "flat", List.of("pixel_values", graph.integers(0, 3, 4)));
    graph.node("Transpose", "patches", List.of("flat"), integersAttribute("perm", 0, 2, 1));
    graph.node(
        "ReduceMean",
        "means",
        List.of("flat"),
        integersAttribute("axes", 2),
        attribute("keepdims", 0L));
    graph.node("MatMul", "image_embeds", List.of("means", graph.weight("w", WEIGHTS, 3, 4)));
    graph.output("patches", FLOAT, batch, "4", "3");
    graph.output("image_embeds", FLOAT, batch, "4");
    return graph.toBytes();
  }

  /** The same for one image at a time: the shape holds the batch. */
  static byte[] fixedToOne() {
    OnnxWriter graph = new OnnxWriter();
    graph.input("pixel_values", FLOAT, "batch", "3", "2", "2");
    graph.node("Reshape", "flat", List.of("pixel_values", graph.integers(1, 3, 4)));
    graph.node(
        "ReduceMean",
        "means",
        List.of("flat"),
        integersAttribute("axes", 2),
        attribute("keepdims", 0L));
    graph.node("MatMul", "image_embeds", List.of("means", graph.weight("w", WEIGHTS, 3, 4)));
    graph.output("image_embeds", FLOAT, "batch", "4");
    return graph.toBytes();
  }

  /** Gives the means as maps of 1 × 1, as convolutional networks do. */
  static byte[] maps() {
    OnnxWriter graph = new OnnxWriter();
    graph.input("input", FLOAT, "batch", "3", "2", "2");
    graph.node("GlobalAveragePool", "features", List.of("input"));
    graph.output("features", FLOAT, "batch", "3", "1", "1");
    return graph.toBytes();
  }

  /** Subtracts from each image the mean of its batch, as a network in training mode does. */
  static byte[] batchDependent() {
    OnnxWriter graph = new OnnxWriter();
    graph.input("input", FLOAT, "batch", "3", "2", "2");
    graph.node("GlobalAveragePool", "means", List.of("input"));
    graph.node(
        "ReduceMean",
        "batch_mean",
        List.of("input"),
        integersAttribute("axes", 0),
        attribute("keepdims", 1L));
    graph.node("GlobalAveragePool", "mean", List.of("batch_mean"));
    graph.node("Mul", "features", List.of("means", "mean"));
    graph.output("features", FLOAT, "batch", "3", "1", "1");
    return graph.toBytes();
  }

  /** Gives what is no vector. */
  static byte[] image() {
    OnnxWriter graph = new OnnxWriter();
    graph.input("input", FLOAT, "batch", "3", "2", "2");
    graph.node("Relu", "out", List.of("input"));
    graph.output("out", FLOAT, "batch", "3", "2", "2");
    return graph.toBytes();
  }

  /** Takes two inputs. */
  static byte[] twoInputs() {
    OnnxWriter graph = new OnnxWriter();
    graph.input("pixel_values", FLOAT, "batch", "3", "2", "2");
    graph.input("other", FLOAT, "batch", "3", "2", "2");
    graph.node("Add", "out", List.of("pixel_values", "other"));
    graph.output("out", FLOAT, "batch", "3", "2", "2");
    return graph.toBytes();
  }
}
