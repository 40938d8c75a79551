package io.artrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          support: 457 x 352 mm                                      | 45.7  | 35.2  | -
          24 x 36 in. (61 x 91.4 cm)                                 | 61    | 91.4  | -
          19 1/8 x 66 1/2" (48.6 x 168.9 cm)                         | 48.6  | 168.9 | -
          100.4 × 80.9 cm (39 1/2 × 31 7/8 in.); Framed: 119 × 100 cm | 100.4 | 80.9  | -
          support: 762 x 1118 mm frame not listed                    | 76.2  | 111.8 | -
          10 x 12 1/2 in.                                            | 25.4  | 31.75 | -
          12.7 × 20.3 × 5 cm                                         | 12.7  | 20.3  | 5
          H. 12 1/2 in. (31.8 cm)                                    | 31.8  | -     | -
          20 cm x 30 cm                                              | 20    | 30    | -
          1,5 m x 2 m                                                | 150   | 200   | -
          纵 24.8 厘米 x 528.7 厘米                                    | 24.8  | 528.7 | -
          30 x 40                                                    | 30    | 40    | -
          """)
  void sizes_areReadHeightFirst(String text, Double height, Double width, Double depth) {
    Dimensions size = SizeText.parse(text, SizeUnit.CM).orElseThrow();

    same(size.height(), height);
    same(size.width(), width);
    same(size.depth(), depth);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "support: 457 x 352 mm\nframe: 710 x 603 x 99 mm",
        "frame: 710 x 603 x 99 mm\nsupport: 457 x 352 mm"
      })
  void frames_arePassedOver(String text) {
    assertThat(SizeText.parse(text, SizeUnit.CM)).contains(Dimensions.ofCm(35.2, 45.7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Dimensions variable", "7 parts", "0 x 0 cm", "x x x"})
  void noSize_isEmpty(String text) {
    assertThat(SizeText.parse(text, SizeUnit.CM)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      textBlock =
          """
          8 1/16 x 6 3/16 x 1/16 in. (20.4 x 15.7 x 0.2 cm)    | 20.4   | 15.7   | 0.2
          3/4 x 1/2 in.                                        | 1.905  | 1.27   | -
          20¼ x 15⅛ in.                                        | 51.435 | 38.4175 | -
          8¹⁄₁₆ × 6³⁄₁₆ in.                                     | 20.47875 | 15.71625 | -
          8 1⁄16 × ⅝"                                          | 20.47875 | 1.5875 | -
          8-1/16 x 6-3/16 inches                               | 20.47875 | 15.71625 | -
          6 ft. 2 in. x 4 ft.                                  | 187.96 | 121.92 | -
          6' 2" x 4'                                           | 187.96 | 121.92 | -
          6 feet, 2 inches by 4 feet                           | 187.96 | 121.92 | -
          Overall: 12 ft. × 10 ft. 6 in. (365.8 × 320 cm)      | 365.8  | 320    | -
          H. 9 1/4 in. (23.5 cm); W. 7 in. (17.8 cm)           | 23.5   | 17.8   | -
          H. 12 x W. 8 x D. 5 in. (30.5 x 20.3 x 12.7 cm)      | 30.5   | 20.3   | 12.7
          W. 20 x H. 30 in. (50.8 x 76.2 cm)                   | 76.2   | 50.8   | -
          HxWxD: 30 x 20 x 10 cm                               | 30     | 20     | 10
          30 x 20 x 10 cm (W x H x D)                          | 20     | 30     | 10
          30 (h) x 20 (w) x 10 (d) cm                          | 30     | 20     | 10
          30h x 20w cm                                         | 30     | 20     | -
          30 cm high, 20 cm wide, 4 cm deep                    | 30     | 20     | 4
          Höhe 30 cm, Breite 20 cm                             | 30     | 20     | -
          Höhe 30, Breite 20, Tiefe 5,5 cm                     | 30     | 20     | 5.5
          Hauteur : 73 cm ; Largeur : 92 cm ; Profondeur : 3 cm | 73    | 92     | 3
          Alto: 276 cm; Ancho: 318 cm                          | 276    | 318    | -
          altezza 30 cm, larghezza 20 cm                       | 30     | 20     | -
          hoogte 379,5 cm × breedte 453,5 cm × gewicht 337 kg  | 379.5  | 453.5  | -
          纵24.8厘米 横528.7厘米                                | 24.8   | 528.7  | -
          縱24.8公分，橫528.7公分                               | 24.8   | 528.7  | -
          画心纵24.8厘米 横35厘米 全卷纵30厘米 横1000厘米        | 24.8   | 35     | -
          L. 30 in. (76.2 cm)                                  | -      | 76.2   | -
          Diam. 12 in. (30.5 cm)                               | -      | 30.5   | -
          Diam. 20.5 cm, H. 10 cm                              | 10     | 20.5   | -
          口径10.5厘米 底径6厘米 高5厘米                         | 5      | 10.5   | -
          unframed: 60 x 80.5 cm (23 5/8 x 31 11/16 in.)       | 60     | 80.5   | -
          Framed: 119 x 100 cm; Unframed: 100.4 × 80.9 cm      | 100.4  | 80.9   | -
          60 x 50 cm (framed: 80 x 70 cm)                      | 60     | 50     | -
          80 x 70 cm framed, 60 x 50 cm unframed               | 60     | 50     | -
          support: 655 x 505 mm; frame: 855x715x70mm           | 65.5   | 50.5   | -
          support, each: 80 x 100 cm; displayed: 264 x 324 cm  | 264    | 324    | -
          H. 30 cm; W. of base 20 cm; D. 10 cm                 | 30     | -      | 10
          Height: 29.8 cm; Diameter of foot: 7.6 cm            | 29.8   | -      | -
          Height (without base): 12 in. (30.5 cm)              | 30.5   | -      | -
          1,200 x 900 mm                                       | 120    | 90     | -
          73,5 x 92 cm                                         | 73.5   | 92     | -
          cm 73 x 92                                           | 73     | 92     | -
          61 x 91.4 cm / 24 x 36 in.                           | 61     | 91.4   | -
          12 in. (30.5 cm) x 8 in. (20.3 cm)                   | 30.5   | 20.3   | -
          10 × 8 × 6 in., 3 lb. (25.4 × 20.3 × 15.2 cm, 1.4 kg) | 25.4  | 20.3   | 15.2
          24 x 36 in. (61 cm)                                  | 61     | 91.44  | -
          """)
  void everyForm_isReadToItsDefinition(String text, Double height, Double width, Double depth) {
    SizeText.Reading read = SizeText.read(text, SizeUnit.CM);
    Dimensions size = read.size().orElseThrow();

    same(size.height(), height);
    same(size.width(), width);
    same(size.depth(), depth);
    assertThat(read.leftOut()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30 to 35 cm",
        "30–35 cm",
        "1/0 in.",
        "9/8 in.",
        "30 × 20 × 10 × 5 cm",
        "80 x 70 cm (framed)",
        "frame: 50 x 40 cm"
      })
  void whatCannotBeReadWhole_isLeftOutAndSaid(String text) {
    assertThat(SizeText.read(text, SizeUnit.CM).size()).isEmpty();
    assertThat(SizeText.read(text, SizeUnit.CM).leftOut()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          H. 30–35 cm; W. 20 cm  | -  | 20
          12 x 9 x ?? cm         | 12 | 9
          ?? x 9 cm              | -  | 9
          1,250 in. x 3 in.      | -  | 7.62
          Diam. 20 x 5 cm        | -  | 20
          """)
  void sideThatCannotBeRead_costsNoOther(String text, Double height, Double width) {
    SizeText.Reading read = SizeText.read(text, SizeUnit.CM);

    same(read.size().orElseThrow().height(), height);
    same(read.size().orElseThrow().width(), width);
    assertThat(read.leftOut()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4 kg", "1920 x 1080 pixels", "30 cm²", "10 min.", "5尺 x 3尺", "3 parts"})
  void whatIsNoLength_isNoSize(String text) {
    assertThat(SizeText.read(text, SizeUnit.CM).size()).isEmpty();
    assertThat(SizeText.read(text, SizeUnit.CM).leftOut()).isFalse();
  }

  /** Eighths of an inch in every way of writing that museums use. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void writtenSizes_areReadBack(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 500; i++) {
      int height = random.nextInt(1, 800);
      int width = random.nextInt(1, 800);
      String text = WrittenSizes.write(height, width, random);

      Dimensions size =
          SizeText.parse(text, SizeUnit.CM).orElseThrow(() -> new AssertionError(text));

      assertThat(size.height().orElseThrow()).as(text).isCloseTo(height / 8.0 * 2.54, within(0.06));
      assertThat(size.width().orElseThrow()).as(text).isCloseTo(width / 8.0 * 2.54, within(0.06));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1", "1 x ", "1/", "(", "H. ", "x", "1 1/2 ", "framed ", "9,", "\uD800", "纵", "1-", "hx"
      })
  void hostileText_isReadInBoundedTime(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());

    assertThat(SizeText.read(text, SizeUnit.CM)).isNotNull();
    assertThat(SizeScanner.scan(text.substring(0, SizeText.MOST_CHARACTERS)).size())
        .isLessThanOrEqualTo(2 * SizeText.MOST_CHARACTERS + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2-bare-fractions.csv", "h3-labelled-sizes.csv"})
  void casesThatFailed_areRight(String file) {
    int checked = 0;
    for (Artwork work : Cases.load(file).catalog().stream().toList()) {
      Dimensions size = work.dimensions().orElseThrow();
      checked += Cases.matches(work, "expect_height_cm", size.height()) ? 1 : 0;
      checked += Cases.matches(work, "expect_width_cm", size.width()) ? 1 : 0;
      checked += Cases.matches(work, "expect_depth_cm", size.depth()) ? 1 : 0;
    }
    assertThat(checked).isEqualTo(9);
  }

  private static void same(OptionalDouble side, Double expected) {
    if (expected == null) {
      assertThat(side).isEmpty();
    } else {
      assertThat(side.orElseThrow()).isCloseTo(expected, within(1e-9));
    }
  }
}
