package io.artrec.classification.internal;

/**
 * The vectors of examples as solvers read them. Weights of a class lie beside each other from a
 * place on, one for each dimension and the bias after them. Immutable and thread-safe.
 */
interface ExampleRows {
  int size();

  int dimensions();

  /** How many rows are summed by themselves before the sums are added. */
  int block();

  /** {@code w·x + b}, from the bias on and by ascending dimension. */
  double product(int row, double[] weights, int from);

  /** {@code w += by·x, b += by}. */
  void move(double[] weights, int from, int row, double by);

  /** {@code ‖x‖²}. */
  double square(int row);
}
