package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.examples.collection.BundledWorks;
import io.artrec.llm.chat.ChatModel;
import io.artrec.llm.chat.ScriptedChatModel;
import io.artrec.llm.conversation.Conversations;
import io.artrec.llm.conversation.Turn;
import io.artrec.llm.explain.RephrasedSentence;
import io.artrec.llm.explain.RephrasedSentences;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.rerank.LlmReranker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the code and the dialogue of docs/conversation.md, and the code of docs/language-models.md
 * that is about re-ranking and reasons, and checks that they are what stands there.
 */
class ConversationGuideTest {
  @TempDir Path cache;

  @Test
  void conversation_goesOn_withoutAModel_andWithOneThatFails() {
    ChatModel cached = ScriptedChatModel.saying();
    Recommender recommender =
        Recommender.builder().catalog(BundledWorks.load().catalog()).seed(1).build();
    Conversations conversations = Conversations.over(recommender);
    Turn turn = conversations.say(conversations.start().visitor("anna"), "a calm sea, no people");
    String said = turn.text();
    turn = conversations.say(turn.session(), "older, and more like the second");
    assertThat(said).startsWith("Your wish: calm; sea; without people.");
    assertThat(turn.session().wishes()).last().asString().contains("older");
    Conversations better = conversations.with(Prompter.of(cached));
    assertThat(better.say(better.start(), "a calm sea, no people").works()).hasSize(3);
  }

  @Test
  void modelThatFails_leavesOrderAndReasonsAsTheyWere() {
    Prompter prompter = Prompter.of(ScriptedChatModel.saying());
    Catalog catalog = BundledWorks.load().catalog();
    List<Interaction> interactions = List.of(Interaction.favorite("anna", catalog.get(0).id()));
    LlmReranker second = LlmReranker.with(prompter).moves(5).candidates(20).historyBelow(100);
    RephrasedSentences words = RephrasedSentences.with(prompter);
    Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .interactions(interactions)
            .rerank(second)
            .sentences(words)
            .build();
    recommender.addListener(words.listener());
    List<RephrasedSentence> said =
        words.rephrase(recommender.recommend("anna", 10), Locale.ENGLISH);
    assertThat(said)
        .hasSize(10)
        .noneMatch(sentence -> sentence.origin().kind() == Origin.Kind.MODEL);
    assertThat(recommender.recommend("anna", 10).leftOut()).isNotEmpty();
  }

  @Test
  void dialogueInTheDocument_isWhatTheProgramSays() throws IOException {
    List<String> block = blocks("docs/conversation.md", "```text").get(0);
    String said =
        block.stream()
            .filter(line -> line.startsWith("> "))
            .map(line -> line.substring(2))
            .collect(Collectors.joining("\n"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Gallery gallery =
        Gallery.open(
            QuickstartOptions.parse(new String[] {"--words-only", "--cache", cache.toString()}))) {
      Curator.talk(
          CuratorOptions.parse(new String[] {"--echo"}),
          gallery,
          new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)),
          new PrintStream(out, true, StandardCharsets.UTF_8));
    }
    List<String> printed = out.toString(StandardCharsets.UTF_8).lines().skip(2).toList();
    if (System.getProperty("artrec.dialogue") != null) {
      Path document = project().resolve("docs/conversation.md");
      String text = Files.readString(document);
      Files.writeString(
          document, text.replace(String.join("\n", block), String.join("\n", printed)));
    }
    assertThat(printed)
        .as("the dialogue of docs/conversation.md; -Dartrec.dialogue=write writes it anew")
        .isEqualTo(block);
  }

  @Test
  void codeInTheDocuments_isTheCodeHere() throws IOException {
    String here =
        squeeze(read("examples/src/test/java/io/artrec/examples/ConversationGuideTest.java"));
    List<List<String>> code = new ArrayList<>(blocks("docs/conversation.md", "```java"));
    blocks("docs/language-models.md", "```java").stream()
        .filter(block -> block.stream().anyMatch(line -> line.contains("Rephrased")))
        .forEach(code::add);
    assertThat(code).hasSize(4);
    assertThat(code)
        .allSatisfy(block -> assertThat(here).contains(squeeze(String.join("", block))));
  }

  private static Path project() {
    Path root = Path.of("").toAbsolutePath();
    return Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
  }

  private static String read(String file) throws IOException {
    return Files.readString(project().resolve(file));
  }

  /** Lines between a mark and the end of its block. */
  private static List<List<String>> blocks(String file, String mark) throws IOException {
    List<List<String>> blocks = new ArrayList<>();
    boolean inside = false;
    for (String line : read(file).lines().toList()) {
      if (line.equals(mark)) {
        inside = true;
        blocks.add(new ArrayList<>());
      } else if (line.equals("```")) {
        inside = false;
      } else if (inside) {
        blocks.get(blocks.size() - 1).add(line);
      }
    }
    return blocks;
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }
}
