package io.artrec.llm.wordvector;

/** What decides a training, apart from the texts. */
record Word2VecSettings(
    Word2Vec.Architecture architecture,
    int dimensions,
    int window,
    int negatives,
    int epochs,
    int minTexts,
    double subsampling,
    double learningRate,
    long seed,
    int threads) {
  private static final int MOST_DIMENSIONS = 10_000;
  private static final int MOST = 1000;

  Word2VecSettings {
    check("dimensions", dimensions, MOST_DIMENSIONS);
    check("window", window, MOST);
    check("negatives", negatives, MOST);
    check("epochs", epochs, Integer.MAX_VALUE);
    check("minTexts", minTexts, Integer.MAX_VALUE);
    check("threads", threads, Integer.MAX_VALUE);
    if (!(subsampling > 0 && subsampling < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "subsampling is " + subsampling + ", expected a number above 0; 1 keeps all words");
    }
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new IllegalArgumentException(
          "learningRate is " + learningRate + ", expected above 0, at most 1");
    }
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      String expected = most == Integer.MAX_VALUE ? "1 or more" : "1 to " + most;
      throw new IllegalArgumentException(name + " is " + value + ", expected " + expected);
    }
  }

  static Word2VecSettings standard(Word2Vec.Architecture architecture, double rate) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new Word2VecSettings(architecture, 100, 5, 5, 5, 2, 1e-3, rate, 1, processors);
  }

  Word2VecSettings dimensions(int count) {
    return new Word2VecSettings(
        architecture,
        count,
        window,
        negatives,
        epochs,
        minTexts,
        subsampling,
        learningRate,
        seed,
        threads);
  }

  Word2VecSettings window(int words) {
    return new Word2VecSettings(
        architecture,
        dimensions,
        words,
        negatives,
        epochs,
        minTexts,
        subsampling,
        learningRate,
        seed,
        threads);
  }

  Word2VecSettings negatives(int count) {
    return new Word2VecSettings(
        architecture,
        dimensions,
        window,
        count,
        epochs,
        minTexts,
        subsampling,
        learningRate,
        seed,
        threads);
  }

  Word2VecSettings epochs(int count) {
    return new Word2VecSettings(
        architecture,
        dimensions,
        window,
        negatives,
        count,
        minTexts,
        subsampling,
        learningRate,
        seed,
        threads);
  }

  Word2VecSettings minTexts(int texts) {
    return new Word2VecSettings(
        architecture,
        dimensions,
        window,
        negatives,
        epochs,
        texts,
        subsampling,
        learningRate,
        seed,
        threads);
  }

  Word2VecSettings subsampling(double threshold) {
    return new Word2VecSettings(
        architecture,
        dimensions,
        window,
        negatives,
        epochs,
        minTexts,
        threshold,
        learningRate,
        seed,
        threads);
  }

  Word2VecSettings learningRate(double rate) {
    return new Word2VecSettings(
        architecture,
        dimensions,
        window,
        negatives,
        epochs,
        minTexts,
        subsampling,
        rate,
        seed,
        threads);
  }

  Word2VecSettings seed(long value) {
    return new Word2VecSettings(
        architecture,
        dimensions,
        window,
        negatives,
        epochs,
        minTexts,
        subsampling,
        learningRate,
        value,
        threads);
  }

  Word2VecSettings threads(int count) {
    return new Word2VecSettings(
        architecture,
        dimensions,
        window,
        negatives,
        epochs,
        minTexts,
        subsampling,
        learningRate,
        seed,
        count);
  }

  String parameters() {
    return architecture.label()
        + ", "
        + dimensions
        + " dimensions, window "
        + window
        + ", "
        + negatives
        + " negatives, "
        + epochs
        + " epochs, words of "
        + minTexts
        + " texts, subsampling "
        + subsampling
        + ", rate "
        + learningRate
        + ", seed "
        + seed;
  }
}
