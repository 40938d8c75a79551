package io.artrec.text.topic;

import io.artrec.task.Progress;
import io.artrec.task.Workers;
import io.artrec.text.terms.internal.TermDocuments;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Collapsed Gibbs sampling of latent Dirichlet allocation. Texts are divided into shards by their
 * number alone; within a sweep each shard starts from the counts of the sweep before and sees its
 * own changes only, with random numbers of its own (seed, sweep, shard); then all counts are taken
 * anew. So threads decide nothing but the time.
 */
final class LdaSampler {
  private static final String STAGE = "learning topics by LDA";

  /** Tokens of a shard, roughly; a collection of no more is sampled exactly. */
  private static final int SHARD_TOKENS = 60_000;

  private static final int MOST_SHARDS = 16;
  private static final int FIRST_ESTIMATE = 20;
  private static final int BETWEEN_ESTIMATES = 10;
  private static final int BETWEEN_SAMPLES = 5;

  private final int topics;
  private final int terms;
  private final Workers work;
  private final long seed;
  private final int[] start;
  private final int[] token;
  private final short[] topic;
  private final int[] shard;

  /** {@code [terms × topics]} */
  private final float[] termTopic;

  private final int[] topicTotal;
  private final double[] alpha;
  private double beta;

  /** {@code [terms × topics]}, added up over the samples. */
  private final float[] sampled;

  private int samples;
  private final double[] amounts;
  private final ConcurrentLinkedQueue<Scratch> scratch = new ConcurrentLinkedQueue<>();

  private static final class Scratch {
    final float[] termTopic;
    final float[] inverse;
    final float[] weight;
    final float[] here;
    final float[] prior;
    final int[] total;

    Scratch(int terms, int topics) {
      termTopic = new float[terms * topics];
      inverse = new float[topics];
      weight = new float[topics];
      here = new float[topics];
      prior = new float[topics];
      total = new int[topics];
    }
  }

