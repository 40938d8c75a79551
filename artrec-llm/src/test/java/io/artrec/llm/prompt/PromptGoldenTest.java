package io.artrec.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.llm.chat.ChatRequest;
import io.artrec.llm.chat.ScriptedChatModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each prompt as it is sent, against a file. After a prompt was changed, and its version raised,
 * with {@code -Dartrec.golden=src/test/resources/io/artrec/llm/prompt} the files are written anew:
 * read them.
 */
class PromptGoldenTest {
  private static Stream<String> files() {
    return Prompts.standard().all().keySet().stream().sorted();
  }

  private static String sent(String file) {
    Locale language = file.endsWith(".zh.txt") ? Locale.CHINESE : Locale.ENGLISH;
    Prompter prompter =
        Prompter.of(ScriptedChatModel.saying())
            .language(language)
            .sealedBy(Seal.of("sixteen bytes ok".getBytes(StandardCharsets.US_ASCII)));
    String name = file.substring(0, file.indexOf('.'));
    PromptFilling filling = prompter.fill(name);
    Prompt prompt = Prompts.standard().get(name, language);
    prompt.words().forEach(blank -> filling.words(blank, "[" + blank + "]"));
    prompt.data().forEach(blank -> filling.data(blank, "(" + blank + ")\nof a stranger"));
    ChatRequest request = filling.request();
    return "version "
        + prompt.id().version()
        + "\n=== system\n"
        + request.system().orElse("")
        + "\n=== user\n"
        + request.turns().get(0).text()
        + "\n";
  }

  @ParameterizedTest
  @MethodSource("files")
  void promptIsSentAsItsFileSays(String file) throws IOException {
    String sent = sent(file);
    String target = System.getProperty("artrec.golden");
    if (target != null) {
      Files.writeString(Path.of(target, "golden-" + file), sent);
    }
    try (InputStream in = PromptGoldenTest.class.getResourceAsStream("golden-" + file)) {
      assertThat(in).as("golden-%s among the test resources", file).isNotNull();
      assertThat(sent).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
