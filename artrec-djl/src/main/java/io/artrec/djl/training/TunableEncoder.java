package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.artrec.djl.text.Pooling;
import io.artrec.djl.transformer.internal.BertArray;
import io.artrec.djl.transformer.internal.TrainableBert;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An encoder under training: which of its weights move, and the vectors of texts by them.
 *
 * @param bert the network
 * @param pooling how tokens become one vector
 * @param firstLayer the first layer that is trained, -1 for the embeddings as well
 * @param dropout the share of numbers that a step drops
 */
record TunableEncoder(TrainableBert bert, Pooling pooling, int firstLayer, double dropout) {
  private static final double FAR = 1e30;
  private static final int[] TOKENS = {1};

  int dimensions() {
    return bert.config().hidden();
  }

  int arrays() {
    return bert.arrays().size();
  }

  /** The encoder's weights; scales, offsets and biases do not decay. */
  List<Network.Start> start() {
    List<Network.Start> start = new ArrayList<>();
    for (BertArray array : bert.arrays()) {
      Network.Start one = Network.Start.of(array.values(), array.shape());
      one = array.shape().length > 1 ? one : one.undecayed();
      start.add(array.layer() >= firstLayer ? one : one.rate(0));
    }
    return start;
  }

  /**
   * Encodes a batch.
   *
   * @param scope owns what is made
   * @param weights the encoder's, maybe more behind them
   * @param windows the tokens of each text
   * @param random draws what is dropped; nothing is when null
   * @return unit vectors [texts × dimensions]
   */
  NDArray vectors(
      NDManager scope,
      List<NDArray> weights,
      List<long[]> windows,
      @Nullable SplittableRandom random) {
    int rows = windows.size();
    int columns = windows.stream().mapToInt(window -> window.length).max().orElse(0);
    long[] ids = new long[rows * columns];
    long[] mask = new long[rows * columns];
    for (int row = 0; row < rows; row++) {
      long[] window = windows.get(row);
      System.arraycopy(window, 0, ids, row * columns, window.length);
      Arrays.fill(mask, row * columns, row * columns + window.length, 1);
    }
    Shape shape = new Shape(rows, columns);
    NDArray attention = TrainingLoop.owned(scope.create(mask, shape));
    NDArray states =
        bert.forward(
            weights.subList(0, arrays()),
            TrainingLoop.owned(scope.create(ids, shape)),
            attention,
            random == null || dropout == 0
                ? UnaryOperator.identity()
                : x -> x.mul(new Dropout(dropout).factors(scope, x.getShape(), random)));
    NDArray pooled = pooled(states, attention.toType(DataType.FLOAT32, false).expandDims(-1));
    return pooled.div(pooled.square().sum(TOKENS, true).sqrt());
  }

  private NDArray pooled(NDArray states, NDArray mask) {
    return switch (pooling) {
      case MEAN -> states.mul(mask).sum(TOKENS).div(mask.sum(TOKENS));
      case CLS -> states.get(new NDIndex(":, 0"));
      case MAX -> states.add(mask.sub(1).mul(FAR)).max(TOKENS);
    };
  }
}
