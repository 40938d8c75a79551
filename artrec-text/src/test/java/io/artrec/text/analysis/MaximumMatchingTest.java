package io.artrec.text.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaximumMatchingTest {
  private static MaximumMatching matching(String... words) {
    return MaximumMatching.of(TermDictionary.of("test", List.of(words)));
  }

  @Test
  void forwardAndBackward_takeTheLongestWordFromTheirEnd() {
    MaximumMatching matching = matching("研究", "研究生", "生命", "起源");
    assertThat(matching.forward("研究生命起源")).containsExactly("研究生", "命", "起源");
    assertThat(matching.backward("研究生命起源")).containsExactly("研究", "生命", "起源");
    assertThat(matching.bidirectional("研究生命起源")).containsExactly("研究", "生命", "起源");
  }

  @Test
  void fewerWords_win() {
    MaximumMatching matching = matching("abc", "山水画", "水画", "画家作", "家作", "品");
    assertThat(matching.forward("山水画家作品")).containsExactly("山水画", "家作", "品");
    assertThat(matching.backward("山水画家作品")).containsExactly("山", "水", "画家作", "品");
    assertThat(matching.bidirectional("山水画家作品")).containsExactly("山水画", "家作", "品");
  }

  @Test
  void fewerSingleCharacters_winAmongEquals() {
    MaximumMatching matching = matching("甲乙", "乙丙丁", "丙丁");
    assertThat(matching.forward("甲乙丙丁")).containsExactly("甲乙", "丙丁");
    assertThat(matching.backward("甲乙丙丁")).containsExactly("甲", "乙丙丁");
    assertThat(matching.bidirectional("甲乙丙丁")).containsExactly("甲乙", "丙丁");
  }

  @Test
  void latinWords_areNeitherSplitNorMatchedInside() {
    MaximumMatching matching = matching("art", "t形台");
    assertThat(matching.forward("party Art 2024年T形台"))
        .containsExactly("party", "Art", "2024", "年", "T形台");
    assertThat(matching.backward("party Art 2024年T形台"))
        .containsExactly("party", "Art", "2024", "年", "T形台");
  }

  @Test
  void oddTexts_haveAnAnswer() {
    MaximumMatching matching = matching("山水");
    assertThat(matching.bidirectional("")).isEmpty();
    assertThat(matching.bidirectional(" \n\u3000")).isEmpty();
    assertThat(matching.bidirectional("🎨山水\uD83C")).containsExactly("🎨", "山水", "\uD83C");
    assertThat(matching.bidirectional("a".repeat(1_000_000))).hasSize(1);
    assertThat(matching.bidirectional("山".repeat(300_000))).hasSize(300_000);
  }

  @Test
  void dictionary_isFoldedAndReadFromFiles(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("terms.txt");
    Files.writeString(file, "\uFEFF# mine\n\nＰＯＰ艺术\r\n青绿山水\n青绿山水\n");
    TermDictionary read = TermDictionary.read("mine", file);
    assertThat(read.terms()).containsExactly("pop艺术", "青绿山水");
    assertThat(read.fingerprint())
        .hasSize(16)
        .isEqualTo(TermDictionary.of("x", List.of("青绿山水", "Pop艺术")).fingerprint())
        .isNotEqualTo(TermDictionary.of("mine", List.of("青绿山水")).fingerprint());
  }

  @Test
  void unfitDictionaries_areRefused(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> TermDictionary.of("Art terms", List.of()))
        .hasMessage("dictionary name 'Art terms': expected lower-case letters and digits");
    assertThatThrownBy(() -> TermDictionary.of("art", List.of(" ")))
        .hasMessage("term ' ' of dictionary 'art' has 0 characters, expected 1 to 64");
    Path file = folder.resolve("gbk.txt");
    Files.write(file, new byte[] {(byte) 0xC9, (byte) 0xFF});
    assertThatThrownBy(() -> TermDictionary.read("art", file))
        .isInstanceOf(IOException.class)
        .hasMessage("reading dictionary " + file + ": it is not UTF-8; save it as such");
  }

  @Test
  void artTerms_areSimplifiedAndTraditional() {
    assertThat(TermDictionary.chineseArt().terms())
        .contains("水墨画", "水墨畫", "印象派", "斧劈皴", "神奈川沖浪裏")
        .hasSizeGreaterThan(400);
    assertThat(MaximumMatching.of(TermDictionary.chineseArt()).bidirectional("富春山居圖是山水畫"))
        .containsExactly("富春山居圖", "是", "山水畫");
  }
}
