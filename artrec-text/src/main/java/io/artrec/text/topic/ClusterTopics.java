package io.artrec.text.topic;

import io.artrec.model.StateReader;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.terms.internal.TermDocuments;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Topics as clusters of meaning: texts that a {@link SentenceEncoder} places close to each other,
 * found by spherical k-means (Dhillon, Modha, Concept decompositions for large sparse text data
 * using clustering, Machine Learning 2001), each named by the words that set it apart (class-based
 * TF-IDF: Grootendorst, BERTopic: neural topic modeling with a class-based TF-IDF procedure, 2022).
 * Best for short texts, which share meaning more often than words.
 *
 * <p>With {@code v} a text's vector less the mean of all vectors, scaled to unit length, {@code
 * μ_k} a cluster's unit centre and {@code π_k} its share, the topic {@code k} takes the part {@code
 * π_k exp(κ v·μ_k) / Σ_j π_j exp(κ v·μ_j)} of a text: the posterior of a mixture of von
 * Mises-Fisher distributions (Banerjee, Dhillon, Ghosh, Sra, Clustering on the unit hypersphere
 * using von Mises-Fisher distributions, JMLR 2005) with {@code κ = }{@value
 * ClusterModel#SHARPNESS}, far below its estimate, so that texts between clusters show as such. The
 * weight of a term that stands {@code f_kt} times in cluster {@code k}, of {@code f_k} words, and
 * {@code f_t} times in all, {@code A} the mean number of words of a cluster: {@code f_kt / f_k ·
 * ln(1 + A / f_t)}.
 *
 * <p>Costs the encoding, then O(starts · rounds · texts · topics · dimensions) time and {@code 4 ·
 * texts · dimensions} bytes. Deterministic by seed at any number of threads.
 */
public final class ClusterTopics implements TopicLearner {
  static final String NAME = "clusters";
  private static final int STANDARD_STARTS = 8;
  private static final int ROUNDS = 100;
  private static final int BATCH = 256;

  private final TopicSettings settings;
  private final SentenceEncoder encoder;
  private final int starts;

  private ClusterTopics(TopicSettings settings, SentenceEncoder encoder, int starts) {
    this.settings = settings;
    this.encoder = encoder;
    this.starts = starts;
  }

  /**
   * Returns clusters of the best of 8 starts.
   *
   * @param settings how many topics, which terms name them, which seed
   * @param encoder places the texts
   * @return the learner
   */
  public static ClusterTopics of(TopicSettings settings, SentenceEncoder encoder) {
    return new ClusterTopics(
        Objects.requireNonNull(settings, "settings"),
        Objects.requireNonNull(encoder, "encoder"),
        STANDARD_STARTS);
  }

  /**
   * {@return this learner with another number of starts}
   *
   * @param count how often clusters are sought from another beginning, 1 or more; the closest win
   */
  public ClusterTopics starts(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("starts is " + count + ", expected 1 or more");
    }
    return new ClusterTopics(settings, encoder, count);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String parameters() {
    return settings.parameters() + ", encoder " + encoder.name() + ", " + starts + " starts";
  }

  @Override
  public TopicModel learn(List<String> texts, Progress progress, Cancellation cancellation) {
    Workers work = Workers.of(settings.threads()).progress(progress).cancellation(cancellation);
    TermDocuments documents = KnownTerms.count(texts, settings, work);
    KnownTerms known = KnownTerms.of(settings.analysis(), documents.vocabulary(), texts, work);
    float[][] all = encoded(texts, work);
    int[] rows = IntStream.range(0, all.length).filter(i -> all[i].length > 0).toArray();
    float[][] vectors = Arrays.stream(rows).mapToObj(i -> all[i]).toArray(float[][]::new);
    float[] mean = ClusterModel.center(vectors);
    int topics = TopicCount.ofTexts(NAME, settings.topics(), vectors.length);
    if (topics == 0) {
      TermTopics none = new TermTopics(known, 0, new float[0], new double[0]);
      return new ClusterModel(none, encoder, new float[0], new float[0]);
    }
    SphericalKMeans.Clusters clusters =
        SphericalKMeans.find(vectors, topics, starts, ROUNDS, settings.seed(), work);
    return model(known, documents, rows, mean, clusters);
  }

  private float[][] encoded(List<String> texts, Workers work) {
    float[][] vectors = new float[texts.size()][];
    for (int from = 0; from < vectors.length; from += BATCH) {
      work.cancellation().check("encoding texts");
      int to = Math.min(vectors.length, from + BATCH);
      List<Optional<float[]>> batch = encoder.encodeAll(texts.subList(from, to));
      for (int i = from; i < to; i++) {
        vectors[i] = batch.get(i - from).map(float[]::clone).orElseGet(() -> new float[0]);
      }
      work.progress().update("encoding texts", to, vectors.length);
    }
    return vectors;
  }

  private ClusterModel model(
      KnownTerms known,
      TermDocuments documents,
      int[] rows,
      float[] mean,
      SphericalKMeans.Clusters clusters) {
    int topics = clusters.centers().length;
    double[] sizes = new double[topics];
    Arrays.stream(clusters.member()).forEach(k -> sizes[k]++);
    int[] order = TermTopics.order(sizes);
    int[] place = new int[topics];
    for (int p = 0; p < topics; p++) {
      place[order[p]] = p;
    }
    double[][] counts = new double[topics][known.size()];
    for (int i = 0; i < rows.length; i++) {
      double[] cluster = counts[place[clusters.member()[i]]];
      for (int e = documents.start(rows[i]); e < documents.end(rows[i]); e++) {
        cluster[documents.term(e)] += documents.count(e);
      }
    }
    float[] centers = new float[topics * mean.length];
    for (int p = 0; p < topics; p++) {
      for (int d = 0; d < mean.length; d++) {
        centers[p * mean.length + d] = (float) clusters.centers()[order[p]][d];
      }
    }
    double[] shares = TermTopics.shares(sizes, order);
    TermTopics terms = new TermTopics(known, topics, classWeights(counts, known.size()), shares);
    return new ClusterModel(terms, encoder, mean, centers);
  }

  private static float[] classWeights(double[][] counts, int terms) {
    double[] sums = new double[counts.length];
    double[] ofTerm = new double[terms];
    for (int k = 0; k < counts.length; k++) {
      for (int t = 0; t < terms; t++) {
        sums[k] += counts[k][t];
        ofTerm[t] += counts[k][t];
      }
    }
    double average = Arrays.stream(sums).average().orElse(0);
    float[] weights = new float[Math.multiplyExact(terms, counts.length)];
    for (int t = 0; t < terms; t++) {
      for (int k = 0; k < counts.length; k++) {
        if (counts[k][t] > 0) {
          double rarity = StrictMath.log(1 + average / ofTerm[t]);
          weights[t * counts.length + k] = (float) (counts[k][t] / sums[k] * rarity);
        }
      }
    }
    return weights;
  }

  @Override
  public TopicModel read(StateReader in) {
    return read(in, settings.analysis(), encoder);
  }

  /**
   * Reads topics that were found by clustering and saved.
   *
   * @param in gives the state
   * @param analysis the text analysis they were learned with
   * @param encoder the encoder they were learned with
   * @return the topics
   * @throws io.artrec.model.ModelFileException when the state is of something else, or damaged, or
   *     another analysis or encoder was used
   */
  public static TopicModel read(StateReader in, TextAnalysis analysis, SentenceEncoder encoder) {
    return ClusterModel.read(in, analysis, encoder);
  }
}
