package io.artrec.llm.label;

import io.artrec.classification.LabelDistribution;
import io.artrec.djl.text.internal.EncoderFiles;
import io.artrec.djl.training.DenseHead;
import io.artrec.djl.training.EncoderTuner;
import io.artrec.djl.training.TunedEncoder;
import io.artrec.llm.embedding.TransformerEncoder;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Labels learned from labelled texts by fine-tuning an encoder together with a linear head: {@code
 * P(label | text) = softmax(W·e(text) + b)}, where {@code e} learns, too (Devlin et al., "BERT",
 * NAACL 2019; {@link EncoderTuner}). It learns what the vectors of {@link LinearLabels} do not
 * hold, such as who does what to whom; of what they hold already {@link LinearLabels} learns as
 * much from fewer examples, in a small part of the time. Try those first.
 *
 * <p>No label is sure by itself; {@link CalibratedLabels} measures on other labelled texts.
 *
 * <p>Immutable and thread-safe. Owns its encoder: {@link #close()} frees it. Costs one encoding a
 * text.
 */
public final class TunedLabels extends EncodedLabels implements AutoCloseable {
  private static final String KIND = "tuned-labels";
  private static final String FILE = "labels.artrec";

  private final TransformerEncoder encoder;
  private final DenseHead head;

  private TunedLabels(TransformerEncoder encoder, List<String> labels, DenseHead head) {
    super(encoder, labels);
    this.encoder = encoder;
    this.head = head;
  }

  /**
   * Trains with the standard settings.
   *
   * @param encoder what is tuned; stays as it is, and need not be kept open
   * @param examples texts of two labels or more; those that the encoder cannot read are left out
   * @return the labeler; its labels are in the order of their characters
   * @see #train(TransformerEncoder, List, UnaryOperator)
   */
  public static TunedLabels train(TransformerEncoder encoder, List<LabeledText> examples) {
    return train(encoder, examples, UnaryOperator.identity());
  }

  /**
   * Trains.
   *
   * @param encoder what is tuned; stays as it is, and need not be kept open
   * @param examples texts of two labels or more; those that the encoder cannot read are left out
   * @param settings changes how it is tuned
   * @return the labeler; its labels are in the order of their characters
   * @throws IllegalArgumentException when fewer than two labels or eight texts are left
   * @throws io.artrec.djl.ModelException when PyTorch or the encoder's full-precision build is not
   *     there; the message holds the Maven lines
   * @throws io.artrec.djl.transformer.UnsupportedModelException when the encoder is no BERT
   * @throws io.artrec.task.CancelledException when cancelled
   */
  public static TunedLabels train(
      TransformerEncoder encoder,
      List<LabeledText> examples,
      UnaryOperator<EncoderTuner> settings) {
    List<String> labels = LinearLabels.labelsOf(examples);
    if (labels.size() < 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "cannot learn labels: %d examples have the labels %s; give texts of two labels or"
                  + " more",
              examples.size(),
              labels));
    }
    TunedEncoder tuned =
        settings
            .apply(encoder.tuner())
            .classify(
                examples.stream().map(LabeledText::text).toList(),
                examples.stream().mapToInt(text -> labels.indexOf(text.label())).toArray(),
                labels.size());
    return new TunedLabels(encoder.tuned(tuned), labels, tuned.head().orElseThrow());
  }

  /** {@return the tuned encoder, whose vectors tell the labels apart; owned by this labeler} */
  @Override
  public TransformerEncoder encoder() {
    return encoder;
  }

  /**
   * Returns how wrong it is on the examples held back, or was in the last epoch when none were.
   *
   * @return mean cross-entropy in nats
   */
  public double loss() {
    return head.loss();
  }

  @Override
  public String name() {
    int heads = 31 * Arrays.hashCode(bytes(head::save)) + labels().hashCode();
    return "tuned by " + encoder.name() + ", " + Integer.toHexString(heads);
  }

  @Override
  LabelDistribution read(float[] vector) {
    return LabelDistribution.of(labels(), head.apply(vector));
  }

  /**
   * Saves the encoder and the head.
   *
   * @param folder a new folder, of which {@link TransformerEncoder#of(Path)} opens the encoder
   *     alone; the one above it must exist
   * @throws io.artrec.djl.ModelException when it cannot be written, or something is there already
   */
  public void save(Path folder) {
    Map<String, byte[]> files = encoder.files();
    files.put(FILE, bytes(this::save));
    EncoderFiles.write(folder, files);
  }

  private static byte[] bytes(Consumer<StateWriter> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(bytes, content);
    return bytes.toByteArray();
  }

  private void save(StateWriter out) {
    out.putString("kind", KIND);
    out.putString("encoder", encoder.name());
    out.putStrings("labels", labels());
    head.save(out);
  }

  /**
   * Loads what {@link #save} wrote, and opens the encoder.
   *
   * @param folder the folder
   * @return the labeler, answering as the saved one
   * @throws ModelFileException when the head is missing, damaged, foreign, or of another encoder
   * @throws io.artrec.djl.ModelException when the encoder cannot be opened
   */
  public static TunedLabels load(Path folder) {
    return load(folder, TransformerEncoder.of(folder));
  }

  /**
   * Loads what {@link #save} wrote for an encoder that is opened in another way, such as on another
   * engine or with the prefix it was tuned with.
   *
   * @param folder the folder
   * @param encoder the encoder, of the folder's files; owned by the labeler
   * @return the labeler, answering as the saved one
   * @throws ModelFileException when the head is missing, damaged, foreign, or of another encoder
   * @throws io.artrec.djl.ModelException when the encoder cannot be opened
   */
  public static TunedLabels load(Path folder, TransformerEncoder encoder) {
    Objects.requireNonNull(encoder, "encoder");
    Path file = folder.resolve(FILE);
    return ModelFile.read(file, in -> load(in, file, encoder));
  }

  private static TunedLabels load(StateReader in, Path file, TransformerEncoder encoder) {
    ModelFile.requireKind(in, file, KIND);
    String trainedWith = in.getString("encoder");
    if (!trainedWith.equals(encoder.name())) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "%s was trained with the encoder '%s', not with '%s'; load it with the files and"
                  + " options it was saved with",
              file,
              trainedWith,
              encoder.name()));
    }
    List<String> labels = List.copyOf(in.getStrings("labels"));
    DenseHead head = DenseHead.load(in);
    boolean fits =
        head.outputs() == labels.size()
            && head.inputs() == encoder.dimensions()
            && new TreeSet<>(labels).size() == labels.size();
    if (!fits) {
      throw new ModelFileException(
          file + " holds labels and weights that do not fit together; save it again");
    }
    return new TunedLabels(encoder, labels, head);
  }

  /** Frees the encoder, after runs that have begun. Calling it again changes nothing. */
  @Override
  public void close() {
    encoder.close();
  }
}
