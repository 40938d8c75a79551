package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.examples.atelier.Painting;
import io.artrec.examples.atelier.Studio;
import io.artrec.examples.collection.BundledWorks;
import io.artrec.llm.chat.ChatModel;
import io.artrec.llm.chat.ScriptedChatModel;
import io.artrec.llm.description.ArtworkFacts;
import io.artrec.llm.description.Audience;
import io.artrec.llm.description.Description;
import io.artrec.llm.description.DescriptionStyle;
import io.artrec.llm.description.Descriptions;
import io.artrec.llm.description.Tone;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.question.Answer;
import io.artrec.llm.question.Questions;
import io.artrec.llm.summary.Perspectives;
import io.artrec.llm.summary.Summaries;
import io.artrec.llm.summary.Summary;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.fact.Claim;
import io.artrec.text.fact.KnownFacts;
import io.artrec.text.search.TextSearch;
import io.artrec.text.summary.SummaryLength;
import io.artrec.vision.color.Palette;
import io.artrec.vision.composition.Composition;
import io.artrec.vision.composition.CompositionWords;
import io.artrec.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs the code of docs/descriptions.md and docs/questions.md, and checks that it stands there. */
class DescriptionsGuideTest {
  private static final Catalog catalog = BundledWorks.load().catalog();
  private static final ChatModel model = ScriptedChatModel.saying();

  /** Letters counted: enough to show where an encoder goes. */
  private static final SentenceEncoder encoder =
      new SentenceEncoder() {
        @Override
        public String name() {
          return "letters";
        }

        @Override
        public int dimensions() {
          return 26;
        }

        @Override
        public Optional<float[]> encode(String text) {
          float[] counts = new float[26];
          double square = 0;
          for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c >= 'a' && c <= 'z') {
              counts[c - 'a']++;
            }
          }
          for (float count : counts) {
            square += count * count;
          }
          for (int i = 0; square > 0 && i < counts.length; i++) {
            counts[i] /= (float) Math.sqrt(square);
          }
          return square > 0 ? Optional.of(counts) : Optional.empty();
        }
      };

  @Test
  void description_isWrittenFromTheRecord() {
    Artwork artwork = catalog.get(0);
    Description description =
        Descriptions.standard().describe(ArtworkFacts.of(artwork), DescriptionStyle.standard());
    assertThat(description.text()).contains("Katsushika Hokusai", "Ukiyo-e", "foam");
    assertThat(description.score().coverage()) // the share of the record's facts that it tells
        .isGreaterThan(0.8);
    List<Claim> claims = KnownFacts.of(artwork).unsupported("It was sold in Paris in 1905.");
    assertThat(claims).extracting(Claim::words).containsExactly("Paris", "1905");
  }

  @Test
  void whatVisionMeasures_isHandedIn_andAModelMayTellIt() {
    Painting painting = Studio.paintings(1, 1).get(0);
    Artwork artwork = painting.artwork();
    RgbImage image = painting.sketch();
    List<String> colors =
        Palette.of(image).parts().stream()
            .map(part -> part.name().word(Locale.ENGLISH))
            .distinct()
            .toList();
    ArtworkFacts facts =
        ArtworkFacts.of(artwork)
            .colors(colors)
            .remark(CompositionWords.standard().describe(Composition.of(image), Locale.ENGLISH))
            .remark(CompositionWords.standard().describe(Composition.of(image), Locale.CHINESE));
    DescriptionStyle style =
        DescriptionStyle.standard()
            .audience(Audience.CHILD)
            .tone(Tone.WARM)
            .language(Locale.CHINESE)
            .words(60);
    assertThat(Descriptions.standard().describe(facts, style).text()).contains("找一找");
    assertThat(
            Descriptions.standard().describe(facts, DescriptionStyle.standard().words(200)).text())
        .contains(String.join(", ", colors.subList(0, 1)), artwork.title());
    Description told = Descriptions.with(Prompter.of(model)).describe(facts, style);
    Origin origin = told.origin(); // who wrote it, and what was left out
    assertThat(origin.kind()).isEqualTo(Origin.Kind.FALLBACK);
    List<Claim> claims = told.unsupported(); // what a model claimed and the record does not hold
    assertThat(claims).isEmpty();
  }

  @Test
  void summaries_areOfTheWholeAndOfPointsOfView() {
    String text =
        "It was commissioned in 1642. Thin glazes let the light through. One feels alone before"
            + " it.";
    Summary summary = Summaries.standard().summarize(text, SummaryLength.ofSentences(2));
    Perspectives views = Summaries.standard().perspectives(text, SummaryLength.ofSentences(2));
    assertThat(summary.text()).isNotEmpty();
    assertThat(List.of(views.history(), views.technique(), views.emotion()))
        .extracting(Summary::text)
        .containsExactly(
            "It was commissioned in 1642.",
            "Thin glazes let the light through.",
            "One feels alone before it.");
  }

  @Test
  void questions_areAnsweredWithTheirWorks() {
    Questions questions = Questions.about(catalog);
    Answer answer = questions.ask("Who painted The Starry Night?");
    assertThat(answer.text()) // “The Starry Night” is by Vincent van Gogh.
        .isEqualTo("“The Starry Night” is by Vincent van Gogh.");
    assertThat(answer.works()).containsExactly("starry-night");
    assertThat(answer.isKnown()).isTrue();
    assertThat(questions.ask("When was it made?", "starry-night").text()).contains("1889");
    assertThat(questions.ask("有多少件作品是Claude Monet画的？").works()).hasSize(4);
    assertThat(questions.ask("Who framed The Starry Night?").isKnown()).isFalse();
    Questions blended =
        Questions.about(catalog, TextSearch.blended(encoder, TextAnalysis.english()));
    assertThat(blended.ask("Which work shows an emperor painted as a harvest?").works())
        .containsExactly("vertumnus-arcimboldo");
    Questions asked = questions.with(Prompter.of(model));
    assertThat(asked.ask("Who painted The Starry Night?").isKnown()).isTrue();
  }

  @Test
  void codeInTheDocuments_isTheCodeHere() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    String here =
        squeeze(
            Files.readString(
                project.resolve(
                    "examples/src/test/java/io/artrec/examples/DescriptionsGuideTest.java")));
    int checked = 0;
    for (String page : List.of("descriptions.md", "questions.md")) {
      boolean java = false;
      for (String line : Files.readString(project.resolve("docs").resolve(page)).lines().toList()) {
        if (line.startsWith("```")) {
          java = line.equals("```java");
        } else if (java) {
          String code = line.replaceFirst(" *//.*$", "").replaceFirst(";$", "");
          assertThat(here).as(line).contains(squeeze(code));
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(25);
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }
}
