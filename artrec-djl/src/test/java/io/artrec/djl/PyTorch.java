package io.artrec.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import org.junit.jupiter.api.Assumptions;

/** Whether tests that need PyTorch can run here. */
public final class PyTorch {
  private PyTorch() {}

  /**
   * Starts the engine; skips the test, visibly, where the class path holds no PyTorch for this
   * platform. An engine that is there and does not start fails the test.
   */
  public static void assumeAvailable() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    Assumptions.assumeTrue(
        PyTorch.class.getResource("/native/lib/pytorch.properties") != null,
        "no pytorch-native-cpu for "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + " on the class path");
    Engine engine = Engine.getEngine("PyTorch");
    if (engine == null) {
      throw new EngineException("no PyTorch engine in spite of its natives");
    }
  }
}
