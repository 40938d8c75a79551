package io.artrec.djl;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How a model is run. Immutable.
 *
 * @param device {@code auto} (a GPU when the engine finds one, else the CPU), {@code cpu}, {@code
 *     gpu} or {@code gpu:<number>}; a named device that is not there is an error
 * @param threadsPerRun threads that one run of an ONNX model uses, 1 or more. One, with many runs
 *     at a time, gives the most per processor; more make a single run faster on an idle machine.
 *     PyTorch has one setting for the whole process, {@code ai.djl.pytorch.num_threads}, which is
 *     left to the application
 * @param engine {@code auto} (the format's own), {@code onnxruntime}, or {@code pytorch}, which
 *     also runs BERT encoders in ONNX files with full-precision weights, by rebuilding them ({@link
 *     io.artrec.djl.transformer.internal.BertModel})
 */
public record ModelOptions(String device, int threadsPerRun, String engine) {
  private static final Pattern DEVICE = Pattern.compile("auto|cpu|gpu(:\\d{1,3})?");
  private static final Pattern ENGINE = Pattern.compile("auto|onnxruntime|pytorch");

  /** Validates the options. */
  public ModelOptions {
    Objects.requireNonNull(device, "device");
    if (!DEVICE.matcher(device).matches()) {
      throw new IllegalArgumentException(
          "device is '" + device + "', expected auto, cpu, gpu or gpu:<number>");
    }
    if (threadsPerRun < 1) {
      throw new IllegalArgumentException(
          "threadsPerRun is " + threadsPerRun + ", expected 1 or more");
    }
    if (!ENGINE.matcher(engine).matches()) {
      throw new IllegalArgumentException(
          "engine is '" + engine + "', expected auto, onnxruntime or pytorch");
    }
  }

  /**
   * Returns the usual options.
   *
   * @return any device, one thread per run
   */
  public static ModelOptions standard() {
    return new ModelOptions("auto", 1, "auto");
  }

  /**
   * {@return these options on another device}
   *
   * @param name the device
   */
  public ModelOptions device(String name) {
    return new ModelOptions(name, threadsPerRun, engine);
  }

  /**
   * {@return these options with other threads}
   *
   * @param threads the threads of a run
   */
  public ModelOptions threadsPerRun(int threads) {
    return new ModelOptions(device, threads, engine);
  }

  /**
   * {@return these options with another engine}
   *
   * @param name the engine
   */
  public ModelOptions engine(String name) {
    return new ModelOptions(device, threadsPerRun, name);
  }
}
