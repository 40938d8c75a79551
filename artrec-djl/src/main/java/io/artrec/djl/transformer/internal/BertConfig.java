package io.artrec.djl.transformer.internal;

/**
 * The sizes of a BERT encoder, as found in its graph.
 *
 * @param layers how many layers
 * @param heads attention heads in each layer
 * @param hidden length of every token's vector
 * @param intermediate width of the feed-forward part
 * @param vocabulary how many tokens it knows; identities are 0 to this less one
 * @param positions the most tokens a sequence may have
 * @param tokenTypes kinds of segments, 1 or more
 * @param epsilon what keeps normalisation from dividing by zero
 * @param activation the function of the feed-forward part
 */
public record BertConfig(
    int layers,
    int heads,
    int hidden,
    int intermediate,
    int vocabulary,
    int positions,
    int tokenTypes,
    double epsilon,
    Activation activation) {
  /**
   * Returns the length of one head's part of a vector.
   *
   * @return {@code hidden / heads}
   */
  public int headSize() {
    return hidden / heads;
  }
}
