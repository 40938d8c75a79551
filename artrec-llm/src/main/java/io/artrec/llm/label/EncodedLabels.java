package io.artrec.llm.label;

import io.artrec.classification.LabelDistribution;
import io.artrec.text.embedding.SentenceEncoder;
import java.util.List;
import java.util.Optional;

/** Labels told from a text's vector. */
abstract class EncodedLabels implements TextLabeler {
  private final SentenceEncoder encoder;
  private final List<String> labels;

  EncodedLabels(SentenceEncoder encoder, List<String> labels) {
    this.encoder = encoder;
    this.labels = labels;
  }

  /** {@return how likely each label is} */
  abstract LabelDistribution read(float[] vector);

  /** {@return the answer for a text that the encoder does not read} */
  LabelDistribution unread() {
    return LabelDistribution.unreadable(labels);
  }

  SentenceEncoder encoder() {
    return encoder;
  }

  @Override
  public final List<String> labels() {
    return labels;
  }

  @Override
  public final LabelDistribution label(String text) {
    return distribution(encoder.encode(text));
  }

  @Override
  public final List<LabelDistribution> labelAll(List<String> texts) {
    return encoder.encodeAll(texts).stream().map(this::distribution).toList();
  }

  private LabelDistribution distribution(Optional<float[]> vector) {
    return vector.map(this::read).orElseGet(this::unread);
  }
}
