package io.artrec.llm.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Cause;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.FeatureStore;
import io.artrec.feature.WeightedFeature;
import io.artrec.llm.embedding.TextEmbedding;
import io.artrec.llm.sentiment.PyTorch;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Query;
import io.artrec.strategy.RandomOrder;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.vector.FeatureMatrix;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A made-up gallery where taste is in the words: of a work's nine words two tell its subject and
 * seven its maker's manner, which nobody cares for.
 */
class TextRelevanceTest {
  private static final int WORKS = 240;
  private static final int VISITORS = 80;
  private static final int SUBJECTS = 8;
  private static final int EACH = 14;

  private static final Catalog CATALOG = catalog();
  private static final FeatureStore FEATURES =
      FeatureExtraction.standard()
          .threads(1)
          .run(CATALOG, List.of(new WeightedFeature(1, TextEmbedding.of(new SumOfWords()))))
          .features();

  @TempDir Path folder;

  @BeforeAll
  static void engine() {
    PyTorch.assumeAvailable();
  }

  /** The unit sum of a fixed random vector for each word. */
  private static final class SumOfWords implements SentenceEncoder {
    @Override
    public String name() {
      return "sum-of-words";
    }

    @Override
    public int dimensions() {
      return 32;
    }

    @Override
    public Optional<float[]> encode(String text) {
      double[] sum = new double[dimensions()];
      double square = 0;
      for (String word : text.replace(".", "").split(" ", -1)) {
        Random random = new Random(word.hashCode());
        for (int d = 0; d < sum.length; d++) {
          sum[d] += random.nextGaussian();
        }
      }
      for (double value : sum) {
        square += value * value;
      }
      float[] vector = new float[sum.length];
      for (int d = 0; d < vector.length; d++) {
        vector[d] = (float) (sum[d] / Math.sqrt(square));
      }
      return Optional.of(vector);
    }
  }

