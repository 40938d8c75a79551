package io.artrec.text.wordvector;

/**
 * What every training of word vectors must be told, apart from the texts. Immutable; every setter
 * gives a changed copy.
 */
final class LearningSettings {
  private static final int MOST_DIMENSIONS = 10_000;
  private static final int MOST_WINDOW = 1000;

  private int dimensions = 100;
  private int window = 5;
  private int epochs = 5;
  private int minTexts = 2;
  private double learningRate = 0.05;
  private long seed = 1;
  private int threads = Runtime.getRuntime().availableProcessors();

  private LearningSettings() {}

  private LearningSettings(LearningSettings from) {
    dimensions = from.dimensions;
    window = from.window;
    epochs = from.epochs;
    minTexts = from.minTexts;
    learningRate = from.learningRate;
    seed = from.seed;
    threads = from.threads;
  }

  static LearningSettings standard() {
    return new LearningSettings();
  }

  static int check(String name, int value, int most) {
    if (value < 1 || value > most) {
      String expected = most == Integer.MAX_VALUE ? "1 or more" : "1 to " + most;
      throw new IllegalArgumentException(name + " is " + value + ", expected " + expected);
    }
    return value;
  }

  LearningSettings dimensions(int count) {
    LearningSettings copy = new LearningSettings(this);
    copy.dimensions = check("dimensions", count, MOST_DIMENSIONS);
    return copy;
  }

  LearningSettings window(int words) {
    LearningSettings copy = new LearningSettings(this);
    copy.window = check("window", words, MOST_WINDOW);
    return copy;
  }

  LearningSettings epochs(int count) {
    LearningSettings copy = new LearningSettings(this);
    copy.epochs = check("epochs", count, Integer.MAX_VALUE);
    return copy;
  }

  LearningSettings minTexts(int texts) {
    LearningSettings copy = new LearningSettings(this);
    copy.minTexts = check("minTexts", texts, Integer.MAX_VALUE);
    return copy;
  }

  LearningSettings learningRate(double rate) {
    if (!(rate > 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          "learningRate is " + rate + ", expected above 0, at most 1");
    }
    LearningSettings copy = new LearningSettings(this);
    copy.learningRate = rate;
    return copy;
  }

  LearningSettings seed(long value) {
    LearningSettings copy = new LearningSettings(this);
    copy.seed = value;
    return copy;
  }

  LearningSettings threads(int count) {
    LearningSettings copy = new LearningSettings(this);
    copy.threads = check("threads", count, Integer.MAX_VALUE);
    return copy;
  }

  int dimensions() {
    return dimensions;
  }

  int window() {
    return window;
  }

  int epochs() {
    return epochs;
  }

  int minTexts() {
    return minTexts;
  }

  double learningRate() {
    return learningRate;
  }

  long seed() {
    return seed;
  }

  int threads() {
    return threads;
  }
}
