package io.artrec.text.graph.internal;

import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import java.util.Arrays;

/**
 * An undirected graph with weighted edges, and the TextRank of its vertices (Mihalcea and Tarau,
 * TextRank: Bringing Order into Texts, EMNLP 2004; PageRank with weights). Built by one thread.
 */
public final class TextGraph {
  private static final double DAMPING = 0.85;
  private static final double PRECISION = 1e-9;
  private static final int MOST_ROUNDS = 500;

  private final int vertices;
  private final Long2DoubleOpenHashMap edges = new Long2DoubleOpenHashMap();

  /**
   * Creates a graph without edges.
   *
   * @param vertices how many vertices, 0 or more
   */
  public TextGraph(int vertices) {
    if (vertices < 0) {
      throw new IllegalArgumentException("vertices is " + vertices + ", expected 0 or more");
    }
    this.vertices = vertices;
  }

  /**
   * Joins two vertices; an edge that is there gets the new weight. A vertex is never joined to
   * itself.
   *
   * @param a a vertex
   * @param b another; when it is the same, nothing changes
   * @param weight how strongly, finite and 0 or more; 0 joins nothing
   */
  public void join(int a, int b, double weight) {
    if (Math.min(a, b) < 0 || Math.max(a, b) >= vertices) {
      throw new IllegalArgumentException(
          "edge from " + a + " to " + b + ", expected vertices 0 to " + (vertices - 1));
    }
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("weight is " + weight + ", expected 0 or more");
    }
    if (a != b && weight > 0) {
      edges.put((long) Math.min(a, b) << Integer.SIZE | Math.max(a, b), weight);
    }
  }

  /**
   * Ranks the vertices: {@code S(i) = 0.15 + 0.85 · Σ over neighbours j of w(i,j) / (Σ over
   * neighbours k of j of w(j,k)) · S(j)}, to within 1e-9. O(edges) a round, some dozens of rounds;
   * summed in the order of vertices, so always the same.
   *
   * @return a score for each vertex, 0.15 for one without edges; their mean is 1 when every vertex
   *     has an edge
   */
  public double[] rank() {
    long[] keys = edges.keySet().toLongArray();
    Arrays.sort(keys);
    int[] from = new int[vertices + 1];
    double[] sums = new double[vertices];
    for (long key : keys) {
      from[(int) (key >>> Integer.SIZE) + 1]++;
      from[(int) key + 1]++;
    }
    for (int v = 0; v < vertices; v++) {
      from[v + 1] += from[v];
    }
    int[] neighbors = new int[2 * keys.length];
    double[] weights = new double[2 * keys.length];
    int[] next = Arrays.copyOf(from, vertices);
    for (long key : keys) {
      double weight = edges.get(key);
      int a = (int) (key >>> Integer.SIZE);
      int b = (int) key;
      neighbors[next[a]] = b;
      weights[next[a]++] = weight;
      neighbors[next[b]] = a;
      weights[next[b]++] = weight;
      sums[a] += weight;
      sums[b] += weight;
    }
    return iterate(from, neighbors, weights, sums);
  }

  private double[] iterate(int[] from, int[] neighbors, double[] weights, double[] sums) {
    double[] scores = new double[vertices];
    Arrays.fill(scores, 1);
    double change = 1;
    for (int round = 0; round < MOST_ROUNDS && change > PRECISION; round++) {
      change = 0;
      double[] updated = new double[vertices];
      for (int v = 0; v < vertices; v++) {
        double sum = 0;
        for (int e = from[v]; e < from[v + 1]; e++) {
          sum += weights[e] / sums[neighbors[e]] * scores[neighbors[e]];
        }
        updated[v] = 1 - DAMPING + DAMPING * sum;
        change = Math.max(change, Math.abs(updated[v] - scores[v]));
      }
      scores = updated;
    }
    return scores;
  }
}
