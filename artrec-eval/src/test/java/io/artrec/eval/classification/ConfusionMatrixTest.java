package io.artrec.eval.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  /** Of three cubist works two are said to be, of two baroque ones none; pop is only said. */
  private static ConfusionMatrix styles() {
    return ConfusionMatrix.of(
        List.of("cubism", "cubism", "cubism", "baroque", "baroque", "fauvism"),
        List.of("cubism", "cubism", "baroque", "cubism", "pop", "fauvism"));
  }

  @Test
  void countsByHand() {
    ConfusionMatrix matrix = styles();
    assertThat(matrix.classes()).containsExactly("baroque", "cubism", "fauvism", "pop");
    assertThat(matrix.count("cubism", "cubism")).isEqualTo(2);
    assertThat(matrix.count("cubism", "baroque")).isEqualTo(1);
    assertThat(matrix.count("baroque", "pop")).isEqualTo(1);
    assertThat(matrix.support("cubism")).isEqualTo(3);
    assertThat(matrix.predictedCount("cubism")).isEqualTo(3);
    assertThat(matrix.size()).isEqualTo(6);
  }

  @Test
  void confusions_byFrequency() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(
            List.of("a", "a", "b", "b", "c", "c"), List.of("b", "a", "c", "c", "a", "c"));
    assertThat(matrix.topConfusions(2))
        .containsExactly(
            new ConfusionMatrix.Confusion("b", "c", 2), new ConfusionMatrix.Confusion("a", "b", 1));
    assertThat(matrix.topConfusions(9)).hasSize(3);
    assertThat(matrix.topConfusions(1).get(0)).hasToString("b taken for c: 2");
  }

  @Test
  void csv_quotesAndDisarms() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(List.of("=sum", "oil, wood"), List.of("oil, wood", "oil, wood"));
    assertThat(matrix.toCsv())
        .isEqualTo("actual,'=sum,\"oil, wood\"\n'=sum,0,1\n\"oil, wood\",0,1\n");
  }

  @Test
  void ofEachClass_byHand() {
    ConfusionMatrix matrix = styles();
    assertThat(matrix.precision("cubism")).hasValue(2 / 3.0);
    assertThat(matrix.recall("cubism")).hasValue(2 / 3.0);
    assertThat(matrix.f1("cubism")).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(matrix.precision("baroque")).hasValue(0);
    assertThat(matrix.recall("baroque")).hasValue(0);
    assertThat(matrix.f1("baroque")).isZero();
    assertThat(matrix.recall("pop")).isEmpty();
    assertThat(matrix.f1("pop")).isZero();
  }

  @Test
  void overall_byHand() {
    ConfusionMatrix matrix = styles();
    assertThat(matrix.accuracy()).isEqualTo(0.5);
    // (0 + 2/3 + 1 + 0) / 4
    assertThat(matrix.macroPrecision()).isCloseTo(5 / 12.0, within(1e-15));
    assertThat(matrix.macroRecall()).isCloseTo(5 / 12.0, within(1e-15));
    assertThat(matrix.macroF1()).isCloseTo(5 / 12.0, within(1e-15));
    // without pop, which has no examples
    assertThat(matrix.balancedAccuracy()).isCloseTo(5 / 9.0, within(1e-15));
  }

  /**
   * The example of scikit-learn's documentation of f1_score: 0, 1, 2, 0, 1, 2 and 0, 2, 1, 0, 0, 1.
   */
  @Test
  void scikitLearnsExample() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(
            List.of("0", "1", "2", "0", "1", "2"), List.of("0", "2", "1", "0", "0", "1"));
    assertThat(matrix.macroF1()).isCloseTo(0.26666666666666666, within(1e-12));
    assertThat(matrix.macroPrecision()).isCloseTo(0.2222222222222222, within(1e-12));
    assertThat(matrix.macroRecall()).isCloseTo(0.3333333333333333, within(1e-12));
  }

  @Test
  void perfect_allOnes() {
    ConfusionMatrix matrix = ConfusionMatrix.of(List.of("a", "b"), List.of("a", "b"));
    assertThat(matrix.accuracy()).isEqualTo(1);
    assertThat(matrix.macroF1()).isEqualTo(1);
    assertThat(matrix.notes()).isEmpty();
  }

  @Test
  void oneClassOnly_saysWhatThatCannotTell() {
    ConfusionMatrix matrix = ConfusionMatrix.of(List.of("a", "a"), List.of("a", "a"));
    assertThat(matrix.macroF1()).isEqualTo(1);
    assertThat(matrix.notes())
        .containsExactly(
            "all 2 examples are of one class, 'a'; they cannot say whether it is told from others");
  }

  @Test
  void classesNeverSaidOrWithoutExamples_areNoted() {
    assertThat(ConfusionMatrix.of(List.of("a", "b"), List.of("a", "c")).notes())
        .containsExactly(
            "class 'b' was never said, so that it has no precision",
            "class 'c' has no examples, so that it has no recall");
  }

  @Test
  void table_isReadable() {
    assertThat(styles().toString().lines().toList())
        .hasSize(5)
        .anySatisfy(line -> assertThat(line).startsWith("cubism").contains("0.667"))
        .anySatisfy(line -> assertThat(line).startsWith("pop").contains(" - "))
        .noneSatisfy(line -> assertThat(line).contains("NaN"));
  }

  @Test
  void badInput_saysWhatIsExpected() {
    assertThatThrownBy(() -> ConfusionMatrix.of(List.of("a"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 true classes and 0 predicted ones, expected as many, in the same order");
    assertThatThrownBy(() -> ConfusionMatrix.of(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no example, expected one or more to measure");
    assertThatThrownBy(() -> styles().f1("rococo"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no class 'rococo', expected one of baroque, cubism, fauvism, pop");
  }
}
