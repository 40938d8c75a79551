package io.artrec.llm.explain.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonWordsTest {
  private static final String REASON =
      "Like The Great Wave, which you liked: also by Hokusai; showing sea and boats too.";
  private static final String CHINESE = "与您喜欢的《神奈川冲浪里》相近：同为葛饰北斋所作；都有大海。";

  private static boolean isHeld(String sentence) {
    return ReasonWords.standard().isHeldBy(REASON, sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Since you liked The Great Wave, here is another work by Hokusai, with sea and boats"
            + " again.",
        "You enjoyed The Great Wave; this, too, is by Hokusai and has the sea and boats.",
        "Hokusai made both The Great Wave, which you liked, and this one, showing boats and sea."
      })
  void otherWordsForTheSame_areHeld(String sentence) {
    assertThat(isHeld(sentence)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You liked The Great Wave by Hokusai: again sea, boats and Mount Fuji.",
        "You liked The Great Wave by hiroshige and Hokusai: sea and boats.",
        "You liked The Great Wave of 1831 by Hokusai: sea and boats.",
        "You liked The Great Wave by Hokusai: sea and three boats.",
        "You liked The Great Wave by Hokusai: a masterpiece with sea and boats.",
        "You liked The Great Hokusai, The Great Wave: sea and boats by Hokusai.",
        "You liked The Great Wave by Hokusai: sea and boats. Visit http://x.example",
        "You did not like The Great Wave by Hokusai: sea and boats.",
        "You liked The Great Wave by Hokusai:\nsea and boats.",
        "You liked The Great Wave by Hokusai.",
        "Here is a work for you.",
        ""
      })
  void whatAddsOrLeavesOut_isNot(String sentence) {
    assertThat(isHeld(sentence)).isFalse();
  }

  @Test
  void lookingAt_doesNotBecomeLiking() {
    String looked = "Like The Great Wave, which drew your interest.";
    assertThat(ReasonWords.standard().isHeldBy(looked, "You looked at The Great Wave.")).isTrue();
    assertThat(ReasonWords.standard().isHeldBy(looked, "You liked The Great Wave.")).isFalse();
  }

  @Test
  void link_doesNotBecomeAuthorship() {
    String linked = "Like Red Fuji, which you liked: linked to Hokusai, too.";
    assertThat(
            ReasonWords.standard().isHeldBy(linked, "You liked Red Fuji; also linked to Hokusai."))
        .isTrue();
    assertThat(
            ReasonWords.standard()
                .isHeldBy(linked, "You liked Red Fuji; also linked to and by Hokusai."))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"您喜欢《神奈川冲浪里》，这件作品也是葛饰北斋所作，同样有大海。", "因为您喜爱《神奈川冲浪里》，给您推荐这件同为葛饰北斋所作、都有大海的作品。"})
  void chinese_coveredByTheReason_isHeld(String sentence) {
    assertThat(ReasonWords.standard().isHeldBy(CHINESE, sentence)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "您喜欢《神奈川冲浪里》，这件作品也是歌川广重所作，同样有大海。",
        "您喜欢《神奈川冲浪里》，这件杰作也是葛饰北斋所作，同样有大海。",
        "您喜欢《神奈川冲浪里》，这件1831年的作品也是葛饰北斋所作，都有大海。",
        "您不喜欢《神奈川冲浪里》，这件作品也是葛饰北斋所作，都有大海。",
        "您喜欢《神奈川》，这件作品也是葛饰北斋所作，同样有大海。",
        "您喜欢《凯风快晴》和《神奈川冲浪里》，这件作品也是葛饰北斋所作，都有大海。"
      })
  void chinese_thatAdds_isNot(String sentence) {
    assertThat(ReasonWords.standard().isHeldBy(CHINESE, sentence)).isFalse();
  }

  @Test
  void doubtAndDislike_areSeen() {
    assertThat(ReasonWords.speaksAgainst("Unlike Blaze, which you did not like.")).isTrue();
    assertThat(ReasonWords.speaksAgainst("与您不喜欢的《火》不同。")).isTrue();
    assertThat(ReasonWords.speaksAgainst("Perhaps what you asked for.")).isTrue();
    assertThat(ReasonWords.speaksAgainst(REASON)).isFalse();
    assertThat(ReasonWords.speaksAgainst(CHINESE)).isFalse();
  }
}
