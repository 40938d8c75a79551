package io.artrec.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;

/** Starts PyTorch for the packages of this module that build networks by hand. */
public final class TorchEngine {
  private TorchEngine() {}

  /**
   * Starts the engine, or gives the one that runs.
   *
   * @return PyTorch
   * @throws EngineMissingException when it is not there; the message holds the Maven lines
   */
  public static Engine start() {
    return Engines.start(ModelFormat.TORCHSCRIPT);
  }

  /**
   * Chooses a device.
   *
   * @param engine PyTorch
   * @param name {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:<number>}
   * @param what for messages: what is to run there
   * @return the device
   * @throws ModelException when a device was named that is not there
   */
  public static Device device(Engine engine, String name, String what) {
    return Devices.choose(
        engine, ModelFormat.TORCHSCRIPT, ModelOptions.standard().device(name), what);
  }
}
