package io.artrec.benchmarks;

import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.topic.LdaTopics;
import io.artrec.text.topic.Lsi;
import io.artrec.text.topic.LsiModel;
import io.artrec.text.topic.NmfLoss;
import io.artrec.text.topic.NmfTopics;
import io.artrec.text.topic.TopicLearner;
import io.artrec.text.topic.TopicModel;
import io.artrec.text.topic.TopicSettings;
import io.artrec.text.wordvector.GloVe;
import io.artrec.text.wordvector.Word2Vec;
import io.artrec.text.wordvector.WordVectors;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long do topics, a semantic space and word vectors of 10,000 descriptions of 80 words take: 50
 * topics by LDA and NMF, 100 dimensions by LSI, on two threads; skip-gram and GloVe of 100
 * dimensions, which train on one? Each learns from texts, counting words included.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="TopicsBenchmark"}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 2)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@State(Scope.Thread)
public class TopicsBenchmark {
  private static final int TOPICS = 50;

  /** How many descriptions. */
  @Param("10000")
  public int works;

  /** On how many threads. */
  @Param("2")
  public int threads;

  private List<String> texts = List.of();

  /** Writes the descriptions. */
  @Setup
  public void setUp() {
    texts = new SyntheticTexts(20_000, 1).texts(works, 80, 2);
  }

  private TopicModel learn(TopicLearner learner) {
    TopicModel model = learner.learn(texts);
    if (model.size() != TOPICS) {
      throw new IllegalStateException(model.size() + " topics, expected " + TOPICS);
    }
    return model;
  }

  private TopicSettings settings() {
    return TopicSettings.english(TOPICS).threads(threads);
  }

  /**
   * Finds topics by LDA, 300 sweeps with estimated priors.
   *
   * @return the topics
   */
  @Benchmark
  public TopicModel lda() {
    return learn(LdaTopics.of(settings()));
  }

  /**
   * Finds topics by NMF with the Kullback-Leibler divergence.
   *
   * @return the topics
   */
  @Benchmark
  public TopicModel nmf() {
    return learn(NmfTopics.of(settings()));
  }

  /**
   * Finds topics by NMF with the Frobenius norm.
   *
   * @return the topics
   */
  @Benchmark
  public TopicModel nmfFrobenius() {
    return learn(NmfTopics.of(settings()).loss(NmfLoss.FROBENIUS));
  }

  /**
   * Learns a space of 100 dimensions by LSI.
   *
   * @return the space
   */
  @Benchmark
  public LsiModel lsi() {
    return Lsi.of(100, TextAnalysis.english())
        .threads(threads)
        .learn(texts, Progress.silent(), new Cancellation());
  }

  /**
   * Trains word vectors by skip-gram with the standard settings.
   *
   * @return the vectors
   */
  @Benchmark
  public WordVectors skipGram() {
    return Word2Vec.skipGram(WordVectors.plainWords()).threads(threads).train(texts);
  }

  /**
   * Trains word vectors by GloVe with the standard settings.
   *
   * @return the vectors
   */
  @Benchmark
  public WordVectors gloVe() {
    return GloVe.of(WordVectors.plainWords()).threads(threads).train(texts);
  }
}
