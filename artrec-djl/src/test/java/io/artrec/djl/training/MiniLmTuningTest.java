package io.artrec.djl.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.djl.ModelSource;
import io.artrec.djl.PyTorch;
import io.artrec.djl.text.Pooling;
import io.artrec.djl.text.TextEncoder;
import io.artrec.djl.text.TextEncoderOptions;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A published encoder, tuned on some hundred sentences that were made up for it. */
class MiniLmTuningTest {
  private static final TextEncoderOptions OPTIONS =
      TextEncoderOptions.standard().pooling(Pooling.MEAN).maxTokens(256).device("cpu");

  private static final List<String> SUBJECTS =
      List.of(
          "A fishing boat in a harbour",
          "A girl with a cat",
          "Two peasants in a field",
          "A bowl of lemons",
          "A church tower",
          "A horse and its rider",
          "A village street in snow",
          "A bridge over a river",
          "A sleeping child",
          "A vase of tulips",
          "An old soldier",
          "A mountain lake",
          "A dancer on a stage",
          "A market square",
          "A ship in a storm",
          "A woman who reads a letter");

  private static final int SUBJECTS_TO_LEARN = 10;

  private static final List<List<String>> WAYS =
      List.of(
          List.of("in thick strokes of a loaded brush", "the paint laid on like plaster"),
          List.of("in thin transparent washes", "in watercolour so light that the paper shows"),
          List.of("in a few hard lines cut into wood", "printed in black from a carved block"),
          List.of("in tiny dots of pure colour", "built of countless points of paint"),
          List.of("in broken planes seen from several sides", "shattered into facets like glass"),
          List.of("smooth as enamel without a visible stroke", "with every hair drawn by itself"));

  private static final List<String> PEOPLE =
      List.of("woman", "man", "boy", "girl", "farmer", "soldier", "queen", "monk");
  private static final List<String> ANIMALS =
      List.of("dog", "cat", "horse", "bear", "goose", "bull", "wolf", "goat");
  private static final List<String> DEEDS =
      List.of("chases", "watches", "follows", "frightens", "guards", "awaits");

  @BeforeEach
  void engine() {
    PyTorch.assumeAvailable();
  }

  private static ModelSource miniLm() {
    return ModelSource.resource(
        Objects.requireNonNull(MiniLmTuningTest.class.getClassLoader()), "all-minilm-l6-v2.onnx");
  }

  private static List<float[]> vectors(ModelSource source, List<String> texts) {
    try (TextEncoder encoder = TextEncoder.open(source, OPTIONS)) {
      return encoder.encodeAll(texts).stream().map(vector -> vector.orElseThrow()).toList();
    }
  }

  /** Works of one technique belong together, whatever they show. */
  @Test
  void whatVisitorsGoBy_isLearnedFromPairs() {
    SplittableRandom random = new SplittableRandom(1);
    List<TextPair> pairs = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      int one = random.nextInt(SUBJECTS_TO_LEARN);
      int other = (one + 1 + random.nextInt(SUBJECTS_TO_LEARN - 1)) % SUBJECTS_TO_LEARN;
      List<String> way = WAYS.get(i % WAYS.size());
      int wording = random.nextInt(2);
      pairs.add(
          new TextPair(
              SUBJECTS.get(one) + ", " + way.get(wording),
              SUBJECTS.get(other) + ", " + way.get(1 - wording)));
    }
    double before = sameWay(miniLm());
    TunedEncoder tuned =
        EncoderTuner.of(miniLm(), OPTIONS)
            .lastLayers(1)
            .training(o -> o.learningRate(2e-4))
            .match(pairs);
    double after = sameWay(tuned.source());
    assertThat(before).isLessThan(0.2);
    assertThat(after).isGreaterThan(0.4);
    assertThat(tuned.loss()).isLessThan(tuned.lossBefore().orElseThrow() / 2);
  }

  /** For what share of works of subjects not learned the nearest is of the same technique. */
  private static double sameWay(ModelSource source) {
    List<String> texts = new ArrayList<>();
    List<Integer> ways = new ArrayList<>();
    for (int subject = SUBJECTS_TO_LEARN; subject < SUBJECTS.size(); subject++) {
      for (int way = 0; way < WAYS.size(); way++) {
        texts.add(SUBJECTS.get(subject) + ", " + WAYS.get(way).get(subject % 2));
        ways.add(way);
      }
    }
    List<float[]> vectors = vectors(source, texts);
    int right = 0;
    for (int i = 0; i < texts.size(); i++) {
      double best = -2;
      int nearest = -1;
      for (int j = 0; j < texts.size(); j++) {
        double cosine = 0;
        for (int d = 0; d < vectors.get(i).length; d++) {
          cosine += vectors.get(i)[d] * vectors.get(j)[d];
        }
        if (j != i && cosine > best) {
          best = cosine;
          nearest = j;
        }
      }
      right += ways.get(nearest).equals(ways.get(i)) ? 1 : 0;
    }
    return (double) right / texts.size();
  }

  /** Whether a person acts or an animal: mean vectors of words hold little of that. */
  @Test
  void whoDoesItToWhom_isLearnedByTheEncoder_notByAHeadAlone() {
    List<String> texts = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(2);
    for (int p = 0; p < PEOPLE.size(); p++) {
      for (int a = 0; a < ANIMALS.size(); a++) {
        for (int i = 0; i < 4; i++) {
          boolean person = i % 2 == 1;
          String deed = DEEDS.get(random.nextInt(DEEDS.size()));
          String who = person ? PEOPLE.get(p) : ANIMALS.get(a);
          String whom = person ? ANIMALS.get(a) : PEOPLE.get(p);
          String text = "The " + who + " " + deed + " the " + whom + ".";
          boolean learn = p < 6 && a < 6;
          if (learn || (p >= 6 && a >= 6)) {
            (learn ? texts : unseen).add(text);
            (learn ? labels : right).add(person ? 1 : 0);
          }
        }
      }
    }
    int[] targets = labels.stream().mapToInt(Integer::intValue).toArray();
    DenseHead fixed =
        new DenseHeadTrainer(TrainingOptions.standard())
            .classify(vectors(miniLm(), texts), targets, 2, Progress.silent(), new Cancellation());
    double before = accuracy(fixed, vectors(miniLm(), unseen), right);
    TunedEncoder tuned =
        EncoderTuner.of(miniLm(), OPTIONS)
            .training(o -> o.learningRate(1e-4))
            .classify(texts, targets, 2);
    double after = accuracy(tuned.head().orElseThrow(), vectors(tuned.source(), unseen), right);
    assertThat(unseen).hasSize(16);
    assertThat(before).isLessThan(0.7);
    assertThat(after).isGreaterThan(0.9);
  }

  private static double accuracy(DenseHead head, List<float[]> vectors, List<Integer> labels) {
    int right = 0;
    for (int i = 0; i < vectors.size(); i++) {
      right += head.classify(vectors.get(i)) == labels.get(i) ? 1 : 0;
    }
    return (double) right / vectors.size();
  }
}
