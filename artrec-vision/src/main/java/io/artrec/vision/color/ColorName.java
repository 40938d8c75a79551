package io.artrec.vision.color;

import io.artrec.vision.image.CieLab;
import java.util.Locale;
import java.util.Objects;

/**
 * Plain names of colors, by regions of lightness, chroma and hue in CIELAB. The regions are
 * artrec's own, drawn so that the words fit paintings: dark and dull yellows are browns, ochre is
 * not yellow. Whoever needs more than a word uses the color itself.
 */
public enum ColorName {
  /** Black. */
  BLACK("black", "黑色"),
  /** Dark gray. */
  DARK_GRAY("dark gray", "深灰色"),
  /** Gray. */
  GRAY("gray", "灰色"),
  /** Light gray. */
  LIGHT_GRAY("light gray", "浅灰色"),
  /** White. */
  WHITE("white", "白色"),
  /** Dark brown. */
  DARK_BROWN("dark brown", "深褐色"),
  /** Brown. */
  BROWN("brown", "褐色"),
  /** Red-brown. */
  RED_BROWN("red-brown", "红褐色"),
  /** Gray-brown. */
  TAUPE("gray-brown", "灰褐色"),
  /** Ochre. */
  OCHRE("ochre", "赭黄色"),
  /** Beige. */
  BEIGE("beige", "米色"),
  /** Cream. */
  CREAM("cream", "奶油色"),
  /** Dark red. */
  DARK_RED("dark red", "暗红色"),
  /** Red. */
  RED("red", "红色"),
  /** Orange. */
  ORANGE("orange", "橙色"),
  /** Salmon. */
  SALMON("salmon", "橙粉色"),
  /** Golden yellow. */
  GOLD("golden yellow", "金黄色"),
  /** Yellow. */
  YELLOW("yellow", "黄色"),
  /** Pale yellow. */
  PALE_YELLOW("pale yellow", "淡黄色"),
  /** Olive. */
  OLIVE("olive", "橄榄色"),
  /** Dark green. */
  DARK_GREEN("dark green", "墨绿色"),
  /** Green. */
  GREEN("green", "绿色"),
  /** Light green. */
  LIGHT_GREEN("light green", "浅绿色"),
  /** Gray-green. */
  GRAY_GREEN("gray-green", "灰绿色"),
  /** Dark teal. */
  DARK_TEAL("dark teal", "深青色"),
  /** Teal. */
  TEAL("teal", "青色"),
  /** Turquoise. */
  TURQUOISE("turquoise", "绿松石色"),
  /** Navy blue. */
  NAVY("navy blue", "藏青色"),
  /** Blue. */
  BLUE("blue", "蓝色"),
  /** Sky blue. */
  SKY_BLUE("sky blue", "天蓝色"),
  /** Pale blue. */
  PALE_BLUE("pale blue", "淡蓝色"),
  /** Gray-blue. */
  GRAY_BLUE("gray-blue", "灰蓝色"),
  /** Dark purple. */
  DARK_PURPLE("dark purple", "深紫色"),
  /** Purple. */
  PURPLE("purple", "紫色"),
  /** Lilac. */
  LILAC("lilac", "淡紫色"),
  /** Mauve. */
  MAUVE("mauve", "藕荷色"),
  /** Wine red. */
  WINE_RED("wine red", "酒红色"),
  /** Magenta. */
  MAGENTA("magenta", "品红色"),
  /** Pink. */
  PINK("pink", "粉红色");

  private final String english;
  private final String chinese;

  ColorName(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  /**
   * {@return the name; every color has one}
   *
   * @param color any color
   */
  public static ColorName of(CieLab color) {
    return ColorRegions.name(Objects.requireNonNull(color, "color"));
  }

  /**
   * {@return the word, for instance {@code sky blue}, {@code 天蓝色}}
   *
   * @param language Chinese for {@code zh}, English for all others
   */
  public String word(Locale language) {
    return language.getLanguage().equals("zh") ? chinese : english;
  }
}
