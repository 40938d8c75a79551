package io.artrec.eval.online;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.Locale;

/**
 * Examination and liking from ordinary clicks, by expectation maximisation of the position-based
 * model (Wang, Golbandi, Bendersky, Metzler, Najork, "Position bias estimation for unbiased
 * learning to rank in personal search", WSDM 2018, with one liking for each work in place of their
 * regression): of an impression that was not clicked, P(looked at) = θ(1−γ)/(1−θγ) and P(liked) =
 * γ(1−θ)/(1−θγ); θ of a place and γ of a work are the means of these over their impressions. It
 * works as far as works stood at several places for reasons other than how they were liked then.
 *
 * @param iterations the most rounds, at least 1
 * @param tolerance it ends when no θ, relative to the first place, changed by more than this in a
 *     round; above 0
 */
public record PositionBasedModel(int iterations, double tolerance) {
  private static final double LEAST = 1e-12;

  /** Validates. */
  public PositionBasedModel {
    if (iterations < 1 || !(tolerance > 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d iterations to a tolerance of %s: expected at least 1, and above 0",
              iterations,
              tolerance));
    }
  }

  /** {@return a model with settings that fit most logs: 2,000 rounds, tolerance 1e-6} */
  public static PositionBasedModel standard() {
    return new PositionBasedModel(2_000, 1e-6);
  }

  /**
   * A fitted model.
   *
   * @param curve examination by place
   * @param iterations the rounds it took
   * @param converged whether the tolerance was reached
   */
  public record Fit(ExaminationCurve curve, int iterations, boolean converged) {}

  /**
   * Fits. Cost one pass over the impressions, then O(pairs of work and place that occur) a round.
   * Deterministic.
   *
   * @param log the impressions
   * @return the fit
   * @throws IllegalArgumentException when a place has no click, or is not joined to the first place
   *     by works that stood at both, directly or by way of others
   */
  public Fit fit(ImpressionLog log) {
    log.requireAny("position bias");
    Cells cells = new Cells(log);
    cells.requireClicksEverywhere();
    cells.requireJoined();
    double[] examined = cells.startOfExamination();
    double[] liked = new double[log.artworkCount()];
    Arrays.fill(liked, 0.5);
    boolean converged = false;
    int round = 0;
    while (round < iterations && !converged) {
      double[] before = relative(examined);
      cells.step(examined, liked);
      double[] after = relative(examined);
      double change = 0;
      for (int place = 0; place < before.length; place++) {
        change = Math.max(change, Math.abs(after[place] - before[place]));
      }
      converged = change <= tolerance;
      round++;
    }
    return new Fit(new ExaminationCurve(relative(examined), new double[0]), round, converged);
  }

  private static double[] relative(double[] examined) {
    double[] relative = new double[examined.length];
    for (int place = 0; place < examined.length; place++) {
      relative[place] = Math.max(LEAST, examined[place]) / Math.max(LEAST, examined[0]);
    }
    return relative;
  }

  /** Impressions and clicks by work and place. */
  private static final class Cells {
    private final int places;
    private final int artworkCount;
    private final int[] works;
    private final int[] placeOf;
    private final int[] shown;
    private final int[] clicked;

    Cells(ImpressionLog log) {
      places = log.lastPlace();
      artworkCount = log.artworkCount();
      Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
      numbers.defaultReturnValue(-1);
      IntArrayList first = new IntArrayList();
      int[] cellOf = new int[log.size()];
      for (int row = 0; row < log.size(); row++) {
        long key = (long) log.work(row) << 32 | (log.place(row) - 1);
        int cell = numbers.putIfAbsent(key, first.size());
        if (cell < 0) {
          cell = first.size();
          first.add(row);
        }
        cellOf[row] = cell;
      }
      works = new int[first.size()];
      placeOf = new int[first.size()];
      shown = new int[first.size()];
      clicked = new int[first.size()];
      for (int row = 0; row < log.size(); row++) {
        int cell = cellOf[row];
        works[cell] = log.work(row);
        placeOf[cell] = log.place(row) - 1;
        shown[cell]++;
        clicked[cell] += log.clicked(row) ? 1 : 0;
      }
    }

    void requireClicksEverywhere() {
      double[] clicks = new double[places];
      double[] impressions = new double[places];
      for (int cell = 0; cell < works.length; cell++) {
        clicks[placeOf[cell]] += clicked[cell];
        impressions[placeOf[cell]] += shown[cell];
      }
      for (int place = 0; place < places; place++) {
        ExaminationCurve.requireClicks(place + 1, clicks[place], impressions[place]);
      }
    }

    void requireJoined() {
      int[] parents = new int[places + artworkCount];
      Arrays.setAll(parents, node -> node);
      boolean[] everClicked = new boolean[artworkCount];
      for (int cell = 0; cell < works.length; cell++) {
        everClicked[works[cell]] |= clicked[cell] > 0;
      }
      for (int cell = 0; cell < works.length; cell++) {
        if (everClicked[works[cell]]) {
          parents[root(parents, placeOf[cell])] = root(parents, places + works[cell]);
        }
      }
      for (int place = 1; place < places; place++) {
        if (root(parents, place) != root(parents, 0)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "no clicked works join place %d to place 1: each stood on one side only, so"
                      + " liking and examination cannot be told apart; vary the order",
                  place + 1));
        }
      }
    }

    private static int root(int[] parents, int node) {
      int at = node;
      while (parents[at] != at) {
        parents[at] = parents[parents[at]];
        at = parents[at];
      }
      return at;
    }

    double[] startOfExamination() {
      double[] start = new double[places];
      Arrays.fill(start, 0.5);
      return start;
    }

    void step(double[] examined, double[] liked) {
      double[] looks = new double[places];
      double[] likes = new double[liked.length];
      double[] placeShown = new double[places];
      double[] workShown = new double[liked.length];
      for (int cell = 0; cell < works.length; cell++) {
        int place = placeOf[cell];
        int work = works[cell];
        double look = examined[place];
        double like = liked[work];
        int missed = shown[cell] - clicked[cell];
        double share = missed / Math.max(LEAST, 1 - look * like);
        looks[place] += clicked[cell] + share * look * (1 - like);
        likes[work] += clicked[cell] + share * like * (1 - look);
        placeShown[place] += shown[cell];
        workShown[work] += shown[cell];
      }
      for (int place = 0; place < places; place++) {
        examined[place] = looks[place] / placeShown[place];
      }
      for (int work = 0; work < liked.length; work++) {
        liked[work] = likes[work] / workShown[work];
      }
    }
  }
}
