package io.artrec.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.error.ArtrecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTest {
  @TempDir private Path folder;

  @Test
  void bothLanguagesHaveTheSameBlanksAndVersions() {
    Prompts prompts = Prompts.standard();
    prompts
        .all()
        .forEach(
            (file, prompt) -> {
              Prompt english = prompts.get(prompt.id().name(), Locale.ENGLISH);
              Prompt chinese = prompts.get(prompt.id().name(), Locale.CHINESE);
              assertThat(chinese.id()).as(file).isEqualTo(english.id());
              assertThat(chinese.words()).as(file).hasSameElementsAs(english.words());
              assertThat(chinese.data()).as(file).hasSameElementsAs(english.data());
            });
  }

  @Test
  void fileOfTheSameNameStandsInItsPlace() throws IOException {
    Files.writeString(
        folder.resolve("data.en.txt"),
        "version: 9\r\n--- system\r\nOwn {{mark}}\r\n--- user\r\n\r\n");
    Files.writeString(folder.resolve("README.md"), "not a prompt");

    Prompts own = Prompts.standard().overriddenBy(folder);

    Prompt english = own.get("data", Locale.FRENCH);
    assertThat(english.id().version()).isEqualTo(9);
    assertThat(english.system(blank -> "M")).isEqualTo("Own M");
    assertThat(own.get("data", Locale.SIMPLIFIED_CHINESE).id().version()).isEqualTo(1);
    assertThat(Prompts.standard().get("data", Locale.ENGLISH).id().version()).isEqualTo(1);
  }

  @Test
  void whatIsNoPromptIsRefused() throws IOException {
    Path file = folder.resolve("data.en.txt");
    Files.writeString(file, "version: 1\n--- system\n{{mark}} {{tone}}\n--- user\n\n");
    assertThatThrownBy(() -> Prompts.standard().overriddenBy(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has blanks [tone] and data [], expected only [mark] and data []");
    Files.writeString(file, "hello");
    assertThatThrownBy(() -> Prompts.standard().overriddenBy(folder))
        .hasMessageContaining("does not begin with 'version: N'");
    Files.writeString(file, "x".repeat(70_000));
    assertThatThrownBy(() -> Prompts.standard().overriddenBy(folder))
        .hasMessageContaining("has more than 65536 bytes");
    Files.delete(file);
    Files.writeString(folder.resolve("daat.en.txt"), "hello");
    assertThatThrownBy(() -> Prompts.standard().overriddenBy(folder))
        .hasMessageStartingWith("no prompt has the file name daat.en.txt; there are [data.en.txt,");
    assertThatThrownBy(() -> Prompts.standard().overriddenBy(folder.resolve("none")))
        .isInstanceOf(ArtrecException.class);
    assertThatThrownBy(() -> Prompts.standard().get("daat", Locale.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no prompt is named 'daat'; there are [data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{Tone}}", "{{tone", "{{data: note}}", "{{ tone }}"})
  void whatLooksLikeABlankAndIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> Prompt.read("p", "version: 1\n--- system\n" + text + "\n--- user\nx"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds {{ that begins no blank");
  }
}
