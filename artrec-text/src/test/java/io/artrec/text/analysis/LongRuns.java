package io.artrec.text.analysis;

import java.util.List;
import java.util.stream.Stream;

/** Texts of one million characters that say the same short thing again and again. */
public final class LongRuns {
  /** A character of each class that code for texts looks at, and pairs that have done harm. */
  private static final List<String> UNITS =
      List.of(
          ".",
          "!",
          "?",
          "。",
          "！",
          "？",
          "…",
          "؟",
          "।",
          ",",
          ";",
          ":",
          "\"",
          "'",
          "’",
          "”",
          "(",
          ")",
          "[",
          "<",
          ">",
          "&",
          "-",
          "—",
          "/",
          "\\",
          "_",
          "*",
          "#",
          "@",
          "=",
          "$",
          " ",
          "\n",
          "\r",
          "\t",
          "\u00a0",
          "\u3000",
          "\u2028",
          "a",
          "A",
          "é",
          "1",
          "一",
          "あ",
          "한",
          "ก",
          "ا",
          "\u0301",
          "\u0301\u0327",
          "\u302e\u0327",
          "\uff9e\u0301",
          "\u200b",
          "\u200d",
          "\ufeff",
          "\u0000",
          "😀",
          "\ud83c",
          "\udf00",
          "<b \"=\"",
          "<b ='",
          "&amp",
          "&#",
          "<!--",
          "<script>",
          "www.",
          "http://",
          ". ",
          ".a",
          "A.",
          "a.B",
          "e.g.",
          "…。",
          "\n ",
          "a ",
          "a\n",
          "!?",
          "not ",
          "不",
          "but ",
          "1.",
          "lack.",
          "a-",
          "a'",
          "词,",
          "ab.The ");

  /** Those that long ways through the library meet, too. */
  private static final List<String> HARMFUL =
      List.of(
          ".",
          "。",
          "…",
          "?!",
          "\"",
          ")",
          " ",
          "\n ",
          "a",
          "一",
          "\u302e\u0327",
          "\uff9e\u0301",
          "\u200b",
          "<b \"=\"",
          "&#",
          "lack.",
          "but ");

  private LongRuns() {}

  /** The few units for what is slow. */
  public static List<String> harmful() {
    return HARMFUL;
  }

  /** The units. */
  public static Stream<String> units() {
    return UNITS.stream();
  }

  /** A unit repeated, and a word in small letters that ends no sentence before it. */
  public static String of(String unit, int characters) {
    return unit.repeat(characters / unit.length()) + "x";
  }
}
