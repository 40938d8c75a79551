package io.artrec.djl.text;

import java.nio.FloatBuffer;

/** How the vectors of the tokens of a text, or of the patches of an image, become one vector. */
public enum Pooling {
  /**
   * The mean over all tokens, the special ones included (Reimers and Gurevych, Sentence-BERT, EMNLP
   * 2019). What most sentence encoders were trained with.
   */
  MEAN {
    @Override
    public void pool(FloatBuffer states, int start, int tokens, double[] into) {
      int dimensions = into.length;
      float[] state = new float[dimensions];
      for (int token = 0; token < tokens; token++) {
        states.get(start + token * dimensions, state);
        for (int d = 0; d < dimensions; d++) {
          into[d] += state[d];
        }
      }
      for (int d = 0; d < dimensions; d++) {
        into[d] /= tokens;
      }
    }
  },
  /** The vector of the first token, which stands for the whole (BGE and others). */
  CLS {
    @Override
    public void pool(FloatBuffer states, int start, int tokens, double[] into) {
      for (int d = 0; d < into.length; d++) {
        into[d] = states.get(start + d);
      }
    }
  },
  /** The largest value of each dimension over all tokens. */
  MAX {
    @Override
    public void pool(FloatBuffer states, int start, int tokens, double[] into) {
      int dimensions = into.length;
      for (int d = 0; d < dimensions; d++) {
        double most = states.get(start + d);
        for (int token = 1; token < tokens; token++) {
          most = Math.max(most, states.get(start + token * dimensions + d));
        }
        into[d] = most;
      }
    }
  };

  /**
   * Pools one window, or one image.
   *
   * @param states [tokens × dimensions], row-major, from {@code start} on
   * @param start where the window begins
   * @param tokens how many there are, 1 or more
   * @param into zeros, filled
   */
  public abstract void pool(FloatBuffer states, int start, int tokens, double[] into);

  /**
   * Joins the windows of one text: the largest values for {@link #MAX}, else the mean weighted by
   * tokens, which for {@link #MEAN} is the mean over all tokens.
   */
  double[] join(double[][] windows, int[] tokens) {
    if (windows.length == 1) {
      return windows[0];
    }
    double[] joined = windows[0].clone();
    double weight = tokens[0];
    if (this != MAX) {
      for (int d = 0; d < joined.length; d++) {
        joined[d] *= weight;
      }
    }
    for (int w = 1; w < windows.length; w++) {
      for (int d = 0; d < joined.length; d++) {
        joined[d] =
            this == MAX
                ? Math.max(joined[d], windows[w][d])
                : joined[d] + tokens[w] * windows[w][d];
      }
      weight += tokens[w];
    }
    if (this != MAX) {
      for (int d = 0; d < joined.length; d++) {
        joined[d] /= weight;
      }
    }
    return joined;
  }
}
