package io.artrec.llm.wish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Scores the parser on wishes that were written before it (docs/wishes.md). */
class WishSetTest {
  @Test
  void firstHundred_whichTheParserLearnedFrom() {
    WishSet.Score score = WishSet.read("wishes-first.tsv").score(WishParser.standard());
    System.out.println("first: " + score);
    assertThat(score.share()).isGreaterThan(0.97);
  }
}
