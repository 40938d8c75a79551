package io.artrec.djl;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of model file that can be opened, each by one engine. */
public enum ModelFormat {
  /** An ONNX graph with its weights inside, {@code .onnx}, run by ONNX Runtime. */
  ONNX("OnnxRuntime", "onnx"),
  /** A traced or scripted PyTorch module, {@code .pt} or {@code .pth}, run by PyTorch. */
  TORCHSCRIPT("PyTorch", "pth?");

  private final String engine;
  private final Pattern name;

  ModelFormat(String engine, String ending) {
    this.engine = engine;
    this.name = Pattern.compile(".*\\." + ending, Pattern.DOTALL);
  }

  /** DJL's name of the engine that runs this format. */
  String engine() {
    return engine;
  }

  static Optional<ModelFormat> ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (ModelFormat format : values()) {
      if (format.name.matcher(lower).matches()) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
