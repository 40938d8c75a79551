package io.artrec.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.artrec.djl.onnx.OnnxException;
import io.artrec.djl.onnx.internal.OnnxGraph;
import io.artrec.djl.transformer.UnsupportedModelException;
import io.artrec.djl.transformer.internal.BertModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open neural model: tensors in, tensors out. Every run has a native scope of its own that ends
 * with it; what comes out is copied to Java memory. {@link #run} may be called from many threads at
 * once. {@link #close} frees the weights and must not overlap a run; callers that share a model see
 * to that, as {@link io.artrec.djl.text.TextEncoder} does.
 */
public final class NeuralModel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NeuralModel.class);

  private final String name;
  private final Model model;
  private final String sha256;
  private final List<String> inputs;
  private final boolean batchDependent;
  private final AtomicBoolean closed = new AtomicBoolean();

  private NeuralModel(
      String name, Model model, String sha256, List<String> inputs, boolean batchDependent) {
    this.name = name;
    this.model = model;
    this.sha256 = sha256;
    this.inputs = inputs;
    this.batchDependent = batchDependent;
  }

  /**
   * Opens a model file.
   *
   * @param source where it is
   * @param options how it is run
   * @return the model; close it
   * @throws ModelException when the file is missing, damaged or refused, or the device is not there
   * @throws EngineMissingException when its engine is not there; the message holds the Maven lines
   */
  public static NeuralModel open(ModelSource source, ModelOptions options) {
    ModelFormat format = source.format();
    byte[] bytes = source.readModel();
    String what = source.toString();
    if (format == ModelFormat.ONNX && options.engine().equals("pytorch")) {
      return rebuilt(source, bytes, options);
    }
    if (format == ModelFormat.TORCHSCRIPT && options.engine().equals("onnxruntime")) {
      throw new ModelException(
          "cannot open model " + what + ": ONNX Runtime runs .onnx files only");
    }
    boolean batchDependent = false;
    if (format == ModelFormat.ONNX) {
      batchDependent = OnnxScan.isDynamicallyQuantized(what, bytes);
    } else {
      checkTorchScript(what, bytes);
    }
    Engine engine = Engines.start(format);
    Device device = Devices.choose(engine, format, options, what);
    Model model = load(engine, device, what, bytes, options);
    List<String> inputs =
        format == ModelFormat.ONNX ? model.getBlock().describeInput().keys() : List.of();
    String sha256 = ModelSource.sha256Of(bytes);
    return new NeuralModel(source.modelName(), model, sha256, inputs, batchDependent);
  }

  /** A BERT encoder of an ONNX file, built anew on PyTorch. */
  private static NeuralModel rebuilt(ModelSource source, byte[] bytes, ModelOptions options) {
    String what = source.toString();
    OnnxGraph graph;
    try {
      graph = OnnxGraph.of(bytes, source.modelName());
      BertModel.config(graph);
    } catch (OnnxException | UnsupportedModelException e) {
      throw new ModelException("cannot open model " + what + " with PyTorch: " + e.getMessage(), e);
    }
    Engine engine = TorchEngine.start();
    Device device = TorchEngine.device(engine, options.device(), what);
    Model model;
    try {
      model = BertModel.open(graph, engine, device);
    } catch (UnsupportedModelException e) {
      throw new ModelException("cannot open model " + what + " with PyTorch: " + e.getMessage(), e);
    } catch (EngineException e) {
      if (!device.isGpu() || !options.device().equals("auto")) {
        throw new ModelException(
            "cannot open model " + what + " with PyTorch: " + Engines.reason(e), e);
      }
      LOG.warn("model {} does not open on {}, using the CPU: {}", what, device, e.toString());
      model = BertModel.open(graph, engine, Device.cpu());
    }
    List<String> inputs =
        graph.inputs().contains("token_type_ids")
            ? List.of("input_ids", "attention_mask", "token_type_ids")
            : List.of("input_ids", "attention_mask");
    return new NeuralModel(source.modelName(), model, ModelSource.sha256Of(bytes), inputs, false);
  }

  /**
   * Takes over a model that was made in another way: built and trained, or given weights by hand.
   * Its block must accept inputs by position, batch first.
   *
   * @param name what messages call it
   * @param model the model, whose device is used; closed with the result
   * @param sha256 identifies the weights, 64 hexadecimal digits
   * @return the model; close it
   */
  public static NeuralModel of(String name, Model model, String sha256) {
    return new NeuralModel(name, model, sha256, List.of(), false);
  }

  private static Model load(
      Engine engine, Device device, String what, byte[] bytes, ModelOptions options) {
    Map<String, String> settings =
        Map.of(
            "intraOpNumThreads",
            Integer.toString(options.threadsPerRun()),
            "interOpNumThreads",
            "1");
    Model model = engine.newModel("artrec", device);
    try {
      model.load(new ByteArrayInputStream(bytes), settings);
      removeEmptyFolder(model.getModelPath());
      return model;
    } catch (IOException | MalformedModelException | RuntimeException e) {
      model.close();
      if (device.isGpu() && options.device().equals("auto")) {
        LOG.warn("model {} does not open on {}, using the CPU: {}", what, device, e.toString());
        return load(engine, Device.cpu(), what, bytes, options);
      }
      throw new ModelException(
          "cannot open model "
              + what
              + " with "
              + engine.getEngineName()
              + ": "
              + Engines.reason(e),
          e);
    }
  }

  /** DJL makes a folder for each model that it reads from memory and leaves it. */
  private static void removeEmptyFolder(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        return;
      }
    }
    Files.deleteIfExists(folder);
  }

  private static void checkTorchScript(String what, byte[] bytes) {
    boolean zip = bytes.length > 30 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
    if (!zip) {
      throw new ModelException(
          "cannot open model " + what + ": not a TorchScript file (torch.jit.save writes a zip)");
    }
  }

  /** {@return the name of the model file} */
  public String name() {
    return name;
  }

  /**
   * Identifies the weights.
   *
   * @return the SHA-256 of the model file, 64 hexadecimal digits
   */
  public String sha256() {
    return sha256;
  }

  /**
   * Names the inputs the model asks for.
   *
   * @return the names in the model's order; empty when the format does not tell
   */
  public List<String> inputs() {
    return inputs;
  }

  /**
   * Tells whether an input's output changes with what shares its batch: dynamically quantised
   * graphs scale a whole tensor at once, and vectors then differ by some 0.02. Run such a model on
   * one input at a time.
   *
   * @return true when batches must be of one
   */
  public boolean isBatchDependent() {
    return batchDependent;
  }

  /**
   * Names the engine.
   *
   * @return {@code OnnxRuntime} or {@code PyTorch}
   */
  public String engine() {
    return model.getNDManager().getEngine().getEngineName();
  }

  /**
   * Names the device.
   *
   * @return {@code cpu} or {@code gpu:<number>}
   */
  public String device() {
    Device device = model.getNDManager().getDevice();
    return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
  }

  /**
   * Returns what runs, for packages of this module that keep native arrays from run to run.
   *
   * @return DJL's model, which stays this object's to close
   * @throws IllegalStateException when the model was closed
   */
  public Model model() {
    if (closed.get()) {
      throw new IllegalStateException("model " + name + " is closed");
    }
    return model;
  }

  /**
   * Runs the model. A run cannot be interrupted.
   *
   * @param tensors the inputs, in the model's order; direct buffers are read in place
   * @return the outputs that hold 32-bit floats, in the model's order
   * @throws InferenceException when the model refuses the input
   * @throws IllegalStateException when the model was closed
   */
  public List<Tensor> run(List<Tensor> tensors) {
    if (closed.get()) {
      throw new IllegalStateException("model " + name + " is closed");
    }
    try (NDManager scope = model.getNDManager().newSubManager()) {
      NDList list = new NDList();
      for (Tensor tensor : tensors) {
        NDArray array = scope.create(tensor.values(), new Shape(tensor.shape()), type(tensor));
        if (!inputs.isEmpty()) {
          array.setName(tensor.name());
        }
        list.add(array);
      }
      NDList out = model.getBlock().forward(new ParameterStore(scope, false), list, false);
      out.attach(scope);
      return copies(out);
    } catch (RuntimeException e) {
      List<String> shapes = new ArrayList<>();
      tensors.forEach(tensor -> shapes.add(tensor.name() + Arrays.toString(tensor.shape())));
      throw new InferenceException(
          "model " + name + " failed on " + shapes + ": " + Engines.reason(e), e);
    }
  }

  private static List<Tensor> copies(NDList out) {
    List<Tensor> outputs = new ArrayList<>();
    for (NDArray array : out) {
      if (array.getDataType() == DataType.FLOAT32) {
        String name = array.getName() == null ? "" : array.getName();
        long[] shape = array.getShape().getShape();
        outputs.add(Tensor.of(name, array.toByteBuffer(false).asFloatBuffer(), shape));
      }
    }
    return outputs;
  }

  private static DataType type(Tensor tensor) {
    if (tensor.values() instanceof LongBuffer) {
      return DataType.INT64;
    }
    return tensor.values() instanceof IntBuffer ? DataType.INT32 : DataType.FLOAT32;
  }

  /** Frees the weights. Calling it again changes nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      model.close();
    }
  }
}
