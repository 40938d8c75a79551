package io.artrec.llm.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.classification.LabelDistribution;
import io.artrec.classification.internal.Certainty;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.text.embedding.SentenceEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibratedLabelsTest {
  private static final int DIMENSIONS = 8;

  /** A text is its vector in numbers. */
  private static final SentenceEncoder NUMBERS = new Numbers("numbers");

  private record Numbers(String name) implements SentenceEncoder {
    @Override
    public int dimensions() {
      return DIMENSIONS;
    }

    @Override
    public Optional<float[]> encode(String text) {
      if (text.isBlank()) {
        return Optional.empty();
      }
      String[] cells = text.split(" ", -1);
      float[] vector = new float[DIMENSIONS];
      double square = 0;
      for (int d = 0; d < DIMENSIONS; d++) {
        vector[d] = Float.parseFloat(cells[d]);
        square += vector[d] * vector[d];
      }
      for (int d = 0; d < DIMENSIONS; d++) {
        vector[d] /= (float) Math.sqrt(square);
      }
      return Optional.of(vector);
    }
  }

  @TempDir Path folder;

  /** Texts around the axis of their label; much noise makes neighbours' labels meet. */
  private static List<LabeledText> texts(int count, double noise, long seed) {
    Random random = new Random(seed);
    List<LabeledText> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int label = i % 4;
      StringBuilder text = new StringBuilder();
      for (int d = 0; d < DIMENSIONS; d++) {
        double value = (d == label ? 1 : 0) + noise * random.nextGaussian();
        text.append(d == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.4f", value));
      }
      texts.add(new LabeledText(text.toString(), "label " + label));
    }
    Collections.shuffle(texts, random);
    return texts;
  }

  private static double[] sureShareAndPrecision(TextLabeler labeler, List<LabeledText> texts) {
    int sure = 0;
    int right = 0;
    for (LabeledText text : texts) {
      Optional<String> label = labeler.label(text.text()).sure();
      sure += label.isPresent() ? 1 : 0;
      right += label.isPresent() && label.get().equals(text.label()) ? 1 : 0;
    }
    return new double[] {(double) sure / texts.size(), sure == 0 ? 1 : (double) right / sure};
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void linearLabels_areSureOnlyWhereTheyAreRight(long seed) {
    LinearLabels labeler = LinearLabels.trainer(NUMBERS).train(texts(600, 0.5, seed));
    double[] measured = sureShareAndPrecision(labeler, texts(2_000, 0.5, seed + 100));
    assertThat(measured[0]).as("share of sure labels").isBetween(0.1, 0.95);
    assertThat(measured[1]).as("share of right ones").isGreaterThan(0.87);
    assertThat(labeler.label("").isReadable()).isFalse();
    assertThat(labeler.label("").sure()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void linearLabels_areRightMoreOftenThanTheNearest(long seed) {
    List<LabeledText> train = texts(400, 0.5, seed);
    List<LabeledText> test = texts(2_000, 0.5, seed + 100);
    assertThat(accuracy(LinearLabels.trainer(NUMBERS).train(train), test))
        .isGreaterThan(accuracy(NearestLabels.of(NUMBERS, train), test) + 0.02);
  }

  private static double accuracy(TextLabeler labeler, List<LabeledText> texts) {
    return (double)
            texts.stream()
                .filter(t -> labeler.label(t.text()).likeliest().equals(t.label()))
                .count()
        / texts.size();
  }

  @Test
  void labelsByChance_areNeverSure() {
    List<LabeledText> texts = new ArrayList<>();
    Random random = new Random(5);
    for (LabeledText text : texts(400, 0.5, 5)) {
      texts.add(new LabeledText(text.text(), "label " + random.nextInt(4)));
    }
    LinearLabels labeler = LinearLabels.trainer(NUMBERS).train(texts);
    assertThat(labeler.sureFrom()).isEqualTo(Certainty.NEVER);
    NearestLabels nearest = NearestLabels.of(NUMBERS, texts.subList(0, 200));
    assertThat(CalibratedLabels.of(nearest, texts.subList(200, 400)).sureFrom())
        .isEqualTo(Certainty.NEVER);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void calibratedLabels_areSureOnlyWhereTheyAreRight(long seed) {
    NearestLabels nearest = NearestLabels.of(NUMBERS, texts(200, 0.4, seed));
    List<LabeledText> test = texts(2_000, 0.4, seed + 200);
    CalibratedLabels labeler = CalibratedLabels.of(nearest, texts(600, 0.4, seed + 100));
    double[] measured = sureShareAndPrecision(labeler, test);
    assertThat(measured[0]).isBetween(0.05, 0.95);
    assertThat(measured[1]).isGreaterThan(0.87);
    assertThat(labeler.temperature()).as("votes of five are too confident").isGreaterThan(1);
    assertThat(labeler.label(test.get(0).text()).isCalibrated()).isTrue();
    assertThat(labeler.label(test.get(0).text()).likeliest())
        .isEqualTo(nearest.label(test.get(0).text()).likeliest());
    assertThat(labeler.labelAll(List.of("", test.get(0).text())).get(0).sure()).isEmpty();
    assertThat(labeler.name()).startsWith(nearest.name() + ", calibrated ");
  }

  @Test
  void foreignLabels_countAsErrors() {
    NearestLabels nearest = NearestLabels.of(NUMBERS, texts(200, 0.1, 1));
    List<LabeledText> foreign =
        texts(200, 0.1, 2).stream().map(t -> new LabeledText(t.text(), "none of these")).toList();
    assertThat(CalibratedLabels.of(nearest, texts(200, 0.1, 3)).sureFrom()).isLessThan(1.0001);
    assertThat(CalibratedLabels.of(nearest, foreign).sureFrom()).isEqualTo(Certainty.NEVER);
  }

  @Test
  void linearLabels_comeBackFromAFile() {
    LinearLabels labeler = LinearLabels.trainer(NUMBERS).threads(2).train(texts(100, 0.2, 1));
    Path file = folder.resolve("labels");
    labeler.save(file);
    LinearLabels loaded = LinearLabels.load(file, NUMBERS);
    assertThat(loaded.name()).isEqualTo(labeler.name());
    for (LabeledText text : texts(20, 0.3, 2)) {
      assertThat(loaded.label(text.text()).ranked()).isEqualTo(labeler.label(text.text()).ranked());
      assertThat(loaded.label(text.text()).sure()).isEqualTo(labeler.label(text.text()).sure());
    }
    assertThatThrownBy(() -> LinearLabels.load(file, new Numbers("other")))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            file
                + " was trained on the encoder 'numbers', not on 'other'; load it with that encoder"
                + " or train anew");
    ModelFile.write(file, out -> out.putString("kind", "song"));
    assertThatThrownBy(() -> LinearLabels.load(file, NUMBERS))
        .hasMessage(file + " holds a model of kind 'song', expected 'linear-labels'");
  }

  @Test
  void unfitValues_areRefused() {
    assertThatThrownBy(() -> LinearLabels.trainer(NUMBERS).precision(1))
        .hasMessage("precision is 1.0, expected above 0.5 and below 1");
    assertThatThrownBy(() -> LinearLabels.trainer(NUMBERS).regularization(0))
        .hasMessage("regularization is 0.0, expected a finite number above 0");
    assertThatThrownBy(() -> LinearLabels.trainer(NUMBERS).threads(0))
        .hasMessage("threads is 0, expected 1 or more");
    assertThatThrownBy(
            () ->
                LinearLabels.trainer(NUMBERS)
                    .train(List.of(new LabeledText("1 0 0 0 0 0 0 0", "a"))))
        .hasMessage(
            "cannot learn labels: 1 of 1 examples can be read by the encoder 'numbers' and have the"
                + " labels [a]; give texts of two labels or more");
    assertThatThrownBy(
            () -> LabelDistribution.of(List.of("a"), new double[] {1}).sureFrom(Double.NaN))
        .hasMessage("sureFrom is NaN, expected above 0");
  }
}
