package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.classification.LabelDistribution;
import io.artrec.djl.ModelException;
import io.artrec.djl.ModelSource;
import io.artrec.djl.causal.CausalModel;
import io.artrec.djl.causal.CausalOptions;
import io.artrec.examples.collection.BundledWorks;
import io.artrec.feature.AttributeFeature;
import io.artrec.llm.chat.CachedChatModel;
import io.artrec.llm.chat.ChatCapability;
import io.artrec.llm.chat.ChatFormat;
import io.artrec.llm.chat.ChatLimits;
import io.artrec.llm.chat.ChatModel;
import io.artrec.llm.chat.ChatReply;
import io.artrec.llm.chat.ChatRequest;
import io.artrec.llm.chat.GuardedChatModel;
import io.artrec.llm.chat.InProcessChatModel;
import io.artrec.llm.chat.OpenAiCompatible;
import io.artrec.llm.chat.ScriptedChatModel;
import io.artrec.llm.chat.StructuredChat;
import io.artrec.llm.chat.StructuredReply;
import io.artrec.llm.chat.TokenPrice;
import io.artrec.llm.enrichment.Enricher;
import io.artrec.llm.enrichment.Enrichment;
import io.artrec.llm.enrichment.EnrichmentResult;
import io.artrec.llm.explain.RephrasedSentence;
import io.artrec.llm.explain.RephrasedSentences;
import io.artrec.llm.label.ChatLabels;
import io.artrec.llm.label.LabelSet;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.prompt.Prompts;
import io.artrec.llm.rerank.LlmReranker;
import io.artrec.strategy.ContentBased;
import io.artrec.text.subject.SubjectFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the code of docs/language-models.md and docs/enrichment.md with a scripted model, and checks
 * that it stands there.
 */
class LanguageModelsGuideTest {
  @TempDir Path folder;

  private static ChatModel servers() {
    ChatModel model = OpenAiCompatible.at("http://localhost:11434/v1", "qwen3:8b");
    assertThat(model.name()).contains("qwen3:8b");
    return model;
  }

  private static ChatModel openAi() {
    ChatModel model =
        OpenAiCompatible.at("https://api.openai.com/v1", "gpt-4o-mini")
            .key(() -> System.getenv("OPENAI_API_KEY"))
            .capabilities(EnumSet.allOf(ChatCapability.class));
    return model;
  }

  @Test
  void serversAreNamed_andNotReached() {
    assertThat(servers().capabilities()).doesNotContain(ChatCapability.IMAGES);
    assertThat(openAi().capabilities()).contains(ChatCapability.IMAGES);
  }

  @Test
  void modelInTheProcess_isLookedForInItsFolder() {
    assertThatThrownBy(LanguageModelsGuideTest::inProcess)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("qwen-0.6b");
  }

  private static void inProcess() {
    try (CausalModel causal =
        CausalModel.open(ModelSource.of(Path.of("models/qwen-0.6b")), CausalOptions.standard())) {
      ChatModel model = InProcessChatModel.of(causal, ChatFormat.chatMl());
      ChatReply reply =
          model.reply(ChatRequest.asking("Name one color.").deadline(Duration.ofMinutes(1)));
      assertThat(reply.text()).isNotEmpty();
    }
  }

  @Test
  void model_isAskedGuardedCachedAndChecked() {
    ChatModel model = ScriptedChatModel.answering(request -> ChatReply.of("{\"mood\": \"calm\"}"));
    ChatReply reply =
        model.reply(
            ChatRequest.asking("Describe the sea in one sentence.")
                .system("You write labels for a museum.")
                .limits(ChatLimits.standard().maxTokens(100).temperature(0))
                .deadline(Duration.ofSeconds(20)));
    assertThat(reply.text()).isNotEmpty();

    GuardedChatModel guarded =
        GuardedChatModel.around(model)
            .attempts(3)
            .atOnce(4)
            .perMinute(60)
            .dailyTokens(2_000_000)
            .restAfter(5, Duration.ofSeconds(30));
    ChatRequest request = ChatRequest.asking("Its mood?").deadline(Duration.ofSeconds(20));
    StructuredChat moods =
        StructuredChat.of(
            guarded,
            """
            {"type": "object", "required": ["mood"], "properties": {"mood": {"type": "string", "enum": ["calm", "sad"]}}}""");
    StructuredReply mood = moods.replyOr(request, failure -> "{\"mood\": \"calm\"}");
    assertThat(mood.source()).isEqualTo(StructuredReply.Source.MODEL);
    double spent = guarded.usage().cost(new TokenPrice(0.15, 0.60));
    assertThat(spent).isPositive();

    try (Recommender recommender =
        Recommender.builder()
            .catalog(BundledWorks.load().catalog())
            .feature(AttributeFeature.artist())
            .strategy(ContentBased.cosine())
            .build()) {
      CachedChatModel cached =
          CachedChatModel.around(guarded).maxBytes(64L << 20).keptFor(Duration.ofHours(12));
      recommender.addListener(cached.listener());
      cached.reply(request.user("ada"));
      assertThat(cached.size()).isEqualTo(1);
      recommender.forget("ada");
      assertThat(cached.size()).isZero();
    }
  }