  private static Catalog catalog() {
    SplittableRandom random = new SplittableRandom(5);
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < WORKS; i++) {
      int subject = i % SUBJECTS;
      StringBuilder words = new StringBuilder("subject" + subject + " theme" + subject);
      int manner = random.nextInt(6);
      for (int w = 0; w < 7; w++) {
        words.append(" manner").append(manner).append("-").append(random.nextInt(9));
      }
      works.add(Artwork.builder("w" + i, words.toString()).build());
    }
    return Catalog.of(works);
  }

  /** Visitors choose works of one subject, nine times of ten. */
  private static List<Interaction> events() {
    SplittableRandom random = new SplittableRandom(6);
    List<Interaction> events = new ArrayList<>();
    for (int visitor = 0; visitor < VISITORS; visitor++) {
      for (int e = 0; e < EACH; e++) {
        int any = random.nextInt(WORKS);
        int own = random.nextInt(WORKS / SUBJECTS) * SUBJECTS + visitor % SUBJECTS;
        String work = "w" + (random.nextInt(10) == 0 ? any : own);
        events.add(
            Interaction.favorite("v" + visitor, work)
                .at(Instant.ofEpochSecond(1_000_000 + 1000L * e + visitor)));
      }
    }
    return events;
  }

  private static Dataset dataset(boolean held) {
    List<Interaction> events = events();
    List<Interaction> some = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (i % EACH >= EACH - 4 == held) {
        some.add(events.get(i));
      }
    }
    return Dataset.of(CATALOG, Interactions.of(some));
  }

  private static TrainingContext context() {
    return TrainingContext.of(dataset(false), FEATURES);
  }

  private static Query query(TrainingContext context, int user) {
    var history = context.dataset().history(user);
    return Query.builder(history, context.preferenceModel().apply(history, 0)).seed(user).build();
  }

  /** Each visitor's nDCG@10 on their last four favourites that are new to them. */
  private static double[] ndcg(Strategy strategy) {
    TrainingContext context = context();
    Dataset held = dataset(true);
    Scorer scorer = strategy.train(context);
    double[] all = new double[context.dataset().userCount()];
    for (int user = 0; user < all.length; user++) {
      Query query = query(context, user);
      int index = held.userIndex(context.dataset().userId(user)).orElseThrow();
      Set<Integer> wanted = new HashSet<>();
      for (int at = held.begin(index); at < held.end(index); at++) {
        wanted.add(held.artwork(at));
      }
      double gain = 0;
      double ideal = 0;
      int place = 0;
      for (int work : scorer.score(query, Candidates.all(WORKS)).best(WORKS)) {
        if (place < 10 && !query.preferences().contains(work)) {
          double discount = Math.log(2) / Math.log(place + 2.0);
          gain += wanted.contains(work) ? discount : 0;
          ideal += place < wanted.size() ? discount : 0;
          place++;
        }
      }
      all[user] = gain / ideal;
    }
    return all;
  }

  /** The lower end of the 95 % interval of the mean difference by visitor. */
  private static double surelyBetterBy(double[] one, double[] other) {
    double mean = 0;
    for (int i = 0; i < one.length; i++) {
      mean += (one[i] - other[i]) / one.length;
    }
    double square = 0;
    for (int i = 0; i < one.length; i++) {
      square += Math.pow(one[i] - other[i] - mean, 2) / (one.length - 1);
    }
    return mean - 1.96 * Math.sqrt(square / one.length);
  }

  @Test
  void tasteInTheWords_isLearned() {
    double[] learned = ndcg(TextRelevance.in("text-embedding"));
    assertThat(surelyBetterBy(learned, ndcg(Popularity.allTime()))).isGreaterThan(0.05);
    assertThat(surelyBetterBy(learned, ndcg(RandomOrder.seeded()))).isGreaterThan(0.05);
  }

  @Test
  void crossFeaturesByHand() {
    float[] u = {0.6f, 0.8f, 0, 0};
    float[] v = {0, 1, 0, 0};
    assertThat(TasteVectors.crossed(u, v))
        .containsExactly(new float[] {0, 3.2f, 0, 0, 1.2f, 0.4f, 0, 0}, within(1e-6f));
    TasteVectors vectors =
        new TasteVectors(
            FeatureMatrix.builder(3, 2)
                .set(0, new float[] {3, 0})
                .set(1, new float[] {0, 0.5f})
                .build());
    TasteVectors.Taste taste = vectors.new Taste();
    float[] into = new float[2];
    assertThat(taste.unitInto(into)).isFalse();
    taste.add(0);
    taste.add(1);
    taste.add(2);
    assertThat(taste.unitInto(into)).isTrue();
    assertThat(into)
        .as("the mean of unit vectors, whatever their lengths were")
        .containsExactly(
            new float[] {(float) Math.sqrt(0.5), (float) Math.sqrt(0.5)}, within(1e-6f));
  }

  @Test
  void probabilities_areExplainedByTheNearestLikedWork() {
    TrainingContext context = context();
    Scorer scorer = quick().train(context);
    Query query = query(context, 3);
    Scores scores = scorer.score(query, Candidates.all(WORKS));
    for (int work = 0; work < WORKS; work += 17) {
      assertThat(scores.value(work)).isBetween(0.0, 1.0);
      Cause.KnownArtwork cause = (Cause.KnownArtwork) scores.contributions(work).get(0).cause();
      assertThat(query.preferences().contains(cause.artwork())).isTrue();
      float[] own = FEATURES.find("text-embedding").orElseThrow().row(work).orElseThrow();
      double nearest = 0;
      for (int i = 0; i < query.preferences().size(); i++) {
        int liked = query.preferences().artwork(i);
        float[] row = FEATURES.find("text-embedding").orElseThrow().row(liked).orElseThrow();
        nearest = Math.max(nearest, TasteVectors.cosine(own, row));
      }
      assertThat(cause.likeness().orElseThrow().share().orElseThrow())
          .isEqualTo(nearest, within(1e-6));
    }
  }

  private static TextRelevance quick() {
    return TextRelevance.in("text-embedding")
        .mostExamples(500)
        .training(options -> options.epochs(2));
  }

  @Test
  void otherConfigurations_areRefusedWhenRead() {
    Scorer scorer = quick().train(context());
    Path file = folder.resolve("relevance");
    ModelFile.write(file, out -> StrategyReaders.write(scorer, out));
    TextRelevance other = quick().hidden(3);
    StrategyReaders readers = StrategyReaders.coreAnd(List.of(TextRelevance.reader(other)));
    assertThatThrownBy(() -> ModelFile.read(file, in -> readers.read(in, context())))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("hidden=16")
        .hasMessageContaining("hidden=3")
        .hasMessageContaining("pass TextRelevance.reader");
  }

  @Test
  void settingsAreChecked_andAMissingFeatureIsNamed() {
    TextRelevance strategy = TextRelevance.in("nothing");
    assertThatThrownBy(() -> strategy.train(context()))
        .hasMessageContaining("no feature is called 'nothing'")
        .hasMessageContaining("[text-embedding]");
    assertThatThrownBy(() -> strategy.hidden(-1)).hasMessage("hidden is -1, expected 0 to 4096");
    assertThatThrownBy(() -> strategy.dropout(0.95)).hasMessageContaining("dropout is 0.95");
    assertThatThrownBy(() -> strategy.negatives(0)).hasMessageContaining("negatives is 0");
    assertThatThrownBy(() -> strategy.mostExamples(9)).hasMessageContaining("mostExamples is 9");
    assertThat(strategy).hasToString(TextRelevance.in("nothing").toString());
    assertThat(strategy.negatives(4).toString()).contains("hidden=16", "negatives=4");
  }
}
