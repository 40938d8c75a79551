package io.artrec.text.testkit;

import java.util.List;

/** Texts that contracts try. */
public final class SampleTexts {
  private static final int LONG = 1_500;

  private SampleTexts() {}

  /** {@return sentences about art, three in English and two in Chinese} */
  public static List<String> ordinary() {
    return List.of(
        "A glowing, tender portrait of a mother with her sleeping child.",
        "The boat returns to the harbour at night; the sea is dark and the boat is small.",
        "A muddy, stiff and lifeless picture of a village under snow.",
        "山间瀑布旁的一座小亭，笔墨清新动人。",
        "大雪覆盖了村庄的屋顶。");
  }

  /** {@return texts without anything to read: nothing, spaces, line ends} */
  public static List<String> blank() {
    return List.of("", " ", "\t \n\r\n", "\u3000");
  }

  /**
   * {@return what nobody writes and somebody sends: half a character, control and direction marks,
   * signs alone, markup, one endless word and one endless sentence}
   */
  public static List<String> hostile() {
    return List.of(
        "\uD800",
        "\u0000\u202E\uFEFF",
        "?!... --- \u2026",
        "1234567890",
        "<b onclick='x'>&amp;&#0;</",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "a\u0301\u0301\u0301\u0301",
        "x".repeat(LONG),
        "sea ".repeat(LONG / 4));
  }
}
