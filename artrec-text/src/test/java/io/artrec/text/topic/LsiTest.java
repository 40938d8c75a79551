package io.artrec.text.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.similarity.Similarities;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.VocabularyLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LsiTest {
  private static final Workers WORK = Workers.of(2);

  @TempDir Path folder;

  private static LsiModel learn(Lsi lsi, List<String> texts) {
    return lsi.learn(texts, Progress.silent(), new Cancellation());
  }

  private static double cosine(LsiModel model, String a, String b) {
    return Similarities.cosine()
        .compare(model.vector(a).orElseThrow(), model.vector(b).orElseThrow());
  }

  @Test
  void wordsThatKeepTheSameCompany_becomeAlike() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      texts.add("ship sea sail");
      texts.add("boat sea sail");
      texts.add("saint altar gold");
      texts.add("angel altar gold");
    }
    LsiModel model = learn(Lsi.of(2, TextAnalysis.english()).seed(4), texts);

    assertThat(model.dimensions()).isEqualTo(2);
    assertThat(cosine(model, "ship", "boat")).isCloseTo(1, within(1e-6));
    assertThat(cosine(model, "saint", "angel")).isCloseTo(1, within(1e-6));
    assertThat(cosine(model, "ship", "saint")).isCloseTo(0, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"40, 25, 6, 1", "25, 40, 6, 2", "7, 7, 7, 3", "1, 5, 3, 4", "60, 31, 31, 5"})
  void randomizedSvd_agreesWithTheFullOne(int rows, int columns, int count, long seed) {
    SparseRows matrix = random(rows, columns, seed);
    DMatrixRMaj dense = dense(matrix);
    var full = DecompositionFactory_DDRM.svd(rows, columns, false, false, true);
    assertThat(full.decompose(dense.copy())).isTrue();
    double[] expected = full.getSingularValues().clone();
    Arrays.sort(expected);

    RandomizedSvd.Factors found = RandomizedSvd.of(matrix, count, seed, WORK);
    assertThat(found.values()).hasSizeLessThanOrEqualTo(count).isNotEmpty();
    for (int d = 0; d < found.values().length; d++) {
      double value = expected[expected.length - 1 - d];
      assertThat(found.values()[d])
          .as("value %d", d)
          .isCloseTo(value, within(1e-4 * expected[expected.length - 1]));
      for (int r = 0; r < rows; r++) {
        double sum = 0;
        for (int c = 0; c < columns; c++) {
          sum += dense.get(r, c) * found.right()[d][c];
        }
        assertThat(sum).isCloseTo(found.values()[d] * found.left()[d][r], within(1e-6));
      }
    }
  }

  private static SparseRows random(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Integer> column = new ArrayList<>();
    List<Double> value = new ArrayList<>();
    int[] start = new int[rows + 1];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        if (random.nextInt(3) == 0 || c == r % columns) {
          column.add(c);
          value.add(random.nextDouble());
        }
      }
      start[r + 1] = column.size();
    }
    return new SparseRows(
        columns,
        start,
        column.stream().mapToInt(Integer::intValue).toArray(),
        value.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static DMatrixRMaj dense(SparseRows matrix) {
    DMatrixRMaj dense = new DMatrixRMaj(matrix.rows(), matrix.columns());
    for (int r = 0; r < matrix.rows(); r++) {
      for (int p = matrix.start()[r]; p < matrix.start()[r + 1]; p++) {
        dense.set(r, matrix.column()[p], matrix.value()[p]);
      }
    }
    return dense;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void plantedTopics_areRecovered(long seed) {
    PlantedTexts planted = new PlantedTexts(5, 200, 30, seed);
    LsiModel model = learn(Lsi.of(5, TextAnalysis.english()).seed(seed), planted.texts);
    int right = 0;
    for (int i = 0; i < 200; i++) {
      int nearest = -1;
      double best = -2;
      for (int j = 0; j < 200; j++) {
        double c = i == j ? -2 : cosine(model, planted.texts.get(i), planted.texts.get(j));
        if (c > best) {
          best = c;
          nearest = j;
        }
      }
      right += planted.labels.get(nearest).equals(planted.labels.get(i)) ? 1 : 0;
    }
    assertThat(right).as("seed %d: texts whose nearest is of their topic", seed).isGreaterThan(196);
  }

  @Test
  void space_isTheSameAtAnyNumberOfThreads_andLoadsAsSaved() {
    List<String> texts = new PlantedTexts(4, 120, 20, 9).texts;
    Lsi lsi = Lsi.of(6, TextAnalysis.english());
    LsiModel one = learn(lsi.threads(1), texts);
    LsiModel three = learn(lsi.threads(3), texts);
    assertThat(three.fingerprint()).isEqualTo(one.fingerprint());

    Path file = folder.resolve("lsi");
    ModelFile.write(file, one::save);
    LsiModel loaded = ModelFile.read(file, in -> LsiModel.read(in, TextAnalysis.english()));
    assertThat(loaded.fingerprint()).isEqualTo(one.fingerprint());
    assertThat(loaded.singularValues())
        .isEqualTo(one.singularValues())
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(loaded.vector(texts.get(3)).orElseThrow())
        .isEqualTo(one.vector(texts.get(3)).orElseThrow());
    assertThatThrownBy(() -> ModelFile.read(file, in -> LdaTopics.read(in, TextAnalysis.english())))
        .isInstanceOf(ModelFileException.class)
        .hasMessage("the topics were found by 'lsi', expected 'lda'");
  }

  @Test
  void textsWithoutTerms_areMissing() {
    LsiModel none = learn(Lsi.english(), List.of());
    assertThat(none.dimensions()).isZero();
    assertThat(none.vector("boat")).isEmpty();
    LsiModel one = learn(Lsi.english(), List.of("a single boat"));
    assertThat(one.vector("boat")).isEmpty();
    LsiModel some = learn(Lsi.english(), List.of("boat", "boat", "owl", "owl", ""));
    assertThat(some.dimensions()).isEqualTo(2);
    assertThat(some.vector("tree")).isEmpty();
    assertThat(some.vector("\uD800 \t")).isEmpty();
    assertThat(some.vector("a".repeat(1_500_000))).isEmpty();
  }

  @Test
  void limits_sayWhichTermsCount() {
    List<String> texts = List.of("boat", "boat", "owl", "owl", "owl");
    assertThat(learn(Lsi.english().limits(new VocabularyLimits(3, 1, 10)), texts).vector("boat"))
        .isEmpty();
  }

  @Test
  void badSettings_areRefused() {
    assertThatThrownBy(() -> Lsi.of(0, TextAnalysis.english()))
        .hasMessage("dimensions is 0, expected 1 to 10000");
    assertThatThrownBy(() -> Lsi.english().threads(0))
        .hasMessage("threads is 0, expected 1 or more");
    assertThatThrownBy(() -> TopicSettings.english(0))
        .hasMessage("topics is 0, expected 1 to 10000");
    assertThatThrownBy(() -> LdaTopics.of(TopicSettings.english(2)).sweeps(0))
        .hasMessage("sweeps is 0, expected 1 or more");
    assertThatThrownBy(() -> LdaTopics.of(TopicSettings.english(2)).priors(Double.NaN, 1))
        .hasMessage("sum of alpha is NaN, expected a number above 0");
    assertThatThrownBy(() -> LdaTopics.of(TopicSettings.english(2)).priors(1, 0))
        .hasMessage("beta is 0.0, expected a number above 0");
    assertThatThrownBy(() -> NmfTopics.of(TopicSettings.english(2)).rounds(0))
        .hasMessage("rounds is 0, expected 1 or more");
  }

  @Test
  void cancelledLearning_stops() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThatThrownBy(
            () ->
                Lsi.english()
                    .learn(new PlantedTexts(3, 30, 9, 1).texts, Progress.silent(), cancelled))
        .isInstanceOf(CancelledException.class);
  }
}
