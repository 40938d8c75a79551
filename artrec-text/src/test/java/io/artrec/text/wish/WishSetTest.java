package io.artrec.text.wish;

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

  /** First scored by commit c464956 (245 of 256 parts); its failures were not looked at. */
  @Test
  void secondHundred_whichNobodyLookedAt() {
    WishSet.Score score = WishSet.read("wishes-second.tsv").score(WishParser.standard());
    System.out.println("second: " + score);
    assertThat(score.share()).isGreaterThan(0.93);
    assertThat(score.invented()).isLessThan(35);
  }
}
