package io.artrec.llm.description;

/** For whom a description is. */
public enum Audience {
  /** A child: what there is to find, in short sentences, without terms of art. */
  CHILD("a child of eight", "八岁的孩子"),
  /** Somebody before the work. */
  VISITOR("a visitor of the museum", "美术馆的观众"),
  /** Somebody who may buy: how it was made, its size, its offer. */
  COLLECTOR("a collector who may buy it", "可能购藏的藏家"),
  /** Somebody who knows: making and kind first. */
  EXPERT("an expert in art history", "艺术史专家");

  private final String english;
  private final String chinese;

  Audience(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  /** In words for a prompt. */
  String words(boolean inChinese) {
    return inChinese ? chinese : english;
  }
}
