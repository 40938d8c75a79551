package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import io.artrec.djl.training.Network.Start;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What stands between the vectors of a sequence's tokens and the linear map to classes, and makes
 * of many vectors one: for training on the engine, and for answers in plain Java.
 */
sealed interface SequenceLayer permits AttentionLayer, ConvolutionLayer, MeanLayer, RecurrentLayer {
  /**
   * A weight: evenly spread at the start with the variance {@code 1/inputs}, or zeros where {@code
   * inputs} is 0.
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Weight(int inputs, long... shape) {
    Start start(SplittableRandom random) {
      return inputs == 0 ? Start.zeros(shape) : Start.random(random, inputs, shape);
    }

    long size() {
      long size = 1;
      for (long length : shape) {
        size *= length;
      }
      return size;
    }
  }

  /** The stable name of what it does, for files. */
  String name();

  /** What else decides what it does, for files. */
  int[] sizes();

  /** The length of the vector that it makes of vectors of {@code width}. */
  int outputs(int width);

  /** Its weights, in the order in which {@code pooled} takes them. */
  List<Weight> weights(int width, int maxTokens);

  /**
   * Makes one vector of a sequence's, on the engine.
   *
   * @param batch the sequences
   * @param table the tokens' vectors
   * @param weights its weights
   * @return {@code [sequences × outputs]}
   */
  NDArray pooled(SequenceBatch batch, NDArray table, List<NDArray> weights);

  /**
   * Makes one vector of a sequence's, in plain Java.
   *
   * @param rows the vectors of its tokens, 1 or more; may be changed
   * @param weights its weights
   * @return as many numbers as {@link #outputs}
   */
  double[] pooled(double[][] rows, List<float[]> weights);
}
