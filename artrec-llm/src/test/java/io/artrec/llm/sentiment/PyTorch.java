package io.artrec.llm.sentiment;

import org.junit.jupiter.api.Assumptions;

/** Whether tests that train networks can run here. */
public final class PyTorch {
  private PyTorch() {}

  /** Skips the test, visibly, where the class path holds no PyTorch for this platform. */
  public static void assumeAvailable() {
    Assumptions.assumeTrue(
        PyTorch.class.getResource("/native/lib/pytorch.properties") != null,
        "no pytorch-native-cpu for "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + " on the class path");
  }
}
