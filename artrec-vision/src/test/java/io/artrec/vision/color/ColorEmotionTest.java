package io.artrec.vision.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.artrec.vision.Goldens;
import io.artrec.vision.image.CieLab;
import io.artrec.vision.image.RgbImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorEmotionTest {
  @Test
  void black_isWorkedOutByHand() {
    ColorEmotion black = ColorEmotion.of(new CieLab(0, 0, 0));

    assertThat(black.activity())
        .isCloseTo(-2.1 + 0.06 * Math.sqrt(2500 + 9 + Math.pow(17 / 1.4, 2)), within(1e-12));
    assertThat(black.weight()).isCloseTo(2.2, within(1e-12));
    assertThat(black.heat()).isCloseTo(-0.5, within(1e-12));
    assertThat(black.pleasure()).isCloseTo(-0.69 * 36 / 21 - 0.22 * 16 / 11, within(1e-12));
  }

  @Test
  void aHueOfOneHundredDegrees_isHeaviestAndOfFifty_warmest() {
    assertThat(ColorEmotion.of(polar(50, 20, 100)).weight()).isCloseTo(0.65, within(1e-12));
    assertThat(ColorEmotion.of(polar(50, 20, 280)).weight()).isCloseTo(-0.25, within(1e-12));
    assertThat(ColorEmotion.of(polar(50, 20, 50)).heat())
        .isCloseTo(-0.5 + 0.02 * Math.pow(20, 1.07), within(1e-12));
    assertThat(ColorEmotion.of(polar(50, 0.9, 100)).weight()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void colorsAndPalettes_matchTheReference() throws IOException {
    JsonObject goldens = Goldens.load("color-emotion-goldens.json").values();
    for (Map.Entry<String, JsonElement> entry : goldens.getAsJsonObject("colors").entrySet()) {
      JsonObject expected = entry.getValue().getAsJsonObject();
      assertMatches(ColorEmotion.of(color(expected)), expected, entry.getKey());
    }
    for (Map.Entry<String, JsonElement> entry : goldens.getAsJsonObject("palettes").entrySet()) {
      JsonObject expected = entry.getValue().getAsJsonObject();
      List<Palette.Part> parts = new ArrayList<>();
      for (JsonElement part : expected.getAsJsonArray("colors")) {
        JsonObject object = part.getAsJsonObject();
        parts.add(new Palette.Part(color(object), object.get("share").getAsDouble()));
      }
      assertMatches(ColorEmotion.of(Palette.of(parts)), expected, entry.getKey());
    }
  }

  @Test
  void paintings_matchTheReference() throws IOException {
    JsonObject means =
        Goldens.load("color-emotion-goldens.json").values().getAsJsonObject("image_means");
    for (Map.Entry<String, JsonElement> entry : means.entrySet()) {
      RgbImage image = Goldens.load().decode(entry.getKey());
      assertMatches(ColorEmotion.of(image), entry.getValue().getAsJsonObject(), entry.getKey());
    }
  }

  @Test
  void words_areSaidOnlyOfWhatIsUnlikeMostPaintings() {
    assertThat(ColorEmotion.of(CieLab.of(0x5A1A08)).words(Locale.ENGLISH))
        .contains("a warm, heavy, lively palette");
    assertThat(ColorEmotion.of(CieLab.of(0x9CC3DC)).words(Locale.ENGLISH).orElseThrow())
        .isEqualTo("a cool, light, lively, cheerful palette");
    assertThat(ColorEmotion.of(CieLab.of(0x9CC3DC)).words(Locale.CHINESE).orElseThrow())
        .isEqualTo("冷、轻盈、活跃、明快的色调");
    assertThat(ColorEmotion.of(polar(25, 17, 30)).words(Locale.ENGLISH)).isEmpty();
  }

  @Test
  void standardized_isNearZeroForAnAverageBrown() {
    assertThat(ColorEmotion.of(polar(36, 16, 75)).standardized())
        .containsExactly(new double[] {-1.5, 0.4, 0.4, 0}, within(0.6));
  }

  private static CieLab polar(double lightness, double chroma, double degrees) {
    double hue = Math.toRadians(degrees);
    return new CieLab(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
  }

  private static CieLab color(JsonObject object) {
    return CieLab.of(Integer.parseInt(object.get("srgb").getAsString().substring(1), 16));
  }

  private static void assertMatches(ColorEmotion actual, JsonObject expected, String name) {
    double[] values = {actual.activity(), actual.weight(), actual.heat(), actual.pleasure()};
    String[] scales = {"activity", "weight", "heat", "pleasure"};
    for (int i = 0; i < 4; i++) {
      double value = expected.get(scales[i]).getAsDouble();
      assertThat(values[i])
          .as("%s of %s", scales[i], name)
          .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
    }
  }
}
