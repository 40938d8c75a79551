package io.artrec.text.topic;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.analysis.TextAnalysis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What every kind of topics has: a weight of each term in each topic, and each topic's share.
 *
 * @param terms what the topics speak of
 * @param topics how many there are
 * @param weights {@code [terms × topics]}, 0 or more
 * @param shares of each topic
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record TermTopics(KnownTerms terms, int topics, float[] weights, double[] shares) {
  /**
   * Puts the topics in order of their shares.
   *
   * @param amounts what each topic takes, in any unit
   * @return for each place the topic that comes there
   */
  static int[] order(double[] amounts) {
    return IntStream.range(0, amounts.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer topic) -> -amounts[topic]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  static double[] shares(double[] amounts, int[] order) {
    double sum = Arrays.stream(amounts).sum();
    return Arrays.stream(order).mapToDouble(topic -> amounts[topic] / sum).toArray();
  }

  List<TopicTerm> top(int topic, int n) {
    Objects.checkIndex(topic, topics);
    if (n < 1) {
      throw new IllegalArgumentException("n is " + n + ", expected 1 or more");
    }
    List<TopicTerm> top = new ArrayList<>();
    IntStream.range(0, terms.size())
        .filter(t -> weights[t * topics + topic] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer t) -> -weights[t * topics + topic]))
        .limit(n)
        .forEach(
            t ->
                top.add(
                    new TopicTerm(
                        terms.words().get(t),
                        terms.vocabulary().term(t),
                        weights[t * topics + topic])));
    return top;
  }

  double share(int topic) {
    return shares[Objects.checkIndex(topic, topics)];
  }

  String fingerprint(String method, double... more) {
    return Fingerprint.of(method + " " + topics, terms.vocabulary(), weights, more);
  }

  void save(StateWriter out, String method) {
    out.putString("method", method);
    terms.save(out);
    out.putLong("topics", topics);
    out.putFloats("weights", weights);
    out.putDoubles("shares", shares);
  }

  static TermTopics read(StateReader in, String method, TextAnalysis analysis) {
    String found = in.getString("method");
    if (!found.equals(method)) {
      throw new ModelFileException(
          "the topics were found by '" + found + "', expected '" + method + "'");
    }
    KnownTerms terms = KnownTerms.read(in, analysis);
    long topics = in.getLong("topics");
    float[] weights = in.getFloats("weights");
    double[] shares = in.getDoubles("shares");
    if (topics != shares.length || topics * terms.size() != weights.length) {
      throw new ModelFileException(
          "topics are damaged: "
              + topics
              + " topics and "
              + terms.size()
              + " terms, but "
              + weights.length
              + " weights and "
              + shares.length
              + " shares");
    }
    for (float weight : weights) {
      if (!(weight >= 0 && weight < Float.POSITIVE_INFINITY)) {
        throw new ModelFileException("topics are damaged: a weight is " + weight);
      }
    }
    for (double share : shares) {
      if (!(share >= 0 && share <= 1)) {
        throw new ModelFileException(
            "topics are damaged: a topic's share is " + share + ", expected 0 to 1");
      }
    }
    return new TermTopics(terms, (int) topics, weights, shares);
  }
}
