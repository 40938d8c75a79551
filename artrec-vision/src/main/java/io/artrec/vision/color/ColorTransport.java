package io.artrec.vision.color;

import io.artrec.vision.image.CieLab;
import java.util.Arrays;
import java.util.List;

/**
 * The best way to lay the colors of a palette on wished ones, share by share: the transport of most
 * closeness, by shortest augmenting paths (Ahuja, Magnanti and Orlin, Network Flows, 1993).
 * Closeness falls from 1 for equal colors to 0 at {@value #REACH} apart; what is left of the wish
 * takes a color the better the farther it is from all wished ones.
 */
final class ColorTransport {
  /** The distance in CIELAB from which a color is none of the wished one. */
  static final double REACH = 40;

  private static final double NOTHING = 1e-12;

  private final double[][] costs;
  private final double[] supplies;
  private final double[] demands;
  private final double[][] flows;

  private ColorTransport(double[][] costs, double[] supplies, double[] demands) {
    this.costs = costs;
    this.supplies = supplies;
    this.demands = demands;
    this.flows = new double[supplies.length][demands.length];
  }

  /** Returns the closeness of a palette to a wish, 0 to 1. */
  static double closeness(Palette palette, PaletteWish wish) {
    List<Palette.Part> wished = wish.parts();
    double rest = Math.max(0, 1 - wished.stream().mapToDouble(Palette.Part::share).sum());
    double[] demands = new double[wished.size() + 1];
    for (int i = 0; i < wished.size(); i++) {
      demands[i] = wished.get(i).share();
    }
    demands[wished.size()] = rest;
    double[] supplies = palette.parts().stream().mapToDouble(Palette.Part::share).toArray();
    double[][] costs = new double[supplies.length][];
    for (int p = 0; p < supplies.length; p++) {
      costs[p] = costs(palette.parts().get(p).color(), wished);
    }
    return 1 - new ColorTransport(costs, supplies, demands).cost();
  }

  private static double[] costs(CieLab color, List<Palette.Part> wished) {
    double[] costs = new double[wished.size() + 1];
    double least = 1;
    for (int i = 0; i < wished.size(); i++) {
      costs[i] = Math.min(1, color.distance(wished.get(i).color()) / REACH);
      least = Math.min(least, costs[i]);
    }
    costs[wished.size()] = 1 - least;
    return costs;
  }

  private double cost() {
    while (augment()) {
      // until all that is left is rounding
    }
    double cost = 0;
    double moved = 0;
    for (int p = 0; p < flows.length; p++) {
      for (int w = 0; w < flows[p].length; w++) {
        cost += flows[p][w] * costs[p][w];
        moved += flows[p][w];
      }
    }
    return cost / moved;
  }

  /** Sends as much as one cheapest path takes; returns whether there was one. */
  private boolean augment() {
    int sources = supplies.length;
    double[] distances = new double[sources + demands.length];
    int[] from = new int[distances.length];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    Arrays.fill(from, -1);
    for (int p = 0; p < sources; p++) {
      distances[p] = supplies[p] > NOTHING ? 0 : Double.POSITIVE_INFINITY;
    }
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      for (int p = 0; p < sources; p++) {
        for (int w = 0; w < demands.length; w++) {
          shorter |= relax(distances, from, p, sources + w, costs[p][w]);
          if (flows[p][w] > NOTHING) {
            shorter |= relax(distances, from, sources + w, p, -costs[p][w]);
          }
        }
      }
    }
    int end = -1;
    for (int w = 0; w < demands.length; w++) {
      if (demands[w] > NOTHING && (end < 0 || distances[sources + w] < distances[end])) {
        end = sources + w;
      }
    }
    if (end < 0 || distances[end] == Double.POSITIVE_INFINITY) {
      return false;
    }
    send(from, end, most(from, end));
    return true;
  }

  private static boolean relax(double[] distances, int[] from, int one, int other, double cost) {
    if (distances[one] + cost < distances[other] - NOTHING) {
      distances[other] = distances[one] + cost;
      from[other] = one;
      return true;
    }
    return false;
  }

  private double most(int[] from, int end) {
    double most = demands[end - supplies.length];
    int at = end;
    while (from[at] >= 0) {
      if (at < supplies.length) {
        most = Math.min(most, flows[at][from[at] - supplies.length]);
      }
      at = from[at];
    }
    return Math.min(most, supplies[at]);
  }

  private void send(int[] from, int end, double amount) {
    int at = end;
    demands[end - supplies.length] -= amount;
    while (from[at] >= 0) {
      if (at < supplies.length) {
        flows[at][from[at] - supplies.length] -= amount;
      } else {
        flows[from[at]][at - supplies.length] += amount;
      }
      at = from[at];
    }
    supplies[at] -= amount;
  }
}
