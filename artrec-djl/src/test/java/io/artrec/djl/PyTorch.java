package io.artrec.djl;

import ai.djl.engine.Engine;
import org.junit.jupiter.api.Assumptions;

/** Whether tests that need PyTorch can run here. */
public final class PyTorch {
  private PyTorch() {}

  /**
   * Starts the engine; skips the test, visibly, where the class path holds no PyTorch for this
   * platform. An engine that is there and does not start fails the test.
   *
   * @return PyTorch
   */
  public static Engine assumeAvailable() {
    Assumptions.assumeTrue(
        PyTorch.class.getResource("/native/lib/pytorch.properties") != null,
        "no pytorch-native-cpu for "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + " on the class path");
    return TorchEngine.start();
  }
}
