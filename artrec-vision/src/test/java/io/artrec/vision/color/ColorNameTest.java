package io.artrec.vision.color;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.vision.image.CieLab;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorNameTest {
  @ParameterizedTest
  @CsvSource({
    "000000, black, 黑色",
    "FFFFFF, white, 白色",
    "808080, gray, 灰色",
    "FF0000, red, 红色",
    "800000, dark red, 暗红色",
    "FFC0CB, pink, 粉红色",
    "CC7722, orange, 橙色",
    "B98A4E, ochre, 赭黄色",
    "8B4513, brown, 褐色",
    "3D2B1F, dark brown, 深褐色",
    "FFFDD0, cream, 奶油色",
    "FFFF00, yellow, 黄色",
    "808000, olive, 橄榄色",
    "008000, green, 绿色",
    "008080, teal, 青色",
    "87CEEB, sky blue, 天蓝色",
    "0000FF, blue, 蓝色",
    "000080, navy blue, 藏青色",
    "708090, gray-blue, 灰蓝色",
    "800080, purple, 紫色",
    "C8A2C8, lilac, 淡紫色"
  })
  void wellKnownColors_haveTheirNames(String hex, String english, String chinese) {
    ColorName name = ColorName.of(CieLab.of(Integer.parseInt(hex, 16)));

    assertThat(name.word(Locale.ENGLISH)).isEqualTo(english);
    assertThat(name.word(Locale.TRADITIONAL_CHINESE)).isEqualTo(chinese);
  }

  @Test
  void everyColorHasAName_andEveryNameAColor() {
    Set<ColorName> found = EnumSet.noneOf(ColorName.class);
    for (int i = 0; i < 64 * 64 * 64; i++) {
      int rgb = (i / 4096 * 4) << 16 | (i / 64 % 64 * 4) << 8 | (i % 64 * 4);
      found.add(ColorName.of(CieLab.of(rgb)));
    }
    found.add(ColorName.of(CieLab.of(0xFFFFFF)));

    assertThat(found).containsExactlyInAnyOrder(ColorName.values());
  }
}
