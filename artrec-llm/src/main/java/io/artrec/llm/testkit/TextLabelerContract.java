package io.artrec.llm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.classification.LabelDistribution;
import io.artrec.llm.label.TextLabeler;
import io.artrec.task.Workers;
import io.artrec.text.testkit.SampleTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TextLabeler} must do: answer with its own labels in their order, say of a text
 * without anything to read that it cannot be read, and the same of the same text alone, in batches
 * of the size it asks for and on any thread.
 */
public abstract class TextLabelerContract {
  private static final int THREADS = 4;
  private static final int ROUNDS = 4;

  /** For subclasses. */
  protected TextLabelerContract() {}

  /** {@return what is tested} */
  protected abstract TextLabeler labeler();

  /**
   * Returns texts that the labeler reads, of two labels at least.
   *
   * @return the texts
   */
  protected abstract List<String> texts();

  private List<String> allTexts() {
    List<String> all = new ArrayList<>(texts());
    all.addAll(SampleTexts.blank());
    all.addAll(SampleTexts.hostile());
    all.addAll(texts());
    return all;
  }

  @Test
  void whatItSaysOfItself_isStable() {
    TextLabeler labeler = labeler();
    assertThat(labeler.name()).isNotBlank().isEqualTo(labeler.name());
    assertThat(labeler.labels())
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank)
        .isEqualTo(labeler.labels());
    assertThat(labeler.batchSize()).isPositive();
    assertThat(labeler.batchTolerance()).isBetween(0.0, 0.1);
  }

  @Test
  void answers_areOfItsLabels_andTellTextsApart() {
    TextLabeler labeler = labeler();
    for (String text : allTexts()) {
      LabelDistribution answer = labeler.label(text);
      assertThat(answer.labels()).isEqualTo(labeler.labels());
      if (!answer.isReadable()) {
        assertThat(answer.sure()).isEmpty();
      }
    }
    assertThat(texts()).allMatch(text -> labeler.label(text).isReadable());
    assertThat(texts().stream().map(text -> labeler.label(text).likeliest()).distinct().count())
        .as("labels of %s", texts())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void textsWithoutAnything_cannotBeRead() {
    for (String text : SampleTexts.blank()) {
      assertThat(labeler().label(text).isReadable()).isFalse();
    }
  }

  @Test
  void batches_holdWhatTheirTextsHaveAlone_inOrder() {
    TextLabeler labeler = labeler();
    List<String> texts = allTexts();
    List<LabelDistribution> alone = texts.stream().map(labeler::label).toList();
    requireSame(inBatches(labeler, texts), alone, labeler.batchTolerance());
    List<String> back = new ArrayList<>(texts);
    List<LabelDistribution> aloneBack = new ArrayList<>(alone);
    Collections.reverse(back);
    Collections.reverse(aloneBack);
    requireSame(inBatches(labeler, back), aloneBack, labeler.batchTolerance());
    assertThat(labeler.labelAll(List.of())).isEmpty();
  }

  private static List<LabelDistribution> inBatches(TextLabeler labeler, List<String> texts) {
    List<LabelDistribution> answers = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += labeler.batchSize()) {
      answers.addAll(
          labeler.labelAll(
              texts.subList(from, Math.min(texts.size(), from + labeler.batchSize()))));
    }
    return answers;
  }

  @Test
  void manyThreads_getTheSame() {
    TextLabeler labeler = labeler();
    List<LabelDistribution> alone = texts().stream().map(labeler::label).toList();
    Workers.of(THREADS)
        .run(
            "labelling",
            THREADS * ROUNDS,
            1,
            (from, to) -> requireSame(texts().stream().map(labeler::label).toList(), alone, 0));
  }

  private static void requireSame(
      List<LabelDistribution> answers, List<LabelDistribution> expected, double tolerance) {
    assertThat(answers).hasSameSizeAs(expected);
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).isReadable()).isEqualTo(expected.get(i).isReadable());
      for (int label = 0; label < expected.get(i).labels().size(); label++) {
        assertThat(answers.get(i).probability(label))
            .as("text %d: %s", i, answers.get(i).labels().get(label))
            .isEqualTo(expected.get(i).probability(label), within(tolerance));
      }
    }
  }
}
