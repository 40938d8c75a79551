package io.artrec.llm.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.classification.LabelDistribution;
import io.artrec.llm.label.TextLabeler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Holds for a labeler written for it; each broken one is found out. */
class TextLabelerContractTest extends TextLabelerContract {
  private static final List<String> TEXTS = List.of("the sea", "the land", "sea and land");

  /** Whether a text speaks of the sea or of land. */
  private static class Shores implements TextLabeler {
    @Override
    public String name() {
      return "shores";
    }

    @Override
    public List<String> labels() {
      return List.of("sea", "land");
    }

    @Override
    public LabelDistribution label(String text) {
      boolean sea = text.contains("sea");
      boolean land = text.contains("land");
      if (!sea && !land) {
        return LabelDistribution.unreadable(labels());
      }
      double share = sea == land ? 0.5 : sea ? 0.9 : 0.1;
      return LabelDistribution.of(labels(), new double[] {share, 1 - share});
    }
  }

  @Override
  protected TextLabeler labeler() {
    return new Shores();
  }

  @Override
  protected List<String> texts() {
    return TEXTS;
  }

  private static void isFoundOut(TextLabeler broken, Consumer<TextLabelerContract> by) {
    TextLabelerContract contract =
        new TextLabelerContract() {
          @Override
          protected TextLabeler labeler() {
            return broken;
          }

          @Override
          protected List<String> texts() {
            return TEXTS;
          }
        };
    assertThatThrownBy(() -> by.accept(contract)).isInstanceOf(AssertionError.class);
  }

  @Test
  void twinLabels_andBatchesOfNothing_areFoundOut() {
    isFoundOut(
        new Shores() {
          @Override
          public List<String> labels() {
            return List.of("sea", "sea");
          }
        },
        TextLabelerContract::whatItSaysOfItself_isStable);
    isFoundOut(
        new Shores() {
          @Override
          public int batchSize() {
            return 0;
          }
        },
        TextLabelerContract::whatItSaysOfItself_isStable);
  }

  @Test
  void labelsOfAnotherOrder_andOneAnswerToAll_areFoundOut() {
    isFoundOut(
        new Shores() {
          @Override
          public LabelDistribution label(String text) {
            return LabelDistribution.of(List.of("land", "sea"), new double[] {0.4, 0.6});
          }
        },
        TextLabelerContract::answers_areOfItsLabels_andTellTextsApart);
    isFoundOut(
        new Shores() {
          @Override
          public LabelDistribution label(String text) {
            return super.label("sea");
          }
        },
        TextLabelerContract::answers_areOfItsLabels_andTellTextsApart);
  }

  @Test
  void answersToNothing_areFoundOut() {
    isFoundOut(
        new Shores() {
          @Override
          public LabelDistribution label(String text) {
            return super.label(text.isBlank() ? "sea" : text);
          }
        },
        TextLabelerContract::textsWithoutAnything_cannotBeRead);
  }

  @Test
  void batchesThatLoseATwin_orDiffer_areFoundOut() {
    isFoundOut(
        new Shores() {
          @Override
          public int batchSize() {
            return 100;
          }

          @Override
          public List<LabelDistribution> labelAll(List<String> texts) {
            return texts.stream().distinct().map(this::label).toList();
          }
        },
        TextLabelerContract::batches_holdWhatTheirTextsHaveAlone_inOrder);
    isFoundOut(
        new Shores() {
          @Override
          public List<LabelDistribution> labelAll(List<String> texts) {
            List<LabelDistribution> all = new ArrayList<>();
            texts.forEach(text -> all.add(label(text + " sea")));
            return all;
          }
        },
        TextLabelerContract::batches_holdWhatTheirTextsHaveAlone_inOrder);
  }

  @Test
  void answersThatDependOnWhatWasAskedBefore_areFoundOut() {
    AtomicInteger asked = new AtomicInteger();
    isFoundOut(
        new Shores() {
          @Override
          public LabelDistribution label(String text) {
            double share = 1.0 / asked.incrementAndGet();
            return LabelDistribution.of(labels(), new double[] {share, 1 - share});
          }
        },
        TextLabelerContract::manyThreads_getTheSame);
  }
}
