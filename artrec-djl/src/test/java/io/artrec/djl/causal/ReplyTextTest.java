package io.artrec.djl.causal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReplyTextTest {
  private final List<String> told = new ArrayList<>();

  private ReplyText text(String... stop) {
    told.clear();
    return new ReplyText(List.of(stop), told::add);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void charactersAreToldWhole() {
    ReplyText text = text();
    byte[] bytes = utf8("é𝄞!");
    for (byte octet : bytes) {
      text.add(new byte[] {octet});
    }
    assertThat(told).containsExactly("é", "𝄞", "!");
    assertThat(text.end()).isEqualTo("é𝄞!");
  }

  @Test
  void bytesThatAreNoCharacterBecomeAMark() {
    ReplyText text = text();
    text.add(new byte[] {(byte) 0x80, 'a', (byte) 0xe5});
    assertThat(told).containsExactly("\uFFFDa");
    assertThat(text.end()).isEqualTo("\uFFFDa\uFFFD");
    assertThat(told).containsExactly("\uFFFDa", "\uFFFD");
  }

  @Test
  void beginningOfAStopWordIsHeldBack() {
    ReplyText text = text("END");
    text.add(utf8("a E"));
    text.add(utf8("N"));
    assertThat(told).containsExactly("a ");
    text.add(utf8("d"));
    assertThat(told).containsExactly("a ", "ENd");
    assertThat(text.isStopped()).isFalse();
    text.add(utf8(" EEND and"));
    assertThat(text.isStopped()).isTrue();
    assertThat(text.end()).isEqualTo("a ENd E");
    assertThat(String.join("", told)).isEqualTo("a ENd E");
  }

  @Test
  void anyTextAndStopWordsEndAtTheFirst() {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder whole = new StringBuilder();
      ReplyText text = text("aba", "bb", "cab");
      while (!text.isStopped() && whole.length() < 60) {
        StringBuilder piece = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
          piece.append((char) ('a' + random.nextInt(3)));
        }
        whole.append(piece);
        text.add(utf8(piece.toString()));
      }
      int first = whole.length();
      for (String word : List.of("aba", "bb", "cab")) {
        int at = whole.indexOf(word);
        first = at >= 0 ? Math.min(first, at) : first;
      }
      assertThat(text.end()).as("seed %d", seed).isEqualTo(whole.substring(0, first));
      assertThat(String.join("", told)).isEqualTo(whole.substring(0, first));
    }
  }
}
