package io.artrec.text.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Texts with planted topics: each text draws most of its words of the twelve words of one topic,
 * the earlier ones more often, some of another topic, and some of words that every text may have.
 * Words are made up, so that no stemmer and no list of stop words meddles.
 */
final class PlantedTexts {
  static final int WORDS = 12;

  private static final String[] STARTS = {
    "ba", "du", "fo", "gi", "ka", "lo", "mu", "no", "pa", "ru"
  };
  private static final String[] ENDS = {
    "bok", "dap", "fum", "gok", "hab", "jup", "kob", "lum", "mak", "nup", "pog", "rab"
  };

  final List<String> texts = new ArrayList<>();
  final List<Integer> labels = new ArrayList<>();
  final int topics;

  PlantedTexts(int topics, int count, int length, long seed) {
    this.topics = topics;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      int topic = i % topics;
      labels.add(topic);
      texts.add(text(topic, length, random));
    }
  }

  String text(int topic, int length, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int w = 0; w < length; w++) {
      int kind = random.nextInt(10);
      int of = kind < 7 ? topic : random.nextInt(topics);
      double unit = random.nextDouble();
      int number = (int) (WORDS * unit * unit);
      text.append(kind == 9 ? "zo" + ENDS[number] : word(of, number)).append(' ');
    }
    return text.toString();
  }

  static String word(int topic, int number) {
    return STARTS[topic] + ENDS[number];
  }

  /** How many of the texts lie where most texts of their topic lie, as a share. */
  double purity(TopicModel model) {
    int[][] counts = new int[Math.max(1, model.size())][topics];
    for (int i = 0; i < texts.size(); i++) {
      counts[model.dominant(texts.get(i)).orElseThrow()][labels.get(i)]++;
    }
    int right = 0;
    for (int[] one : counts) {
      int most = 0;
      for (int count : one) {
        most = Math.max(most, count);
      }
      right += most;
    }
    return right / (double) texts.size();
  }
}
