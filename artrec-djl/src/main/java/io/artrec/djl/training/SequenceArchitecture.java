package io.artrec.djl.training;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a {@link SequenceClassifier} makes one vector of those of a sequence's tokens. Immutable.
 *
 * <table>
 * <caption>What each hears, with {@code d} the length of a token's vector</caption>
 * <tr><th>architecture</th><th>order of tokens</th><th>multiplications for a sequence of n</th></tr>
 * <tr><td>{@link #mean}</td><td>no</td><td>n · d</td></tr>
 * <tr><td>{@link #attention}</td><td>by learned places</td><td>n² · d + n · d²</td></tr>
 * <tr><td>{@link #convolution}</td><td>within a run of neighbours</td><td>n · filters · d · sum of
 * the widths</td></tr>
 * <tr><td>{@link #recurrent}</td><td>from the first to the last</td><td>n · 3 · units · (d +
 * units)</td></tr>
 * </table>
 */
public final class SequenceArchitecture {
  private static final int MOST_UNITS = 4096;
  private static final int MOST_WIDTH = 64;
  private static final int MOST_WIDTHS = 16;

  private final SequenceLayer layer;

  private SequenceArchitecture(SequenceLayer layer) {
    this.layer = layer;
  }

  /**
   * Returns the mean of the tokens' vectors.
   *
   * @return the architecture
   */
  public static SequenceArchitecture mean() {
    return new SequenceArchitecture(new MeanLayer());
  }

  /**
   * Returns one layer of self-attention with learned positions, one head and residual, and the mean
   * (Vaswani et al., "Attention Is All You Need", NeurIPS 2017).
   *
   * @return the architecture
   */
  public static SequenceArchitecture attention() {
    return new SequenceArchitecture(new AttentionLayer());
  }

  /**
   * Returns filters over runs of neighbouring tokens, rectified, of which each keeps its most over
   * the sequence (Kim, "Convolutional Neural Networks for Sentence Classification", EMNLP 2014,
   * where there are 100 filters of each of the widths 3, 4 and 5).
   *
   * @param filters how many of each width, 1 to 4,096
   * @param widths how many tokens a run has, each 1 to 64 and there once, 1 to 16 of them
   * @return the architecture; its vectors have {@code filters} numbers for each width
   */
  public static SequenceArchitecture convolution(int filters, int... widths) {
    between("filters", filters, 1, MOST_UNITS);
    between("number of widths", widths.length, 1, MOST_WIDTHS);
    List<Integer> runs = new ArrayList<>();
    for (int width : widths) {
      between("width", width, 1, MOST_WIDTH);
      if (runs.contains(width)) {
        throw new IllegalArgumentException("width " + width + " is there twice");
      }
      runs.add(width);
    }
    return new SequenceArchitecture(new ConvolutionLayer(filters, List.copyOf(runs)));
  }

  /**
   * Returns gated recurrent units that read a sequence from its first token to its last; what they
   * hold then is its vector (Cho et al., "Learning Phrase Representations using RNN Encoder-Decoder
   * for Statistical Machine Translation", EMNLP 2014; the reset gate follows the product).
   *
   * @param units how many numbers are held, 1 to 4,096
   * @return the architecture
   */
  public static SequenceArchitecture recurrent(int units) {
    between("units", units, 1, MOST_UNITS);
    return new SequenceArchitecture(new RecurrentLayer(units, false));
  }

  /**
   * Returns {@link #recurrent} units of which as many again read from the last token to the first.
   *
   * @param units how many numbers are held in each direction, 1 to 4,096
   * @return the architecture; its vectors have twice as many numbers
   */
  public static SequenceArchitecture recurrentBothWays(int units) {
    between("units", units, 1, MOST_UNITS);
    return new SequenceArchitecture(new RecurrentLayer(units, true));
  }

  private static void between(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + ", expected " + least + " to " + most);
    }
  }

  SequenceLayer layer() {
    return layer;
  }

  /**
   * Returns the stable name of its kind.
   *
   * @return {@code mean}, {@code attention}, {@code convolution} or {@code recurrent}
   */
  public String name() {
    return layer.name();
  }

  void save(StateWriter out) {
    out.putString("architecture", layer.name());
    out.putInts("sizes", layer.sizes());
  }

  static SequenceArchitecture load(StateReader in) {
    String name = in.getString("architecture");
    int[] sizes = in.getInts("sizes");
    try {
      return of(name, sizes);
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(
          "loading a sequence classifier: architecture '"
              + name
              + "' of sizes "
              + Arrays.toString(sizes)
              + " cannot be: "
              + e.getMessage(),
          e);
    }
  }

  private static SequenceArchitecture of(String name, int[] sizes) {
    switch (name) {
      case MeanLayer.NAME -> {
        between("number of sizes", sizes.length, 0, 0);
        return mean();
      }
      case AttentionLayer.NAME -> {
        between("number of sizes", sizes.length, 0, 0);
        return attention();
      }
      case ConvolutionLayer.NAME -> {
        between("number of sizes", sizes.length, 2, 1 + MOST_WIDTHS);
        return convolution(sizes[0], Arrays.copyOfRange(sizes, 1, sizes.length));
      }
      case RecurrentLayer.NAME -> {
        between("number of sizes", sizes.length, 2, 2);
        between("directions", sizes[1], 1, 2);
        return sizes[1] == 1 ? recurrent(sizes[0]) : recurrentBothWays(sizes[0]);
      }
      default ->
          throw new IllegalArgumentException("this version does not know an architecture so named");
    }
  }

  @Override
  public String toString() {
    int[] sizes = layer.sizes();
    return sizes.length == 0 ? layer.name() : layer.name() + " " + Arrays.toString(sizes);
  }
}
