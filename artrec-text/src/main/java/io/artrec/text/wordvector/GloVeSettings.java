package io.artrec.text.wordvector;

/** What decides a training of GloVe, apart from the texts. */
record GloVeSettings(LearningSettings learning, double fullWeight, boolean oneSided) {
  private static final double POWER = 0.75;

  GloVeSettings {
    if (!(fullWeight > 0 && fullWeight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "fullWeight is " + fullWeight + ", expected a finite number above 0");
    }
  }

  static GloVeSettings standard() {
    LearningSettings learning =
        LearningSettings.standard().window(10).epochs(25).learningRate(0.05);
    return new GloVeSettings(learning, 10, false);
  }

  GloVeSettings with(LearningSettings changed) {
    return new GloVeSettings(changed, fullWeight, oneSided);
  }

  GloVeSettings fullWeight(double count) {
    return new GloVeSettings(learning, count, oneSided);
  }

  GloVeSettings beforeOnly() {
    return new GloVeSettings(learning, fullWeight, true);
  }

  /** What a pair's error counts for, 0 to 1. */
  double weight(double count) {
    return count >= fullWeight ? 1 : StrictMath.pow(count / fullWeight, POWER);
  }

  String parameters() {
    return "glove, "
        + learning.dimensions()
        + " dimensions, window "
        + learning.window()
        + (oneSided ? " before" : "")
        + ", full weight from "
        + fullWeight
        + ", "
        + learning.epochs()
        + " epochs, words of "
        + learning.minTexts()
        + " texts, rate "
        + learning.learningRate()
        + ", seed "
        + learning.seed();
  }
}
