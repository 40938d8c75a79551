package io.artrec.llm.label;

import io.artrec.llm.sentiment.WordEncoder;
import io.artrec.llm.testkit.TextLabelerContract;
import io.artrec.text.embedding.SentenceEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

class LabelersContractTest {
  private static final SentenceEncoder ENCODER = new WordEncoder("words");
  private static final List<LabeledText> EXAMPLES =
      List.of(
          new LabeledText("a boat at sea", "water"),
          new LabeledText("waves of the sea", "water"),
          new LabeledText("a river with a boat", "water"),
          new LabeledText("a barn in a field", "land"),
          new LabeledText("the field and a tree", "land"),
          new LabeledText("a tree by the barn", "land"));

  private abstract static class Contract extends TextLabelerContract {
    @Override
    protected List<String> texts() {
      return List.of("the boat on the sea", "a field with a tree", "sea and field");
    }
  }

  @Nested
  class OfNeighbors extends Contract {
    @Override
    protected TextLabeler labeler() {
      return NearestLabels.of(ENCODER, EXAMPLES).neighbors(2);
    }
  }

  @Nested
  class OfDescriptions extends Contract {
    @Override
    protected TextLabeler labeler() {
      Map<String, String> descriptions = new LinkedHashMap<>();
      descriptions.put("water", "sea and boat");
      descriptions.put("land", "field and tree");
      return DescribedLabels.of(
          ENCODER, new LabelSet("ground", descriptions, List.of("{}", "a picture of {}")));
    }
  }

  @Nested
  class OfALinearHead extends Contract {
    @Override
    protected TextLabeler labeler() {
      return LinearLabels.trainer(ENCODER).train(EXAMPLES);
    }
  }

  @Nested
  class Calibrated extends Contract {
    @Override
    protected TextLabeler labeler() {
      return CalibratedLabels.of(NearestLabels.of(ENCODER, EXAMPLES).neighbors(2), EXAMPLES);
    }
  }
}
