package io.artrec.djl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.djl.ModelSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OddTextsTest {
  private static TextEncoder encoder;

  @BeforeAll
  static void open() {
    ClassLoader loader = OddTextsTest.class.getClassLoader();
    encoder =
        TextEncoder.open(
            ModelSource.resource(loader, "all-minilm-l6-v2-q.onnx"),
            TextEncoderOptions.standard().maxTokens(64).maxWindows(3));
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  private static float[] vector(String text) {
    return encoder.encode(text).orElseThrow();
  }

  private static void assertAlike(String text, String other) {
    assertThat(vector(text)).containsExactly(vector(other), within(1e-5f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\r\n", "\u3000", "\u00a0", "\u200b", "\u0000\u0007\u001b"})
  void textWithoutContent_hasNoVector(String text) {
    assertThat(encoder.encode(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"🎨", "🎨🖼️ 🎭", "\uD800", "\uDC00\uDC00", "\uFFFD"})
  void textOfWhichNothingIsKnown_hasNoVector(String text) {
    assertThat(encoder.encode(text)).isEmpty();
  }

  @Test
  void endlessWord_isUnknown() {
    assertThat(encoder.encode("a".repeat(1_200_000))).isEmpty();
    assertThat(encoder.encode("boat " + "a".repeat(1_200_000))).isPresent();
  }

  @Test
  void tenMegabytes_costNoMoreThanTheWindowsAllowed() {
    String words = "harbour boat sea ";
    String endless = words.repeat((10 << 20) / words.length());
    assertAlike(endless, endless.substring(0, words.length() * 1000));
  }

  @Test
  void unpairedSurrogates_areReadAsReplacements_andSpareTheRest() {
    assertAlike("boat \uD83C at 🎨 sea", "boat \uFFFD at 🎨 sea");
    assertAlike("\uDFA8 boat", "\uFFFD boat");
    assertAlike("boat \uD83C", "boat \uFFFD");
  }

  @Test
  void controlAndBidirectionalCharacters_areNotRead() {
    assertAlike("har\u0000bour \u202Eat\u202C dawn\u2066", "harbour at dawn");
  }

  @Test
  void mixedScripts_haveAVectorOfUnitLength() {
    for (String text :
        new String[] {
          "神奈川沖浪裏 The Great Wave",
          "العربية עברית ελληνικά кириллица",
          "İSTANBUL e\u0301te\u0301",
          "the 🎨 of painting",
          "𝔄𝔯𝔱 and 𠮷"
        }) {
      double square = 0;
      for (float value : vector(text)) {
        square += (double) value * value;
      }
      assertThat(square).as(text).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void pairOnTheCutOfALongText_isKeptWhole() {
    StringBuilder long1 = new StringBuilder("x ");
    for (int i = 0; i < 9000; i++) {
      long1.append("𠮷");
    }
    Optional<float[]> even = encoder.encode(long1.toString());
    Optional<float[]> odd = encoder.encode("x" + long1);
    assertThat(even).isPresent();
    assertThat(odd).isPresent();
  }
}
