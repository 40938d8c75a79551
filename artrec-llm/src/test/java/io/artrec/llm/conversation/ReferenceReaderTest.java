package io.artrec.llm.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceReaderTest {
  private static String read(String text) {
    Utterance.References found = new ReferenceReader(text, 3).read();
    return found.alike() + " " + found.liked() + " " + found.disliked() + " " + found.missing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "more like the second | [1] [] [] []",
        "Something like number 3, but older | [2] [] [] []",
        "similar to the last one please | [2] [] [] []",
        "I like the first and the third | [] [0, 2] [] []",
        "the second is lovely | [] [1] [] []",
        "not the first | [] [] [0] []",
        "I don't like the 2nd; more like #1 | [0] [] [1] []",
        "more like the seventh | [] [] [] [7]",
        "像第二件那样的 | [1] [] [] []",
        "和第1幅类似的，再便宜一点 | [0] [] [] []",
        "我喜欢第一件和第三件 | [] [0, 2] [] []",
        "第三张不错 | [] [2] [] []",
        "不要第二个 | [] [] [1] []",
        "最后一件不喜欢 | [] [] [2] []",
        "像第十二件 | [] [] [] [12]"
      })
  void placesAreFound(String text, String expected) {
    assertThat(read(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "like the first half of the 19th century",
        "not the second world war",
        "like the 7th century",
        "不要第二次世界大战",
        "three ships, not two",
        "like The Great Wave"
      })
  void otherNumbers_areNoPlaces(String text) {
    assertThat(read(text)).isEqualTo("[] [] [] []");
  }

  @Test
  void whatIsSaidBeside_isLeft() {
    ReferenceReader reader = new ReferenceReader("older, and more like the second", 3);
    reader.read();
    assertThat(reader.rest().strip()).isEqualTo("older, and");
  }
}
