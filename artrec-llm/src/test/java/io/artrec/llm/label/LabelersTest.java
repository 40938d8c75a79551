package io.artrec.llm.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.classification.LabelDistribution;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.mood.Mood;
import io.artrec.text.mood.MoodLexicon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelersTest {
  /** A text of "east" and "north" is the unit vector of how often it says each. */
  private static final SentenceEncoder COMPASS = new Compass("compass");

  private record Compass(String name) implements SentenceEncoder {
    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public Optional<float[]> encode(String text) {
      double east = text.split("east", -1).length - 1.0;
      double north = text.split("north", -1).length - 1.0;
      double norm = Math.hypot(east, north);
      return norm == 0
          ? Optional.empty()
          : Optional.of(new float[] {(float) (east / norm), (float) (north / norm)});
    }
  }

  @TempDir Path folder;

  private static LabelSet directions() {
    Map<String, String> descriptions = new LinkedHashMap<>();
    descriptions.put("sunrise", "east");
    descriptions.put("aurora", "north");
    return new LabelSet("direction", descriptions, List.of("{}", "{} {}"));
  }

  private static NearestLabels nearest() {
    return NearestLabels.of(
        COMPASS,
        List.of(
            new LabeledText("east", "sunrise"),
            new LabeledText("east east east north", "sunrise"),
            new LabeledText("north", "aurora"),
            new LabeledText("nowhere", "lost")));
  }

  @Test
  void describedLabels_followTheFormula() {
    DescribedLabels labeler = DescribedLabels.of(COMPASS, directions()).temperature(0.5);
    LabelDistribution labels = labeler.label("east east east north north north north");
    double e = Math.exp(0.6 / 0.5);
    double n = Math.exp(0.8 / 0.5);
    assertThat(labels.labels()).containsExactly("sunrise", "aurora");
    assertThat(labels.probability("sunrise")).isEqualTo(e / (e + n), within(1e-6));
    assertThat(labels.likeliest()).isEqualTo("aurora");
    assertThat(labels.leading()).as("1.49 times likelier is not enough").isEmpty();
    LabelDistribution sharper =
        labeler.temperature(0.4).label("east east east north north north north");
    assertThat(sharper.leading()).contains("aurora");
    assertThat(sharper.sure()).as("nobody measured how often it is right").isEmpty();
  }

  @Test
  void nearestExamples_voteByLikeness() {
    NearestLabels labeler = nearest();
    assertThat(labeler.labels()).containsExactly("aurora", "sunrise");
    LabelDistribution labels = labeler.label("east");
    double second = Math.exp((3 / Math.sqrt(10) - 1) / 0.1);
    double third = Math.exp(-1 / 0.1);
    assertThat(labels.probability("sunrise"))
        .isEqualTo((1 + second) / (1 + second + third), within(1e-5));
    assertThat(labels.leading()).contains("sunrise");
    assertThat(labels.sure()).isEmpty();
    assertThat(labeler.neighbors(1).label("north").probability("aurora")).isEqualTo(1);
    assertThat(nearest().neighbors(2).name()).isEqualTo(nearest().neighbors(2).name());
    assertThat(nearest().neighbors(2).name()).isNotEqualTo(nearest().neighbors(3).name());
  }

  @Test
  void unreadableTexts_areUnsure() {
    for (TextLabeler labeler : List.of(nearest(), DescribedLabels.of(COMPASS, directions()))) {
      for (String text :
          new String[] {"", " \n", "south", "\uD800\u202E\u0000", "x".repeat(10_000_000)}) {
        LabelDistribution labels = labeler.label(text);
        assertThat(labels.isReadable()).isFalse();
        assertThat(labels.sure()).isEmpty();
        assertThat(labels).hasToString("unreadable");
        assertThat(labels.probability(0)).isEqualTo(0.5);
      }
      assertThat(
              labeler.labelAll(List.of("east", "", "north")).stream()
                  .map(l -> l.leading().orElse("?")))
          .containsExactly("sunrise", "?", "aurora");
    }
  }

  @Test
  void saved_isLoadedAsItWas() throws Exception {
    Path file = folder.resolve("labels");
    nearest().neighbors(2).save(file);
    NearestLabels loaded = NearestLabels.load(file, COMPASS);
    assertThat(loaded.name()).isEqualTo(nearest().neighbors(2).name());
    for (String text : List.of("east", "north", "east north north", "")) {
      assertThat(loaded.label(text).ranked())
          .isEqualTo(nearest().neighbors(2).label(text).ranked());
    }
    assertThatThrownBy(() -> NearestLabels.load(file, new Compass("other")))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            file
                + " was made with the encoder 'compass', not with 'other'; load it with that encoder or make it anew");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> NearestLabels.load(file, COMPASS))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("is damaged");
    ModelFile.write(file, out -> out.putString("kind", "song"));
    assertThatThrownBy(() -> NearestLabels.load(file, COMPASS))
        .hasMessage(file + " holds a model of kind 'song', expected 'nearest-labels'");
    ModelFile.write(
        file,
        out -> {
          out.putString("kind", "nearest-labels");
          out.putString("encoder", "compass");
          out.putLong("neighbors", 1);
          out.putStrings("labels", List.of("a"));
          out.putInts("label of each example", new int[] {3});
          out.putFloats("vectors", new float[] {1, 0});
        });
    assertThatThrownBy(() -> NearestLabels.load(file, COMPASS))
        .hasMessage(file + " holds labelled examples that do not fit together; save it again");
  }

  @Test
  void hopelessInput_isRefused() {
    assertThatThrownBy(() -> NearestLabels.of(COMPASS, List.of()))
        .hasMessage("cannot label by examples: none of 0 holds a text the encoder 'compass' reads");
    assertThatThrownBy(() -> new LabeledText("east", " "))
        .hasMessage("label of the text 'east' is blank");
    assertThatThrownBy(() -> nearest().neighbors(0))
        .hasMessage("neighbors is 0, expected 1 or more");
    assertThatThrownBy(() -> DescribedLabels.of(COMPASS, directions()).temperature(0))
        .hasMessage("temperature is 0.0, expected a finite number above 0");
    assertThatThrownBy(
            () ->
                DescribedLabels.of(
                    COMPASS, LabelSet.of("x", Map.of("dusk", "west"), LabelSet.Language.ENGLISH)))
        .hasMessage("encoder 'compass' cannot read the description of label 'dusk': west");
    assertThatThrownBy(() -> LabelSet.of("x", Map.of(), LabelSet.Language.ENGLISH))
        .hasMessage("label set 'x' has no labels or no frames; expected one or more of each");
    assertThatThrownBy(() -> LabelSet.of("x", Map.of("a", " "), LabelSet.Language.ENGLISH))
        .hasMessage("label 'a' of set 'x' or its description is blank");
    assertThatThrownBy(() -> new LabelSet("x", Map.of("a", "b"), List.of("c")))
        .hasMessage("frame 'c' of label set 'x' has no {} for the description");
    assertThat(LabelDistribution.of(List.of("a", "b"), new double[] {0.25, 0.75}))
        .hasToString("b 0.75, a 0.25");
    assertThatThrownBy(() -> LabelDistribution.of(List.of("a"), new double[] {0.5}))
        .hasMessage("probabilities add up to 0.5, expected 1");
    assertThatThrownBy(() -> LabelDistribution.of(List.of("a"), new double[0]))
        .hasMessage("1 labels and 0 probabilities; expected as many, one or more");
    assertThatThrownBy(() -> LabelDistribution.of(List.of("a", "b"), new double[] {-1, 2}))
        .hasMessage("probability of 'a' is -1.0, expected 0 to 1");
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(
            () ->
                NearestLabels.of(
                    COMPASS,
                    List.of(new LabeledText("east", "sunrise")),
                    Progress.silent(),
                    cancellation))
        .isInstanceOf(CancelledException.class)
        .hasMessageStartingWith("cancelled while encoding labelled texts");
  }

  @ParameterizedTest
  @EnumSource(LabelSet.Language.class)
  void ownSets_haveTheStatedLabels(LabelSet.Language language) {
    assertThat(LabelSet.movements(language).descriptions()).hasSize(28);
    assertThat(LabelSet.styles(language).descriptions()).hasSize(13);
    assertThat(LabelSet.subjects(language).descriptions()).hasSize(21);
    assertThat(LabelSet.moods(language).descriptions()).hasSize(16);
    assertThat(LabelSet.moods(language).descriptions().keySet())
        .isEqualTo(LabelSet.moods(LabelSet.Language.ENGLISH).descriptions().keySet());
  }

  @Test
  void moodsOfTexts_areMoodsOfTheLexicon() {
    assertThat(MoodLexicon.standard().moods())
        .extracting(Mood::name)
        .containsAll(LabelSet.moods(LabelSet.Language.ENGLISH).descriptions().keySet());
  }
}
