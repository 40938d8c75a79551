package io.artrec.llm.sentiment;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.sentiment.Sentiment;
import io.artrec.text.sentiment.Sentiment.Label;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** The sides that a trained analyzer tells apart, two or three, in a fixed order. */
final class Sides {
  private final List<Label> labels;

  private Sides(List<Label> labels) {
    this.labels = labels;
  }

  /**
   * The sides of examples.
   *
   * @throws SentimentTrainingException when there are fewer than two
   */
  static Sides of(List<SentimentExample> usable, int given) {
    if (usable.isEmpty()) {
      throw new SentimentTrainingException(
          given == 0
              ? "cannot learn sentiment from no examples; give texts of at least two sides"
              : String.format(
                  Locale.ROOT,
                  "cannot learn sentiment: none of %d examples holds a text this analyzer reads",
                  given));
    }
    EnumSet<Label> found = EnumSet.noneOf(Label.class);
    usable.forEach(example -> found.add(example.label()));
    if (found.size() < 2) {
      throw new SentimentTrainingException(
          String.format(
              Locale.ROOT,
              "cannot learn sentiment: all %d usable examples are %s; give texts of at least two sides",
              usable.size(),
              usable.get(0).label().code()));
    }
    return new Sides(List.copyOf(found));
  }

  int count() {
    return labels.size();
  }

  int index(Label label) {
    return labels.indexOf(label);
  }

  /**
   * The sentiment of a distribution over the sides: the intensity is what positive has over
   * negative, the label the likeliest side, neutral when two are alike.
   */
  Sentiment judge(double[] probabilities) {
    int best = 0;
    boolean tied = false;
    double intensity = 0;
    for (int side = 0; side < probabilities.length; side++) {
      if (side > 0 && probabilities[side] >= probabilities[best]) {
        tied = probabilities[side] == probabilities[best];
        best = side;
      }
      intensity +=
          switch (labels.get(side)) {
            case POSITIVE -> probabilities[side];
            case NEGATIVE -> -probabilities[side];
            case NEUTRAL -> 0;
          };
    }
    double bounded = Math.max(-1, Math.min(1, intensity));
    Label label = tied ? Label.NEUTRAL : labels.get(best);
    boolean contradicts =
        (label == Label.POSITIVE && bounded <= 0) || (label == Label.NEGATIVE && bounded >= 0);
    return new Sentiment(bounded, contradicts ? Label.NEUTRAL : label);
  }

  void save(StateWriter out) {
    out.putStrings("sides", labels.stream().map(Label::code).toList());
  }

  static Sides load(StateReader in, Path file) {
    List<Label> labels = new ArrayList<>();
    for (String code : in.getStrings("sides")) {
      labels.add(
          Label.ofCode(code)
              .orElseThrow(
                  () -> new ModelFileException(file + " holds an unknown side '" + code + "'")));
    }
    if (labels.size() < 2 || labels.size() != EnumSet.copyOf(labels).size()) {
      throw new ModelFileException(
          file + " holds the sides " + labels + ", expected two or three different ones");
    }
    return new Sides(List.copyOf(labels));
  }
}
