package io.artrec.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;

/** Chooses among the devices of an engine. */
final class Devices {
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
    return format == ModelFormat.ONNX && !Cuda.isInBuild(engine) ? 0 : engine.getGpuCount();
  }
}
