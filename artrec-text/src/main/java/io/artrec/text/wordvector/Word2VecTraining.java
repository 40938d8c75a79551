package io.artrec.text.wordvector;

import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.util.Arrays;
import java.util.SplittableRandom;

/** One training, word after word. Sums are added up in a stated order, in single precision. */
final class Word2VecTraining {
  private static final String STAGE = "training word vectors";
  private static final double LEAST_RATE = 1e-4;
  private static final int TABLE = 4096;
  private static final float REACH = 8;
  private static final float STEP = TABLE / (2 * REACH);
  private static final int BETWEEN_REPORTS = 64;

  /** σ at the middle of each of {@code TABLE} steps from −8 to 8; beyond, at the ends. */
  private static final float[] SIGMOID = new float[TABLE];

  static {
    for (int i = 0; i < TABLE; i++) {
      double x = (i + 0.5) / STEP - REACH;
      SIGMOID[i] = (float) (1 / (1 + StrictMath.exp(-x)));
    }
  }

  private final WordSequences sequences;
  private final Word2VecSettings settings;
  private final int width;
  private final float[] vectors;
  private final float[] outputs;
  private final double[] keep;
  private final NegativeTable negatives;
  private final SplittableRandom random;
  private final float[] hidden;
  private final float[] change;
  private long done;
  private float rate;

  Word2VecTraining(WordSequences sequences, int words, Word2VecSettings settings) {
    this.sequences = sequences;
    this.settings = settings;
    width = settings.learning().dimensions();
    vectors = new float[words * width];
    outputs = new float[words * width];
    hidden = new float[width];
    change = new float[width];
    random = new SplittableRandom(settings.learning().seed());
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = ((random.nextLong() >>> 40) * 0x1p-24f - 0.5f) / width;
    }
    keep = new double[words];
    for (int w = 0; w < words; w++) {
      double ratio =
          settings.subsampling() * sequences.words() / Math.max(1, sequences.frequencies()[w]);
      keep[w] = Math.sqrt(ratio) + ratio;
    }
    negatives = new NegativeTable(sequences.frequencies());
  }

  float[] run(Progress progress, Cancellation cancellation) {
    long all = sequences.words() * settings.learning().epochs();
    for (int epoch = 0; epoch < settings.learning().epochs(); epoch++) {
      int count = 0;
      for (int[] text : sequences.texts()) {
        cancellation.check(STAGE);
        double gone = done / (double) Math.max(1, all);
        rate = (float) (settings.learning().learningRate() * Math.max(LEAST_RATE, 1 - gone));
        train(sampled(text));
        done += text.length;
        if (++count % BETWEEN_REPORTS == 0) {
          progress.update(STAGE, done, all);
        }
      }
    }
    progress.update(STAGE, all, all);
    return vectors;
  }

  private int[] sampled(int[] text) {
    int[] kept = new int[text.length];
    int n = 0;
    for (int word : text) {
      if (keep[word] >= 1 || unit() < keep[word]) {
        kept[n++] = word;
      }
    }
    return Arrays.copyOf(kept, n);
  }

  private double unit() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  private void train(int[] text) {
    for (int i = 0; i < text.length; i++) {
      int reach = 1 + (int) (((random.nextLong() >>> 32) * settings.learning().window()) >>> 32);
      int from = Math.max(0, i - reach);
      int to = Math.min(text.length, i + reach + 1);
      if (settings.architecture() == Word2Vec.Architecture.SKIP_GRAM) {
        skipGram(text, i, from, to);
      } else if (to - from > 1) {
        cbow(text, i, from, to);
      }
    }
  }

  private void skipGram(int[] text, int center, int from, int to) {
    int at = text[center] * width;
    for (int j = from; j < to; j++) {
      if (j != center) {
        System.arraycopy(vectors, at, hidden, 0, width);
        learn(text[j]);
        add(change, 0, 1, vectors, at);
      }
    }
  }

  private void cbow(int[] text, int center, int from, int to) {
    Arrays.fill(hidden, 0);
    float share = 1f / (to - from - 1);
    for (int j = from; j < to; j++) {
      if (j != center) {
        add(vectors, text[j] * width, share, hidden, 0);
      }
    }
    learn(text[center]);
    for (int j = from; j < to; j++) {
      if (j != center) {
        add(change, 0, 1, vectors, text[j] * width);
      }
    }
  }

  /** Raises the likelihood of a word given {@code hidden}, and gathers how that should change. */
  private void learn(int right) {
    Arrays.fill(change, 0);
    step(right, 1);
    for (int k = 0; k < settings.negatives(); k++) {
      int drawn = negatives.draw(random);
      if (drawn != right) {
        step(drawn, 0);
      }
    }
  }

  private void step(int word, float label) {
    int at = word * width;
    float gradient = (label - sigmoid(VectorRows.dot(hidden, 0, outputs, at, width))) * rate;
    add(outputs, at, gradient, change, 0);
    add(hidden, 0, gradient, outputs, at);
  }

  private static float sigmoid(float x) {
    int step = (int) ((x + REACH) * STEP);
    return SIGMOID[Math.max(0, Math.min(TABLE - 1, step))];
  }

  private void add(float[] from, int source, float factor, float[] to, int target) {
    for (int d = 0; d < width; d++) {
      to[target + d] += factor * from[source + d];
    }
  }
}