  LdaSampler(
      TermDocuments documents, int topics, double alphaSum, double beta, long seed, Workers work) {
    this.topics = topics;
    this.terms = documents.vocabulary().size();
    this.work = work;
    this.seed = seed;
    this.beta = beta;
    start = new int[documents.documents() + 1];
    long tokens = 0;
    for (int e = 0; e < documents.entries(); e++) {
      tokens += documents.count(e);
    }
    token = new int[Math.toIntExact(tokens)];
    int at = 0;
    for (int d = 0; d < documents.documents(); d++) {
      for (int e = documents.start(d); e < documents.end(d); e++) {
        Arrays.fill(token, at, at + documents.count(e), documents.term(e));
        at += documents.count(e);
      }
      start[d + 1] = at;
    }
    shard = shards(start);
    topic = new short[token.length];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < token.length; i++) {
      topic[i] = (short) ((random.nextLong() >>> 33) % topics);
    }
    termTopic = new float[Math.multiplyExact(terms, topics)];
    sampled = new float[termTopic.length];
    topicTotal = new int[topics];
    amounts = new double[topics];
    alpha = new double[topics];
    Arrays.fill(alpha, alphaSum / topics);
    count();
  }

  /** Where shards of texts begin, and after the last where it ends. */
  private static int[] shards(int[] start) {
    int documents = start.length - 1;
    int count = Math.max(1, Math.min(MOST_SHARDS, start[documents] / SHARD_TOKENS));
    return IntStream.rangeClosed(0, count).map(s -> (int) ((long) documents * s / count)).toArray();
  }

  /** Samples; alpha and beta are estimated along the way when asked. */
  void run(int sweeps, boolean estimate) {
    int firstSample = sweeps - Math.max(1, sweeps / 5);
    for (int sweep = 0; sweep < sweeps; sweep++) {
      work.cancellation().check(STAGE);
      sweep(sweep);
      count();
      if (estimate
          && sweep >= FIRST_ESTIMATE
          && sweep < firstSample
          && sweep % BETWEEN_ESTIMATES == 0) {
        estimate();
      }
      if (sweep >= firstSample && (sweeps - 1 - sweep) % BETWEEN_SAMPLES == 0) {
        sample();
      }
      work.progress().update(STAGE, sweep + 1L, sweeps);
    }
  }

  private void count() {
    Arrays.fill(termTopic, 0);
    Arrays.fill(topicTotal, 0);
    for (int i = 0; i < token.length; i++) {
      termTopic[token[i] * topics + topic[i]]++;
      topicTotal[topic[i]]++;
    }
  }

  private void sample() {
    samples++;
    for (int i = 0; i < sampled.length; i++) {
      sampled[i] += termTopic[i];
    }
    for (int k = 0; k < topics; k++) {
      amounts[k] += topicTotal[k];
    }
  }

  private void sweep(int sweep) {
    work.progress(Progress.silent())
        .run(
            STAGE,
            shard.length - 1,
            (from, to) -> {
              for (int s = from; s < to; s++) {
                Scratch taken = scratch.poll();
                Scratch own = taken != null ? taken : new Scratch(terms, topics);
                sweepShard(s, new SplittableRandom(mixed(sweep, s)), own);
                scratch.add(own);
              }
            });
  }

  private long mixed(int sweep, int s) {
    long value = seed + 0x9E3779B97F4A7C15L * ((long) sweep * MOST_SHARDS + s + 1);
    value = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    value = (value ^ (value >>> 27)) * 0x94D049BB133111EBL;
    return value ^ (value >>> 31);
  }

  private void sweepShard(int s, SplittableRandom random, Scratch own) {
    System.arraycopy(termTopic, 0, own.termTopic, 0, termTopic.length);
    System.arraycopy(topicTotal, 0, own.total, 0, topics);
    float width = (float) (beta * terms);
    for (int k = 0; k < topics; k++) {
      own.inverse[k] = 1 / (own.total[k] + width);
      own.prior[k] = (float) alpha[k];
    }
    for (int d = shard[s]; d < shard[s + 1]; d++) {
      System.arraycopy(own.prior, 0, own.here, 0, topics);
      for (int i = start[d]; i < start[d + 1]; i++) {
        own.here[topic[i]]++;
      }
      for (int i = start[d]; i < start[d + 1]; i++) {
        int row = token[i] * topics;
        int old = topic[i];
        own.here[old]--;
        own.termTopic[row + old]--;
        own.inverse[old] = 1 / (--own.total[old] + width);
        int now = draw(own, row, (float) beta, random);
        topic[i] = (short) now;
        own.here[now]++;
        own.termTopic[row + now]++;
        own.inverse[now] = 1 / (++own.total[now] + width);
      }
    }
  }

  private static int draw(Scratch own, int row, float beta, SplittableRandom random) {
    float[] weight = own.weight;
    weigh(own.termTopic, row, beta, own.here, own.inverse, weight);
    float sum = 0;
    for (float w : weight) {
      sum += w;
    }
    float left = (random.nextLong() >>> 40) * 0x1p-24f * sum;
    int k = 0;
    while (k < weight.length - 1 && (left -= weight[k]) >= 0) {
      k++;
    }
    return k;
  }

  /** No reduction, so that the JIT vectorises it. */
  private static void weigh(
      float[] counts, int row, float beta, float[] here, float[] inverse, float[] weight) {
    for (int k = 0; k < weight.length; k++) {
      weight[k] = here[k] * (counts[row + k] + beta) * inverse[k];
    }
  }

  private void estimate() {
    int longest = 0;
    for (int d = 0; d + 1 < start.length; d++) {
      longest = Math.max(longest, start[d + 1] - start[d]);
    }
    int[] lengths = new int[longest];
    int[][] atLeast = new int[topics][longest];
    int[] here = new int[topics];
    for (int d = 0; d + 1 < start.length; d++) {
      Arrays.fill(here, 0);
      for (int i = start[d]; i < start[d + 1]; i++) {
        lengths[i - start[d]]++;
        atLeast[topic[i]][here[topic[i]]++]++;
      }
    }
    DirichletPrior.improve(alpha, atLeast, lengths);
    estimateBeta();
  }

  private void estimateBeta() {
    int most = 0;
    for (float count : termTopic) {
      most = Math.max(most, (int) count);
    }
    int[] exact = new int[most + 1];
    for (float count : termTopic) {
      exact[(int) count]++;
    }
    int[] totals = new int[Arrays.stream(topicTotal).max().orElse(0) + 1];
    for (int total : topicTotal) {
      totals[total]++;
    }
    beta = DirichletPrior.improveShared(beta, terms, above(exact), above(totals));
  }

  /** From how many have each count to how many have more than each count. */
  private static int[] above(int[] exact) {
    int[] above = new int[exact.length - 1];
    int sum = 0;
    for (int i = exact.length - 1; i > 0; i--) {
      sum += exact[i];
      above[i - 1] = sum;
    }
    return above;
  }

  /** The topics, in order of their shares. */
  LdaModel model(KnownTerms known) {
    int[] order = TermTopics.order(amounts);
    float[] weights = new float[sampled.length];
    double[] ordered = new double[topics];
    for (int place = 0; place < topics; place++) {
      int k = order[place];
      ordered[place] = alpha[k];
      double total = amounts[k] / samples + beta * terms;
      for (int t = 0; t < terms; t++) {
        weights[t * topics + place] =
            (float) ((sampled[t * topics + k] / (double) samples + beta) / total);
      }
    }
    double[] shares = TermTopics.shares(amounts, order);
    return new LdaModel(new TermTopics(known, topics, weights, shares), ordered);
  }
}
