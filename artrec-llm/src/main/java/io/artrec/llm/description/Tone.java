package io.artrec.llm.description;

/** How a description speaks. */
public enum Tone {
  /** As it is. */
  PLAIN("plain", "平实"),
  /** As to somebody one likes. */
  WARM("warm", "亲切"),
  /** As a catalogue. */
  FORMAL("formal", "庄重");

  private final String english;
  private final String chinese;

  Tone(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  /** In words for a prompt. */
  String words(boolean inChinese) {
    return inChinese ? chinese : english;
  }
}
