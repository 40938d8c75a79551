package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A weight that AdamW moves, with the running means of its gradient {@code g} and of the gradient's
 * square. At step {@code t} with the learning rate {@code η} and the decay {@code λ}
 *
 * <pre>
 * m ← 0.9 m + 0.1 g        v ← 0.999 v + 0.001 g²
 * w ← w (1 − ηλ)           w ← w − η m / (1 − 0.9ᵗ) / (√(v / (1 − 0.999ᵗ)) + 10⁻⁸)
 * </pre>
 *
 * (Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015; the decay apart from the
 * gradient: Loshchilov and Hutter, "Decoupled Weight Decay Regularization", ICLR 2019, algorithm 2,
 * where the decay is multiplied by the schedule alone and here, as in PyTorch's AdamW, by the
 * learning rate.) In 32 bits.
 */
final class AdamWeight {
  private static final float MEAN_DECAY = 0.9f;
  private static final float SQUARE_DECAY = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final NDManager manager;
  private final Network.Start start;
  private NDArray weight;
  private @Nullable NDArray mean;
  private @Nullable NDArray square;

  AdamWeight(NDManager manager, Network.Start start) {
    this.manager = manager;
    this.start = start;
    boolean moves = start.rate() > 0;
    weight = array(start.values());
    mean = moves ? manager.zeros(start.shape()) : null;
    square = moves ? manager.zeros(start.shape()) : null;
    weight.setRequiresGradient(moves);
  }

  private NDArray array(float[] values) {
    return TrainingLoop.owned(manager.create(values, start.shape()));
  }

  NDArray weight() {
    return weight;
  }

  void update(double learningRate, double regularization, int step) {
    if (mean == null || square == null) {
      return;
    }
    NDArray gradient = weight.getGradient();
    mean.muli(MEAN_DECAY).addi(gradient.mul(1 - MEAN_DECAY));
    square.muli(SQUARE_DECAY).addi(gradient.mul(gradient).mul(1 - SQUARE_DECAY));
    double meanScale = 1 - Math.pow(MEAN_DECAY, step);
    double squareScale = 1 - Math.pow(SQUARE_DECAY, step);
    NDArray deviation = square.div((float) squareScale).sqrt().add(EPSILON);
    double own = learningRate * start.rate();
    if (start.isDecayed()) {
      weight.muli((float) (1 - own * regularization));
    }
    weight.subi(mean.div(deviation).mul((float) own / (float) meanScale));
    gradient.muli(0f);
  }

  /** Its numbers, or none when it stays as it was. */
  float[] values() {
    return mean == null ? new float[0] : weight.toFloatArray();
  }

  /** Weight, mean and square; empty when it stays as it was. */
  List<float[]> state() {
    return mean == null || square == null
        ? List.of()
        : List.of(weight.toFloatArray(), mean.toFloatArray(), square.toFloatArray());
  }

  /** Takes the next three of what {@link #state} gave, or none when it stays as it was. */
  int restore(List<float[]> states, int from) {
    if (mean == null || square == null) {
      return from;
    }
    weight.close();
    mean.close();
    square.close();
    weight = array(states.get(from));
    weight.setRequiresGradient(true);
    mean = array(states.get(from + 1));
    square = array(states.get(from + 2));
    return from + 3;
  }
}
