package io.artrec.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Meetings with made-up visitors, whose taste is known, in a made-up collection. */
class FirstMeetingStrangersTest {
  private static final int VISITORS = 150;
  private static final MadeCollection GALLERY = MadeCollection.gallery(240, 11);
  private static final double[][] ROWS = GALLERY.rows();
  private static final FirstMeeting MEETING =
      FirstMeeting.over(GALLERY.catalog(), GALLERY.features()).pool(48).prepare();

  /** A taste, and how it shows: what a work is to it, and whether one is chosen. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the array
  private record Stranger(double[] worths, double noise) {
    /** As the model expects them: any taste in all features, decided .8 of the time. */
    static Stranger expected(SplittableRandom random) {
      double scale = Math.tan(0.3 * Math.PI) / Math.sqrt(2);
      double[] taste = new double[ROWS[0].length];
      for (int d = 0; d < taste.length; d++) {
        taste[d] = scale * MadeCollection.normal(random);
      }
      double[] worths = new double[ROWS.length];
      for (int i = 0; i < worths.length; i++) {
        worths[i] = Comparison.product(taste, ROWS[i]);
      }
      return new Stranger(worths, 1);
    }

    /** One who likes a movement and dislikes another, nothing else, as decided as others. */
    static Stranger ofMovements(SplittableRandom random) {
      int liked = random.nextInt(8);
      int disliked = (liked + 1 + random.nextInt(7)) % 8;
      double[] worths = new double[ROWS.length];
      for (int i = 0; i < worths.length; i++) {
        String movement = GALLERY.catalog().get(i).movements().get(0);
        worths[i] =
            movement.equals("Movement " + liked)
                ? 2
                : movement.equals("Movement " + disliked) ? -2 : 0;
      }
      return new Stranger(worths, 1);
    }

    Stranger noisier(double factor) {
      return new Stranger(worths, factor);
    }

    boolean chooses(int work, int other, SplittableRandom random) {
      return worths[work] - worths[other] + noise * MadeCollection.normal(random) > 0;
    }

