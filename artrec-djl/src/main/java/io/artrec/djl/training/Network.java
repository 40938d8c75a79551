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
    private final double rate;
    private final boolean decayed;

    private Start(Shape shape, float[] values, double rate, boolean decayed) {
      this.shape = shape;
      this.values = values;
      this.rate = rate;
      this.decayed = decayed;
    }

    /** Numbers that were learned before. */
    static Start of(float[] values, long... shape) {
      return new Start(new Shape(shape), values, 1, true);
    }

    /** The same, moving by another multiple of the learning rate; by 0 it stays as it is. */
    Start rate(double factor) {
      return new Start(shape, values, factor, decayed);
    }

    /** The same without weight decay. */
    Start undecayed() {
      return new Start(shape, values, rate, false);
    }

    static Start zeros(long... shape) {
      Shape of = new Shape(shape);
      return new Start(of, new float[Math.toIntExact(of.size())], 1, true);
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

    double rate() {
      return rate;
    }

    boolean isDecayed() {
      return decayed;
    }
  }

  /** The weights to begin with, in the order in which {@link #loss} takes them. */
  List<Start> start(SplittableRandom random);

  /** How many examples there are. */
  int examples();

  /** The mean loss of some examples, a single number. Everything made belongs to the scope. */
  NDArray loss(NDManager scope, List<NDArray> weights, int[] examples);

  /**
   * The loss that a step lowers, where it is another than the loss that is reported: one with
   * chance in it. What is drawn comes from the generator alone.
   */
  default NDArray stepLoss(
      NDManager scope, List<NDArray> weights, int[] examples, SplittableRandom random) {
    return loss(scope, weights, examples);
  }

  /** What else decides how it learns, beside its first weights and examples; for checkpoints. */
  default String settings() {
    return "";
  }

  /**
   * Whether the first weights are an answer already: then they are measured, and kept when no epoch
   * betters them.
   */
  default boolean isUseful() {
    return false;
  }

  /** Whether a step takes so long that progress is told of each. */
  default boolean isSlow() {
    return false;
  }
}
