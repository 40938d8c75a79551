package io.artrec.vision.color;

import java.util.List;

/** Names of the twelve hues on the wheel of HSV, red first, 30 degrees apart. */
final class HueWords {
  private static final List<String> ENGLISH =
      List.of(
          "red",
          "orange",
          "yellow",
          "yellow-green",
          "green",
          "sea green",
          "turquoise",
          "azure",
          "blue",
          "violet",
          "magenta",
          "crimson");

  private static final List<String> CHINESE =
      List.of("红色", "橙色", "黄色", "黄绿色", "绿色", "海绿色", "青色", "天蓝色", "蓝色", "紫罗兰色", "品红色", "玫红色");

  private HueWords() {}

  static String of(int degrees, boolean chinese) {
    List<String> words = chinese ? CHINESE : ENGLISH;
    return words.get((degrees + 15) / 30 % words.size());
  }
}
