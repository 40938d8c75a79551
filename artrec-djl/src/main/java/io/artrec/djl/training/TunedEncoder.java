package io.artrec.djl.training;

import io.artrec.djl.ModelSource;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What fine-tuning gave: the files of the tuned encoder, in memory, and how well it did. Immutable
 * and thread-safe. Heap: the size of the model file.
 */
public final class TunedEncoder {
  private final ModelSource source;
  private final Optional<DenseHead> head;
  private final Trained trained;

  TunedEncoder(ModelSource source, Optional<DenseHead> head, Trained trained) {
    this.source = source;
    this.head = head;
    this.trained = trained;
  }

  /**
   * Returns the files: the graph of the encoder that was tuned with other weights in it, its
   * tokenizer, how it pools and how far it reads. Opened as any encoder is, on ONNX Runtime or on
   * PyTorch; its hash, and so its identity, is its own.
   *
   * @return the source, in memory
   */
  public ModelSource source() {
    return source;
  }

  /**
   * {@return the head that tells classes apart by the tuned encoder's vectors, or empty when pairs
   * were learned}
   */
  public Optional<DenseHead> head() {
    return head;
  }

  /**
   * Returns how wrong it is on the examples held back, or was in the last epoch when none were.
   *
   * @return mean cross-entropy in nats
   */
  public double loss() {
    return trained.loss();
  }

  /**
   * Returns how wrong the encoder was on the examples held back before it was tuned.
   *
   * @return the same measure as {@link #loss()}; empty for classes, of which it knew nothing, and
   *     when no examples were held back
   */
  public OptionalDouble lossBefore() {
    return trained.before();
  }

  /**
   * {@return the epoch whose weights were kept, 1 or more; 0 when no epoch was better than the
   * encoder as it came}
   */
  public int epoch() {
    return trained.epoch();
  }
}
