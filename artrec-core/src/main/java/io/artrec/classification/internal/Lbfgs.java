package io.artrec.classification.internal;

import io.artrec.task.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Function;

/**
 * The least of a smooth function, by limited-memory BFGS with backtracking, as {@link
 * SoftmaxRegression} says. Immutable.
 */
final class Lbfgs {
  private static final int MEMORY = 10;
  private static final int MOST_STEPS = 200;
  private static final double SETTLED = 1e-6;
  private static final double ARMIJO = 1e-4;

  private final String stage;
  private final Progress progress;

  /** A place with the function's value and gradient there. */
  static final class Point {
    private final double[] place;
    private final double value;
    private final double[] gradient;

    Point(double[] place, double value, double[] gradient) {
      this.place = place;
      this.value = value;
      this.gradient = gradient;
    }
  }

  /** How far a step went, how the gradient changed on it, and their inner product. */
  private static final class Step {
    private final double[] move;
    private final double[] turn;
    private final double curvature;

    Step(double[] move, double[] turn, double curvature) {
      this.move = move;
      this.turn = turn;
      this.curvature = curvature;
    }
  }

  Lbfgs(String stage, Progress progress) {
    this.stage = stage;
    this.progress = progress;
  }

  /** The place of the least value that is reached from zero. */
  double[] minimize(int length, Function<double[], Point> function) {
    Point point = function.apply(new double[length]);
    Deque<Step> memory = new ArrayDeque<>();
    for (int step = 0; step < MOST_STEPS && norm(point.gradient) > SETTLED; step++) {
      progress.update(stage, step, MOST_STEPS);
      Point next = search(function, point, direction(point.gradient, memory));
      if (next.value >= point.value) {
        break;
      }
      remember(memory, point, next);
      point = next;
    }
    progress.update(stage, MOST_STEPS, MOST_STEPS);
    return point.place;
  }

  private static Point search(Function<double[], Point> function, Point from, double[] direction) {
    double slope = dot(from.gradient, direction);
    for (double length = 1; length > 1e-10; length /= 2) {
      double[] moved = from.place.clone();
      add(moved, direction, length);
      Point next = function.apply(moved);
      if (next.value <= from.value + ARMIJO * length * slope) {
        return next;
      }
    }
    return from;
  }

  private static void remember(Deque<Step> memory, Point from, Point to) {
    double[] move = new double[from.place.length];
    double[] turn = new double[move.length];
    for (int i = 0; i < move.length; i++) {
      move[i] = to.place[i] - from.place[i];
      turn[i] = to.gradient[i] - from.gradient[i];
    }
    double curvature = dot(move, turn);
    if (curvature > 0) {
      memory.addLast(new Step(move, turn, curvature));
      if (memory.size() > MEMORY) {
        memory.removeFirst();
      }
    }
  }

  /** The two-loop recursion: minus the approximate inverse Hessian times the gradient. */
  private static double[] direction(double[] gradient, Deque<Step> memory) {
    double[] d = gradient.clone();
    double[] shares = new double[memory.size()];
    int k = shares.length;
    for (Iterator<Step> newest = memory.descendingIterator(); newest.hasNext(); ) {
      Step step = newest.next();
      shares[--k] = dot(step.move, d) / step.curvature;
      add(d, step.turn, -shares[k]);
    }
    if (!memory.isEmpty()) {
      Step last = memory.getLast();
      double scale = last.curvature / dot(last.turn, last.turn);
      for (int i = 0; i < d.length; i++) {
        d[i] *= scale;
      }
    }
    for (Step step : memory) {
      add(d, step.move, shares[k++] - dot(step.turn, d) / step.curvature);
    }
    for (int i = 0; i < d.length; i++) {
      d[i] = -d[i];
    }
    return d;
  }

  static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }
}
