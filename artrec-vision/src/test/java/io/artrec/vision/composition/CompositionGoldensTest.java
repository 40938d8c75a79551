package io.artrec.vision.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.artrec.vision.Goldens;
import io.artrec.vision.image.RgbImage;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** All properties against the values that the Aesthetics Toolbox gives for a few paintings. */
class CompositionGoldensTest {
  private static final Pattern CROP =
      Pattern.compile("(\\S+\\.png), crop x=(\\d+) y=(\\d+) w=(\\d+) h=(\\d+) .*");

  private final Goldens goldens;

  CompositionGoldensTest() throws IOException {
    goldens = Goldens.load("composition-goldens.json");
  }

  @Test
  void paintings_haveTheReferenceValues() throws IOException {
    JsonObject images = goldens.values().getAsJsonObject("images");
    assertThat(images.size()).isEqualTo(6);
    for (Map.Entry<String, JsonElement> entry : images.entrySet()) {
      assertMatches(
          Composition.of(goldens.decode(entry.getKey())),
          entry.getValue().getAsJsonObject(),
          entry.getKey());
    }
  }

  @Test
  void squareCrop_hasTheReferenceValues() throws IOException {
    for (Map.Entry<String, JsonElement> entry :
        goldens.values().getAsJsonObject("edge_cases").entrySet()) {
      Matcher crop = CROP.matcher(entry.getKey());
      assertThat(crop.matches()).as(entry.getKey()).isTrue();
      RgbImage image = goldens.decode(crop.group(1));
      int left = Integer.parseInt(crop.group(2));
      int top = Integer.parseInt(crop.group(3));
      int width = Integer.parseInt(crop.group(4));
      int height = Integer.parseInt(crop.group(5));
      int[] pixels = new int[width * height];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = image.rgb(left + i % width, top + i / width);
      }
      assertMatches(
          Composition.of(RgbImage.of(width, height, pixels)),
          entry.getValue().getAsJsonObject(),
          entry.getKey());
    }
  }

  private void assertMatches(Composition actual, JsonObject expected, String image) {
    assertThat(actual.values()).hasSize(41).hasSize(expected.size());
    SoftAssertions softly = new SoftAssertions();
    for (CompositionProperty property : CompositionProperty.values()) {
      double value = expected.get(property.id()).getAsDouble();
      OptionalDouble measured = actual.value(property);
      softly
          .assertThat(measured.orElseThrow())
          .as(image + " " + property.id())
          .isCloseTo(value, within(tolerance(property, value)));
      softly
          .assertThat(measured.orElseThrow())
          .as(image + " " + property.id())
          .isBetween(property.lowest(), property.highest());
    }
    softly.assertAll();
  }

  /** The tolerance that the file of reference values states in words. */
  private double tolerance(CompositionProperty property, double value) {
    String stated =
        goldens
            .values()
            .getAsJsonObject("definitions")
            .getAsJsonObject(property.id())
            .get("tolerance")
            .getAsString();
    if (stated.equals("exact")) {
      return 0;
    }
    double number = Double.parseDouble(stated.substring(0, stated.indexOf(' ')));
    boolean absolute = stated.endsWith(" absolute");
    double relative = number * Math.abs(value);
    return absolute
        ? number
        : stated.contains("1e-9 absolute") ? Math.max(relative, 1e-9) : relative;
  }
}
