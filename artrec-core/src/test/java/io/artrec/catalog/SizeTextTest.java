package io.artrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
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

  private static void same(OptionalDouble side, Double expected) {
    if (expected == null) {
      assertThat(side).isEmpty();
    } else {
      assertThat(side.orElseThrow()).isCloseTo(expected, within(1e-9));
    }
  }
}
