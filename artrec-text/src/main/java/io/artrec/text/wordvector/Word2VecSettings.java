package io.artrec.text.wordvector;

/** What decides a training of word2vec, apart from the texts. */
record Word2VecSettings(
    Word2Vec.Architecture architecture,
    LearningSettings learning,
    int negatives,
    double subsampling) {
  private static final int MOST_NEGATIVES = 1000;

  Word2VecSettings {
    LearningSettings.check("negatives", negatives, MOST_NEGATIVES);
    if (!(subsampling > 0 && subsampling < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "subsampling is " + subsampling + ", expected a number above 0; 1 keeps all words");
    }
  }

  static Word2VecSettings standard(Word2Vec.Architecture architecture, double rate) {
    LearningSettings learning = LearningSettings.standard().window(5).epochs(5).learningRate(rate);
    return new Word2VecSettings(architecture, learning, 5, 1e-3);
  }

  Word2VecSettings with(LearningSettings changed) {
    return new Word2VecSettings(architecture, changed, negatives, subsampling);
  }

  Word2VecSettings negatives(int count) {
    return new Word2VecSettings(architecture, learning, count, subsampling);
  }

  Word2VecSettings subsampling(double threshold) {
    return new Word2VecSettings(architecture, learning, negatives, threshold);
  }

  String parameters() {
    return architecture.label()
        + ", "
        + learning.dimensions()
        + " dimensions, window "
        + learning.window()
        + ", "
        + negatives
        + " negatives, "
        + learning.epochs()
        + " epochs, words of "
        + learning.minTexts()
        + " texts, subsampling "
        + subsampling
        + ", rate "
        + learning.learningRate()
        + ", seed "
        + learning.seed();
  }
}
