package io.artrec.text.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
  private static List<String> split(String text) {
    return SentenceSplitter.standard().split(text);
  }

  /** A bar stands between the sentences. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A boat. | A sea! | Is it? | Yes",
        "J. M. W. Turner painted it in 1842. | He was late.",
        "It was sold by Mr. Smith to Dr. Jones of St. Ives. | It is lost.",
        "Painted c. 1850, no. 7, fig. 2. | See vol. 3.",
        "It is 3.5 m wide. | It hangs at www.example.org today.",
        "\"Look!\" he said. | \"Who?\" | (So it goes.) | 1850 was late.",
        "He answered no. | Then he left.",
        "Made in the U.S.A. in 1950 by hand, e.g. Pollock.",
        "She and I. | They left.",
        "Well... | He paused... and went on.",
        "What?! | No.",
        "Élan. | Über. | Íris.",
        "这是一幅山水画。|画家是谁？|“王希孟！”|他说。",
        "他停了……|然后走了。",
        "She said… and left. | Then… | Nothing.",
        "这是山水画.|那是油画.",
        "First line\n\n|Second paragraph",
        "One line\nstill the same. | Next",
        "यह चित्र है।| वह नहीं।",
        "A girl in a white dress.|The half-length was sold in 1850.|It is lost.",
        "He saw Paris.|She did not!|They (both) left.|A man came.",
        "“So it goes.”|He left.",
        "See www.museum.Org by J.M.W.Turner of St.Ives, U.S.A.",
        "a...b!!c",
      })
  void sentences_endWhereTheBarStands(String text) {
    List<String> expected = Arrays.stream(text.split("\\|")).map(String::strip).toList();
    assertThat(split(text.replace("|", ""))).isEqualTo(expected);
  }

  @Test
  void ownAbbreviations_endNothing() {
    String text = "Siehe Abb. Nächste Seite.";
    assertThat(split(text)).hasSize(2);
    assertThat(SentenceSplitter.standard().abbreviations(Set.of("ABB.")).split(text)).hasSize(1);
    assertThatThrownBy(() -> SentenceSplitter.standard().abbreviations(Set.of(".")))
        .hasMessage("abbreviation '.': expected 1 to 12 characters");
  }

  @Test
  void oddTexts_haveAnAnswer() {
    assertThat(split("")).isEmpty();
    assertThat(split(" \n\n \u3000")).isEmpty();
    assertThat(split("...")).containsExactly("...");
    assertThat(split("🎨! 🎨?")).containsExactly("🎨!", "🎨?");
    assertThat(split("\uD83C. \uD83C")).hasSize(2);
    assertThat(split("a".repeat(1_000_000))).hasSize(1);
    assertThat(split(".".repeat(1_000_000))).hasSize(1);
    assertThat(split("\n".repeat(1_000_000))).isEmpty();
    assertThat(split("\n ".repeat(500_000) + "x")).containsExactly("x");
    assertThat(split("A b. ".repeat(200_000))).hasSize(200_000);
  }
}