    /** The share of pairs in whose order an estimate is right, of those that the taste orders. */
    double agreement(List<Artwork> best) {
      double right = 0;
      double all = 0;
      for (int i = 0; i < best.size(); i++) {
        double better = worths[GALLERY.catalog().requireIndex(best.get(i).id())];
        for (int j = i + 1; j < best.size(); j++) {
          double worse = worths[GALLERY.catalog().requireIndex(best.get(j).id())];
          right += better > worse ? 1 : 0;
          all += better != worse ? 1 : 0;
        }
      }
      return right / all;
    }
  }

  /** How strangers are made. */
  private interface Kind {
    Stranger of(SplittableRandom random);

    /** Meets some of them. */
    default List<Met> met() {
      return IntStream.range(0, VISITORS)
          .mapToObj(
              visitor -> {
                SplittableRandom random = new SplittableRandom(visitor);
                Stranger stranger = of(random);
                return new Met(stranger, chosen(stranger, random));
              })
          .toList();
    }
  }

  /**
   * Somebody, and what is known of them after eight pairs.
   *
   * @param stranger who they are
   * @param profile what is known
   */
  private record Met(Stranger stranger, TasteProfile profile) {}

  private static final List<Met> EXPECTED = ((Kind) Stranger::expected).met();
  private static final List<Met> OF_MOVEMENTS = ((Kind) Stranger::ofMovements).met();

  private static TasteProfile chosen(Stranger stranger, SplittableRandom random) {
    Acquaintance acquaintance = MEETING.start();
    for (int i = 0; i < 8; i++) {
      ArtworkPair pair = acquaintance.next().orElseThrow();
      int first = GALLERY.catalog().requireIndex(pair.first().id());
      int second = GALLERY.catalog().requireIndex(pair.second().id());
      boolean isFirst = stranger.chooses(first, second, random);
      acquaintance = acquaintance.with(pair.answer(isFirst ? PairChoice.FIRST : PairChoice.SECOND));
    }
    return acquaintance.profile();
  }

  private static TasteProfile atRandom(Stranger stranger, SplittableRandom random) {
    Acquaintance acquaintance = MEETING.start();
    while (acquaintance.answers().size() < 8) {
      int first = random.nextInt(ROWS.length);
      int second = (first + 1 + random.nextInt(ROWS.length - 1)) % ROWS.length;
      PairChoice choice =
          stranger.chooses(first, second, random) ? PairChoice.FIRST : PairChoice.SECOND;
      acquaintance = acquaintance.with(new PairAnswer("w" + first, "w" + second, choice));
    }
    return acquaintance.profile();
  }

  /**
   * A mean and the half width of its interval of 99 %.
   *
   * @param mean over the visitors
   * @param within to either side
   */
  private record Interval(double mean, double within) {
    static Interval of(double[] values) {
      double mean = 0;
      double squares = 0;
      for (double value : values) {
        mean += value / values.length;
      }
      for (double value : values) {
        squares += (value - mean) * (value - mean) / (values.length - 1);
      }
      return new Interval(mean, 2.576 * Math.sqrt(squares / values.length));
    }

    double low() {
      return mean - within;
    }
  }

  private static double[] agreements(List<Met> met) {
    return met.stream()
        .mapToDouble(m -> m.stranger().agreement(m.profile().best(ROWS.length)))
        .toArray();
  }

  @Test
  void eightChosenPairs_orderWorksBetterThanRandomPairsAndThanNone() {
    double[] chosen = agreements(EXPECTED);
    double[] gains = new double[VISITORS];
    for (int v = 0; v < VISITORS; v++) {
      Stranger stranger = EXPECTED.get(v).stranger();
      TasteProfile other = atRandom(stranger, new SplittableRandom(v));
      gains[v] = chosen[v] - stranger.agreement(other.best(ROWS.length));
    }
    assertThat(Interval.of(chosen).low()).as("agreement, .5 without").isGreaterThan(0.56);
    assertThat(Interval.of(gains).low()).as("beyond random pairs").isPositive();
  }

  @Test
  void tastesOfAnotherKind_areLearned_too() {
    assertThat(Interval.of(agreements(OF_MOVEMENTS)).low()).isGreaterThan(0.6);
  }

  /** Of probabilities said, how they compare with what happens, in fifths from a half to 1. */
  private static void assertCalibrated(List<Met> met, double off) {
    double[] said = new double[5];
    double[] came = new double[5];
    int[] count = new int[5];
    for (int v = 0; v < VISITORS; v++) {
      SplittableRandom random = new SplittableRandom(1000 + v);
      Stranger stranger = met.get(v).stranger();
      TasteProfile profile = met.get(v).profile();
      for (int asked = 0; asked < 60; asked++) {
        int work = random.nextInt(ROWS.length);
        int other = (work + 1 + random.nextInt(ROWS.length - 1)) % ROWS.length;
        double stated = profile.prefers("w" + work, "w" + other).orElseThrow().value();
        boolean isRight = stranger.chooses(work, other, random) == stated > 0.5;
        double sure = Math.max(stated, 1 - stated);
        int fifth = Math.min(4, (int) (10 * (sure - 0.5)));
        said[fifth] += sure;
        came[fifth] += isRight ? 1 : 0;
        count[fifth]++;
      }
    }
    for (int fifth = 0; fifth < 5; fifth++) {
      if (count[fifth] >= 200) {
        double rounding = 3 * Math.sqrt(0.25 / count[fifth]);
        assertThat(came[fifth] / count[fifth])
            .as("said %.3f, %d times", said[fifth] / count[fifth], count[fifth])
            .isCloseTo(said[fifth] / count[fifth], within(off + rounding));
      }
    }
    assertThat(count[1]).as("probabilities from .6 to .7").isGreaterThan(500);
  }

  @Test
  void statedProbabilities_areRight() {
    assertCalibrated(EXPECTED, 0.01);
  }

  /** Other kinds of tastes, and visitors who are more and less decided than the model expects. */
  @Test
  void statedProbabilities_areNotFarOffForOthers() {
    assertCalibrated(OF_MOVEMENTS, 0.08);
    Kind undecided = random -> Stranger.expected(random).noisier(2);
    assertCalibrated(undecided.met(), 0.12);
    Kind decided = random -> Stranger.expected(random).noisier(0.5);
    assertCalibrated(decided.met(), 0.1);
  }

  /** What a profile says of itself: of how many pairs of the pool it knows the better one. */
  @Test
  void statedAgreement_isTheTrueOne() {
    double[] off = new double[VISITORS];
    for (int v = 0; v < VISITORS; v++) {
      Stranger stranger = EXPECTED.get(v).stranger();
      TasteProfile profile = EXPECTED.get(v).profile();
      List<Artwork> pool =
          profile.best(ROWS.length).stream()
              .filter(work -> isShown(GALLERY.catalog().requireIndex(work.id())))
              .toList();
      off[v] = stranger.agreement(pool) - profile.agreement();
    }
    Interval interval = Interval.of(off);
    assertThat(Math.abs(interval.mean())).isLessThan(0.01 + interval.within());
  }

  /** The bounds hold the visitor's own probability nine times of ten. */
  @Test
  void bounds_holdNineOfTen() {
    int held = 0;
    int all = 0;
    for (int v = 0; v < VISITORS; v++) {
      SplittableRandom random = new SplittableRandom(9000 + v);
      Stranger stranger = EXPECTED.get(v).stranger();
      TasteProfile profile = EXPECTED.get(v).profile();
      for (int work = 0; work < 240; work += 24) {
        int other = (work + 1 + random.nextInt(ROWS.length - 1)) % ROWS.length;
        StatedProbability stated = profile.prefers("w" + work, "w" + other).orElseThrow();
        double own = Normal.cdf(stranger.worths()[work] - stranger.worths()[other]);
        held += stated.low() <= own && own <= stated.high() ? 1 : 0;
        all++;
      }
    }
    assertThat((double) held / all).isCloseTo(0.9, within(0.02));
  }

  private static boolean isShown(int work) {
    for (int place = 0; place < MEETING.pool().size(); place++) {
      if (MEETING.pool().work(place) == work) {
        return true;
      }
    }
    return false;
  }
}
