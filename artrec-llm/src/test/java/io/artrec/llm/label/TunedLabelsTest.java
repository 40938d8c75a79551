package io.artrec.llm.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.classification.LabelDistribution;
import io.artrec.llm.embedding.TinyEncoder;
import io.artrec.llm.embedding.TransformerEncoder;
import io.artrec.model.ModelFileException;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunedLabelsTest {
  private static final List<String> OTHERS =
      List.of("tree", "cat", "dog", "sun", "moon", "red", "blue", "old", "new", "near", "far");

  @TempDir Path folder;

  /** "land" where the boat comes first, "water" where the sea does. */
  private static List<LabeledText> ordered(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LabeledText> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean water = random.nextInt(2) == 1;
      List<String> words = new ArrayList<>();
      for (int w = 0; w < 4; w++) {
        words.add(OTHERS.get(random.nextInt(OTHERS.size())));
      }
      int one = random.nextInt(3);
      int two = one + 1 + random.nextInt(3 - one);
      words.set(one, water ? "sea" : "boat");
      words.set(two, water ? "boat" : "sea");
      texts.add(new LabeledText(String.join(" ", words), water ? "water" : "land"));
    }
    return texts;
  }

  private static double accuracy(TextLabeler labeler, List<LabeledText> texts) {
    List<LabelDistribution> answers =
        labeler.labelAll(texts.stream().map(LabeledText::text).toList());
    int right = 0;
    for (int i = 0; i < texts.size(); i++) {
      right += answers.get(i).likeliest().equals(texts.get(i).label()) ? 1 : 0;
    }
    return (double) right / texts.size();
  }

  @Test
  void theOrderOfWords_isLearned_whereAHeadOnFixedVectorsFails_andSurvivesSaving() {
    List<LabeledText> examples = ordered(300, 1);
    List<LabeledText> others = ordered(150, 2);
    try (TransformerEncoder encoder = TinyEncoder.assumeTunable();
        TunedLabels tuned =
            TunedLabels.train(
                encoder,
                examples,
                tuner -> tuner.training(o -> o.learningRate(0.003).epochs(25).patience(25)))) {
      assertThat(tuned.labels()).containsExactly("land", "water");
      assertThat(accuracy(LinearLabels.trainer(encoder).train(examples), others)).isLessThan(0.8);
      assertThat(accuracy(tuned, others)).isGreaterThan(0.93);
      assertThat(tuned.loss()).isLessThan(0.3);
      LabelDistribution one = tuned.label(others.get(0).text());
      assertThat(one.sure()).as("nothing was measured").isEmpty();
      assertThat(tuned.label("?!").sure()).isEmpty();
      TextLabeler measured = CalibratedLabels.of(tuned, others);
      assertThat(measured.label(others.get(0).text()).isCalibrated()).isTrue();

      Path saved = folder.resolve("labels");
      tuned.save(saved);
      try (TunedLabels again = TunedLabels.load(saved)) {
        assertThat(again.name()).isEqualTo(tuned.name());
        assertThat(again.labels()).isEqualTo(tuned.labels());
        assertThat(again.label(others.get(0).text()).probability("water"))
            .isEqualTo(one.probability("water"));
      }
      assertThatThrownBy(() -> TunedLabels.load(saved, encoder))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("was trained with the encoder '" + tuned.encoder().name() + "'");
      encoder.save(folder.resolve("plain"));
      assertThatThrownBy(() -> TunedLabels.load(folder.resolve("plain")))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("labels.artrec");
    }
  }

  @Test
  void oneLabel_isTooFew_andATrainingCanBeStopped() {
    try (TransformerEncoder encoder = TinyEncoder.assumeTunable()) {
      List<LabeledText> one =
          ordered(20, 3).stream().map(text -> new LabeledText(text.text(), "any")).toList();
      assertThatThrownBy(() -> TunedLabels.train(encoder, one))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "cannot learn labels: 20 examples have the labels [any]; give texts of two labels or"
                  + " more");
      Cancellation cancellation = new Cancellation();
      cancellation.cancel();
      assertThatThrownBy(
              () ->
                  TunedLabels.train(
                      encoder, ordered(20, 4), tuner -> tuner.cancellation(cancellation)))
          .isInstanceOf(CancelledException.class);
    }
  }
}
