package io.artrec.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.llm.chat.ScriptedChatModel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AliasesTest {
  private static final Seal SEAL = Seal.of("sixteen bytes ok".getBytes(StandardCharsets.US_ASCII));

  @Test
  void eachCandidateHasANameOfItsOwn_foundWhateverItsCase() {
    List<String> texts = IntStream.range(0, 2_000).mapToObj(i -> "work " + i).toList();
    Aliases aliases = Aliases.of(SEAL, texts);

    assertThat(aliases.names())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z2-9]{4}"));
    for (int i = 0; i < texts.size(); i += 97) {
      String name = aliases.names().get(i);
      assertThat(aliases.position(" " + name.toUpperCase(Locale.ROOT) + "\n")).hasValue(i);
    }
    assertThat(aliases.position("work 1")).isEmpty();
    assertThat(aliases.position("")).isEmpty();
  }

  @Test
  void equalCandidatesHaveEqualNames_othersAndOtherSecretsOthers() {
    Aliases aliases = Aliases.of(SEAL, List.of("a", "b"));

    assertThat(Aliases.of(SEAL, List.of("a", "b")).names()).isEqualTo(aliases.names());
    assertThat(Aliases.of(SEAL, List.of("a", "c")).names())
        .doesNotContainAnyElementsOf(aliases.names());
    assertThat(Aliases.of(Seal.of(new byte[16]), List.of("a", "b")).names())
        .doesNotContainAnyElementsOf(aliases.names());
    assertThat(Aliases.of(SEAL, List.of()).names()).isEmpty();
    assertThat(Aliases.of(SEAL, Collections.nCopies(3, "same")).names()).doesNotHaveDuplicates();
  }

  @Test
  void candidatesAreCleanedAndCapped() {
    Prompter prompter = Prompter.of(ScriptedChatModel.saying());
    Aliases aliases = prompter.aliases(List.of("a\u200Bb", "x".repeat(5_000)));

    assertThat(aliases.texts().get(0)).isEqualTo("ab");
    assertThat(aliases.texts().get(1)).hasSize(1_000);
    assertThat(aliases).hasToString("aliases of 2 candidates");
  }

  @Test
  void shortSecretIsRefused() {
    assertThatThrownBy(() -> Seal.of(new byte[15]))
        .hasMessage("the secret of a seal has 15 bytes, expected 16 or more");
  }
}
