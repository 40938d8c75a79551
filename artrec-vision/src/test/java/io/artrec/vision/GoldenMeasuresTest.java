package io.artrec.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.shape.CannyEdges;
import io.artrec.vision.shape.Gradients;
import io.artrec.vision.shape.HuMoments;
import io.artrec.vision.texture.Cooccurrence;
import io.artrec.vision.texture.OrientedGradients;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values that scikit-image 0.19 and OpenCV 4.6 have for six paintings. */
class GoldenMeasuresTest {
  /** What is done with one image and its reference values. */
  private interface Check {
    void of(RgbImage image, JsonObject expected);
  }

  private static void forEach(Check check) throws IOException {
    Goldens goldens = Goldens.load();
    assertThat(goldens.images()).isNotEmpty();
    for (Map.Entry<String, JsonObject> entry : goldens.images().entrySet()) {
      check.of(goldens.decode(entry.getKey()), entry.getValue());
    }
  }

  private static void assertClose(double actual, double expected, double relative) {
    assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * relative));
  }

  @Test
  void cooccurrence_agreesToTheMillionth() throws IOException {
    forEach(
        (image, expected) -> {
          JsonObject glcm = expected.getAsJsonObject("glcm");
          double[] actual = Cooccurrence.standard().measure(image, 1).orElseThrow();
          int i = 0;
          for (String name : new String[] {"contrast", "homogeneity", "energy", "correlation"}) {
            assertClose(actual[i++], glcm.get(name).getAsDouble(), 1e-6);
          }
        });
  }

  @Test
  void meanGradient_agreesToTheMillionth() throws IOException {
    forEach(
        (image, expected) ->
            assertClose(
                Gradients.of(image.gray()).meanStrength(),
                expected.get("sobel_mean").getAsDouble(),
                1e-6));
  }

  @Test
  void edges_areTheSameButForRounding() throws IOException {
    forEach(
        (image, expected) ->
            assertThat(CannyEdges.of(image.gray()).density())
                .isCloseTo(expected.get("canny_density").getAsDouble(), within(1e-4)));
  }

  @Test
  void orientedGradients_agreeToTheThousandth() throws IOException {
    forEach(
        (image, expected) -> {
          JsonObject hog = expected.getAsJsonObject("hog");
          double[] actual = OrientedGradients.standard().measure(image);
          assertThat(actual).hasSize(hog.get("length").getAsInt());
          double squares = 0;
          for (double value : actual) {
            squares += value * value;
          }
          assertClose(Math.sqrt(squares), hog.get("norm").getAsDouble(), 1e-3);
          JsonArray first = hog.getAsJsonArray("first36");
          for (int i = 0; i < first.size(); i++) {
            assertThat(actual[i]).isCloseTo(first.get(i).getAsDouble(), within(1e-3));
          }
        });
  }

  @Test
  void momentInvariants_agreeToTheMillionth() throws IOException {
    forEach(
        (image, expected) -> {
          JsonArray hu = expected.getAsJsonArray("hu");
          double[] actual = HuMoments.standard().measure(image).orElseThrow();
          for (int i = 0; i < actual.length; i++) {
            assertClose(actual[i], hu.get(i).getAsDouble(), 1e-6);
          }
        });
  }
}
