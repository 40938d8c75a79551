package io.artrec.vision.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.artrec.vision.Goldens;
import io.artrec.vision.image.RgbImage;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorMeasuresTest {
  @Test
  void blackAndWhite_haveLightnessAndNoColor() {
    ColorMeasures measures = ColorMeasures.of(RgbImage.of(2, 1, new int[] {0, 0xFFFFFF}));

    assertThat(measures.brightness()).isCloseTo(50, within(1e-9));
    assertThat(measures.colorfulness()).isZero();
    assertThat(measures.saturation()).isZero();
    assertThat(measures.warmth()).isCloseTo(-0.5, within(0.001));
  }

  @Test
  void redAndGray_areWorkedOutByHand() {
    ColorMeasures measures = ColorMeasures.of(RgbImage.of(2, 1, new int[] {0xFF0000, 0x808080}));

    // rg is 255 and 0, yb 127.5 and 0: deviations and means are half of each
    assertThat(measures.colorfulness()).isCloseTo(1.3 * Math.hypot(127.5, 63.75), within(1e-9));
    assertThat(measures.saturation()).isEqualTo(0.5);
    assertThat(measures.saturationDeviation()).isEqualTo(0.5);
  }

  @Test
  void paintings_areAsColorfulAsTheReference() throws IOException {
    JsonObject expected =
        Goldens.load("color-emotion-goldens.json").values().getAsJsonObject("colorfulness");
    for (Map.Entry<String, JsonElement> entry : expected.entrySet()) {
      RgbImage image = Goldens.load().decode(entry.getKey());

      assertThat(ColorMeasures.of(image).colorfulness())
          .as(entry.getKey())
          .isCloseTo(entry.getValue().getAsDouble(), within(1e-8));
    }
  }
}
