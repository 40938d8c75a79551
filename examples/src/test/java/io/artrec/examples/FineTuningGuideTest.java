package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.djl.training.RateDecay;
import io.artrec.djl.training.TrainingOptions;
import io.artrec.llm.embedding.TextEmbedding;
import io.artrec.llm.relevance.TextRelevance;
import io.artrec.llm.rendering.ChoiceQuestion;
import io.artrec.llm.rendering.FineTuningData;
import io.artrec.llm.rendering.FineTuningReport;
import io.artrec.llm.rendering.RecommendationText;
import io.artrec.llm.rendering.RenderedText;
import io.artrec.llm.rendering.TextTask;
import io.artrec.text.embedding.SentenceEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code of docs/fine-tuning.md on made-up works, and checks that it stands there. */
class FineTuningGuideTest {
  private static final int WORKS = 40;

  @TempDir Path folder;

  /** Which of two subjects a text names. */
  private static final class TwoSubjects implements SentenceEncoder {
    @Override
    public String name() {
      return "two-subjects";
    }

    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public Optional<float[]> encode(String text) {
      return Optional.of(text.contains("sea") ? new float[] {1, 0} : new float[] {0, 1});
    }
  }

  private static Catalog catalog() {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < WORKS; i++) {
      works.add(Artwork.builder("w" + i, (i % 2 == 0 ? "The sea " : "A garden ") + i).build());
    }
    return Catalog.of(works);
  }

  private static Interactions interactions() {
    List<Interaction> events = new ArrayList<>();
    for (int visitor = 0; visitor < 20; visitor++) {
      for (int i = 0; i < 8; i++) {
        int work = (2 * (visitor + 3 * i) + visitor % 2) % WORKS;
        Instant when = Instant.ofEpochSecond(1_700_000_000L + 100_000L * i + visitor);
        events.add(Interaction.favorite("v" + visitor, "w" + work).at(when));
      }
    }
    return Interactions.of(events);
  }

  @Test
  void textsAndFiles() throws IOException {
    Catalog catalog = catalog();
    Interactions interactions = interactions();
    RecommendationText text =
        RecommendationText.standard(Locale.ENGLISH).historyArtworks(10).artworkChars(160);
    List<Artwork> liked = List.of(catalog.get(0), catalog.get(1));
    RenderedText pair = text.pair(liked, catalog.get(2));
    String input = pair.joined(" [SEP] ");
    assertThat(input).contains("The sea 0", "A garden 1").endsWith(" [SEP] The sea 2");
    RenderedText next = text.next(liked);
    assertThat(next.second()).endsWith("A garden 1");
    ChoiceQuestion question = text.choice(liked, List.of(catalog.get(2), catalog.get(3)));
    String answer = question.answer(1);
    OptionalInt chosen = question.chosen(answer);
    assertThat(chosen).hasValue(1);

    FineTuningData data =
        FineTuningData.of(catalog, interactions).text(text).candidates(10).heldOut(0.1).seed(7);
    FineTuningReport chats = data.writeChat(folder.resolve("chat"));
    FineTuningReport pairs = data.writePairs(folder.resolve("pairs"));
    FineTuningReport texts = data.writeText(folder.resolve("text"), TextTask.NEXT, TextTask.RATING);
    System.out.println(chats);
    FineTuningReport.Part train = FineTuningReport.Part.TRAIN;
    assertThat(chats.examples(train)).isPositive().isEqualTo(texts.examples(train));
    assertThat(pairs.examples(train)).isEqualTo(10 * chats.examples(train));
    assertThat(Files.readAllLines(folder.resolve("chat").resolve("train.jsonl")))
        .allMatch(line -> line.startsWith("{\"messages\":[{\"role\":\"system\","));
  }

  @Test
  void networkIsTrainedSavedAndLoaded() {
    Assumptions.assumeTrue(
        FineTuningGuideTest.class.getResource("/native/lib/pytorch.properties") != null,
        "no pytorch-native-cpu on the class path; run with -Ppytorch");
    Catalog catalog = catalog();
    Interactions interactions = interactions();
    SentenceEncoder encoder = new TwoSubjects();
    TextRelevance relevance =
        TextRelevance.in("text-embedding")
            .hidden(16)
            .dropout(0.1)
            .training(options -> options.epochs(20).decay(RateDecay.COSINE));
    Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .interactions(interactions)
            .feature(TextEmbedding.of(encoder))
            .strategy(relevance)
            .build();
    recommender.save(folder.resolve("model"));
    Recommender again =
        Recommender.loader(folder.resolve("model"))
            .features(TextEmbedding.of(encoder))
            .strategies(TextRelevance.reader(relevance))
            .load();
    List<String> titles = titles(again);
    assertThat(titles).isEqualTo(titles(recommender)).allMatch(title -> title.contains("sea"));
    recommender.close();
    again.close();
  }

  private static List<String> titles(Recommender recommender) {
    List<String> titles = new ArrayList<>();
    recommender.recommend("v0", 5).forEach(one -> titles.add(one.artwork().title()));
    return titles;
  }

  @Test
  void trainingsGoByOptions() {
    TrainingOptions options =
        TrainingOptions.standard()
            .learningRate(0.003)
            .regularization(0.01)
            .warmUp(0.1)
            .decay(RateDecay.COSINE)
            .patience(4)
            .checkpoint(folder.resolve("checkpoint"));
    assertThat(options.toString()).contains("decay=COSINE", "warmUp=0.1");
  }

  @Test
  void codeInTheDocument_isTheCodeHere() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    String here =
        Files.readString(
                project.resolve(
                    "examples/src/test/java/io/artrec/examples/FineTuningGuideTest.java"))
            .replaceAll("\\s+", "");
    int checked = 0;
    boolean java = false;
    for (String line : Files.readString(project.resolve("docs/fine-tuning.md")).lines().toList()) {
      if (line.startsWith("```")) {
        java = line.equals("```java");
      } else if (java) {
        assertThat(here).as(line).contains(line.replaceAll("\\s+", "").replaceFirst(";$", ""));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(35);
  }
}
