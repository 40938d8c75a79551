package io.artrec.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;

/** Chooses among the devices of an engine. */
final class Devices {
  private static final String CUDA_PROVIDER =
      "ai/onnxruntime/native/linux-x64/libonnxruntime_providers_cuda.so";
  private static final String CUDA_PROVIDER_WINDOWS =
      "ai/onnxruntime/native/win-x64/onnxruntime_providers_cuda.dll";

  private Devices() {}

  static Device choose(Engine engine, ModelFormat format, ModelOptions options, String what) {
    String wanted = options.device();
    if (wanted.equals("cpu")) {
      return Device.cpu();
    }
    int gpus = gpus(engine, format);
    if (wanted.equals("auto")) {
      return gpus > 0 ? Device.gpu(0) : Device.cpu();
    }
    int number = wanted.equals("gpu") ? 0 : Integer.parseInt(wanted.substring("gpu:".length()));
    if (number >= gpus) {
      throw new ModelException(
          "cannot open model "
              + what
              + " on device '"
              + wanted
              + "': "
              + engine.getEngineName()
              + " finds "
              + (gpus == 0 ? "no GPU" : gpus + " GPU(s), numbered from 0")
              + "; choose 'cpu' or 'auto', or add the engine's CUDA build");
    }
    return Device.gpu(number);
  }

  private static int gpus(Engine engine, ModelFormat format) {
    // Asking ONNX Runtime's CPU build for CUDA logs a warning each time; the resource tells as
    // much.
    ClassLoader loader = engine.getClass().getClassLoader();
    if (format == ModelFormat.ONNX
        && loader.getResource(CUDA_PROVIDER) == null
        && loader.getResource(CUDA_PROVIDER_WINDOWS) == null) {
      return 0;
    }
    return engine.getGpuCount();
  }
}
