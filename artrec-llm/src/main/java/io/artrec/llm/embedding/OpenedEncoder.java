package io.artrec.llm.embedding;

import io.artrec.djl.ModelSource;
import io.artrec.djl.text.TextEncoder;
import io.artrec.djl.text.TextEncoderOptions;
import org.jspecify.annotations.Nullable;

/** The model once it is open; a cleaner's action, so it knows nothing of the encoder. */
final class OpenedEncoder implements Runnable {
  private final ModelSource source;
  private final TextEncoderOptions options;
  private volatile @Nullable TextEncoder encoder;
  private boolean closed;

  OpenedEncoder(ModelSource source, TextEncoderOptions options) {
    this.source = source;
    this.options = options;
  }

  TextEncoder get() {
    TextEncoder known = encoder;
    return known == null ? openOnce() : known;
  }

  private synchronized TextEncoder openOnce() {
    TextEncoder known = encoder;
    if (known != null) {
      return known;
    }
    if (closed) {
      throw new IllegalStateException("the encoder of " + source + " is closed");
    }
    TextEncoder fresh = TextEncoder.open(source, options);
    encoder = fresh;
    return fresh;
  }

  @Override
  public synchronized void run() {
    closed = true;
    TextEncoder open = encoder;
    if (open != null) {
      open.close();
    }
  }
}
