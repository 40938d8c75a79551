package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;

/** What {@link TrainingLoop} trains: weights, and a loss that depends on them and on examples. */
interface Network {
  /** A weight's shape and first numbers, row-major. */
  final class Start {
    private final Shape shape;
    private final float[] values;

    private Start(Shape shape, float[] values) {
      this.shape = shape;
      this.values = values;
    }

    static Start zeros(long... shape) {
      Shape of = new Shape(shape);
      return new Start(of, new float[Math.toIntExact(of.size())]);
    }

    /** Evenly spread over ±√(3/inputs): of variance 1/inputs. */
    static Start random(SplittableRandom random, int inputs, long... shape) {
      Start start = zeros(shape);
      double spread = Math.sqrt(3.0 / inputs);
      for (int i = 0; i < start.values.length; i++) {
        start.values[i] = (float) ((random.nextDouble() * 2 - 1) * spread);
      }
      return start;
    }

    Shape shape() {
      return shape;
    }

    float[] values() {
      return values;
    }
  }

  /** The weights to begin with, in the order in which {@link #loss} takes them. */
  List<Start> start(SplittableRandom random);

  /** How many examples there are. */
  int examples();

  /** The mean loss of some examples, a single number. Everything made belongs to the scope. */
  NDArray loss(NDManager scope, List<NDArray> weights, int[] examples);

  /** The same while training, where parts may be left out by chance. */
  default NDArray trainingLoss(
      NDManager scope, List<NDArray> weights, int[] examples, SplittableRandom random) {
    return loss(scope, weights, examples);
  }
}
