package io.artrec.djl.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.artrec.djl.PyTorch;
import io.artrec.djl.TorchEngine;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DropoutTest {
  /** Of 10,001 draws a quarter is left out within four standard deviations (0.0173). */
  @Test
  void theShareIsLeftOut_andTheMeanStays() {
    PyTorch.assumeAvailable();
    try (NDManager manager = TorchEngine.start().newBaseManager(Device.cpu())) {
      float[] factors =
          new Dropout(0.25)
              .factors(manager, new Shape(73, 137), new SplittableRandom(5))
              .toFloatArray();
      double dropped = 0;
      double sum = 0;
      for (float factor : factors) {
        assertThat(factor).isIn(0f, 4f / 3);
        dropped += factor == 0 ? 1 : 0;
        sum += factor;
      }
      assertThat(dropped / factors.length).isEqualTo(0.25, within(0.0174));
      assertThat(sum / factors.length).isEqualTo(1, within(0.0232));
    }
  }
}