  @Test
  void prompts_areOverridden_andRecordsEnriched() throws IOException {
    Path own = Files.createDirectories(Path.of("my-prompts"));
    try {
      CachedChatModel cached =
          CachedChatModel.around(
              ScriptedChatModel.answering(
                  request ->
                      ChatReply.of("{\"labels\":[{\"label\":\"calm\",\"probability\":0.9}]}")));
      Prompter prompter =
          Prompter.of(cached)
              .prompts(Prompts.standard().overriddenBy(Path.of("my-prompts")))
              .language(Locale.ENGLISH)
              .deadline(Duration.ofSeconds(20));
      enriched(prompter);
    } finally {
      Files.delete(own);
    }
  }

  private void enriched(Prompter prompter) {
    var catalog = BundledWorks.load().catalog();
    Path journal = folder.resolve("journal.jsonl");
    ChatLabels moods = ChatLabels.of(prompter, LabelSet.moods(LabelSet.Language.ENGLISH));
    LabelDistribution mood = moods.label(catalog.get(0)).distribution();
    assertThat(mood.likeliest()).isEqualTo("calm");

    EnrichmentResult result =
        Enrichment.of(catalog)
            .field(Enricher.labels("mood", moods))
            .field(Enricher.subjects(SubjectFinder.standard(), Locale.ENGLISH))
            .threads(2)
            .run(journal);
    System.out.println(result);
    try (Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .feature(AttributeFeature.subjects())
            .strategy(ContentBased.cosine())
            .build()) {
      recommender.update(result.changes());
      assertThat(recommender.catalog().get(0).attributes()).containsKey("mood");
    }
    assertThat(result.failures()).isEmpty();
  }

  @Test
  void orderAndReasons_fallBackOnTheRecommendersOwn() {
    Prompter prompter = Prompter.of(ScriptedChatModel.answering(request -> ChatReply.of("no")));
    var catalog = BundledWorks.load().catalog();
    Interactions interactions =
        Interactions.of(
            List.of(
                Interaction.favorite("anna", catalog.get(0).id()),
                Interaction.favorite("ben", catalog.get(1).id())));
    LlmReranker second = LlmReranker.with(prompter).moves(5).candidates(20).historyBelow(100);
    RephrasedSentences words = RephrasedSentences.with(prompter);
    Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .interactions(interactions)
            .feature(AttributeFeature.subjects())
            .strategy(ContentBased.cosine())
            .rerank(second)
            .sentences(words)
            .build();
    recommender.addListener(words.listener());
    List<RephrasedSentence> said =
        words.rephrase(recommender.recommend("anna", 10), Locale.ENGLISH);
    assertThat(said)
        .hasSize(10)
        .noneMatch(sentence -> sentence.origin().kind() == Origin.Kind.MODEL);
    recommender.close();
  }

  @Test
  void codeInTheDocuments_isTheCodeHere() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    String here =
        Files.readString(
                project.resolve(
                    "examples/src/test/java/io/artrec/examples/LanguageModelsGuideTest.java"))
            .replaceAll("\\s+", "");
    int checked = 0;
    for (String document : new String[] {"language-models.md", "enrichment.md"}) {
      boolean java = false;
      for (String line :
          Files.readString(project.resolve("docs").resolve(document)).lines().toList()) {
        if (line.startsWith("```")) {
          java = line.equals("```java");
        } else if (java) {
          assertThat(here).as(line).contains(line.replaceAll("\\s+", ""));
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(30);
  }
}
